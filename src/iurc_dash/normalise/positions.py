"""Where each place lies: the step from names as written to settled places.

What a gazetteer cannot know (seats of regions, two spellings of one place, names that mean two places) stands in
`data/reference/places.csv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from slugify import slugify

from iurc_dash.language import _
from iurc_dash.normalise.gazetteer import Gazetteer, Match
from iurc_dash.problems import Code, Problem
from iurc_dash.sources.raw import Origin, Row
from iurc_dash.tables.definition import EXACTNESSES


@dataclass(frozen=True)
class Position:
    """A point in degrees and how it was found; all None, exactness `none` and a blank method for no point.

    `population` is that of the town as the gazetteer gives it, only where the place itself was matched.
    """

    latitude: float | None = None
    longitude: float | None = None
    exactness: str = "none"
    method: str = ""
    population: int | None = None
    geonameid: int | None = None


NOWHERE = Position()


@dataclass(frozen=True)
class Place:
    """A place as it was written, and what was settled about it; spellings of one place share the key."""

    written: str
    country: str
    place_id: str
    name: str
    kind: str
    position: Position
    note: str
    origin: Origin


def settle_places(
    written: Iterable[Row], settled: Sequence[Row], gazetteer: Gazetteer | None
) -> tuple[list[Place], list[Problem]]:
    """Give every written place its one name, key and position.

    `written`: rows with place, country and place_kind, as members and network have them; repeats are fine. `settled`:
    rows of `data/reference/places.csv`. Without a gazetteer towns are not looked up and lie nowhere. Returns one Place
    for each place and country as written, sorted by country and place, and a Problem for each that has no position or
    is settled twice in different ways; such a one lies nowhere.
    """
    by_hand: dict[tuple[str, str], Row] = {}
    problems = []
    for row in settled:
        if by_hand.setdefault((row["place"], row["country"]), row) is not row:
            problems.append(_unsettled(row, _("The place is settled more than once.")))
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in written:
        rows.setdefault((row["place"], row["country"]), []).append(row)
    places: list[Place] = []
    first: dict[str, Place] = {}
    for key, spelled in sorted(rows.items(), key=lambda item: item[0][::-1]):
        place, why = _settle(spelled, by_hand.get(key), gazetteer)
        earlier = first.setdefault(place.place_id, place)
        if (earlier.name, earlier.kind, earlier.position) != (place.name, place.kind, place.position):
            why = why or _("It shares the key {key} with “{place}”, and they differ.").format(
                key=place.place_id, place=earlier.written
            )
        if why:
            problems.append(_unsettled(spelled[0], why))
        places.append(place)
    return places, problems


def _settle(spelled: list[Row], row: Row | None, gazetteer: Gazetteer | None) -> tuple[Place, str]:
    """A written place as settled, and what keeps it from having a position."""
    written, country = spelled[0]["place"], spelled[0]["country"]
    kinds = sorted({spelling["place_kind"] for spelling in spelled})
    position: Position | None = NOWHERE
    why = ""
    if row:
        position = _position_by_hand(row, gazetteer)
    elif kinds != ["city"]:
        why = _("A place that is written as {kinds} needs a settled row.").format(kinds=", ".join(kinds))
    elif gazetteer:
        match = gazetteer.find(written, country)
        position = _from_match(match, "city") if match else None
    name = row["name"] if row else written
    place = Place(
        written=written,
        country=country,
        place_id=slugify(f"{name} {country}"),
        name=name,
        kind=row["kind"] if row else kinds[0],
        position=position or NOWHERE,
        note=row["reason"] if row else "",
        origin=spelled[0].origin,
    )
    return place, why or ("" if position else _("No position is known for the place."))


def _position_by_hand(row: Mapping[str, str], gazetteer: Gazetteer | None) -> Position | None:
    """The position that a settled row asks for, or None when the row does not lead to one."""
    exactness = row["exactness"]
    if exactness not in EXACTNESSES or not row["name"] or not row["kind"]:
        return None
    if exactness == "none":
        return NOWHERE
    try:
        if row["latitude"] and row["longitude"]:
            latitude, longitude = round(float(row["latitude"]), 4), round(float(row["longitude"]), 4)
            return Position(latitude, longitude, exactness, method="by hand")
        number = int(row["seat_geonameid"]) if row["seat_geonameid"] else None
    except ValueError:
        return None
    if gazetteer is None:
        return NOWHERE
    match = gazetteer.find(row["seat"] or row["place"], row["country"], number)
    return _from_match(match, exactness) if match else None


def _from_match(match: Match, exactness: str) -> Position:
    return Position(
        latitude=match.latitude,
        longitude=match.longitude,
        # A seat's population is not that of the region, county or borough around it.
        population=match.population if exactness == "city" else None,
        exactness=exactness,
        method="geonames",
        geonameid=match.geonameid,
    )


def _unsettled(row: Row, what: str) -> Problem:
    mend = _("Correct the name or the country, or settle the place in data/reference/places.csv.")
    return row.origin.problem(Code.PLACE_NOT_SETTLED, what, mend, column="place", value=row["place"])
