"""Who stands first, what may be said of it, and who does so in most columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.chance import leads
from iurc_dash.metrics.ranking import leaders, most_often_first, standing

COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 40), max_size=5)


@pytest.mark.parametrize(
    ("counts", "whole", "kind", "first", "next_count"),
    [
        ({}, 0, "none", (), 0),
        ({"a": 0, "b": 0}, 0, "none", (), 0),
        ({"a": 1, "b": 0}, 1, "only", ("a",), 0),
        ({"a": 7}, 7, "only", ("a",), 0),
        ({"a": 1, "b": 1, "c": 0}, 2, "once", ("a", "b"), 0),
        ({"a": 3, "b": 5, "c": 5}, 8, "tie", ("b", "c"), 3),
        ({"a": 40, "b": 20}, 100, "lead", ("a",), 20),
        ({"a": 30, "b": 20, "c": 3}, 100, "most", ("a",), 20),
        ({"a": 2, "b": 1}, 3, "most", ("a",), 1),
    ],
)
def test_how_the_first_stands(
    counts: dict[str, int], whole: int, kind: str, first: tuple[str, ...], next_count: int
) -> None:
    found = standing(counts, whole)
    assert (found.kind, found.first, found.next_count) == (kind, first, next_count)
    assert found.count == max(counts.values(), default=0)


@given(COUNTS, st.integers(0, 100))
def test_a_lead_is_never_said_of_a_tie_or_of_chance(counts: dict[str, int], more: int) -> None:
    whole = sum(counts.values()) + more
    found = standing(counts, whole)
    assert set(found.first) == {key for key in counts if counts[key] == max(counts.values()) > 0}
    if found.kind == "lead":
        assert len(found.first) == 1 and found.count >= 2
        assert all(leads(found.count, counts[key], whole) for key in counts if key not in found.first)
    if len(found.first) > 1:
        assert found.kind in ("tie", "once")
    if found.count == 1:
        assert found.kind in ("once", "only")


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
