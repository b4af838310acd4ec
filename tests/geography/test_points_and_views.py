"""Points, groups, views and the drawn map's projection."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.geography.groups import joined_members
from iurc_dash.geography.points import Point, distance_km, split_at_antimeridian
from iurc_dash.geography.projection import PICTURE_FRAME, equal_earth
from iurc_dash.geography.views import extent

MADRID, PARIS = Point(-3.70, 40.42), Point(2.35, 48.86)
CHRISTCHURCH = Point(172.63, -43.53)
VANCOUVER, TOKYO = Point(-123.12, 49.28), Point(139.69, 35.69)
SUVA, APIA = Point(178.44, -18.12), Point(-171.77, -13.83)

places = st.builds(Point, st.floats(-180, 180), st.floats(-78, 78))


def test_distances_known_from_an_atlas() -> None:
    assert distance_km(MADRID, MADRID) == 0
    assert distance_km(MADRID, PARIS) == pytest.approx(1053, abs=5)
    assert distance_km(VANCOUVER, TOKYO) == pytest.approx(7560, abs=30)


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
