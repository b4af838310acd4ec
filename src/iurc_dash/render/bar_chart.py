"""Bars as a chart: one series or several, stacked or side by side, along categories or along time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Bars, Series
from iurc_dash.language import _, format_number
from iurc_dash.render.chart import (
    LABEL_SIZE,
    LINE_HEIGHT,
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
from iurc_dash.render.ink import ink_on, outline
from iurc_dash.render.lettering import in_lines, plain, text_width

NOTHING_KNOWN = "–"


def bar_chart(form: Bars, theme: Theme, narrow_screen: bool) -> Chart:
    """Bars with their values beside or inside them; None is a dash, 0 a number without a bar."""
    stacked = form.stacked and len(form.series) > 1
    upright = form.along_time
    left = 2.0 if narrow_screen else label_column([category.label for category in form.categories])
    row = _row(form, stacked, narrow_screen, left)
    traces = [_bars(form, series, place, row, stacked, theme) for place, series in enumerate(form.series)]
    traces.append(_values_at_ends(form, row, stacked, theme))
    if upright:
        layout = _upright_layout(form, stacked, theme, narrow_screen)
    else:
        layout = _level_layout(form, row, left, stacked, theme, narrow_screen)
        if narrow_screen:
            traces.append(_labels_above(form, row, theme))
    layout["barmode"] = "stack" if stacked else "overlay"
    if stacked:
        # Values that do not fit inside their segment are left out; the total stands at the end.
        layout["uniformtext"] = {"minsize": VALUE_SIZE - 1, "mode": "hide"}
    if len(form.series) > 1:
        traces.extend(_legend_samples(form, theme))
        layout["showlegend"] = True
    return Chart(traces, layout)


def _bars(form: Bars, series: Series, place: int, row: _Row, stacked: bool, theme: Theme) -> Trace:
    ground = GROUNDS[theme]
    keys = series.value_colours or (series.colour,)
    edges = [outline(key, theme) for key in keys]
    hollow = series.texture == "outlined"
    fills = [ground.background] if hollow else [colour(key, theme) for key in keys]
    # Goals have colours that can be too faint by themselves: their edge carries the contrast. Elsewhere a
    # hair of ground parts the segments.
    by_goal = bool(series.value_colours)
    along, across = ("x", "y") if form.along_time else ("y", "x")
    trace: Trace = {
        "type": "bar",
        "orientation": "v" if form.along_time else "h",
        along: list(range(len(form.categories))),
        # None and 0 have no bar: an edge alone would look like a small value.
        across: [value or None for value in series.values],
        "name": plain(series.label),
        "showlegend": False,
        "customdata": [[category.key, series.key] for category in form.categories],
        "hovertext": [
            f"{plain(category.label)}: {_said(value)}"
            for category, value in zip(form.categories, series.values, strict=True)
        ],
        "hovertemplate": _hover_template(form, series),
        "marker": {
            "color": fills if len(fills) > 1 else fills[0],
            "line": {
                "width": 1.5 if hollow or by_goal else 0.75,
                "color": _one_or_all(edges if hollow or by_goal else [ground.background]),
            },
        },
    }
    trace["width"], trace["offset"] = row.bar(0 if stacked else place, 1 if stacked else len(form.series))
    if stacked:
        trace["text"] = [_inside(form, at, value) for at, value in enumerate(series.values)]
        trace |= {
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": {
                "size": VALUE_SIZE,
                "color": _one_or_all([ground.text] if hollow else [ink_on(fill) for fill in fills]),
            },
        }
    return trace


def _one_or_all(values: list[str]) -> str | list[str]:
    return values if len(values) > 1 else values[0]


@dataclass(frozen=True)
class _Row:
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


def _row(form: Bars, stacked: bool, narrow_screen: bool, left: float) -> _Row:
    side_by_side = 1 if stacked else max(1, len(form.series))
    if form.along_time:
        return _Row(100, 62 if side_by_side == 1 else 80)
    bars = 22.0 * side_by_side
    labels = [category.label for category in form.categories]
    width = NARROW - 8 if narrow_screen else left - 12
    lines = max((len(in_lines(label, width, LABEL_SIZE)) for label in labels), default=1)
    if narrow_screen:
        return _Row(bars + lines * LINE_HEIGHT + 14, bars, lines)
    return _Row(max(bars + 12, lines * LINE_HEIGHT + 7.0), bars)


def _inside(form: Bars, at: int, value: float | None) -> str:
    """The value inside a segment; none where the segment is the whole bar, whose end says it."""
    if not value or value == _total(form, at):
        return ""
    return format_number(value)


def _total(form: Bars, at: int) -> float | None:
    known = [value for series in form.series if (value := series.values[at]) is not None]
    return sum(known) if known else None


def _said(value: float | None) -> str:
    return plain(_("not recorded")) if value is None else format_number(value)


def _hover_template(form: Bars, series: Series) -> str:
    """What is counted, and for which series: said once a series, because it travels with every figure."""
    about = f"{series.label} ({form.unit})" if len(form.series) > 1 else form.unit
    # Braces would be read as plotly's own.
    return f"<b>%{{hovertext}}</b><br>{plain(about).replace('{', '(').replace('}', ')')}<extra></extra>"


def _values_at_ends(form: Bars, row: _Row, stacked: bool, theme: Theme) -> Trace:
    """Numbers at the ends of bars: totals of stacks, or each bar's own value."""
    places: list[tuple[float, float, str, list[str]]] = []
    for at, category in enumerate(form.categories):
        if stacked or len(form.series) < 2:
            key = "" if stacked or not form.series else form.series[0].key
            places.append((at, *_end_of(_total(form, at)), [category.key, key]))
            continue
        for number, series in enumerate(form.series):
            thickness, offset = row.bar(number, len(form.series))
            places.append(
                (at + offset + thickness / 2, *_end_of(series.values[at]), [category.key, series.key])
            )
    along, across = ("x", "y") if form.along_time else ("y", "x")
    return {
        "type": "scatter",
        "mode": "text",
        along: [round(place[0], 3) for place in places],
        across: [place[1] for place in places],
        "text": [_beside_bar(place[2], stacked, form.along_time) for place in places],
        "customdata": [place[3] for place in places],
        "textposition": "top center" if form.along_time else "middle right",
        "textfont": {"size": VALUE_SIZE, "color": GROUNDS[theme].text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _beside_bar(said: str, is_total: bool, upright: bool) -> str:
    """A value as it stands at a bar's end: totals in bold, a little apart from a level bar."""
    weighed = f"<b>{said}</b>" if is_total and said != NOTHING_KNOWN else said
    return weighed if upright else f"\u00a0{weighed}"


def _end_of(value: float | None) -> tuple[float, str]:
    return (0, NOTHING_KNOWN) if value is None else (value, format_number(value))


def _legend_samples(form: Bars, theme: Theme) -> list[Trace]:
    """Empty series that only show in the legend, so that it can be exact where bars differ in colour."""
    samples: list[Trace] = []
    for series in form.series:
        key = "neutral" if series.value_colours else series.colour
        fill = GROUNDS[theme].background if series.texture == "outlined" else colour(key, theme)
        marker = {"color": fill, "line": {"width": 1.5, "color": outline(key, theme)}}
        samples.append(
            {"type": "bar", "x": [None], "y": [None], "name": plain(series.label), "marker": marker}
        )
    return samples


def _highest(form: Bars, stacked: bool) -> float:
    if stacked:
        return max((_total(form, at) or 0 for at in range(len(form.categories))), default=0)
    return max((value or 0 for series in form.series for value in series.values), default=0)


def _with_room(highest: float, room: float, pixels: float) -> float:
    """The end of a scale that leaves `room` pixels of `pixels` for the label behind the longest bar."""
    return round(highest / max(0.3, 1 - room / pixels), 4) if highest > 0 else 1


def _level_layout(
    form: Bars, row: _Row, left: float, stacked: bool, theme: Theme, narrow_screen: bool
) -> dict[str, Any]:
    width = NARROW if narrow_screen else WIDE
    highest = _highest(form, stacked)
    room = text_width(format_number(highest), VALUE_SIZE) + (26 if stacked else 20)
    legend, top = _legend(form, width)
    count = len(form.categories)
    first = -row.head if narrow_screen else -0.5
    last = count - 1 + row.bars / 2 / row.pixels + 0.1
    layout = base_layout(theme, top + row.pixels * (last - first) + 4, (left, 4, top, 4))
    layout["legend"] = legend
    layout["xaxis"] = silent_axis(
        range=[0, _with_room(highest, room, width - left)], showticklabels=False, zeroline=True,
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


def _labels_above(form: Bars, row: _Row, theme: Theme) -> Trace:
    """Category labels above their bars, where no room is left beside them."""
    labels = [wrapped(category.label, NARROW - 8) for category in form.categories]
    # A label of one line stands where the second of two would: next to its own bar.
    up = [row.bars / 2 + (label.count("<br>") + 1) * LINE_HEIGHT / 2 + 2 for label in labels]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0] * len(labels),
        "y": [round(at - pixels / row.pixels, 3) for at, pixels in enumerate(up)],
        "text": labels,
        "textposition": "middle right",
        "textfont": {"size": LABEL_SIZE, "color": GROUNDS[theme].text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _legend(form: Bars, width: float) -> tuple[dict[str, Any], float]:
    if len(form.series) < 2:
        return {}, 2.0
    return legend_on_top([series.label for series in form.series], width)


def _upright_layout(form: Bars, stacked: bool, theme: Theme, narrow_screen: bool) -> dict[str, Any]:
    width = NARROW if narrow_screen else WIDE
    legend, top = _legend(form, width)
    labels = [category.label for category in form.categories]
    each = (width - 10) / max(1, len(labels))
    lines = max((len(in_lines(label, each - 6, LABEL_SIZE)) for label in labels), default=1)
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
