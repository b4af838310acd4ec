"""CSV as text: bytes to rows of strings, with everything wrong about the file told as Problems."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from iurc_dash.language import _
from iurc_dash.problems import Problem, shown_value

LARGEST_FILE = 50_000_000
LARGEST_CELL = 100_000
MOST_ROWS = 200_000

# csv's own limit is counted in characters; the file is bounded first, so a cell can never outgrow this.
_READER_LIMIT = LARGEST_FILE


def bounded_bytes(path: Path) -> bytes:
    """The bytes of a file up to one more than the limit, so that a file over it is seen and never held."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


@dataclass(frozen=True)
class Sheet:
    """A CSV file read as text: `columns`, and `rows` as (spreadsheet row number, cell by column)."""

    columns: tuple[str, ...] = ()
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)


def read_sheet(
    content: bytes, name: str, expected: Sequence[str], may_lack: Sequence[str] = ()
) -> tuple[Sheet, list[Problem]]:
    """Read the bytes of a CSV file whose columns should be `expected`, in any order.

    Returns the rows that can be read and a Problem for each thing that is wrong; never raises on bad data.
    A column that is missing reads as blank, without a Problem for those it `may_lack`; one too many is left out.
    """
    problem = _unreadable(content, name)
    if problem:
        return Sheet(tuple(expected)), [problem]
    lines, problems = _lines(content.decode("utf-8-sig"), name)
    if not lines:
        return Sheet(tuple(expected)), problems or [_empty(name)]
    header = [title.strip() for title in lines[0][1]]
    problems += _wrong_header(header, name, expected, may_lack)
    sheet = Sheet(tuple(expected))
    for number, cells in lines[1:]:
        if len(cells) != len(header):
            problems.append(_ragged(name, number, len(cells), len(header)))
            continue
        problems += _too_large(name, number, header, cells)
        values = dict(zip(header, (cell[:LARGEST_CELL] for cell in cells), strict=True))
        sheet.rows.append((number, {column: values.get(column, "") for column in expected}))
    return sheet, problems


def _unreadable(content: bytes, name: str) -> Problem | None:
    if len(content) > LARGEST_FILE:
        return Problem(
            name, code="file_too_large",
            what=_("The file is larger than 50 MB."), mend=_("Leave out what is not data, or split it."),
        )  # fmt: skip
    if not content.strip():
        return _empty(name)
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        return Problem(
            name, row, code="wrong_encoding",
            what=_("The file is not in the UTF-8 encoding, so letters with accents cannot be read."),
            mend=_("Save it again as 'CSV UTF-8'."),
        )  # fmt: skip
    return None


def _lines(text: str, name: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Rows with their number as a spreadsheet counts them; blank lines count and are left out."""
    csv.field_size_limit(_READER_LIMIT)
    lines: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cells):
                lines.append((number, cells))
            if number > MOST_ROWS:
                return lines[:1], [_too_long(name)]
    except csv.Error as error:
        broken = Problem(
            name, number + 1, code="broken_csv",
            what=_("The row cannot be read as CSV ({error}).").format(error=error),
            mend=_("Look for a quotation mark that is opened and not closed."),
        )  # fmt: skip
        return lines, [broken]
    return lines, []


def _too_long(name: str) -> Problem:
    return Problem(
        name,
        code="too_many_rows",
        what=_("The file has more than 200,000 rows."),
        mend=_("Leave out what is not data."),
    )


def _empty(name: str) -> Problem:
    return Problem(
        name, code="empty_file", what=_("The file is empty."),
        mend=_("Give it at least the row of column names."),
    )  # fmt: skip


def _wrong_header(
    header: list[str], name: str, expected: Sequence[str], may_lack: Sequence[str]
) -> list[Problem]:
    problems = [
        Problem(
            name, 1, column, code="missing_column", what=_("The column is missing."),
            mend=_("Add a column with exactly this name; its cells may be blank where that is allowed."),
        )
        for column in expected if column not in header and column not in may_lack
    ]  # fmt: skip
    problems += [
        Problem(
            name, 1, shown_value(column), code="unknown_column", what=_("The table has no such column."),
            mend=_("Remove it, or correct its name."),
        )
        for column in dict.fromkeys(header) if column not in expected
    ]  # fmt: skip
    problems += [
        Problem(
            name, 1, column, code="repeated_column", what=_("The column stands in the file more than once."),
            mend=_("Keep one of them."),
        )
        for column in expected if header.count(column) > 1
    ]  # fmt: skip
    return problems


def _ragged(name: str, number: int, found: int, wanted: int) -> Problem:
    return Problem(
        name, number, code="wrong_cell_count",
        what=_("The row has {found} cells and the header has {wanted}.").format(found=found, wanted=wanted),
        mend=_("Look for a comma too many or too few, or a text that needs quotation marks."),
    )  # fmt: skip


def _too_large(name: str, number: int, header: list[str], cells: list[str]) -> list[Problem]:
    return [
        Problem(
            name, number, column, shown_value(cell[:200]), code="cell_too_large",
            what=_("The cell holds more than 100,000 characters."), mend=_("Shorten it."),
        )
        for column, cell in zip(header, cells, strict=True) if len(cell) > LARGEST_CELL
    ]  # fmt: skip
