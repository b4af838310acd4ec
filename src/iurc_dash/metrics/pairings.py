"""What is known of each pairing, gathered from the tables that speak of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.metrics.activities import NOT_YET
from iurc_dash.metrics.goals import links_in
from iurc_dash.metrics.search import plain
from iurc_dash.reading import cells_by, grouped, rows_in
from iurc_dash.view import EVERYTHING, View


@dataclass(frozen=True)
class PairingRecord:
    """One pairing: its own columns, and keys of what belongs to it.

    `members` are (place key, side) in the order of the sources, EU side first; `themes` are theme keys, each
    once; `activities` are keys of activities that took place or came out, `ahead` of those that are only planned or
    proposed; `stated_goals` and `inferred_goals` are keys of Sustainable Development Goals, a goal with both
    bases under stated only.
    """

    pairing_id: str
    edition_id: str
    phase_id: str
    region_id: str
    kind: str
    start_date: str
    end_date: str
    status: str
    summary: str
    members: tuple[tuple[str, str], ...]
    themes: tuple[str, ...]
    activities: tuple[str, ...]
    ahead: tuple[str, ...]
    stated_goals: tuple[str, ...]
    inferred_goals: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """Place keys of all members."""
        return tuple(place for place, _side in self.members)


def every_pairing(view: View) -> Mapping[str, PairingRecord]:
    """Every pairing of the whole dataset by its key, in the dataset's order."""
    return _records(view.whole)


@derived
def pairing_records(view: View) -> Mapping[str, PairingRecord]:
    """Every pairing in view by its key, in the dataset's order, with all that the whole dataset says of it."""
    every = every_pairing(view)
    if view.selection.is_everything:
        return every
    return {key: every[key] for key in view["pairings"]["pairing_id"].tolist()}


@derived
def _records(dataset: Dataset) -> Mapping[str, PairingRecord]:
    editions = {
        edition: (phase, region)
        for edition, phase, region in rows_in(dataset["editions"], "edition_id", "phase_id", "region_id")
    }
    members = members_by_pairing(dataset)
    themes = cells_by(dataset["pairing_themes"], "pairing_id", "theme_id")
    activities = cells_by(dataset["activity_pairings"], "pairing_id", "activity_id")
    states = dict(rows_in(dataset["activities"], "activity_id", "state"))
    goals = _goals(dataset)
    columns = ("pairing_id", "edition_id", "kind", "start_date", "end_date", "status", "summary")
    records = {}
    for key, edition, kind, start, end, status, summary in rows_in(dataset["pairings"], *columns):
        stated, inferred = goals.get(key, ((), ()))
        recorded = activities.get(key, ())
        ahead = tuple(activity for activity in recorded if states.get(activity) in NOT_YET)
        phase, region = editions.get(edition, ("", ""))
        records[key] = PairingRecord(
            pairing_id=key,
            edition_id=edition,
            phase_id=phase,
            region_id=region,
            kind=kind,
            start_date=start,
            end_date=end,
            status=status,
            summary=summary,
            members=members.get(key, ()),
            themes=themes.get(key, ()),
            activities=tuple(activity for activity in recorded if activity not in ahead),
            ahead=ahead,
            stated_goals=stated,
            inferred_goals=inferred,
        )
    return records


@derived
def members_by_pairing(dataset: Dataset) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each pairing its members as (place key, side), EU side first, then in the order of the sources."""
    columns = ("side", "order", "pairing_id", "place_id")
    ordered = sorted((side != "EU", *row) for side, *row in rows_in(dataset["pairing_members"], *columns))
    return grouped(
        (pairing, (place, "partner" if is_partner else "EU"))
        for is_partner, _order, pairing, place in ordered
    )


@derived
def labels_by_pairing(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """For each pairing what its sources wrote of its themes."""
    return cells_by(dataset["pairing_themes"], "pairing_id", "label")


@derived
def rows_of_pairings(
    dataset: Dataset, table_name: str, *columns: str
) -> Mapping[str, tuple[tuple[Any, ...], ...]]:
    """Rows of a table by the pairing that they are of, as the given columns, in the table's order."""
    table = dataset[table_name]
    if "subject_kind" in table.columns:
        table = table[table["subject_kind"] == "pairing"]
    key = "pairing_id" if "pairing_id" in table.columns else "subject_id"
    return grouped((pairing, tuple(cells)) for pairing, *cells in rows_in(table, key, *columns))


def size_of_pairing(record: PairingRecord) -> str:
    """The code of how many members a pairing has; blank where fewer than two are recorded."""
    size = len(record.members)
    return {2: "pair", 3: "trio"}.get(size, "group" if size > 3 else "")


@derived
def pairings_of_places(view: View) -> Mapping[str, tuple[str, ...]]:
    """Pairings in view by the key of a member."""
    return grouped(
        (place, record.pairing_id) for record in pairing_records(view).values() for place in record.places
    )


def related_pairings(view: View, pairing_id: str) -> list[tuple[str, tuple[str, ...]]]:
    """Pairings of other editions that share a place with this one: (pairing key, shared place keys)."""
    records, own = every_pairing(view), every_pairing(view)[pairing_id]
    of_places = pairings_of_places(view.of(EVERYTHING))
    others = dict.fromkeys(pairing for place in own.places for pairing in of_places[place])
    related = [
        (key, tuple(place for place in own.places if place in records[key].places))
        for key in others
        if records[key].edition_id != own.edition_id
    ]
    return sorted(related, key=lambda pair: (records[pair[0]].phase_id, pair[0]))


def names_to_sort_by(view: View) -> Mapping[str, str]:
    """The name of each pairing of the whole dataset without accents and capitals."""
    names = view.words.names("pairings")
    kept = view.whole.kept
    return kept.once(
        ("names to sort by", view.language), lambda: {key: plain(name) for key, name in names.items()}
    )


def _goals(dataset: Dataset) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Stated and inferred Sustainable Development Goals of each pairing, in the goals' order."""
    order = dict(rows_in(dataset["goals"], "goal_id", "order"))
    found: dict[str, tuple[list[str], list[str]]] = {}
    for link in links_in(dataset):
        if link.is_counted and link.subject_kind == "pairing":
            found.setdefault(link.subject_id, ([], []))[link.basis != "stated"].append(link.goal_id)
    return {
        subject: (
            tuple(sorted(stated, key=order.__getitem__)),
            tuple(sorted(inferred, key=order.__getitem__)),
        )
        for subject, (stated, inferred) in found.items()
    }
