"""CSV as spreadsheets of any country write it, and what is wrong with it told once."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.problems import Code
from iurc_dash.sources.csv_text import MOST_COLUMNS, Sheet, read_sheet

COLUMNS = ("key", "name", "note")
ROWS = [["a", "Ávila, the city", "one; two"], ["b", 'Say "so"', "two\nlines"], ["c", "", "x\ty"]]


def as_csv(separator: str, ending: str = "\n") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=ending).writerows([COLUMNS, *ROWS])
    return text.getvalue().encode("utf-8")


def sheet_of(content: bytes) -> Sheet:
    return read_sheet(content, "unit/table.csv", COLUMNS)


def found(sheet: Sheet) -> list[tuple[int, str, Code]]:
    return [(problem.row, problem.column, problem.code) for problem in sheet.problems]


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_any_separator_reads_the_same(separator: str, ending: str, mark: bytes) -> None:
    sheet = sheet_of(mark + as_csv(separator, ending))
    assert sheet.problems == []
    assert [list(row.values()) for row in sheet.rows] == ROWS
    assert [row.origin.row for row in sheet.rows] == [2, 3, 4]


def test_a_table_of_one_column_is_no_riddle() -> None:
    assert [row["key"] for row in read_sheet(b"key\na;b\n", "t.csv", ("key",)).rows] == ["a;b"]


def test_blank_columns_and_cells_at_the_end_are_passed_over() -> None:
    sheet = sheet_of(b"key,name,note,,\na,b,c,,\nd,e,f\n\ng,h,i,,,,\n")
    assert [row["key"] for row in sheet.rows] == ["a", "g"], "a row that lacks cells is told"
    assert found(sheet) == [(3, "", Code.WRONG_CELL_COUNT)]


def test_a_cell_in_a_column_without_a_name_is_told() -> None:
    assert found(sheet_of(b"key,name,note,\na,b,c,d\n")) == [(2, "", Code.UNKNOWN_COLUMN)]


def test_a_misspelled_column_gets_a_suggestion() -> None:
    sheet = sheet_of(b"key,nmae,note\n")
    assert {(p.column, p.suggestion) for p in sheet.problems} == {("name", ""), ("nmae", "name")}
    assert "Did you mean name?" in "".join(problem.line() for problem in sheet.problems)


def test_a_first_row_without_any_name_is_told_once() -> None:
    sheet = sheet_of(b"1,2,3\na,b,c\n")
    assert found(sheet) == [(1, "", Code.MISSING_COLUMN)]
    assert "key, name, note" in sheet.problems[0].mend and sheet.rows == []


def test_millions_of_columns_are_told_at_once() -> None:
    started = time.monotonic()
    sheet = sheet_of(b"key," * 5_000_000 + b"\n" + b"a," * 100)
    assert found(sheet) == [(1, "", Code.TOO_MANY_COLUMNS)] and sheet.rows == []
    assert time.monotonic() - started < 15
    assert found(sheet_of(b",".join([b"key", b"name", b"note", *[b""] * (MOST_COLUMNS - 3)]))) == []


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_problems(content: bytes) -> None:
    sheet = sheet_of(content)
    assert all(set(row) == set(COLUMNS) for row in sheet.rows)
    numbers = [row.origin.row for row in sheet.rows]
    assert numbers == sorted(set(numbers)) and min(numbers, default=2) > 1
    assert all(problem.line().isprintable() for problem in sheet.problems)
