"""Shares of phases: what moved, and what is never compared."""

from __future__ import annotations

from artificial_pairings import Pairing, with_pairings
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.metrics.chance import differ
from iurc_dash.metrics.phase_shares import Moves, moves_between_phases, share_in_phase
from iurc_dash.metrics.themes import pairings_by_theme
from iurc_dash.view import view_of

MOBILITY, DIGITAL = "sustainable-urban-mobility", "smart-cities"


def moves_of(*phases: tuple[str, int, int]) -> Moves | None:
    """Moves among pairings: for each edition how many work on mobility and how many on digital themes."""
    pairings = [
        Pairing((theme,), edition=edition)
        for edition, mobile, digital in phases
        for theme, count in ((MOBILITY, mobile), (DIGITAL, digital))
        for _number in range(count)
    ]
    view = view_of(with_pairings(*pairings))
    return moves_between_phases(view, pairings_by_theme(view).by("theme", "phase"))


def test_what_rose_and_what_fell() -> None:
    assert moves_of(("NA-1", 18, 4), ("NA-2", 4, 18)) == Moves("1", "2", (DIGITAL,), (MOBILITY,))


def test_what_chance_may_have_made_did_not_move() -> None:
    assert moves_of(("NA-1", 12, 10), ("NA-2", 10, 12)) == Moves("1", "2", (), ())


def test_a_running_phase_is_not_compared() -> None:
    # NA-3 still runs: everything turned there, and nothing is said of it.
    assert moves_of(("NA-1", 22, 0), ("NA-3", 0, 22)) is None
    assert moves_of(("NA-1", 22, 0), ("NA-2", 22, 0), ("NA-3", 0, 22)) == Moves("1", "2", (), ())


def test_a_phase_with_few_pairings_is_not_compared() -> None:
    assert moves_of(("NA-1", 22, 0), ("NA-2", 0, 19)) is None
    assert moves_of(("NA-1", 22, 0)) is None


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 25), st.integers(0, 25), st.integers(0, 25), st.integers(0, 25))
def test_whatever_moved_differs_and_in_the_direction_said(a: int, b: int, c: int, d: int) -> None:
    pairings = [
        Pairing((theme,), edition=edition)
        for edition, theme, count in (
            ("NA-1", MOBILITY, a),
            ("NA-1", DIGITAL, b),
            ("NA-2", MOBILITY, c),
            ("NA-2", DIGITAL, d),
        )
        for _number in range(count)
    ]
    view = view_of(with_pairings(*pairings))
    tally = pairings_by_theme(view).by("theme", "phase")
    moves = moves_between_phases(view, tally)
    assert (moves is None) == (a + b < 20 or c + d < 20)
    if moves is not None:
        for key in tally.keys("theme"):
            before, after = share_in_phase(tally, key, "1"), share_in_phase(tally, key, "2")
            assert (key in moves.risen or key in moves.fallen) == differ(before, after)
            assert key not in moves.risen or after.value > before.value  # type: ignore[operator]  # 20 or more
            assert key not in moves.fallen or after.value < before.value  # type: ignore[operator]  # 20 or more
