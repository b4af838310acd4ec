"""A programme a hundred times as large: what is made and sent stays as little, counted and never timed."""

from __future__ import annotations

from functools import lru_cache

import pytest
from exhibit_checks import recorded_dataset, some_parameters
from streamlit.testing.v1 import AppTest

from bench.exhibits import LINES, OF_PAGES, SELECTIONS, new_view, show_page
from bench.large import large_dataset
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.register import choices_of, entries, make
from iurc_dash.forms import ArcMap
from iurc_dash.selection import choices
from iurc_dash.tabular import Line
from iurc_dash.view import view_of

pytestmark = pytest.mark.slow

# Lines that an exhibit makes with itself: what is known of one thing, its members or its goals.
MOST_LINES_AT_ONCE = 20
# More cannot be told apart in a figure; a map is another thing.
MOST_MARKS = 2_000
MOST_OPTIONS = 2_000
MOST_KILOBYTES = 120


@lru_cache(maxsize=1)
def large() -> Dataset:
    return large_dataset(recorded_dataset())


def test_it_is_a_hundred_times_as_large() -> None:
    least = {"pairings": 15_000, "places": 20_000, "activities": 60_000, "row_sources": 250_000}
    assert {name for name, count in least.items() if len(large()[name]) < count} == set()


@pytest.mark.parametrize("id", [id for id in entries() if id != "record/rows"])
def test_only_the_lines_that_are_shown_are_made(id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make_line = Line.__init__

    def counted(line: Line, key: str, *cells: object, **named: object) -> None:
        made.append(key)
        make_line(line, key, *cells, **named)  # type: ignore[arg-type]

    view = view_of(large(), SELECTIONS[0])
    (parameters, *_others) = some_parameters(entries()[id], view)
    monkeypatch.setattr(Line, "__init__", counted)
    exhibit = make(view, id, **parameters)
    assert len(made) <= MOST_LINES_AT_ONCE
    made.clear()
    shown = list(exhibit.table.part(0, LINES))
    assert len(made) <= max(len(shown), MOST_LINES_AT_ONCE)
    assert isinstance(exhibit.form, ArcMap) or len(exhibit.marks) <= MOST_MARKS


@pytest.mark.parametrize("page", OF_PAGES)
def test_no_page_sends_more_than_a_reader_could_look_at(page: str) -> None:
    view, subject = new_view(large(), page, SELECTIONS[0], 1)
    size, _maps = show_page(view, page, subject)
    assert size < MOST_KILOBYTES * 1000


def page(options: dict[str, str]) -> None:
    from iurc_dash.ui.choosing import choose

    choose("What", options, "what", placeholder="Choose")


@pytest.mark.parametrize(("id", "parameter"), [("pairings/on-map", "pairing"), ("places/facts", "place")])
def test_a_choice_of_thousands_is_searched_and_not_sent_whole(id: str, parameter: str) -> None:
    offered = choices_of(view_of(large()), id, parameter)
    assert len(offered) >= 15_000
    visitor = AppTest.from_function(page, args=(dict(offered),)).run()
    assert not visitor.exception
    assert 0 < len(visitor.selectbox(key="what").options) <= MOST_OPTIONS


def test_every_other_choice_is_short() -> None:
    declared = {
        (id, parameter.name): len(choices_of(view_of(large()), id, parameter.name))
        for id, entry in entries().items()
        for parameter in entry.parameters
        if parameter.name not in ("pairing", "place")
    }
    assert {asked: count for asked, count in declared.items() if count > MOST_OPTIONS} == {}
    assert all(len(names) <= MOST_OPTIONS for names in choices(large()).values())
