"""From text to typed columns and back, and what is wrong with single cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from iurc_dash.dates import FIRST_YEAR, LAST_YEAR, in_years, is_date
from iurc_dash.language import _, format_number
from iurc_dash.problems import Code, nearest
from iurc_dash.tables.models import TABLES

# A file with more wrong cells than this is wrong as a whole; what is above is not even collected.
MOST_WRONG_CELLS = 10_000

_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_WHOLE = re.compile(r"-?[0-9]{1,18}(\.0{1,18})?")
# Spreadsheets write them in capitals, databases as digits.
_FLAGS = {"true": True, "1": True, "false": False, "0": False}
# What no screen shows: control characters but line ends and tabs, and marks of direction or of no width. Joiners stay
# where a script needs them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
    "|[\ud800-\udfff]|(?<![\u0590-\u1fff])[\u200c\u200d]"
)
_TYPES = {"float64": "number", "Int64": "integer", "bool": "boolean"}
_BLANKS: Mapping[str, Any] = {"number": None, "integer": None, "boolean": False}


class WrongCell(NamedTuple):
    """What is wrong with a cell, and how to mend it."""

    code: Code
    what: str
    mend: str
    suggestion: str = ""


# What is wrong, by position of the row and column.
WrongCells = dict[tuple[int, str], WrongCell]


def columns_of(table_name: str) -> dict[str, Any]:
    """The pandera columns of a package table by name, in order."""
    return dict(TABLES[table_name].to_schema().columns)


def column_type(column: Any) -> str:
    """Type of a column as a data package calls it: string, number, integer or boolean."""
    return _TYPES.get(str(column.dtype), "string")


def typed_cells(
    rows: Sequence[Mapping[str, str]], columns: Mapping[str, Any]
) -> tuple[pd.DataFrame, WrongCells]:
    """Type the cells of `columns` and tell what is wrong with them, one thing a cell.

    Returns a frame numbered from 0 in which a cell that cannot be read is blank.
    """
    wrong: WrongCells = {}
    data = {}
    for name, column in columns.items():
        kind = column_type(column)
        texts = [row.get(name, "") for row in rows]
        # Most values occur many times, so each different one is looked at once.
        verdicts = {
            text: verdict for text in set(texts) if (verdict := _wrong_text(text, kind, column.metadata))
        }
        if verdicts:
            for position, text in enumerate(texts):
                if text in verdicts and len(wrong) < MOST_WRONG_CELLS:
                    wrong[position, name] = verdicts[text]
            if kind != "string" or column.metadata["date"]:
                texts = ["" if text in verdicts else text for text in texts]
        data[name] = _typed(texts, kind)
    frame = pd.DataFrame(data, index=pd.RangeIndex(len(rows)))
    for place, verdict in _failures(frame, columns):
        if len(wrong) >= MOST_WRONG_CELLS:
            break
        wrong.setdefault(place, verdict)
    return frame, wrong


def _typed(texts: list[str], kind: str) -> Any:
    if kind == "string":
        return pd.array(texts, dtype="str")
    blank = _BLANKS[kind]
    read: Any = {
        "number": float,
        "integer": lambda text: int(text.partition(".")[0]),
        "boolean": lambda text: _FLAGS[text.casefold()],
    }[kind]
    types: Any = {"number": "float64", "integer": "Int64", "boolean": "bool"}
    return pd.array([read(text) if text else blank for text in texts], dtype=types[kind])


def _wrong_text(text: str, kind: str, metadata: Mapping[str, Any]) -> WrongCell | None:
    """What can be said of a cell's text before it has a type."""
    if not text or (kind == "string" and not text.strip()):
        if not metadata["required"]:
            return None
        return WrongCell(
            Code.REQUIRED, _("The cell is blank."), _("Fill it in; this column may not be blank.")
        )
    if kind == "string":
        return _wrong_date(text) if metadata["date"] else _wrong_letters(text, metadata["longest"])
    if kind == "boolean":
        if text.casefold() in _FLAGS:
            return None
        what, mend = _("This is neither true nor false."), _("Write true or false.")
        return WrongCell(Code.WRONG_TYPE, what, mend, nearest(text, ("true", "false")))
    if kind == "integer" or metadata["whole"]:
        if _WHOLE.fullmatch(text):
            return None
        what, mend = _("This is not a whole number."), _("Write digits only, or leave it blank.")
        return WrongCell(Code.WRONG_TYPE, what, mend)
    if _NUMBER.fullmatch(text):
        return None
    what, mend = _("This is not a number."), _("Write digits with a point, such as 12.5, or leave it blank.")
    return WrongCell(Code.WRONG_TYPE, what, mend, _with_point(text))


