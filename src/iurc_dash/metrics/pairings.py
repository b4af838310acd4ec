"""What is known of each pairing, gathered from the tables that speak of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.reading import rows_in

# Letters that no decomposition takes to a plain one.
PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


@dataclass(frozen=True)
class PairingRecord:
    """One pairing: its own columns, and keys of what belongs to it.

    `members` are (place key, side) in the order of the sources, EU side first; `themes` are theme keys, each
    once; `activities` are activity keys; `stated_goals` and `inferred_goals` are keys of Sustainable
    Development Goals, a goal with both bases under stated only.
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
    stated_goals: tuple[str, ...]
    inferred_goals: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """Place keys of all members."""
        return tuple(place for place, _side in self.members)


@lru_cache(maxsize=4)
def pairing_records(dataset: Dataset) -> Mapping[str, PairingRecord]:
    """Every pairing of the dataset by its key, in the dataset's order."""
    pairings, editions = dataset["pairings"], dataset["editions"]
    phases = dict(rows_in(editions, "edition_id", "phase_id"))
    regions = dict(rows_in(editions, "edition_id", "region_id"))
    members = _members(dataset)
    themes = _grouped(dataset, "pairing_themes", "pairing_id", "theme_id")
    activities = _grouped(dataset, "activity_pairings", "pairing_id", "activity_id")
    goals = _goals(dataset)
    columns = ["pairing_id", "edition_id", "kind", "start_date", "end_date", "status", "summary"]
    records = {}
    for key, edition, kind, start, end, status, summary in rows_in(pairings, *columns):
        stated, inferred = goals.get(key, ((), ()))
        records[key] = PairingRecord(
            key, edition, phases[edition], regions[edition], kind, start, end, status, summary, members.get(key, ()),
            themes.get(key, ()), activities.get(key, ()), stated, inferred,
        )  # fmt: skip
    return records


def chosen_records(dataset: Dataset, narrowed: Dataset) -> list[PairingRecord]:
    """Records of the pairings that a narrowed dataset still has, from the whole one, in its order."""
    records = pairing_records(dataset)
    return [records[key] for key in narrowed["pairings"]["pairing_id"]]


def related_pairings(dataset: Dataset, pairing_id: str) -> list[tuple[str, tuple[str, ...]]]:
    """Pairings of other editions that share a place with this one: (pairing key, shared place keys)."""
    records = pairing_records(dataset)
    own = records[pairing_id]
    related = []
    for other in records.values():
        shared = tuple(place for place in own.places if place in other.places)
        if shared and other.edition_id != own.edition_id:
            related.append((other.pairing_id, shared))
    return sorted(related, key=lambda pair: (records[pair[0]].phase_id, pair[0]))


def plain(text: str) -> str:
    """The text without accents and in small letters, so that 'Malmo' finds 'Malmö'."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(
        PLAIN_LETTERS
    )


@lru_cache(maxsize=4)
def searchable_texts(dataset: Dataset) -> Mapping[str, str]:
    """For each pairing the plain text of its names, countries, themes, labels and summary."""
    names = dataset.names
    written = _grouped(dataset, "place_names", "place_id", "name")
    labels = _grouped(dataset, "pairing_themes", "pairing_id", "label")
    texts = {}
    for record in pairing_records(dataset).values():
        words: list[str] = [record.summary, *labels.get(record.pairing_id, ())]
        words += [names.themes[theme] for theme in record.themes]
        for place in record.places:
            words += [
                names.places[place],
                names.countries[names.place_countries[place]],
                *written.get(place, ()),
            ]
        texts[record.pairing_id] = plain(" \n ".join(words))
    return texts


def matching(dataset: Dataset, records: Iterable[PairingRecord], search: str) -> list[PairingRecord]:
    """Records in which every word of the search is found, whatever its accents and capitals."""
    words = plain(search).split()
    texts = searchable_texts(dataset)
    return [record for record in records if all(word in texts[record.pairing_id] for word in words)]


def _members(dataset: Dataset) -> dict[str, tuple[tuple[str, str], ...]]:
    table = dataset["pairing_members"]
    columns = ("side", "order", "pairing_id", "place_id")
    ordered = sorted((side != "EU", *row) for side, *row in rows_in(table, *columns))
    members: dict[str, list[tuple[str, str]]] = {}
    for is_partner, _order, pairing_id, place_id in ordered:
        members.setdefault(pairing_id, []).append((place_id, "partner" if is_partner else "EU"))
    return {key: tuple(places) for key, places in members.items()}


def _grouped(dataset: Dataset, table_name: str, key: str, value: str) -> dict[str, tuple[str, ...]]:
    """Values of a column by key, each once, in the table's order."""
    table = dataset[table_name]
    groups: dict[str, dict[str, None]] = {}
    for group, member in rows_in(table, key, value):
        groups.setdefault(group, {})[member] = None
    return {group: tuple(members) for group, members in groups.items()}


def _goals(dataset: Dataset) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Stated and inferred Sustainable Development Goals of each pairing, in the goals' order."""
    goals = dataset["goals"]
    order = {
        goal: place
        for goal, agenda, place in rows_in(goals, "goal_id", "agenda_id", "order")
        if agenda == "sdg"
    }
    table = dataset["contributions"]
    found: dict[str, tuple[set[str], set[str]]] = {}
    rows = rows_in(table, "subject_kind", "subject_id", "goal_id", "basis")
    for kind, subject, goal, basis in rows:
        if kind == "pairing" and goal in order:
            found.setdefault(subject, (set(), set()))[basis != "stated"].add(goal)
    return {
        subject: (
            tuple(sorted(stated, key=order.__getitem__)),
            tuple(sorted(inferred - stated, key=order.__getitem__)),
        )
        for subject, (stated, inferred) in found.items()
    }
