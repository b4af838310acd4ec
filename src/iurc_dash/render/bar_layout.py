"""The room of a bar chart: its rows, its scale, its margins and the place of its legend, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.forms import Bars
from iurc_dash.language import format_number
from iurc_dash.render.chart import (
    LABEL_SIZE,
    LINE_HEIGHT,
    NARROW,
    VALUE_SIZE,
    WIDE,
    base_layout,
    legend_on_top,
    silent_axis,
    wrapped,
)  # fmt: skip
from iurc_dash.render.lettering import in_lines, text_width


@dataclass(frozen=True)
class Row:
    """The room of one category: its pixels in all, the pixels of its bars, and the lines of a label above them."""

    pixels: float
    bars: float
    lines_above: int = 0

    def bar(self, place: int, count: int) -> tuple[float, float]:
        """Thickness of a bar and where it begins beside the category's middle, in categories."""
        each = self.bars / self.pixels / count
        return round(each * (0.92 if count > 1 else 1), 4), round(each * (place - count / 2), 4)

    @property
    def head(self) -> float:
        """From the category's middle up to the top of its label, in categories."""
        return (self.bars / 2 + self.lines_above * LINE_HEIGHT + 6) / self.pixels


def row_of(form: Bars, stacked: bool, narrow_screen: bool, left: float) -> Row:
    """The room of each category, which its label and its bars need."""
    side_by_side = 1 if stacked else max(1, len(form.series))
    if form.along_time:
        return Row(100, 62 if side_by_side == 1 else 80)
    bars = 22.0 * side_by_side
    labels = [category.label for category in form.categories]
    width = NARROW - 8 if narrow_screen else left - 12
    lines = max((len(in_lines(label, width, LABEL_SIZE, 3)) for label in labels), default=1)
    if narrow_screen:
        return Row(bars + lines * LINE_HEIGHT + 14, bars, lines)
    return Row(max(bars + 12, lines * LINE_HEIGHT + 7.0), bars)


def total_of(form: Bars, at: int) -> float | None:
    """The sum of a category over all series; None where none is known."""
    known = [value for series in form.series if (value := series.values[at]) is not None]
    return sum(known) if known else None


def _highest(form: Bars, stacked: bool) -> float:
    if stacked:
        return max((total_of(form, at) or 0 for at in range(len(form.categories))), default=0)
    return max((value or 0 for series in form.series for value in series.values), default=0)


def _with_room(highest: float, room: float, pixels: float) -> float:
    """The end of a scale that leaves `room` pixels of `pixels` for the label behind the longest bar."""
    return round(highest / max(0.3, 1 - room / pixels), 4) if highest > 0 else 1


def level_layout(
    form: Bars, row: Row, left: float, stacked: bool, theme: Theme, narrow_screen: bool
) -> dict[str, Any]:
    """The layout of bars that run from left to right. left: pixels for the labels."""
    width = NARROW if narrow_screen else WIDE
    highest = _highest(form, stacked)
    # In the margin and not on the scale, so that it is as wide whatever the chart's width.
    room = text_width(format_number(highest), VALUE_SIZE) + (26 if stacked else 20)
    legend, top = _legend(form, width)
    count = len(form.categories)
    first = -row.head if narrow_screen else -0.5
    last = count - 1 + row.bars / 2 / row.pixels + 0.1
    layout = base_layout(theme, top + row.pixels * (last - first) + 4, (left, room, top, 4))
    layout["legend"] = legend
    layout["xaxis"] = silent_axis(
        range=[0, highest or 1], showticklabels=False, zeroline=True,
        zerolinecolor=GROUNDS[theme].muted_text, zerolinewidth=1,
    )  # fmt: skip
    layout["yaxis"] = silent_axis(range=[round(last, 3), round(first, 3)], showticklabels=False)
    if not narrow_screen:
        layout["yaxis"] |= {
            "showticklabels": True,
            "tickvals": list(range(count)),
            "ticktext": [wrapped(category.label, left - 12) for category in form.categories],
            "ticklabelstandoff": 8,
        }
    return layout


def _legend(form: Bars, width: float) -> tuple[dict[str, Any], float]:
    if len(form.series) < 2:
        return {}, 2.0
    return legend_on_top([series.label for series in form.series], width)


def upright_layout(form: Bars, stacked: bool, theme: Theme, narrow_screen: bool) -> dict[str, Any]:
    """The layout of bars that stand along time."""
    width = NARROW if narrow_screen else WIDE
    legend, top = _legend(form, width)
    labels = [category.label for category in form.categories]
    each = (width - 10) / max(1, len(labels))
    lines = max((len(in_lines(label, each - 6, LABEL_SIZE, 3)) for label in labels), default=1)
    bottom = lines * LINE_HEIGHT + 10
    height = 210
    highest = _highest(form, stacked)
    layout = base_layout(theme, top + height + bottom, (4, 4, top, bottom))
    layout["legend"] = legend
    layout["xaxis"] = silent_axis(
        range=[-0.5, len(labels) - 0.5], tickvals=list(range(len(labels))),
        ticktext=[wrapped(label, each - 6) for label in labels],
    )  # fmt: skip
    layout["yaxis"] = silent_axis(
        range=[0, _with_room(highest, 24, height)], showticklabels=False, zeroline=True,
        zerolinecolor=GROUNDS[theme].muted_text, zerolinewidth=1,
    )  # fmt: skip
    return layout
