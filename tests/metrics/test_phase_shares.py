"""How shares of phases move: only what may be compared, held for the whole of what is compared, in no made-up way."""

from __future__ import annotations

import random

import pytest
from artificial import EDITION_PREDECESSORS, artificial_dataset, frame
from artificial_pairings import Pairing, with_pairings
from exhibit_checks import recorded_dataset
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.metrics.chance import differ
from iurc_dash.metrics.goals import subjects_by_goal
from iurc_dash.metrics.phase_shares import (
    Move,
    comparable_phases,
    movement,
    movements,
    shares_of_keys,
)
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import pairings_by_cluster, pairings_by_theme
from iurc_dash.quantities import Count, Row, Share
from iurc_dash.selection import Selection
from iurc_dash.view import View, view_of

MOBILITY, DIGITAL = "sustainable-urban-mobility", "smart-cities"
DRAWS = 200


def share(part: int, whole: int) -> Share:
    keys = [f"p{number}" for number in range(whole)]
    return Share(Count.in_table("pairings", keys[:part]), Count.in_table("pairings", keys))


def move(*shares: tuple[int, int], over: str = "123456789") -> Move:
    phases = {str(place): share(*of) for place, of in enumerate(shares, start=1)}
    return movement(phases, [phase for phase in over if phase in phases])


def moves_of(*phases: tuple[str, int, int]) -> dict[str, Move]:
    """Moves among pairings: for each edition how many work on mobility and how many on digital themes."""
    pairings = [
        Pairing((theme,), edition=edition)
        for edition, mobile, digital in phases
        for theme, count in ((MOBILITY, mobile), (DIGITAL, digital))
        for _number in range(count)
    ]
    view = view_of(with_pairings(*pairings))
    shares = shares_of_keys(view, pairings_by_theme(view).by("theme", "phase"))
    return dict(movements(shares, comparable_phases(view)))


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
    found = movement(shares, list(shares))
    if found.kind in ("higher", "lower"):
        first, last = shares[found.first], shares[found.last]
        assert differ(first, last)
        assert (found.kind == "higher") == ((last.value or 0) > (first.value or 0))
    # Whatever moves by itself may stay where it is one of many, and never the other way round.
    among_many = movement(shares, list(shares), among=20)
    assert among_many == found or among_many.kind in ("same", "mixed", "higher", "lower")
    if found.kind == "same":
        assert among_many.kind == "same"


def test_what_is_higher_and_what_is_lower() -> None:
    assert moves_of(("NA-1", 18, 4), ("NA-2", 4, 18)) == {
        MOBILITY: Move("lower", "1", "2"),
        DIGITAL: Move("higher", "1", "2"),
    }
    same = Move("same", "1", "2")
    assert moves_of(("NA-1", 12, 10), ("NA-2", 10, 12)) == {MOBILITY: same, DIGITAL: same}


def test_a_running_phase_and_one_with_few_are_not_compared() -> None:
    # NA-3 still runs: everything turned there, and nothing is said of it.
    assert set(moves_of(("NA-1", 22, 0), ("NA-3", 0, 22)).values()) == {Move("none")}
    turned = moves_of(("NA-1", 22, 0), ("NA-2", 22, 0), ("NA-3", 0, 22))
    assert set(turned.values()) == {Move("same", "1", "2")}
    assert set(moves_of(("NA-1", 22, 0), ("NA-2", 0, 19)).values()) == {Move("too few")}
    assert set(moves_of(("NA-1", 22, 0)).values()) == {Move("none")}


def compared(view: View, regions: list[str]) -> tuple[str, ...]:
    """The phases that may be compared where regions are chosen."""
    return comparable_phases(view.of(Selection(regions=tuple(regions))))


def test_what_merged_is_compared_from_the_merger_on() -> None:
    view = view_of(artificial_dataset())
    assert compared(view, ["NA"]) == compared(view, ["LAC"]) == ("1", "2")
    # A region that had a programme in one phase alone has nothing to compare.
    assert compared(view, ["JP"]) == ("1",)
    merged = [*EDITION_PREDECESSORS, ("NA-2", "JP-1")]
    view = view_of(
        artificial_dataset().with_tables(edition_predecessors=frame("edition_predecessors", merged))
    )
    assert compared(view, ["NA"]) == ("2",) and compared(view, ["JP"]) == ()
    assert compared(view, ["LAC"]) == ("1", "2")
    # All together, nothing came from elsewhere; with one region chosen, much did.
    assert comparable_phases(view) == ("1", "2") == compared(view, ["NA", "JP"])


def shuffled(tally: Tally, draw: random.Random) -> Tally:
    """The same rows with the same keys, their phases dealt out anew."""
    phase_of = {row: cell[1] for cell, count in tally.cells.items() for row in count}
    rows, phases = list(phase_of), list(phase_of.values())
    draw.shuffle(phases)
    dealt: dict[Row, str] = dict(zip(rows, phases, strict=True))
    return Tally.of(
        tally.axes, (((cell[0], dealt[row]), row) for cell, count in tally.cells.items() for row in count)
    )


def drawn_tallies(view: View) -> dict[str, Tally]:
    return {
        "groups": pairings_by_cluster(view).by("cluster", "phase"),
        "goals": subjects_by_goal(view).by("goal", "phase"),
    }


@pytest.mark.parametrize("subject", ["groups", "goals"])
def test_where_phases_are_dealt_out_at_random_seldom_anything_moves(subject: str) -> None:
    """Something is told to move in at most one of twenty draws, whatever the number of shares looked at."""
    view = view_of(recorded_dataset())
    tally, draw = drawn_tallies(view)[subject], random.Random(20)
    told = 0
    for _number in range(DRAWS):
        shares = shares_of_keys(view, shuffled(tally, draw))
        moves = movements(shares, comparable_phases(view))
        told += any(found.kind not in ("same", "too few", "none") for found in moves.values())
    assert told <= DRAWS * 0.05
