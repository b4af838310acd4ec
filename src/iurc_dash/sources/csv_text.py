"""CSV as text: bytes to rows, with everything wrong about the file told as Problems."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from iurc_dash.language import _, format_number
from iurc_dash.problems import LOSES_ROWS, Code, Problem, nearest
from iurc_dash.sources.raw import Origin, RawTables, Row
from iurc_dash.sources.reading import LARGEST_FILE, within

LARGEST_CELL = 100_000
MOST_ROWS = 500_000
MOST_COLUMNS = 200
# What spreadsheets write between cells; which one depends on the country they are set to.
SEPARATORS = (",", ";", "\t")


@dataclass
class Sheet:
    """A CSV file read as text: its rows, what is wrong with it, and the expected columns that it lacks."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    absent: set[str] = field(default_factory=set)

    def put_into(self, raw: RawTables, table: str) -> None:
        """Add the sheet to a table of a source."""
        raw.tables.setdefault(table, []).extend(self.rows)
        raw.problems += self.problems
        raw.absent |= {(table, column) for column in self.absent}
        if any(problem.code in LOSES_ROWS for problem in self.problems):
            raw.incomplete.add(table)


def read_sheet(
    content: bytes | Problem,
    name: str,
    expected: Sequence[str],
    may_lack: Sequence[str] = (),
    entered_as: str = "",
) -> Sheet:
    """Read the bytes of a CSV file whose columns should be `expected`, in any order.

    Commas, semicolons and tabs are all read; `entered_as` goes into the origin of each row. Never raises on bad data.
    A column that is missing reads as blank, without a Problem for those it `may_lack`; one too many is left out, and so
    is one without a title and without cells.
    """
    sheet = Sheet()
    text = _decoded(content, name)
    if isinstance(text, Problem):
        sheet.problems.append(text)
        return sheet
    lines = _lines(text, name, _separator(text, expected), sheet.problems)
    header = [title.strip() for title in next(lines, (0, []))[1]]
    if not header:
        sheet.problems.append(_empty(name))
        return sheet
    if len(header) > MOST_COLUMNS:
        sheet.problems.append(_too_many_columns(name))
        return sheet
    _read_header(sheet, header, name, expected, may_lack)
    if _lacks_the_header(sheet, header, name, expected):
        return sheet
    for number, cells in lines:
        origin = Origin(name, number, entered_as)
        while len(cells) > len(header) and not cells[-1]:
            cells.pop()
        if len(cells) != len(header):
            sheet.problems.append(_ragged(origin, len(cells), len(header)))
            continue
        _bound_cells(sheet, origin, header, cells)
        values = dict(zip(header, cells, strict=True))
        sheet.rows.append(Row(((column, values.get(column, "")) for column in expected), origin))
    return sheet


