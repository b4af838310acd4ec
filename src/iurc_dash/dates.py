"""Dates as the data has them: a year, a month or a day of the calendar, in years that can be meant."""

from __future__ import annotations

import datetime
import re

FIRST_YEAR, LAST_YEAR = 1900, 2100


def is_date(text: str) -> bool:
    """Whether the text is an ISO year, month or day that exists; says nothing about which years can be meant."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def is_day(text: str) -> bool:
    """Whether the text is a day within the years that can be meant."""
    return len(text) == 10 and is_date(text) and in_years(text)


def in_years(text: str) -> bool:
    """Whether a date lies in the years that can be meant."""
    return FIRST_YEAR <= int(text[:4]) <= LAST_YEAR
