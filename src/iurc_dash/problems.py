"""What is wrong with data, told so that a person can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, at one place.

    `table` is a table or file name; `row` counts as a spreadsheet does (the header is row 1), 0 means the
    whole table; `column` and `value` are blank when the problem is not in one cell. `code` is stable and
    meant for programs; `what` and `mend` are sentences for people.
    """

    table: str
    row: int = 0
    column: str = ""
    value: str = ""
    code: str = ""
    what: str = ""
    mend: str = ""

    def line(self) -> str:
        """One line: where, what, how to mend it."""
        where = self.table
        if self.row:
            where += f", row {self.row}"
        if self.column:
            where += f", column {self.column}"
        return f"{where}: {self.what} {self.mend}".strip()

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


LONGEST_VALUE_SHOWN = 80


def shown_value(value: object) -> str:
    """A cell's value as a message shows it: on one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_VALUE_SHOWN else text[: LONGEST_VALUE_SHOWN - 1] + "…"
