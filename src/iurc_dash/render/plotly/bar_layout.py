"""The room of a bar chart: its rows, its scale, its margins and the place of its legend, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.describing import say_quantity
from iurc_dash.forms import Bars
from iurc_dash.quantities import Quantity
from iurc_dash.render.lettering import in_lines, text_width
from iurc_dash.render.plotly.chart import (
    LABEL_SIZE,
    LINE_HEIGHT,
    VALUE_SIZE,
    WIDE,
    base_layout,
    legend_on_top,
    silent_axis,
    wrapped,
)


@dataclass(frozen=True)
class BarRow:
    """The room of one category: its pixels in all, and the pixels of its bars."""

    pixels: float
    bars: float

    def bar(self, place: int, count: int) -> tuple[float, float]:
        """Thickness of a bar and where it begins beside the category's middle, in categories."""
        each = self.bars / self.pixels / count
        return round(each * (0.92 if count > 1 else 1), 4), round(each * (place - count / 2), 4)


def row_of(form: Bars, left: float) -> BarRow:
    """The room of each category, which its label and its bars need. left: pixels for the labels."""
    bars = 22.0 * (1 if form.stacked else max(1, len(form.series)))
    labels = [category.label for category in form.axis.categories]
    lines = max((len(in_lines(label, left - 12, LABEL_SIZE, 3)) for label in labels), default=1)
    return BarRow(max(bars + 12, lines * LINE_HEIGHT + 7.0), bars)


def length_of(quantity: Quantity | None) -> float | None:
    """How long the bar of a quantity is; None where it has none."""
    value = quantity.value if quantity is not None else None
    return value if isinstance(value, int | float) else None


def sum_of(form: Bars, at: int) -> float:
    """How long the bars of a category are one after the other."""
    return sum(length_of(series.values[at]) or 0 for series in form.series)


def bar_layout(form: Bars, row: BarRow, left: float, theme: Theme) -> dict[str, Any]:
    """The layout of bars that run from left to right. left: pixels for the labels."""
    count = len(form.axis.categories)
    highest = form.scale or _highest(form)
    # In the margin and not on the scale, so that it is as wide whatever the chart's width.
    widest = max((text_width(said, VALUE_SIZE) for said in _said_at_ends(form)), default=0)
    room = widest + (26 if form.stacked else 20)
    legend, top = (
        legend_on_top([series.label for series in form.series], WIDE) if len(form.series) > 1 else ({}, 2)
    )
    first, last = -0.5, count - 1 + row.bars / 2 / row.pixels + 0.1
    layout = base_layout(theme, top + row.pixels * (last - first) + 4, (left, room, top, 4))
    layout["legend"] = legend
    layout["xaxis"] = silent_axis(
        range=[0, highest or 1],
        showticklabels=False,
        zeroline=True,
        zerolinecolor=GROUNDS[theme].muted_text,
        zerolinewidth=1,
    )
    layout["yaxis"] = silent_axis(
        range=[round(last, 3), first],
        tickvals=list(range(count)),
        ticktext=[wrapped(category.label, left - 12) for category in form.axis.categories],
        ticklabelstandoff=8,
    )
    return layout


def _highest(form: Bars) -> float:
    if form.stacked:
        return max((sum_of(form, at) for at in range(len(form.axis.categories))), default=0)
    return max((length_of(value) or 0 for series in form.series for value in series.values), default=0)


def _said_at_ends(form: Bars) -> list[str]:
    values = form.totals or [value for series in form.series for value in series.values]
    return [say_quantity(value) for value in values]
