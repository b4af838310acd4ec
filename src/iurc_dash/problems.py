"""What is wrong with data, told so that a person can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum, auto

from iurc_dash.language import _, format_entry, format_number, format_parts, ngettext

LONGEST_VALUE_SHOWN = 80
# A file with more than this wrong is wrong as a whole: the rest is counted and not listed.
MOST_PROBLEMS_A_TABLE = 1_000
MOST_PROBLEMS = 5_000
# Comparing a word with very many others takes longer than reading the list does.
MOST_NAMES_COMPARED = 2_000


class Severity(StrEnum):
    """Whether what is wrong keeps the data from being taken."""

    ERROR = auto()
    WARNING = auto()


class Code(StrEnum):
    """What is wrong, for programs; a code never changes its meaning."""

    # A file or the whole source
    UNREADABLE = auto()
    MISSING_FILE = auto()
    UNKNOWN_FILE = auto()
    SINGLE_TABLE = auto()
    ONE_UNIT = auto()
    EMPTY_FILE = auto()
    FILE_TOO_LARGE = auto()
    WRONG_ENCODING = auto()
    BROKEN_CSV = auto()
    BROKEN_ZIP = auto()
    BROKEN_DESCRIPTOR = auto()
    PATH_OUTSIDE = auto()
    HASH_MISMATCH = auto()
    UNKNOWN_TABLE = auto()
    NO_ROWS = auto()
    TOO_MANY_ROWS = auto()
    TOO_MANY_COLUMNS = auto()
    MISSING_COLUMN = auto()
    UNKNOWN_COLUMN = auto()
    REPEATED_COLUMN = auto()
    MORE_PROBLEMS = auto()
    # A row or a cell
    WRONG_CELL_COUNT = auto()
    CELL_TOO_LARGE = auto()
    HIDDEN_CHARACTER = auto()
    REQUIRED = auto()
    WRONG_TYPE = auto()
    WRONG_DATE = auto()
    WRONG_FORM = auto()
    WRONG_VALUE = auto()
    OUT_OF_RANGE = auto()
    UNKNOWN_CODE = auto()
    # What holds between rows
    DUPLICATE_KEY = auto()
    DANGLING_REFERENCE = auto()
    CIRCLE = auto()
    END_BEFORE_START = auto()
    TOO_FEW_MEMBERS = auto()
    ONE_SIDED = auto()
    HALF_A_POSITION = auto()
    POSITION_UNEXPLAINED = auto()
    WRONG_AGENDA = auto()
    WRONG_TARGET = auto()
    NO_SOURCE = auto()
    UNKNOWN_SOURCE = auto()
    # What the reference says of collected rows
    PLACE_NOT_SETTLED = auto()
    TOWNS_NOT_LOOKED_UP = auto()
    CORRECTION_DOES_NOT_FIT = auto()
    NOTE_CHANGED = auto()
    NOTE_NOT_COVERED = auto()
    # The machine
    NOT_WRITTEN = auto()


# Problems after which rows or keys are missing that are not wrong: nothing is said about references to them.
LOSES_ROWS = frozenset(
    {
        Code.MISSING_FILE,
        Code.UNREADABLE,
        Code.PATH_OUTSIDE,
        Code.BROKEN_ZIP,
        Code.FILE_TOO_LARGE,
        Code.EMPTY_FILE,
        Code.WRONG_ENCODING,
        Code.BROKEN_CSV,
        Code.TOO_MANY_ROWS,
        Code.TOO_MANY_COLUMNS,
        Code.MISSING_COLUMN,
        Code.REPEATED_COLUMN,
        Code.WRONG_CELL_COUNT,
        Code.CELL_TOO_LARGE,
    }
)


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """One thing that is wrong, at one place.

    `table` is a file or table as the person has it; `row` counts as a spreadsheet does (the header is row 1), 0 means
    the whole table; `column` and `value` are blank when the problem is not in one cell. `what` and `mend` are sentences
    for people, `suggestion` is the value that was probably meant, or blank. Characters of the data that a screen does
    not show are spelled out.
    """

    table: str
    row: int = 0
    column: str = ""
    value: str = ""
    code: Code
    what: str
    mend: str
    suggestion: str = ""
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        for name in ("table", "column", "value", "suggestion"):
            object.__setattr__(self, name, shown_value(getattr(self, name)))

    def line(self) -> str:
        """One line: where, what, how to mend it."""
        row = _("row {row}").format(row=self.row) if self.row else ""
        column = _("column {column}").format(column=self.column) if self.column else ""
        said = " ".join(filter(None, (self.what, self.mend, self.say_suggestion())))
        return format_entry(format_parts((self.table, row, column)), said)

    def say_suggestion(self) -> str:
        """What was probably meant, as a question; blank where nothing comes near."""
        return _("Did you mean {value}?").format(value=self.suggestion) if self.suggestion else ""

    def as_record(self) -> dict[str, str | int]:
        """The problem as plain values, for JSON."""
        return asdict(self)


class DatasetError(Exception):
    """A dataset that cannot be opened; carries every Problem that was found, at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        if not problems:
            raise ValueError("A DatasetError needs at least one Problem.")
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(problem.line() for problem in self.problems))


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """Those that keep the data from being taken."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def as_warning(problem: Problem) -> Problem:
    """The same problem where it does not keep the data from being taken."""
    return replace(problem, severity=Severity.WARNING)


def bounded(problems: Sequence[Problem]) -> list[Problem]:
    """The problems in order, as many as a person can use; those left out are counted, by table and in all."""
    by_table: dict[str, list[Problem]] = {}
    for problem in sorted(problems):
        by_table.setdefault(problem.table, []).append(problem)
    listed: list[Problem] = []
    for found in by_table.values():
        listed += _first(found, MOST_PROBLEMS_A_TABLE)
    return _first(listed, MOST_PROBLEMS)


def _first(problems: list[Problem], most: int) -> list[Problem]:
    """Up to `most` problems, and one more that says how many there are beside them."""
    left = len(problems) - most
    if left <= 0:
        return problems
    severity = Severity.ERROR if errors(problems[most:]) else Severity.WARNING
    what = ngettext("{count} more problem is not listed.", "{count} more problems are not listed.", left)
    more = Problem(
        table=problems[most].table,
        code=Code.MORE_PROBLEMS,
        what=what.format(count=format_number(left)),
        mend=_("Mend those that are, then check again."),
        severity=severity,
    )
    return [*problems[:most], more]


def nearest(value: str, names: Collection[str]) -> str:
    """The name that was probably meant by a value that is none, or blank."""
    if not value or len(value) > LONGEST_VALUE_SHOWN or len(names) > MOST_NAMES_COMPARED:
        return ""
    by_folded = {name.casefold(): name for name in names}
    found = difflib.get_close_matches(value.strip().casefold(), by_folded, n=1, cutoff=0.7)
    return by_folded[found[0]] if found else ""


def shown_value(value: object) -> str:
    """A value as a message shows it: on one line, hidden characters spelled out, cut where it is long."""
    text = " ".join(str(value)[: 4 * LONGEST_VALUE_SHOWN].split())
    if not text.isprintable():
        text = "".join(
            letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
            for letter in text
        )
    return text if len(text) <= LONGEST_VALUE_SHOWN else text[: LONGEST_VALUE_SHOWN - 1] + "…"
