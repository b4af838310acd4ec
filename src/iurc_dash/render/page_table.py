"""A table of an exhibit as HTML: real headers, room by what the columns hold, links where cells have keys."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape

from iurc_dash.exhibits.exhibit import Column, ExhibitTable
from iurc_dash.language import _, format_number, format_share
from iurc_dash.render.markup import (
    caption_html,
    date_in_words,
    host,
    link,
    muted,
    not_recorded,
    region,
)  # fmt: skip

# (kind, key) -> address; kind is a Column's kind such as "pairing". Blank: no link.
LinkFor = Callable[[str, str], str]

_NUMBERS = ("number", "share")
_OURS = ("pairing", "place", "edition", "theme", "goal")
LEAST_ROOM = 3
MOST_ROOM = 40


def table_html(
    table: ExhibitTable,
    caption: str,
    link_for: LinkFor,
    limit: int | None = None,
    caption_hidden: bool = False,
) -> str:
    """A real table with caption and headers, which scrolls sideways by itself on a narrow screen.

    Cells that are blank or missing read 'not recorded'. A cell may be a tuple, with its key column a tuple of as many
    keys: each is then a link of its own. `limit`: at most so many rows, and a line that says how many there are.
    `caption_hidden`: the caption is only heard, because a heading says the same.
    """
    frame = table.frame if limit is None else table.frame.head(limit)
    cells = {
        column.name: _cells(frame[column.name].tolist(), _keys(column, frame), column, link_for)
        for column in table.columns
    }
    head = "".join(_header(column, _room(column, frame[column.name].tolist())) for column in table.columns)
    rows = []
    for number in range(len(frame)):
        row = [_cell(column, cells[column.name][number], at == 0) for at, column in enumerate(table.columns)]
        rows.append(f"<tr>{''.join(row)}</tr>")
    body = (
        f'<table class="iurc-table">{caption_html(caption, caption_hidden)}'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
    return region(body, caption) + _rows_left_out(len(frame), len(table.frame))


def _header(column: Column, room: int) -> str:
    least = f' style="min-width:{room}ch"' if room else ""
    return f'<th scope="col"{_class(column)}{least}>{escape(column.title)}</th>'


def _cell(column: Column, inner: str, is_first: bool) -> str:
    tag, scope = ("th", ' scope="row"') if is_first else ("td", "")
    return f"<{tag}{scope}{_class(column)}>{inner}</{tag}>"


def _class(column: Column) -> str:
    """Numbers stand at the right, dates stay on one line (stylesheet.py)."""
    if column.kind in _NUMBERS:
        return ' class="n"'
    return ' class="d"' if column.kind == "date" else ""


def _keys(column: Column, frame: object) -> list[object]:
    if not column.key_column:
        return []
    return list(frame[column.key_column].tolist())  # type: ignore[index]


def _cells(values: list[object], keys: list[object], column: Column, link_for: LinkFor) -> list[str]:
    """The inside of every cell of a column."""
    with_keys = keys or [""] * len(values)
    return [_inside(value, key, column, link_for) for value, key in zip(values, with_keys, strict=True)]


def _inside(value: object, key: object, column: Column, link_for: LinkFor) -> str:
    if isinstance(value, (tuple, list)):
        keys = key if isinstance(key, (tuple, list)) and len(key) == len(value) else [""] * len(value)
        each = [_inside(one, its, column, link_for) for one, its in zip(value, keys, strict=True)]
        return "<br>".join(each) if each else not_recorded()
    if _is_blank(value):
        return not_recorded()
    if column.kind == "number" and isinstance(value, (int, float)):
        return format_number(value)
    if column.kind == "share" and isinstance(value, (int, float)):
        return format_share(value)
    text = str(value)
    if column.kind == "date":
        return escape(date_in_words(text))
    if column.kind == "link":
        address = text if _is_blank(key) else str(key)
        shown = text if text != address else (host(address) or address)
        whose = host(address)
        beside = f"<br>{muted(whose)}" if whose and shown != whose else ""
        return link(shown, address) + beside
    if column.kind in _OURS and not _is_blank(key):
        return link(text, link_for(column.kind, str(key)))
    return escape(text)


def _is_blank(value: object) -> bool:
    # Missing values of every library differ from themselves; pandas' NA refuses to be compared at all.
    if value is None or value == "":
        return True
    return (isinstance(value, float) and math.isnan(value)) or type(value).__name__ in ("NAType", "NaTType")


def _rows_left_out(shown: int, known: int) -> str:
    if shown >= known:
        return ""
    text = _("The first {shown} of {known} rows are shown.").format(
        shown=format_number(shown), known=format_number(known)
    )
    return f'<p style="margin:0.4rem 0 0;font-size:0.85rem">{muted(text)}</p>'


def _room(column: Column, values: list[object]) -> int:
    """The least width of a column in characters: long lists get more than short words; 0 where nothing may wrap."""
    if column.kind in (*_NUMBERS, "date"):
        return 0
    lengths = [_length(value) for value in values] or [0]
    longest, average = max(lengths), sum(lengths) / len(lengths)
    # Text of n characters is a calm block at about three times the root of n.
    return min(max(longest, 4), LEAST_ROOM + round(3 * math.sqrt((longest + average) / 2)), MOST_ROOM)


def _length(value: object) -> int:
    if isinstance(value, (tuple, list)):
        return max((_length(one) for one in value), default=0)
    return len(_("not recorded")) if _is_blank(value) else len(str(value))
