"""Key figures and matrices as HTML: figures that read better as text and tables than as a chart."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.forms import KeyFigure, KeyFigures, Matrix, Part
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.render.ink import tint
from iurc_dash.render.markup import TABULAR, caption_html, heard, is_safe_address, not_recorded, region, seen

# (row key, column key) -> address; a blank key means the total; blank: no link.
CellLink = Callable[[str, str], str]


def key_figures_html(form: KeyFigures, theme: Theme = "light") -> str:
    """A row of numbers, each with its label, its value in each phase and how that moved; two a row on a phone."""
    figures = "".join(_figure(figure, theme) for figure in form.figures)
    return (
        '<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(9.2rem,1fr));gap:1rem 1.6rem;margin:0">'
        f"{figures}</div>"
    )


def matrix_html(
    form: Matrix,
    caption: str,
    cell_link: CellLink | None = None,
    theme: Theme = "light",
    caption_hidden: bool = False,
) -> str:
    """A table of counts with quiet shading by size and totals set off by a line; a dash where nothing can be.

    `caption_hidden`: the caption is only heard, because a heading says the same.
    """
    highest = max((value or 0 for row in form.values for value in row), default=0)
    rows = []
    for number, row in enumerate(form.rows):
        cells = [
            _matrix_cell(value, tint(value, highest, theme), _address(cell_link, row.key, column.key))
            for column, value in zip(form.columns, form.values[number], strict=True)
        ]
        if form.row_totals:
            cells.append(_total_cell(form.row_totals[number], _address(cell_link, row.key, "")))
        rows.append(f"<tr>{_row_header(row.label)}{''.join(cells)}</tr>")
    if form.column_totals:
        rows.append(_totals_row(form, cell_link))
    body = (
        f'<table class="iurc-matrix">{caption_html(caption, caption_hidden)}'
        f"<thead>{_column_headers(form)}</thead><tbody>{''.join(rows)}</tbody></table>"
    )
    return region(body, caption)


def _figure(figure: KeyFigure, theme: Theme) -> str:
    ground = GROUNDS[theme]
    value = "–" if figure.value is None else format_number(figure.value)
    spoken = heard(_("not recorded")) if figure.value is None else ""
    number = seen(value) if figure.value is None else escape(value)
    parts = "".join(_part(part, theme) for part in figure.parts)
    note = (
        f'<div style="color:{ground.muted_text};font-size:0.82rem;line-height:1.3;margin-top:0.3rem">'
        f"{escape(figure.note)}</div>"
        if figure.note
        else ""
    )
    return (
        f'<div style="border-top:2px solid {ground.text};padding-top:0.35rem;position:relative;min-width:0;'
        f'color:{ground.text}">'
        f"<div style=\"font-family:'Source Serif',serif;font-size:2.1rem;line-height:1.1;font-weight:600;"
        f"{TABULAR};font-feature-settings:'lnum'\">{number}{spoken}</div>"
        f'<div style="font-size:0.95rem;line-height:1.3;font-weight:600">{escape(figure.label)}</div>'
        + (
            '<ul style="list-style:none;display:grid;gap:0.05rem;margin:0.35rem 0 0;padding:0;font-size:0.85rem;'
            f'line-height:1.35;max-width:11rem">{parts}</ul>'
            if parts
            else ""
        )
        + f"{note}</div>"
    )


def _part(part: Part, theme: Theme) -> str:
    """One phase on a line of its own: label, value, change."""
    muted_ink = GROUNDS[theme].muted_text
    value = not_recorded() if part.value is None else escape(format_number(part.value))
    change = ""
    if part.value is not None and part.change is not None:
        change = seen(_signed(part.change)) + heard(f", {_change_in_words(part.change)}")
    return (
        '<li style="display:grid;grid-template-columns:1fr auto 2.6rem;gap:0 0.2rem;margin:0;position:relative">'
        f'<span style="color:{muted_ink}">{escape(part.label)}{heard(": ")}</span>'
        f'<span style="text-align:right;{TABULAR}">{value}</span>'
        f'<span style="text-align:right;color:{muted_ink};{TABULAR}">{change}</span></li>'
    )


def _signed(change: int) -> str:
    if change == 0:
        return "±0"
    # A true minus sign is as wide as the plus, so that columns of changes line up.
    return ("+" if change > 0 else "−") + format_number(abs(change))


def _change_in_words(change: int) -> str:
    size = format_number(abs(change))
    if change == 0:
        return _("as many as in the phase before")
    if change > 0:
        return ngettext(
            "{number} more than in the phase before", "{number} more than in the phase before", change
        ).format(number=size)
    return ngettext(
        "{number} fewer than in the phase before", "{number} fewer than in the phase before", -change
    ).format(number=size)


def _address(cell_link: CellLink | None, row: str, column: str) -> str:
    return cell_link(row, column) if cell_link else ""


def _column_headers(form: Matrix) -> str:
    columns = "".join(f'<th scope="col" class="n">{escape(column.label)}</th>' for column in form.columns)
    total = f'<th scope="col" class="n">{escape(_("All"))}</th>' if form.row_totals else ""
    return f'<tr><th scope="col">{escape(form.row_title)}</th>{columns}{total}</tr>'


def _row_header(label: str) -> str:
    return f'<th scope="row">{escape(label)}</th>'


def _matrix_cell(value: int | None, shade: str, address: str) -> str:
    return f'<td class="n" style="background-color:{shade}">{_number(value, address)}</td>'


def _total_cell(value: int | None, address: str) -> str:
    return f'<td class="n t">{_number(value, address)}</td>'


def _number(value: int | None, address: str) -> str:
    if value is None:
        return f'<span class="iurc-muted">{seen("–")}{heard(_("not applicable"))}</span>'
    number = escape(format_number(value))
    if value == 0 or not is_safe_address(address):
        return number
    return f'<a href="{escape(address)}">{number}</a>'


def _totals_row(form: Matrix, cell_link: CellLink | None) -> str:
    cells = [
        _total_cell(value, _address(cell_link, "", column.key))
        for column, value in zip(form.columns, form.column_totals, strict=True)
    ]
    if form.row_totals:
        cells.append(_total_cell(form.total, ""))
    return f'<tr class="l">{_row_header(_("All"))}{"".join(cells)}</tr>'
