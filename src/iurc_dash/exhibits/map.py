"""Where pairings lie in the world, and which countries and territories the partners come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, ExhibitTable, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import (
    SIDES,
    cautions_for,
    count_of_pairings,
    counted_names,
    countries_of_pairing,
    in_words,
    main_themes_of_pairing,
    names_in_words,
    themes_of_pairing,
)
from iurc_dash.forms import ArcMap, Bars, Category, LegendEntry, MapPairing, MapPlace, Series
from iurc_dash.language import _, format_names, format_number, ngettext
from iurc_dash.metrics.map import pairing_joins, partner_countries, place_sides, place_weights, positions
from iurc_dash.metrics.pairings import PairingRecord, chosen_records
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.reading import rows_in
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

ColourBy = Literal["phase", "region"]
MOST_COUNTRIES = 12


def pairings_on_map(
    dataset: Dataset, selection: Selection, colour_by: ColourBy = "phase", chosen: str = ""
) -> Exhibit:
    """Every pairing as one line between its members, coloured by phase or region."""
    question = _("Who works with whom, and where?")
    records = chosen_records(dataset, narrow(dataset, selection))
    if not records:
        return nothing_found("pairings-on-map", question, _("No pairing matches."), _map_columns())
    form = arc_map(dataset, records, colour_by, chosen)
    finding = _placed_in_words(len(records), len(form.places), len(form.unplaced))
    return map_exhibit(dataset, "pairings-on-map", question, finding, form, records)


def map_exhibit(
    dataset: Dataset, key: str, question: str, finding: str, form: ArcMap, records: Sequence[PairingRecord]
) -> Exhibit:
    """A map with the table of its pairings, one row each, and what a reader must know of it."""
    rows = rows_of(
        pairings=(record.pairing_id for record in records),
        pairing_members=(f"{record.pairing_id}|{place}" for record in records for place in record.places),
    )
    keys = ["boundaries", "approximate_position", "curved_lines"]
    cautions = cautions_for(records, dataset, *keys, *(["recorded_only"] if len(records) > 1 else []))
    return Exhibit(
        key, question, finding, form if form.places else None, _map_table(dataset, records), _map_alt(form, records),
        rows, cautions, sources_behind(dataset, rows),
    )  # fmt: skip


def arc_map(
    dataset: Dataset, records: Sequence[PairingRecord], colour_by: ColourBy, chosen: str = ""
) -> ArcMap:
    """The pairings as a map; one with a single placed member keeps its place and has no line."""
    names = dataset.names
    joins, points = pairing_joins(dataset), positions(dataset)
    weights, sides = place_weights(records), place_sides(records)
    members = {
        place: f"{names.places[place]}, {names.countries[names.place_countries[place]]}" for place in weights
    }
    counted = {weight: count_of_pairings(weight) for weight in set(weights.values())}
    side_words = {side: in_words(SIDES, side) for side in ("EU", "partner")}
    places = tuple(
        MapPlace(
            place, names.places[place], points[place].longitude, points[place].latitude,
            "EU" if sides[place] == "EU" else "partner", weight,
            f"{members[place]} · {side_words[sides[place]]} · {counted[weight]}",
        )
        for place, weight in weights.items() if place in points
    )  # fmt: skip
    pairings = tuple(
        MapPairing(
            record.pairing_id, names.pairings[record.pairing_id], joins[record.pairing_id].placed,
            joins[record.pairing_id].links, _colour(record, colour_by), names.editions[record.edition_id],
        )
        for record in records if joins[record.pairing_id].placed
    )  # fmt: skip
    used = {pairing.colour for pairing in pairings}
    legend = [entry for entry in _legend_entries(dataset, colour_by) if entry.colour in used]
    unplaced = tuple(members[place] for place in weights if place not in points)
    return ArcMap(places, pairings, tuple(legend), chosen, unplaced)


def _colour(record: PairingRecord, colour_by: ColourBy) -> str:
    return f"phase-{record.phase_id}" if colour_by == "phase" else f"region-{record.region_id}"


def _legend_entries(dataset: Dataset, colour_by: ColourBy) -> list[LegendEntry]:
    if colour_by == "phase":
        phases = dataset["phases"]
        rows = rows_in(phases, "phase_id", "short_label")
    else:
        regions = dataset["regions"].sort_values("order")
        rows = rows_in(regions, "region_id", "short_name")
    return [LegendEntry(f"{colour_by}-{key}", label) for key, label in rows]


def _placed_in_words(pairings: int, placed: int, unplaced: int) -> str:
    places = ngettext("{count} place shown", "{count} places shown", placed).format(
        count=format_number(placed)
    )
    parts = [count_of_pairings(pairings), places]
    if unplaced:
        parts.append(_("{count} without a position").format(count=format_number(unplaced)))
    return ", ".join(parts) + "."


def _map_alt(form: ArcMap, records: Sequence[PairingRecord]) -> str:
    counts = [(entry.label, sum(p.colour == entry.colour for p in form.pairings)) for entry in form.legend]
    shown = _("Map of the world with lines between the members of {pairings}.").format(
        pairings=count_of_pairings(len(records))
    )
    words = [shown]
    if counts:
        words.append(_("By colour: {counts}.").format(counts=counted_names(counts)))
    if form.unplaced:
        words.append(_("Not on the map: {places}.").format(places=format_names(form.unplaced)))
    return " ".join(words)


def _map_columns() -> tuple[Column, ...]:
    return (
        Column("pairing", _("Pairing"), "pairing", "pairing_id"),
        Column("countries", _("Countries and territories")),
        Column("phase", _("Phase")),
        Column("region", _("Region")),
        Column("themes", _("Themes")),
        Column("unplaced", _("Not on the map")),
    )


def _map_table(dataset: Dataset, records: Sequence[PairingRecord]) -> ExhibitTable:
    names, points, none = dataset.names, positions(dataset), _("none")
    return table_of(
        _map_columns(),
        (
            {
                "pairing_id": record.pairing_id,
                "pairing": names.pairings[record.pairing_id],
                "members": ", ".join(names.places[place] for place in record.places),
                "countries": countries_of_pairing(dataset, record),
                "phase": names.phases[record.phase_id],
                "region": names.regions[record.region_id],
                "themes": main_themes_of_pairing(dataset, record),
                "all_themes": themes_of_pairing(dataset, record),
                "unplaced": ", ".join(names.places[place] for place in record.places if place not in points)
                or none,
            }
            for record in records
        ),
        unseen=("members", "all_themes"),
    )


def where_from(dataset: Dataset, selection: Selection) -> Exhibit:
    """The partner countries and territories with most pairings, by phase."""
    question = _("Where do the partners come from?")
    records = chosen_records(dataset, narrow(dataset, selection))
    phases = {
        key: name for key, name in dataset.names.phases.items() if any(r.phase_id == key for r in records)
    }
    found = partner_countries(dataset, records)
    columns = _country_columns(phases)
    if not found:
        return nothing_found("where-from", question, _("No pairing matches."), columns)
    names = dataset.names.countries
    totals = {country: sum(map(len, found[country].values())) for country in found}
    ranked = sorted(found, key=lambda country: (-totals[country], names[country]))
    shown = ranked[:MOST_COUNTRIES]
    series = tuple(
        Series(phase, name, tuple(len(found[country].get(phase, ())) for country in shown), f"phase-{phase}")
        for phase, name in phases.items()
    )
    form = Bars(tuple(Category(country, names[country]) for country in shown), series, _("pairings"))
    table = table_of(
        columns,
        (
            {"country_code": country, "country": names[country], "pairings": totals[country]}
            | {f"phase-{phase}": len(found[country].get(phase, ())) for phase in phases}
            for country in ranked
        ),
        unseen=("country_code",),
    )
    with_partner = dict.fromkeys(p for by_phase in found.values() for ids in by_phase.values() for p in ids)
    rows = rows_of(pairings=with_partner)
    finding = _most_partners(
        [names[country] for country in leaders({c: totals[c] for c in ranked})],
        totals[ranked[0]],
        len(with_partner),
    )
    alt = _("Bars: {counts}.").format(counts=counted_names((names[c], totals[c]) for c in shown))
    repeated = ["several_countries"] if sum(totals.values()) > len(with_partner) else []
    cautions = cautions_for(records, dataset, "recorded_only", *repeated)
    return Exhibit(
        "where-from", question, finding, form, table, alt, rows, cautions, sources_behind(dataset, rows)
    )


def _most_partners(countries: list[str], count: int, total: int) -> str:
    values = {
        "countries": names_in_words(countries),
        "count": format_number(count),
        "total": format_number(total),
    }
    if total == 1:
        return _("{countries}: partner in the one pairing that matches.").format(**values)
    if len(countries) == 1 and count < total:
        return _("{countries}: partner in {count} of {total} pairings, more than any other.").format(**values)
    if len(countries) == 1:
        return _("{countries}: partner in all {total} pairings.").format(**values)
    return _("{countries} lead together, each partner in {count} of {total} pairings.").format(**values)


def _country_columns(phases: dict[str, str]) -> tuple[Column, ...]:
    return (
        Column("country", _("Country or territory")),
        Column("pairings", _("Pairings"), "number"),
        *(Column(f"phase-{phase}", name, "number") for phase, name in phases.items()),
    )