def _decoded(content: bytes | Problem, name: str) -> str | Problem:
    """The text of a file, or what keeps it from being one."""
    if isinstance(content, Problem):
        return content
    bound = within(name, content, LARGEST_FILE)
    if isinstance(bound, Problem):
        return bound
    if not content.strip():
        return _empty(name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = _("The file is not in the UTF-8 encoding, so letters with accents cannot be read.")
        mend = _("Save it again as 'CSV UTF-8'.")
        return Problem(
            table=name,
            row=content.count(b"\n", 0, error.start) + 1,
            code=Code.WRONG_ENCODING,
            what=what,
            mend=mend,
        )


def _separator(text: str, expected: Sequence[str]) -> str:
    """What stands between the cells of the first line: what gives most of the titles that are expected."""

    def titles(separator: str) -> int:
        cells = next(csv.reader([first], delimiter=separator), [])
        return len({cell.strip() for cell in cells} & set(expected))

    first = text.lstrip("\r\n").splitlines()[0][:LARGEST_CELL] if text.strip() else ""
    return max(SEPARATORS, key=titles)


def _lines(text: str, name: str, separator: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Rows with their number as a spreadsheet counts them; blank lines count and are left out."""
    # csv counts its own limit in characters; the file is bounded already, so a cell can never outgrow this.
    csv.field_size_limit(LARGEST_FILE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if number > MOST_ROWS + 1:
                problems.append(_too_many_rows(name))
                return
            if any(cells):
                yield number, cells
    except csv.Error as error:
        what = _("The row cannot be read as CSV ({error}).").format(error=error)
        mend = _("Look for a quotation mark that is opened and not closed.")
        problems.append(Problem(table=name, row=number + 1, code=Code.BROKEN_CSV, what=what, mend=mend))


def _read_header(
    sheet: Sheet, header: list[str], name: str, expected: Sequence[str], may_lack: Sequence[str]
) -> None:
    """Tell what is wrong with the titles, and which of them are missing."""
    sheet.absent = set(expected) - set(header) - set(may_lack)
    told = {
        Code.MISSING_COLUMN: (
            _("The column is missing."),
            _("Add a column with exactly this name; its cells may be blank where that is allowed."),
            [column for column in expected if column in sheet.absent],
        ),
        Code.UNKNOWN_COLUMN: (
            _("The table has no such column."),
            _("Remove it, or correct its name."),
            [title for title in dict.fromkeys(header) if title and title not in expected],
        ),
        Code.REPEATED_COLUMN: (
            _("The column stands in the file more than once."),
            _("Keep one of them."),
            [column for column in expected if header.count(column) > 1],
        ),
    }
    for code, (what, mend, columns) in told.items():
        for column in columns:
            meant = nearest(column, sheet.absent) if code is Code.UNKNOWN_COLUMN else ""
            top = Origin(name, 1)
            sheet.problems.append(top.problem(code, what, mend, column=column, suggestion=meant))


def _lacks_the_header(sheet: Sheet, header: list[str], name: str, expected: Sequence[str]) -> bool:
    """Whether no title is known, so that the first line is none of titles; told once instead of for each column."""
    if set(header) & set(expected):
        return False
    what = _("The first row has none of the column names.")
    mend = _("Begin with a row of these names, separated by commas: {names}").format(
        names=", ".join(expected)
    )
    sheet.problems[:] = [Problem(table=name, row=1, code=Code.MISSING_COLUMN, what=what, mend=mend)]
    return True


def _bound_cells(sheet: Sheet, origin: Origin, header: list[str], cells: list[str]) -> None:
    """Cut cells that are too large, each with a Problem; a cell under no title is one too many."""
    for position, cell in enumerate(cells):
        if len(cell) > LARGEST_CELL:
            cells[position] = cell[:LARGEST_CELL]
            what = _("The cell holds more than {count} characters.").format(count=format_number(LARGEST_CELL))
            mend = _("Shorten it.")
            sheet.problems.append(
                origin.problem(Code.CELL_TOO_LARGE, what, mend, column=header[position], value=cell[:200])
            )
        elif cell and not header[position]:
            what = _("The cell stands in a column without a name.")
            mend = _("Give the column its name, or empty the cell.")
            sheet.problems.append(origin.problem(Code.UNKNOWN_COLUMN, what, mend, value=cell))


def _too_many_rows(name: str) -> Problem:
    what = _("The file has more than {count} rows.").format(count=format_number(MOST_ROWS))
    mend = _("Leave out what is not data.")
    return Problem(table=name, code=Code.TOO_MANY_ROWS, what=what, mend=mend)


def _too_many_columns(name: str) -> Problem:
    what = _("The file has more than {count} columns.").format(count=format_number(MOST_COLUMNS))
    mend = _("Leave out what is not data.")
    return Problem(table=name, row=1, code=Code.TOO_MANY_COLUMNS, what=what, mend=mend)


def _empty(name: str) -> Problem:
    what, mend = _("The file is empty."), _("Give it at least the row of column names.")
    return Problem(table=name, code=Code.EMPTY_FILE, what=what, mend=mend)


def _ragged(origin: Origin, found: int, wanted: int) -> Problem:
    what = _("The row has {found} cells and the header has {wanted}.").format(found=found, wanted=wanted)
    mend = _("Look for a comma too many or too few, or a text that needs quotation marks.")
    return origin.problem(Code.WRONG_CELL_COUNT, what, mend)
