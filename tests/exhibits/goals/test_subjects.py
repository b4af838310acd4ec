"""Who stands behind a goal: every row with its basis, its reason and its source."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, frame
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, said

from iurc_dash.exhibits import columns
from iurc_dash.exhibits.register import ExhibitError, choices_of
from iurc_dash.quantities import Row
from iurc_dash.tabular import Cell
from iurc_dash.view import View, view_of

ID = "goals/subjects"


def test_every_row_is_listed_and_stated_ones_come_first() -> None:
    exhibit = made(artificial_dataset(), ID, parameters={"goal": "sdg-12"})
    assert_sound(exhibit)
    assert exhibit.question == "Who stands behind Goal 12 (Responsible consumption and production)?"
    assert said(exhibit) == (
        "Goal 12 (Responsible consumption and production) is linked to 2 pairings and 1 theme. Of the 3 links shown, 2 "
        "are our reading and 1 is stated by a source."
    )
    assert exhibit.table.keys == ("c-01", "c-02", "c-04", "c-12")
    first = exhibit.table.line("c-01")
    assert first.row == Row("contributions", "c-01")
    assert (first["subject"], first["kind"], first["basis"]) == ("Testville – Demo City", "pairing", "stated")
    assert (first["target"], first["reason"], first["source"]) == ("12.5", "Named on the page.", "page-na-1")
    assert (first["phase"], first["region"], first["key"]) == ("1", "NA", "na-1-testville-demo-city")
    theme = exhibit.table.line("c-12")
    # A theme belongs to no phase, and blank is not made up.
    assert (theme["subject"], theme["phase"], theme["region"]) == ("Circular economy", "", "")
    assert exhibit.rows() == {"contributions": exhibit.table.keys}


def test_the_programme_stands_behind_a_goal_by_its_name() -> None:
    exhibit = made(artificial_dataset(), ID, parameters={"goal": "sdg-11"})
    assert_sound(exhibit)
    assert exhibit.table.line("c-11")["subject"] == "The programme as a whole"
    assert exhibit.finding == (
        "Goal 11 (Sustainable cities and communities) is linked to 2 pairings and the whole programme."
    )


def test_one_link_is_told_as_one() -> None:
    exhibit = made(with_pairings(Pairing(inferred=("sdg-3",))), ID, parameters={"goal": "sdg-3"})
    assert (
        said(exhibit)
        == "Goal 3 (Good health and well-being) is linked to 1 pairing. The link is our reading."
    )
    assert "inferred_goals" in exhibit.cautions


@pytest.mark.parametrize("goal", ["sdg-1", "sdg-7"])
def test_a_goal_without_anything_behind_it_says_so(goal: str) -> None:
    exhibit = made(artificial_dataset(), ID, parameters={"goal": goal}, regions=("LAC",))
    assert exhibit.finding.startswith("Nothing that matches is linked to Goal ")
    assert exhibit.is_empty and not len(exhibit.table)


@pytest.mark.parametrize("goal", ["", "no-such-goal"])
def test_a_goal_that_nobody_knows_is_told_in_a_sentence(goal: str) -> None:
    with pytest.raises(ExhibitError, match="goal"):
        made(artificial_dataset(), ID, parameters={"goal": goal})


def test_all_goals_can_be_chosen_and_of_other_agendas_what_is_linked() -> None:
    offered = choices_of(view_of(artificial_dataset()), ID, "goal")
    assert list(offered)[:17] == [f"sdg-{number}" for number in range(1, 18)]
    assert offered["sdg-11"] == "11 Sustainable cities and communities"
    assert list(offered.items())[17:] == [
        ("nua-urban-prosperity", "New Urban Agenda: 2 Inclusive urban prosperity and opportunities for all"),
        ("eu-cohesion-policy", "EU agendas: Cohesion policy"),
    ]
    assert len(choices_of(view_of(empty_dataset()), ID, "goal")) == 17


def test_a_goal_of_an_agenda_unknown_today_works() -> None:
    base = artificial_dataset()
    dataset = with_pairings(
        Pairing(),
        agendas=frame(
            "agendas", [*base["agendas"].values.tolist(), ("later", "Later agenda", "Later", "", "")]
        ),
        goals=frame("goals", [*base["goals"].values.tolist(), ("later-a", "later", "", "Aim", "Aim", "", 1)]),
        contributions=frame("contributions", [("c1", "pairing", "p1", "later", "later-a", "", "stated", "")]),
    )
    exhibit = made(dataset, ID, parameters={"goal": "later-a"})
    assert_sound(exhibit)
    assert said(exhibit) == "“Aim” is linked to 1 pairing. A source states the link."
    assert choices_of(view_of(dataset), ID, "goal")["later-a"] == "Later: Aim"


def test_a_line_is_made_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    said_of_row = columns.said_of_row

    def noted(view: View, row: Row) -> dict[str, Cell]:
        asked.append(row.key)
        return said_of_row(view, row)

    monkeypatch.setattr(columns, "said_of_row", noted)
    dataset = with_pairings(*[Pairing(stated=("sdg-3",))] * 40)
    exhibit = made(dataset, ID, parameters={"goal": "sdg-3"})
    assert len(exhibit.table) == 40 and not asked
    assert len(list(exhibit.table.part(10, 13))) == 3 and len(asked) == 3
