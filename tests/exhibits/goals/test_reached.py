"""Which goals are linked, and how that is known: whole sentences, and numbers counted by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.forms import Bars
from iurc_dash.metrics.chance import leads
from iurc_dash.quantities import Count

ID = "goals/reached"
ELEVEN = "Goal 11 (Sustainable cities and communities)"
TWELVE = "Goal 12 (Responsible consumption and production)"


def found(*pairings: Pairing, **chosen: Any) -> str:
    return made(with_pairings(*pairings), ID, **chosen).finding


def read(*goals: str) -> Pairing:
    """A pairing that this record links to goals."""
    return Pairing(inferred=tuple(f"sdg-{goal}" for goal in goals))


def said(*goals: str) -> Pairing:
    """A pairing whose source states goals."""
    return Pairing(stated=tuple(f"sdg-{goal}" for goal in goals))


@pytest.mark.parametrize("chosen", [{}, {"stated_only": True}, {"phases": ("1",)}])
def test_every_goal_is_listed_with_its_number_and_colour(chosen: dict[str, Any]) -> None:
    exhibit = made(artificial_dataset(), ID, **chosen)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, Bars)
    assert form.axis.keys == tuple(f"sdg-{number}" for number in range(1, 18)) and form.axis.facet == "goals"
    assert form.axis.categories[10].label == "11 Sustainable cities and communities"
    assert form.series[0].value_colours[10] == "goal-11"
    assert [(series.key, series.texture) for series in form.series] == [
        ("stated", "solid"),
        ("inferred", "outlined"),
    ]


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
    assert exhibit.rows("sdg-12/stated") == {"pairings": ("na-1-testville-demo-city",)}
    assert exhibit.rows("sdg-17/") == {"activities": ("na-1-kick-off",)}
    assert exhibit.rows("sdg-1/") == {} and exhibit.answer.counted.value == 4


def test_stated_only_leaves_out_everything_else() -> None:
    exhibit = made(artificial_dataset(), ID, stated_only=True)
    form = exhibit.form
    assert isinstance(form, Bars)
    assert not any(form.series[1].values) and sum(total.value for total in form.totals) == 3
    assert "inferred_goals" not in exhibit.cautions
    assert "inferred_goals" in made(artificial_dataset(), ID).cautions


def test_nothing_linked_is_told_from_nothing_stated() -> None:
    assert made(empty_dataset(), ID).finding == "No pairing or activity that matches is linked to a goal."
    exhibit = made(artificial_dataset(), ID, regions=("JP",), stated_only=True)
    assert exhibit.finding == "No source states a goal for the pairings and activities that match."
    assert exhibit.is_empty


def test_one_link_and_two() -> None:
    assert (
        made(one_row_dataset(), ID).finding
        == f"{TWELVE} alone is linked, to 1 pairing; a source states the link."
    )
    assert found(read("12")) == f"{TWELVE} alone is linked, to 1 pairing; the link is our reading."
    assert (
        found(read("12"), read("12"))
        == f"{TWELVE} alone is linked, to 2 pairings; both links are our reading."
    )
    assert (
        found(said("12"), said("12"))
        == f"{TWELVE} alone is linked, to 2 pairings; a source states both links."
    )


def test_all_at_one_is_no_lead() -> None:
    assert found(read("11"), read("12")) == (
        f"{ELEVEN} and {TWELVE} are linked once each, so none stands out; both links are our reading."
    )
    assert found(read("11", "12", "13", "7")) == (
        "4 goals are linked once each, so none stands out; all of these links are our reading."
    )


def test_ties_are_told_as_ties_in_the_order_of_the_goals() -> None:
    assert made(artificial_dataset(), ID).finding == (
        f"{ELEVEN} and {TWELVE} come first together, with 2 links each; 2 of these links are our reading, 2 "
        "are stated by a source."
    )


def test_a_lead_says_how_its_links_are_known() -> None:
    pairings = [*[read("11")] * 11, said("11"), read("12"), read("12")]
    assert found(*pairings) == (
        f"{ELEVEN} is linked most often, to 12 pairings; 11 of these links are our reading, 1 is stated by a "
        "source."
    )
    # An inferred link is our reading: it states no effect.
    assert not re.search(r"contribut|leads", found(*pairings))


def test_a_lead_that_chance_may_have_made_is_none() -> None:
    assert found(read("11"), read("11"), read("12")) == (
        f"{ELEVEN} is linked to 2 pairings, without a clear lead over the next (1); both links are our "
        "reading."
    )


def test_what_is_linked_beside_a_chosen_goal_is_ranked() -> None:
    chosen = {"goals": ("sdg-11",)}
    assert found(read("11", "12"), read("11", "12"), read("11"), **chosen) == (
        f"Beside {ELEVEN}: {TWELVE} alone is linked, to 2 pairings; both links are our reading."
    )
    assert found(read("11"), read("12"), **chosen) == f"Nothing else is linked beside {ELEVEN}."


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
    assert isinstance(form, Bars)
    assert (
        form.axis.categories[-2].label == "18 Made-up goal"
        and form.axis.categories[-1].label == "Goal and no number"
    )
    assert form.series[0].value_colours[-2:] == ("goal-18", "accent")
    assert exhibit.finding == (
        "Goal 18 (Made-up goal) and “Goal and no number” are linked once each, so none stands out; a source "
        "states both links."
    )


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.sets(st.sampled_from(("11", "12", "13"))), st.booleans()), min_size=1, max_size=24)
)
def test_most_often_is_said_of_clear_leads_alone(goals: list[tuple[set[str], bool]]) -> None:
    pairings = [(said if is_stated else read)(*sorted(own)) for own, is_stated in goals]
    exhibit = made(with_pairings(*pairings), ID)
    if not isinstance(exhibit.form, Bars):
        assert not any(own for own, _is_stated in goals)
        return
    counts = sorted((total.value for total in exhibit.form.totals), reverse=True)
    is_clear = counts[1] > 0 and leads(counts[0], counts[1], exhibit.answer.counted.value)
    assert ("most often" in exhibit.finding) == is_clear
    basis = {link for own, is_stated in goals for link in ([is_stated] if own else [])}
    if basis == {False}:
        assert "source" not in exhibit.finding
    if basis == {True}:
        assert "our reading" not in exhibit.finding
