"""Tables of typed cells behind figures: values, never words. Words are made by whoever shows a cell (render/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

from iurc_dash.language import current_language, format_parts, use_language
from iurc_dash.quantities import NOTHING, Count, Mark, Row, Share, Stated

# count: Count. share: Share. number: Stated, or a plain number. text: data as it is written. date: ISO, as exact as
# known. period: (start, end), ISO. code: a code of the vocabulary. codes: several of them. reference: a row's key in
# the table that `vocabulary` names. references: several. paragraph: words of ours, in the reader's language.
ColumnKind = Literal[
    "count",
    "share",
    "number",
    "text",
    "date",
    "period",
    "code",
    "codes",
    "reference",
    "references",
    "paragraph",
]


class NotApplicable(Enum):
    """The one value of a cell that cannot have any, such as a region in a phase that it had no part in."""

    NOT_APPLICABLE = "not applicable"


NOT_APPLICABLE = NotApplicable.NOT_APPLICABLE

# Blank text, an empty tuple and None are blank: not recorded.
Cell = Count | Share | Stated | str | int | float | tuple[str, ...] | NotApplicable | None

# A cell names no more than this one by one: beyond it nobody reads on, and a page would be long to send.
MOST_REFERENCES = 40


@dataclass(frozen=True)
class Column:
    """A column: its key, its title for readers, what its cells are.

    `unit` is what a number or count is of, in words; `vocabulary` names the vocabulary of codes or the table of
    references, of which pages name `most` one by one. A column that is `hidden` is in downloads and not on pages.
    References whose `looks` are quiet chips may be cut to the first few on a page, and goals may stand as their
    numbers, filled or hollow.
    """

    key: str
    title: str
    kind: ColumnKind = "text"
    vocabulary: str = ""
    unit: str = ""
    hidden: bool = False
    most: int = MOST_REFERENCES
    looks: Literal["words", "chips", "signs", "hollow signs"] = "words"


@dataclass(frozen=True, eq=False)
class Line:
    """One line: its key, its cells by column, the row it shows where it shows one, and whether it is a total.

    `label` is what readers call the line, where its first cell is not that already.
    """

    key: str
    cells: dict[str, Cell]
    row: Row | None = None
    is_total: bool = False
    label: str = ""

    def __getitem__(self, column: str) -> Cell:
        return self.cells.get(column)


class Table:
    """Columns and lines; a line is made when it is asked for, so a long list costs what is shown of it.

    `keys` are the keys of the lines in order, `make` gives the line of a key.
    """

    def __init__(self, columns: Sequence[Column], keys: Sequence[str], make: Callable[[str], Line]) -> None:
        self.columns = tuple(columns)
        self.keys = tuple(keys)
        self._make = make
        # Lines are made later, maybe by another thread, and in the language that the table was asked for in.
        self._language = current_language()
        self._lines: dict[str, Line] = {}

    @classmethod
    def of(cls, columns: Sequence[Column], lines: Sequence[Line]) -> Table:
        """A table of lines that are made already; their keys must differ."""
        by_key = {line.key: line for line in lines}
        if len(by_key) < len(lines):
            raise ValueError("Two lines of a table have one key.")
        return cls(columns, tuple(by_key), by_key.__getitem__)

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[Line]:
        return map(self.line, self.keys)

    def line(self, key: str) -> Line:
        """The line of a key, made once."""
        if key not in self._lines:
            with use_language(self._language):
                self._lines[key] = self._make(key)
        return self._lines[key]

    def part(self, start: int, end: int) -> Table:
        """Some of the lines, for a page of them."""
        return Table(self.columns, self.keys[start:end], self.line)

    def marks(self) -> Iterator[Mark]:
        """Each cell that is a quantity; its key is those of its line and its column joined by '/'."""
        for line in self:
            for column in self.columns:
                cell = line[column.key]
                if isinstance(cell, Count | Share | Stated):
                    label = format_parts((line.label, column.title))
                    yield Mark(f"{line.key}/{column.key}", label, cell)

    @property
    def whole(self) -> Count:
        """The rows that the lines show, where they show rows."""
        rows = [line.row for line in self if line.row is not None]
        return Count.of(rows) if rows else NOTHING
