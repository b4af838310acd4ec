"""Goals by phase and by region: every phase is named, none is compared that runs."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, said

from iurc_dash.forms import Matrix

ELEVEN = "Goal 11 (Sustainable cities and communities)"
TWELVE = "Goal 12 (Responsible consumption and production)"
PHASES, REGIONS = "goals/by-phase", "goals/by-region"


def by_edition(**editions: tuple[tuple[str, int], ...]) -> list[Pairing]:
    """So many pairings linked to a goal by edition; 'NA_1' stands for 'NA-1'."""
    return [
        Pairing(inferred=(f"sdg-{goal}",), edition=edition.replace("_", "-"))
        for edition, counts in editions.items()
        for goal, count in counts
        for _number in range(count)
    ]


@pytest.mark.parametrize(("id", "columns"), [(PHASES, ("1", "2", "3")), (REGIONS, ("NA", "LAC", "JP"))])
def test_cells_and_totals_by_hand(id: str, columns: tuple[str, ...]) -> None:
    exhibit = made(artificial_dataset(), id)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, Matrix)
    # A phase or region with pairings and no link has its column.
    assert form.columns.keys == columns
    assert form.total.value == 4 and form.row_total_label == "Any goal"
    values = {"goals/by-phase": [1, 1, 0], "goals/by-region": [1, 1, 0]}
    eleven = form.values[form.rows.keys.index("sdg-11")]
    assert [cell.value for cell in eleven if cell is not None] == values[id]
    assert exhibit.rows(f"sdg-17/{columns[0]}") == {"activities": ("na-1-kick-off",)}


@pytest.mark.parametrize("id", [PHASES, REGIONS])
def test_nothing_linked(id: str) -> None:
    assert made(empty_dataset(), id).finding == "No pairing or activity that matches is linked to a goal."
    assert made(empty_dataset(), id).is_empty


def test_the_first_goal_is_told_with_the_numbers_of_every_phase() -> None:
    pairings = by_edition(NA_1=(("11", 15), ("12", 6)), NA_2=(("11", 15), ("12", 6)), NA_3=(("11", 6),))
    exhibit = made(with_pairings(*pairings), PHASES)
    assert exhibit.finding == f"{ELEVEN} is linked most often, to 36 pairings."
    assert exhibit.more == (
        "Of the pairings and activities with a goal, Goal 11 has 15 of 21 (71%) in Phase 1, 15 of 21 (71%) in Phase 2 "
        "and 6 of 6 so far in Phase 3. No share differs by more than chance between phases that are over. All 48 links "
        "are our reading."
    )


def test_what_moved_is_told_where_two_phases_rest_on_enough() -> None:
    pairings = by_edition(NA_1=(("11", 20), ("12", 2)), NA_2=(("11", 8), ("12", 14)))
    exhibit = made(with_pairings(*pairings), PHASES)
    assert exhibit.finding == f"{ELEVEN} is linked to 28 pairings, before Goal 12 (16)."
    assert exhibit.more == (
        "Of the pairings and activities with a goal, Goal 11 has 20 of 22 (91%) in Phase 1 and 8 of 22 (36%) in Phase "
        f"2. The share of {ELEVEN} is lower in Phase 2 than in Phase 1: 20 of 22 (91%) in Phase 1 and 8 of 22 (36%) in "
        f"Phase 2. The share of {TWELVE} is higher in Phase 2 than in Phase 1: 2 of 22 (9%) in Phase 1 and 14 of 22 "
        "(64%) in Phase 2. All 44 links are our reading."
    )


def test_few_links_and_a_running_phase_give_no_movement_and_no_percentage() -> None:
    exhibit = made(with_pairings(*by_edition(NA_1=(("11", 4),), NA_3=(("11", 1), ("12", 2)))), PHASES)
    assert said(exhibit) == (
        f"{ELEVEN} is linked to 5 pairings, before Goal 12 (2). Of the pairings and activities with a goal, Goal 11 "
        "has 4 of 4 in Phase 1 and 1 of 3 so far in Phase 3. All 7 links are our reading."
    )
    # One in each phase is no share of anything.
    ones = made(with_pairings(*by_edition(NA_1=(("11", 1),), NA_2=(("11", 1),))), PHASES)
    assert "1 of 1" not in said(ones)


def test_one_link_and_ties() -> None:
    assert made(one_row_dataset(), PHASES).finding == f"1 pairing is linked to {TWELVE}."
    assert (
        made(artificial_dataset(), PHASES).finding
        == "Goal 11 and Goal 12 come first together, with 2 links each."
    )


def test_beside_a_chosen_goal_nothing_is_said_to_have_moved() -> None:
    pairings = [
        Pairing(inferred=("sdg-11", "sdg-12"), edition=edition)
        for edition in ("NA-1", "NA-2")
        for _number in range(20)
    ]
    for id in (PHASES, REGIONS):
        assert said(made(with_pairings(*pairings), id, goals=("sdg-11",))) == (
            f"Beside Goal 11: 40 pairings are linked to a goal, all to {TWELVE}. All 80 links are our reading."
        )


def test_regions_tell_who_comes_first_alone_or_level() -> None:
    pairings = by_edition(NA_1=(("11", 2), ("12", 2)), LAC_1=(("11", 3),), JP_1=(("12", 1),))
    assert made(with_pairings(*pairings), REGIONS).finding == (
        f"{ELEVEN} comes first, alone or level with others, in 2 of 3 regions."
    )
    assert made(with_pairings(*by_edition(NA_1=(("11", 2),), LAC_1=(("12", 3),))), REGIONS).finding == (
        "No goal comes first in more than one of 2 regions."
    )
    assert (
        made(with_pairings(*by_edition(NA_1=(("11", 2),))), REGIONS).finding
        == f"2 pairings are linked to a goal, both to {ELEVEN}."
    )


def test_cautions_tell_of_readings_and_of_the_running_phase() -> None:
    cautions = made(with_pairings(*by_edition(NA_3=(("11", 1),))), PHASES).cautions
    assert {"several_goals", "inferred_goals", "phase_running"} <= set(cautions)
    stated = made(with_pairings(Pairing(stated=("sdg-11",))), PHASES).cautions
    assert not {"inferred_goals", "phase_running"} & set(stated)
