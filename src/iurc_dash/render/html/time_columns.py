"""Columns along time: heights in pixels, places along the width as shares of it, so that text keeps its size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iurc_dash.forms import Look, TimeColumns
from iurc_dash.language import format_number, format_parts
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, MarkAddress, classes_of, drawn_mark
from iurc_dash.render.html.scales import round_scale
from iurc_dash.render.svg.geometry import short

# Pixels: above the columns for the names of bands and the highest value, the scale itself, below it for years.
HEAD, SCALE, FOOT = 40.0, 190.0, 22.0
# Names of bands end here.
UNDER_NAMES = 20.0
# A value that stands at the end of a column takes so much room.
VALUE = 20.0
# Of the width of a stretch its column takes so much.
FILLED = 0.8


@dataclass(frozen=True)
class Part:
    """A piece of a column: its place and size, and its mark."""

    x: str
    y: str
    width: str
    height: str
    mark: Drawn


@dataclass(frozen=True)
class DrawnColumn:
    """A column: where its stretch begins and how wide it is, its middle, its mark, its pieces and its values."""

    x: str
    width: str
    middle: str
    mark: Drawn
    parts: tuple[Part, ...]
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Height:
    """The scale of a figure: pixels of one thing counted, and where the line stands from which columns grow."""

    pixel: float
    line: float

    def of(self, count: float) -> float:
        """How long so many are."""
        return count * self.pixel


def time_columns_html(form: TimeColumns, mark_address: MarkAddress) -> str:
    """Columns with their values, years below them, bands behind them, and what is in none of them."""
    up, down = form.highest
    top, ticks = round_scale(max(up, down), format_number, most=4)
    height = Height(SCALE / ((up + down) or 1), HEAD + (SCALE * up / ((up + down) or 1)))
    foot = VALUE if form.below else 0.0
    columns = [_column(form, place, height, mark_address) for place in range(len(form.totals))]
    samples = [
        (one.label, classes_of(Look(one.colour, one.texture)))
        for one in (*form.series, *form.below)
        if len(form.series) + len(form.below) > 1
    ]
    step = top / (len(ticks) - 1)
    grid = [
        (short(height.line - sign * height.of(int(at * step))), format_number(int(at * step)))
        for sign, most in ((1, up), (-1, down))
        for at in range(1, len(ticks))
        if at * step <= most
    ]
    return filled(
        "time_columns.html",
        form=form,
        columns=columns,
        samples=samples,
        grid=grid,
        bands=_bands(form),
        years=_years(form),
        line=short(height.line),
        bottom=short(HEAD + SCALE + foot),
        under_names=short(UNDER_NAMES),
        reach=short(HEAD + SCALE + foot - UNDER_NAMES),
        height=short(HEAD + SCALE + foot + FOOT),
        apart=[
            (one.label, drawn_mark(f"/{one.key}", one.label, one.count, mark_address)) for one in form.apart
        ],
        each="iurc-each" if form.parts > 1 else "",
    )


def _column(form: TimeColumns, place: int, height: Height, mark_address: MarkAddress) -> DrawnColumn:
    each = 100 / len(form.totals)
    category, total = form.axis.categories[place], form.totals[place]
    left = each * (place + (1 - FILLED) / 2)
    parts = tuple(_parts(form, place, height, left, each * FILLED, mark_address))
    values = []
    for series, sign in ((form.series, -1), (form.below, 1)):
        count = sum(one.amount(place) for one in series)
        if count:
            end = height.line + sign * height.of(count)
            values.append((short(end - 5 if sign < 0 else end + 14), format_number(count)))
    return DrawnColumn(
        _share(each * place),
        _share(each),
        _share(each * (place + 0.5)),
        drawn_mark(f"{category.key}/", category.label, total, mark_address),
        parts,
        tuple(values),
    )


def _parts(
    form: TimeColumns, place: int, height: Height, left: float, width: float, mark_address: MarkAddress
) -> Iterator[Part]:
    category = form.axis.categories[place]
    for stack, sign in ((form.series, -1), (form.below, 1)):
        at = height.line
        for one in stack:
            long = height.of(one.amount(place))
            if long:
                key, label = f"{category.key}/{one.key}", format_parts((category.label, one.label))
                looks = classes_of(Look(one.colour, one.texture))
                mark = drawn_mark(key, label, one.values[place], mark_address, looks)
                y = at - long if sign < 0 else at
                yield Part(_share(left), short(y), _share(width), short(long), mark)
            at += sign * long


def _bands(form: TimeColumns) -> list[tuple[str, str, str, str]]:
    """Where each band begins, how wide it is, its middle and its name."""
    count = len(form.totals)
    found = []
    for band, start, end in form.bands_within():
        left, width = 100 * start / count, 100 * (end - start) / count
        found.append((_share(left), _share(width), _share(left + width / 2), band.label))
    return found


def _years(form: TimeColumns) -> list[tuple[str, str, str]]:
    """The middle of each year, its century and the rest of it."""
    count = len(form.totals)
    years = range(form.first_year, form.first_year + -(-count // form.parts))
    return [
        (
            _share(100 * ((year - form.first_year) * form.parts + form.parts / 2) / count),
            f"{year}"[:-2],
            f"{year}"[-2:],
        )
        for year in years
    ]


def _share(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"
