"""Problems as people and programs get them: in order, bounded, with nothing hidden in them."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.problems import (
    MOST_PROBLEMS,
    MOST_PROBLEMS_A_TABLE,
    Code,
    DatasetError,
    Problem,
    Severity,
    as_warning,
    bounded,
    errors,
    nearest,
    shown_value,
)


def problem(row: int, table: str = "a.csv", severity: Severity = Severity.ERROR) -> Problem:
    return Problem(
        table=table, row=row, code=Code.REQUIRED, what="Blank.", mend="Fill it.", severity=severity
    )


def test_one_left_out_is_one_and_more_are_counted() -> None:
    assert bounded([problem(2)]) == [problem(2)]
    most = MOST_PROBLEMS_A_TABLE
    assert bounded([problem(n) for n in range(most + 1)])[-1].what == "1 more problem is not listed."
    assert bounded([problem(n) for n in range(3 * most)])[-1].what == "2,000 more problems are not listed."
    assert [p.row for p in bounded([problem(n) for n in range(most)])] == list(range(most))


def test_many_files_are_bounded_together_and_warnings_stay_warnings() -> None:
    found = bounded([problem(n, f"{table}.csv") for table in range(50) for n in range(500)])
    assert len(found) == MOST_PROBLEMS + 1 and found[-1].code is Code.MORE_PROBLEMS
    notes = bounded([problem(n, severity=Severity.WARNING) for n in range(5_000)])
    assert errors(notes) == [] and len(notes) == MOST_PROBLEMS_A_TABLE + 1
    mixed = bounded([*notes[:-1], *(problem(9_000 + n) for n in range(2))])
    assert [p.code for p in errors(mixed)] == [Code.MORE_PROBLEMS], (
        "an error among those left out is not lost"
    )


@given(st.text(max_size=200))
def test_nothing_hidden_reaches_a_screen(text: str) -> None:
    found = Problem(table=text, column=text, value=text, code=Code.REQUIRED, what="Blank.", mend="Fill it.")
    assert found.line().isprintable()
    assert max(len(found.table), len(found.value)) <= 80
    assert json.loads(json.dumps(found.as_record()))["code"] == "required"
    assert shown_value(shown_value(text)) == shown_value(text)


def test_a_suggestion_is_near_and_found_in_no_time() -> None:
    assert nearest("webinr", ("webinar", "study visit")) == "webinar"
    assert nearest("WEBINAR", ("webinar",)) == "webinar"
    assert nearest("party", ("webinar", "study visit")) == nearest("", ("a",)) == ""
    started = time.monotonic()
    assert nearest("key-1", [f"key-{number}" for number in range(1_000_000)]) == ""
    assert nearest("x" * 100_000, ("x",)) == ""
    assert time.monotonic() - started < 2


def test_an_error_needs_a_problem_and_tells_it() -> None:
    with pytest.raises(ValueError, match="at least one"):
        DatasetError([])
    error = DatasetError([problem(3), problem(2)])
    assert [p.row for p in error.problems] == [2, 3]
    assert str(error) == "a.csv, row 2: Blank. Fill it.\na.csv, row 3: Blank. Fill it."
    assert as_warning(problem(2)).severity is Severity.WARNING
