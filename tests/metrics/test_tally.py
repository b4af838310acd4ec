"""A tally: cells with their rows, totals of distinct rows, and fewer axes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import NOTHING, Count, Row, Share

COUNTED = st.lists(
    st.tuples(
        st.tuples(st.sampled_from("abc"), st.sampled_from("xy")), st.sampled_from([f"p{n}" for n in range(6)])
    ),
    max_size=30,
)


def by_hand() -> Tally:
    """p1 stands in two rows of one column, p2 in one cell twice, p3 in another column."""
    cells = [
        (("a", "x"), "p1"),
        (("b", "x"), "p1"),
        (("a", "x"), "p2"),
        (("a", "x"), "p2"),
        (("b", "y"), "p3"),
    ]
    return Tally.of_table(("letter", "side"), "pairings", cells)


def test_cells_and_totals_by_hand() -> None:
    tally = by_hand()
    assert tally.at("a", "x").rows == {"pairings": ("p1", "p2")}
    assert tally.at("a").value == 2 and tally.at("b").value == 2
    # Not three: p1 stands in two cells of the column and is one row.
    assert tally.at(None, "x").value == 2 and tally.at(None, "y").value == 1
    assert tally.whole.value == 3
    assert tally.at("c", "x") is NOTHING and tally.at("c").value == 0
    assert tally.keys("letter") == ("a", "b") and tally.keys("side") == ("x", "y")


def test_rows_of_two_tables_are_never_one() -> None:
    tally = Tally.of(("kind",), [(("a",), Row("pairings", "same")), (("a",), Row("activities", "same"))])
    assert tally.at("a").value == 2
    assert tally.at("a").in_rows_of("pairings") == ("same",)


def test_ranking_is_most_first_and_breaks_ties_as_asked() -> None:
    tally = by_hand()
    assert tally.ranked("letter") == ("a", "b")
    assert tally.ranked("letter", {"a": 2, "b": 1}) == ("b", "a")
    assert tally.ranked("side") == ("x", "y")


@given(COUNTED)
def test_a_total_is_the_distinct_rows_of_its_cells(counted: list[tuple[tuple[str, str], str]]) -> None:
    tally = Tally.of_table(("letter", "side"), "pairings", counted)
    for letter in "abc":
        expected = {key for (own, _side), key in counted if own == letter}
        assert set(tally.at(letter).in_rows_of("pairings")) == expected
        assert tally.at(letter).value == len(expected)
    for side in "xy":
        assert tally.at(None, side).value == len({key for (_letter, own), key in counted if own == side})
    assert tally.whole.value == len({key for _cell, key in counted})


@given(COUNTED)
def test_fewer_axes_hold_the_same_rows(counted: list[tuple[tuple[str, str], str]]) -> None:
    tally = Tally.of_table(("letter", "side"), "pairings", counted)
    fewer, turned = tally.by("letter"), tally.by("side", "letter")
    for letter in "abc":
        assert set(fewer.at(letter)) == set(tally.at(letter))
        assert all(set(turned.at(side, letter)) == set(tally.at(letter, side)) for side in "xy")
    assert set(fewer.whole) == set(tally.whole) == set(turned.whole)


@given(COUNTED)
def test_a_part_of_a_total_is_a_share_of_it(counted: list[tuple[tuple[str, str], str]]) -> None:
    tally = Tally.of_table(("letter", "side"), "pairings", counted)
    for letter in tally.keys("letter"):
        share = Share(tally.at(letter), tally.whole)
        assert set(share.part) <= set(share.whole)
        assert share.value is not None and 0 < share.value <= 1
    assert Share(NOTHING, Count.in_table("pairings", [])).value is None
