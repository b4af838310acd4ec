"""Agendas beside the goals in one figure: each subject once an agenda, EU agendas apart, goals left out."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset, frame
from artificial_pairings import made
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.forms import UnitChart

ID = "goals/other-agendas"
PAIRING = "na-1-testville-demo-city"


def with_links(*links: tuple[str, ...]) -> Dataset:
    """The artificial data with these links alone: (agenda, goal, basis) of one pairing."""
    rows = [
        (f"c{number}", "pairing", PAIRING, agenda, goal, "", basis, "Made up.")
        for number, (agenda, goal, basis) in enumerate(links)
    ]
    return artificial_dataset().with_tables(contributions=frame("contributions", rows))


def groups(dataset: Dataset) -> dict[str, list[str]]:
    """The texture of each mark by agenda."""
    exhibit = made(dataset, ID)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, UnitChart)
    return {group.key: [unit.look.texture for unit in group.units] for group in exhibit.form.groups}


def test_areas_of_an_agenda_are_that_agenda_and_count_once() -> None:
    data = with_links(
        ("nua", "nua-governance", "inferred"), ("nua", "", "stated"), ("eu", "eu-europe-2020", "inferred")
    )
    # What a source states for the agenda is stated, whatever is read of one of its areas.
    assert groups(data) == {"nua": ["solid"], "eu-europe-2020": ["outlined"]}


def test_goals_are_left_out_and_their_agenda_as_a_whole_is_not() -> None:
    data = with_links(("sdg", "sdg-11", "stated"), ("sdg", "", "stated"))
    assert groups(data) == {"sdg": ["solid"]}
    only = made(with_links(("sdg", "sdg-11", "stated")), ID)
    assert only.is_empty and only.finding == "Nothing that matches names another agenda."
    assert made(empty_dataset(), ID).is_empty


def test_most_named_first_and_sentences() -> None:
    exhibit = made(recorded_dataset(), ID)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, UnitChart)
    totals = [group.total.value for group in exhibit.form.groups]
    assert totals == sorted(totals, reverse=True) and not exhibit.form.empty
    assert "is linked" in exhibit.finding and len(exhibit.finding.split()) <= 25
