"""A Timeline as a chart: lanes, phases as quiet stretches, each date drawn only as exactly as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Span, Timeline
from iurc_dash.language import _, format_date, format_period
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
from iurc_dash.render.ink import outline, see_through
from iurc_dash.render.lettering import plain, shortened, text_width
from iurc_dash.render.time_lanes import FIRST_DAY, LOOKS, Look, Mark, TimeLanes, place_spans, year_of

LABEL_LENGTH = 60
# Long lists shorten their labels further: the whole chart is to stay under 40 kB.
LABEL_LENGTH_OF_MANY = 44
MANY = 300
BAND_HEAD = 24


def timeline_chart(form: Timeline, theme: Theme, narrow_screen: bool) -> Chart:
    """Dots for days, short bars for months, long thin pale ones for years, bars for periods."""
    left = 2.0 if narrow_screen else label_column([lane.label for lane in form.lanes], 190)
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
                traces.extend(_marks(form, marks, look, key, theme, placed.is_sparse, length))
    if narrow_screen:
        traces.append(_lane_labels(form, placed, theme))
    traces.extend(_names_beside(form, placed, width, theme))
    looks = [look for look in LOOKS if any(mark.look == look for mark in placed.marks)]
    legend, top = (
        ({}, 2.0) if len(looks) < 2 else legend_on_top([_look_in_words(look) for look in looks], left + width)
    )
    if legend:
        traces.extend(_legend_sample(look, theme) for look in looks)
    head = BAND_HEAD if form.bands else 4
    layout = base_layout(theme, top + head + placed.height + 28, (left, 8, top, 28))
    layout |= {"legend": legend, "showlegend": bool(legend), "barmode": "overlay"}
    layout["xaxis"] = _year_axis(placed, width, theme)
    layout["yaxis"] = _lane_axis(form, placed, head, left, narrow_screen)
    layout["shapes"], layout["annotations"] = _grounds(form, placed, width, head, theme)
    return Chart(traces, layout)


def span_key(form: Timeline, customdata: object) -> str | None:
    """The key of the span behind a chosen mark's customdata (its index, to save bytes); None if it is no such thing."""
    number = customdata[0] if isinstance(customdata, (list, tuple)) and customdata else customdata
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < len(form.spans):
        return None
    return form.spans[number].key


def dates_in_words(span: Span) -> str:
    """When it was, never more exact than known: 'in 2022', 'May 2022', 'from 2021, end not recorded'."""
    if span.assumed:
        return _("dates not recorded; the phase's own years are shown")
    if span.open_end and span.start and not span.end:
        return _("from {start}, end not recorded").format(start=format_date(span.start))
    if span.start and span.end and span.start != span.end:
        return format_period(span.start, span.end)
    written = span.start or span.end
    return _("in {year}").format(year=written) if len(written) == 4 else format_date(written)


def _marks(
    form: Timeline, marks: Sequence[Mark], look: Look, key: str, theme: Theme, is_sparse: bool, length: int
) -> list[Trace]:
    """The trace of one look in one colour; what has no end gets arrowheads as a second one."""
    said = [_hover(form.spans[mark.index], length) for mark in marks]
    trace: Trace = {
        "y": np.array([mark.middle for mark in marks], dtype=np.float32),
        "customdata": _small([mark.index for mark in marks]),
        "hovertext": said,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }
    fill, edge = colour(key, theme), outline(key, theme)
    if look == "day":
        dot = {
            "color": fill,
            "size": 10 if is_sparse else 7,
            "line": {"width": 0.75, "color": GROUNDS[theme].background},
        }
        return [
            trace
            | {
                "type": "scatter",
                "mode": "markers",
                "x": _small([mark.start for mark in marks]),
                "marker": dot,
            }
        ]
    looks = {
        "month": (fill, 1, edge),
        "year": (see_through(fill, 0.22), 1, edge),
        "period": (fill, 0.75, GROUNDS[theme].background),
        "open": (see_through(fill, 0.35), 0, edge),
        "assumed": (GROUNDS[theme].background, 1.5, edge),
    }
    inner, edge_width, edge_ink = looks[look]
    bars = trace | {
        "type": "bar",
        "orientation": "h",
        "base": _small([mark.start for mark in marks]),
        "x": _small([mark.end - mark.start for mark in marks]),
        "width": _thickness(look, is_sparse),
        "marker": {"color": inner, "line": {"width": edge_width, "color": edge_ink}},
    }
    if look != "open":
        return [bars]
    arrow = {"symbol": "triangle-right", "size": 12 if is_sparse else 8, "color": fill}
    heads = {"type": "scatter", "mode": "markers", "x": _small([mark.end for mark in marks]), "marker": arrow}
    # The start is known: a firm edge says so, where the pale bar runs out into an arrow.
    firm = {
        "symbol": "line-ns",
        "size": 0.8 * _thickness(look, is_sparse),
        "line": {"width": 3, "color": fill},
    }
    starts = {
        "type": "scatter",
        "mode": "markers",
        "x": _small([mark.start for mark in marks]),
        "marker": firm,
    }
    silent = {"cliponaxis": False, "hoverinfo": "skip", "showlegend": False, "y": trace["y"]}
    return [bars, heads | silent | {"customdata": trace["customdata"]}, starts | silent]


