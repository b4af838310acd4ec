"""Choosing one of many: short lists whole, long ones by a search, and what an address names holds either way."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from visits import shown

from iurc_dash.ui.choosing import MOST_FOUND, MOST_OFFERED


def page(count: int, chosen: str) -> None:
    """A page that lets a reader choose one of so many artificial places."""
    import streamlit as st

    from iurc_dash.ui.choosing import choose

    options = {f"place-{number}": f"Sampletown {number}, Testland" for number in range(count)}
    options |= {"far-away": "Faraway, Elsewhere"} if count > 3 else {}
    st.session_state.setdefault("place", chosen or None)
    st.write(choose("Place", options, "place", placeholder="Choose a place") or "nothing chosen")


def visit(count: int, chosen: str = "", search: str = "") -> AppTest:
    visitor = AppTest.from_function(page, args=(count, chosen)).run()
    if search:
        visitor.text_input(key="find_place").input(search).run()
    assert not visitor.exception
    return visitor


def offered(visitor: AppTest) -> list[str]:
    return list(visitor.selectbox(key="place").options)


def test_a_short_list_is_offered_whole_and_needs_no_search() -> None:
    visitor = visit(3)
    assert offered(visitor) == [f"Sampletown {number}, Testland" for number in range(3)]
    assert not visitor.text_input and not visitor.caption
    assert visitor.selectbox(key="place").value is None and visitor.markdown[0].value == "nothing chosen"


@pytest.mark.parametrize(
    ("count", "sent"), [(MOST_OFFERED - 1, MOST_OFFERED), (MOST_OFFERED, MOST_FOUND), (15_000, MOST_FOUND)]
)
def test_no_more_is_sent_than_a_list_may_hold(count: int, sent: int) -> None:
    assert len(offered(visit(count))) == sent


def test_a_search_finds_words_from_their_beginning_whatever_their_order() -> None:
    assert offered(visit(15_000, search="ELSE fara")) == ["Faraway, Elsewhere"]
    hits = offered(visit(15_000, search="1499"))
    assert hits == [
        "Sampletown 1499, Testland",
        *(f"Sampletown 1499{digit}, Testland" for digit in range(10)),
    ]
    # "own" ends a word and begins none.
    assert offered(visit(15_000, search="own")) == []


def test_it_is_said_how_many_are_not_offered_and_when_nothing_is_found() -> None:
    assert shown(visit(15_000).caption[0].value) == (
        "The first 50 of 15,001 are offered below; a search finds the others."
    )
    assert (
        shown(visit(15_000, search="xyzzy").caption[0].value)
        == "Nothing has these words. Try fewer or other words."
    )
    assert not visit(15_000, search="1499").caption


@pytest.mark.parametrize("search", ["", "1499", "xyzzy"])
def test_what_an_address_names_holds_though_the_search_does_not_find_it(search: str) -> None:
    visitor = visit(15_000, chosen="far-away", search=search)
    assert visitor.selectbox(key="place").value == "far-away" and visitor.markdown[-1].value == "far-away"
    assert offered(visitor)[0] == "Faraway, Elsewhere" and len(offered(visitor)) <= MOST_FOUND + 1


def test_what_is_found_can_be_chosen_and_stays_when_the_search_is_changed() -> None:
    visitor = visit(15_000, search="14999")
    visitor.selectbox(key="place").select("Sampletown 14999, Testland").run()
    assert visitor.markdown[-1].value == "place-14999"
    visitor.text_input(key="find_place").input("fara").run()
    assert visitor.markdown[-1].value == "place-14999"
    assert offered(visitor) == ["Sampletown 14999, Testland", "Faraway, Elsewhere"]


def test_a_key_that_is_no_option_is_neither_offered_nor_chosen() -> None:
    visitor = visit(15_000, chosen="nowhere")
    assert visitor.selectbox(key="place").value is None and visitor.markdown[-1].value == "nothing chosen"
    assert len(offered(visitor)) == MOST_FOUND
