"""What may be called a difference: published values, values worked by hand, and what never may."""

from __future__ import annotations

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.chance import (
    FEWEST_FOR_SHARE,
    LEVEL,
    differ,
    interval_of_difference,
    leads,
    sign_test,
    wilson,
)
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
    low, high = wilson(10, 20, z)
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


def test_several_comparisons_at_a_time_ask_for_more() -> None:
    # 12 of 40 and 22 of 40: the 95 % interval is 0.03 to 0.44; for one of eleven z is 2.84, and it holds zero.
    one, other = share(12, 40), share(22, 40)
    assert differ(one, other) and not differ(one, other, among=11)
    narrow, wide = interval_of_difference(one, other), interval_of_difference(one, other, among=11)
    assert wide[0] < 0 < narrow[0] and narrow[1] < wide[1]


def test_the_sign_test_worked_by_hand() -> None:
    # 5 against 1: (1 + 6) of 64 on either side; 6 against 1: (1 + 7) of 128; 10 against 3: 378 of 8192.
    assert sign_test(5, 1) == 14 / 64
    assert sign_test(6, 1) == 16 / 128
    assert isclose(sign_test(10, 3), 2 * 378 / 8192)
    assert sign_test(6, 0) == 2 / 64
    assert sign_test(0, 0) == sign_test(7, 7) == 1


def counts(first: int, both: int, second: int, rest: int = 0) -> tuple[Count, Count, Count]:
    """Two counts that share some rows, and the whole of which they are."""
    keys = [f"p{number}" for number in range(first + both + second + rest)]
    return (
        Count.in_table("pairings", keys[: first + both]),
        Count.in_table("pairings", keys[first : first + both + second]),
        Count.in_table("pairings", keys),
    )


def test_a_lead_worked_by_hand() -> None:
    # 40 against 20 of 100 is p 0.013; 30 against 20 is p 0.20.
    assert leads(*counts(40, 0, 20, 40))
    assert not leads(*counts(30, 0, 20, 50))
    # What counts in both says nothing: 10 against 0 beside 15 in both, 12 against 6 beside 30 in both.
    assert leads(*counts(10, 15, 0))
    assert not leads(*counts(12, 30, 6))


def test_no_lead_among_few_however_uneven() -> None:
    assert not leads(*counts(19, 0, 0))
    assert leads(*counts(19, 0, 0, rest=1))
    assert not leads(*counts(5, 0, 1)) and not leads(*counts(4, 0, 1))


SIZES = st.integers(0, 60)


@given(SIZES, SIZES, SIZES, SIZES)
def test_a_lead_is_of_one_side_alone(first: int, both: int, second: int, rest: int) -> None:
    one, other, whole = counts(first, both, second, rest)
    assert not (leads(one, other, whole) and leads(other, one, whole))
    assert not leads(one, one, whole)
    if leads(one, other, whole):
        assert first - second > 1 and whole.value >= FEWEST_FOR_SHARE and sign_test(first, second) <= LEVEL
    assert sign_test(first, second) == sign_test(second, first) <= 1
