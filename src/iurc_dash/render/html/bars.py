"""Bars that run along the width: stacked or one below the other, their values in or beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iurc_dash.forms import Bars, Look, Series
from iurc_dash.language import format_parts
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, MarkAddress, classes_of, drawn_mark
from iurc_dash.render.html.scales import percent
from iurc_dash.render.svg.geometry import short

# Pixels of a bar, and between a row's bars.
THICK, APART = 18.0, 3.0
# A number within a bar needs so much of the width, of a scale on a phone.
ROOM = 0.045


@dataclass(frozen=True)
class Bar:
    """A bar or a part of one: its place, its length, the middle of its text, its mark; whether its text is in it."""

    x: str
    y: str
    width: str
    middle: str
    text_y: str
    mark: Drawn
    has_text: bool


@dataclass(frozen=True)
class End:
    """A value at the end of a bar, and where it stands."""

    x: str
    y: str
    mark: Drawn
    is_total: bool


def bars_html(form: Bars, mark_address: MarkAddress) -> str:
    """A row for each category; what nothing can be is a dash, and 0 a number without a bar."""
    rows = [
        (
            category.label,
            short(THICK if form.stacked else len(form.series) * (THICK + APART) - APART),
            list(_bars(form, place, mark_address)),
            list(_ends(form, place, mark_address)),
        )
        for place, category in enumerate(form.axis.categories)
    ]
    samples = (
        [(series.label, classes_of(Look(series.sample_colour, series.texture))) for series in form.series]
        if len(form.series) > 1
        else []
    )
    return filled("bars.html", form=form, rows=rows, samples=samples, thick=short(THICK))


def _bars(form: Bars, place: int, mark_address: MarkAddress) -> Iterator[Bar]:
    top, start, y = form.longest, 0.0, 0.0
    for series in form.series:
        long = series.amount(place)
        if long:
            yield Bar(
                percent(start, top),
                short(y),
                percent(long, top),
                percent(start + long / 2, top),
                short(y + THICK / 2),
                _mark(form, place, series, mark_address),
                form.stacked and len(form.series) > 1 and long / top > ROOM and long < form.length(place),
            )
        if form.stacked:
            start += long
        else:
            y += THICK + APART


def _ends(form: Bars, place: int, mark_address: MarkAddress) -> Iterator[End]:
    """The total of a stack, or the value of each bar."""
    category, top = form.axis.categories[place], form.longest
    if form.stacked:
        mark = drawn_mark(f"{category.key}/", category.label, form.totals[place], mark_address)
        yield End(percent(form.length(place), top), short(THICK / 2), mark, is_total=True)
        return
    for number, series in enumerate(form.series):
        y = number * (THICK + APART) + THICK / 2
        mark = _mark(form, place, series, mark_address)
        yield End(percent(series.amount(place), top), short(y), mark, is_total=False)


def _mark(form: Bars, place: int, series: Series, mark_address: MarkAddress) -> Drawn:
    category = form.axis.categories[place]
    label = format_parts((category.label, series.label if len(form.series) > 1 else ""))
    looks = classes_of(Look(series.colour_at(place), series.texture))
    return drawn_mark(f"{category.key}/{series.key}", label, series.values[place], mark_address, looks)