def _with_point(text: str) -> str:
    """A number with a decimal comma as it should be written; three digits after it may be thousands."""
    return text.replace(",", ".") if re.fullmatch(r"-?[0-9]+,([0-9]{1,2}|[0-9]{4,})", text) else ""


def _wrong_date(text: str) -> WrongCell | None:
    if not is_date(text):
        return WrongCell(
            Code.WRONG_DATE,
            _("This is not a date of the calendar."),
            _("Write it as 2022, 2022-05 or 2022-05-17, as exact as it is known."),
        )
    if in_years(text):
        return None
    what = _("The year is not between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)
    return WrongCell(
        Code.OUT_OF_RANGE, what, _("Correct the year, or leave the date blank when it is not known.")
    )


def _wrong_letters(text: str, longest: int) -> WrongCell | None:
    hidden = _HIDDEN.search(text)
    if hidden:
        what = _("The text has a character that no screen shows (U+{number}), at position {position}.")
        return WrongCell(
            Code.HIDDEN_CHARACTER,
            what.format(number=f"{ord(hidden.group()):04X}", position=hidden.start() + 1),
            _("Type the text anew where it stands."),
            " ".join(_HIDDEN.sub("", text).split()),
        )
    if len(text) > longest:
        what = _("The text has {count} characters, and {most} are allowed here.")
        counts = {"count": format_number(len(text)), "most": format_number(longest)}
        return WrongCell(Code.CELL_TOO_LARGE, what.format(**counts), _("Shorten it."))
    return None


def _failures(frame: pd.DataFrame, columns: Mapping[str, Any]) -> Iterator[tuple[tuple[int, str], WrongCell]]:
    """Pandera's failure cases, each with the position of its row and its column."""
    try:
        pa.DataFrameSchema(dict(columns)).validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases
    else:
        return
    for case in cases.to_dict("records"):
        name, position = str(case["column"]), case["index"]
        if position is None or pd.isna(position) or name not in columns:
            continue
        value = _as_text(case["failure_case"])
        yield (int(position), name), _explained(str(case["check"]), value, columns[name].metadata)


def _explained(check: str, value: str, metadata: Mapping[str, Any]) -> WrongCell:
    kind, _bracket, rest = check.partition("(")
    limit = rest.rstrip(")")
    if kind == "isin":
        what, mend = _("The table knows no such value."), _("Use one of: {values}.")
        allowed = metadata["allowed"]
        return WrongCell(
            Code.UNKNOWN_CODE, what, mend.format(values=", ".join(allowed)), nearest(value, allowed)
        )
    if kind == "greater_than_or_equal_to":
        what = _("The number is below {limit}.").format(limit=limit)
        return WrongCell(Code.OUT_OF_RANGE, what, _("Check the digits and the sign."))
    if kind == "less_than_or_equal_to":
        what = _("The number is above {limit}.").format(limit=limit)
        return WrongCell(Code.OUT_OF_RANGE, what, _("Check the digits and the sign."))
    if kind == "str_matches":
        example = metadata["example"]
        mend = (
            _("Write it like {example}.").format(example=example)
            if example
            else _("Check how it is written.")
        )
        return WrongCell(Code.WRONG_FORM, _("The value is not written as this column needs it."), mend)
    what, mend = _("The value does not fit the column."), _("Check it against the data dictionary.")
    return WrongCell(Code.WRONG_VALUE, what, mend)


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
