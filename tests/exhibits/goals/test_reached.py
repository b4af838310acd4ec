"""Which goals are linked, and how that is known: whole sentences, and numbers counted by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound
from exhibit_checks import said as all_said
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.exhibits.goals import _by_basis
from iurc_dash.forms import Bars, Look, UnitChart
from iurc_dash.metrics.chance import leads
from iurc_dash.quantities import Count

ID = "goals/reached"
ELEVEN = "Goal 11 (Sustainable cities and communities)"
TWELVE = "Goal 12 (Responsible consumption and production)"


def found(*pairings: Pairing, **chosen: Any) -> str:
    return all_said(made(with_pairings(*pairings), ID, **chosen))


def read(*goals: str) -> Pairing:
    """A pairing that this record links to goals."""
    return Pairing(inferred=tuple(f"sdg-{goal}" for goal in goals))


def said(*goals: str) -> Pairing:
    """A pairing whose source states goals."""
    return Pairing(stated=tuple(f"sdg-{goal}" for goal in goals))


@pytest.mark.parametrize("chosen", [{}, {"stated_only": True}, {"phases": ("1",)}])
def test_every_goal_is_named_with_its_number_and_colour(chosen: dict[str, Any]) -> None:
    exhibit = made(artificial_dataset(), ID, **chosen)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, UnitChart)
    shown = [group.key for group in form.groups]
    without = [category.key for category in form.empty]
    assert sorted([*shown, *without]) == sorted(f"sdg-{number}" for number in range(1, 18))
    # What has none stands apart, in the order of the goals, and no group is without marks.
    assert without == sorted(without, key=lambda goal: int(goal.removeprefix("sdg-")))
    assert all(group.units for group in form.groups)
    assert [group.total.value for group in form.groups] == sorted(
        (group.total.value for group in form.groups), reverse=True
    )
    eleven = next(group for group in form.groups if group.key == "sdg-11")
    assert (eleven.sign, eleven.label, eleven.colour) == (
        "11",
        "Sustainable cities and communities",
        "goal-11",
    )


def test_a_mark_is_one_link_stated_ones_filled_and_first() -> None:
    form = made(artificial_dataset(), ID).form
    assert isinstance(form, UnitChart)
    for group in form.groups:
        textures = [unit.look.texture for unit in group.units]
        assert textures == sorted(textures, key=lambda texture: texture != "solid")
        assert {unit.row for unit in group.units} == set(group.total)
        assert len(group.units) == group.total.value
    twelve = next(group for group in form.groups if group.key == "sdg-12")
    assert [unit.look for unit in twelve.units] == [Look("goal-12"), Look("goal-12", "outlined")]
    assert twelve.note == "1 stated by a source"


def test_more_than_can_be_told_apart_are_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_by_basis, "MOST_MARKS", 2)
    assert isinstance(made(with_pairings(read("12"), read("12")), ID).form, UnitChart)
    exhibit = made(with_pairings(*[read("12")] * 3), ID)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, Bars)
    assert exhibit.form.axis.keys == tuple(f"sdg-{number}" for number in range(1, 18))


def test_stated_and_read_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    line = exhibit.table.line("sdg-12")
    # Three rows link two pairings; the pairing that is stated and inferred is stated only; the theme does not count.
    values = {
        key: line[key] for key in ("subjects", "stated", "inferred", "pairing", "activity", "rows", "listed")
    }
    assert {key: cell.value for key, cell in values.items() if isinstance(cell, Count)} == {
        "subjects": 2,
        "stated": 1,
        "inferred": 1,
        "pairing": 2,
        "activity": 0,
        "rows": 3,
        "listed": 1,
    }
    unit = "pairings.na-1-testville-demo-city"
    assert exhibit.rows(f"sdg-12/{unit}") == {"pairings": ("na-1-testville-demo-city",)}
    assert exhibit.rows("sdg-17/") == {"activities": ("na-1-kick-off",)}
    assert "sdg-1/" not in exhibit.marks and exhibit.answer.counted.value == 4


def test_stated_only_leaves_out_everything_else() -> None:
    exhibit = made(artificial_dataset(), ID, stated_only=True)
    form = exhibit.form
    assert isinstance(form, UnitChart)
    assert {unit.look.texture for group in form.groups for unit in group.units} == {"solid"}
    assert sum(group.total.value for group in form.groups) == 3
    assert [sample.look.texture for sample in form.samples] == ["solid"]
    assert "inferred_goals" not in exhibit.cautions
    assert "inferred_goals" in made(artificial_dataset(), ID).cautions


def test_nothing_linked_is_told_from_nothing_stated() -> None:
    assert made(empty_dataset(), ID).finding == "No pairing or activity that matches is linked to a goal."
    exhibit = made(artificial_dataset(), ID, regions=("JP",), stated_only=True)
    assert exhibit.finding == "No source states a goal for the pairings and activities that match."
    assert exhibit.is_empty


def test_one_link_and_two() -> None:
    assert all_said(made(one_row_dataset(), ID)) == (
        f"1 pairing is linked to {TWELVE}. A source states the link."
    )
    assert found(read("12")) == f"1 pairing is linked to {TWELVE}. The link is our reading."
    assert found(read("12"), read("12")) == (
        f"2 pairings are linked to a goal, both to {TWELVE}. Both links are our reading."
    )
    assert found(said("12"), said("12")) == (
        f"2 pairings are linked to a goal, both to {TWELVE}. A source states both links."
    )
    assert found(*[read("12")] * 3).startswith(f"3 pairings are linked to a goal, all to {TWELVE}.")


def test_all_at_one_is_no_lead() -> None:
    assert found(read("11"), read("12")) == (
        "Goal 11 and Goal 12 are linked once each, so none stands out. Both links are our reading."
    )
    assert found(*map(read, ("11", "12", "13", "7"))) == (
        "4 goals are linked once each, so none stands out. All 4 links are our reading."
    )
    assert found(read("11"), read("11"), read("12"), read("12")).startswith(
        "Goal 11 and Goal 12 are linked 2 times each."
    )


def test_ties_are_told_as_ties_in_the_order_of_the_goals() -> None:
    assert all_said(made(artificial_dataset(), ID)) == (
        "Goal 11 and Goal 12 come first together, with 2 links each. Of the 6 links shown, 3 are our reading and 3 are "
        "stated by a source."
    )


def test_a_lead_says_how_its_links_are_known() -> None:
    pairings = [*[read("11")] * 17, said("11"), read("12"), read("12")]
    assert found(*pairings) == (
        f"{ELEVEN} is linked most often, to 18 pairings. Of the 20 links shown, 19 are our reading and 1 is stated by "
        "a source."
    )
    # An inferred link is our reading: it states no effect.
    assert not re.search(r"contribut|leads", found(*pairings))


def test_a_lead_that_chance_may_have_made_is_none() -> None:
    assert found(read("11"), read("11"), read("12")) == (
        f"{ELEVEN} is linked to 2 pairings, before Goal 12 (1). All 3 links are our reading."
    )


def test_what_is_linked_beside_a_chosen_goal_is_ranked() -> None:
    chosen = {"goals": ("sdg-11",)}
    assert found(read("11", "12"), read("11", "12"), read("11"), **chosen) == (
        f"Beside Goal 11: {TWELVE} is linked to 2 pairings, and nothing else is linked. All 5 links are our reading."
    )
    assert found(read("11"), read("12"), **chosen).startswith("Nothing else is linked beside Goal 11.")


def test_a_goal_without_number_and_a_goal_18_work() -> None:
    base = artificial_dataset()
    goals = [
        *base["goals"].values.tolist(),
        ("sdg-18", "sdg", "18", "Made-up goal", "Made up", "", 18),
        ("sdg-unnumbered", "sdg", "", "Goal and no number", "No number", "", 19),
    ]
    links = [
        (f"c{n}", "pairing", "p1", "sdg", goal, "", "stated", "")
        for n, goal in enumerate(("sdg-18", "sdg-unnumbered"))
    ]
    tables = {"goals": frame("goals", goals), "contributions": frame("contributions", links)}
    exhibit = made(with_pairings(Pairing(), **tables), ID)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, UnitChart)
    assert [(group.sign, group.label, group.colour) for group in form.groups] == [
        ("18", "Made-up goal", "goal-18"),
        ("", "Goal and no number", "accent"),
    ]
    assert exhibit.finding == ("1 pairing is linked to “Goal 18” and “Goal and no number”.")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.sets(st.sampled_from(("11", "12", "13"))), st.booleans()), min_size=1, max_size=24)
)
def test_most_often_is_said_of_clear_leads_alone(goals: list[tuple[set[str], bool]]) -> None:
    pairings = [(said if is_stated else read)(*sorted(own)) for own, is_stated in goals]
    exhibit = made(with_pairings(*pairings), ID)
    if not isinstance(exhibit.form, UnitChart):
        assert not any(own for own, _is_stated in goals)
        return
    counts = [group.total for group in exhibit.form.groups]
    whole = exhibit.answer.counted
    is_clear = 0 < counts[0].value < whole.value and len(counts) > 1
    is_clear &= all(leads(counts[0], other, whole) for other in counts[1:])
    assert ("most often" in exhibit.finding) == is_clear
    basis = {link for own, is_stated in goals for link in ([is_stated] if own else [])}
    if basis == {False}:
        assert "source" not in all_said(exhibit)
    if basis == {True}:
        assert "our reading" not in all_said(exhibit)
