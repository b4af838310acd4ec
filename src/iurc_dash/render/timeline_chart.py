"""A Timeline as a chart: lanes, phases as quiet stretches, each date drawn only as exactly as it is known."""

from __future__ import annotations

from datetime import date
from typing import Any

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.forms import Timeline
from iurc_dash.render.chart import (
    LABEL_SIZE,
    NARROW,
    VALUE_SIZE,
    WIDE,
    Chart,
    Trace,
    base_layout,
    label_column,
    legend_on_top,
    silent_axis,
    wrapped,
)
from iurc_dash.render.lettering import in_lines, plain, shortened, text_width
from iurc_dash.render.time_lanes import FIRST_DAY, LOOKS, Look, Mark, TimeLanes, place_spans, year_of
from iurc_dash.render.timeline_marks import legend_sample, look_in_words, mark_traces

LABEL_LENGTH = 60
# Long lists shorten their labels further: the whole chart is to stay under 40 kB.
LABEL_LENGTH_OF_MANY = 36
MANY = 300
BAND_HEAD = 36
# What time has beside the labels on a phone, and the room that labels take.
LEAST_WIDTH = 200
LANE_LABELS = 118


def timeline_chart(form: Timeline, theme: Theme, narrow_screen: bool) -> Chart:
    """Dots for days, short bars for months, long thin pale ones for years, bars for periods."""
    left = 2.0 if narrow_screen else label_column([lane.label for lane in form.lanes], LANE_LABELS)
    width = (NARROW if narrow_screen else WIDE) - left
    placed = place_spans(form, width, narrow_screen)
    by_kind: dict[tuple[Look, str], list[Mark]] = {}
    for mark in placed.marks:
        by_kind.setdefault((mark.look, form.spans[mark.index].colour), []).append(mark)
    length = LABEL_LENGTH if len(placed.marks) <= MANY else LABEL_LENGTH_OF_MANY
    traces = []
    for look in LOOKS:
        for (its_look, key), marks in by_kind.items():
            if its_look == look:
                traces.extend(mark_traces(form, marks, look, key, theme, placed.is_sparse, length))
    if narrow_screen:
        traces.append(_lane_labels(form, placed, theme))
    traces.extend(_names_beside(form, placed, width, theme))
    looks = [look for look in LOOKS if any(mark.look == look for mark in placed.marks)]
    legend, top = (
        ({}, 2.0) if len(looks) < 2 else legend_on_top([look_in_words(look) for look in looks], left + width)
    )
    if legend:
        traces.extend(legend_sample(look, theme) for look in looks)
    head = BAND_HEAD if form.bands else 4
    layout = base_layout(theme, top + head + placed.height + 28, (left, 8, top, 28))
    layout["legend"] = legend
    layout |= {"showlegend": bool(legend), "barmode": "overlay"}
    layout["xaxis"] = _year_axis(placed, theme)
    layout["yaxis"] = _lane_axis(form, placed, head, left, narrow_screen)
    layout["shapes"], layout["annotations"] = _grounds(form, placed, head, theme)
    return Chart(traces, layout)


def span_key(form: Timeline, customdata: object) -> str | None:
    """The key of the span behind a chosen mark's customdata (its index, to save bytes); None if it is no such thing."""
    number = customdata[0] if isinstance(customdata, (list, tuple)) and customdata else customdata
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < len(form.spans):
        return None
    return form.spans[number].key


