"""Columns that tables of several subjects have, each said once, and tables whose columns come with their cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from iurc_dash.language import N_, _
from iurc_dash.metrics.rows import cells_of_row, edition_of_row
from iurc_dash.metrics.sources import sources_of_row
from iurc_dash.quantities import Row
from iurc_dash.tabular import Cell, Column, Line, Table
from iurc_dash.view import View

T = TypeVar("T")
# A column with the function that gives its cell from what is known of a line.
CellOf = tuple[Column, Callable[[T], Cell]]

_SHARED = {
    column.key: column
    for column in (
        Column("pairing", N_("Pairing"), "reference", "pairings"),
        Column("pairings", N_("Pairings"), "references", "pairings"),
        Column("activity", N_("Activity"), "reference", "activities"),
        Column("place", N_("Place"), "reference", "places"),
        Column("members", N_("Members"), "references", "places"),
        Column("country", N_("Country or territory"), "reference", "countries"),
        Column("countries", N_("Countries and territories"), "references", "countries"),
        Column("network", N_("Network"), "reference", "thematic_networks"),
        Column("theme", N_("Theme"), "reference", "themes"),
        Column("themes", N_("Themes"), "references", "themes", looks="chips"),
        Column("labels", N_("As the sources write it")),
        Column("cluster", N_("Theme group"), "reference", "thematic_clusters"),
        Column("goal", N_("Goal"), "reference", "goals"),
        Column("stated_goals", N_("Goals that a source states"), "references", "goals", looks="signs"),
        Column("inferred_goals", N_("Goals in our reading"), "references", "goals", looks="hollow signs"),
        Column("target", N_("Target")),
        Column("agenda", N_("Agenda"), "reference", "agendas"),
        Column("basis", N_("How it is known"), "code", "bases"),
        Column("start", N_("Start"), "date"),
        Column("end", N_("End"), "date"),
        Column("period", N_("When"), "period"),
        Column("status", N_("Status"), "code", "statuses"),
        Column("state", N_("State"), "code", "states"),
        Column("size", N_("How many"), "code", "pairing_sizes"),
        Column("side", N_("Side"), "code", "sides"),
        Column("exactness", N_("Position"), "code", "exactnesses"),
        Column("share", N_("Share"), "share"),
        Column("publisher", N_("Publisher")),
        Column("published", N_("Published"), "date"),
        Column("note", N_("Note")),
        Column("key", N_("Key")),
        # What any row has, whatever its table.
        Column("edition", N_("Programme in a region"), "reference", "editions"),
        Column("phase", N_("Phase"), "reference", "phases"),
        Column("region", N_("Region"), "reference", "regions"),
        Column("source", N_("Source"), "reference", "sources"),
        Column("sources", N_("Sources"), "references", "sources"),
    )
}


def shared(key: str, *, hidden: bool = False) -> Column:
    """A column that several tables have, by its key."""
    column = _SHARED[key]
    return replace(column, title=_(column.title), hidden=hidden)


def where_and_sources() -> tuple[Column, ...]:
    """What downloads of rows tell beside what is shown: their phase, their region, all their sources."""
    return tuple(shared(key, hidden=True) for key in ("phase", "region", "sources"))


def said_of_row(view: View, row: Row) -> dict[str, Cell]:
    """The cells of a row by column, and what any row has.

    That is the edition that it is of, the phase and region of that one, its first source and all of them.
    """
    edition, sources = edition_of_row(view, row), sources_of_row(view.whole, row)
    where = view.where(edition)
    return {
        **cells_of_row(view.whole, row),
        "edition": edition,
        "phase": where.phase_id,
        "region": where.region_id,
        "source": sources[0] if sources else "",
        "sources": sources,
    }


def table_of_rows(
    view: View,
    table_name: str,
    records: Mapping[str, T],
    columns: Sequence[Column | CellOf[T]],
    row_key: Callable[[str], str] = str,
) -> Table:
    """A line a row of a table of the dataset, in the order of `records`, made when it is looked at.

    A column comes with the function of its cell; without one it shows what is said of the row under its key. The key
    of a line is that of its row unless `row_key` gives the row's from the line's.
    """
    own = [column for column in columns if isinstance(column, tuple)]
    of_row = [column.key for column in columns if isinstance(column, Column)]

    def line(key: str) -> Line:
        row = Row(table_name, row_key(key))
        said = said_of_row(view, row) if of_row else {}
        cells = {column: said[column] for column in of_row}
        return Line(key, cells | {column.key: cell_of(records[key]) for column, cell_of in own}, row)

    titles = [column if isinstance(column, Column) else column[0] for column in columns]
    return Table(titles, tuple(records), line)


def arranged(columns: Sequence[CellOf[T]], shown: Sequence[str]) -> list[CellOf[T]]:
    """The columns shown, in their order, and the rest for downloads."""
    known = {column.key: (column, cell_of) for column, cell_of in columns}
    rest = (known[key] for key in known if key not in shown)
    return [
        *(known[key] for key in shown if key in known),
        *((replace(column, hidden=True), cell_of) for column, cell_of in rest),
    ]
