"""Where pairings lie: positions of members, how they are joined, and the partner countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.geography import Point, joined_members
from iurc_dash.metrics.pairings import PairingRecord, pairing_records
from iurc_dash.metrics.reading import rows_in


@lru_cache(maxsize=4)
def positions(dataset: Dataset) -> Mapping[str, Point]:
    """The position of each place that has one."""
    places = dataset["places"]
    return {
        place: Point(float(longitude), float(latitude))
        for place, longitude, latitude in rows_in(places, "place_id", "longitude", "latitude")
        if pd.notna(longitude) and pd.notna(latitude)
    }


@dataclass(frozen=True)
class Joins:
    """The members of a pairing that have a position, and links between them as pairs of indices into these."""

    placed: tuple[str, ...]
    links: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4)
def pairing_joins(dataset: Dataset) -> Mapping[str, Joins]:
    """How each pairing is drawn, by its key; fewer than two placed members have no links."""
    points = positions(dataset)
    joins = {}
    for record in pairing_records(dataset).values():
        placed = tuple(place for place in record.places if place in points)
        # The only way to join two is to join them; groups need the shortest tree.
        links = [(0, 1)] if len(placed) == 2 else joined_members([points[place] for place in placed])
        joins[record.pairing_id] = Joins(placed, tuple(links))
    return joins


def place_weights(records: Iterable[PairingRecord]) -> dict[str, int]:
    """Number of pairings that each place is in."""
    return dict(Counter(place for record in records for place in dict.fromkeys(record.places)))


def place_sides(records: Iterable[PairingRecord]) -> dict[str, str]:
    """The side that each place is on in most of the pairings; the EU side where it is even."""
    counts: dict[str, Counter[str]] = {}
    for record in records:
        for place, side in record.members:
            counts.setdefault(place, Counter())[side] += 1
    return {place: "EU" if sides["EU"] >= sides["partner"] else "partner" for place, sides in counts.items()}


def partner_countries(dataset: Dataset, records: Iterable[PairingRecord]) -> dict[str, dict[str, list[str]]]:
    """For each partner country or territory and phase the keys of the pairings it has a member in."""
    country_of = dataset.names.place_countries
    found: dict[str, dict[str, list[str]]] = {}
    for record in records:
        for country in {country_of[place] for place, side in record.members if side == "partner"}:
            found.setdefault(country, {}).setdefault(record.phase_id, []).append(record.pairing_id)
    return found
