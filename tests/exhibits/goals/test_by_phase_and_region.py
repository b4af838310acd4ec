"""Goals by phase and by region: every phase is named, none is compared that runs."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound

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
    assert made(with_pairings(*pairings), PHASES).finding == (
        f"{ELEVEN} is linked most often, to 36 pairings. Phase 1: 15 of 21 (71%) pairings and activities "
        "with a goal; Phase 2: 15 of 21 (71%); Phase 3 so far: 6 of 6. Between Phase 1 and Phase 2 the "
        "shares stayed about the same."
    )


def test_what_moved_is_told_where_two_phases_rest_on_enough() -> None:
    pairings = by_edition(NA_1=(("11", 20), ("12", 2)), NA_2=(("11", 8), ("12", 14)))
    assert made(with_pairings(*pairings), PHASES).finding == (
        f"{ELEVEN} is linked to 28 pairings, without a clear lead over the next (16). Phase 1: 20 of 22 "
        f"(91%) pairings and activities with a goal; Phase 2: 8 of 22 (36%). The share of {ELEVEN} fell. "
        f"Phase 1: 20 of 22 (91%) pairings and activities with a goal; Phase 2: 8 of 22 (36%). The share of "
        f"{TWELVE} rose. Phase 1: 2 of 22 (9%) pairings and activities with a goal; Phase 2: 14 of 22 (64%)."
    )


def test_few_links_and_a_running_phase_give_no_movement_and_no_percentage() -> None:
    said = made(with_pairings(*by_edition(NA_1=(("11", 4),), NA_3=(("11", 1), ("12", 2)))), PHASES).finding
    assert said == (
        f"{ELEVEN} is linked to 5 pairings, without a clear lead over the next (2). Phase 1: 4 of 4 pairings "
        "and activities with a goal; Phase 3 so far: 1 of 3."
    )


def test_one_link_and_ties() -> None:
    assert made(one_row_dataset(), PHASES).finding == f"{TWELVE} alone is linked, to 1 pairing."
    assert (
        made(artificial_dataset(), PHASES).finding
        == f"{ELEVEN} and {TWELVE} come first together, with 2 links each."
    )


def test_beside_a_chosen_goal_nothing_is_said_to_have_moved() -> None:
    pairings = [
        Pairing(inferred=("sdg-11", "sdg-12"), edition=edition)
        for edition in ("NA-1", "NA-2")
        for _number in range(20)
    ]
    for id in (PHASES, REGIONS):
        assert made(with_pairings(*pairings), id, goals=("sdg-11",)).finding == (
            f"Beside {ELEVEN}: {TWELVE} alone is linked, to 40 pairings."
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
        == f"{ELEVEN} alone is linked, to 2 pairings."
    )


def test_cautions_tell_of_readings_and_of_the_running_phase() -> None:
    cautions = made(with_pairings(*by_edition(NA_3=(("11", 1),))), PHASES).cautions
    assert {"several_goals", "inferred_goals", "phase_running"} <= set(cautions)
    stated = made(with_pairings(Pairing(stated=("sdg-11",))), PHASES).cautions
    assert not {"inferred_goals", "phase_running"} & set(stated)
