"""One region's run of one phase: its facts, its figures beside those it built on, its pairings and networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.edition_profile import EditionProfile, edition_profile, predecessors
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import (
    SIDES,
    count_of_activities,
    count_of_pairings,
    counted_names,
    in_words,
    kind_of_pairing,
    members_of_pairing,
    themes_of_pairing,
)
from iurc_dash.forms import KeyFigure, KeyFigures, Part
from iurc_dash.language import N_, _, format_date, format_number, ngettext
from iurc_dash.metrics.edition_counts import EDITION_COUNTED, edition_counts, members_of_networks
from iurc_dash.metrics.editions import PROGRAMME_WIDE, edition_places
from iurc_dash.metrics.pairings import chosen_records
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.sourcing import sources_of_rows
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

__all__ = [
    "DEFAULT_EDITION",
    "EditionProfile",
    "edition_choices",
    "edition_key_figures",
    "edition_networks",
    "edition_pairings",
    "edition_profile",
    "edition_selection",
]

DEFAULT_EDITION = "NA-3"

LABELS = {
    "pairings": N_("Pairings"),
    "groups": N_("Trios and larger groups"),
    "places": N_("Places in pairings and networks"),
    "activities": N_("Activities"),
    "publications": N_("Publications and case studies"),
    "goal_links": N_("Links to Sustainable Development Goals"),
}


def edition_choices(dataset: Dataset) -> dict[str, str]:
    """Every edition of a region by key, the default first, then by region, latest phase first."""
    order = dict(rows_in(dataset["regions"], "region_id", "order"))
    places = edition_places(dataset)
    phases = list(dataset["phases"]["phase_id"])
    editions = sorted(
        (edition for edition, place in places.items() if place.region_id != PROGRAMME_WIDE),
        key=lambda e: (e != DEFAULT_EDITION, order[places[e].region_id], -phases.index(places[e].phase_id)),
    )
    return {edition: dataset.names.editions[edition] for edition in editions}


def edition_selection(dataset: Dataset, edition_id: str) -> Selection:
    """The selection of exactly this edition; an unknown key raises KeyError."""
    place = edition_places(dataset)[edition_id]
    return Selection(phases=(place.phase_id,), regions=(place.region_id,))


def edition_key_figures(dataset: Dataset, edition_id: str) -> Exhibit:
    """Key figures of an edition, each beside the same figure of the editions it built on."""
    question = _("What did this edition bring about, beside what it built on?")
    editions = [edition_id, *predecessors(dataset, edition_id)]
    counts = {key: edition_counts(narrow(dataset, edition_selection(dataset, key))) for key in editions}
    own = counts[edition_id]
    figures = tuple(_figure(dataset, what, counts, editions) for what in EDITION_COUNTED)
    finding = _key_finding(own)
    names = dataset.names.editions
    columns = [
        Column("label", _("What is counted")),
        *(Column(f"edition_{key}", names[key], "number") for key in editions),
    ]
    records = [
        {"label": _(LABELS[what]), **{f"edition_{key}": len(counts[key][what]) for key in editions}}
        for what in EDITION_COUNTED
    ]
    rows = rows_of(
        pairings=own["pairings"],
        places=own["places"],
        activities=own["activities"],
        contributions=own["goal_links"],
    )
    numbers = "; ".join(
        _("{edition}: {figures}").format(
            edition=names[key],
            figures=counted_names((_(LABELS[what]), len(counts[key][what])) for what in EDITION_COUNTED),
        )
        for key in editions
    )
    running = ("phase_running",) if edition_places(dataset)[edition_id].phase_id == "3" else ()
    gateway = ("successor_gateway",) if edition_id == "NA-3" else ()
    return Exhibit(
        key="edition_key_figures",
        question=question,
        finding=finding,
        form=KeyFigures(figures),
        table=table_of(columns, records),
        alt=f"{finding} {numbers}.",
        rows=rows,
        cautions=("recorded_only", "programme_wide", *running, *gateway),
        sources=sources_behind(dataset, rows),
    )


def _figure(
    dataset: Dataset, what: str, counts: Mapping[str, Mapping[str, tuple[str, ...]]], editions: list[str]
) -> KeyFigure:
    own, *before = editions
    names = dataset.names.editions
    parts = tuple(Part(names[key], len(counts[key][what])) for key in before)
    return KeyFigure(what, _(LABELS[what]), len(counts[own][what]), parts)


def _key_finding(own: Mapping[str, tuple[str, ...]]) -> str:
    pairings, places, activities = len(own["pairings"]), len(own["places"]), len(own["activities"])
    if not (pairings or places or activities):
        return _("Nothing of this edition is recorded.")
    return _("{pairings}, {places} and {activities} are recorded.").format(
        pairings=count_of_pairings(pairings) if pairings else _("No pairing"),
        places=ngettext("{count} place", "{count} places", places).format(count=format_number(places)),
        activities=count_of_activities(activities),
    )


def edition_pairings(dataset: Dataset, edition_id: str) -> Exhibit:
    """The pairings of an edition: members, kind, themes, start, number of sources."""
    question = _("Which pairings does the edition have?")
    columns = [
        Column("pairing", _("Pairing"), "pairing", key_column="pairing_id"),
        Column("members", _("Members")),
        Column("kind", _("Kind")),
        Column("themes", _("Themes")),
        Column("start", _("Start"), "date"),
        Column("source_count", _("Sources"), "number"),
    ]
    records = chosen_records(dataset, narrow(dataset, edition_selection(dataset, edition_id)))
    if not records:
        return nothing_found(
            "edition_pairings", question, _("No pairing of this edition is recorded."), columns
        )
    names = dataset.names.pairings
    finding = ngettext("{count} pairing is recorded.", "{count} pairings are recorded.", len(records)).format(
        count=format_number(len(records))
    )
    rows = rows_of(pairings=(record.pairing_id for record in records))
    return Exhibit(
        key="edition_pairings",
        question=question,
        finding=finding,
        form=None,
        table=table_of(
            columns,
            (
                {
                    "pairing": names[record.pairing_id],
                    "pairing_id": record.pairing_id,
                    "members": members_of_pairing(dataset, record),
                    "kind": kind_of_pairing(record),
                    "themes": themes_of_pairing(dataset, record),
                    "start": format_date(record.start_date),
                    "source_count": len(sources_of_rows(dataset, {"pairings": (record.pairing_id,)})),
                }
                for record in sorted(records, key=lambda record: names[record.pairing_id].casefold())
            ),
        ),
        alt=finding,
        rows=rows,
        cautions=("recorded_only",),
        sources=sources_behind(dataset, rows),
    )


def edition_networks(dataset: Dataset, edition_id: str) -> Exhibit:
    """The networks that the programme named in an edition and who took part, also without a network."""
    question = _("Which networks does the edition have, and who takes part?")
    columns = [
        Column("network", _("Network")),
        Column("description", _("What it is")),
        Column("members", _("Places that took part"), "place", key_column="place_ids"),
        Column("member_count", _("Places"), "number"),
    ]
    narrowed = narrow(dataset, edition_selection(dataset, edition_id))
    networks, members = narrowed["thematic_networks"], narrowed["network_members"]
    if networks.empty and members.empty:
        finding = _("No network and no further participant of this edition is recorded.")
        return nothing_found("edition_networks", question, finding, columns)
    places = members["place_id"].nunique()
    said = _("{networks} and {places} that took part are recorded.")
    if networks.empty:
        said = ngettext(
            "No network is named; {places} took part without one.",
            "No network is named; {places} took part without one.",
            places,
        )
    finding = said.format(
        networks=ngettext("{count} network", "{count} networks", len(networks)).format(
            count=format_number(len(networks))
        ),
        places=ngettext("{count} place", "{count} places", places).format(count=format_number(places)),
    )
    rows = rows_of(thematic_networks=networks["network_id"], network_members=members["member_id"])
    return Exhibit(
        key="edition_networks",
        question=question,
        finding=finding,
        form=None,
        table=table_of(columns, _network_lines(dataset, narrowed)),
        alt=finding,
        rows=rows,
        cautions=("recorded_only",),
        sources=sources_behind(dataset, rows),
    )


def _network_lines(dataset: Dataset, narrowed: Dataset) -> Iterator[dict[str, Any]]:
    """One line a network, EU side first within it; last those of whom no network is named."""
    names, by_network = dataset.names, members_of_networks(narrowed)
    networks = narrowed["thematic_networks"]
    named = list(rows_in(networks, "network_id", "name", "description"))
    if by_network.get(""):
        named.append(("", _("No network named"), "–"))
    for network, name, description in named:
        members = by_network.get(network, ())
        yield {
            "network": name,
            "description": description,
            "members": tuple(
                _("{place} ({country}, {side})").format(
                    place=names.places[member.place_id],
                    country=names.countries[names.place_countries[member.place_id]],
                    side=in_words(SIDES, member.side),
                )
                for member in members
            ),
            "place_ids": tuple(member.place_id for member in members),
            "member_count": len(members),
            "network_id": network,
        }
