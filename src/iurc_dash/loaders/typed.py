"""From text to typed columns and back, and what is wrong with single cells."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from iurc_dash.language import _
from iurc_dash.problems import Problem, shown_value
from iurc_dash.tables import TABLES

# A file with more wrong cells than this is wrong as a whole; what is above is not even collected.
MOST_PROBLEMS = 10_000

_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,18})?")
_WHOLE = re.compile(r"-?\d{1,18}")
_TYPES = {"float64": "number", "Int64": "integer", "bool": "boolean"}
_BLANKS: Mapping[str, Any] = {"number": None, "integer": None, "boolean": False}


def columns_of(table_name: str) -> dict[str, Any]:
    """The pandera columns of a package table by name, in order."""
    return dict(TABLES[table_name].to_schema().columns)


def column_type(column: Any) -> str:
    """Type of a column as a data package calls it: string, number, integer or boolean."""
    return _TYPES.get(str(column.dtype), "string")


def check_cells(
    name: str,
    rows: Sequence[tuple[int, Mapping[str, str]]],
    columns: Mapping[str, Any],
) -> tuple[pd.DataFrame, list[Problem]]:
    """Type the cells of `columns` and tell what is wrong with them, one Problem a cell.

    `rows` are spreadsheet row numbers with cells. Returns a frame indexed by row number in which a cell that
    cannot be read is blank.
    """
    numbers = [number for number, _cells in rows]
    found: dict[tuple[int, str], Problem] = {}
    data = {}
    for column_name, column in columns.items():
        texts = [cells[column_name] for _number, cells in rows]
        unread: set[int] = set()
        for number, text in zip(numbers, texts, strict=True):
            problem = _wrong_cell(name, number, column_name, text, column)
            if problem:
                unread.add(number)
                if len(found) < MOST_PROBLEMS:
                    found[number, column_name] = problem
        kind = column_type(column)
        if kind != "string":
            texts = ["" if number in unread else text for number, text in zip(numbers, texts, strict=True)]
        data[column_name] = _typed(texts, kind)
    frame = pd.DataFrame(data, index=pd.Index(numbers))
    for problem, key in _failures(name, frame, columns):
        if len(found) >= MOST_PROBLEMS:
            break
        found.setdefault(key, problem)
    return frame, list(found.values())


def _typed(texts: list[str], kind: str) -> Any:
    if kind == "string":
        return pd.array(texts, dtype="str")
    blank = _BLANKS[kind]
    read: Any = {"number": float, "integer": int, "boolean": lambda text: text == "true"}[kind]
    cells = [read(text) if text else blank for text in texts]
    types: Any = {"number": "float64", "integer": "Int64", "boolean": "bool"}
    return pd.array(cells, dtype=types[kind])


def _wrong_cell(name: str, number: int, title: str, text: str, column: Any) -> Problem | None:
    """What can be said of a cell's text before it has a type."""
    kind = column_type(column)
    if not text or (kind == "string" and not text.strip()):
        if not column.metadata["required"]:
            return None
        what, mend, code = _("The cell is blank."), _("Fill it in; this column may not be blank."), "required"
    elif kind == "number" and not _NUMBER.fullmatch(text):
        what, mend = (
            _("This is not a number."),
            _("Write digits with a point, such as 12.5, or leave it blank."),
        )
        code = "wrong_type"
    elif kind == "integer" and not _WHOLE.fullmatch(text):
        what, mend = _("This is not a whole number."), _("Write digits only, or leave it blank.")
        code = "wrong_type"
    elif kind == "boolean" and text not in ("true", "false"):
        what, mend, code = _("This is neither true nor false."), _("Write true or false."), "wrong_type"
    elif column.metadata["date"] and not is_date(text):
        what = _("This is not a date of the calendar.")
        mend = _("Write it as 2022, 2022-05 or 2022-05-17, as exact as it is known.")
        code = "wrong_date"
    else:
        return None
    return Problem(name, number, title, shown_value(text), code, what, mend)


def is_date(text: str) -> bool:
    """Whether the text is an ISO year, month or day that exists."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _failures(
    name: str, frame: pd.DataFrame, columns: Mapping[str, Any]
) -> Iterable[tuple[Problem, tuple[int, str]]]:
    """Pandera's failure cases as Problems, each with its (row number, column)."""
    try:
        pa.DataFrameSchema(dict(columns)).validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
    else:
        return
    for case in cases.to_dict("records"):
        column_name, number, value = str(case["column"]), case["index"], case["failure_case"]
        if number is None or pd.isna(number) or column_name not in columns:
            continue
        check, metadata = str(case["check"]), columns[column_name].metadata
        what, mend, code = _explained(check, metadata)
        key = (int(number), column_name)
        yield Problem(name, int(number), column_name, shown_value(_as_text(value)), code, what, mend), key


def _explained(check: str, metadata: Mapping[str, Any]) -> tuple[str, str, str]:
    kind, _bracket, rest = check.partition("(")
    limit = rest.rstrip(")")
    if kind == "isin":
        allowed = ", ".join(metadata["allowed"])
        return (
            _("The table knows no such value."),
            _("Use one of: {values}.").format(values=allowed),
            "unknown_code",
        )
    if kind == "greater_than_or_equal_to":
        what = _("The number is below {limit}.").format(limit=limit)
        return what, _("Check the digits and the sign."), "out_of_range"
    if kind == "less_than_or_equal_to":
        what = _("The number is above {limit}.").format(limit=limit)
        return what, _("Check the digits and the sign."), "out_of_range"
    if kind == "str_matches":
        example = metadata["example"]
        mend = (
            _("Write it like {example}.").format(example=example)
            if example
            else _("Check how it is written.")
        )
        return _("The value is not written as this column needs it."), mend, "wrong_form"
    return _("The value does not fit the column."), _("Check it against the data dictionary."), "wrong_value"


def cell_text(value: object, kind: str) -> str:
    """A typed cell as the package writes it: blank for not known, true or false, no needless decimals."""
    if kind == "string":
        return str(value)
    if value is None or value is pd.NA or value != value:
        return ""
    if kind == "boolean":
        return "true" if value else "false"
    return _as_text(value)


def _as_text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
