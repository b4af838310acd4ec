"""The two flat maps: places where they belong, all of the recorded ones inside, Europe larger through the lens."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from exhibit_checks import recorded_dataset
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.geography.flat_maps import (
    EUROPE,
    FLAT_MAPS,
    HEIGHT,
    SOUTH_END,
    WIDTH,
    WORLD,
    FlatMap,
    briesemeister,
    equal_earth_around_ten,
    europe_enlarged,
)
from iurc_dash.metrics.map import place_sides, positions
from iurc_dash.metrics.pairings import every_pairing
from iurc_dash.view import view_of

LONGITUDES, LATITUDES = st.floats(-180, 180), st.floats(SOUTH_END, 90)


def spacing(flat: FlatMap, points: list[tuple[float, float]]) -> float:
    """The median distance from a point to its nearest neighbour."""
    drawn = flat.positions(points)
    apart = np.hypot(*(drawn[:, None, :] - drawn[None, :, :]).transpose(2, 0, 1))
    apart[apart < 0.01] = np.inf
    return float(np.median(apart.min(axis=1)))


@pytest.mark.parametrize("flat", FLAT_MAPS, ids=lambda flat: flat.name)
def test_every_recorded_place_lies_inside_with_room_for_its_name(flat: FlatMap) -> None:
    points = [(point.longitude, point.latitude) for point in positions(recorded_dataset()).values()]
    drawn = flat.positions(points)
    assert len(drawn) > 300
    assert drawn[:, 0].min() > 40 and drawn[:, 0].max() < WIDTH - 40
    assert drawn[:, 1].min() > 15 and drawn[:, 1].max() < HEIGHT - 20


def test_the_lens_parts_the_places_of_europe() -> None:
    dataset = recorded_dataset()
    sides = place_sides(every_pairing(view_of(dataset)).values())
    european = [
        (point.longitude, point.latitude)
        for place, point in positions(dataset).items()
        if sides.get(place) == "EU"
    ]
    assert spacing(EUROPE, european) > 1.8 * spacing(WORLD, european)
    # It stands over the middle of them: within three degrees of their mean place.
    middle = EUROPE.positions([np.mean(european, axis=0)])
    assert np.hypot(*(middle - EUROPE.positions([(9.0, 45.6)]))[0]) < np.hypot(
        *(EUROPE.positions([(12.0, 45.6)]) - EUROPE.positions([(9.0, 45.6)]))[0]
    )


def test_the_middle_of_a_projection_is_where_it_should_be() -> None:
    assert equal_earth_around_ten(np.array([[10.0, 0.0]])) == pytest.approx(np.zeros((1, 2)))
    assert briesemeister(np.array([[12.0, 44.0]])) == pytest.approx(np.zeros((1, 2)), abs=1e-12)
    # Hammer's is 1.75 and not 2 times as wide as high: 2 * sqrt(2) high in all.
    assert briesemeister(np.array([[12.0, -46.0 + 1e-9]]))[0][1] == pytest.approx(-(2**0.5), abs=1e-6)


def test_east_is_right_and_north_is_up() -> None:
    for flat in FLAT_MAPS:
        rome, madrid, oslo = flat.positions([(12.5, 41.9), (-3.7, 40.4), (10.75, 59.9)])
        assert madrid[0] < rome[0] and oslo[1] < rome[1]


def test_the_map_is_torn_open_in_the_pacific() -> None:
    for flat, latitude in itertools.product(FLAT_MAPS, (-30.0, 0.0)):
        west, east = flat.positions([(flat.cut + 0.01, latitude), (flat.cut - 0.01, latitude)])
        assert east[0] - west[0] > WIDTH * 0.7, (flat.name, latitude)


@given(LONGITUDES, LATITUDES)
def test_every_point_of_the_globe_has_a_place(longitude: float, latitude: float) -> None:
    for flat in FLAT_MAPS:
        assert np.isfinite(flat.positions([(longitude, latitude)])).all()


@given(LONGITUDES, LATITUDES)
def test_the_lens_keeps_directions_and_enlarges_what_is_near(longitude: float, latitude: float) -> None:
    flat = briesemeister(np.array([[longitude, latitude]]))[0] - (-0.0343, 0.0370)
    seen = europe_enlarged(np.array([[longitude, latitude]]))[0] - (-0.0343, 0.0370)
    assert flat[0] * seen[1] == pytest.approx(flat[1] * seen[0], abs=1e-6)
    assert (np.hypot(*seen) >= np.hypot(*flat)) == (np.hypot(*flat) <= 2.2) or np.hypot(
        *seen
    ) == pytest.approx(np.hypot(*flat))
