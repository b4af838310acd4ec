"""Activities on a time line: dates as exact as they are known, years told without leads that chance makes."""

from __future__ import annotations

from collections import Counter

import pytest
from artificial import artificial_dataset, empty_dataset, with_activities
from collected_rows import counted_activities
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.activities import over_time
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Matrix, Timeline
from iurc_dash.view import view_of


def drawn(dataset: Dataset) -> Exhibit:
    return make(view_of(dataset), "activities/over-time")


def found(*dates: str) -> str:
    return said(drawn(with_activities(*({"start_date": date} for date in dates))))


def test_dates_stay_as_exact_as_they_are() -> None:
    exhibit = drawn(artificial_dataset())
    assert isinstance(exhibit.form, Timeline)
    spans = {span.key: span for span in exhibit.form.spans}
    assert spans["na-1-study-visit"].start == "2018" and spans["na-1-webinar"].start == "2018-05"
    assert spans["na-1-kick-off"].end == "2017-11-22" and spans["na-2-webinar"].end == ""
    # Undated ones are listed, planned ones are not even that.
    assert len(spans) == 12 and "all-2-webinar" not in spans and "na-3-networking-event" not in spans
    assert exhibit.table.keys[-2:] == ("all-2-webinar", "lac-1-agreement")
    assert len(exhibit.table) == len(exhibit.rows()["activities"]) == 14
    assert {"year_only", "undated"} <= set(exhibit.cautions)
    assert exhibit.finding == "3 of 12 dated activities fall in 2018, before 2 others (2 each)."
    assert exhibit.more == ("2 more have no date. 2 more are only planned or proposed, and not counted.")
    # A phase that still runs goes on as far as anything recorded does.
    assert [(band.start_year, band.end_year) for band in exhibit.form.bands] == [
        (2016, 2021), (2021, 2024), (2024, 2025),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ([], "No activity matches."),
        ([""], "The one activity recorded has no date."),
        (["", ""], "Neither of the two activities recorded has a date."),
        (["", "", ""], "None of the 3 activities recorded has a date."),
        (["2018"], "The one dated activity falls in 2018."),
        (["2024", "2024-03"], "Both dated activities fall in 2024."),
        (["2024", "2024-03", "2024", ""], "All 3 dated activities fall in 2024. 1 more has no date."),
        (["2018", "2019", "2021", "2022"], "The 4 dated activities fall in 4 different years."),
        (
            ["2018", "2018", "2019", "2019", "2020"],
            "2018 and 2019 had the most activities, each 2 of 5 dated.",
        ),
        (["2018"] * 3 + ["2019"], "3 of 4 dated activities fall in 2018, before 2019 (1)."),
        (["2018", "2019"] * 2, "2018 and 2019 had 2 dated activities each."),
        (
            ["2018"] * 30 + ["2019"] * 5,
            "2018 had more activities than any other year: 30 of 35 (86%) dated.",
        ),
    ],
)
def test_sentences_at_none_one_two_ties_and_many(dates: list[str], finding: str) -> None:
    assert found(*dates) == finding


def test_an_end_alone_dates_it_too() -> None:
    exhibit = drawn(with_activities({"end_date": "2019-03"}))
    assert exhibit.finding == "The one dated activity falls in 2019."
    assert_sound(exhibit)


def test_without_dates_there_is_no_line() -> None:
    assert drawn(with_activities({}, {})).is_empty and drawn(empty_dataset()).is_empty


def test_more_than_can_be_told_apart_are_counted_by_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(over_time, "MOST_SPANS", 3)
    few = drawn(with_activities(*[{"start_date": "2018"}] * 3))
    many = drawn(
        with_activities(*[{"start_date": "2018"}] * 3, {"start_date": "2020-01", "kind": "training"})
    )
    assert isinstance(few.form, Timeline) and isinstance(many.form, Matrix)
    assert_sound(many)
    assert many.form.columns.keys == ("2018", "2020")
    assert [total.value for total in many.form.row_totals] == [3, 1]


def test_recorded_dates_are_those_of_the_collected_files() -> None:
    rows = counted_activities()
    dated = [row["start"] or row["end"] for row in rows if row["start"] or row["end"]]
    exhibit = drawn(recorded_dataset())
    assert isinstance(exhibit.form, Timeline)
    assert Counter(span.start for span in exhibit.form.spans) == Counter(dated)
    year, count = Counter(date[:4] for date in dated).most_common(1)[0]
    assert exhibit.finding.startswith(
        f"{year} had more activities than any other year: {count} of {len(dated)} "
    )
    assert exhibit.more.startswith(f"{len(rows) - len(dated)} more have no date.")
