"""Who stands first, what may be said of it, and who does so in most columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.chance import FEWEST_FOR_SHARE, leads
from iurc_dash.metrics.ranking import leaders, most_often_first, standing
from iurc_dash.quantities import Count

COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 40), max_size=5)


def counted(numbers: dict[str, int]) -> dict[str, Count]:
    """Counts of so many rows that nobody shares."""
    return {
        key: Count.in_table("pairings", [f"{key}{place}" for place in range(number)])
        for key, number in numbers.items()
    }


def whole_of(counts: dict[str, Count], more: int = 0) -> Count:
    return Count.union(
        [*counts.values(), Count.in_table("pairings", [f"more{place}" for place in range(more)])]
    )


@pytest.mark.parametrize(
    ("numbers", "more", "kind", "first", "following", "next_count"),
    [
        ({}, 0, "none", (), (), 0),
        ({"a": 0, "b": 0}, 0, "none", (), (), 0),
        ({"a": 1, "b": 0}, 0, "all", ("a",), (), 0),
        ({"a": 7}, 0, "all", ("a",), (), 0),
        ({"a": 7, "b": 0}, 1, "only", ("a",), (), 0),
        ({"a": 1, "b": 1, "c": 0}, 0, "even", ("a", "b"), (), 0),
        ({"a": 4, "b": 4}, 0, "even", ("a", "b"), (), 0),
        ({"a": 3, "b": 5, "c": 5}, 0, "tie", ("b", "c"), ("a",), 3),
        ({"a": 40, "b": 20}, 40, "lead", ("a",), ("b",), 20),
        ({"a": 30, "b": 20, "c": 3}, 47, "most", ("a",), ("b",), 20),
        ({"a": 2, "b": 1}, 0, "most", ("a",), ("b",), 1),
        # However uneven: too few to speak of a lead.
        ({"a": 5, "b": 1, "c": 1}, 0, "most", ("a",), ("b", "c"), 1),
    ],
)
def test_how_the_first_stands(
    numbers: dict[str, int],
    more: int,
    kind: str,
    first: tuple[str, ...],
    following: tuple[str, ...],
    next_count: int,
) -> None:
    counts = counted(numbers)
    found = standing(counts, whole_of(counts, more))
    assert (found.kind, found.first, found.next, found.next_count) == (kind, first, following, next_count)
    assert found.count.value == max(numbers.values(), default=0)


def test_what_counts_for_both_is_no_lead_over_either() -> None:
    """Of 25 pairings 17 work on a, 9 on b: 14 on a alone, 6 on b alone, which chance may make."""
    keys = [f"p{number}" for number in range(25)]
    counts = {"a": Count.in_table("pairings", keys[:17]), "b": Count.in_table("pairings", keys[14:23])}
    assert standing(counts, Count.in_table("pairings", keys)).kind == "most"
    # Were they all among the 17, the eight more would be a lead.
    counts["b"] = Count.in_table("pairings", keys[:9])
    assert standing(counts, Count.in_table("pairings", keys)).kind == "lead"


def test_a_lead_is_over_everybody_and_not_the_second_alone() -> None:
    """The second shares all its rows with the first, the third none: over it chance may have made the difference."""
    keys = [f"p{number}" for number in range(40)]
    counts = {
        "a": Count.in_table("pairings", keys[:22]),
        "b": Count.in_table("pairings", keys[:16]),
        "c": Count.in_table("pairings", keys[25:40]),
    }
    assert standing(counts, Count.in_table("pairings", keys)).kind == "most"


@given(COUNTS, st.integers(0, 100))
def test_a_lead_is_never_said_of_a_tie_or_of_chance(numbers: dict[str, int], more: int) -> None:
    counts = counted(numbers)
    whole = whole_of(counts, more)
    found = standing(counts, whole)
    assert set(found.first) == {key for key in numbers if numbers[key] == max(numbers.values()) > 0}
    if found.kind == "lead":
        assert len(found.first) == 1 and whole.value >= FEWEST_FOR_SHARE
        assert all(leads(found.count, counts[key], whole) for key in counts if key not in found.first)
    if len(found.first) > 1:
        assert found.kind in ("tie", "even")
    if found.count.value == 1:
        assert found.kind in ("even", "only", "all")


def test_leaders_keep_their_order_and_zero_leads_nothing() -> None:
    assert leaders({"b": 2, "a": 2, "c": 1}) == ("b", "a")
    assert leaders({"a": 0}) == ()


def test_who_comes_first_in_most_columns() -> None:
    columns = {
        "x": {"a": 5, "b": 5, "c": 1},
        "y": {"a": 0, "b": 2, "c": 1},
        "z": {"a": 3, "b": 1, "c": 1},
    }
    # a and b share x, b has y, a has z.
    assert most_often_first(columns) == (("a", "b"), 2)
    assert most_often_first({"y": columns["y"]}) == (("b",), 1)


def test_a_tie_at_one_is_first_nowhere() -> None:
    assert most_often_first({"x": {"a": 1, "b": 1}, "y": {"a": 1}}) == ((), 0)
    assert most_often_first({}) == ((), 0)
