"""Pieces of a page as HTML: tables, lists, chips, legends. Key figures and matrices stand in page_figures.py."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Protocol

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.exhibits.exhibit import Column, ExhibitTable
from iurc_dash.forms import LegendEntry
from iurc_dash.language import _, format_date, format_number, format_share
from iurc_dash.render.ink import outline
from iurc_dash.render.markup import TABULAR, host, link, muted, not_recorded, region
from iurc_dash.render.page_figures import key_figures_html, matrix_html

__all__ = [
    "SourceText",
    "chips_html",
    "definition_list_html",
    "key_figures_html",
    "legend_html",
    "matrix_html",
    "source_list_html",
    "table_html",
]

# (kind, key) -> address; kind is a Column's kind such as "pairing". Blank: no link.
LinkFor = Callable[[str, str], str]

_NUMBERS = ("number", "share")
_OURS = ("pairing", "place", "edition", "theme", "goal")
_ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class SourceText(Protocol):
    """What is said of a source."""

    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def url(self) -> str: ...


def table_html(
    table: ExhibitTable, caption: str, link_for: LinkFor, theme: Theme = "light", limit: int | None = None
) -> str:
    """A real table with caption and headers, which scrolls sideways by itself on a narrow screen.

    Cells that are blank or missing read 'not recorded'. A cell may be a tuple, with its key column a tuple of as many
    keys: each is then a link of its own. `limit`: at most so many rows, and a line that says how many there are.
    """
    ground = GROUNDS[theme]
    frame = table.frame if limit is None else table.frame.head(limit)
    cells = {column.name: _cells(frame[column.name].tolist(), _keys(column, frame), column, link_for, theme)
             for column in table.columns}  # fmt: skip
    head = "".join(_header(column, theme) for column in table.columns)
    rows = []
    for number in range(len(frame)):
        row = [
            _cell(column, cells[column.name][number], at == 0, theme)
            for at, column in enumerate(table.columns)
        ]
        rows.append(f"<tr>{''.join(row)}</tr>")
    body = (
        f'<table style="border-collapse:collapse;width:100%;font-size:0.9rem;line-height:1.35;color:{ground.text};margin:0">'
        f'<caption style="caption-side:top;text-align:left;color:{ground.muted_text};font-size:0.85rem;'
        f'padding:0 0 0.4rem">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )
    return region(body, caption) + _rows_left_out(len(frame), len(table.frame), theme)


def definition_list_html(pairs: Sequence[tuple[str, str]], theme: Theme = "light") -> str:
    """Terms and what is known of them, one a line; a blank reads 'not recorded'."""
    ground = GROUNDS[theme]
    items = "".join(
        f'<div style="display:flex;flex-wrap:wrap;gap:0 0.9rem;padding:0.32rem 0;border-top:1px solid {ground.line}">'
        f'<dt style="flex:0 0 8.5rem;color:{ground.muted_text};font-weight:400;margin:0">{escape(term)}</dt>'
        f'<dd style="flex:1 1 12rem;margin:0;overflow-wrap:anywhere">'
        f"{escape(value) if value else not_recorded(theme)}</dd></div>"
        for term, value in pairs
    )
    return (
        f'<dl style="margin:0;padding:0;font-size:0.92rem;line-height:1.4;color:{ground.text}">{items}</dl>'
    )


def chips_html(labels: Sequence[str], theme: Theme = "light") -> str:
    """Short labels side by side, as a list."""
    ground = GROUNDS[theme]
    looks = (
        f"background:{ground.second_background};color:{ground.text};padding:0.12rem 0.5rem;"
        "border-radius:0.25rem;font-size:0.85rem;line-height:1.45;margin:0"
    )
    items = "".join(f'<li style="{looks}">{escape(label)}</li>' for label in labels)
    return (
        f'<ul style="display:flex;flex-wrap:wrap;gap:0.35rem;list-style:none;margin:0;padding:0">{items}</ul>'
        if labels
        else not_recorded(theme)
    )


def legend_html(entries: Sequence[LegendEntry], theme: Theme = "light", outlined: Sequence[str] = ()) -> str:
    """What colours mean, in reading order; the labels in `outlined` get an outlined sample."""
    ground = GROUNDS[theme]
    items = []
    for entry in entries:
        fill = ground.background if entry.label in outlined else colour(entry.colour, theme)
        sample = (
            f"display:inline-block;width:0.8rem;height:0.8rem;box-sizing:border-box;background:{fill};"
            f"border:1.5px solid {outline(entry.colour, theme)};margin-right:0.4rem;vertical-align:-0.08rem"
        )
        items.append(f'<li style="margin:0"><span style="{sample}"></span>{escape(entry.label)}</li>')
    looks = (
        "display:flex;flex-wrap:wrap;gap:0.2rem 1.1rem;list-style:none;margin:0;padding:0;"
        f"font-size:0.85rem;color:{ground.text}"
    )
    return f'<ul style="{looks}">{"".join(items)}</ul>'


def source_list_html(lines: Sequence[SourceText], theme: Theme = "light") -> str:
    """Sources one below the other: title as a link, then publisher, date and host."""
    ground = GROUNDS[theme]
    items = []
    for line in lines:
        said = dict.fromkeys(part for part in (line.publisher, _in_words(line.date), host(line.url)) if part)
        about = " · ".join(said)
        items.append(
            f'<li style="margin:0 0 0.45rem">{link(line.title or line.url, line.url, theme)}'
            f'<br><span style="color:{ground.muted_text};font-size:0.85rem">{escape(about)}</span></li>'
        )
    looks = f"margin:0;padding:0 0 0 1.2rem;font-size:0.92rem;line-height:1.35;color:{ground.text}"
    return f'<ol style="{looks}">{"".join(items)}</ol>'


def _header(column: Column, theme: Theme) -> str:
    ground = GROUNDS[theme]
    align = "right" if column.kind in _NUMBERS else "left"
    return (
        f'<th scope="col" style="text-align:{align};font-weight:600;font-size:0.82rem;vertical-align:bottom;'
        f"color:{ground.muted_text};padding:0.3rem 0.9rem 0.3rem 0;border:0;border-bottom:1.5px solid {ground.text}"
        f'">{escape(column.title)}</th>'
    )


def _cell(column: Column, inner: str, is_first: bool, theme: Theme) -> str:
    room = "min-width:9rem" if column.kind not in (*_NUMBERS, "date") else "white-space:nowrap"
    align = f"text-align:right;{TABULAR}" if column.kind in _NUMBERS else "text-align:left"
    looks = (
        f"{align};{room};vertical-align:top;font-weight:400;padding:0.38rem 0.9rem 0.38rem 0;border:0;"
        f"border-bottom:1px solid {GROUNDS[theme].line}"
    )
    tag, scope = ("th", ' scope="row"') if is_first else ("td", "")
    return f'<{tag}{scope} style="{looks}">{inner}</{tag}>'


def _keys(column: Column, frame: object) -> list[object]:
    if not column.key_column:
        return []
    return list(frame[column.key_column].tolist())  # type: ignore[index]


def _cells(
    values: list[object], keys: list[object], column: Column, link_for: LinkFor, theme: Theme
) -> list[str]:
    """The inside of every cell of a column."""
    with_keys = keys or [""] * len(values)
    return [
        _inside(value, key, column, link_for, theme) for value, key in zip(values, with_keys, strict=True)
    ]


def _inside(value: object, key: object, column: Column, link_for: LinkFor, theme: Theme) -> str:
    if isinstance(value, (tuple, list)):
        keys = key if isinstance(key, (tuple, list)) and len(key) == len(value) else [""] * len(value)
        each = [_inside(one, its, column, link_for, theme) for one, its in zip(value, keys, strict=True)]
        return "<br>".join(each) if each else not_recorded(theme)
    if _is_blank(value):
        return not_recorded(theme)
    if column.kind == "number" and isinstance(value, (int, float)):
        return format_number(value)
    if column.kind == "share" and isinstance(value, (int, float)):
        return format_share(value)
    text = str(value)
    if column.kind == "date":
        return escape(_in_words(text))
    if column.kind == "link":
        address = text if _is_blank(key) else str(key)
        shown = text if text != address else (host(address) or address)
        whose = host(address)
        beside = f"<br>{muted(whose, theme)}" if whose and shown != whose else ""
        return link(shown, address, theme) + beside
    if column.kind in _OURS and not _is_blank(key):
        return link(text, link_for(column.kind, str(key)), theme)
    return escape(text)


def _is_blank(value: object) -> bool:
    # Missing values of every library differ from themselves; pandas' NA refuses to be compared at all.
    if value is None or value == "":
        return True
    return (isinstance(value, float) and math.isnan(value)) or type(value).__name__ in ("NAType", "NaTType")


def _in_words(date: str) -> str:
    """An ISO date in words; what is already words stays as it is."""
    if not _ISO_DATE.fullmatch(date):
        return date
    try:
        return format_date(date)
    except ValueError:
        return date


def _rows_left_out(shown: int, known: int, theme: Theme) -> str:
    if shown >= known:
        return ""
    text = _("The first {shown} of {known} rows are shown.").format(
        shown=format_number(shown), known=format_number(known)
    )
    return f'<p style="margin:0.4rem 0 0;font-size:0.85rem">{muted(text, theme)}</p>'
