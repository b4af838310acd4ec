"""What a subject gives to the package: rows, citations, the fate of collected rows, problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from iurc_dash.language import _
from iurc_dash.loaders.collected import SOURCE_COLUMNS, Row, where
from iurc_dash.loaders.keys import values
from iurc_dash.loaders.ledger import ROW, Entry
from iurc_dash.problems import Problem, shown_value


@dataclass(frozen=True)
class Citation:
    """That a row of a package table rests on a page, and the collected row that says so.

    `origin` is (table, column, unit, row number), or blank for a citation that no single row gave.
    """

    table_name: str
    row_id: str
    url: str
    origin: tuple[str, str, str, int] | None = None


@dataclass
class Part:
    """Rows by package table (all cells text), citations, ledger entries, problems."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)

    def add(self, into: str, /, **cells: str) -> None:
        """One more row of a package table."""
        self.tables.setdefault(into, []).append(cells)

    def account(
        self, table: str, row: Row, part: str = ROW, kept: int = 0, merged: int = 0, reason: str = ""
    ) -> None:
        """What became of a collected row, or of one value of its column `part`."""
        self.entries.append(
            Entry(table, part, row["unit"], int(row["row"]), kept=kept, merged=merged, reason=reason)
        )

    def set_aside(self, table: str, row: Row, reason: str, part: str = ROW) -> None:
        """A collected row or value that gives no row of the package, and why."""
        self.entries.append(Entry(table, part, row["unit"], int(row["row"]), set_aside=1, reason=reason))

    def refuse(self, table: str, row: Row, column: str, problem: Problem, part: str = ROW) -> None:
        """A collected row or value that cannot be taken, and why."""
        self.entries.append(Entry(table, part, row["unit"], int(row["row"]), refused=1, reason=problem.code))
        self.problems.append(problem)

    def cite(self, table: str, row: Row, table_name: str, row_id: str) -> None:
        """Every page that the collected row names, as sources of a row of the package."""
        for column in SOURCE_COLUMNS:
            for url in values(row.get(column, "")):
                origin = (table, column, row["unit"], int(row["row"]))
                self.citations.append(Citation(table_name, row_id, url, origin))

    def take(self, others: Iterable[Part]) -> None:
        """Everything of other parts as well."""
        for other in others:
            for table_name, rows in other.tables.items():
                self.tables.setdefault(table_name, []).extend(rows)
            self.citations += other.citations
            self.entries += other.entries
            self.problems += other.problems
            self.differences += other.differences


def unknown(table: str, row: Row, column: str, value: str, what: str, mend: str) -> Problem:
    """A Problem for a value that means nothing known."""
    name, number = where(table, row)
    return Problem(name, number, column, shown_value(value), "unknown_code", what, mend)


def unknown_pairing(table: str, row: Row, column: str, value: str) -> Problem:
    """A Problem for the key of a pairing that no row has."""
    return unknown(
        table, row, column, value, _("There is no pairing with this key."),
        _("Correct the key, or add the pairing to pairings.csv."),
    )  # fmt: skip


def most_exact(date: str, other: str) -> str:
    """The more exact of two dates when one begins the other; otherwise the first that is known."""
    return other if other.startswith(date) else date
