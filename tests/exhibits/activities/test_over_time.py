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
from iurc_dash.forms import TimeColumns, Timeline
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


def test_more_than_can_be_told_apart_are_counted_by_quarter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(over_time, "MOST_SPANS", 4)
    dates = ["2018", "2018-03-31", "2018-04", "2020-12-01"]
    few = drawn(with_activities(*({"start_date": date} for date in dates)))
    many = drawn(with_activities(*({"start_date": date} for date in [*dates, "2020-10", ""])))
    assert isinstance(few.form, Timeline) and isinstance(many.form, TimeColumns)
    assert_sound(many)
    axis, totals = many.form.axis, many.form.totals
    # Every quarter of the first year to the last has its place, also where it has nothing.
    assert len(axis.keys) == 12 and (axis.keys[0], axis.keys[-1]) == ("2018-Q1", "2020-Q4")
    assert {key: total.value for key, total in zip(axis.keys, totals, strict=True) if total} == {
        "2018-Q1": 1,
        "2018-Q2": 1,
        "2020-Q4": 2,
    }
    # What is dated to a year alone is in no quarter, and it is said and can be opened.
    assert {one.key: one.count.value for one in many.form.apart} == {"year": 1, "undated": 1}
    assert many.more == (
        "For 1 of them only the year is known, and it stands in no quarter. 1 more has no date."
    )
    assert "quarter" not in few.more


def test_every_recorded_activity_is_in_a_quarter_or_apart() -> None:
    rows = counted_activities()
    starts = [row["start"] or row["end"] for row in rows]
    exhibit = drawn(recorded_dataset())
    form = exhibit.form
    assert isinstance(form, TimeColumns)
    quarters = Counter(f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}" for date in starts if len(date) > 4)
    assert {
        key: total.value for key, total in zip(form.axis.keys, form.totals, strict=True) if total
    } == quarters
    apart = {one.key: one.count.value for one in form.apart}
    assert apart == {"year": sum(len(date) == 4 for date in starts), "undated": starts.count("")}
    assert sum(quarters.values()) + sum(apart.values()) == len(rows) == exhibit.answer.counted.value
    year, count = Counter(date[:4] for date in starts if date).most_common(1)[0]
    assert exhibit.finding.startswith(
        f"{year} had more activities than any other year: {count} of {len(rows) - apart['undated']} "
    )
    assert f"{apart['undated']} more have no date." in exhibit.more
    # Years of a phase that still runs are not drawn as over.
    assert form.bands[-1].end_year == int(form.axis.keys[-1][:4]) + 1
