"""Lines between places: what must hold for any places, and for some known ones."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.geography.groups import joined_members
from iurc_dash.geography.lines import great_circles, lines_between, thin_paths, thinned, walked
from iurc_dash.geography.points import (
    Path,
    Point,
    degrees_of,
    distance_km,
    mercators,
    split_at_antimeridian,
)

MADRID, LISBON, PARIS = Point(-3.70, 40.42), Point(-9.14, 38.72), Point(2.35, 48.86)
CHRISTCHURCH, NELSON = Point(172.63, -43.53), Point(173.28, -41.27)
VANCOUVER, TOKYO = Point(-123.12, 49.28), Point(139.69, 35.69)

anywhere = st.builds(Point, st.floats(-180, 180), st.floats(-78, 78))
whole_degrees = st.builds(Point, st.integers(-180, 180), st.integers(-78, 78))
places = st.one_of(anywhere, whole_degrees)


def line_of(start: Point, end: Point, bend: float = 0.0, points: int = 32) -> list[tuple[float, float]]:
    (line,) = lines_between([(start, end)], [bend], points).tolist()
    return [(x, y) for x, y in line]


def same_place(position: tuple[float, float], point: Point) -> bool:
    """Equal, where whole turns of the globe make no difference."""
    turned = (position[0] - point.longitude) % 360
    return position[1] == point.latitude and min(turned, 360 - turned) < 1e-9


def check_on_map(line: list[tuple[float, float]] | Path) -> None:
    for longitude, latitude in line:
        assert math.isfinite(longitude) and abs(latitude) <= 80
    for before, after in itertools.pairwise(line):
        assert abs(after[0] - before[0]) <= 30, "a line must not jump across the map"


@settings(max_examples=300, deadline=None)
@given(places, places, st.floats(-4, 4))
def test_lines_stay_on_the_map_and_end_where_they_should(start: Point, end: Point, bend: float) -> None:
    line = line_of(start, end, bend)
    check_on_map(line)
    assert same_place(line[0], start)
    assert same_place(line[-1], end)
    for path in split_at_antimeridian(line):
        assert len(path) >= 2 and all(abs(longitude) <= 180 for longitude, _latitude in path)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(places, places, st.floats(-4, 4)), max_size=8))
def test_many_lines_at_once_are_each_as_it_is_alone(asked: list[tuple[Point, Point, float]]) -> None:
    lines = lines_between([(start, end) for start, end, _bend in asked], [bend for *_ends, bend in asked], 9)
    assert lines.shape == (len(asked), 9, 2)
    for line, (start, end, bend) in zip(lines, asked, strict=True):
        assert np.allclose(line, line_of(start, end, bend, 9), atol=1e-9)


@settings(max_examples=100, deadline=None)
@given(places, places)
def test_great_circles_have_the_length_of_the_distance(start: Point, end: Point) -> None:
    distance = distance_km(start, end)
    if distance > 19_900:
        return
    lines, angles = great_circles(degrees_of([start]), degrees_of([end]), 16)
    positions = [Point((longitude + 180) % 360 - 180, latitude) for longitude, latitude in lines[0].tolist()]
    steps = [distance_km(before, after) for before, after in itertools.pairwise(positions)]
    assert sum(steps) == pytest.approx(distance, abs=1e-3)
    assert angles[0] * 6371.0088 == pytest.approx(distance, abs=1e-6)


def test_a_line_needs_two_points_and_copes_with_opposite_places() -> None:
    with pytest.raises(ValueError, match="at least two"):
        lines_between([(MADRID, PARIS)], [0], 1)
    check_on_map(line_of(Point(10, 20), Point(-170, -20)))
    assert lines_between([], []).shape == (0, 41, 2)


def test_vancouver_to_tokyo_crosses_the_pacific_not_europe() -> None:
    line = line_of(VANCOUVER, TOKYO)
    assert all(-230 < longitude < -120 for longitude, _latitude in line)
    assert len(split_at_antimeridian(line)) == 2
    back = split_at_antimeridian(line_of(TOKYO, VANCOUVER))
    assert [path[0][0] for path in back] == [139.69, -180.0]


@pytest.mark.parametrize("start", [MADRID, LISBON])
@pytest.mark.parametrize("end", [CHRISTCHURCH, NELSON])
def test_spain_and_portugal_to_new_zealand_stay_on_the_map(start: Point, end: Point) -> None:
    line = line_of(start, end)
    assert len(split_at_antimeridian(line)) == 1, "the way over the Indian Ocean does not cross the edge"
    latitudes = [latitude for _longitude, latitude in line]
    assert latitudes == sorted(latitudes, reverse=True)


def test_over_the_pole_becomes_a_calmer_curve() -> None:
    line = line_of(Point(25, 65), Point(-150, 61))
    assert 65 < max(latitude for _longitude, latitude in line) <= 72


def test_bend_moves_the_middle_and_never_the_ends() -> None:
    straight, north, south = line_of(MADRID, PARIS), line_of(MADRID, PARIS, 1), line_of(MADRID, PARIS, -1)
    assert north[16][1] > straight[16][1] > south[16][1]
    assert north[0] == straight[0] and north[-1] == straight[-1]
    turned = line_of(PARIS, MADRID, 1)
    assert turned[15][1] == pytest.approx(north[16][1])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(places, places, st.floats(-4, 4)), min_size=1, max_size=6), st.floats(0.01, 5))
def test_a_thinned_line_lies_within_the_tolerance(
    asked: list[tuple[Point, Point, float]], tolerance: float
) -> None:
    lines = lines_between([(start, end) for start, end, _bend in asked], [bend for *_ends, bend in asked])
    for line, needed in zip(lines, thinned(lines, tolerance), strict=True):
        assert needed[0] and needed[-1]
        flat = np.column_stack((line[:, 0], mercators(line[:, 1])))
        for first, last in itertools.pairwise(np.flatnonzero(needed)):
            (x1, y1), (x2, y2) = flat[first], flat[last]
            length = math.hypot(x2 - x1, y2 - y1)
            if not length:
                continue
            between = flat[first : last + 1]
            away = np.abs((x2 - x1) * (y1 - between[:, 1]) - (x1 - between[:, 0]) * (y2 - y1)) / length
            assert away.max() <= tolerance + 1e-9


def test_a_thin_path_has_few_points_and_its_ends_are_the_places() -> None:
    path, short = thin_paths([(MADRID, TOKYO), (MADRID, PARIS)], [0.5, 0])
    assert path[0] == (-3.7, 40.42) and path[-1] == (139.69, 35.69)
    assert len(short) <= len(path) < 41


@settings(max_examples=60, deadline=None)
@given(st.lists(places, max_size=6))
def test_a_group_is_walked_along_every_join_without_a_break(points: list[Point]) -> None:
    joins = joined_members(points)
    line = walked(joins, thin_paths([(points[a], points[b]) for a, b in joins], [0.0] * len(joins)))
    assert bool(line) == bool(joins)
    check = [(round(point.longitude, 2), round(point.latitude, 2)) for point in points] if joins else []
    # A gentle curve goes up to 210 degrees round rather than over the edge of the map; a jump would be 360.
    for before, after in itertools.pairwise(line):
        assert abs(after[0] - before[0]) <= 210.01
    for longitude, latitude in check:
        assert any(y == latitude and abs((x - longitude + 180) % 360 - 180) < 0.011 for x, y in line), (
            "every member is on the line"
        )


def test_a_walk_goes_back_only_where_joins_branch() -> None:
    def path(*ends: float) -> Path:
        return tuple((x, 0.0) for x in ends)

    assert walked([], []) == ()
    chain = walked([(0, 1), (1, 2)], [path(0, 1), path(1, 2)])
    assert chain == path(0, 1, 2)
    star = walked([(0, 1), (0, 2), (0, 3)], [path(0, 10), path(0, 20), path(0, 30)])
    assert star == path(10, 0, 20, 0, 30), "one branch of three is walked twice"
    deep = walked([(0, 1), (0, 2), (1, 3), (1, 4)], [path(0, 1), path(0, -1), path(1, 3), path(1, 4)])
    assert deep == path(-1, 0, 1, 3, 1, 4)


def test_a_walk_across_the_edge_of_the_map_runs_on() -> None:
    line = walked([(0, 1), (1, 2)], [((170.0, 0.0), (190.0, 0.0)), ((-170.0, 0.0), (-150.0, 0.0))])
    assert line == ((170.0, 0.0), (190.0, 0.0), (210.0, 0.0))
