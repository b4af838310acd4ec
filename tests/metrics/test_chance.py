"""What may be called a difference: published values, values worked by hand, and what never may."""

from __future__ import annotations

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.chance import FEWEST_FOR_SHARE, differ, interval_of_difference, leads, wilson
from iurc_dash.quantities import Count, Share


def share(part: int, whole: int) -> Share:
    keys = [f"p{number}" for number in range(whole)]
    return Share(Count.in_table("pairings", keys[:part]), Count.in_table("pairings", keys))


SHARES = st.integers(1, 200).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


def test_the_published_example_of_the_interval() -> None:
    # R. G. Newcombe, 1998, table II, method 10, (a): 56/70 - 48/80. Here the second less the first.
    low, high = interval_of_difference(share(48, 80), share(56, 70))
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # Further columns of the same table: (b) 9/10 - 3/10, (d) 5/56 - 0/29, (e) 0/10 - 0/20, (g) 10/10 - 0/20.
        ((3, 10), (9, 10), (0.1705, 0.8090)),
        ((0, 29), (5, 56), (-0.0381, 0.1926)),
        ((0, 20), (0, 10), (-0.1611, 0.2775)),
        ((0, 20), (10, 10), (0.6791, 1.0)),
    ],
)
def test_further_published_intervals(
    first: tuple[int, int], second: tuple[int, int], expected: tuple[float, float]
) -> None:
    low, high = interval_of_difference(share(*first), share(*second))
    assert (round(low, 4), round(high, 4)) == expected


def test_the_score_interval_worked_by_hand() -> None:
    # 10 of 20: the middle is 1/2, the half width z sqrt(1/80 + z²/1600) / (1 + z²/20).
    z = 1.959964
    width = z * sqrt(1 / 80 + z * z / 1600) / (1 + z * z / 20)
    low, high = wilson(10, 20)
    assert isclose(low, 0.5 - width, abs_tol=1e-12) and isclose(high, 0.5 + width, abs_tol=1e-12)
    assert (round(low, 3), round(high, 3)) == (0.299, 0.701)


def test_a_difference_needs_enough_on_both_sides() -> None:
    assert differ(share(2, 20), share(15, 20))
    assert not differ(share(2, 20), share(15, 19))
    assert not differ(share(1, 19), share(15, 20))
    assert not differ(share(0, 0), share(15, 20))
    # 8 % against 16 % of some forty: one pairing more, called growth before.
    assert not differ(share(2, 24), share(3, 19))
    assert not differ(share(24, 79), share(27, 69))


@given(SHARES, SHARES)
def test_a_difference_is_the_same_from_both_sides(first: tuple[int, int], second: tuple[int, int]) -> None:
    one, other = share(*first), share(*second)
    assert differ(one, other) == differ(other, one)
    low, high = interval_of_difference(one, other)
    back = interval_of_difference(other, one)
    assert isclose(low, -back[1], abs_tol=1e-9) and isclose(high, -back[0], abs_tol=1e-9)
    assert -1 - 1e-9 <= low <= second[0] / second[1] - first[0] / first[1] + 1e-9 <= high + 2e-9 <= 1 + 3e-9


@given(SHARES, SHARES)
def test_nothing_differs_on_few_rows_or_by_one(first: tuple[int, int], second: tuple[int, int]) -> None:
    one, other = share(*first), share(*second)
    if min(first[1], second[1]) < FEWEST_FOR_SHARE:
        assert not differ(one, other)
    if first[1] == second[1] and abs(first[0] - second[0]) <= 1:
        assert not differ(one, other)
    assert not differ(one, one)


def test_a_lead_worked_by_hand() -> None:
    # Of 100 things, 40 and 20: difference 20, error sqrt(60 - 400/100) = 7.48, so 2.67 errors.
    assert leads(40, 20, 100)
    # 30 and 20: difference 10, error sqrt(50 - 1) = 7, so 1.43 errors.
    assert not leads(30, 20, 100)
    # All six against three: difference 3, error sqrt(9 - 1.5) = 2.74.
    assert not leads(6, 3, 6)


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_lead_is_of_one_side_and_more_than_one_row(first: int, second: int, rest: int) -> None:
    whole = first + second + rest
    assert not (leads(first, second, whole) and leads(second, first, whole))
    assert not leads(first, first, whole)
    if leads(first, second, whole):
        assert first - second > 1
