"""What a subject gives to the package: rows, citations, the fate of collected rows, problems."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from iurc_dash.language import _
from iurc_dash.normalise.ledger import ROW, Entry
from iurc_dash.problems import Code, Problem
from iurc_dash.sources.collected import values
from iurc_dash.sources.collected_tables import SOURCE_COLUMNS
from iurc_dash.sources.raw import Origin, Row


@dataclass(frozen=True)
class Citation:
    """That a row of a package table rests on a page, and the collected row and column that say so.

    `column` is blank for a citation that no single row gave.
    """

    table_name: str
    row_id: str
    url: str
    origin: Origin
    column: str = ""


@dataclass
class Part:
    """Rows by package table (all cells text), citations, ledger entries, problems.

    `unmet` are rows of the reference that speak of collected rows which are not there: a fault in our own build, and
    none in data of somebody else.
    """

    tables: dict[str, list[Row]] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unmet: list[Problem] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)

    def add(self, into: str, origin: Origin, /, **cells: str) -> None:
        """One more row of a package table, and the row it comes from."""
        self.tables.setdefault(into, []).append(Row(cells, origin))

    def account(
        self, table: str, row: Row, part: str = ROW, kept: int = 0, merged: int = 0, reason: str = ""
    ) -> None:
        """What became of a collected row, or of one value of its column `part`."""
        entry = Entry(table=table, part=part, origin=row.origin, kept=kept, merged=merged, reason=reason)
        self.entries.append(entry)

    def keep_or_merge(self, table: str, row: Row, is_new: bool, reason: str, part: str = ROW) -> None:
        """A collected row or value that is kept where it is new, and else merged for the reason."""
        self.account(table, row, part, kept=is_new, merged=not is_new, reason="" if is_new else reason)

    def set_aside(self, table: str, row: Row, reason: str, part: str = ROW) -> None:
        """A collected row or value that gives no row of the package, and why."""
        self.entries.append(Entry(table=table, part=part, origin=row.origin, set_aside=1, reason=reason))

    def refuse(self, table: str, row: Row, problem: Problem, part: str = ROW) -> None:
        """A collected row or value that cannot be taken, and why."""
        self.entries.append(Entry(table=table, part=part, origin=row.origin, refused=1, reason=problem.code))
        self.problems.append(problem)

    def cite(self, row: Row, table_name: str, row_id: str) -> None:
        """Every page that the collected row names, as sources of a row of the package."""
        for column in SOURCE_COLUMNS:
            for url in values(row.get(column, "")):
                self.citations.append(Citation(table_name, row_id, url, row.origin, column))

    def take(self, others: Iterable[Part]) -> None:
        """Everything of other parts as well."""
        for other in others:
            for table_name, rows in other.tables.items():
                self.tables.setdefault(table_name, []).extend(rows)
            for name in ("citations", "entries", "problems", "unmet", "differences"):
                getattr(self, name).extend(getattr(other, name))


def unknown(row: Row, column: str, value: str, what: str, mend: str) -> Problem:
    """A Problem for a value that means nothing known."""
    return row.origin.problem(Code.UNKNOWN_CODE, what, mend, column=column, value=value)


def unknown_pairing(row: Row, column: str, value: str) -> Problem:
    """A Problem for the key of a pairing that no row has."""
    what = _("There is no pairing with this key.")
    mend = _("Correct the key, or add the pairing to pairings.csv.")
    return row.origin.problem(Code.DANGLING_REFERENCE, what, mend, column=column, value=value)


def most_exact(date: str, other: str) -> str:
    """The more exact of two dates when one begins the other; otherwise the first that is known."""
    return other if other.startswith(date) else date
