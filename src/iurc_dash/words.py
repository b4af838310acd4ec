"""What readers call things in one language: names from the tables, and words of codes from vocabulary.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from babel import Locale, UnknownLocaleError

from iurc_dash import vocabulary
from iurc_dash.dataset import Dataset
from iurc_dash.language import _, format_parts, use_language
from iurc_dash.reading import rows_in
from iurc_dash.tables.keys import KEYS, NAMED_BY

# Columns of reference tables that hold words for readers: those are translated.
TRANSLATED = {
    "agendas": ("name", "short_name"),
    "countries": ("name",),
    "editions": ("short_name",),
    "goals": ("name",),
    "phases": ("name", "short_label"),
    "regions": ("name",),
    "thematic_clusters": ("name",),
    "themes": ("name",),
}


@dataclass(frozen=True, eq=False)
class Words:
    """Names of a dataset's rows and words of codes, made when first asked for."""

    dataset: Dataset
    language: str

    def say(self, vocabulary_name: str, key: str) -> str:
        """What readers call a row of a table, or a code of a vocabulary; an unknown key is shown as it is."""
        if vocabulary_name in NAMED_BY or vocabulary_name in ("pairings", "countries", "sources"):
            return self.names(vocabulary_name).get(key, key)
        with use_language(self.language):
            return vocabulary.word(vocabulary_name, key)

    def names(self, table_name: str) -> Mapping[str, str]:
        """Names of all rows of a table, by key."""
        return self.dataset.kept.once(("names", table_name, self.language), lambda: self._names(table_name))

    def _names(self, table_name: str) -> Mapping[str, str]:
        if table_name == "pairings":
            return self._pairing_names()
        if table_name == "countries":
            return self._country_names()
        if table_name == "sources":
            rows = rows_in(self.dataset["sources"], "source_id", "title", "url")
            return {key: title or url for key, title, url in rows}
        return self._column(table_name, KEYS[table_name][0], NAMED_BY[table_name])

    def short(self, table_name: str) -> Mapping[str, str]:
        """What phases and agendas are called where room is little, by key."""
        columns = {"phases": ("phase_id", "short_label"), "agendas": ("agenda_id", "short_name")}[table_name]
        return self._column(table_name, *columns)

    def _column(self, table_name: str, key_column: str, column: str) -> Mapping[str, str]:
        """Words of a column by key, in the reader's language where they are ours; the key where there are none."""
        found = dict(rows_in(self.dataset[table_name], key_column, column))
        if column not in TRANSLATED.get(table_name, ()):
            return found
        with use_language(self.language):
            return {key: _(words) if words else key for key, words in found.items()}

    def in_order(self, table_name: str) -> tuple[str, ...]:
        """Keys of a table as lists have them: by its own column of order, else as the table stands."""
        table, (key,) = self.dataset[table_name], KEYS[table_name]
        if "order" not in table.columns:
            return tuple(table[key].tolist())
        return tuple(found for _order, found in sorted(rows_in(table, "order", key)))

    def country_within(self, code: str) -> str:
        """A country as it stands within a sentence: 'the Netherlands'."""
        with use_language(self.language):
            if code in vocabulary.VOCABULARIES["countries_within"]:
                return vocabulary.word("countries_within", code)
        return self.say("countries", code)

    def goal_label(self, goal_id: str) -> str:
        """'11 Sustainable cities and communities'; the name alone where the agenda has no numbers."""
        name, number = self.say("goals", goal_id), self._goal_numbers.get(goal_id, "")
        with use_language(self.language):
            return _("{number} {name}").format(number=number, name=name) if number else name

    def place_in_country(self, place_id: str) -> str:
        """'Bologna, Italy'."""
        return self.places_in_countries.get(place_id, place_id)

    def goal_number(self, goal_id: str) -> str:
        """'11'; blank where the agenda has no numbers."""
        return self._goal_numbers.get(goal_id, "")

    @property
    def places_in_countries(self) -> Mapping[str, str]:
        """'Bologna, Italy' for every place, by key."""

        def make() -> Mapping[str, str]:
            countries, of_place = self.names("countries"), self.countries_of_places
            named = {place: (name, of_place[place]) for place, name in self.names("places").items()}
            with use_language(self.language):
                return {
                    place: format_parts((name, countries.get(code, code)))
                    for place, (name, code) in named.items()
                }

        return self.dataset.kept.once(("places in countries", self.language), make)

    @cached_property
    def countries_of_places(self) -> Mapping[str, str]:
        """The country code of each place."""
        return dict(rows_in(self.dataset["places"], "place_id", "country_code"))

    @cached_property
    def _goal_numbers(self) -> Mapping[str, str]:
        return dict(rows_in(self.dataset["goals"], "goal_id", "number"))

    def _country_names(self) -> Mapping[str, str]:
        """Names as the table has them; in other languages those of Babel."""
        names = dict(rows_in(self.dataset["countries"], "country_code", "name"))
        with use_language(self.language):
            translated = {code: _(name) for code, name in names.items()}
        known = _territories(self.language)
        return {
            code: translated[code] if translated[code] != name else known(code) or name
            for code, name in names.items()
        }

    def _pairing_names(self) -> Mapping[str, str]:
        """'Bologna – Austin', 'Bergamo, Rimini – Aurora': sides apart by a dash, members of a side by commas."""
        places = self.names("places")
        sides: dict[str, dict[str, list[str]]] = {}
        columns = ("pairing_id", "order", "side", "place_id")
        for pairing, _order, side, place in sorted(rows_in(self.dataset["pairing_members"], *columns)):
            sides.setdefault(pairing, {"EU": []}).setdefault(side, []).append(places.get(place, place))
        with use_language(self.language):
            named = {
                pairing: " – ".join(format_parts(names) for names in of.values() if names)
                for pairing, of in sides.items()
            }
        return {key: named.get(key, key) for key in self.dataset["pairings"]["pairing_id"].tolist()}


def _territories(language: str) -> Callable[[str], str]:
    """Country names of a language; none for English, whose names the table has, and for unknown languages."""
    if language.startswith("en"):
        return lambda code: ""
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return lambda code: ""
    return lambda code: str(territories.get(code, ""))
