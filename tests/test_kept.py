"""What is derived is made once, kept within a budget, and dies with what it was derived from."""

from __future__ import annotations

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
from artificial import artificial_dataset
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash import view as view_module
from iurc_dash.exhibits import register
from iurc_dash.exhibits.register import make
from iurc_dash.kept import Kept, derived
from iurc_dash.selection import Selection
from iurc_dash.view import (
    ROWS_THAT_WEIGH_AS_MUCH_AS_A_VIEW,
    ROWS_THAT_WEIGH_AS_MUCH_AS_AN_EXHIBIT,
    view_of,
)


class Keeper:
    def __init__(self) -> None:
        self.kept = Kept()


def test_an_answer_is_made_once_and_dies_with_its_keeper() -> None:
    asked = []

    @derived
    def answer(keeper: Keeper, question: str) -> object:
        asked.append(question)
        return set()

    keeper = Keeper()
    assert answer(keeper, "a") is answer(keeper, "a")
    assert answer(keeper, "a") is not answer(keeper, "b")
    assert asked == ["a", "b"]
    gone = weakref.ref(answer(keeper, "a"))
    del keeper
    gc.collect()
    assert gone() is None


def test_many_threads_get_one_answer() -> None:
    kept = Kept()
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _number: kept.once("asked", object), range(64)))
    assert len(set(map(id, found))) == 1


@given(st.lists(st.integers(0, 40), max_size=60), st.integers(1, 50))
def test_what_is_kept_never_weighs_more_than_the_budget_but_for_the_last(
    weights: list[int], budget: int
) -> None:
    kept = Kept(budget, lambda answer: answer)
    for place, weight in enumerate(weights):
        kept.once(place, lambda weight=weight: weight)  # type: ignore[misc]
        held = list(kept._answers.values())
        assert len(held) == 1 or sum(held) <= budget
        assert held[-1] == weight, "what was just made is there"


def test_the_longest_unused_goes_first() -> None:
    kept = Kept(2)
    for asked in ("a", "b"):
        kept.once(asked, object)
    before = kept.once("a", object)
    kept.once("c", object)
    assert kept.once("a", object) is before
    assert len(kept) == 2


def test_views_of_a_dataset_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    most = 10
    monkeypatch.setattr(view_module, "MOST_ROWS_KEPT", most * ROWS_THAT_WEIGH_AS_MUCH_AS_A_VIEW)
    dataset = artificial_dataset().with_tables()
    goals = [f"sdg-{number}" for number in range(1, 18)]
    for goal in goals:
        view_of(dataset, Selection(goals=(goal,)))
    assert len(dataset.kept.once("views", Kept)) <= most < len(goals)


def test_what_readers_search_for_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    most = 20
    monkeypatch.setattr(register, "MOST_ROWS_COUNTED", most * ROWS_THAT_WEIGH_AS_MUCH_AS_AN_EXHIBIT)
    view = view_of(artificial_dataset().with_tables())
    for number in range(most + 10):
        make(view, "pairings/list", search=f"searched for {number}")
    assert len(view.kept.once("exhibits", Kept)) <= most


def test_exhibits_of_different_parameters_never_share_a_name() -> None:
    view = view_of(artificial_dataset())
    searches = ("a b", "a-b", "A b", "ä", "a/b", "x" * 300, "x" * 301, "../../etc", "\ud800")
    names = [make(view, "pairings/list", search=search).name for search in searches]
    assert len(set(names)) == len(searches)
    assert all(len(name) < 200 and "/" not in name and " " not in name for name in names)
