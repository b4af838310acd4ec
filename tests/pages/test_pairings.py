"""The list of pairings as an address asks for it, and the page of one pairing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import recorded_dataset
from streamlit.testing.v1 import AppTest
from visits import assert_opens, html_on, shown, visit, words_on

from iurc_dash.dataset import Dataset
from iurc_dash.ui.navigation import PAGES

LIST = next(entry for entry in PAGES if entry.url_path == "pairings")
FIRST = "na-1-testville-demo-city"


def listed(dataset: Dataset, **address: str) -> AppTest:
    visitor = visit(dataset, LIST, {name: [value] for name, value in address.items()})
    assert_opens(visitor)
    return visitor


def links(visitor: AppTest, words: str) -> list[str]:
    """Addresses of the links that begin with the words."""
    return re.findall(rf'href="([^"]+)"[^>]*>{words}', "\n".join(html_on(visitor)))


def test_each_choice_says_how_many_it_leaves_and_leads_to_them() -> None:
    visitor = listed(artificial_dataset(), phase="1", search="demo")
    (address,) = links(visitor, "All <b>")
    assert "phase=1" in address and "search=demo" in address
    everything = listed(artificial_dataset())
    assert links(everything, "No theme recorded") == ["./pairings?missing=theme"]
    assert "No theme recorded <b>2</b>" in words_on(everything)


def test_what_is_missing_and_the_order_stay_in_the_address_and_are_seen() -> None:
    visitor = listed(recorded_dataset(), missing="activity", sort="start", order="descending")
    assert shown(visitor.title[0].value) == "11 of 162 (7%) pairings have no activity recorded."
    for name, value in (("missing", "activity"), ("sort", "start"), ("order", "descending")):
        assert visitor.query_params[name] in (value, [value])
    words = words_on(visitor)
    assert 'aria-sort="descending"' in words and words.count('aria-sort="none"') == 3
    assert re.search(r'aria-current="true">No activity recorded <b>11</b>', words)
    # The heading in use turns the order round, and keeps what else was asked.
    (turned,) = links(visitor, "Start</a></th>")
    assert "order=ascending" in turned and "missing=activity" in turned
    # What is taken away is what is listed.
    assert "asked=missing%3Dactivity" in words


def test_an_unknown_choice_is_told_and_left_out() -> None:
    visitor = listed(artificial_dataset(), missing="manners", order="sideways")
    told = shown(" ".join(element.value for element in visitor.info))
    assert "missing = manners" in told and "order = sideways" in told
    assert "missing" not in visitor.query_params and "7 pairings" in visitor.title[0].value


@pytest.mark.parametrize("make", [empty_dataset, one_row_dataset])
def test_nothing_or_one_is_no_error(make: Callable[[], Dataset]) -> None:
    for missing in ("activity", "theme", "start"):
        visitor = listed(make(), missing=missing)
        assert visitor.title[0].value
    kept = listed(one_row_dataset(), missing="start")
    assert shown(kept.title[0].value) == "The start of the one pairing that matches is recorded."
    assert not kept.info, "nothing is to be loosened where everything is recorded"


@pytest.mark.parametrize(
    ("make", "pairing", "name"),
    [
        (one_row_dataset, FIRST, "Testville – Demo City"),
        (artificial_dataset, "lac-2-group-of-five", "Exampleburg"),
        (recorded_dataset, "na-1-bologna-austin", "Metropolitan City of Bologna – Austin"),
    ],
)
def test_a_pairing_begins_with_its_sides_then_its_story_then_one_list(
    make: Callable[[], Dataset], pairing: str, name: str
) -> None:
    visitor = listed(make(), pairing=pairing)
    assert shown(visitor.title[0].value).startswith(name)
    drawn = "\n".join(html_on(visitor))
    assert drawn.index('"iurc-ends') < drawn.index('iurc-prose"') < drawn.index("<table")
    assert not visitor.get("plotly_chart"), "a page of one pairing needs no chart library"
    assert 'href="./places?place=' in drawn and 'href="./programme?edition=' in drawn
