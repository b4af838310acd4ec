"""Bars: their contents, textures, colours, keys and size, never their pixels."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hand_made import NASTY, bars, pairings, series, view
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.exhibits.shaping import bars_by_phase, phase_axis
from iurc_dash.forms import Axis, Bars, Category
from iurc_dash.metrics.themes import pairings_by_cluster
from iurc_dash.quantities import NOTHING, Row, Share, Stated
from iurc_dash.render.plotly import figure, mark_of


def spec(form: Bars, theme: Theme = "light") -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(figure(form, theme).to_json())
    return loaded


def ends(chart: dict[str, Any]) -> list[str]:
    """What stands at the ends of bars."""
    return [
        text.strip("\u00a0")
        for trace in chart["data"]
        if trace.get("mode") == "text"
        for text in trace["text"]
    ]


def keys(form: Bars) -> set[str]:
    """Every key that a click can tell."""
    return {mark_of(form, sent) for trace in spec(form)["data"] for sent in trace.get("customdata", [])}


def test_none_is_a_dash_and_nought_a_number_and_neither_has_a_bar() -> None:
    chart = spec(bars(series("n", None, 0, 7)))
    assert chart["data"][0]["x"] == [None, None, 7]
    assert ends(chart) == ["–", "0", "7"]
    assert "NaN" not in json.dumps(chart) and '"None"' not in json.dumps(chart)


def test_every_mark_and_no_other_comes_back_as_its_key() -> None:
    for form in (
        bars(series("n", 1, 2, 3)),
        bars(series("one", 1, 0, 3), series("two", 4, None, 6)),
        bars(series("one", 1, 0, 3), series("two", 4, None, 6), stacked=True),
    ):
        assert keys(form) == {mark.key for mark in form.marks()}


@pytest.mark.parametrize("customdata", [None, 3, "", [], [3], {"a": "b"}, [["a"]], "d/n", True])
def test_anything_else_that_a_browser_sends_is_no_mark(customdata: object) -> None:
    assert mark_of(bars(series("n", 1, 2, 3)), customdata) == ""


def test_a_total_is_what_is_counted_and_not_the_sum_of_the_parts() -> None:
    form = bars(series("one", 2, 1, 0), series("two", 2, 1, 0), stacked=True)
    shared = replace(form, series=(form.series[0], replace(form.series[1], values=form.series[0].values)))
    counted = replace(shared, totals=tuple(value or NOTHING for value in form.series[0].values))  # type: ignore[arg-type]
    assert ends(spec(counted)) == ["<b>2</b>", "<b>1</b>", "<b>0</b>"]
    # The number stands where the bar ends, whatever it says.
    assert next(trace for trace in spec(counted)["data"] if trace.get("mode") == "text")["x"] == [4, 2, 0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_stated_and_inferred_differ_by_form(theme: Theme) -> None:
    form = bars(series("s", 1, 2, 3), series("i", 4, 5, 6, texture="outlined"), stacked=True)
    solid, hollow = spec(form, theme)["data"][:2]
    assert solid["marker"]["color"] == colour("phase-1", theme)
    assert hollow["marker"]["color"] == GROUNDS[theme].background
    assert hollow["marker"]["line"]["width"] == 1.5


def test_shares_and_stated_values_are_bars_too() -> None:
    share = Share(pairings(1), pairings(4))
    values = (share, Stated(3.0, Row("reported_figures", "f")), Share(NOTHING, NOTHING))
    form = bars(replace(series("n", 1, 2, 3), values=values))
    chart = spec(form)
    assert chart["data"][0]["x"] == [0.25, 3.0, None] and ends(chart) == ["25%", "3", "–"]


def test_two_figures_can_have_one_scale() -> None:
    form = bars(series("n", 1, 2, 3))
    assert spec(form)["layout"]["xaxis"]["range"] == [0, 3]
    assert spec(replace(form, scale=28))["layout"]["xaxis"]["range"] == [0, 28]


def test_room_for_values_is_in_the_margin_and_labels_leave_room_on_a_phone() -> None:
    form = bars(series("n", 1000, 2, 3), labels=("Sustainable cities and communities for all", "B", "C"))
    layout = spec(form)["layout"]
    assert layout["xaxis"]["range"] == [0, 1000]
    assert layout["margin"]["r"] > 30 and layout["margin"]["l"] <= 165


def test_a_legend_that_wraps_keeps_room_for_all_its_lines() -> None:
    long = [replace(series(key, 1, 2, 3), label=f"Quite a long name of a region {key}") for key in "abcdef"]
    assert spec(bars(*long))["layout"]["margin"]["t"] >= 6 * 19
    assert spec(bars(series("n", 1, 2, 3)))["layout"]["showlegend"] is False


def test_a_click_leaves_the_other_bars_as_they_are() -> None:
    for trace in spec(bars(series("n", 1, 2, 3)))["data"]:
        assert trace["unselected"] in (
            {"marker": {"opacity": 1}},
            {"textfont": {"color": GROUNDS["light"].text}},
        )


def test_markup_in_names_stays_text() -> None:
    nasty = replace(series("n", 1, 2, 3), label=NASTY)
    chart = spec(replace(bars(nasty, series("b", 1, 2, 3), labels=(NASTY, "B", "C")), unit=NASTY))
    shown = json.dumps([{k: v for k, v in trace.items() if k != "customdata"} for trace in chart["data"]])
    assert "<script" not in shown and "<script" not in json.dumps(chart["layout"])
    assert "{x}" not in "".join(trace.get("hovertemplate", "") for trace in chart["data"])


def test_a_bar_chart_is_small() -> None:
    form = bars(*(series(key, 1, 2, 3) for key in "abc"), stacked=True)
    assert len(figure(form, "light").to_json()) < 6_000


def test_bars_of_a_tally_show_its_counts() -> None:
    tally = pairings_by_cluster(view()).by("phase", "phase")
    form = bars_by_phase(view(), tally, phase_axis(view()), "pairings")
    chart = spec(form)
    assert [trace["name"] for trace in chart["data"][:3]] == ["Phase 1", "Phase 2", "Phase 3"]
    assert ends(chart) == [f"<b>{tally.at(phase).value}</b>" for phase in view().phases]


@settings(max_examples=30)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 500)), min_size=1, max_size=6), st.booleans(), st.booleans()
)
def test_any_counts_make_a_chart(counts: list[int | None], stacked: bool, alone: bool) -> None:
    of = (series("a", *counts),) if alone else (series("a", *counts), series("b", *reversed(counts)))
    form = bars(*of, labels=tuple(f"Category {number}" for number in range(len(counts))), stacked=stacked)
    chart = json.dumps(spec(form))
    assert "NaN" not in chart and "Infinity" not in chart


def test_no_category_makes_an_empty_chart() -> None:
    form = Bars(axis=Axis("Letter", ()), series=(), unit="pairings")
    assert spec(form)["layout"]["height"] > 0
    assert spec(replace(form, axis=Axis("Letter", (Category("a", "A"),))))["data"] is not None
