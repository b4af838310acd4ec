"""What every chart shares: a chart as plain values, its look in a theme, its legend, and the room that labels need.

Plain dictionaries in plotly's words, so that the library is needed in one place and the arithmetic is quick.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.render.lettering import in_lines, text_width

FONT = "Source Sans, sans-serif"
LABEL_SIZE = 13.0
VALUE_SIZE = 13.0
LEGEND_SIZE = 13.0
# Widths in pixels for which room is worked out; charts stretch, so these are where they usually stand.
WIDE = 700
NARROW = 340
# Labels of categories wrap at this width, which leaves room for the marks on a phone too.
LABEL_COLUMN = 150

Trace = dict[str, Any]


@dataclass(frozen=True)
class Chart:
    """Traces and layout in plotly's words."""

    data: list[Trace]
    layout: dict[str, Any]


def base_layout(theme: Theme, height: float, margin: tuple[float, float, float, float]) -> dict[str, Any]:
    """The quiet ground that all charts stand on. margin: left, right, top, bottom in pixels."""
    ground = GROUNDS[theme]
    left, right, top, bottom = (round(side) for side in margin)
    return {
        # Fewer than ten pixels are refused.
        "height": max(10, round(height)),
        "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
        "font": {"family": FONT, "size": LABEL_SIZE, "color": ground.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": ground.second_background,
            "bordercolor": ground.line,
            "font": {"family": FONT, "size": 13, "color": ground.text},
            "align": "left",
        },
    }


def silent_axis(**settings: Any) -> dict[str, Any]:
    """An axis without grid, ticks or line, which cannot be dragged."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        **settings,
    }


def legend_on_top(labels: Sequence[str], width: float) -> tuple[dict[str, Any], float]:
    """A legend in one or more lines above the chart that cannot be clicked, and the pixels it takes."""
    rooms = [text_width(label, LEGEND_SIZE) + 46 for label in labels]
    # A chart does not know how wide it will stand: room is kept for the narrowest. What does not fit in one line
    # stands in columns, all as wide as the widest.
    narrowest = min(width, NARROW)
    columns = len(rooms) if sum(rooms) <= narrowest else max(1, int(narrowest // max(rooms)))
    rows = -(-len(rooms) // max(1, columns))
    legend = {
        "orientation": "h",
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        # Never a scroll bar of its own.
        "maxheight": 400,
        "font": {"size": LEGEND_SIZE},
        "itemclick": False,
        "itemdoubleclick": False,
        "traceorder": "normal",
        "itemwidth": 30,
    }
    return legend, rows * 21 + 8


def wrapped(label: str, width: float, most: int = 3) -> str:
    """A label in plotly's words, in lines that fit a width where they can."""
    return "<br>".join(plain(line) for line in in_lines(label, width, LABEL_SIZE, most))


def label_column(labels: Sequence[str], widest: float = LABEL_COLUMN) -> float:
    """Pixels that a column of labels takes, wrapped to three lines."""
    lines = [line for label in labels for line in in_lines(label, widest, LABEL_SIZE, 3)]
    return max((text_width(line, LABEL_SIZE) for line in lines), default=0) + 12


def plain(text: str) -> str:
    """Text made safe for plotly, which reads a little HTML; quotation marks need no care there."""
    return html.escape(text, quote=False)
