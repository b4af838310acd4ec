"""How links to goals are known: always told, in whole sentences, each link once."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.forms import Bars
from iurc_dash.metrics.goals import counted_links

ID = "standouts/stated-links"


@pytest.mark.parametrize(
    ("stated", "inferred", "finding"),
    [
        (0, 0, "No link to a Sustainable Development Goal matches."),
        (1, 0, "A source states the one link to a Sustainable Development Goal."),
        (3, 0, "Sources state all 3 links to Sustainable Development Goals."),
        (0, 1, "The one link to a Sustainable Development Goal is our reading; no source states it."),
        (
            0,
            2,
            "No source states any of the 2 links to Sustainable Development Goals; all are our reading.",
        ),
        (1, 1, "Sources state 1 of 2 links to Sustainable Development Goals; the other is our reading."),
        (2, 3, "Sources state 2 of 5 links to Sustainable Development Goals; the others are our reading."),
        (
            2,
            18,
            "Sources state 2 of 20 (10%) links to Sustainable Development Goals; the others are our reading.",
        ),
    ],
)
def test_sentences(stated: int, inferred: int, finding: str) -> None:
    pairings = [Pairing(stated=("sdg-11",))] * stated + [Pairing(inferred=("sdg-12",))] * inferred
    exhibit = made(with_pairings(*pairings), ID)
    assert exhibit.finding == finding
    assert exhibit.is_empty == (stated + inferred == 0)
    assert not any(word in exhibit.finding for word in ("contribute", "inferred"))


def test_a_link_that_is_stated_and_inferred_is_one_link_that_is_stated() -> None:
    exhibit = made(with_pairings(Pairing(stated=("sdg-11",), inferred=("sdg-11",))), ID)
    assert exhibit.finding == "A source states the one link to a Sustainable Development Goal."
    assert exhibit.rows() == {"contributions": ("p1-sdg-11-stated",)}


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, Bars)
    values = {key: mark.quantity.value for key, mark in exhibit.marks.items() if mark.quantity is not None}
    # c-01 and c-02 say one thing; themes, programmes and whole agendas are no counted links.
    assert values == {
        "pairing/stated": 2,
        "pairing/inferred": 3,
        "pairing/": 5,
        "activity/stated": 1,
        "activity/inferred": 0,
        "activity/": 1,
    }
    assert exhibit.rows("pairing/stated") == {"contributions": ("c-01", "c-06")}
    assert {series.texture for series in exhibit.form.series} == {"solid", "outlined"}
    assert made(empty_dataset(), ID).is_empty


def test_where_only_stated_links_are_looked_at_nothing_is_said_of_others() -> None:
    several = made(artificial_dataset(), ID, stated_only=True)
    assert several.finding == (
        "Only links that a source states are looked at: 3 links to Sustainable Development Goals."
    )
    one = made(with_pairings(Pairing(stated=("sdg-11",))), ID, stated_only=True)
    assert one.finding == (
        "Only links that a source states are looked at: 1 link to a Sustainable Development Goal."
    )


def test_it_is_told_of_the_whole_record_too() -> None:
    exhibit = made(recorded_dataset(), ID)
    assert exhibit.finding.startswith("Sources state 23 of ")
    assert exhibit.answer.counted.value == len(counted_links(exhibit.view))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([("stated",), ("inferred",), ("stated", "inferred")]), max_size=25))
def test_links_are_counted_once_each(bases: list[tuple[str, ...]]) -> None:
    pairings = [Pairing(**{basis: ("sdg-7",) for basis in of_one}) for of_one in bases]  # type: ignore[arg-type]
    exhibit = made(with_pairings(*pairings), ID)
    assert exhibit.answer.counted.value == len(bases)
    stated = sum("stated" in of_one for of_one in bases)
    assert (
        sum(len(exhibit.rows(f"{kind}/stated").get("contributions", ())) for kind in ("pairing",) if bases)
        == stated
    )
