"""Bars as a chart: one series or several, stacked or side by side, their values beside or inside them."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.describing import say_quantity
from iurc_dash.forms import Bars, Series
from iurc_dash.language import _, format_entry
from iurc_dash.quantities import Quantity
from iurc_dash.render.ink import ink_on, outline
from iurc_dash.render.plotly.bar_layout import BarRow, bar_layout, length_of, row_of, sum_of
from iurc_dash.render.plotly.chart import VALUE_SIZE, Chart, Trace, label_column, plain


def bar_chart(form: Bars, theme: Theme) -> Chart:
    """Bars with their values beside or inside them; None is a dash, 0 a number without a bar."""
    left = label_column([category.label for category in form.axis.categories])
    row = row_of(form, left)
    traces = [_bars(form, place, row, theme) for place in range(len(form.series))]
    traces.append(_values_at_ends(form, row, theme))
    layout = bar_layout(form, row, left, theme)
    layout["barmode"] = "stack" if form.stacked else "overlay"
    if form.stacked:
        # Values that do not fit inside their segment are left out; the total stands at the end.
        layout["uniformtext"] = {"minsize": VALUE_SIZE - 1, "mode": "hide"}
    if len(form.series) > 1:
        traces.extend(_legend_sample(series, theme) for series in form.series)
        layout["showlegend"] = True
    return Chart(traces, layout)


def _bars(form: Bars, place: int, row: BarRow, theme: Theme) -> Trace:
    ground, series = GROUNDS[theme], form.series[place]
    keys = series.value_colours or (series.colour,)
    hollow = series.texture == "outlined"
    fills = [ground.background] if hollow else [colour(key, theme) for key in keys]
    # Goals have colours that can be too faint by themselves: their edge carries the contrast. Elsewhere a
    # hair of ground parts the segments.
    has_edge = hollow or bool(series.value_colours)
    edges = [outline(key, theme) for key in keys] if has_edge else [ground.background]
    thickness, offset = row.bar(0 if form.stacked else place, 1 if form.stacked else len(form.series))
    trace: Trace = {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(form.axis.categories))),
        # None and 0 have no bar: an edge alone would look like a small value.
        "x": [length_of(value) or None for value in series.values],
        "width": thickness,
        "offset": offset,
        "name": plain(series.label),
        "showlegend": False,
        "customdata": [f"{key}/{series.key}" for key in form.axis.keys],
        "hovertext": [
            plain(format_entry(category.label, say_quantity(value)))
            for category, value in zip(form.axis.categories, series.values, strict=True)
        ],
        "hovertemplate": _hover_template(form, series),
        "marker": {
            "color": _one_or_all(fills),
            "line": {"width": 1.5 if has_edge else 0.75, "color": _one_or_all(edges)},
        },
        # What was clicked opens; the other bars stay as they are.
        "unselected": {"marker": {"opacity": 1}},
    }
    if form.stacked:
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


def _one_or_all(values: Sequence[str]) -> str | list[str]:
    return list(values) if len(values) > 1 else values[0]


def _inside(form: Bars, at: int, value: Quantity | None) -> str:
    """The value inside a segment; none where the segment is the whole bar, whose end says it."""
    is_whole = length_of(value) == sum_of(form, at)
    return "" if not length_of(value) or is_whole else plain(say_quantity(value))


def _hover_template(form: Bars, series: Series) -> str:
    """What is counted, and for which series: said once a series, because it travels with every figure."""
    about = form.unit
    if len(form.series) > 1:
        about = _("{series} ({unit})").format(series=series.label, unit=form.unit)
    # Braces would be read as plotly's own.
    return f"<b>%{{hovertext}}</b><br>{plain(about).replace('{', '(').replace('}', ')')}<extra></extra>"


def _values_at_ends(form: Bars, row: BarRow, theme: Theme) -> Trace:
    """Numbers at the ends of bars: totals of stacks, in bold, or each bar's own value."""
    ends: list[tuple[float, float, str, str]] = []
    for at, key in enumerate(form.axis.keys):
        if form.stacked:
            ends.append((at, sum_of(form, at), f"<b>{plain(say_quantity(form.totals[at]))}</b>", f"{key}/"))
            continue
        for number, series in enumerate(form.series):
            thickness, offset = row.bar(number, len(form.series))
            value = series.values[at]
            middle = at + offset + thickness / 2
            ends.append((middle, length_of(value) or 0, plain(say_quantity(value)), f"{key}/{series.key}"))
    return {
        "type": "scatter",
        "mode": "text",
        "y": [round(end[0], 3) for end in ends],
        "x": [end[1] for end in ends],
        "text": [f"\u00a0{end[2]}" for end in ends],
        "customdata": [end[3] for end in ends],
        "textposition": "middle right",
        "textfont": {"size": VALUE_SIZE, "color": GROUNDS[theme].text},
        "unselected": {"textfont": {"color": GROUNDS[theme].text}},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _legend_sample(series: Series, theme: Theme) -> Trace:
    """An empty series that only shows in the legend, so that it can be exact where bars differ in colour."""
    key = "neutral" if series.value_colours else series.colour
    fill = GROUNDS[theme].background if series.texture == "outlined" else colour(key, theme)
    marker = {"color": fill, "line": {"width": 1.5, "color": outline(key, theme)}}
    return {"type": "bar", "x": [None], "y": [None], "name": plain(series.label), "marker": marker}
