"""Words, numbers and dates for readers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.language import (
    current_language,
    format_date,
    format_names,
    format_number,
    format_period,
    format_share,
    ngettext,
)


@pytest.mark.parametrize(
    ("written", "said"),
    [("", "not recorded"), ("2022", "2022"), ("2022-05", "May 2022"), ("2022-05-07", "7 May 2022")],
)
def test_dates_keep_their_precision(written: str, said: str) -> None:
    assert format_date(written) == said


@given(st.integers(1990, 2040))
def test_a_year_never_becomes_a_day(year: int) -> None:
    assert format_date(str(year)) == str(year)
    assert "January" not in format_date(str(year))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("", "", "not recorded"),
        ("2021", "2023", "2021 to 2023"),
        ("2021-09", "", "September 2021"),
        ("", "2017-04-10", "until 10 April 2017"),
        ("2022-11-28", "2022-11-28", "28 November 2022"),
        ("2022-11-28", "2022-11-30", "28–30 Nov 2022"),
        ("2021-09", "2023-12-01", "September 2021 to 1 December 2023"),
    ],
)
def test_periods_say_what_is_known(start: str, end: str, said: str) -> None:
    # The reader's language may put other spaces round its dash.
    assert format_period(start, end).replace("\u2009", "").replace("\u202f", "") == said


def test_numbers_and_names_read_as_a_sentence_has_them() -> None:
    assert format_number(2498490) == "2,498,490"
    assert format_share(0.634) == "63%"
    assert format_names(["Testville"]) == "Testville"
    assert format_names(["Testville", "Sampleton", "Probeburg"]) == "Testville, Sampleton and Probeburg"
    assert ngettext("{count} pairing", "{count} pairings", 1) == "{count} pairing"
    assert ngettext("{count} pairing", "{count} pairings", 0) == "{count} pairings"
    assert current_language() == "en"
