"""Which goals pairings and activities contribute to, who stands behind a goal, and agendas as a whole."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.goals import (
    agendas_as_whole,
    eu_agendas,
    goal_choices,
    goal_subjects,
    goals_by_phase,
    goals_by_region,
    goals_reached,
    new_urban_agenda,
)
from iurc_dash.forms import Bars, Matrix
from iurc_dash.metrics.goals import goal_links
from iurc_dash.selection import Selection

ALL = Selection()
STATED = Selection(stated_only=True)
MAKERS = [goals_reached, goals_by_phase, goals_by_region, agendas_as_whole, new_urban_agenda, eu_agendas]


def test_all_seventeen_goals_are_always_listed() -> None:
    for selection in (ALL, STATED, Selection(phases=("1",))):
        exhibit = goals_reached(artificial_dataset(), selection)
        assert_sound(exhibit, artificial_dataset())
        assert isinstance(exhibit.form, Bars)
        assert [category.key for category in exhibit.form.categories] == [f"sdg-{n}" for n in range(1, 18)]
        assert exhibit.form.categories[10].label == "11 Sustainable cities and communities"
        assert exhibit.form.series[0].value_colours[10] == "goal-11"


def test_a_subject_with_both_bases_counts_as_stated_only() -> None:
    exhibit = goals_reached(artificial_dataset(), ALL)
    table = exhibit.table.frame.set_index("goal_id")
    assert list(table.loc["sdg-12", ["subjects", "stated", "inferred"]]) == [2, 1, 1]
    assert list(table.loc["sdg-11", ["subjects", "stated", "inferred"]]) == [2, 1, 1]
    assert list(table.loc["sdg-17", ["pairings", "activities"]]) == [0, 1]
    assert table.loc["sdg-1", "subjects"] == 0
    # Rows are told apart from what contributes: three rows on pairings, two pairings.
    assert list(table.loc["sdg-12", ["links-pairing", "links-theme"]]) == [3, 1]
    assert table.loc["sdg-11", "links-programme"] == 1


def test_stated_and_inferred_differ_by_texture() -> None:
    form = goals_reached(artificial_dataset(), ALL).form
    assert isinstance(form, Bars)
    assert [(series.key, series.texture) for series in form.series] == [
        ("stated", "solid"),
        ("inferred", "outlined"),
    ]
    assert form.unit == "pairings and activities"


def test_the_finding_tells_ties_and_what_is_stated() -> None:
    assert goals_reached(artificial_dataset(), ALL).finding == (
        "Goal 11 (Sustainable cities and communities) and Goal 12 (Responsible consumption and production) "
        "lead together: 2 pairings and activities contribute to each."
    )
    assert goals_reached(one_row_dataset(), ALL).finding == (
        "Goal 12 (Responsible consumption and production) leads: 1 pairing or activity contributes to it, "
        "stated by a source."
    )


def test_stated_only_leaves_out_everything_inferred() -> None:
    exhibit = goals_reached(artificial_dataset(), STATED)
    assert exhibit.table.frame["inferred"].sum() == 0
    assert exhibit.table.frame["subjects"].sum() == 3
    assert "inferred_goals" not in exhibit.cautions
    basis = artificial_dataset()["contributions"].set_index("contribution_id")["basis"]
    assert {basis[key] for key in exhibit.rows["contributions"]} == {"stated"}


def test_goals_by_phase_and_by_region_count_the_same() -> None:
    by_phase, by_region = (make(artificial_dataset(), ALL) for make in (goals_by_phase, goals_by_region))
    for exhibit in (by_phase, by_region):
        assert_sound(exhibit, artificial_dataset())
        assert isinstance(exhibit.form, Matrix)
        assert exhibit.form.total == 4
        # Pairings and activities together have no list of their own to lead to.
        assert exhibit.form.unit_key == "contributions"
    assert isinstance(by_phase.form, Matrix)
    assert by_phase.form.values[11] == (1, 1, 0)
    assert by_phase.form.column_totals == (2, 2, 0)
    assert isinstance(by_region.form, Matrix)
    assert [column.key for column in by_region.form.columns] == ["NA", "LAC", "JP"]
    assert by_phase.finding == (
        "No single goal leads: Goal 11 (Sustainable cities and communities) and "
        "Goal 12 (Responsible consumption and production) each lead in 2 of 3 phases."
    )


def test_an_agenda_as_a_whole_is_counted_apart_from_goals() -> None:
    exhibit = agendas_as_whole(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.table.frame[["agenda", "kind", "subjects"]].values.tolist() == [
        ["SDGs", "pairings", 1], ["SDGs", "activities", 1], ["New Urban Agenda", "editions", 1],
    ]  # fmt: skip
    assert exhibit.finding == (
        "2030 Agenda's Sustainable Development Goals: named as a whole most widely, for 1 pairing and 1 activity."
    )
    counted = set(goals_reached(artificial_dataset(), ALL).rows["contributions"])
    assert not counted & set(exhibit.rows["contributions"])


def test_the_new_urban_agenda_lists_its_six_areas_and_the_whole() -> None:
    exhibit = new_urban_agenda(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, Bars)
    assert len(exhibit.form.categories) == 7
    assert exhibit.finding == (
        "The New Urban Agenda is named as a whole for 1 edition; of its 6 areas, 1 is linked on its own."
    )
    none_on_its_own = new_urban_agenda(artificial_dataset(), Selection(regions=("NA",)))
    assert none_on_its_own.finding.endswith("none of its 6 areas is linked on its own.")


def test_eu_agendas_lists_only_those_named() -> None:
    exhibit = eu_agendas(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == "Cohesion policy: named most widely, for 1 activity."
    assert exhibit.table.frame["goal_id"].tolist() == ["eu-cohesion-policy"]


def test_who_stands_behind_a_goal_stated_first() -> None:
    exhibit = goal_subjects(artificial_dataset(), ALL, "sdg-12")
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == (
        "Goal 12 (Responsible consumption and production): 2 pairings and 1 theme, 1 of them stated by a source."
    )
    frame = exhibit.table.frame
    assert len(frame) == 4
    assert frame["basis"].tolist() == ["stated by a source"] + ["inferred from what was worked on"] * 3
    assert frame["target"].tolist()[0] == "12.5"
    assert all(url.startswith("https://") for url in frame["source_url"])
    # Only pairings have a page of their own to lead to.
    assert frame.loc[frame["kind"] == "theme", "pairing_id"].tolist() == [""]


@pytest.mark.parametrize("goal", ["", "sdg-1", "no-such-goal"])
def test_a_goal_without_anything_behind_it_says_so(goal: str) -> None:
    exhibit = goal_subjects(artificial_dataset(), ALL, goal)
    assert exhibit.is_empty
    assert exhibit.finding.startswith("Nothing that matches is tied to this")


def test_choices_hold_only_goals_that_something_is_tied_to() -> None:
    assert goal_choices(artificial_dataset(), ALL) == {
        "sdg-7": "7 Affordable and clean energy",
        "sdg-11": "11 Sustainable cities and communities",
        "sdg-12": "12 Responsible consumption and production",
        "sdg-17": "17 Partnerships for the goals",
        "nua-urban-prosperity": "New Urban Agenda: Inclusive urban prosperity and opportunities for all",
        "eu-cohesion-policy": "EU agendas: Cohesion policy",
    }


@pytest.mark.parametrize("make", MAKERS)
def test_no_data_says_so(make: object) -> None:
    assert callable(make)
    exhibit = make(empty_dataset(), ALL)
    assert exhibit.form is None
    assert exhibit.is_empty
    assert_sound(exhibit, empty_dataset())


def test_no_stated_goal_is_told_from_no_goal() -> None:
    assert goals_reached(artificial_dataset(), Selection(regions=("JP",), stated_only=True)).finding == (
        "No source states a goal for the pairings and activities that match."
    )


@pytest.mark.parametrize("make", MAKERS)
def test_recorded_goals_are_sound(make: object) -> None:
    dataset = recorded_dataset()
    assert callable(make)
    for selection in (
        ALL,
        STATED,
        *(Selection(phases=(p,)) for p in ("1", "2", "3")),
        Selection(countries=("TW",)),
    ):
        assert_sound(make(dataset, selection), dataset)


def test_every_recorded_contribution_is_counted_or_told_apart() -> None:
    dataset = recorded_dataset()
    behind = [key for link in goal_links(dataset) for key in link.contributions]
    assert sorted(behind) == sorted(dataset["contributions"]["contribution_id"])
    table = goals_reached(dataset, ALL).table.frame
    sdg = dataset["contributions"].query("agenda_id == 'sdg' and goal_id != ''")
    assert table[[name for name in table if str(name).startswith("links-")]].to_numpy().sum() == len(sdg)
    for goal in goal_choices(dataset, ALL):
        assert_sound(goal_subjects(dataset, ALL, goal), dataset)
