"""Totals that the programme published: as they are, all of them, beside what is counted here where it is."""

from __future__ import annotations

import pytest
from artificial import REPORTED_FIGURES, artificial_dataset, empty_dataset, frame
from artificial_pairings import made
from exhibit_checks import assert_sound, recorded_dataset
from exhibit_checks import said as all_said

from iurc_dash.quantities import Count, Stated
from iurc_dash.tabular import NOT_APPLICABLE
from iurc_dash.vocabulary import VOCABULARIES

ID = "record/reported"


def said(*figures: tuple[object, ...], **chosen: tuple[str, ...]) -> str:
    dataset = artificial_dataset().with_tables(reported_figures=frame("reported_figures", figures))
    return all_said(made(dataset, ID, **chosen))


def test_totals_as_published() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    assert all_said(exhibit) == "7 published totals were found, one of them of the whole programme."
    webinars = exhibit.table.line("f-3")
    assert (webinars["indicator"], webinars["qualifier"], webinars["as_of"]) == (
        "webinars",
        "at least",
        "2023-11",
    )
    value = webinars["value"]
    assert isinstance(value, Stated) and value.value == 20 and value.row.key == "f-3"
    # Not known is blank, and never "0"; what no source dates is not dated.
    assert exhibit.table.line("f-4")["as_of"] == ""
    assert exhibit.table.line("f-2")["note"] is NOT_APPLICABLE
    assert exhibit.rows("table:f-6/value") == {"reported_figures": ("f-6",)}


def test_beside_a_total_stands_what_is_counted_of_the_same() -> None:
    table = made(artificial_dataset(), ID).table
    recorded = {key: cell for key in table.keys if isinstance(cell := table.line(key)["recorded"], Count)}
    # Two pairings of North America in phase 1, one in phase 2; one webinar of its own, the other of the programme.
    assert {key: count.value for key, count in recorded.items()} == {"f-1": 2, "f-2": 1, "f-3": 1, "f-5": 6}
    assert recorded["f-3"].rows == {"activities": ("na-2-webinar",)}
    # Cities of the whole programme are the members of its pairings of cities.
    assert set(recorded["f-5"].rows) == {"places"}
    # Participants are counted nowhere in the same sense.
    assert table.line("f-4")["recorded"] is NOT_APPLICABLE


def test_the_whole_programme_has_all_of_its_phase_beside_its_total() -> None:
    figures = [
        ("g-1", "ALL-1", "pairings", 100.0, "at least", "2020", ""),
        ("g-2", "ALL-1", "webinars", 9.0, "exact", "", ""),
    ]
    dataset = artificial_dataset().with_tables(reported_figures=frame("reported_figures", figures))
    table = made(dataset, ID).table
    assert table.line("g-1")["recorded"].value == 4  # type: ignore[union-attr]
    assert table.line("g-2")["recorded"].value == 1  # type: ignore[union-attr]
    # What else is chosen does not change it: a total is of the whole edition.
    narrowed = made(dataset, ID, countries=("JP",)).table
    assert narrowed.line("g-1")["recorded"].value == 4  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        (REPORTED_FIGURES[:1], "1 published total was found."),
        (REPORTED_FIGURES[:2], "2 published totals were found."),
        (REPORTED_FIGURES[4:5], "1 published total was found; it is of the whole programme."),
        (
            [("a", "ALL-1", "cities", 1.0, "exact", "", ""), ("b", "ALL-2", "cities", 2.0, "exact", "", "")],
            "2 published totals were found, all of the whole programme.",
        ),
        (
            [
                ("a", "NA-1", "cities", 1.0, "exact", "", ""),
                ("b", "NA-1", "cities", 2.0, "exact", "2020", ""),
            ],
            "2 published totals were found. One total was published in more than one version; all are listed.",
        ),
        ([], "No published total was found for what is chosen."),
    ],
)
def test_sentences(figures: list[tuple[object, ...]], finding: str) -> None:
    assert said(*figures) == finding


def test_totals_that_contradict_each_other_stand_side_by_side() -> None:
    figures = [
        ("a", "NA-1", "cities", 40.0, "exact", "2020", ""),
        ("b", "NA-1", "webinars", 6.0, "exact", "2020", ""),
        ("c", "NA-1", "cities", 39.0, "exact", "2020", ""),
    ]
    dataset = artificial_dataset().with_tables(reported_figures=frame("reported_figures", figures))
    assert made(dataset, ID).table.keys == ("a", "c", "b")


def test_filters_that_do_not_narrow_totals_are_said() -> None:
    one = made(artificial_dataset(), ID, goals=("sdg-12",))
    assert one.more == "The filter “Goal” does not narrow them." and one.finding.startswith("7 published")
    two = made(artificial_dataset(), ID, goals=("sdg-12",), countries=("JP",)).more
    assert two.endswith("The filters “Goal” and “Country or territory” do not narrow them.")
    assert "filter" not in all_said(made(artificial_dataset(), ID, phases=("2",)))


def test_every_recorded_total_is_listed_with_its_page_and_has_words() -> None:
    exhibit = made(recorded_dataset(), ID)
    figures = recorded_dataset()["reported_figures"]
    assert sorted(exhibit.table.keys) == sorted(figures["figure_id"])
    assert all(line["source"] for line in exhibit.table)
    # A new indicator is shown as it is written until it gets words here.
    assert set(figures["indicator"]) <= set(VOCABULARIES["indicators"])


def test_nothing_found() -> None:
    nothing = made(empty_dataset(), ID)
    assert nothing.is_empty and not nothing.answer.counted and nothing.table.columns
