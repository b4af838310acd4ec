"""One region's run of one phase: its facts, its figures beside those it built on, its pairings."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.edition_networks import edition_networks, edition_selection
from iurc_dash.exhibits.edition_profile import EditionProfile, edition_profile, predecessors
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import (
    count_of_activities,
    count_of_pairings,
    counted_names,
    countries_of_pairing,
    kind_of_pairing,
    main_themes_of_pairing,
    members_of_pairing,
    themes_of_pairing,
)
from iurc_dash.forms import KeyFigure, KeyFigures, Part
from iurc_dash.language import N_, _, format_date, format_number, ngettext
from iurc_dash.metrics.edition_counts import EDITION_COUNTED, edition_counts
from iurc_dash.metrics.editions import PROGRAMME_WIDE, edition_places
from iurc_dash.metrics.pairings import chosen_records
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.sourcing import sources_of_rows
from iurc_dash.narrowing import narrow

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
    """The pairings of an edition: countries, kind, themes, start, number of sources."""
    question = _("Which pairings does the edition have?")
    columns = [
        Column("pairing", _("Pairing"), "pairing", key_column="pairing_id"),
        Column("countries", _("Countries and territories")),
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
                    "countries": countries_of_pairing(dataset, record),
                    "kind": kind_of_pairing(record),
                    "themes": main_themes_of_pairing(dataset, record),
                    "all_themes": themes_of_pairing(dataset, record),
                    "start": format_date(record.start_date),
                    "source_count": len(sources_of_rows(dataset, {"pairings": (record.pairing_id,)})),
                }
                for record in sorted(records, key=lambda record: names[record.pairing_id].casefold())
            ),
            unseen=("members", "all_themes"),
        ),
        alt=finding,
        rows=rows,
        cautions=("recorded_only",),
        sources=sources_behind(dataset, rows),
    )
