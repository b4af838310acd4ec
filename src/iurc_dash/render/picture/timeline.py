"""A Timeline in a picture: lanes, phases as quiet stretches, each date only as exactly as it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import Timeline
from iurc_dash.render.fonts import measured
from iurc_dash.render.ink import mix, outline
from iurc_dash.render.picture.legend import Entry, legend
from iurc_dash.render.picture.room import LABEL, LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import (
    Area,
    Box,
    Circle,
    Drawn,
    Line,
    Shape,
    Text,
    moved,
    one_below_the_other,
)
from iurc_dash.render.picture.wrapping import (
    LEADING,
    LEVEL,
    lines_drawn,
    lines_level_with,
    widest_line,
    wrapped,
)
from iurc_dash.render.svg.time_lanes import (
    FIRST_DAY,
    LOOKS,
    Look,
    PlacedSpan,
    TimeLanes,
    look_in_words,
    place_spans,
    year_of,
)

MOST_FOR_LABELS, GAP, AXIS = 0.24, 14.0, 26.0


@dataclass(frozen=True)
class _Scale:
    """Where days lie: pixels from the left."""

    first: int
    a_day: float

    def at(self, day: float) -> float:
        return (day - self.first) * self.a_day


def timeline(room: Room, form: Timeline) -> Drawn:
    """What the looks mean, then lanes over years."""
    labels = [wrapped(lane.label, room.width * MOST_FOR_LABELS, LABEL, most=3) for lane in form.lanes]
    left = max((widest_line(lines, LABEL) for lines in labels), default=0) + GAP
    placed = place_spans(form, room.width - left)
    scale = _Scale(placed.first, (room.width - left) / (placed.last - placed.first))
    looks = [look for look in LOOKS if any(mark.look == look for mark in placed.marks)]
    shown = legend(
        room, [Entry(_sample(look, room.theme), look_in_words(look)) for look in looks if len(looks) > 1]
    )
    head, grounds = _grounds(room, form, placed, scale)
    in_lanes = [
        *(shape for mark in _in_order(placed, looks) for shape in _mark(room, form, placed, mark, scale)),
        *_names(room, form, placed, scale),
    ]
    shapes = [
        *moved(grounds, left, 0),
        *_lanes(room, placed, labels, left, head),
        *moved(in_lanes, left, head),
    ]
    return one_below_the_other((shown, Drawn(tuple(shapes), head + placed.height + AXIS)), GAP)


def _in_order(placed: TimeLanes, looks: list[Look]) -> list[PlacedSpan]:
    """What is only roughly known lies below what is exact."""
    return sorted(placed.marks, key=lambda mark: -looks.index(mark.look))


def _grounds(room: Room, form: Timeline, placed: TimeLanes, scale: _Scale) -> tuple[float, tuple[Shape, ...]]:
    """The height of the names of phases, and phases and years behind the lanes, names on top and below."""
    spans = [
        (scale.at(_day(band.start_year)), scale.at(_day(band.end_year)), band.label) for band in form.bands
    ]
    names = [wrapped(label, end - start - 8, LEAST, most=3) for start, end, label in spans]
    head = max((len(lines) for lines in names), default=0) * LEAST * LEADING + (8 if names else 0)
    bottom = head + placed.height
    shapes: list[Shape] = []
    for number, ((start, end, _label), lines) in enumerate(zip(spans, names, strict=True)):
        if number % 2 == 0:
            shapes.append(Box(start, 0, end - start, bottom, room.ground.second_background))
        name = lines_drawn(lines, LEAST, room.ground.muted_text, x=start + 4)
        shapes += moved(name.shapes, 0, 4)
    years = range(year_of(placed.first), year_of(placed.last - 1) + 1)
    every = -(-int(measured("2000", LEAST) + 10) // max(1, int(scale.at(placed.first + 365))))
    for at, year in enumerate(years):
        x = scale.at(_day(year))
        shapes.append(Line(((x, head), (x, bottom)), room.ground.line, 0.75))
        if at % every == 0:
            middle = (x + scale.at(_day(year + 1))) / 2
            level = bottom + AXIS - 8
            shapes.append(Text(middle, level, str(year), LEAST, room.ground.muted_text, anchor="middle"))
    return head, tuple(shapes)


def _lanes(
    room: Room, placed: TimeLanes, labels: list[tuple[str, ...]], left: float, head: float
) -> Iterator[Shape]:
    for lane, lines in zip(placed.lanes, labels, strict=True):
        top, middle = head + lane.top, head + (lane.top + lane.bottom) / 2
        yield Line(((0, top), (room.width, top)), room.ground.line, 0.75)
        yield from lines_level_with(middle, lines, LABEL, room.ground.text, x=left - GAP, anchor="end")


def _mark(room: Room, form: Timeline, placed: TimeLanes, mark: PlacedSpan, scale: _Scale) -> Iterator[Shape]:
    key = form.spans[mark.index].colour
    start, end = scale.at(mark.start), scale.at(mark.end)
    yield from _drawn(mark.look, key, room.theme, (start, end, mark.middle), is_sparse=placed.is_sparse)


def _drawn(
    look: Look, key: str, theme: Theme, place: tuple[float, float, float], *, is_sparse: bool
) -> Iterator[Shape]:
    """A dot for a day, thinner and paler bars where less is known, an arrow where no end is."""
    start, end, middle = place
    ground, fill, edge = GROUNDS[theme].background, colour(key, theme), outline(key, theme)
    if look == "day":
        yield Circle((start + end) / 2, middle, 5.5 if is_sparse else 4, fill, ground, 0.75)
        return
    thick = {"year": (7, 4), "month": (7, 5)}.get(look, (15, 6))[0 if is_sparse else 1]
    top = middle - thick / 2
    match look:
        case "year":
            yield Box(start, top, end - start, thick, mix(ground, fill, 0.22), edge, 0.75)
        case "open":
            yield Box(start, top, end - start, thick, mix(ground, fill, 0.35))
            yield Box(start, top, 3, thick, fill)
            reach = 0.8 * thick
            points = ((end - reach, middle - reach), (end, middle), (end - reach, middle + reach))
            yield Area(points, fill)
        case "assumed":
            yield Box(start, top, end - start, thick, ground, edge, 1.5)
        case _:
            yield Box(start, top, end - start, thick, fill, ground, 0.75)


def _names(room: Room, form: Timeline, placed: TimeLanes, scale: _Scale) -> Iterator[Shape]:
    """The name beside the mark of a lane that holds just one, where the lane does not say the same."""
    alone = {
        lane.key: lane.label for lane, its in zip(form.lanes, placed.lanes, strict=True) if its.marks == 1
    }
    right = scale.at(placed.last)
    for mark in placed.marks if placed.is_sparse else ():
        span = form.spans[mark.index]
        start, end = scale.at(mark.start) - 10, scale.at(mark.end) + 10
        on_the_right = right - end >= start
        room_for_it = right - end if on_the_right else start
        if span.lane not in alone or span.label == alone[span.lane] or room_for_it < 120:
            continue
        (said,) = wrapped(span.label, room_for_it, NOTE, most=1)
        yield Text(
            end if on_the_right else start,
            mark.middle + LEVEL * NOTE,
            said,
            NOTE,
            room.ground.muted_text,
            anchor="start" if on_the_right else "end",
        )


def _sample(look: Look, theme: Theme) -> tuple[Shape, ...]:
    return tuple(_drawn(look, "neutral", theme, (-9, 9, 0), is_sparse=look != "open"))


def _day(year: int) -> int:
    return (date(year, 1, 1) - FIRST_DAY).days
