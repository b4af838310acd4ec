"""Time lines: each date drawn and said as exactly as it is known, and every mark with its key."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.forms import Band, Category, Span, Timeline
from iurc_dash.quantities import Row
from iurc_dash.render.plotly import figure, mark_of
from iurc_dash.render.plotly.timeline_marks import mark_number
from iurc_dash.render.svg.time_lanes import dates_in_words


def span(key: str, start: str, end: str = "", *, label: str = "Visit", **known: bool) -> Span:
    return Span(
        key=key,
        lane="lane",
        label=label,
        start=start,
        row=Row("activities", key),
        end=end,
        colour="phase-1",
        **known,
    )


def timeline(*spans: Span) -> Timeline:
    return Timeline((Category("lane", "Lane"),), spans, (Band("1 · IUC 2016–2020", 2016, 2021),))


def spec(form: Timeline) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(figure(form, "light").to_json())
    return loaded


def keys(form: Timeline) -> set[str]:
    """Every key that a click can tell."""
    traces = [trace.customdata for trace in figure(form, "light").data if trace.customdata is not None]
    return {mark_of(form, int(number)) for numbers in traces for number in numbers}


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2022", "", "in 2022"),
        ("2022-05", "", "May 2022"),
        ("2022-05-04", "", "4 May 2022"),
        ("2022-05-04", "2022-05-06", "4–6 May 2022"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(start: str, end: str, said: str) -> None:
    of = span("k", start, end)
    assert dates_in_words(of) == said
    drawn = [trace for trace in spec(timeline(of))["data"] if "hovertext" in trace]
    assert [(trace["hovertext"], trace["text"]) for trace in drawn] == [(["Visit"], [said])]
    assert "1 January" not in json.dumps(drawn)


def test_what_has_no_end_or_no_date_says_so() -> None:
    assert dates_in_words(span("k", "2021", open_end=True)) == "from 2021, end not recorded"
    assert dates_in_words(span("k", "2021", "2023", assumed=True)).startswith("dates not recorded")


def test_every_mark_comes_back_as_its_key() -> None:
    form = timeline(
        span("day", "2022-05-04"),
        span("month", "2022-05"),
        span("year", "2022"),
        span("period", "2019", "2021"),
        span("open", "2020", open_end=True),
        span("assumed", "2016", "2020", assumed=True),
    )
    assert keys(form) == {mark.key for mark in form.marks()}


def test_what_has_no_date_is_not_drawn() -> None:
    assert keys(timeline(span("undated", ""), span("day", "2022-05-04"))) == {"lane/day"}


def test_hundreds_of_spans_stay_small() -> None:
    spans = tuple(
        span(
            f"activity-{n}",
            f"20{16 + n % 9}-{1 + n % 12:02}",
            label=f"Something with a name of usual length, number {n}",
        )
        for n in range(540)
    )
    assert len(figure(timeline(*spans), "light").to_json()) < 50_000


def test_a_click_on_a_figure_that_is_gone_opens_nothing_else() -> None:
    before, after = (
        timeline(span("a", "2021"), span("b", "2022")),
        timeline(span("c", "2020"), span("b", "2022")),
    )
    a, b = (mark_number(f"lane/{key}") for key in "ab")
    assert (mark_of(before, a), mark_of(after, a)) == ("lane/a", "")
    assert mark_of(before, [b]) == mark_of(after, float(b)) == "lane/b"
    for wrong in (None, True, -1, "0", [], {}, 1.5):
        assert mark_of(before, wrong) == ""


def test_of_two_marks_with_one_number_neither_opens() -> None:
    # Two words with the same checksum.
    form = timeline(span("a43242", "2021"), span("ieuwayzp", "2022"))
    numbers = {mark_number(mark.key) for mark in form.marks()}
    assert len(numbers) == 1 and mark_of(form, numbers.pop()) == ""


def test_markup_in_names_stays_text() -> None:
    chart = json.dumps(spec(timeline(span("k", "2022", label="<script>x</script>")))["data"])
    assert "<script" not in chart


DATES = st.one_of(
    st.integers(2010, 2030).map(str),
    st.dates(date(2010, 1, 1), date(2030, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.dates(date(2010, 1, 1), date(2030, 12, 31)).map(lambda day: day.isoformat()),
)


@settings(max_examples=30)
@given(st.lists(st.tuples(DATES, st.one_of(st.just(""), DATES), st.booleans(), st.booleans()), max_size=8))
def test_spans_of_any_precision_make_a_chart(spans: list[tuple[str, str, bool, bool]]) -> None:
    form = timeline(
        *(
            span(str(n), start, end, open_end=is_open, assumed=assumed)
            for n, (start, end, is_open, assumed) in enumerate(spans)
        )
    )
    assert "NaN" not in json.dumps(spec(form))
    assert keys(form) == {mark.key for mark in form.marks()}
