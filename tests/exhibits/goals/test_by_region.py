"""Goals by region."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, said

from iurc_dash.forms import Matrix

ELEVEN = "Goal 11 (Sustainable cities and communities)"
TWELVE = "Goal 12 (Responsible consumption and production)"
ID = "goals/by-region"


def by_edition(**editions: tuple[tuple[str, int], ...]) -> list[Pairing]:
    """So many pairings linked to a goal by edition; 'NA_1' stands for 'NA-1'."""
    return [
        Pairing(inferred=(f"sdg-{goal}",), edition=edition.replace("_", "-"))
        for edition, counts in editions.items()
        for goal, count in counts
        for _number in range(count)
    ]


def test_cells_and_totals_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, Matrix)
    # A region with pairings and no link has its column.
    assert form.columns.keys == ("NA", "LAC", "JP")
    assert form.total.value == 4 and form.row_total_label == "Any goal"
    eleven = form.values[form.rows.keys.index("sdg-11")]
    assert [cell.value for cell in eleven if cell is not None] == [1, 1, 0]
    assert exhibit.rows("sdg-17/NA") == {"activities": ("na-1-kick-off",)}


def test_nothing_linked() -> None:
    assert made(empty_dataset(), ID).finding == "No pairing or activity that matches is linked to a goal."
    assert made(empty_dataset(), ID).is_empty


def test_beside_a_chosen_goal_nothing_is_said_to_have_moved() -> None:
    pairings = [
        Pairing(inferred=("sdg-11", "sdg-12"), edition=edition)
        for edition in ("NA-1", "NA-2")
        for _number in range(20)
    ]
    assert said(made(with_pairings(*pairings), ID, goals=("sdg-11",))) == (
        f"Beside Goal 11: 40 pairings are linked to a goal, all to {TWELVE}. All 80 links are our reading."
    )


def test_regions_tell_who_comes_first_alone_or_level() -> None:
    pairings = by_edition(NA_1=(("11", 2), ("12", 2)), LAC_1=(("11", 3),), JP_1=(("12", 1),))
    assert made(with_pairings(*pairings), ID).finding == (
        f"{ELEVEN} comes first, alone or level with others, in 2 of 3 regions."
    )
    assert made(with_pairings(*by_edition(NA_1=(("11", 2),), LAC_1=(("12", 3),))), ID).finding == (
        "No goal comes first in more than one of 2 regions."
    )
    assert (
        made(with_pairings(*by_edition(NA_1=(("11", 2),))), ID).finding
        == f"2 pairings are linked to a goal, both to {ELEVEN}."
    )


def test_cautions_tell_of_readings_and_of_the_running_phase() -> None:
    cautions = made(with_pairings(*by_edition(NA_3=(("11", 1),))), ID).cautions
    assert {"several_goals", "inferred_goals", "phase_running"} <= set(cautions)
    stated = made(with_pairings(Pairing(stated=("sdg-11",))), ID).cautions
    assert not {"inferred_goals", "phase_running"} & set(stated)
