"""Pairings in a list, and one pairing: what happened in it and where it lies. Profiles stand in profiles.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.map import arc_map, map_exhibit
from iurc_dash.exhibits.pairing_timeline import pairing_activities
from iurc_dash.exhibits.profile_lines import PairingProfile, PlaceProfile
from iurc_dash.exhibits.profiles import pairing_profile, place_summary
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import (
    cautions_for,
    count_of_pairings,
    countries_of_pairing,
    kind_of_pairing,
    main_themes_of_pairing,
    members_of_pairing,
    recorded,
    themes_of_pairing,
)
from iurc_dash.language import _, format_date, format_number, ngettext
from iurc_dash.metrics.pairings import PairingRecord, chosen_records, matching, pairing_records, plain
from iurc_dash.metrics.reading import rows_in
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

__all__ = [
    "PairingProfile", "PlaceProfile", "Sort", "pairing_activities", "pairing_choices", "pairing_list",
    "pairing_on_map", "pairing_profile", "place_summary",
]  # fmt: skip

# What a download of the list has and the page has no room for.
UNSEEN = ("members", "all_themes")

Sort = Literal["name", "phase", "region", "members", "activities", "start"]


def pairing_list(
    dataset: Dataset, selection: Selection, search: str = "", sort: Sort = "name", descending: bool = False
) -> Exhibit:
    """The pairings of the selection in which every word of the search is found, one row each."""
    question = _("Which pairings are there?")
    records = chosen_records(dataset, narrow(dataset, selection))
    if search.strip():
        records = matching(dataset, records, search)
    if not records:
        return nothing_found("pairing-list", question, _none_found(search), _list_columns())
    ordered = _sorted(dataset, records, sort, descending)
    table = table_of(_list_columns(), (_list_row(dataset, record, selection) for record in ordered), UNSEEN)
    rows = rows_of(pairings=(record.pairing_id for record in ordered))
    finding = _found_in_words(records, search)
    inferred = not selection.stated_only and any(record.inferred_goals for record in records)
    cautions = cautions_for(records, dataset, "recorded_only", *(["inferred_goals"] if inferred else []))
    return Exhibit(
        "pairing-list", question, finding, None, table, finding, rows, cautions, sources_behind(dataset, rows)
    )


def pairing_choices(dataset: Dataset, selection: Selection) -> dict[str, str]:
    """Pairings of the selection: key -> 'Bologna – Austin', with the edition where the same places paired twice."""
    names = dataset.names
    records = _sorted(dataset, chosen_records(dataset, narrow(dataset, selection)), "name", descending=False)
    twice = {name for name, count in Counter(names.pairings.values()).items() if count > 1}
    labels = {}
    for record in records:
        name = names.pairings[record.pairing_id]
        edition = names.editions[record.edition_id]
        labels[record.pairing_id] = (
            _("{pairing} ({edition})").format(pairing=name, edition=edition) if name in twice else name
        )
    return labels


def pairing_on_map(dataset: Dataset, pairing_id: str) -> Exhibit:
    """One pairing on a map; a key that the dataset does not know gives an exhibit that says so."""
    question = _("Where is it?")
    record = pairing_records(dataset).get(pairing_id)
    if record is None:
        return nothing_found("pairing-on-map", question, _("No pairing matches."), ())
    form = arc_map(dataset, [record], "phase")
    finding = members_of_pairing(dataset, record) + "."
    if form.unplaced:
        finding += " " + ngettext(
            "{count} of them has no position.", "{count} of them have no position.", len(form.unplaced)
        ).format(count=format_number(len(form.unplaced)))
    return map_exhibit(dataset, "pairing-on-map", question, finding, form, [record])


def _none_found(search: str) -> str:
    if search.strip():
        return _("No pairing matches “{search}”.").format(search=search.strip())
    return _("No pairing matches.")


def _found_in_words(records: Sequence[PairingRecord], search: str) -> str:
    if search.strip():
        return ngettext(
            "{count} pairing matches “{search}”.", "{count} pairings match “{search}”.", len(records)
        ).format(count=format_number(len(records)), search=search.strip())
    trios = sum(len(record.members) == 3 for record in records)
    groups = sum(len(record.members) > 3 for record in records)
    parts = []
    if trios:
        parts.append(ngettext("{count} trio", "{count} trios", trios).format(count=format_number(trios)))
    if groups:
        parts.append(
            ngettext("{count} larger group", "{count} larger groups", groups).format(
                count=format_number(groups)
            )
        )
    pairings = count_of_pairings(len(records))
    if not parts:
        return pairings + "."
    if len(records) == 1:
        return _("{pairings}: {kind}.").format(pairings=pairings, kind=kind_of_pairing(records[0]))
    if len(records) in (trios, groups):
        return (
            _("{pairings}, all of them trios.")
            if trios
            else _("{pairings}, all of them of four or five members.")
        ).format(pairings=pairings)
    return _("{pairings}, among them {groups}.").format(pairings=pairings, groups=_(" and ").join(parts))


def _sorted(
    dataset: Dataset, records: Iterable[PairingRecord], sort: Sort, descending: bool
) -> list[PairingRecord]:
    """By the chosen column, then by name; a start that is not recorded comes last either way."""
    names = dataset.names.pairings
    by_name = sorted(records, key=lambda record: plain(names[record.pairing_id]))
    regions = dataset["regions"]
    order = dict(rows_in(regions, "region_id", "order"))
    phases = {phase: place for place, phase in enumerate(dataset.names.phases)}
    column: dict[Sort, Any] = {
        "name": lambda record: plain(names[record.pairing_id]),
        "phase": lambda record: phases[record.phase_id],
        "region": lambda record: order[record.region_id],
        "members": lambda record: len(record.members),
        "activities": lambda record: len(record.activities),
        "start": lambda record: record.start_date,
    }
    ordered = sorted(by_name, key=column[sort], reverse=descending)
    if sort == "start":
        ordered.sort(key=lambda record: not record.start_date)
    return ordered


def _list_columns() -> tuple[Column, ...]:
    return (
        Column("pairing", _("Pairing"), "pairing", "pairing_id"),
        Column("countries", _("Countries and territories")),
        Column("edition", _("Edition"), "edition", "edition_id"),
        Column("kind", _("Kind")),
        Column("themes", _("Themes")),
        Column("start", _("Start")),
        Column("activities", _("Activities"), "number"),
        Column("goals", _("Goals (* stated by a source)")),
    )


def _list_row(dataset: Dataset, record: PairingRecord, selection: Selection) -> dict[str, Any]:
    names = dataset.names
    return {
        "pairing_id": record.pairing_id,
        "pairing": names.pairings[record.pairing_id],
        "members": members_of_pairing(dataset, record),
        "countries": countries_of_pairing(dataset, record),
        "edition_id": record.edition_id,
        "edition": names.editions[record.edition_id],
        "kind": kind_of_pairing(record),
        "themes": main_themes_of_pairing(dataset, record),
        "all_themes": themes_of_pairing(dataset, record),
        "start": format_date(record.start_date),
        "activities": len(record.activities),
        "goals": _goal_numbers(dataset, record, selection.stated_only),
    }


def _goal_numbers(dataset: Dataset, record: PairingRecord, stated_only: bool) -> str:
    """'11*, 12': numbers in order, a star where a source states it."""
    inferred = () if stated_only else record.inferred_goals
    marked = [(goal, "*") for goal in record.stated_goals] + [(goal, "") for goal in inferred]
    numbers = sorted((int(goal.removeprefix("sdg-")), mark) for goal, mark in marked)
    return recorded(", ".join(f"{number}{mark}" for number, mark in numbers))
