"""Where pairings lie in the world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.pairings._pairing import pairing_choices, say_members
from iurc_dash.exhibits.pairings._partners import countries_below_half
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.forms import ArcMap, LegendEntry, MapPairing, MapPlace
from iurc_dash.kept import derived
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.map import drawn_pairings, place_sides, positions
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, pairing_records
from iurc_dash.quantities import Count
from iurc_dash.reading import grouped
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
    rows = Count.in_table("pairings", keys)
    finding = _say_one(view, records[0], form) if pairing else _say_all(records, form)
    question = _("Where is it?") if pairing else ""
    if not form.places:
        return listed(finding, table, rows, question=question)
    return Answer(
        finding=finding,
        form=form,
        table=lambda: table,
        counted=rows,
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
        )
        for key, record in records.items()
        if key in drawn and drawn[key].placed
    }


def _places(
    view: View, records: Sequence[PairingRecord], pairings_of: Mapping[str, Sequence[str]]
) -> tuple[MapPlace, ...]:
    points, sides = positions(view.whole), place_sides(records)
    names, in_countries = view.words.names("places"), view.words.places_in_countries
    return tuple(
        MapPlace(
            key=place,
            label=names[place],
            longitude=points[place].longitude,
            latitude=points[place].latitude,
            side=sides[place],
            pairings=Count.in_table("pairings", pairings),
            description=in_countries[place],
        )
        for place, pairings in pairings_of.items()
        if place in points
    )


def _legend(view: View, colour: str) -> list[LegendEntry]:
    table = f"{colour}s"
    return [LegendEntry(view.colour(table, key), view.say(table, key)) for key in view.words.in_order(table)]


def _say_all(records: Sequence[PairingRecord], form: ArcMap) -> str:
    """How many pairings and places there are, and how many of these a map cannot show."""
    places = counted("tables", "places", len(form.places) + len(form.unplaced))
    said = ngettext(
        "One pairing of {places} is recorded.", "{count} pairings of {places} are recorded.", len(records)
    )
    return " ".join([said.format(count=format_number(len(records)), places=places), *_say_unplaced(form)])


def _say_one(view: View, record: PairingRecord, form: ArcMap) -> str:
    return " ".join([say_members(view, record), *_say_unplaced(form)])


def _say_unplaced(form: ArcMap) -> list[str]:
    count = len(form.unplaced)
    if not count:
        return []
    return [
        ngettext("One place has no position.", "{count} places have no position.", count).format(
            count=format_number(count)
        )
    ]
