"""Pieces of a page as HTML: tables, figures that read better as text than as a chart, lists, a legend.

Templates are in templates/, looks in style.css; colours come from custom properties, which `style` sets once a page.
What comes out holds no script and no drawing, so a page that strips these shows all of it. Nothing that is given here
is ever read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from iurc_dash.colours import GROUNDS, INKS, Theme, ink_name, text_on
from iurc_dash.forms import Facts, KeyFigures, LegendEntry, Matrix, Prose
from iurc_dash.language import _, use_language
from iurc_dash.problems import Problem
from iurc_dash.quantities import Count
from iurc_dash.render.citing import cited_sources
from iurc_dash.render.html.addresses import host, is_safe_address
from iurc_dash.render.html.cells import (
    NUMBERS,
    Piece,
    cell_pieces,
    leading,
    least_room,
    quantity_piece,
)
from iurc_dash.render.ink import TINTS, outline, tint, tint_step
from iurc_dash.render.words import say_date
from iurc_dash.tabular import Column, Line, Table
from iurc_dash.view import View

# (name of a table, key of a row) -> address of the row's page; blank: none.
LinkFor = Callable[[str, str], str]
# Key of a mark -> address that opens the rows behind it; blank: none.
MarkAddress = Callable[[str], str]


def table_html(
    view: View,
    table: Table,
    caption: str,
    *,
    link_for: LinkFor,
    mark_address: MarkAddress,
) -> str:
    """A real table with caption and headers, which scrolls sideways by itself on a narrow screen.

    References lead where `link_for` says, sources to themselves; each counted cell opens its rows at `mark_address`,
    which is asked with the mark's key as `Table.marks` has it. The caption is only heard: a heading says the same.
    """
    with use_language(view.language):
        columns = [column for column in table.columns if not column.hidden]
        lines = [(line, _cells(view, columns, line, link_for, mark_address)) for line in table]
        heads = [
            (column, _class_of(column), least_room(column, [cells[place] for _line, cells in lines]))
            for place, column in enumerate(columns)
        ]
        return _filled("table.html", heads=heads, lines=lines, caption=caption)


def matrix_html(view: View, matrix: Matrix, caption: str, mark_address: MarkAddress) -> str:
    """A table of counts with quiet shading by size and totals set off by a line; a dash where nothing can be."""
    highest = matrix.scale or max((cell.value for row in matrix.values for cell in row if cell), default=0)

    def cell(count: Count | None, row: str, column: str) -> Piece:
        return quantity_piece(count, partial(mark_address, f"{row}/{column}"))

    with use_language(view.language):
        lines = [
            (
                row.label,
                [
                    (cell(count, row.key, column), tint_step(count.value if count else 0, highest))
                    for count, column in zip(counts, matrix.columns.keys, strict=True)
                ],
                cell(total, row.key, ""),
            )
            for row, counts, total in zip(
                matrix.rows.categories, matrix.values, matrix.row_totals, strict=True
            )
        ]
        totals = [
            cell(total, "", column)
            for total, column in zip(matrix.column_totals, matrix.columns.keys, strict=True)
        ]
        whole = cell(matrix.total, "", "")
        return _filled("matrix.html", matrix=matrix, lines=lines, totals=totals, whole=whole, caption=caption)


def key_figures_html(figures: KeyFigures, mark_address: MarkAddress) -> str:
    """A row of numbers, each with its label and its value in each phase; two a row on a phone."""
    shown = [
        (
            figure,
            quantity_piece(figure.value, partial(mark_address, figure.key)),
            [
                (phase.label, quantity_piece(part, partial(mark_address, f"{figure.key}/{phase.key}")))
                for phase, part in zip(figures.phases, figure.parts, strict=bool(figure.parts))
            ],
        )
        for figure in figures.figures
    ]
    return _filled("key_figures.html", figures=shown)


def facts_html(view: View, facts: Facts, link_for: LinkFor, mark_address: MarkAddress) -> str:
    """Terms and what is known of them, one a line; a blank reads 'not recorded'."""
    with use_language(view.language):
        terms = [
            (column.title, cell_pieces(view, column, cell, link_for, partial(mark_address, column.key)))
            for column, cell in facts.terms
            if not column.hidden
        ]
        return _filled("facts.html", terms=terms)


def prose_html(prose: Prose) -> str:
    """Paragraphs one below the other."""
    return _filled("prose.html", paragraphs=prose.paragraphs)


def legend_html(entries: Sequence[LegendEntry]) -> str:
    """What colours mean, in reading order."""
    return _filled("legend.html", entries=[(entry.label, _class_of_ink(entry.colour)) for entry in entries])


def picture_html(address: str, alt: str) -> str:
    """A picture as wide as its column, fetched from an address, with its words for screen readers."""
    return _filled("picture.html", address=address if is_safe_address(address) else "", alt=alt)


def link_html(text: str, address: str) -> str:
    """A link, or the bare text where the address is not one that a reader may be sent to."""
    return _filled("link.html", piece=leading(text, address))


def source_list_html(view: View, source_keys: Sequence[str]) -> str:
    """Sources one below the other: title as a link, then publisher, date and host."""
    with use_language(view.language):
        lines = []
        for source in cited_sources(view.whole, source_keys):
            about = (source.publisher, source.date and say_date(source.date), host(source.address))
            lines.append(
                (leading(source.title, source.address), " · ".join(dict.fromkeys(filter(None, about))))
            )
        return _filled("sources.html", lines=lines)


def problems_html(problems: Iterable[Problem]) -> str:
    """What is wrong with data, where, and how to mend it: one problem a line."""
    heads = (_("Table"), _("Row"), _("Column"), _("Value"), _("What is wrong"), _("How to mend it"))
    lines = [
        (
            problem.table,
            str(problem.row) if problem.row else "",
            problem.column,
            problem.value,
            problem.what,
            " ".join(part for part in (problem.mend, problem.say_suggestion()) if part),
        )
        for problem in problems
    ]
    return _filled("problems.html", heads=heads, lines=lines, caption=_("Problems"))


@dataclass(frozen=True)
class Shell:
    """What a page says before any script has run: for first sight, for readers without scripts, and for programs."""

    language: str
    site: str
    title: str
    tab_title: str
    description: str
    # What was chosen, in words, and what more is said of the title; blank where there is nothing.
    selection: str
    more: str
    # (name, address) of every page.
    pages: Sequence[tuple[str, str]]
    pages_label: str
    without_scripts: str
    # The whole address of the page, and of a picture for previews of links.
    address: str
    preview: str
    icon: str
    fonts: Sequence[str]
    # What the dataset is, in the words of schema.org.
    facts: Mapping[str, object]
    picture: str = ""
    dark_picture: str = ""
    picture_alt: str = ""
    picture_notice: str = ""
    # (what a colour stands for, the colour by light, and in the dark).
    legend: Sequence[tuple[str, str, str]] = ()


def shell_html(shell: Shell, *, faces: str, programs: str) -> str:
    """The first answer of the server: a whole document that shows the shell until the page is drawn.

    `faces` are style rules for fonts and `programs` the elements that load Streamlit; both are taken as they are.
    """
    colours = {theme: ground_properties(theme) for theme in GROUNDS}
    script = shell_script()
    return _filled("shell.html", shell=shell, faces=faces, programs=programs, script=script, colours=colours)


@lru_cache(maxsize=1)
def shell_script() -> str:
    """What removes the shell when the page is drawn; the server's policy names it by its hash."""
    return (resources.files(__name__) / "shell.js").read_text(encoding="utf-8")


