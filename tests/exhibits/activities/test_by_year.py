"""Activities by year: kinds in every year, and how events were held before, in and since the pandemic."""

from __future__ import annotations

from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, with_activities
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Matrix, TimeColumns
from iurc_dash.metrics.activities import events_held
from iurc_dash.view import view_of

KINDS, HELD = "activities/kinds-by-year", "activities/held-by-year"


def drawn(id: str, *activities: dict[str, Any]) -> Exhibit:
    exhibit = make(view_of(with_activities(*activities)), id)
    assert_sound(exhibit)
    return exhibit


def event(date: str, mode: str) -> dict[str, Any]:
    return {"start_date": date, "mode": mode, "kind": "webinar"}


def test_every_year_from_first_to_last_has_its_column() -> None:
    exhibit = drawn(KINDS, {"start_date": "2018", "kind": "training"}, {"start_date": "2020-05"}, {})
    assert isinstance(exhibit.form, Matrix)
    assert exhibit.form.columns.keys == ("2018", "2019", "2020")
    assert exhibit.form.total.value == 2 and exhibit.more == "1 more has no date."


@pytest.mark.parametrize(
    ("activities", "finding"),
    [
        ([], "No activity matches."),
        ([("", "training")], "No activity that matches has a date."),
        ([("2018", "training")], "The one dated activity falls in 2018."),
        ([("2018", "training")] * 2, "Both dated activities fall in 2018."),
        (
            [("2018", "training"), ("2020", "training"), ("2020", "webinar")],
            "Training sessions: 1 before 2020, 1 in 2020 and 2021.",
        ),
        (
            [("2018", "training"), ("2023", "training"), ("2021", "webinar")],
            "Training sessions: 1 before 2020, 0 in 2020 and 2021, 1 from 2022 on.",
        ),
        (
            [("2018", "training"), ("2023", "webinar")],
            "“Training sessions” and “Webinars” come up once each.",
        ),
    ],
)
def test_sentences_on_kinds(activities: list[tuple[str, str]], finding: str) -> None:
    assert drawn(KINDS, *({"start_date": date, "kind": kind} for date, kind in activities)).finding == finding


@pytest.mark.parametrize(
    ("events", "finding"),
    [
        ([], "No event that matches has both a year and a form recorded."),
        ([("", "online"), ("2020", "")], "No event that matches has both a year and a form recorded."),
        ([("2019-03", "in person")], "Events online: 0 of 1 before 2020."),
        (
            [("2019", "in person"), ("2020", "online"), ("2021", "hybrid"), ("2022-01", "online")],
            "Events online: 0 of 1 before 2020, 1 of 2 in 2020 and 2021, 1 of 1 from 2022 on.",
        ),
        ([("2023", "online")] * 20, "Events online: 20 of 20 (100%) from 2022 on."),
    ],
)
def test_sentences_on_how_people_met(events: list[tuple[str, str]], finding: str) -> None:
    exhibit = drawn(HELD, *(event(*one) for one in events))
    assert exhibit.finding == finding
    assert "rose" not in exhibit.finding and "grew" not in exhibit.finding


def test_online_grows_downwards_and_what_is_unknown_stands_apart() -> None:
    exhibit = drawn(
        HELD, event("2019", "in person"), event("2021", "online"), event("2021", ""), event("", "online")
    )
    form = exhibit.form
    assert isinstance(form, TimeColumns)
    assert [one.key for one in form.below] == ["online"]
    assert "online" not in [one.key for one in form.series]
    assert [total.value for total in form.totals] == [1, 0, 1]
    assert {one.key: one.count.value for one in form.apart} == {"form": 1, "undated": 1}
    assert [(band.start_year, band.end_year) for band in form.bands] == [(2020, 2022)]
    assert "pandemic_years" in exhibit.cautions
    assert not drawn(HELD, event("2019", "online")).form.bands  # type: ignore[union-attr]


def test_every_event_held_is_in_a_year_or_apart() -> None:
    view = view_of(recorded_dataset())
    exhibit = make(view, HELD)
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, TimeColumns)
    shown = sum(total.value for total in form.totals) + sum(one.count.value for one in form.apart)
    assert shown == events_held(view).whole.value
    assert make(view_of(empty_dataset()), HELD).is_empty
    assert_sound(make(view_of(artificial_dataset()), HELD))
