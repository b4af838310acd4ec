"""Arcs, groups, views and projection: what must hold for any places, and for some known ones."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.geography import (
    PICTURE_FRAME,
    Arc,
    Point,
    arc,
    distance_km,
    equal_earth,
    extent,
    great_circle,
    joined_members,
    split_at_antimeridian,
    spread_bundles,
    trail,
)

MADRID, LISBON, PARIS = Point(-3.70, 40.42), Point(-9.14, 38.72), Point(2.35, 48.86)
CHRISTCHURCH, NELSON = Point(172.63, -43.53), Point(173.28, -41.27)
VANCOUVER, TOKYO = Point(-123.12, 49.28), Point(139.69, 35.69)
SUVA, APIA = Point(178.44, -18.12), Point(-171.77, -13.83)

anywhere = st.builds(Point, st.floats(-180, 180), st.floats(-78, 78))
whole_degrees = st.builds(Point, st.integers(-180, 180), st.integers(-78, 78))
places = st.one_of(anywhere, whole_degrees)


def same_place(position: tuple[float, float], point: Point) -> bool:
    """Equal, where 180 and -180 are one meridian."""
    turned = abs(position[0] - point.longitude)
    return position[1] == point.latitude and (turned == 0 or turned == 360)


def check_on_map(drawn: Arc) -> None:
    for path in drawn.paths:
        assert len(path) >= 2
        for longitude, latitude in path:
            assert math.isfinite(longitude) and abs(longitude) <= 180
            assert abs(latitude) <= 80
        for before, after in itertools.pairwise(path):
            assert abs(after[0] - before[0]) <= 30, "a path must not jump across the map"
    for path, following in zip(drawn.paths, drawn.paths[1:], strict=False):
        assert abs(path[-1][0]) == 180 and following[0][0] == -path[-1][0]
        assert path[-1][1] == following[0][1]


@settings(max_examples=300, deadline=None)
@given(places, places, st.floats(-4, 4))
def test_arcs_stay_on_the_map_and_end_where_they_should(start: Point, end: Point, bend: float) -> None:
    drawn = arc(start, end, bend)
    check_on_map(drawn)
    assert same_place(drawn.paths[0][0], start)
    assert same_place(drawn.paths[-1][-1], end)


@settings(max_examples=100, deadline=None)
@given(places, places)
def test_great_circles_have_the_length_of_the_distance(start: Point, end: Point) -> None:
    distance = distance_km(start, end)
    if distance > 19_900:
        return
    line = great_circle(start, end, 16)
    positions = [Point((longitude + 180) % 360 - 180, latitude) for longitude, latitude in line]
    steps = [distance_km(before, after) for before, after in itertools.pairwise(positions)]
    assert sum(steps) == pytest.approx(distance, abs=1e-3)
    assert distance_km(end, start) == pytest.approx(distance)


def test_distances_known_from_an_atlas() -> None:
    assert distance_km(MADRID, MADRID) == 0
    assert distance_km(MADRID, PARIS) == pytest.approx(1053, abs=5)
    assert distance_km(VANCOUVER, TOKYO) == pytest.approx(7560, abs=30)


def test_a_great_circle_needs_two_points_and_one_shortest_way() -> None:
    with pytest.raises(ValueError, match="at least two"):
        great_circle(MADRID, PARIS, 1)
    with pytest.raises(ValueError, match="opposite"):
        great_circle(Point(10, 20), Point(-170, -20))
    check_on_map(arc(Point(10, 20), Point(-170, -20)))


def test_vancouver_to_tokyo_crosses_the_pacific_not_europe() -> None:
    drawn = arc(VANCOUVER, TOKYO)
    assert drawn.is_great_circle
    assert len(drawn.paths) == 2
    longitudes = [longitude for path in drawn.paths for longitude, _ in path]
    assert all(abs(longitude) > 120 for longitude in longitudes)
    back = arc(TOKYO, VANCOUVER)
    assert [path[0][0] for path in back.paths] == [139.69, -180.0]


@pytest.mark.parametrize("start", [MADRID, LISBON])
@pytest.mark.parametrize("end", [CHRISTCHURCH, NELSON])
def test_spain_and_portugal_to_new_zealand_stay_on_the_map(start: Point, end: Point) -> None:
    drawn = arc(start, end)
    assert not drawn.is_great_circle
    assert len(drawn.paths) == 1, "the way over the Indian Ocean does not cross the edge"
    latitudes = [latitude for _, latitude in drawn.paths[0]]
    assert latitudes == sorted(latitudes, reverse=True)


def test_over_the_pole_becomes_a_calmer_curve() -> None:
    drawn = arc(Point(25, 65), Point(-150, 61))
    assert not drawn.is_great_circle
    assert 65 < max(latitude for path in drawn.paths for _, latitude in path) <= 72


def test_bend_moves_the_middle_and_never_the_ends() -> None:
    straight, north, south = arc(MADRID, PARIS), arc(MADRID, PARIS, 1), arc(MADRID, PARIS, -1)
    assert north.paths[0][16][1] > straight.paths[0][16][1] > south.paths[0][16][1]
    assert north.paths[0][0] == straight.paths[0][0] and north.paths[0][-1] == straight.paths[0][-1]
    turned = arc(PARIS, MADRID, 1)
    assert turned.paths[0][15][1] == pytest.approx(north.paths[0][16][1])


def test_a_path_is_cut_exactly_at_the_antimeridian() -> None:
    assert split_at_antimeridian([(170, 0), (190, 10)]) == [((170, 0), (180, 5)), ((-180, 5), (-170, 10))]
    assert split_at_antimeridian([(-170, 0), (-190, 10)]) == [((-170, 0), (-180, 5)), ((180, 5), (170, 10))]
    assert split_at_antimeridian([(170, 0), (180, 5)]) == [((170, 0), (180, 5))]
    assert split_at_antimeridian([(180, 0), (190, 5)]) == [((-180, 0), (-170, 5))]
    assert split_at_antimeridian([(170, 0), (180, 5), (190, 5)]) == [
        ((170, 0), (180, 5)),
        ((-180, 5), (-170, 5)),
    ]
    assert [len(path) for path in split_at_antimeridian([(-190, 0), (550, 0)])] == [2, 2, 2, 2]
    assert split_at_antimeridian([]) == []
    assert split_at_antimeridian([(190, 3)]) == [((-170, 3),)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(places, places), max_size=12))
def test_spreading_is_bounded_and_repeatable(ends: list[tuple[Point, Point]]) -> None:
    bends = spread_bundles(ends)
    assert len(bends) == len(ends)
    assert all(abs(bend) <= 4 for bend in bends)
    assert bends == spread_bundles(list(ends))


@pytest.mark.parametrize("count", [1, 2, 3, 8, 25])
def test_a_bundle_fans_out_around_its_middle(count: int) -> None:
    bends = spread_bundles([(MADRID, TOKYO)] * count)
    assert len(set(bends)) == count
    assert bends == [-bend for bend in reversed(bends)]
    assert max(bends) <= 4


def test_only_arcs_that_run_together_are_bent() -> None:
    assert spread_bundles([]) == []
    assert spread_bundles([(MADRID, TOKYO), (MADRID, NELSON), (PARIS, TOKYO)]) == [0, 0, 0]
    both_ways = spread_bundles([(MADRID, TOKYO), (TOKYO, MADRID)])
    assert sorted(both_ways) == [-0.55, 0.55]
    near = spread_bundles([(LISBON, CHRISTCHURCH), (LISBON, NELSON)])
    assert near[1] > 0 > near[0], "the line whose middle lies further north bends north"


@settings(max_examples=60, deadline=None)
@given(st.lists(places, max_size=6))
def test_members_are_joined_by_one_link_fewer(points: list[Point]) -> None:
    links = joined_members(points)
    assert len(links) == max(0, len(points) - 1)
    reached = {0}
    for _ in links:
        reached |= {index for link in links if reached & set(link) for index in link}
    assert reached == (set(range(len(points))) or {0})


def test_a_trio_is_joined_along_its_shortest_links() -> None:
    assert joined_members([MADRID, TOKYO, PARIS]) == [(0, 2), (1, 2)]


@settings(max_examples=60, deadline=None)
@given(st.lists(places, max_size=5))
def test_a_trail_runs_along_every_link_without_a_break(points: list[Point]) -> None:
    links = joined_members(points)
    line = trail(links, [arc(points[first], points[second]) for first, second in links])
    assert bool(line) == bool(links)
    for before, after in itertools.pairwise(line):
        assert abs(after[0] - before[0]) <= 180
    for point in points if links else []:
        assert any(
            latitude == point.latitude and abs((longitude - point.longitude + 180) % 360 - 180) < 1e-6
            for longitude, latitude in line
        )


def test_a_trail_goes_back_only_where_links_branch() -> None:
    chain = [MADRID, PARIS, VANCOUVER, TOKYO]
    links = joined_members(chain)
    arcs = [arc(chain[first], chain[second], points=5) for first, second in links]
    line = trail(links, arcs)
    assert len(line) == 14, "three arcs of five positions, one cut added, ends shared"
    assert max(abs(longitude) for longitude, _ in line) > 180
    star = [arc(PARIS, end, points=5) for end in (MADRID, TOKYO, LISBON)]
    assert len(trail([(0, 1), (0, 2), (0, 3)], star)) == 17, "one branch of three is walked twice"
    assert trail([], []) == ()


def test_extent_spans_the_antimeridian_when_that_is_narrower() -> None:
    pacific = extent([SUVA, APIA])
    assert pacific.longitude_min == 178.44 and pacific.longitude_max == pytest.approx(188.23)
    assert abs(pacific.center.longitude) > 170
    atlantic = extent([MADRID, VANCOUVER])
    assert (atlantic.longitude_min, atlantic.longitude_max) == (-123.12, -3.70)
    assert pacific.zoom > atlantic.zoom


def test_extent_of_one_point_and_of_none() -> None:
    single = extent([PARIS])
    assert single.zoom == 6 and single.center.longitude == PARIS.longitude
    assert single.center.latitude == pytest.approx(PARIS.latitude)
    world = extent([])
    assert (world.longitude_min, world.longitude_max) == (-180, 180)
    assert 0 < world.zoom < 2


def test_points_outside_the_globe_are_refused() -> None:
    for longitude, latitude in ((181, 0), (0, 91), (math.nan, 0), (0, math.nan)):
        with pytest.raises(ValueError, match="is not between"):
            Point(longitude, latitude)


def test_equal_earth_keeps_areas() -> None:
    assert equal_earth(0, 0) == (0, 0)
    assert equal_earth(180, 0)[0] == pytest.approx(2.70663, abs=1e-5)
    assert equal_earth(0, 90)[1] == pytest.approx(1.31737, abs=1e-5)

    def area(latitude: float) -> float:
        left, right = equal_earth(0, latitude)[0], equal_earth(1, latitude)[0]
        height = equal_earth(0, latitude + 0.05)[1] - equal_earth(0, latitude - 0.05)[1]
        return (right - left) * height / math.cos(math.radians(latitude))

    assert area(60) == pytest.approx(area(0), rel=1e-4)


def test_the_drawn_map_holds_every_inhabited_latitude() -> None:
    for point in (MADRID, CHRISTCHURCH, VANCOUVER, Point(-68.3, -54.8), Point(18.95, 69.65)):
        x, y = PICTURE_FRAME.position(point.longitude, point.latitude)
        assert 0 < x < PICTURE_FRAME.width and 0 < y < PICTURE_FRAME.height
