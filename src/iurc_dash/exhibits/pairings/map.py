"""Where pairings lie in the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.pairings._pairing import pairing_choices, say_members
from iurc_dash.exhibits.pairings._partners import countries_below_half
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.sentences import join_sentences
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.forms import ArcMap, Category, LegendEntry, MapPairing, MapPlace
from iurc_dash.kept import derived
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.map import drawn_pairings, place_sides, positions
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, pairing_records
from iurc_dash.quantities import NOTHING, Count
from iurc_dash.reading import grouped, rows_in
from iurc_dash.tabular import Column
from iurc_dash.view import EVERYTHING, View
from iurc_dash.vocabulary import counted

SHOWN = ("pairing", "countries", "phase", "region", "themes")


def _colours(view: View) -> Mapping[str, str]:
    return {"phase": _("By phase"), "region": _("By region")}


@exhibit(
    "pairings/on-map",
    N_("Who works with whom, and where?"),
    Parameter("colour", _colours, default="phase"),
    Parameter("pairing", pairing_choices),
)
def pairings_on_map(view: View, *, colour: str = "phase", pairing: str = "") -> Answer:
    """Each pairing in view as one line between its members, coloured by phase or region; or one pairing alone."""
    records = [every_pairing(view)[pairing]] if pairing else list(pairing_records(view).values())
    points = positions(view.whole)
    unplaced: CellOf[PairingRecord] = (
        Column("unplaced", _("Not on the map"), "references", "places"),
        lambda record: tuple(place for place in record.places if place not in points),
    )
    keys = [record.pairing_id for record in records]
    table = pairing_table(view, keys, SHOWN, [unplaced])
    if not records:
        return nothing_found(_("No pairing matches."), table.columns)
    form = arc_map(view, records, colour)
    if not pairing:
        form = _with_networks(view, form)
    rows = Count.in_table("pairings", keys)
    finding = say_members(view, records[0]) if pairing else _say_all(view, records)
    question = _("Where is it?") if pairing else ""
    if not form.places:
        return listed(join_sentences(finding, *_say_unplaced(form)), table, rows, question=question)
    return Answer(
        finding=finding,
        form=form,
        table=lambda: table,
        counted=rows,
        more=join_sentences(*_say_unplaced(form), _say_networks(form)),
        cautions=(
            "boundaries",
            "approximate_position",
            "curved_lines",
            *(() if pairing else ("recorded_only",)),
            *(("partner_coverage",) if not pairing and countries_below_half(view) else ()),
        ),
        question=question,
    )


def arc_map(view: View, records: Sequence[PairingRecord], colour: str) -> ArcMap:
    """The pairings as a map; one with a single placed member keeps its place and has no line."""
    points, lines = positions(view.whole), map_pairings(view.of(EVERYTHING), colour)
    pairings_of = grouped((place, record.pairing_id) for record in records for place in record.places)
    pairings = tuple(lines[record.pairing_id] for record in records if record.pairing_id in lines)
    used = {pairing.colour for pairing in pairings}
    return ArcMap(
        places=_places(view, records, pairings_of),
        pairings=pairings,
        legend=tuple(entry for entry in _legend(view, colour) if entry.colour in used),
        unplaced=tuple(view.words.place_in_country(place) for place in pairings_of if place not in points),
        phases=_axis(view, "phases", {pairing.phase for pairing in pairings}),
        regions=_axis(view, "regions", {pairing.region for pairing in pairings}),
    )


@derived
def map_pairings(view: View, colour: str) -> Mapping[str, MapPairing]:
    """Each pairing in view that has a place on the map, as it is drawn there whatever else is."""
    names, records, drawn = view.words.names("pairings"), pairing_records(view), drawn_pairings(view.whole)
    return {
        key: MapPairing(
            key=key,
            label=names[key],
            members=drawn[key].placed,
            joins=drawn[key].links,
            colour=view.colour(f"{colour}s", record.phase_id if colour == "phase" else record.region_id),
            line=drawn[key].line,
            phase=record.phase_id,
            region=record.region_id,
        )
        for key, record in records.items()
        if key in drawn and drawn[key].placed
    }


def _places(
    view: View, records: Sequence[PairingRecord], pairings_of: Mapping[str, Sequence[str]]
) -> tuple[MapPlace, ...]:
    sides, where = place_sides(records), {record.pairing_id: record for record in records}
    return tuple(
        _place(
            view,
            place,
            side=sides[place],
            regions=[where[key].region_id for key in pairings],
            phases={where[key].phase_id for key in pairings},
            pairings=Count.in_table("pairings", pairings),
        )
        for place, pairings in pairings_of.items()
        if place in positions(view.whole)
    )


def _with_networks(view: View, form: ArcMap) -> ArcMap:
    """The map with the places in view that are in networks and in none of its pairings."""
    points, drawn = positions(view.whole), {place.key for place in form.places}
    members = grouped(
        (place, (member, edition, side))
        for member, edition, place, side in rows_in(
            view["network_members"], "member_id", "edition_id", "place_id", "side"
        )
        if place in points and place not in drawn
    )
    added = tuple(
        _place(
            view,
            place,
            side="EU" if any(side == "EU" for _member, _edition, side in of_place) else "partner",
            regions=[view.where(edition).region_id for _member, edition, _side in of_place],
            phases={view.where(edition).phase_id for _member, edition, _side in of_place},
            networks=Count.in_table("network_members", (member for member, _edition, _side in of_place)),
        )
        for place, of_place in members.items()
    )
    phases = {phase for place in (*form.places, *added) for phase in place.phases}
    regions = {category.key for category in form.regions} | {place.region for place in added}
    return replace(
        form,
        network_places=added,
        phases=_axis(view, "phases", phases),
        regions=_axis(view, "regions", regions),
    )


def _place(
    view: View,
    place: str,
    *,
    side: str,
    regions: Sequence[str],
    phases: Collection[str],
    pairings: Count = NOTHING,
    networks: Count = NOTHING,
) -> MapPlace:
    """A place on the map; a partner has the region that most of what it is in belongs to."""
    point = positions(view.whole)[place]
    region = "" if side == "EU" else Counter(regions).most_common(1)[0][0]
    return MapPlace(
        key=place,
        label=view.say("places", place),
        longitude=point.longitude,
        latitude=point.latitude,
        side=side,
        pairings=pairings,
        description=view.words.places_in_countries[place],
        networks=networks,
        colour=view.colour("regions", region) if region else "eu",
        region=region,
        phases=tuple(phase for phase in view.words.in_order("phases") if phase in phases),
    )


def _axis(view: View, table: str, keys: Collection[str]) -> tuple[Category, ...]:
    return tuple(Category(key, view.say(table, key)) for key in view.words.in_order(table) if key in keys)


def _legend(view: View, colour: str) -> list[LegendEntry]:
    table = f"{colour}s"
    return [LegendEntry(view.colour(table, key), view.say(table, key)) for key in view.words.in_order(table)]


def _say_all(view: View, records: Sequence[PairingRecord]) -> str:
    """'162 pairings join 121 places on the EU side with 141 partners in 24 countries and territories.'"""
    sides, of_place = place_sides(records), view.words.countries_of_places
    eu, partners = (
        [place for place, side in sides.items() if side == wanted] for wanted in ("EU", "partner")
    )
    count = format_number(len(records))
    if not (eu and partners):
        said = ngettext(
            "One pairing of {places} is recorded.", "{count} pairings of {places} are recorded.", len(records)
        )
        return said.format(count=count, places=counted("tables", "places", len(sides)))
    countries = len({of_place[place] for place in partners})
    return ngettext(
        "One pairing joins {eu} with {partners} in {countries}.",
        "{count} pairings join {eu} with {partners} in {countries}.",
        len(records),
    ).format(
        count=count,
        eu=ngettext("{count} place on the EU side", "{count} places on the EU side", len(eu)).format(
            count=format_number(len(eu))
        ),
        partners=ngettext("{count} partner", "{count} partners", len(partners)).format(
            count=format_number(len(partners))
        ),
        countries=counted("tables", "countries", countries),
    )


def _say_networks(form: ArcMap) -> str:
    count = len(form.network_places)
    if not count:
        return ""
    return ngettext(
        "One more place is in networks only.", "{count} more places are in networks only.", count
    ).format(count=format_number(count))


def _say_unplaced(form: ArcMap) -> list[str]:
    count = len(form.unplaced)
    if not count:
        return []
    return [
        ngettext("One place has no position.", "{count} places have no position.", count).format(
            count=format_number(count)
        )
    ]
