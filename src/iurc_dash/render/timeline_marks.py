"""The marks of a time line: each date drawn, and said, only as exactly as it is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Span, Timeline
from iurc_dash.language import _, format_date, format_period
from iurc_dash.render.chart import Trace
from iurc_dash.render.ink import outline, see_through
from iurc_dash.render.lettering import plain, shortened
from iurc_dash.render.time_lanes import Look, Mark


def mark_traces(
    form: Timeline, marks: Sequence[Mark], look: Look, key: str, theme: Theme, is_sparse: bool, length: int
) -> list[Trace]:
    """The trace of one look in one colour; what has no end gets arrowheads as a second one."""
    spans = [form.spans[mark.index] for mark in marks]
    trace: Trace = {
        "y": _small([round(mark.middle) for mark in marks]),
        "customdata": _small([mark.index for mark in marks]),
        # In two lists: a line break of its own in every text would travel as 16 bytes each.
        "hovertext": [plain(shortened(span.label, length)) for span in spans],
        "text": [plain(dates_in_words(span)) for span in spans],
        "hovertemplate": "%{hovertext}<br>%{text}<extra></extra>",
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
        "textposition": "none",
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


def look_in_words(look: Look) -> str:
    """What a look means, for the legend."""
    return {
        "day": _("a day or a few"),
        "month": _("a month"),
        "year": _("only the year is known"),
        "period": _("a period"),
        "open": _("end not recorded"),
        "assumed": _("dates not recorded"),
    }[look]


def legend_sample(look: Look, theme: Theme) -> Trace:
    """A mark that only shows in the legend."""
    ink = colour("neutral", theme)
    name = {"name": look_in_words(look), "x": [None], "y": [None]}
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
