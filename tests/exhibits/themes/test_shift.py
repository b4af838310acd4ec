"""How shares moved: nothing against a running phase, nothing that chance explains, and what the shares are of."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Slope

ID = "themes/shift"
MOBILITY, DIGITAL, ENERGY = "sustainable-urban-mobility", "smart-cities", "renewable-energy"


def phases(first: dict[str, int], second: dict[str, int], running: dict[str, int] | None = None) -> Exhibit:
    """Pairings of one theme each, so many by theme, in phases 1, 2 and 3."""
    editions = (("NA-1", first), ("NA-2", second), ("NA-3", running or {}))
    pairings = [
        Pairing(themes=(theme,), edition=edition)
        for edition, themes in editions
        for theme, number in themes.items()
        for _one in range(number)
    ]
    exhibit = made(with_pairings(*pairings), ID)
    assert_sound(exhibit)
    return exhibit


def slope_of(exhibit: Exhibit) -> Slope:
    assert isinstance(exhibit.form, Slope)
    return exhibit.form


def test_one_that_moved_is_named_and_the_others_are_grey() -> None:
    exhibit = phases({MOBILITY: 30, DIGITAL: 15, ENERGY: 15}, {MOBILITY: 6, DIGITAL: 17, ENERGY: 17})
    moved = [line.label for line in slope_of(exhibit).lines if line.moved]
    assert moved == ["Mobility and transport"]
    assert exhibit.finding == (
        "The share of “Mobility and transport” is lower in Phase 2 than in Phase 1; no other differs beyond chance."
    )
    assert "60 in Phase 1 and 40 in Phase 2" in exhibit.more and "30 of 60 (50%)" in exhibit.more


def test_two_that_moved_are_counted_and_told_beside() -> None:
    exhibit = phases({MOBILITY: 40, DIGITAL: 2}, {MOBILITY: 2, DIGITAL: 40})
    assert (
        exhibit.finding
        == "The shares of 2 theme groups differ by more than chance between Phase 1 and Phase 2."
    )
    assert "lower" in exhibit.more and "higher" in exhibit.more


def test_chance_is_no_move() -> None:
    exhibit = phases({MOBILITY: 12, DIGITAL: 10}, {MOBILITY: 9, DIGITAL: 12})
    assert not any(line.moved for line in slope_of(exhibit).lines)
    assert (
        exhibit.finding == "No theme group’s share differs by more than chance between Phase 1 and Phase 2."
    )
    assert "higher" not in exhibit.more and "lower" not in exhibit.more


def test_a_running_phase_is_never_an_end() -> None:
    exhibit = phases({MOBILITY: 30}, {MOBILITY: 25, DIGITAL: 2}, {DIGITAL: 40})
    assert [end.key for end in slope_of(exhibit).ends] == ["1", "2"]
    assert exhibit.more.endswith("Still running and not compared: Phase 3.")
    assert phases({}, {MOBILITY: 30}, {DIGITAL: 40}).is_empty


def test_ends_are_shares_of_what_is_recorded() -> None:
    form = slope_of(phases({MOBILITY: 20, DIGITAL: 5}, {MOBILITY: 22, ENERGY: 2}))
    assert [whole.value for whole in form.wholes] == [25, 24]
    for line in form.lines:
        assert (line.first.whole.value, line.last.whole.value) == (25, 24)
    # A group that neither end has is no line.
    assert len(form.lines) == 3


@pytest.mark.parametrize("few", [{MOBILITY: 19}, {MOBILITY: 1}])
def test_of_few_nothing_is_said(few: dict[str, int]) -> None:
    exhibit = phases({MOBILITY: 30}, few)
    assert exhibit.is_empty and exhibit.finding == (
        "In phases that may be compared there are too few to speak of a change."
    )


def test_chosen_groups_are_no_base_of_their_own() -> None:
    dataset = recorded_dataset()
    exhibit = made(dataset, ID, clusters=("digital",))
    assert exhibit.is_empty and exhibit.finding == "How shares moved is told among all theme groups only."
    assert made(empty_dataset(), ID).is_empty and made(artificial_dataset(), ID).is_empty


def test_the_recorded_slope_shows_every_group() -> None:
    exhibit = made(recorded_dataset(), ID)
    assert_sound(exhibit)
    assert len(slope_of(exhibit).lines) == len(recorded_dataset()["thematic_clusters"])
