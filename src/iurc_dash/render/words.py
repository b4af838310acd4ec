"""How a cell is said: the one place where values of a table become words for readers."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.describing import say_quantity
from iurc_dash.language import (
    _,
    format_date,
    format_entries,
    format_number,
    format_period,
    format_share,
    use_language,
)
from iurc_dash.quantities import Count, Share, Stated
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column
from iurc_dash.view import View

LISTS = ("codes", "references")


def say_cell(view: View, column: Column, cell: Cell) -> str:
    """A cell in the view's language; several values of one are joined by '; '.

    A blank reads 'not recorded', what cannot have a value a dash.
    """
    with use_language(view.language):
        if cell is NOT_APPLICABLE:
            return _("–")
        if is_blank(cell):
            return _("not recorded")
        return format_entries(say_each(view, column, cell))


def say_each(view: View, column: Column, cell: Cell) -> list[str]:
    """Each value of a cell that is not blank, in the current language."""
    if isinstance(cell, Stated):
        cell = cell.value
    if isinstance(cell, Count | Share):
        return [say_quantity(cell)]
    if isinstance(cell, tuple):
        if column.kind == "period":
            return [_say_period(cell)]
        return [say_key(view, column, value) for value in cell if value]
    if isinstance(cell, int | float):
        return [format_share(cell) if column.kind == "share" else format_number(cell)]
    if column.kind == "date":
        return [say_date(str(cell))]
    return [say_key(view, column, str(cell))]


def say_key(view: View, column: Column, key: str) -> str:
    """What readers call a code or the row that a reference names; other text as it is."""
    if column.kind not in ("code", "codes", "reference", "references"):
        return key
    return view.words.goal_label(key) if column.vocabulary == "goals" else view.say(column.vocabulary, key)


def say_date(written: str) -> str:
    """An ISO date in words; what is none, as it is written."""
    try:
        return format_date(written)
    except ValueError:
        return written


def is_blank(cell: Cell) -> bool:
    """Whether nothing is recorded; a number that is none (NaN) is nothing."""
    return cell is None or cell == "" or cell != cell or (isinstance(cell, tuple) and not any(cell))


def _say_period(period: Sequence[str]) -> str:
    start, end = (*period, "", "")[:2]
    try:
        return format_period(start, end)
    except ValueError:
        return " – ".join(part for part in (start, end) if part)
