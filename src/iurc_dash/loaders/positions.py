"""Where each place lies: the step from names as written to settled places.

Used only when the package is built. What a gazetteer cannot know (seats of regions, two spellings of one
place, names that mean two places) stands in `data/reference/places.csv`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from slugify import slugify

from iurc_dash.loaders.gazetteer import Gazetteer, Match
from iurc_dash.problems import Problem

EXACTNESSES = ("city", "seat", "centre", "none")
PLACE_COLUMNS = (
    "place", "country", "place_id", "name", "kind", "country_code", "latitude", "longitude", "population",
    "exactness", "position_method", "geonameid", "position_note",
)  # fmt: skip
_AGREEING_COLUMNS = ("name", "kind", "latitude", "longitude", "exactness", "geonameid")


@dataclass(frozen=True)
class Position:
    """A point in degrees and how it was found; all None, exactness `none` and a blank method for no point.

    `population` is that of the town as the gazetteer gives it, only where the place itself was matched.
    """

    latitude: float | None
    longitude: float | None
    population: int | None
    exactness: str
    method: str
    geonameid: int | None


NOWHERE = Position(None, None, None, "none", "", None)


class UnsettledPlacesError(ValueError):
    """Places without a position or with contradictory settling; carries one Problem each, at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(problem.line() for problem in self.problems))


def settle_places(
    written: pd.DataFrame, settled: pd.DataFrame, gazetteer: Gazetteer | None = None
) -> pd.DataFrame:
    """Give every written place its one name, identifier and position.

    `written`: place, country, place_kind, as members and network have them; repeats are fine. `settled`: the
    columns of `data/reference/places.csv` as text. Returns `PLACE_COLUMNS`, one row per place and country as
    written, sorted by country and place; spellings of one place share `place_id`. Latitude and longitude in
    degrees with four decimals; population and geonameid whole numbers or missing.

    Raises UnsettledPlacesError naming every place that has no position, or is settled twice in different ways.
    """
    gazetteer = gazetteer or Gazetteer.of_geonames()
    problems = _repeated_rows(settled)
    settled_rows = settled.fillna("").astype(str).to_dict("records")
    by_hand = {
        (row["place"], row["country"]): {str(column): str(value) for column, value in row.items()}
        for row in settled_rows
    }
    kinds_written: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place, country, kind in zip(written["place"], written["country"], written["place_kind"], strict=True):
        kinds_written[str(place), str(country)].add(str(kind))

    rows: list[dict[str, Any]] = []
    for (place, country), kinds in sorted(kinds_written.items(), key=lambda item: item[0][::-1]):
        outcome = _settle(place, country, kinds, by_hand.get((place, country)), gazetteer)
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            rows.append(outcome)
    table = pd.DataFrame(rows, columns=list(PLACE_COLUMNS))
    table = table.astype({"population": "Int64", "geonameid": "Int64", "latitude": float, "longitude": float})
    problems += _disagreements(table)
    if problems:
        raise UnsettledPlacesError(problems)
    return table


def _settle(
    place: str, country: str, kinds: set[str], row: Mapping[str, str] | None, gazetteer: Gazetteer
) -> dict[str, Any] | Problem:
    """The settled row of one written place, or what keeps it from being settled."""
    if row is None and kinds != {"city"}:
        found = ", ".join(sorted(kinds))
        return _problem(place, country, f"“{place}” ({country}), written as {found}, has no settled row.")
    match = gazetteer.find(place, country)
    matched = _from_match(match, "city") if match else None
    position = _position_by_hand(row, gazetteer) if row else matched
    if position is None:
        return _problem(place, country, f"“{place}” ({country}) has no position.")
    name = row["name"] if row else place
    return {
        "place": place,
        "country": country,
        "place_id": slugify(f"{name} {country}"),
        "name": name,
        "kind": row["kind"] if row else "city",
        "country_code": country,
        "latitude": position.latitude,
        "longitude": position.longitude,
        "population": position.population,
        "exactness": position.exactness,
        "position_method": position.method,
        "geonameid": position.geonameid,
        "position_note": row["reason"] if row else "",
    }


def _position_by_hand(row: Mapping[str, str], gazetteer: Gazetteer) -> Position | None:
    """The position that a settled row asks for, or None when the row does not lead to one."""
    exactness = row["exactness"]
    if exactness not in EXACTNESSES or not row["name"] or not row["kind"]:
        return None
    if exactness == "none":
        return NOWHERE
    if row["latitude"] and row["longitude"]:
        latitude, longitude = round(float(row["latitude"]), 4), round(float(row["longitude"]), 4)
        return Position(latitude, longitude, None, exactness, "by hand", None)
    number = int(row["seat_geonameid"]) if row["seat_geonameid"] else None
    match = gazetteer.find(row["seat"] or row["place"], row["country"], number)
    return _from_match(match, exactness) if match else None


def _from_match(match: Match, exactness: str) -> Position:
    # A seat's population is not that of the region, county or borough around it.
    population = match.population if exactness == "city" else None
    return Position(match.latitude, match.longitude, population, exactness, "geonames", match.geonameid)


def _repeated_rows(settled: pd.DataFrame) -> list[Problem]:
    repeated = settled[settled.duplicated(["place", "country"])]
    return [
        _problem(place, country, f"“{place}” ({country}) is settled more than once.")
        for place, country in zip(repeated["place"], repeated["country"], strict=True)
    ]


def _disagreements(table: pd.DataFrame) -> list[Problem]:
    """Spellings that share an identifier but not the name, kind or position."""
    problems = []
    for place_id, spellings in table.groupby("place_id"):
        if len(spellings[list(_AGREEING_COLUMNS)].drop_duplicates()) > 1:
            names = ", ".join(f"“{place}”" for place in spellings["place"])
            country = spellings["country"].iloc[0]
            problems.append(_problem(names, country, f"{names} share the identifier {place_id} but differ."))
    return problems


def _problem(place: str, country: str, what: str) -> Problem:
    return Problem(
        table="places",
        column="place",
        value=f"{place}|{country}",
        code="place_not_settled",
        what=what,
        mend="Add or mend its row in data/reference/places.csv.",
    )
