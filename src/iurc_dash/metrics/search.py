"""Searching names and texts: letters and digits only, words from their beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from text_unidecode import unidecode

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.reading import cells_by, grouped, rows_in
from iurc_dash.view import EVERYTHING, View

# Signs that some write within a word and others leave out: "Xi’an" and "Xian", "St. John’s" and "St Johns".
WITHIN_WORDS = re.compile(r"['’`´.-]")
OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
# What readers call a country or territory beside its name in the tables, by its ISO 3166-1 code.
OTHER_COUNTRY_NAMES = {
    "CZ": "Czech Republic",
    "GB": "UK Great Britain",
    "KR": "Republic of Korea",
    "NL": "Holland",
    "US": "USA America",
    "VN": "Viet Nam",
}


def plain(text: str) -> str:
    """The words of a text in small letters and digits, without accents: 'Almería – Piura' -> 'almeria piura'."""
    letters = text if text.isascii() else unidecode(text)
    return OTHER_SIGNS.sub(" ", letters.lower()).strip()


def searchable(texts: Iterable[str]) -> str:
    """What a search looks through: the plain words, and those with signs within them as they read without."""
    written = " ".join(texts)
    with_signs = " ".join(word for word in written.split() if WITHIN_WORDS.search(word))
    return f" {plain(written)} {plain(WITHIN_WORDS.sub('', with_signs))}"


def matches(search: str, text: str) -> bool:
    """Whether each word of a search begins a word of a text that `searchable` made."""
    return all(f" {word}" in text for word in plain(search).split())


def found(search: str, texts: Mapping[str, str]) -> list[str]:
    """Keys of the searchable texts in which every word of the search is found, in their order."""
    words = [f" {word}" for word in plain(search).split()]
    return [key for key, text in texts.items() if all(word in text for word in words)]


def best(search: str, names: Mapping[str, str], texts: Mapping[str, str]) -> list[str]:
    """Keys of the names whose searchable text has every word of the search, in the order of the names.

    Those whose own name has them come first. A blank search finds all.
    """
    within = set(found(search, texts))
    hits = [key for key in names if key in within]
    by_name = (
        set(found(search, {key: searchable([names[key]]) for key in hits})) if search.strip() else within
    )
    return sorted(hits, key=lambda key: key not in by_name)


def find(view: View, search: str, most: int) -> list[tuple[str, str]]:
    """Places, pairings, themes and goals that a search finds, best first, as (table, key); none for a blank one.

    Best is what is called exactly so, then what begins so, then what has the words in its name, then in other texts.
    """
    wanted = plain(search)
    if not wanted:
        return []
    hits = []
    for order, (table, (names, texts)) in enumerate(_findable(view.of(EVERYTHING)).items()):
        for key in found(search, texts):
            name = plain(names[key])
            hits.append((_rank(wanted, name), order, len(name), table, key))
    return [(table, key) for _fit, _order, _length, table, key in sorted(hits)[:most]]


def _rank(wanted: str, name: str) -> int:
    """How well a name fits the words that are searched for, the best first; both are plain."""
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if matches(wanted, f" {name}") else 3


@derived
def _findable(view: View) -> Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]]:
    """What can be found, by table: names and searchable texts by key."""
    names = {table: view.words.names(table) for table in ("places", "pairings", "themes", "goals")}
    goals = {key: view.words.goal_label(key) for key in names["goals"]}
    numbered = {
        goal: searchable([goals[goal], f"SDG {number} goal {number}" if number else ""])
        for goal, number in rows_in(view.whole["goals"], "goal_id", "number")
    }
    labels = cells_by(view.whole["pairing_themes"], "theme_id", "label")
    themes = {key: searchable([name, *labels.get(key, ())]) for key, name in names["themes"].items()}
    pairings = {key: searchable([name]) for key, name in names["pairings"].items()}
    return {
        "places": (names["places"], place_texts(view)),
        "themes": (names["themes"], themes),
        "goals": (goals, numbered),
        "pairings": (names["pairings"], pairings),
    }


def place_texts(view: View) -> Mapping[str, str]:
    """For each place of the whole dataset its searchable text: name, names as written, country or territory."""
    return _place_texts(view.of(EVERYTHING))


def pairing_texts(view: View) -> Mapping[str, str]:
    """For each pairing of the whole dataset its searchable text: places, countries, themes, labels, summary."""
    return _pairing_texts(view.of(EVERYTHING))


@derived
def names_as_written(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """The names that sources write for each place."""
    return cells_by(dataset["place_names"], "place_id", "name")


@derived
def source_texts(dataset: Dataset) -> Mapping[str, str]:
    """For each source its searchable text: title, publisher, address and what it was read for."""
    rows = rows_in(dataset["sources"], "source_id", "title", "publisher", "url", "read_as")
    return {source: searchable(texts) for source, *texts in rows}


@derived
def _place_texts(view: View) -> Mapping[str, str]:
    written = names_as_written(view.whole)
    return {
        place: searchable(
            [name, *written.get(place, ()), view.say("countries", code), OTHER_COUNTRY_NAMES.get(code, "")]
        )
        for place, name, code in rows_in(view.whole["places"], "place_id", "name", "country_code")
    }


@derived
def _pairing_texts(view: View) -> Mapping[str, str]:
    whole, places = view.whole, place_texts(view)
    members = rows_in(whole["pairing_members"], "pairing_id", "place_id")
    labels = rows_in(whole["pairing_themes"], "pairing_id", "theme_id", "label")
    parts: Mapping[str, tuple[str, ...]] = grouped(
        [
            *((pairing, places[place]) for pairing, place in members),
            *((pairing, f"{view.say('themes', theme)} {label}") for pairing, theme, label in labels),
            *rows_in(whole["pairings"], "pairing_id", "summary"),
        ]
    )
    return {pairing: searchable(parts[pairing]) for pairing in whole["pairings"]["pairing_id"].tolist()}
