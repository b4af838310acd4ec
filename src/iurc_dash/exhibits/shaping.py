"""Forms and tables from a tally: one home for how counts become bars, a matrix and the table behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.forms import Axis, Bars, Category, Facts, Listing, Matrix, Series
from iurc_dash.language import _
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import NOTHING, Count, Row
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, ColumnKind, Line, NotApplicable, Table
from iurc_dash.view import PROGRAMME_WIDE, View
from iurc_dash.vocabulary import VOCABULARIES

# Line of the totals in every table.
TOTAL = ""


def phase_axis(view: View) -> Axis:
    """The phases that have anything in view."""
    return Axis(_("Phase"), tuple(Category(key, view.say("phases", key)) for key in view.phases), "phases")


def region_axis(view: View, tally: Tally, axis: str = "region") -> Axis:
    """The regions that have anything in view; the programme as a whole only where the tally has any of it."""
    counted = set(tally.keys(axis))
    keys = [key for key in view.regions if key != PROGRAMME_WIDE or key in counted]
    return Axis(_("Region"), tuple(Category(key, view.say("regions", key)) for key in keys), "regions")


def phase_series(view: View, count: Callable[[str, str], Count], keys: Sequence[str]) -> tuple[Series, ...]:
    """A series for each phase in view; `count` gives the count of (key, phase)."""
    return tuple(
        Series(
            key=phase,
            label=view.say("phases", phase),
            values=tuple(count(key, phase) for key in keys),
            colour=view.colour("phases", phase),
        )
        for phase in view.phases
    )


def bars_by_phase(view: View, tally: Tally, axis: Axis, unit: str) -> Bars:
    """Stacked bars of a tally of (key, phase)."""
    return Bars(
        axis=axis,
        series=phase_series(view, tally.at, axis.keys),
        unit=unit,
        totals=tuple(tally.at(key) for key in axis.keys),
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
    columns: Sequence[tuple[Column, Callable[[str], Cell]]],
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


def matrix_table(matrix: Matrix, vocabulary: str = "") -> Table:
    """The table of a matrix: its cells, its totals."""
    place_of = {key: place for place, key in enumerate(matrix.rows.keys)}

    def cell_of(column: int) -> Callable[[str], Cell]:
        return lambda key: _cell(matrix.values[place_of[key]][column])

    columns = [
        (Column(category.key, category.label, "count", unit=matrix.unit), cell_of(place))
        for place, category in enumerate(matrix.columns.categories)
    ]
    whole = Column("total", matrix.column_total_label, "count", unit=matrix.unit)
    totals = dict(zip(matrix.columns.keys, matrix.column_totals, strict=True)) | {"total": matrix.total}
    return table_by_category(
        matrix.rows,
        [*columns, (whole, lambda key: matrix.row_totals[place_of[key]])],
        totals,
        total_label=matrix.row_total_label,
        vocabulary=vocabulary,
    )


def _cell(count: Count | None) -> Count | NotApplicable:
    return NOT_APPLICABLE if count is None else count


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
) -> Answer:
    """The answer whose table is what is looked at; `counted` are the rows that its lines show."""
    return Answer(
        finding=finding,
        more=more,
        form=Listing(),
        table=lambda: table,
        counted=counted,
        cautions=tuple(cautions),
        question=question,
    )


def facts_of_row(
    finding: str,
    row: Row,
    terms: Sequence[tuple[Column, Cell]],
    *,
    cautions: Iterable[str] = (),
    question: str = "",
) -> Answer:
    """The answer that tells what is known of one row; its table is that one line."""
    columns = [column for column, _cell in terms]
    line = Line(row.key, {column.key: cell for column, cell in terms}, row)
    return Answer(
        finding=finding,
        form=Facts(tuple((column, cell) for column, cell in terms if not column.hidden)),
        table=lambda: Table.of(columns, [line]),
        counted=Count.of([row]),
        cautions=tuple(cautions),
        question=question,
    )
