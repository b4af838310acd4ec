"""Forms and tables from a tally: one home for how counts become bars, a matrix and the table behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf
from iurc_dash.forms import Axis, Bars, Category, Facts, Listing, Matrix, Series, Span, Texture
from iurc_dash.language import _
from iurc_dash.metrics.activities import ActivityRecord
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import NOTHING, Count, Row, Share
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, ColumnKind, Line, Table
from iurc_dash.view import PROGRAMME_WIDE, View, Where
from iurc_dash.vocabulary import VOCABULARIES

# What a source states and what is inferred are told apart by more than colour.
TEXTURES: dict[str, Texture] = {"stated": "solid", "inferred": "outlined"}
# Line of the totals in every table.
TOTAL = ""


def phase_axis(view: View) -> Axis:
    """The phases that have anything in view."""
    return Axis(_("Phase"), tuple(Category(key, view.say("phases", key)) for key in view.phases), "phases")


def region_axis(view: View, tally: Tally) -> Axis:
    """The regions that have anything in view; the programme as a whole only where the tally has any of it."""
    counted = set(tally.keys("region"))
    keys = [key for key in view.regions if key != PROGRAMME_WIDE or key in counted]
    return Axis(_("Region"), tuple(Category(key, view.say("regions", key)) for key in keys), "regions")


def stacked_bars(tally: Tally, axis: Axis, series: Iterable[Series], unit: str) -> Bars:
    """Stacked bars of a tally by (category, series); the series come without their values."""
    return Bars(
        axis=axis,
        series=tuple(
            replace(one, values=tuple(tally.at(key, one.key) for key in axis.keys)) for one in series
        ),
        unit=unit,
        totals=tuple(tally.at(key) for key in axis.keys),
    )


def bars_by_phase(view: View, tally: Tally, axis: Axis, unit: str) -> Bars:
    """Stacked bars of a tally by (category, phase)."""
    phases = (
        Series(phase, view.say("phases", phase), (), view.colour("phases", phase)) for phase in view.phases
    )
    return stacked_bars(tally, axis, phases, unit)


def activity_span(record: ActivityRecord, lane: str, colour: str) -> Span:
    """A dated activity on a time line."""
    return Span(
        key=record.activity_id,
        lane=lane,
        label=record.title,
        start=record.first_date,
        row=Row("activities", record.activity_id),
        end=record.last_date if record.last_date != record.first_date else "",
        colour=colour,
    )


def matrix_of(
    tally: Tally,
    rows: Axis,
    columns: Axis,
    unit: str,
    *,
    total_labels: tuple[str, str] | None = None,
    is_possible: Callable[[str, str], bool] = lambda row, column: True,
) -> Matrix:
    """A matrix of a tally of (row, column); a cell that is not possible and counts nothing is None.

    `total_labels` name the last line and the last column; both are "All" unless said otherwise. Totals are distinct
    rows of the categories shown.
    """

    def cell(row: str, column: str) -> Count | None:
        count = tally.at(row, column)
        return count if count or is_possible(row, column) else None

    return Matrix(
        rows=rows,
        columns=columns,
        values=tuple(tuple(cell(row, column) for column in columns.keys) for row in rows.keys),
        unit=unit,
        row_totals=tuple(tally.at(row) for row in rows.keys),
        column_totals=tuple(tally.at(None, column) for column in columns.keys),
        total=tally.whole,
        row_total_label=(total_labels or (_("All"), _("All")))[0],
        column_total_label=(total_labels or (_("All"), _("All")))[1],
    )


def table_by_category(
    axis: Axis,
    columns: Sequence[CellOf[str]],
    totals: Mapping[str, Cell] | None = None,
    *,
    total_label: str = "",
    vocabulary: str = "",
) -> Table:
    """A table with a line a category; a column comes with the function that gives the cell of a category's key.

    `totals` are the cells of a last line, by column key. `vocabulary` is the table or vocabulary that the categories
    are keys of; without it their labels are shown as they are.
    """
    kind: ColumnKind = "paragraph"
    if vocabulary:
        kind = "code" if vocabulary in VOCABULARIES else "reference"
    first = Column("category", axis.title, kind, vocabulary)

    def line(category: Category) -> Line:
        cells: dict[str, Cell] = {"category": category.key if vocabulary else category.label}
        cells |= {column.key: cell_of(category.key) for column, cell_of in columns}
        return Line(category.key, cells, label=category.label)

    lines = [line(category) for category in axis.categories]
    if totals is not None and len(lines) > 1:
        label = total_label or _("All")
        lines.append(Line(TOTAL, {"category": label, **totals}, is_total=True, label=label))
    return Table.of([first, *(column for column, _cell_of in columns)], lines)


def matrix_by_region(view: View, tally: Tally, unit: str) -> Matrix:
    """A matrix of a tally by (region, phase); a region has no cell in a phase that it had no part in."""
    existing = set(view.editions.values())
    return matrix_of(
        tally,
        region_axis(view, tally),
        phase_axis(view),
        unit,
        is_possible=lambda region, phase: Where(phase, region) in existing,
    )


def matrix_table(
    matrix: Matrix, vocabulary: str = "", share_of: Callable[[str, str], Share | None] | None = None
) -> Table:
    """The table of a matrix: its cells, its totals; with `share_of` a share of (row, column) beside each cell."""
    columns: list[CellOf[str]] = []
    totals: dict[str, Cell] = {"total": matrix.total}
    for place, category in enumerate(matrix.columns.categories):
        key, label = category.key, category.label
        counts = [NOT_APPLICABLE if values[place] is None else values[place] for values in matrix.values]
        columns.append((Column(key, label, "count", unit=matrix.unit), _by_key(matrix.rows, counts)))
        totals[key] = matrix.column_totals[place]
        if share_of:
            shares = [told_share(share_of(row, key)) for row in matrix.rows.keys]
            title = _("{phase}, share").format(phase=label)
            columns.append((Column(f"{key}-share", title, "share"), _by_key(matrix.rows, shares)))
            totals[f"{key}-share"] = NOT_APPLICABLE
    whole = Column("total", matrix.column_total_label, "count", unit=matrix.unit)
    columns.append((whole, _by_key(matrix.rows, matrix.row_totals)))
    return table_by_category(
        matrix.rows, columns, totals, total_label=matrix.row_total_label, vocabulary=vocabulary
    )


def _by_key(axis: Axis, cells: Sequence[Cell]) -> Callable[[str], Cell]:
    return dict(zip(axis.keys, cells, strict=True)).__getitem__


def told_share(share: Share | None) -> Cell:
    """A share that rests on enough to be told; otherwise there is none."""
    return share if share is not None and may_be_told_as_share(share) else NOT_APPLICABLE


def nothing_found(finding: str, columns: Sequence[Column] = (), *, more: str = "") -> Answer:
    """The answer where nothing matches: a sentence, no figure, a table without lines."""
    return Answer(finding, form=None, table=lambda: Table.of(columns, ()), counted=NOTHING, more=more)


def listed(
    finding: str,
    table: Table,
    counted: Count,
    *,
    more: str = "",
    cautions: Iterable[str] = (),
    question: str = "",
    form: Listing | None = None,
) -> Answer:
    """The answer whose table is what is looked at; `counted` are the rows that its lines show.

    `form` says by which columns it can be put in order.
    """
    return Answer(
        finding=finding,
        more=more,
        form=form or Listing(),
        table=lambda: table,
        counted=counted,
        cautions=tuple(cautions),
        question=question,
    )


def facts_of_row(finding: str, row: Row, terms: Sequence[tuple[Column, Cell]]) -> Answer:
    """The answer that tells what is known of one row; its table is that one line."""
    columns = [column for column, _cell in terms]
    line = Line(row.key, {column.key: cell for column, cell in terms}, row)
    return Answer(
        finding=finding,
        form=Facts(tuple((column, cell) for column, cell in terms if not column.hidden)),
        table=lambda: Table.of(columns, [line]),
        counted=Count.of([row]),
    )
