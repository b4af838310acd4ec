"""The first page's numbers: key figures, pairings by region and phase, how complete the record is."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_matrix_adds_up, assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.overview import completeness_in_words, key_figures, pairings_by_region_and_phase
from iurc_dash.forms import KeyFigure, KeyFigures, Matrix
from iurc_dash.metrics.editions import phases_shown
from iurc_dash.selection import Selection

ALL = Selection()
SELECTIONS = [
    ALL,
    Selection(phases=("2",)),
    Selection(phases=("1", "3")),
    Selection(regions=("NA",)),
    Selection(countries=("JP",)),
    Selection(kinds=("trio",)),
    Selection(goals=("sdg-12",), stated_only=True),
]


def figures(dataset: Dataset, selection: Selection = ALL) -> dict[str, KeyFigure]:
    form = key_figures(dataset, selection).form
    assert isinstance(form, KeyFigures)
    return {figure.key: figure for figure in form.figures}


def matrix_of(dataset: Dataset, selection: Selection = ALL) -> Matrix:
    form = pairings_by_region_and_phase(dataset, selection).form
    assert isinstance(form, Matrix)
    return form


def test_key_figures_counted_by_hand() -> None:
    exhibit = key_figures(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == (
        "7 pairings join 13 places in 12 countries and territories; 16 activities are recorded."
    )
    found = figures(artificial_dataset())
    parts = {key: [part.value for part in figure.parts] for key, figure in found.items()}
    assert parts == {
        "pairings": [4, 2, 1],
        # Testville took part in all three phases and is one place.
        "places": [8, 7, 2],
        "countries": [8, 6, 2],
        "activities": [8, 6, 2],
        # The programme as a whole is no edition.
        "editions": [3, 2, 1],
    }
    assert [figure.value for figure in found.values()] == [7, 13, 12, 16, 6]


def test_change_is_against_the_phase_before_and_only_where_that_is_looked_at() -> None:
    assert [part.change for part in figures(artificial_dataset())["pairings"].parts] == [None, -2, -1]
    apart = figures(artificial_dataset(), Selection(phases=("1", "3")))["pairings"].parts
    assert [part.label for part in apart] == ["Phase 1", "Phase 3"]
    assert [part.change for part in apart] == [None, None]


def test_notes_say_what_is_in_a_number() -> None:
    found = figures(artificial_dataset())
    assert found["pairings"].note == "2 trios and larger groups, 1 between regions"
    # Networkstead and Draftport are in networks and in no pairing.
    assert found["places"].note == "2 more in networks only"
    assert found["activities"].note == "3 of them without a date"
    one = figures(one_row_dataset())
    assert one["pairings"].note == one["places"].note == one["activities"].note == ""


def test_one_of_each_is_said_in_the_singular() -> None:
    exhibit = key_figures(one_row_dataset(), ALL)
    assert exhibit.finding == (
        "1 pairing joins 2 places in 2 countries and territories; 1 activity is recorded."
    )
    assert "pairings" not in exhibit.finding
    none = key_figures(artificial_dataset(), Selection(regions=("ALL",)))
    assert none.finding == "No pairing matches; 2 activities are recorded."


@pytest.mark.parametrize("make", [key_figures, pairings_by_region_and_phase])
def test_nothing_says_so_and_draws_nothing(make: object) -> None:
    for dataset, selection in (
        (empty_dataset(), ALL),
        (artificial_dataset(), Selection(regions=("JP",), phases=("3",))),
    ):
        exhibit = make(dataset, selection)  # type: ignore[operator]
        assert exhibit.form is None
        assert exhibit.finding.startswith("No pairing")
        assert exhibit.table.frame.empty and exhibit.table.columns
        assert exhibit.rows == {} and exhibit.sources == ()


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
@pytest.mark.parametrize("name", ["artificial", "recorded"])
def test_a_key_figure_is_the_count_of_its_rows(name: str, selection: Selection) -> None:
    dataset = artificial_dataset() if name == "artificial" else recorded_dataset()
    exhibit = key_figures(dataset, selection)
    assert isinstance(exhibit.form, KeyFigures)
    for figure in exhibit.form.figures:
        assert figure.value == len(exhibit.rows[figure.key]), figure.key
        values = [part.value or 0 for part in figure.parts]
        # A pairing, an activity and an edition are of one phase; a place or country can be of several.
        if figure.key in ("places", "countries"):
            assert max(values) <= figure.value <= sum(values)
        else:
            assert sum(values) == figure.value
    frame = exhibit.table.frame.set_index("label")
    for figure in exhibit.form.figures:
        assert frame.loc[figure.label, "total"] == figure.value


def test_pairings_by_region_and_phase_counted_by_hand() -> None:
    exhibit = pairings_by_region_and_phase(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    form = matrix_of(artificial_dataset())
    assert [row.key for row in form.rows] == ["NA", "LAC", "JP"]
    # Latin America had no third phase and Japan only the first: that is no zero.
    assert form.values == ((2, 1, 1), (1, 1, None), (1, None, None))
    assert form.row_totals == (4, 2, 1)
    assert form.column_totals == (4, 2, 1)
    assert form.unit_key == "pairings"
    assert exhibit.finding == "North America has most pairings: 4 of 7."


def test_a_tie_of_regions_is_told_as_a_tie() -> None:
    tied = pairings_by_region_and_phase(artificial_dataset(), Selection(phases=("2",)))
    assert tied.finding == (
        "“North America” and “Latin America and the Caribbean” have most pairings: 1 each of 2."
    )
    assert "has most" not in tied.finding
    plain = pairings_by_region_and_phase(
        artificial_dataset(), Selection(countries=("SE", "CA"), phases=("1", "3"))
    )
    assert plain.finding == "North America and Japan have most pairings: 1 each of 2."
    alone = pairings_by_region_and_phase(one_row_dataset(), ALL)
    assert alone.finding == "The one pairing is in North America."
    every = pairings_by_region_and_phase(artificial_dataset(), Selection(regions=("NA",)))
    assert every.finding == "All 4 pairings are in North America."


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_every_recorded_cell_is_the_count_of_its_rows(selection: Selection) -> None:
    dataset = recorded_dataset()
    exhibit = pairings_by_region_and_phase(dataset, selection)
    form = matrix_of(dataset, selection)
    assert_matrix_adds_up(form)
    edition = dict(zip(dataset["pairings"]["pairing_id"], dataset["pairings"]["edition_id"], strict=True))
    counted = [edition[key] for key in exhibit.rows["pairings"]]
    for row, values in zip(form.rows, form.values, strict=True):
        for column, value in zip(form.columns, values, strict=True):
            assert (value or 0) == counted.count(f"{row.key}-{column.key}")
            exists = f"{row.key}-{column.key}" in set(dataset["editions"]["edition_id"])
            assert (value is None) == (not exists)


def test_the_record_says_how_complete_it_is() -> None:
    assert completeness_in_words(artificial_dataset(), ALL) == (
        "An independent record put together from 12 public pages. Of 7 pairings, 5 (71%) have a theme recorded, "
        "5 a start date and 3 a link to a Sustainable Development Goal. A source states the link for 2 pairings."
    )
    assert completeness_in_words(artificial_dataset(), Selection(phases=("3",))).endswith(
        "No source states such a link."
    )
    assert completeness_in_words(one_row_dataset(), ALL).endswith("A source states the link for 1 pairing.")
    assert completeness_in_words(empty_dataset(), ALL).endswith("nothing in it matches.")
    # A page that nothing rests on is not counted as one it was put together from.
    assert len(artificial_dataset()["sources"]) == 13


def test_phase_3_is_said_to_be_running_only_where_it_is_shown() -> None:
    assert "phase_running" in key_figures(artificial_dataset(), ALL).cautions
    assert "phase_running" not in key_figures(artificial_dataset(), Selection(phases=("1",))).cautions
    assert phases_shown(artificial_dataset()) == ("1", "2", "3")
