"""What is known of each pairing, gathered from the tables that speak of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iurc_dash.kept import derived
from iurc_dash.reading import rows_in
from iurc_dash.selection import Selection
from iurc_dash.view import View

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


def every_pairing(view: View) -> Mapping[str, PairingRecord]:
    """Every pairing of the whole dataset by its key, in the dataset's order."""
    return pairing_records(view.of(Selection()))


@derived
def pairing_records(view: View) -> Mapping[str, PairingRecord]:
    """Every pairing in view by its key, in the dataset's order, with all that the whole dataset says of it."""
    if not view.selection.is_everything:
        every = every_pairing(view)
        return {key: every[key] for key in view["pairings"]["pairing_id"]}
    members = _members(view)
    themes = _grouped(view, "pairing_themes", "pairing_id", "theme_id")
    activities = _grouped(view, "activity_pairings", "pairing_id", "activity_id")
    goals = _goals(view)
    columns = ("pairing_id", "edition_id", "kind", "start_date", "end_date", "status", "summary")
    records = {}
    for key, edition, *values in rows_in(view["pairings"], *columns):
        stated, inferred = goals.get(key, ((), ()))
        records[key] = PairingRecord(
            key,
            edition,
            *view.where(edition),
            *values,
            members=members.get(key, ()),
            themes=themes.get(key, ()),
            activities=activities.get(key, ()),
            stated_goals=stated,
            inferred_goals=inferred,
        )
    return records


@derived
def pairings_of_places(view: View) -> Mapping[str, tuple[str, ...]]:
    """Pairings in view by the key of a member."""
    found: dict[str, list[str]] = {}
    for record in pairing_records(view).values():
        for place in dict.fromkeys(record.places):
            found.setdefault(place, []).append(record.pairing_id)
    return {place: tuple(pairings) for place, pairings in found.items()}


def related_pairings(view: View, pairing_id: str) -> list[tuple[str, tuple[str, ...]]]:
    """Pairings of other editions that share a place with this one: (pairing key, shared place keys)."""
    whole = view.of(Selection())
    records, own = pairing_records(whole), every_pairing(view)[pairing_id]
    others = dict.fromkeys(pairing for place in own.places for pairing in pairings_of_places(whole)[place])
    related = [
        (key, tuple(place for place in own.places if place in records[key].places))
        for key in others
        if records[key].edition_id != own.edition_id
    ]
    return sorted(related, key=lambda pair: (records[pair[0]].phase_id, pair[0]))


def plain(text: str) -> str:
    """The text without accents and in small letters, so that 'Malmo' finds 'Malmö'."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(
        PLAIN_LETTERS
    )


@derived
def searchable_texts(view: View) -> Mapping[str, str]:
    """For each pairing the plain text of its names, countries, themes, labels and summary."""
    written = _grouped(view, "place_names", "place_id", "name")
    labels = _grouped(view, "pairing_themes", "pairing_id", "label")
    texts = {}
    for record in pairing_records(view).values():
        words: list[str] = [record.summary, *labels.get(record.pairing_id, ())]
        words += [view.say("themes", theme) for theme in record.themes]
        for place in record.places:
            words += [view.words.place_in_country(place), *written.get(place, ())]
        texts[record.pairing_id] = plain(" \n ".join(words))
    return texts


def matching(view: View, records: Iterable[PairingRecord], search: str) -> list[PairingRecord]:
    """Records in which every word of the search is found, whatever its accents and capitals."""
    words = plain(search).split()
    texts = searchable_texts(view)
    return [record for record in records if all(word in texts[record.pairing_id] for word in words)]


def _members(view: View) -> dict[str, tuple[tuple[str, str], ...]]:
    table = view["pairing_members"]
    columns = ("side", "order", "pairing_id", "place_id")
    ordered = sorted((side != "EU", *row) for side, *row in rows_in(table, *columns))
    members: dict[str, list[tuple[str, str]]] = {}
    for is_partner, _order, pairing_id, place_id in ordered:
        members.setdefault(pairing_id, []).append((place_id, "partner" if is_partner else "EU"))
    return {key: tuple(places) for key, places in members.items()}


def _grouped(view: View, table_name: str, key: str, value: str) -> dict[str, tuple[str, ...]]:
    """Values of a column by key, each once, in the table's order."""
    table = view[table_name]
    groups: dict[str, dict[str, None]] = {}
    for group, member in rows_in(table, key, value):
        groups.setdefault(group, {})[member] = None
    return {group: tuple(members) for group, members in groups.items()}


def _goals(view: View) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Stated and inferred Sustainable Development Goals of each pairing, in the goals' order."""
    goals = view["goals"]
    order = {
        goal: place
        for goal, agenda, place in rows_in(goals, "goal_id", "agenda_id", "order")
        if agenda == "sdg"
    }
    table = view["contributions"]
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
