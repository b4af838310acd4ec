"""Where pairings lie: positions of members, how they are joined and drawn, and the partner countries."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iurc_dash.dataset import Dataset
from iurc_dash.geography.bundles import spread_bundles
from iurc_dash.geography.flat_maps import WORLD
from iurc_dash.geography.groups import joined_members
from iurc_dash.geography.lines import thin_paths, walked
from iurc_dash.geography.points import Path, Point
from iurc_dash.kept import derived
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, members_by_pairing, pairing_records
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Row, Stated
from iurc_dash.reading import cells_by, grouped, rows_in
from iurc_dash.view import View

# Published totals of the places that take part on the partner side of an edition.
TOTALS_OF_PARTNER_PLACES = ("cities_partner", "regions_partner", "cities_and_regions_partner")


@derived
def positions(dataset: Dataset) -> Mapping[str, Point]:
    """The position of each place that has one."""
    rows = rows_in(dataset["places"], "place_id", "longitude", "latitude")
    return {
        place: Point(longitude, latitude)
        for place, longitude, latitude in rows
        if not (math.isnan(longitude) or math.isnan(latitude))
    }


def at_the_point_of(dataset: Dataset, place: str) -> tuple[str, ...]:
    """All places that stand where a place does, itself among them; none where it has no position."""
    point = positions(dataset).get(place)
    return _by_point(dataset).get(point, ()) if point else ()


@derived
def _by_point(dataset: Dataset) -> Mapping[Point, tuple[str, ...]]:
    return grouped((point, place) for place, point in positions(dataset).items())


@derived
def from_left(dataset: Dataset) -> Mapping[str, int]:
    """Each place with its rank from the left of the map of the world to its right; those without a position last."""
    points = positions(dataset)
    xs = WORLD.positions([(point.longitude, point.latitude) for point in points.values()])[:, 0].tolist()
    across = dict(zip(points, xs, strict=True))
    places = sorted(
        dataset["places"]["place_id"].tolist(), key=lambda place: (across.get(place, math.inf), place)
    )
    return {place: rank for rank, place in enumerate(places)}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pairing on a map: members with a position, links between them as pairs of indices into these, one line.

    The line runs unbroken along all links; its longitudes run on past 180 and never jump. Fewer than two placed
    members have no links and an empty line.
    """

    placed: tuple[str, ...]
    links: tuple[tuple[int, int], ...]
    line: Path


@derived
def drawn_pairings(dataset: Dataset) -> Mapping[str, Drawn]:
    """How each pairing of the whole dataset is drawn, by its key: no line moves when a filter changes."""
    points = positions(dataset)
    placed = {
        pairing: tuple(place for place, _side in members if place in points)
        for pairing, members in members_by_pairing(dataset).items()
    }
    links = {pairing: _links([points[place] for place in places]) for pairing, places in placed.items()}
    ends = [
        (points[placed[pairing][first]], points[placed[pairing][second]])
        for pairing, joins in links.items()
        for first, second in joins
    ]
    paths = iter(thin_paths(ends, spread_bundles(ends)))
    return {
        pairing: Drawn(placed[pairing], joins, walked(joins, [next(paths) for _join in joins]))
        for pairing, joins in links.items()
    }


def _links(points: list[Point]) -> tuple[tuple[int, int], ...]:
    """The only way to join two is to join them; groups need the shortest tree."""
    return ((0, 1),) if len(points) == 2 else tuple(joined_members(points))


def place_sides(records: Iterable[PairingRecord]) -> dict[str, str]:
    """The side that each place is on in most of the pairings; the EU side where it is even."""
    ahead: dict[str, int] = {}
    for record in records:
        for place, side in record.members:
            ahead[place] = ahead.get(place, 0) + (1 if side == "EU" else -1)
    return {place: "EU" if balance >= 0 else "partner" for place, balance in ahead.items()}


@derived
def pairings_by_partner_country(view: View) -> Tally:
    """Pairings by (country, phase): once for each country or territory of a member on the partner side."""
    return _pairings_by_country(view, "partner").by("country", "phase")


@derived
def pairings_by_eu_country(view: View) -> Tally:
    """Pairings by (country, region): once for each country of a member on the EU side."""
    return _pairings_by_country(view, "EU").by("country", "region")


def _pairings_by_country(view: View, wanted: str) -> Tally:
    country_of = view.words.countries_of_places
    return Tally.of_table(
        ("country", "phase", "region"),
        "pairings",
        (
            ((country_of[place], record.phase_id, record.region_id), record.pairing_id)
            for record in pairing_records(view).values()
            for place, side in record.members
            if side == wanted
        ),
    )


@dataclass(frozen=True, eq=False)
class Coverage:
    """Of the partner places of an edition of one country that the programme counted, those in a recorded pairing."""

    country_code: str
    phase_id: str
    counted: Stated
    recorded: Count


@derived
def partner_coverage(view: View) -> tuple[Coverage, ...]:
    """For each edition in view with a single partner country and a published total of its partner places, both.

    The largest of several totals is taken, and what is recorded is looked for in all pairings of the edition,
    whatever else the selection leaves out. Editions of several countries publish no total for each.
    """
    countries = cells_by(view["edition_countries"], "edition_id", "country_code")
    totals: dict[str, Stated] = {}
    columns = ("edition_id", "indicator", "value", "figure_id")
    for edition, indicator, value, figure in rows_in(view["reported_figures"], *columns):
        if indicator in TOTALS_OF_PARTNER_PLACES and value > (
            totals[edition].value if edition in totals else 0
        ):
            totals[edition] = Stated(int(value), Row("reported_figures", figure))
    recorded = grouped(
        (record.edition_id, place)
        for record in every_pairing(view).values()
        for place, side in record.members
        if side == "partner"
    )
    return tuple(
        Coverage(
            countries[edition][0],
            view.where(edition).phase_id,
            total,
            Count.in_table("places", recorded.get(edition, ())),
        )
        for edition, total in totals.items()
        if len(countries.get(edition, ())) == 1
    )
