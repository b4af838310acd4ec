"""Totals that the programme published: in readers' words, with their qualifier, never mixed with counts."""

from __future__ import annotations

import pytest
from artificial import REPORTED_FIGURES, artificial_dataset, empty_dataset, frame
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.indicator_words import indicator_name
from iurc_dash.exhibits.reported import reported_totals, value_in_words
from iurc_dash.selection import Selection

ALL = Selection()


def test_totals_as_published() -> None:
    exhibit = reported_totals(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    lines = exhibit.table.frame[["indicator", "value", "as_of", "edition_id"]].values.tolist()
    assert ["Webinars", "at least 20", "November 2023", "NA-2"] in lines
    assert ["Participants", "about 300", "not recorded", "LAC-2"] in lines
    assert ["Budget in euro", "at least 1,500,000", "2024", "NA-3"] in lines
    # An exact total is the number alone, and a total is never "0" for not known.
    assert ["Pairings", "3", "2018", "NA-1"] in lines
    assert len(lines) == len(exhibit.rows["reported_figures"]) == 7
    assert exhibit.finding == "7 published totals were found; 1 is of the whole programme."


def test_one_total_and_none() -> None:
    one = artificial_dataset().with_tables(reported_figures=frame("reported_figures", REPORTED_FIGURES[:1]))
    assert reported_totals(one, ALL).finding == "1 published total was found."
    nothing = reported_totals(empty_dataset(), ALL)
    assert nothing.finding == "No published total was found for what is chosen."
    assert nothing.table.frame.empty and nothing.rows == {}


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("pairings", "Pairings"),
        ("cities_partner_japan", "Partner cities, Japan"),
        ("cities_eu", "Cities of the EU"),
        ("budget_eur", "Budget in euro"),
        ("pairings_at_brussels_event", "Pairings at the event in Brussels"),
        ("something_new_counted", "Something new counted"),
    ],
)
def test_an_indicator_in_words(indicator: str, words: str) -> None:
    assert indicator_name(indicator) == words


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [(2000.0, "at least", "at least 2,000"), (4.5, "about", "about 4.5"), (165.0, "exact", "165")],
)
def test_a_value_in_words(value: float, qualifier: str, words: str) -> None:
    assert value_in_words(value, qualifier) == words


def test_every_recorded_total_is_listed_with_its_page() -> None:
    exhibit = reported_totals(recorded_dataset(), ALL)
    figures = recorded_dataset()["reported_figures"]
    assert len(exhibit.table.frame) == len(figures)
    assert sorted(exhibit.rows["reported_figures"]) == sorted(figures["figure_id"])
    assert (exhibit.table.frame["source_url"] != "").all()
    assert not exhibit.table.frame["indicator"].str.contains("_").any()
