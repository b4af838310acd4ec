"""The record in numbers: of the whole dataset, whatever is chosen."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset
from artificial_pairings import made
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Facts
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE

ID = "record/about"


def terms(exhibit: Exhibit) -> dict[str, object]:
    assert isinstance(exhibit.form, Facts)
    return {
        column.key: cell.value if isinstance(cell, Count) else cell for column, cell in exhibit.form.terms
    }


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    assert exhibit.finding == (
        "Data release 0.0.0-artificial of 1 June 2026: 7 pairings and 16 activities; 13 sources were read."
    )
    assert terms(exhibit) == {
        "version": "0.0.0-artificial",
        "date": "2026-06-01",
        "sources": 13,
        "pairings": 7,
        "activities": 16,
        # Nine labels of pairings and six of activities.
        "labels": 15,
        "themes": 5,
        "clusters": 4,
        "unplaced": ("draftport-us", "nowhereby-gb"),
    }


def test_what_is_chosen_does_not_narrow_it() -> None:
    narrowed = made(artificial_dataset(), ID, phases=("3",), countries=("JP",))
    assert terms(narrowed) == terms(made(artificial_dataset(), ID))


def test_nothing_recorded_is_zero_and_no_lack() -> None:
    exhibit = made(empty_dataset(), ID)
    assert_sound(exhibit)
    assert terms(exhibit)["pairings"] == 0
    every_place = empty_dataset()["places"]
    placed = empty_dataset().with_tables(places=every_place[every_place["exactness"] != "none"])
    assert terms(made(placed, ID))["unplaced"] is NOT_APPLICABLE


def test_recorded_numbers_are_those_of_the_tables() -> None:
    found = terms(made(recorded_dataset(), ID))
    assert (found["sources"], found["pairings"]) == (766, 162)
    assert found["labels"] == len(recorded_dataset()["pairing_themes"]) + len(
        recorded_dataset()["activity_themes"]
    )
