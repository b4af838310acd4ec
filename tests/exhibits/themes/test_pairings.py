"""The pairings behind a theme, with the labels that their sources wrote."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, frame
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound

from iurc_dash.exhibits import listing
from iurc_dash.exhibits.register import ExhibitError, choices_of
from iurc_dash.quantities import Row
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

ID = "themes/pairings"
CIRCULAR = {"theme": "circular-economy"}


def test_labels_stand_as_their_sources_wrote_them() -> None:
    exhibit = made(artificial_dataset(), ID, parameters=CIRCULAR)
    assert_sound(exhibit)
    assert exhibit.question == "Which pairings work on “Circular economy”?"
    assert exhibit.finding == "2 pairings work on “Circular economy”, which their sources write in 2 ways."
    assert [line["labels"] for line in exhibit.table] == [
        ("circular economy",),
        ("circular economy", "circularity"),
    ]
    last = exhibit.table.line("na-2-testville-sampleton-demo-city")
    assert last.row == Row("pairings", "na-2-testville-sampleton-demo-city")
    assert last["countries"] == ("PT", "IT", "US") and (last["start"], last["end"]) == (
        "2021-09-01",
        "2023-12",
    )
    assert (last["phase"], last["region"]) == ("2", "NA")
    assert last["sources"] == ("page-na-2", "post-results")


def test_one_pairing_and_spellings_that_differ_in_capitals_alone() -> None:
    assert made(artificial_dataset(), ID, parameters={"theme": "waste-management"}).finding == (
        "One pairing works on “Waste management”."
    )
    labels = [("p1", "smart-cities", "Smart City"), ("p2", "smart-cities", "smart city")]
    pairings = with_pairings(Pairing(), Pairing(), pairing_themes=frame("pairing_themes", labels))
    assert (
        made(pairings, ID, parameters={"theme": "smart-cities"}).finding
        == "2 pairings work on “Smart cities”."
    )
    both = [*labels[:1], ("p1", "smart-cities", "digital twin")]
    one = with_pairings(Pairing(), pairing_themes=frame("pairing_themes", both))
    assert made(one, ID, parameters={"theme": "smart-cities"}).finding == (
        "One pairing works on “Smart cities”, which its sources write in 2 ways."
    )


def test_a_theme_that_the_selection_leaves_out_says_so() -> None:
    exhibit = made(artificial_dataset(), ID, parameters=CIRCULAR, regions=("LAC",))
    assert exhibit.finding == "No pairing that matches works on “Circular economy”."
    assert exhibit.is_empty and not len(exhibit.table)


def test_choices_are_most_first_with_their_number_in_view() -> None:
    assert list(choices_of(view_of(artificial_dataset()), ID, "theme").items())[:2] == [
        ("circular-economy", "Circular economy (2)"),
        ("smart-cities", "Smart cities (2)"),
    ]
    narrowed = choices_of(view_of(artificial_dataset(), Selection(regions=("LAC",))), ID, "theme")
    assert list(narrowed.values())[:3] == [
        "Smart cities (1)",
        "Sustainable urban mobility (1)",
        "Circular economy (0)",
    ]
    assert choices_of(view_of(empty_dataset()), ID, "theme") == {}


def test_a_theme_that_nobody_knows_is_told_in_a_sentence() -> None:
    with pytest.raises(ExhibitError, match="no-such-theme"):
        made(artificial_dataset(), ID, parameters={"theme": "no-such-theme"})


def test_a_line_is_made_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(listing, "size_of_pairing", lambda record: asked.append(record.pairing_id) or "")
    dataset = with_pairings(*[Pairing(("smart-cities",))] * 40)
    exhibit = made(dataset, ID, parameters={"theme": "smart-cities"})
    assert len(exhibit.table) == 40 and not asked
    assert len(list(exhibit.table.part(0, 5))) == 5 and len(asked) == 5
