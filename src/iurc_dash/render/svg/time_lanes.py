"""Where the spans of a Timeline lie, in days along time and in pixels down the lanes, none hiding another.

Charts and pictures are drawn from it, and say its dates alike. A date stands for as long as it is exact: a day, a
month, or a whole year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from iurc_dash.forms import Band, Span, Timeline
from iurc_dash.language import _, format_date, format_period

Look = Literal["day", "month", "year", "period", "open", "assumed"]

# Days are counted from here: small whole numbers travel in two bytes each.
FIRST_DAY = date(2000, 1, 1)
LOOKS: tuple[Look, ...] = ("day", "month", "period", "open", "assumed", "year")
# In a lane, from top to bottom: what is exact first, what is only roughly known last.
_SHELVES: tuple[tuple[Look, ...], ...] = (("day", "month"), ("period", "open", "assumed"), ("year",))
_ROW_SPARSE: tuple[float, ...] = (18, 24, 16)
_ROW_DENSE: tuple[float, ...] = (9, 9, 6)
SPARSE_LIMIT = 60
LANE_PADDING = 9.0
TALLEST_SHELF = 130.0


@dataclass(frozen=True)
class PlacedSpan:
    """A span with its place: `index` into the form's spans, days from FIRST_DAY, pixels from the top of the lanes."""

    index: int
    look: Look
    start: int
    end: int
    middle: float


@dataclass(frozen=True)
class Lane:
    """A lane's place from top to bottom, in pixels, and how many marks lie in it."""

    top: float
    bottom: float
    marks: int


@dataclass(frozen=True)
class TimeLanes:
    """Everything placed. `first`, `last`: days from FIRST_DAY at whole years' edges."""

    marks: tuple[PlacedSpan, ...]
    lanes: tuple[Lane, ...]
    first: int
    last: int
    height: float
    is_sparse: bool


def bounds(written: str) -> tuple[int, int]:
    """First day, and the day after the last, that an ISO date of any precision stands for: '2022' -> the whole year.

    Raises ValueError for what is not a date.
    """
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 1:
        return _days(date(parts[0], 1, 1)), _days(date(parts[0] + 1, 1, 1))
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return _days(date(parts[0], parts[1], 1)), _days(after)
    day = date(parts[0], parts[1], parts[2])
    return _days(day), _days(day + timedelta(days=1))


def year_of(day: int) -> int:
    """The year that a day lies in."""
    return (FIRST_DAY + timedelta(days=day)).year


def look_in_words(look: Look) -> str:
    """What a look means, for the legend."""
    return {
        "day": _("a day or a few"),
        "month": _("a month"),
        "year": _("only the year is known"),
        "period": _("a period"),
        "open": _("end not recorded"),
        "assumed": _("dates not recorded"),
    }[look]


def dates_in_words(span: Span) -> str:
    """When it was, never more exact than known: 'in 2022', 'May 2022', 'from 2021, end not recorded'."""
    if span.assumed:
        return _("dates not recorded; the phase’s own years are shown")
    if span.open_end and span.start and not span.end:
        return _("from {start}, end not recorded").format(start=format_date(span.start))
    if span.start and span.end and span.start != span.end:
        return format_period(span.start, span.end)
    written = span.start or span.end
    return _("in {year}").format(year=written) if len(written) == 4 else format_date(written)


