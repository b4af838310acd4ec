"""Pairings by region and phase: numbers counted by hand, and who may be called first."""

from __future__ import annotations

from collections import Counter

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from collected_rows import collected
from exhibit_checks import assert_sound, recorded_dataset
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.forms import Matrix
from iurc_dash.metrics.chance import sign_test
from iurc_dash.tabular import NOT_APPLICABLE

ID = "overview/regions"


def found(**editions: int) -> str:
    """What is said of so many pairings by edition; 'NA_1' stands for 'NA-1'."""
    pairings = [
        Pairing(edition=edition.replace("_", "-"))
        for edition, count in editions.items()
        for _n in range(count)
    ]
    return made(with_pairings(*pairings), ID).finding


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, Matrix)
    assert form.rows.keys == ("NA", "LAC", "JP") and form.columns.keys == ("1", "2", "3")
    # Latin America had no third phase and Japan only the first: that is no zero.
    assert [[cell and cell.value for cell in row] for row in form.values] == [
        [2, 1, 1],
        [1, 1, None],
        [1, None, None],
    ]
    assert exhibit.table.line("JP")["2"] is NOT_APPLICABLE
    assert [total.value for total in (*form.row_totals, *form.column_totals, form.total)] == [
        4,
        2,
        1,
        4,
        2,
        1,
        7,
    ]
    assert exhibit.rows("LAC/1") == {"pairings": ("lac-1-fictia-modelia",)}


@pytest.mark.parametrize(
    ("editions", "finding"),
    [
        ({"NA_1": 1}, "The one pairing belongs to North America."),
        ({"NA_1": 1, "NA_2": 1}, "Both pairings belong to North America."),
        ({"NA_1": 2, "NA_2": 1}, "All 3 pairings belong to North America."),
        ({"NA_1": 1, "JP_1": 1}, "One pairing each belongs to North America and Japan."),
        # A name with an 'and' of its own stands in quotation marks.
        (
            {"NA_2": 1, "LAC_2": 1},
            "One pairing each belongs to “North America” and “Latin America and the Caribbean”.",
        ),
        ({"NA_1": 2, "JP_1": 2}, "2 pairings each belong to North America and Japan."),
        (
            {"NA_1": 2, "JP_1": 2, "LAC_1": 1},
            "North America and Japan have the most recorded pairings, each 2 of 5.",
        ),
        # Four to one and six to one are read alike: among so few nobody is said to have more than any other.
        ({"NA_1": 3, "JP_1": 1}, "3 of 4 recorded pairings belong to North America, before Japan (1)."),
        ({"NA_1": 6, "JP_1": 1}, "6 of 7 recorded pairings belong to North America, before Japan (1)."),
        (
            {"NA_1": 20, "JP_1": 4},
            "North America has more recorded pairings than any other region: 20 of 24 (83%).",
        ),
        ({"ALL_1": 2}, "Both pairings belong to the programme as a whole."),
        ({"ALL_1": 1, "JP_1": 1}, "Japan alone has pairings of its own: 1 of 2."),
        ({}, "No pairing matches."),
    ],
)
def test_sentences(editions: dict[str, int], finding: str) -> None:
    assert found(**editions) == finding


def test_nothing_says_so_and_draws_nothing() -> None:
    assert made(empty_dataset(), ID).is_empty
    assert made(one_row_dataset(), ID).finding == "The one pairing belongs to North America."


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_more_than_any_other_leaves_chance_behind(north: int, latin: int, japan: int) -> None:
    said = found(NA_1=north, LAC_1=latin, JP_1=japan)
    first, second, _third = sorted((north, latin, japan), reverse=True)
    is_lead = second > 0 and north + latin + japan >= 20 and sign_test(first, second) <= 0.05
    assert ("than any other" in said) == is_lead
    assert "%" not in said or north + latin + japan >= 20


def test_a_country_in_two_regions_is_said_where_phases_are_spanned() -> None:
    assert made(recorded_dataset(), ID).cautions["country_in_two_regions"].startswith("Partners in Mexico ")
    assert "country_in_two_regions" not in made(recorded_dataset(), ID, phases=("1",)).cautions
    assert "country_in_two_regions" not in made(recorded_dataset(), ID, regions=("CN",)).cautions
    # The key figures are not by region, and in the artificial data no country was served by two regions at once.
    assert "country_in_two_regions" not in made(recorded_dataset(), "overview/key-figures").cautions
    assert "country_in_two_regions" not in made(artificial_dataset(), ID).cautions


def test_recorded_cells_counted_once_more_from_what_was_collected() -> None:
    exhibit = made(recorded_dataset(), ID)
    form = exhibit.form
    assert isinstance(form, Matrix)
    expected = Counter(row["edition"] for row in collected("pairings"))
    editions = set(recorded_dataset()["editions"]["edition_id"])
    for region, row in zip(form.rows.keys, form.values, strict=True):
        for phase, cell in zip(form.columns.keys, row, strict=True):
            edition = f"{region}-{phase}"
            assert (cell.value if cell is not None else 0) == expected[edition]
            assert (cell is None) == (edition not in editions)
    assert expected["LAC-1"] + expected["LAC-2"] == 58
    assert exhibit.finding == (
        "Latin America and the Caribbean has more recorded pairings than any other region: 58 of 162 (36%)."
    )
