"""Charts: their contents, textures, colours and size, never their pixels."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Band, Bars, Category, Matrix, Series, Span, Timeline
from iurc_dash.render.plotly import chosen_keys, figure
from iurc_dash.render.timeline_marks import dates_in_words

NASTY = '<script>alert("x")</script> & {x}'


def spec(form: Bars | Matrix | Timeline, theme: Theme = "light", narrow: bool = False) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(figure(form, theme, narrow).to_json())
    return loaded


def bars(*series: Series, stacked: bool = True, labels: tuple[str, ...] = ("A", "B", "C")) -> Bars:
    return Bars(tuple(Category(label.lower(), label) for label in labels), series, "pairings", stacked)


def texts(chart: dict[str, Any]) -> list[str]:
    return [text for trace in chart["data"] for text in trace.get("text", [])]


def test_none_is_a_dash_and_nought_a_number_and_neither_has_a_bar() -> None:
    chart = spec(bars(Series("n", "N", (None, 0, 7))))
    assert chart["data"][0]["x"] == [None, None, 7]
    assert [text.strip("\u00a0") for text in texts(chart)] == ["–", "0", "7"]
    assert "NaN" not in json.dumps(chart) and '"None"' not in json.dumps(chart)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_stated_and_inferred_differ_by_form(theme: Theme) -> None:
    form = bars(
        Series("s", "Stated", (1, 2, 3), "phase-1"), Series("i", "Inferred", (4, 5, 6), "phase-1", "outlined")
    )
    solid, hollow = spec(form, theme)["data"][:2]
    assert solid["marker"]["color"] == colour("phase-1", theme)
    assert hollow["marker"]["color"] == GROUNDS[theme].background
    assert hollow["marker"]["line"]["width"] == 1.5


def test_stacks_say_their_total_and_clicks_their_keys() -> None:
    form = bars(Series("p1", "One", (1, 2, 3)), Series("p2", "Two", (4, None, 6)))
    chart = spec(form)
    assert [text for text in texts(chart) if "<b>" in text] == [
        "\u00a0<b>5</b>",
        "\u00a0<b>2</b>",
        "\u00a0<b>9</b>",
    ]
    assert chart["data"][1]["customdata"][2] == ["c", "p2"]
    assert chosen_keys(form, ["c", "p2"]) == ("c", "p2")
    assert chosen_keys(form, [1, None]) == () and chosen_keys(form, None) == ()


def test_room_for_values_is_in_the_margin_and_labels_leave_room_on_a_phone() -> None:
    form = bars(
        Series("n", "N", (1000, 2, 3)), labels=("Sustainable cities and communities for all", "B", "C")
    )
    layout = spec(form)["layout"]
    assert layout["xaxis"]["range"] == [0, 1000]
    assert layout["margin"]["r"] > 30 and layout["margin"]["l"] <= 165


def test_a_legend_that_wraps_keeps_room_for_all_its_lines() -> None:
    names = [f"Quite a long name of a region {number}" for number in "abcdef"]
    chart = spec(bars(*(Series(name, name, (1, 2, 3)) for name in names)))
    assert chart["layout"]["margin"]["t"] >= 6 * 19
    assert spec(bars(Series("n", "N", (1, 2, 3))))["layout"]["showlegend"] is False


def test_markup_in_names_stays_text() -> None:
    chart = json.dumps(
        spec(bars(Series(NASTY, NASTY, (1, 2, 3)), Series("b", "B", (1, 2, 3)), labels=(NASTY, "B", "C")))
    )
    shown = json.loads(chart)
    shown["data"] = [{k: v for k, v in trace.items() if k != "customdata"} for trace in shown["data"]]
    assert "<script" not in json.dumps(shown)
    assert "%{x}" not in chart


def test_a_bar_chart_is_small() -> None:
    form = bars(*(Series(key, key, (1, 2, 3)) for key in "abc"))
    assert len(figure(form, "light").to_json()) < 6_000


@settings(max_examples=40)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10**6)), min_size=1, max_size=6),
    st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip
def test_any_counts_make_a_chart(counts: list[int | None], stacked: bool, along: bool, narrow: bool) -> None:
    categories = tuple(Category(str(n), f"Category {n}") for n in range(len(counts)))
    series = (Series("a", "A", tuple(counts)), Series("b", "B", tuple(reversed(counts))))
    chart = json.dumps(spec(Bars(categories, series, "things", stacked, along), narrow=narrow))
    assert "NaN" not in chart and "Infinity" not in chart


def test_a_matrix_tells_impossible_from_nought() -> None:
    rows, columns = (Category("r", "R"),), (Category("a", "A"), Category("b", "B"))
    form = Matrix(rows, columns, ((None, 0),), "Row", "Column", "pairings", (0,), (0, 0), 0)
    assert texts(spec(form)) == ["–", "0", "<b>0</b>", "<b>0</b>", "<b>0</b>", "<b>0</b>"]
    assert chosen_keys(form, ["r", ""]) == ("r", "")


def timeline(*spans: Span) -> Timeline:
    return Timeline((Category("lane", "Lane"),), spans, (Band("1 · IUC 2016–2020", 2016, 2021),))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("2022", "", "in 2022"), ("2022-05", "", "May 2022"), ("2022-05-04", "", "4 May 2022")],
)
def test_a_date_is_said_as_exactly_as_it_is_known(start: str, end: str, said: str) -> None:
    span = Span("k", "lane", "Visit", start, end)
    assert dates_in_words(span) == said
    drawn = [trace for trace in spec(timeline(span))["data"] if "hovertext" in trace]
    assert [trace["hovertext"] for trace in drawn] == [["Visit"]]
    assert [trace["text"] for trace in drawn] == [[said]]
    assert "1 January" not in json.dumps(drawn)


def test_five_hundred_spans_stay_small_and_lead_to_their_keys() -> None:
    spans = tuple(
        Span(
            f"k{n}",
            "lane",
            f"Something with a name of usual length, number {n}",
            f"20{16 + n % 9}-{1 + n % 12:02}",
        )
        for n in range(540)
    )
    form = timeline(*spans)
    assert len(figure(form, "light").to_json()) < 50_000
    assert chosen_keys(form, [539]) == ("k539",)
    for wrong in ([540], [-1], ["0"], [True], None, {}):
        assert chosen_keys(form, wrong) == ()


DATES = st.one_of(
    st.integers(2010, 2030).map(str),
    st.dates(date(2010, 1, 1), date(2030, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.integers(0, 7000).map(lambda n: f"{2010 + n // 366}-{1 + n % 12:02}-{1 + n % 28:02}"),
)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(DATES, st.one_of(st.just(""), DATES), st.booleans(), st.booleans()), max_size=8),
    st.booleans(),
)
def test_spans_of_any_precision_make_a_chart(spans: list[tuple[str, str, bool, bool]], narrow: bool) -> None:
    form = timeline(*(
        Span(str(n), "lane", f"Span {n}", start, end, is_open, assumed)
        for n, (start, end, is_open, assumed) in enumerate(spans)
    ))  # fmt: skip
    assert "NaN" not in json.dumps(spec(form, narrow=narrow))
