"""Rows of text as a source holds them, each with the place where the person who made it finds it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import NamedTuple

from iurc_dash.dataset import Release
from iurc_dash.problems import Code, Problem


class Shape(StrEnum):
    """Whose columns the tables of a source have."""

    PACKAGE = auto()
    COLLECTED = auto()


class Origin(NamedTuple):
    """Where a row stands: a file or sheet, and the row as a spreadsheet counts it.

    `entered_as` is the collected table whose columns the row was entered in; blank where it has those of its own table.
    """

    file: str
    row: int
    entered_as: str = ""

    def problem(
        self, code: Code, what: str, mend: str, *, column: str = "", value: object = "", suggestion: str = ""
    ) -> Problem:
        """Something that is wrong with the row, and how to mend it."""
        return Problem(
            table=self.file,
            row=self.row,
            column=column,
            value=str(value),
            code=code,
            what=what,
            mend=mend,
            suggestion=suggestion,
        )


class Row(dict[str, str]):
    """Cells by column, all text, and where the row stands."""

    __slots__ = ("origin",)

    def __init__(self, cells: Mapping[str, str] | Iterable[tuple[str, str]], origin: Origin) -> None:
        super().__init__(cells)
        self.origin = origin


UNSTATED = Release(version="", date="", fingerprint="")


@dataclass
class RawTables:
    """Everything that was read from a source: tables by name, and what is wrong with how it is written.

    `incomplete` names tables that lost rows when they were read, `absent` columns that a table should have and has
    not (they read as blank), `files` whatever was there under the name that the person gave it. `notes` are the gap
    notes of each unit of collected tables. `release` is what a package states of itself.
    """

    shape: Shape
    tables: dict[str, list[Row]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)
    absent: set[tuple[str, str]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    notes: dict[str, str] = field(default_factory=dict)
    release: Release = UNSTATED

    def rows(self, table: str) -> list[Row]:
        """The rows of a table in the order they were read; none where the source has no such table."""
        return self.tables.get(table, [])
