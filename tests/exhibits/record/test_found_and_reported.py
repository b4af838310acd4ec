"""Found beside reported: each total beside what is counted of the same, none preferred, silence said."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, frame
from artificial_pairings import made
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.record.found_and_reported import SUBJECTS
from iurc_dash.forms import DotPlot
from iurc_dash.quantities import Count, Stated

ID = "record/found-and-reported"


def dataset(*figures: tuple[object, ...]) -> Dataset:
    return artificial_dataset().with_tables(reported_figures=frame("reported_figures", figures))


def shown(*figures: tuple[object, ...], subject: str = "pairings") -> Exhibit:
    exhibit = made(dataset(*figures), ID, parameters={"subject": subject})
    assert_sound(exhibit)
    return exhibit


def rows_of(exhibit: Exhibit) -> dict[str, list[object]]:
    """The values of the dots by the key of their row; that of what is found is the first."""
    assert isinstance(exhibit.form, DotPlot)
    return {row.key: [dot.value.value for dot in row.dots] for row in exhibit.form.rows}


def test_what_is_found_is_counted_and_what_is_reported_is_stated() -> None:
    exhibit = shown(("f", "NA-1", "pairings", 4.0, "exact", "2020-01", ""))
    row = exhibit.marks["NA-1.pairings/found"], exhibit.marks["NA-1.pairings/f"]
    assert isinstance(row[0].quantity, Count) and row[0].quantity.value == 2
    assert isinstance(row[1].quantity, Stated) and row[1].quantity.value == 4
    assert exhibit.rows("NA-1.pairings/f") == {"reported_figures": ("f",)}
    assert "4 (January 2020)" in [row.note for row in exhibit.form.rows]  # type: ignore[union-attr]


def test_totals_that_contradict_each_other_are_all_shown_earliest_first() -> None:
    exhibit = shown(
        ("late", "NA-1", "pairings", 1.0, "exact", "2021", ""),
        ("early", "NA-1", "pairings", 9.0, "at least", "2019", ""),
    )
    assert rows_of(exhibit)["NA-1.pairings"] == [2, 9, 1]
    # Held against the latest of them, of which no fewer are recorded.
    assert exhibit.finding == (
        "In the one case that can be compared as many or more are recorded here as were last published."
    )


def test_programmes_that_published_none_are_listed_and_said() -> None:
    exhibit = shown(("f", "NA-1", "pairings", 4.0, "exact", "2020", ""))
    assert rows_of(exhibit)["NA-2.pairings"] == [1]
    assert {row.key: row.note for row in exhibit.form.rows}["NA-2.pairings"] == "no total published"  # type: ignore[union-attr]
    silent = [row for row in exhibit.form.rows if len(row.dots) == 1]  # type: ignore[union-attr]
    assert exhibit.more.startswith(f"For {len(silent)} more with pairings recorded no total was found.")


def test_a_total_of_another_thing_is_compared_with_nothing() -> None:
    only = ("f", "NA-1", "participants", 300.0, "exact", "2020", "")
    for subject in SUBJECTS:
        exhibit = shown(only, subject=subject)
        assert exhibit.is_empty and "can be compared" in exhibit.finding
    # The totals of one component are told from others of the same indicator.
    one, other = (
        (key, "LAC-1", "cities", 3.0, "exact", "2019", "") for key in ("lac-1-cities-2019-08", "lac-1-cities")
    )
    assert set(rows_of(shown(one, other, subject="places"))) == {"LAC-1.cities-partner", "LAC-1.cities"}


@pytest.mark.parametrize(
    ("edition", "indicator", "found"),
    [
        ("NA-1", "cities", 4),
        ("NA-1", "cities_eu", 2),
        ("NA-1", "cities_partner", 2),
        ("NA-1", "regions", 0),
        ("LAC-1", "regions", 2),
        ("LAC-1", "cities", 0),
    ],
)
def test_places_are_counted_by_side_and_kind(edition: str, indicator: str, found: int) -> None:
    exhibit = shown(("f", edition, indicator, 4.0, "exact", "2020", ""), subject="places")
    ((values),) = rows_of(exhibit).values()
    assert values[0] == found


def test_other_filters_do_not_change_what_a_total_is_held_against() -> None:
    figures = dataset(("f", "NA-1", "pairings", 4.0, "exact", "2020", ""))
    narrowed = made(figures, ID, goals=("sdg-12",))
    assert rows_of(narrowed)["NA-1.pairings"] == [2, 4] and "“Goal”" in narrowed.more
    assert list(rows_of(made(figures, ID, phases=("1",)))) != list(rows_of(made(figures, ID)))


def test_every_comparison_is_of_an_indicator_or_a_total_that_is_there() -> None:
    data = recorded_dataset()
    known = {*data["reported_figures"]["indicator"], *data["reported_figures"]["figure_id"]}
    assert set(data["comparisons"]["total"]) <= known | {"regions_eu"}
    for subject in SUBJECTS:
        exhibit = made(data, ID, parameters={"subject": subject})
        assert_sound(exhibit)
        assert exhibit.form is not None
    assert made(empty_dataset(), ID).is_empty
