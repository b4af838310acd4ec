"""Two exhibits of one id set side by side: the same categories, in the same order, to the same scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Axis, Bars, Category, Form, KeyFigures, Matrix, Series
from iurc_dash.kept import Kept
from iurc_dash.quantities import NOTHING, Count

T = TypeVar("T")


def aligned(first: Exhibit, second: Exhibit) -> tuple[Exhibit, Exhibit]:
    """Both exhibits with what either shows: a category that one lacks counts nothing there.

    The first one's order comes first. Forms without axes are given back as they are; exhibits of two ids raise
    ValueError.
    """
    if first.id != second.id:
        raise ValueError(f"{first.id} and {second.id} are different exhibits.")
    if first.form is None or second.form is None or type(first.form) is not type(second.form):
        return first, second
    return _with(first, _along(first.form, second.form)), _with(
        second, _along(second.form, first.form, after=True)
    )


def _with(exhibit: Exhibit, form: Form) -> Exhibit:
    return replace(exhibit, answer=replace(exhibit.answer, form=form), kept=Kept())


def _along(form: Form, other: Form, *, after: bool = False) -> Form:
    """The form with the other's categories too; with `after`, in the other's order."""
    if isinstance(form, Bars) and isinstance(other, Bars):
        return _bars_along(form, other, after)
    if isinstance(form, Matrix) and isinstance(other, Matrix):
        return _matrix_along(form, other, after)
    if isinstance(form, KeyFigures) and isinstance(other, KeyFigures):
        return _figures_along(form, other, after)
    return form


def _union(own: Sequence[Category], others: Sequence[Category], after: bool) -> tuple[Category, ...]:
    found: dict[str, Category] = {}
    for category in [*others, *own] if after else [*own, *others]:
        found.setdefault(category.key, category)
    return tuple(found.values())


def _axis_along(own: Axis, other: Axis, after: bool) -> Axis:
    return replace(own, categories=_union(own.categories, other.categories, after))


def _values_along(keys: Sequence[str], values: Sequence[T], wanted: Sequence[str]) -> tuple[T | Count, ...]:
    """The values of some keys, for the keys wanted; what has none counts nothing."""
    known = dict(zip(keys, values, strict=False))
    return tuple(known.get(key, NOTHING) for key in wanted)


def _bars_along(form: Bars, other: Bars, after: bool) -> Bars:
    axis = _axis_along(form.axis, other.axis, after)
    mine = {series.key: series for series in form.series}
    theirs = {series.key: series for series in other.series}
    colours = _colours_by_category(form) | _colours_by_category(other)

    def series_along(key: str) -> Series:
        own = mine.get(key)
        pattern = own or theirs[key]
        coloured = axis.keys if pattern.value_colours else ()
        return replace(
            pattern,
            values=_values_along(form.axis.keys, own.values if own else (), axis.keys),
            value_colours=tuple(colours.get(category, pattern.colour) for category in coloured),
        )

    return replace(
        form,
        axis=axis,
        series=tuple(map(series_along, dict.fromkeys([*theirs, *mine] if after else [*mine, *theirs]))),
        totals=_values_along(form.axis.keys, form.totals, axis.keys) if form.totals else (),
        scale=max(form.longest, other.longest),
    )


def _colours_by_category(form: Bars) -> dict[str, str]:
    return {
        key: colour
        for series in form.series
        for key, colour in zip(form.axis.keys, series.value_colours, strict=False)
    }


def _matrix_along(form: Matrix, other: Matrix, after: bool) -> Matrix:
    rows = _axis_along(form.rows, other.rows, after)
    columns = _axis_along(form.columns, other.columns, after)
    values = dict(zip(form.rows.keys, form.values, strict=True))
    return replace(
        form,
        rows=rows,
        columns=columns,
        values=tuple(
            _values_along(form.columns.keys, values.get(row, ()), columns.keys) for row in rows.keys
        ),
        row_totals=_values_along(form.rows.keys, form.row_totals, rows.keys),
        column_totals=_values_along(form.columns.keys, form.column_totals, columns.keys),
        scale=max(form.highest, other.highest),
    )


def _figures_along(form: KeyFigures, other: KeyFigures, after: bool) -> KeyFigures:
    phases = _union(form.phases, other.phases, after)
    own, wanted = ([phase.key for phase in one] for one in (form.phases, phases))
    figures = (
        replace(figure, parts=_values_along(own, figure.parts, wanted) if figure.parts else ())
        for figure in form.figures
    )
    return replace(form, figures=tuple(figures), phases=phases)
