"""A Timeline as a chart: lanes, phases as quiet stretches, each date drawn only as exactly as it is known."""

from __future__ import annotations

from datetime import date
from typing import Any

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.forms import Timeline
from iurc_dash.render.lettering import in_lines, shortened, text_width
from iurc_dash.render.plotly.chart import (
    VALUE_SIZE,
    WIDE,
    Chart,
    Trace,
    base_layout,
    label_column,
    legend_on_top,
    plain,
    silent_axis,
    wrapped,
)
from iurc_dash.render.plotly.timeline_marks import SpanLooks, legend_sample, span_traces
from iurc_dash.render.svg.time_lanes import (
    FIRST_DAY,
    LOOKS,
    Look,
    PlacedSpan,
    TimeLanes,
    look_in_words,
    place_spans,
    year_of,
)

LABEL_LENGTH = 60
# Long lists shorten their labels further, as all of them travel with the page.
LABEL_LENGTH_OF_MANY = 36
MANY = 200
BAND_HEAD = 36
# What time has beside the labels on a phone, and the room that labels take.
LEAST_WIDTH = 200
LANE_LABELS = 118


def timeline_chart(form: Timeline, theme: Theme) -> Chart:
    """Dots for days, short bars for months, long thin pale ones for years, bars for periods."""
    left = label_column([lane.label for lane in form.lanes], LANE_LABELS)
    placed = place_spans(form, WIDE - left)
    looks = [look for look in LOOKS if any(mark.look == look for mark in placed.marks)]
    traces = [*_marks(form, placed, looks, theme), *_names_beside(form, placed, WIDE - left, theme)]
    legend, top = legend_on_top([look_in_words(look) for look in looks], WIDE) if len(looks) > 1 else ({}, 2)
    if legend:
        traces.extend(legend_sample(look, theme) for look in looks)
    head = BAND_HEAD if form.bands else 4
    layout = base_layout(theme, top + head + placed.height + 28, (left, 8, top, 28))
    layout |= {"legend": legend, "showlegend": bool(legend), "barmode": "overlay"}
    # Of a dot near the pointer and the bar under it, plotly takes the dot: only one that all but touches.
    layout["hoverdistance"] = 3
    layout["xaxis"] = _year_axis(placed, theme)
    layout["yaxis"] = silent_axis(
        range=[max(1, placed.height), -head],
        tickvals=[(lane.top + lane.bottom) / 2 for lane in placed.lanes],
        ticktext=[wrapped(lane.label, left - 12) for lane in form.lanes],
        ticklabelstandoff=8,
    )
    layout["shapes"], layout["annotations"] = _grounds(form, placed, head, theme)
    return Chart(traces, layout)


def _marks(form: Timeline, placed: TimeLanes, looks: list[Look], theme: Theme) -> list[Trace]:
    """The traces of all marks, one for each look and colour, look by look."""
    by_kind: dict[tuple[Look, str], list[PlacedSpan]] = {}
    for mark in placed.marks:
        by_kind.setdefault((mark.look, form.spans[mark.index].colour), []).append(mark)
    length = LABEL_LENGTH if len(placed.marks) <= MANY else LABEL_LENGTH_OF_MANY
    return [
        trace
        for look in looks
        for (its_look, key), marks in by_kind.items()
        if its_look == look
        for trace in span_traces(form, marks, SpanLooks(look, key, theme, placed.is_sparse), length)
    ]


def _names_beside(form: Timeline, placed: TimeLanes, width: float, theme: Theme) -> list[Trace]:
    """Names written beside the marks of lanes that hold just one, where the lane does not say the same."""
    alone = {
        lane.key: lane.label for lane, its in zip(form.lanes, placed.lanes, strict=True) if its.marks == 1
    }
    days_a_pixel = (placed.last - placed.first) / width
    gap = round(8 * days_a_pixel)
    places: list[tuple[int, float, str, str]] = []
    for mark in placed.marks if placed.is_sparse else ():
        span = form.spans[mark.index]
        if span.lane not in alone or span.label == alone[span.lane]:
            continue
        label = shortened(span.label, 34)
        room = (text_width(label, VALUE_SIZE) + 22) * days_a_pixel
        if mark.end + room <= placed.last:
            places.append((mark.end + gap, mark.middle, plain(label), "middle right"))
        elif mark.start - room >= placed.first:
            places.append((mark.start - gap, mark.middle, plain(label), "middle left"))
    if not places:
        return []
    x, y, text, positions = (list(values) for values in zip(*places, strict=True))
    names: Trace = {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": text,
        "textposition": positions,
    }
    looks = {"size": VALUE_SIZE, "color": GROUNDS[theme].muted_text}
    return [names | {"textfont": looks, "hoverinfo": "skip", "showlegend": False}]


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
        note = {"x": start, "y": -head / 2, "text": name, "align": "left", "xanchor": "left", "xshift": 3}
        notes.append(note | {"showarrow": False, "font": {"size": 11, "color": ground.muted_text}})
    for lane in placed.lanes:
        level = round(lane.top, 1)
        edge = {"type": "line", "x0": 0, "x1": 1, "xref": "paper", "y0": level, "y1": level}
        shapes.append(edge | {"line": {"width": 0.75, "color": ground.line}, "layer": "below"})
    return shapes, notes
