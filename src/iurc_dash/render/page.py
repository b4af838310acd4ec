"""Pieces of a page as HTML: lists, chips, legends; with the tables of page_table.py and figures of page_figures.py."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Protocol

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import LegendEntry
from iurc_dash.render.ink import outline
from iurc_dash.render.markup import date_in_words, host, is_safe_address, link, not_recorded
from iurc_dash.render.page_figures import key_figures_html, matrix_html
from iurc_dash.render.page_table import LinkFor, table_html

__all__ = [
    "LinkFor",
    "SourceText",
    "chips_html",
    "definition_list_html",
    "key_figures_html",
    "legend_html",
    "matrix_html",
    "picture_html",
    "source_list_html",
    "table_html",
]


class SourceText(Protocol):
    """What is said of a source."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def publisher(self) -> str:
        """Who published it; may be blank."""

    @property
    def date(self) -> str:
        """ISO date, as exact as known; may be blank."""

    @property
    def url(self) -> str:
        """Its address; may be blank."""


def definition_list_html(pairs: Sequence[tuple[str, str]], theme: Theme = "light") -> str:
    """Terms and what is known of them, one a line; a blank reads 'not recorded'."""
    ground = GROUNDS[theme]
    items = "".join(
        f'<div style="display:flex;flex-wrap:wrap;gap:0 0.9rem;padding:0.32rem 0;border-top:1px solid {ground.line}">'
        f'<dt style="flex:0 0 8.5rem;color:{ground.muted_text};font-weight:400;margin:0">{escape(term)}</dt>'
        f'<dd style="flex:1 1 12rem;margin:0;overflow-wrap:anywhere">'
        f"{escape(value) if value else not_recorded()}</dd></div>"
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
        else not_recorded()
    )


def picture_html(address: str, alt: str) -> str:
    """A picture as wide as its column, fetched from an address of our own, with its words for screen readers."""
    if not is_safe_address(address):
        return escape(alt)
    return f'<img src="{escape(address)}" alt="{escape(alt)}" style="width:100%;height:auto;display:block">'


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
        said = dict.fromkeys(
            part for part in (line.publisher, date_in_words(line.date), host(line.url)) if part
        )
        about = " · ".join(said)
        items.append(
            f'<li style="margin:0 0 0.45rem">{link(line.title or line.url, line.url)}'
            f'<br><span style="color:{ground.muted_text};font-size:0.85rem">{escape(about)}</span></li>'
        )
    looks = f"margin:0;padding:0 0 0 1.2rem;font-size:0.92rem;line-height:1.35;color:{ground.text}"
    return f'<ol style="{looks}">{"".join(items)}</ol>'