def _thickness(look: Look, is_sparse: bool) -> float:
    if look == "year":
        return 7 if is_sparse else 4
    if look == "month":
        return 7 if is_sparse else 5
    return 15 if is_sparse else 6


def _small(numbers: Sequence[int]) -> NDArray[Any]:
    """Whole numbers in as few bytes as hold them: typed arrays travel much shorter than digits."""
    values = np.array(numbers, dtype=np.int64)
    return values.astype(np.int16 if np.abs(values).max(initial=0) < 32_000 else np.int32)


def _hover(span: Span, length: int) -> str:
    return f"{plain(shortened(span.label, length))}<br>{plain(dates_in_words(span))}"


def _look_in_words(look: Look) -> str:
    return {
        "day": _("a day or a few"),
        "month": _("a month"),
        "year": _("only the year is known"),
        "period": _("a period"),
        "open": _("end not recorded"),
        "assumed": _("dates not recorded"),
    }[look]


def _legend_sample(look: Look, theme: Theme) -> Trace:
    ink = colour("neutral", theme)
    name = {"name": _look_in_words(look), "x": [None], "y": [None]}
    if look == "day":
        return name | {"type": "scatter", "mode": "markers", "marker": {"color": ink, "size": 9}}
    if look == "open":
        return name | {
            "type": "scatter",
            "mode": "markers",
            "marker": {"color": ink, "size": 11, "symbol": "triangle-right"},
        }
    pale, hollow = see_through(ink, 0.22), GROUNDS[theme].background
    fill = {"year": pale, "assumed": hollow}.get(look, ink)
    symbol = "square" if look == "assumed" else "line-ew"
    size = {"year": 7.0, "month": 5.0, "period": 9.0}.get(look, 10.0)
    if symbol == "square":
        return name | {
            "type": "scatter",
            "mode": "markers",
            "marker": {"symbol": "square", "size": size, "color": fill, "line": {"width": 1.5, "color": ink}},
        }
    line = {
        "color": see_through(ink, 0.45) if look == "year" else ink,
        "width": {"year": 4, "month": 6}.get(look, 9),
    }
    return name | {"type": "scatter", "mode": "lines", "line": line}


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


def _year_axis(placed: TimeLanes, width: float, theme: Theme) -> dict[str, Any]:
    """Years only, each named in its middle, with a hair line where it begins."""
    years = range(year_of(placed.first), year_of(placed.last - 1) + 1)
    every = max(1, -(-len(years) * 36 // max(1, int(width))))
    named = [year for year in years if (year - years[0]) % every == 0]
    return silent_axis(
        range=[placed.first, placed.last],
        tickvals=[(_day(year) + _day(year + 1)) // 2 for year in named],
        ticktext=[str(year) for year in named],
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
    form: Timeline, placed: TimeLanes, width: float, head: float, theme: Theme
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Phases as quiet stretches with their names on top, and hair lines between lanes."""
    ground = GROUNDS[theme]
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    a_day = width / (placed.last - placed.first)
    for number, band in enumerate(form.bands):
        start, end = _day(band.start_year), _day(band.end_year)
        fill = ground.second_background if number % 2 == 0 else "rgba(0,0,0,0)"
        box = {"type": "rect", "x0": start, "x1": end, "y0": -head, "y1": max(1, placed.height)}
        shapes.append(box | {"fillcolor": fill, "line": {"width": 0}, "layer": "below"})
        fits = max(3, int((end - start) * a_day / 7.2))
        note = {"x": start, "y": -head / 2, "text": f"<b>{plain(shortened(band.label, fits))}</b>"}
        notes.append(
            note
            | {
                "xanchor": "left",
                "xshift": 5,
                "showarrow": False,
                "font": {"size": 12.5, "color": ground.muted_text},
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