def _lane_labels(form: Timeline, placed: TimeLanes, theme: Theme) -> Trace:
    """Lane labels above their lanes, where no room is left beside them."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [placed.first] * len(form.lanes),
        "y": [lane.top + 11 for lane in placed.lanes],
        "text": [plain(lane.label) for lane in form.lanes],
        "textposition": "middle right",
        "textfont": {"size": LABEL_SIZE, "color": GROUNDS[theme].text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _names_beside(form: Timeline, placed: TimeLanes, width: float, theme: Theme) -> list[Trace]:
    """Names written beside the marks of lanes that hold just one, where the lane does not say the same."""
    alone = {
        lane.key: lane.label for lane, its in zip(form.lanes, placed.lanes, strict=True) if its.marks == 1
    }
    days_a_pixel = (placed.last - placed.first) / width
    places: list[tuple[int, float, str, str]] = []
    for mark in placed.marks if placed.is_sparse else ():
        span = form.spans[mark.index]
        if span.lane not in alone or span.label == alone[span.lane]:
            continue
        label = shortened(span.label, 34)
        room = (text_width(label, VALUE_SIZE) + 22) * days_a_pixel
        if mark.end + room <= placed.last:
            places.append((mark.end + round(8 * days_a_pixel), mark.middle, plain(label), "middle right"))
        elif mark.start - room >= placed.first:
            places.append((mark.start - round(8 * days_a_pixel), mark.middle, plain(label), "middle left"))
    if not places:
        return []
    return [{
        "type": "scatter", "mode": "text", "x": [place[0] for place in places], "y": [place[1] for place in places],
        "text": [place[2] for place in places], "textposition": [place[3] for place in places], "hoverinfo": "skip",
        "textfont": {"size": VALUE_SIZE, "color": GROUNDS[theme].muted_text}, "showlegend": False,
    }]  # fmt: skip


def _year_axis(placed: TimeLanes, theme: Theme) -> dict[str, Any]:
    """Years only, each named in its middle, with a hair line where it begins."""
    years = range(year_of(placed.first), year_of(placed.last - 1) + 1)
    # However narrow the chart becomes, the years stand side by side.
    every = max(1, -(-len(years) * 30 // LEAST_WIDTH))
    named = [year for year in years if (year - years[0]) % every == 0]
    return silent_axis(
        range=[placed.first, placed.last],
        tickvals=[(_day(year) + _day(year + 1)) // 2 for year in named],
        ticktext=[str(year) for year in named],
        tickangle=0,
        tickfont={"size": 12.5, "color": GROUNDS[theme].muted_text},
        minor={
            "tickvals": [_day(year) for year in years],
            "showgrid": True,
            "gridcolor": GROUNDS[theme].line,
            "ticks": "",
        },
    )


def _day(year: int) -> int:
    return (date(year, 1, 1) - FIRST_DAY).days


def _lane_axis(
    form: Timeline, placed: TimeLanes, head: float, left: float, narrow_screen: bool
) -> dict[str, Any]:
    axis = silent_axis(range=[max(1, placed.height), -head], showticklabels=False)
    if narrow_screen:
        return axis
    return axis | {
        "showticklabels": True,
        "tickvals": [(lane.top + lane.bottom) / 2 for lane in placed.lanes],
        "ticktext": [wrapped(lane.label, left - 12) for lane in form.lanes],
        "ticklabelstandoff": 8,
    }


def _grounds(
    form: Timeline, placed: TimeLanes, head: float, theme: Theme
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Phases as quiet stretches with their names on top, and hair lines between lanes."""
    ground = GROUNDS[theme]
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for number, band in enumerate(form.bands):
        start, end = _day(band.start_year), _day(band.end_year)
        fill = ground.second_background if number % 2 == 0 else "rgba(0,0,0,0)"
        box = {"type": "rect", "x0": start, "x1": end, "y0": -head, "y1": max(1, placed.height)}
        shapes.append(box | {"fillcolor": fill, "line": {"width": 0}, "layer": "below"})
        # Two short lines, so that the names of short phases fit on a phone too.
        name = "<br>".join(plain(line) for line in in_lines(band.label, 40, 11))
        note = {"x": start, "y": -head / 2, "text": name, "align": "left"}
        notes.append(
            note
            | {
                "xanchor": "left",
                "xshift": 3,
                "showarrow": False,
                "font": {"size": 11, "color": ground.muted_text},
            }
        )
    for lane in placed.lanes:
        edge = {
            "type": "line",
            "x0": 0,
            "x1": 1,
            "xref": "paper",
            "y0": round(lane.top, 1),
            "y1": round(lane.top, 1),
        }
        shapes.append(edge | {"line": {"width": 0.75, "color": ground.line}, "layer": "below"})
    return shapes, notes
