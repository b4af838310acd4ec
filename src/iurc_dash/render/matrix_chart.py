"""A Matrix as a chart of quiet cells with their numbers; as a table it is `page.matrix_html`."""

from __future__ import annotations

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.forms import Matrix
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
    silent_axis,
    wrapped,
)
from iurc_dash.render.ink import tint
from iurc_dash.render.lettering import in_lines, plain

ROW = 32


def matrix_chart(form: Matrix, theme: Theme, narrow_screen: bool) -> Chart:
    """Cells shaded in one hue by size, a dash where nothing can be, totals set off by a line."""
    rows, columns = len(form.rows), len(form.columns)
    width = NARROW if narrow_screen else WIDE
    left = label_column([row.label for row in form.rows], 110 if narrow_screen else 215)
    wide = columns + bool(form.row_totals)
    tall = rows + bool(form.column_totals)
    each = (width - left) / max(1, wide)
    heads = [column.label for column in form.columns] + ([_("All")] if form.row_totals else [])
    lines = max((len(in_lines(head, each - 6, LABEL_SIZE, 3)) for head in heads), default=1)
    top = lines * LINE_HEIGHT + 8
    layout = base_layout(theme, top + tall * ROW + 4, (left, 2, top, 2))
    layout["xaxis"] = silent_axis(
        range=[-0.5, max(1, wide) - 0.5], side="top", tickvals=list(range(wide)),
        ticktext=[wrapped(head, each - 6, 3) for head in heads],
    )  # fmt: skip
    layout["yaxis"] = silent_axis(
        range=[max(1, tall) - 0.5, -0.5], tickvals=list(range(tall)), ticklabelstandoff=8,
        ticktext=[wrapped(row.label, left - 12) for row in form.rows]
        + ([f"<b>{_('All')}</b>"] if form.column_totals else []),
    )  # fmt: skip
    layout["shapes"] = _lines_before_totals(form, theme)
    return Chart([_cells(form, theme), _numbers(form, theme)], layout)


def _cells(form: Matrix, theme: Theme) -> Trace:
    highest = max((value or 0 for row in form.values for value in row), default=0)
    return {
        "type": "heatmap",
        "x": list(range(len(form.columns))),
        "y": list(range(len(form.rows))),
        "z": [[value or 0 for value in row] for row in form.values],
        "zmin": 0,
        "zmax": max(1, highest),
        # A jump just above nothing sets 1 apart from 0, as in the table.
        "colorscale": [
            [0, "rgba(0,0,0,0)"],
            [0.0001, tint(1e-9, 1, theme)],
            [1, tint(1, 1, theme)],
        ],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }


def _numbers(form: Matrix, theme: Theme) -> Trace:
    """Numbers on cells, and totals, as marks that can be chosen."""
    marks = [
        (x, y, _said(value), [row.key, column.key], _hover(form, row.label, column.label, value))
        for y, row in enumerate(form.rows)
        for x, (column, value) in enumerate(zip(form.columns, form.values[y], strict=True))
    ]
    for y, value in enumerate(form.row_totals):
        marks.append((len(form.columns), y, f"<b>{_said(value)}</b>", [form.rows[y].key, ""], ""))
    for x, value in enumerate(form.column_totals):
        marks.append((x, len(form.rows), f"<b>{_said(value)}</b>", ["", form.columns[x].key], ""))
    if form.total is not None and form.row_totals and form.column_totals:
        marks.append((len(form.columns), len(form.rows), f"<b>{_said(form.total)}</b>", ["", ""], ""))
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [mark[0] for mark in marks],
        "y": [mark[1] for mark in marks],
        "text": [mark[2] for mark in marks],
        "customdata": [mark[3] for mark in marks],
        "hovertext": [mark[4] for mark in marks],
        "hoverinfo": "text",
        # Unseen marks make the whole cell, not only its digits, answer a pointer.
        "marker": {"size": ROW - 4, "symbol": "square", "opacity": 0},
        "textfont": {"size": VALUE_SIZE, "color": GROUNDS[theme].text},
        "cliponaxis": False,
        "showlegend": False,
    }


def _said(value: int | None) -> str:
    return "–" if value is None else format_number(value)


def _hover(form: Matrix, row: str, column: str, value: int | None) -> str:
    said = _("not applicable") if value is None else f"{form.unit}: {format_number(value)}"
    return f"<b>{plain(row)}, {plain(column)}</b><br>{plain(said)}"


def _lines_before_totals(form: Matrix, theme: Theme) -> list[dict[str, object]]:
    ink = {"width": 1.2, "color": GROUNDS[theme].muted_text}
    lines: list[dict[str, object]] = []
    if form.row_totals:
        x = len(form.columns) - 0.5
        lines.append({"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper", "line": ink})
    if form.column_totals:
        y = len(form.rows) - 0.5
        lines.append({"type": "line", "x0": 0, "x1": 1, "xref": "paper", "y0": y, "y1": y, "line": ink})
    return lines
