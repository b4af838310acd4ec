"""How shares move: only between phases that are over and have enough, and never in a direction made up."""

from __future__ import annotations

from artificial import EDITION_PREDECESSORS, artificial_dataset, frame
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.chance import differ
from iurc_dash.metrics.standouts import (
    Move,
    links_by_basis,
    movement,
    phases_after_mergers,
    phases_of_places,
    region_shares,
)
from iurc_dash.quantities import Count, Share
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def share(part: int, whole: int) -> Share:
    keys = [f"p{number}" for number in range(whole)]
    return Share(Count.in_table("pairings", keys[:part]), Count.in_table("pairings", keys))


def move(*shares: tuple[int, int], over: str = "123456789") -> Move:
    phases = {str(place): share(*of) for place, of in enumerate(shares, start=1)}
    return movement(phases, [phase for phase in over if phase in phases])


def test_movements_by_hand() -> None:
    assert move((5, 50), (25, 50)) == Move("higher", "1", "2")
    assert move((25, 50), (5, 50)) == Move("lower", "1", "2")
    assert move((10, 50), (12, 50)) == Move("same", "1", "2")
    assert move((0, 19), (19, 19)) == Move("too few")
    assert move((0, 50), (50, 50), over="1") == Move("none")
    assert move() == Move("none")


def test_a_share_that_went_up_and_down_has_no_direction() -> None:
    assert move((5, 50), (40, 50), (20, 50)).kind == "mixed"
    assert move((5, 50), (40, 50), (6, 50)).kind == "mixed"
    assert move((5, 50), (20, 50), (40, 50)) == Move("higher", "1", "3")
    # A phase with too few is passed over, and so is one that is not over.
    assert move((5, 50), (19, 19), (6, 50)) == Move("same", "1", "3")
    assert move((5, 50), (6, 50), (50, 50), over="12") == Move("same", "1", "2")


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), min_size=2, max_size=5))
def test_a_direction_is_only_said_where_first_and_last_differ(pairs: list[list[int]]) -> None:
    shares = {str(place): share(*pair) for place, pair in enumerate(pairs) if pair[1]}
    found = movement(shares, shares)
    if found.kind in ("higher", "lower"):
        first, last = shares[found.first], shares[found.last]
        assert differ(first, last)
        assert (found.kind == "higher") == ((last.value or 0) > (first.value or 0))
    if found.kind == "same":
        assert not differ(shares[found.first], shares[found.last])


def test_regions_are_compared_from_a_merger_on() -> None:
    assert phases_after_mergers(view_of(artificial_dataset())) == {
        region: ("1", "2") for region in ("NA", "LAC", "JP", "ALL")
    }
    merged = [*EDITION_PREDECESSORS, ("NA-2", "JP-1")]
    dataset = artificial_dataset().with_tables(edition_predecessors=frame("edition_predecessors", merged))
    found = phases_after_mergers(view_of(dataset))
    assert found["NA"] == ("2",) and found["LAC"] == ("1", "2")


def test_region_shares_by_hand() -> None:
    found = {
        region: {phase: (one.part.value, one.whole.value) for phase, one in shares.items()}
        for region, shares in region_shares(view_of(artificial_dataset())).items()
    }
    assert found == {
        "NA": {"1": (2, 4), "2": (1, 2), "3": (1, 1)},
        "LAC": {"1": (1, 4), "2": (1, 2)},
        "JP": {"1": (1, 4)},
    }


def test_phases_of_places_and_links() -> None:
    view = view_of(artificial_dataset())
    assert phases_of_places(view)["testville-pt"] == ("1", "2", "3")
    assert phases_of_places(view)["sampleton-it"] == ("2",)
    assert phases_of_places(view.of(Selection(phases=("2",))))["testville-pt"] == ("2",)
    # c-01 states what c-02 infers: one link, and the row that states it.
    assert links_by_basis(view).at("pairing", "stated").rows == {"contributions": ("c-01", "c-06")}
    assert "c-02" not in links_by_basis(view).whole.in_rows_of("contributions")
