"""An exhibit as plain text, and the text that goes with its table."""

from __future__ import annotations

from collections.abc import Iterable

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Prose
from iurc_dash.language import _, use_language
from iurc_dash.render.citing import cited_sources, say_citation, say_licence
from iurc_dash.render.words import say_cell, say_date

# Columns of a table in plain text are as wide as their cells, but no wider than this.
WIDEST_COLUMN = 40


def read_me(exhibit: Exhibit) -> str:
    """What a table shows, of which rows, how it may be used, and what it rests on."""
    view, release = exhibit.view, exhibit.view.whole.release
    with use_language(view.language):
        lines = [
            exhibit.question,
            exhibit.finding,
            *_more(exhibit),
            "",
            _("Selection: {selection}").format(selection=view.in_words),
            _("Data release: {version}, {date} ({fingerprint})").format(
                version=release.version, date=say_date(release.date), fingerprint=release.fingerprint
            ),
            _("Licence: {licence}").format(licence=say_licence()),
            _("How to cite: {citation}").format(citation=say_citation(release)),
            _("A blank cell: not recorded, or nothing that can be there."),
            *_remarks(exhibit),
        ]
    return "\r\n".join([*lines, ""])


def exhibit_as_text(exhibit: Exhibit) -> str:
    """Question, finding, table, cautions and sources, in the current language."""
    paragraphs = exhibit.form.texts if isinstance(exhibit.form, Prose) else ()
    lines = [exhibit.question, exhibit.finding, *_more(exhibit), *paragraphs]
    if len(exhibit.table):
        lines += ["", *_table_lines(exhibit)]
    return "\n".join([*lines, *_remarks(exhibit)])


def _more(exhibit: Exhibit) -> list[str]:
    return [exhibit.more] if exhibit.more else []


def _remarks(exhibit: Exhibit) -> list[str]:
    """Cautions and sources, each under its heading where there are any."""
    sources = [source.in_one_line() for source in cited_sources(exhibit.view.whole, exhibit.sources())]
    cautions = list(exhibit.cautions.values())
    return [*_listed(_("To be careful with:"), cautions), *_listed(_("Sources:"), sources)]


def _listed(heading: str, lines: list[str]) -> list[str]:
    return ["", heading, *(f"- {line}" for line in lines)] if lines else []


def _table_lines(exhibit: Exhibit) -> list[str]:
    columns = [column for column in exhibit.table.columns if not column.hidden]
    rows = [[column.title for column in columns]]
    rows += [
        [say_cell(exhibit.view, column, line[column.key]) for column in columns] for line in exhibit.table
    ]
    widths = [min(WIDEST_COLUMN, max(map(len, cells))) for cells in zip(*rows, strict=True)]
    return [_aligned(row, widths) for row in rows]


def _aligned(row: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