def place_spans(form: Timeline, pixels: float) -> TimeLanes:
    """Spans packed into rows within their lanes, always the same way; spans without any date are left out.

    pixels: the width that time has, so that dots which would touch go to rows of their own.
    """
    dated = [(index, span) for index, span in enumerate(form.spans) if span.start or span.end]
    first, last = _edges([span for _, span in dated], form.bands)
    a_pixel = (last - first) / max(1.0, pixels)
    is_sparse = len(dated) <= SPARSE_LIMIT
    marks: list[PlacedSpan] = []
    lanes: list[Lane] = []
    top = 0.0
    for lane in form.lanes:
        extents = [_extent(index, span, form.bands, last) for index, span in dated if span.lane == lane.key]
        in_lane = [_dot_if_short(mark, (10 if is_sparse else 7) * a_pixel) for mark in extents]
        placed, height = _shelves(in_lane, form.spans, a_pixel, is_sparse)
        room = max(height, 18.0) + LANE_PADDING
        shift = top + (room - height) / 2
        marks.extend(replace(mark, middle=round(mark.middle + shift, 1)) for mark in placed)
        lanes.append(Lane(top, top + room, len(in_lane)))
        top += room
    return TimeLanes(tuple(marks), tuple(lanes), first, last, top, is_sparse)


def _days(day: date) -> int:
    return (day - FIRST_DAY).days


def _edges(spans: Sequence[Span], bands: Sequence[Band]) -> tuple[int, int]:
    """Whole years that hold every span and band."""
    known = [bounds(written) for span in spans for written in (span.start, span.end) if written]
    years = [year_of(start) for start, _ in known] + [year_of(end - 1) + 1 for _, end in known]
    years += [band.start_year for band in bands] + [band.end_year for band in bands]
    if not years:
        return 0, 366
    return _days(date(min(years), 1, 1)), _days(date(max(*years, min(years) + 1), 1, 1))


def _extent(index: int, span: Span, bands: Sequence[Band], last: int) -> PlacedSpan:
    start, after_start = bounds(span.start or span.end)
    end = max(bounds(span.end)[1], after_start) if span.end else after_start
    look: Look = "period"
    if span.assumed:
        look = "assumed"
    elif span.open_end:
        look, end = "open", _fades_at(start, end, bands, last)
    elif not span.start or not span.end or span.start == span.end:
        look = ("year", "month", "day")[(span.start or span.end).count("-")]
    return PlacedSpan(index, look, start, end, 0)


def _dot_if_short(mark: PlacedSpan, dot: float) -> PlacedSpan:
    """A few days are a dot: as a bar they would be too narrow to see. dot: its width in days."""
    if mark.look != "period" or mark.end - mark.start >= dot:
        return mark
    middle = (mark.start + mark.end) // 2
    return replace(mark, look="day", start=middle, end=middle + 1)


def _fades_at(start: int, end: int, bands: Sequence[Band], last: int) -> int:
    """Where something without a recorded end stops being drawn: the end of its phase, else nine months on."""
    year = year_of(start)
    for band in bands:
        if band.start_year <= year < band.end_year:
            return max(end, _days(date(band.end_year, 1, 1)))
    return max(end, min(last, end + 270))


def _shelves(
    marks: list[PlacedSpan], spans: Sequence[Span], a_pixel: float, is_sparse: bool
) -> tuple[list[PlacedSpan], float]:
    """Marks of a lane in rows, kind by kind from the top; and the height that they take."""
    placed: list[PlacedSpan] = []
    top = 0.0
    for looks, row_height in zip(_SHELVES, _ROW_SPARSE if is_sparse else _ROW_DENSE, strict=True):
        own = sorted(
            (mark for mark in marks if mark.look in looks),
            key=lambda mark: (mark.start, mark.end, spans[mark.index].label, spans[mark.index].key),
        )
        if not own:
            continue
        rows = _rows(own, row_height * a_pixel)
        count = max(rows) + 1
        step = min(row_height, TALLEST_SHELF / count)
        placed.extend(
            replace(mark, middle=top + (row + 0.5) * step) for mark, row in zip(own, rows, strict=True)
        )
        top += count * step
    return placed, top


def _rows(marks: Sequence[PlacedSpan], least: float) -> list[int]:
    """The first row in which each mark finds room; marks are sorted by their start. least: days that a dot takes."""
    ends: list[float] = []
    rows: list[int] = []
    for mark in marks:
        middle = (mark.start + mark.end) / 2
        start, end = min(mark.start, middle - least / 2), max(mark.end, middle + least / 2)
        row = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        rows.append(row)
    return rows