def ground_properties(theme: Theme) -> str:
    """The colours of a theme's ground as the custom properties of the shell."""
    ground = GROUNDS[theme]
    properties = {
        "background": ground.background,
        "text": ground.text,
        "muted": ground.muted_text,
        "accent": ground.accent,
    }
    return "".join(f"--{name}:{value};" for name, value in properties.items())


@lru_cache(maxsize=2)
def style(theme: Theme) -> str:
    """The style sheet of all pieces in the colours of a theme, as an element that a page holds once."""
    ground = GROUNDS[theme]
    properties = {
        "text": ground.text,
        "muted": ground.muted_text,
        "line": ground.line,
        "accent": ground.accent,
        "on-accent": text_on(ground.accent),
        "background": ground.background,
        "second-background": ground.second_background,
    } | {f"tint-{step}": tint(step, theme) for step in range(1, TINTS + 1)}
    said = "".join(f"--iurc-{name}:{value};" for name, value in properties.items())
    inks = "".join(_rule_of_ink(name, theme) for name in INKS)
    return f"<style>:root{{{said}}}{_rules()}{inks}</style>"


def _cells(
    view: View, columns: Sequence[Column], line: Line, link_for: LinkFor, mark_address: MarkAddress
) -> list[list[Piece]]:
    # What a total is called stands where the others have their key.
    leads = (lambda table_name, key: "") if line.is_total else link_for
    return [
        cell_pieces(view, column, line[column.key], leads, partial(mark_address, f"{line.key}/{column.key}"))
        for column in columns
    ]


def _class_of(column: Column) -> str:
    """Numbers stand at the right, dates stay on one line (style.css)."""
    return "n" if column.kind in NUMBERS else "d" if column.kind == "date" else ""


def _class_of_ink(key: str) -> str:
    return "iurc-ink-" + ink_name(key).replace(" ", "-")


def _rule_of_ink(name: str, theme: Theme) -> str:
    fill, edge = INKS[name][theme], outline(name, theme)
    return f".{_class_of_ink(name)}{{background:{fill}{'' if edge == fill else f';border-color:{edge}'}}}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__name__, "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )


def _filled(template: str, **values: Any) -> str:
    return _environment().get_template(template).render(**values).strip()


@lru_cache(maxsize=1)
def _rules() -> str:
    """The rules of style.css on as few characters as they need."""
    text = (resources.files(__name__) / "style.css").read_text(encoding="utf-8")
    bare = " ".join(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).split())
    return re.sub(r" ?([{};:,>]) ?", r"\1", bare)
