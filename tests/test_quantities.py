"""Numbers that know their rows: a row counts once, whatever the number of reasons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.quantities import NOTHING, Count, Row, Share

ROWS = st.lists(
    st.builds(Row, st.sampled_from(["pairings", "places"]), st.sampled_from("abcdef")), max_size=12
)


@given(st.lists(ROWS, max_size=4))
def test_a_union_is_the_count_of_all_rows_each_once(parts: list[list[Row]]) -> None:
    counts = [Count.of(rows) for rows in parts]
    together = [row for rows in parts for row in rows]
    union = Count.union(counts)
    assert list(union) == list(Count.of(together))
    assert union.value == len(set(together)) <= sum(count.value for count in counts)


@given(ROWS, ROWS)
def test_part_and_rest_are_the_whole_and_share_nothing(first: list[Row], second: list[Row]) -> None:
    share = Share(Count.of(first), Count.of([*first, *second]))
    assert not set(share.part) & set(share.rest)
    assert share.part.value + share.rest.value == share.whole.value
    assert set(share.part) | set(share.rest) == set(share.whole)


def test_nothing() -> None:
    assert not Count.union([]) and Count.union([NOTHING, NOTHING]).value == 0
    assert Share(NOTHING, NOTHING).value is None and not Share(NOTHING, NOTHING).rest
