"""In another language nothing of an exhibit stays English but data and proper names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest
from artificial import artificial_dataset
from exhibit_checks import exhibits_of
from pseudo_language import CODE, forgotten, in_cyrillic, spoken, translate

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import (
    ArcMap,
    Bars,
    DotPlot,
    Flow,
    KeyFigures,
    LegendEntry,
    Matrix,
    Sample,
    Series,
    ShareGrid,
    Slope,
    TimeColumns,
    Timeline,
    UnitChart,
)
from iurc_dash.render.words import say_cell
from iurc_dash.selection import Selection, choices
from iurc_dash.view import view_of


@pytest.fixture(scope="module", autouse=True)
def _language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with spoken(tmp_path_factory.mktemp("locale")):
        yield


@lru_cache(maxsize=1)
def foreign_dataset() -> Dataset:
    return in_cyrillic(artificial_dataset())


def words_for_readers(exhibit: Exhibit) -> Iterator[str]:
    """Everything of an exhibit that readers see as words."""
    yield from (exhibit.question, exhibit.finding, exhibit.more, exhibit.alt, *exhibit.cautions.values())
    yield from (mark.label for mark in {**exhibit.marks, **exhibit.table_marks}.values())
    yield from words_of_form(exhibit)
    for column in exhibit.table.columns:
        yield from (column.title, column.unit)
    for line in exhibit.table:
        yield line.label
        for column in exhibit.table.columns:
            # Keys are for downloads.
            if column.key != "key":
                yield say_cell(exhibit.view, column, line[column.key])


def words_of_form(exhibit: Exhibit) -> Iterator[str]:
    named: list[Series | LegendEntry | Sample] = []
    match exhibit.form:
        case Bars() as bars:
            named += bars.series
            yield from (bars.axis.title, bars.unit)
        case Matrix() as matrix:
            yield from (matrix.rows.title, matrix.columns.title, matrix.unit)
            yield from (matrix.row_total_label, matrix.column_total_label)
        case UnitChart() as units:
            named += units.samples
            yield from (units.title, units.unit, units.empty_label)
            yield from (thing.label for thing in (*units.groups, *units.empty))
            yield from (group.note for group in units.groups)
        case Slope() as slope:
            yield from (slope.title, slope.unit, *(thing.label for thing in (*slope.ends, *slope.lines)))
        case DotPlot() as dots:
            named += dots.samples
            yield from (dots.title, dots.unit, *(row.label for row in dots.rows))
            # Totals are told by their number and date, which Babel says.
            yield from (row.note for row in dots.rows)
        case ShareGrid() as grid:
            yield from (grid.rows.title, grid.columns.title, grid.unit)
            yield from (thing.label for axis in (grid.rows, grid.columns) for thing in axis.categories)
        case Flow() as flow:
            yield from (flow.stages.title, flow.unit)
            yield from (thing.label for thing in (*flow.nodes, *flow.stages.categories))
        case TimeColumns() as columns:
            named += (*columns.series, *columns.below)
            yield from (columns.axis.title, columns.unit)
            yield from (thing.label for thing in (*columns.axis.categories, *columns.bands, *columns.apart))
        case KeyFigures() as figures:
            yield from (figure.note for figure in figures.figures)
        case Timeline() as timeline:
            yield from (thing.label for thing in (*timeline.lanes, *timeline.bands))
        case ArcMap() as drawn:
            named += drawn.legend
            yield from (place.description for place in drawn.places)
            yield from drawn.unplaced
    yield from (thing.label for thing in named)


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(phases=("2",), regions=("LAC",)), Selection(goals=("sdg-1",))]
)
def test_nothing_stays_english(selection: Selection) -> None:
    view = view_of(foreign_dataset(), selection, CODE)
    assert not forgotten(view.in_words), view.in_words
    left = {
        (exhibit.id, text)
        for exhibit in exhibits_of(view)
        for text in words_for_readers(exhibit)
        # What a reader has searched for is said as it was written.
        if forgotten(text, but=exhibit.parameters.get("search", ""))
    }
    assert not left


def test_nothing_that_can_be_chosen_stays_english() -> None:
    for names in choices(foreign_dataset(), CODE).values():
        assert names and not [name for name in names.values() if forgotten(name)]


def test_a_search_finds_words_of_the_language() -> None:
    view = view_of(foreign_dataset(), Selection(), CODE)
    for word, count in (("Brazil", 1), ("Smart cities", 2)):
        assert len(make(view, "pairings/list", search=translate(word)).table) == count
        assert make(view, "pairings/list", search=word).is_empty


def test_the_made_up_language_would_show_what_is_forgotten() -> None:
    for exhibit in exhibits_of(view_of(foreign_dataset(), Selection(), "en")):
        for text in (exhibit.question, exhibit.finding):
            assert forgotten(text), (exhibit.id, text)
