"""Lines that run nearly together are spread apart, whatever their number."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.geography import bundles
from iurc_dash.geography.bundles import spread_bundles
from iurc_dash.geography.points import Point, distance_km

MADRID, LISBON, PARIS, TOKYO = (
    Point(-3.7, 40.42),
    Point(-9.14, 38.72),
    Point(2.35, 48.86),
    Point(139.69, 35.69),
)
CHRISTCHURCH, NELSON = Point(172.63, -43.53), Point(173.28, -41.27)

places = st.builds(Point, st.integers(-180, 180), st.integers(-78, 78))
near_madrid = st.builds(Point, st.floats(-8, 2), st.floats(36, 46))
near_tokyo = st.builds(Point, st.floats(135, 145), st.floats(30, 40))
joins = st.one_of(
    st.tuples(places, places), st.tuples(near_madrid, near_tokyo), st.tuples(near_tokyo, near_madrid)
)


def run_together(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    (a, b), (c, d) = first, second
    near = bundles.BUNDLE_RADIUS_KM
    same = distance_km(a, c) <= near and distance_km(b, d) <= near
    return same or (distance_km(a, d) <= near and distance_km(b, c) <= near)


@settings(max_examples=60, deadline=None)
@given(st.lists(joins, max_size=12))
def test_spreading_is_bounded_repeatable_and_bends_only_what_runs_together(
    ends: list[tuple[Point, Point]],
) -> None:
    bends = spread_bundles(ends)
    assert len(bends) == len(ends)
    assert all(abs(bend) <= 4 for bend in bends)
    assert bends == spread_bundles(list(ends))
    for place, own in enumerate(ends):
        others = [other for at, other in enumerate(ends) if at != place]
        if bends[place]:
            assert any(run_together(own, other) for other in others)


@settings(max_examples=60, deadline=None)
@given(st.lists(joins, min_size=2, max_size=2))
def test_two_lines_part_exactly_where_they_run_together(ends: list[tuple[Point, Point]]) -> None:
    distances = [distance_km(a, b) for a in ends[0] for b in ends[1]]
    if any(abs(distance - bundles.BUNDLE_RADIUS_KM) < 1 for distance in distances):
        return
    parted = sorted(spread_bundles(ends))
    assert parted == ([-0.55, 0.55] if run_together(*ends) else [0, 0])


@pytest.mark.parametrize("count", [1, 2, 3, 8, 25])
def test_a_bundle_fans_out_around_its_middle(count: int) -> None:
    bends = spread_bundles([(MADRID, TOKYO)] * count)
    assert len(set(bends)) == count
    assert bends == [-bend for bend in reversed(bends)]
    assert max(bends) <= 4


def test_only_lines_that_run_together_are_bent() -> None:
    assert spread_bundles([]) == []
    assert spread_bundles([(MADRID, TOKYO), (MADRID, NELSON), (PARIS, TOKYO)]) == [0, 0, 0]
    assert sorted(spread_bundles([(MADRID, TOKYO), (TOKYO, MADRID)])) == [-0.55, 0.55]
    near = spread_bundles([(LISBON, CHRISTCHURCH), (LISBON, NELSON)])
    assert near[1] > 0 > near[0], "the line whose middle lies further north bends north"


def test_a_bundle_too_large_to_look_at_every_pair_keeps_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = [(Point(-3.7, 40 + number / 100), Point(139.7, 35)) for number in range(200)]
    exact = spread_bundles(ends)
    monkeypatch.setattr(bundles, "MOST_LOOKED_AT", 40)
    rough = spread_bundles(ends)
    assert rough == sorted(rough)
    assert max(abs(one - other) for one, other in zip(exact, rough, strict=True)) < 0.25


def test_many_thousand_lines_take_no_matrix_of_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of comparisons grows with the lines, not with their square."""
    compared = 0
    run = bundles._run_together

    def counted(starts: object, finishes: object, lines: np.ndarray, others: np.ndarray) -> np.ndarray:
        nonlocal compared
        compared += len(lines) * len(others)
        return run(starts, finishes, lines, others)  # type: ignore[arg-type]

    monkeypatch.setattr(bundles, "_run_together", counted)
    draw = np.random.default_rng(7)

    def point() -> Point:
        return Point(float(draw.uniform(-170, 170)), float(math.degrees(math.asin(draw.uniform(-0.9, 0.9)))))

    spread_bundles([(point(), point()) for _number in range(2000)])
    assert compared < 2000 * 60
    compared = 0
    spread_bundles([(MADRID, TOKYO)] * 3000)
    assert compared <= 3000 * bundles.MOST_LOOKED_AT
