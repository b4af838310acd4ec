"""A table's columns as a file has them: values and not words, keys beside names, each list whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iurc_dash.language import _
from iurc_dash.quantities import Count, Share, Stated
from iurc_dash.render.citing import cited_sources
from iurc_dash.render.words import is_blank, say_key
from iurc_dash.tabular import Cell, Column, Line, NotApplicable
from iurc_dash.view import View

Value = str | int | float
# Digits of a share behind the point.
SHARE_DIGITS = 4


@dataclass(frozen=True)
class FileColumn:
    """A column of a file: its title, and what stands there for a line; blank text for what is not known."""

    title: str
    value: Callable[[Line], Value]


def file_columns(view: View, columns: Iterable[Column]) -> list[FileColumn]:
    """The columns of a file for all columns of a table, those too that pages do not show."""
    return [found for column in columns for found in _columns_of(view, column)]


def plain_value(cell: Cell) -> Value | tuple[str, ...] | None:
    """The value of a cell: a number, ISO dates, keys, text; None for what is blank or cannot have one."""
    if isinstance(cell, Count | Share | Stated):
        cell = cell.value
    if isinstance(cell, NotApplicable) or is_blank(cell):
        return None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else round(cell, SHARE_DIGITS)
    return cell


def _columns_of(view: View, column: Column) -> list[FileColumn]:
    key = column.key

    def keys(line: Line) -> tuple[str, ...]:
        value = plain_value(line[key])
        return tuple(filter(None, value)) if isinstance(value, tuple) else () if value is None else (str(value),)

    match column.kind:
        case "period":
            return [
                FileColumn(_("{title}, from").format(title=column.title), lambda line: _of_period(line[key], 0)),
                FileColumn(_("{title}, to").format(title=column.title), lambda line: _of_period(line[key], 1)),
            ]
        case "reference" | "references" | "code" | "codes":
            # What a total is called stands where the others have their key, and is none.
            named = _("{title} (code)") if column.kind in ("code", "codes") else _("{title} (key)")
            return [
                FileColumn(column.title, lambda line: _joined(_named(view, column, keys(line)))),
                FileColumn(
                    named.format(title=column.title), lambda line: "" if line.is_total else _joined(keys(line))
                ),
            ]
    return [FileColumn(column.title, lambda line: _single(plain_value(line[key])))]


def _named(view: View, column: Column, keys: tuple[str, ...]) -> Iterable[str]:
    """Names of keys; sources by their addresses."""
    if column.vocabulary == "sources":
        return [source.address or source.title for source in cited_sources(view.whole, keys)]
    return [say_key(view, column, key) for key in keys]


def _of_period(cell: Cell, place: int) -> str:
    return (*cell, "", "")[place] if isinstance(cell, tuple) else ""


def _single(value: Value | tuple[str, ...] | None) -> Value:
    if value is None:
        return ""
    return _joined(value) if isinstance(value, tuple) else value


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)
