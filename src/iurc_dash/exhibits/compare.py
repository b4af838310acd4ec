"""Two exhibits of one id set side by side: the same categories, in the same order, to the same scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Axis, Bars, Category, Form, KeyFigure, KeyFigures, Matrix, Series
from iurc_dash.kept import Kept
from iurc_dash.quantities import NOTHING, Count, Quantity


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


def _union(own: Iterable[Category], others: Iterable[Category], after: bool) -> tuple[Category, ...]:
    ordered = [*others, *own] if after else [*own, *others]
    return tuple({category.key: category for category in reversed(ordered)}[key] for key in _keys(ordered))


def _keys(categories: Iterable[Category]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(category.key for category in categories))


def _bars_along(form: Bars, other: Bars, after: bool) -> Bars:
    categories = _union(form.axis.categories, other.axis.categories, after)
    place_of = {key: place for place, key in enumerate(form.axis.keys)}
    mine = {series.key: series for series in form.series}
    theirs = {series.key: series for series in other.series}
    order = dict.fromkeys([*theirs, *mine] if after else [*mine, *theirs])

    def series_along(key: str) -> Series:
        pattern, own = mine.get(key) or theirs[key], mine.get(key)
        colours = _colours_by_category(form) | _colours_by_category(other)
        return replace(
            pattern,
            values=tuple(
                own.values[place_of[category.key]] if own and category.key in place_of else NOTHING
                for category in categories
            ),
            value_colours=tuple(colours.get(category.key, pattern.colour) for category in categories)
            if pattern.value_colours
            else (),
        )

    return replace(
        form,
        axis=replace(form.axis, categories=categories),
        series=tuple(map(series_along, order)),
        totals=tuple(
            form.totals[place_of[category.key]] if category.key in place_of else NOTHING
            for category in categories
        )
        if form.totals
        else (),
        scale=max(_longest(form), _longest(other)),
    )


def _colours_by_category(form: Bars) -> dict[str, str]:
    return {
        key: colour
        for series in form.series
        for key, colour in zip(form.axis.keys, series.value_colours, strict=False)
    }


def _longest(form: Bars) -> float:
    values: list[Quantity | None] = [*form.totals] or [
        value for series in form.series for value in series.values
    ]
    return max((_number(value) for value in values), default=0.0)


def _number(quantity: Quantity | None) -> float:
    value = quantity.value if quantity is not None else None
    return float(value) if isinstance(value, int | float) else 0.0


def _matrix_along(form: Matrix, other: Matrix, after: bool) -> Matrix:
    rows = _axis_along(form.rows, other.rows, after)
    columns = _axis_along(form.columns, other.columns, after)
    cells = {
        (row, column): value
        for row, values in zip(form.rows.keys, form.values, strict=True)
        for column, value in zip(form.columns.keys, values, strict=True)
    }

    def total(keys: tuple[str, ...], totals: tuple[Count, ...], key: str) -> Count:
        return dict(zip(keys, totals, strict=True)).get(key, NOTHING)

    return replace(
        form,
        rows=rows,
        columns=columns,
        values=tuple(
            tuple(cells.get((row, column), NOTHING) for column in columns.keys) for row in rows.keys
        ),
        row_totals=tuple(total(form.rows.keys, form.row_totals, key) for key in rows.keys),
        column_totals=tuple(total(form.columns.keys, form.column_totals, key) for key in columns.keys),
        scale=float(max(_largest(form), _largest(other))),
    )


def _axis_along(own: Axis, other: Axis, after: bool) -> Axis:
    return replace(own, categories=_union(own.categories, other.categories, after))


def _largest(form: Matrix) -> int:
    return max((cell.value for values in form.values for cell in values if cell is not None), default=0)


def _figures_along(form: KeyFigures, other: KeyFigures, after: bool) -> KeyFigures:
    phases = _union(form.phases, other.phases, after)
    place_of = {phase.key: place for place, phase in enumerate(form.phases)}

    def figure_along(figure: KeyFigure) -> KeyFigure:
        parts = tuple(
            figure.parts[place_of[phase.key]] if phase.key in place_of else NOTHING for phase in phases
        )
        return replace(figure, parts=parts if figure.parts else ())

    return replace(form, figures=tuple(map(figure_along, form.figures)), phases=phases)
