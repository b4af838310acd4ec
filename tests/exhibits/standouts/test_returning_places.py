"""Places that came back: whole sentences, counted by hand."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound

from iurc_dash.forms import Bars
from iurc_dash.quantities import Row

ID = "standouts/returning-places"
ONE_PHASE = "Pairings of one phase only are looked at, so nobody can be seen to come back."


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    # Testville in three phases; Demo City and Mockhölm in two. Sampleton twice in one phase did not come back.
    assert exhibit.finding == (
        "3 of 13 places in pairings took part in more than one phase, one of them in all 3 phases."
    )
    assert isinstance(exhibit.form, Bars)
    assert [category.label for category in exhibit.form.axis.categories] == [
        "1 phase",
        "2 phases",
        "3 phases",
    ]
    assert [count.value for count in exhibit.form.series[0].values if count] == [10, 2, 1]
    assert exhibit.rows("3/places") == {"places": ("testville-pt",)}
    assert exhibit.table.keys[:3] == ("testville-pt", "demo-city-us", "mockholm-se")
    assert "sampleton-it" in exhibit.rows("1/places")["places"]


def test_a_line_opens_its_place_its_pairings_and_its_sources() -> None:
    line = made(artificial_dataset(), ID).table.line("demo-city-us")
    assert line.row == Row("places", "demo-city-us")
    assert line["phases"] == ("1", "2") and line["regions"] == ("NA",)
    assert line["pairings"].rows == {  # type: ignore[union-attr]
        "pairings": ("na-1-testville-demo-city", "na-2-testville-sampleton-demo-city")
    }
    assert line["sources"]


@pytest.mark.parametrize(
    ("editions", "finding"),
    [
        (("NA-1",), ONE_PHASE),
        (("NA-1", "LAC-1"), ONE_PHASE),
        # All pairings of these are of Testville and Demo City.
        (("NA-1", "NA-2"), "2 of 2 places in pairings took part in more than one phase."),
        (
            ("NA-1", "NA-2", "NA-3"),
            "2 of 2 places in pairings took part in more than one phase, 2 of them in all 3 phases.",
        ),
        ((), "No pairing matches."),
    ],
)
def test_sentences(editions: tuple[str, ...], finding: str) -> None:
    exhibit = made(with_pairings(*(Pairing(edition=edition) for edition in editions)), ID)
    assert exhibit.finding == finding


def test_nobody_came_back() -> None:
    exhibit = made(artificial_dataset(), ID, kinds=("regions", "group"))
    assert exhibit.is_empty, "a pairing is of cities or of regions: none is both"
    apart = made(artificial_dataset(), ID, countries=("JP", "CA"))
    assert apart.finding == "None of 4 places in pairings took part in more than one phase."
    assert made(one_row_dataset(), ID).finding == ONE_PHASE
    assert made(empty_dataset(), ID).is_empty


def test_a_running_phase_is_said_to_run_though_places_are_counted() -> None:
    assert "phase_running" in made(artificial_dataset(), ID).cautions
    assert "phase_running" not in made(artificial_dataset(), ID, phases=("1", "2")).cautions
