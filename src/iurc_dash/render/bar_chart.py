"""Bars as a chart: one series or several, stacked or side by side, along categories or along time."""

from __future__ import annotations

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Bars, Series
from iurc_dash.language import _, format_number
from iurc_dash.render.bar_layout import Row, level_layout, row_of, total_of, upright_layout
from iurc_dash.render.chart import (
    LABEL_SIZE,
    LINE_HEIGHT,
    NARROW,
    VALUE_SIZE,
    Chart,
    Trace,
    label_column,
    wrapped,
)
from iurc_dash.render.ink import ink_on, outline
from iurc_dash.render.lettering import plain

NOTHING_KNOWN = "–"


def bar_chart(form: Bars, theme: Theme, narrow_screen: bool) -> Chart:
    """Bars with their values beside or inside them; None is a dash, 0 a number without a bar."""
    stacked = form.stacked and len(form.series) > 1
    upright = form.along_time
    left = 2.0 if narrow_screen else label_column([category.label for category in form.categories])
    row = row_of(form, stacked, narrow_screen, left)
    traces = [_bars(form, series, place, row, stacked, theme) for place, series in enumerate(form.series)]
    traces.append(_values_at_ends(form, row, stacked, theme))
    if upright:
        layout = upright_layout(form, stacked, theme, narrow_screen)
    else:
        layout = level_layout(form, row, left, stacked, theme, narrow_screen)
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


def _bars(form: Bars, series: Series, place: int, row: Row, stacked: bool, theme: Theme) -> Trace:
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


def _inside(form: Bars, at: int, value: float | None) -> str:
    """The value inside a segment; none where the segment is the whole bar, whose end says it."""
    if not value or value == total_of(form, at):
        return ""
    return format_number(value)


def _said(value: float | None) -> str:
    return plain(_("not recorded")) if value is None else format_number(value)


def _hover_template(form: Bars, series: Series) -> str:
    """What is counted, and for which series: said once a series, because it travels with every figure."""
    about = f"{series.label} ({form.unit})" if len(form.series) > 1 else form.unit
    # Braces would be read as plotly's own.
    return f"<b>%{{hovertext}}</b><br>{plain(about).replace('{', '(').replace('}', ')')}<extra></extra>"


def _values_at_ends(form: Bars, row: Row, stacked: bool, theme: Theme) -> Trace:
    """Numbers at the ends of bars: totals of stacks, or each bar's own value."""
    places: list[tuple[float, float, str, list[str]]] = []
    for at, category in enumerate(form.categories):
        if stacked or len(form.series) < 2:
            key = "" if stacked or not form.series else form.series[0].key
            places.append((at, *_end_of(total_of(form, at)), [category.key, key]))
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


def _labels_above(form: Bars, row: Row, theme: Theme) -> Trace:
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
