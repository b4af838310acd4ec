"""Labels are spread as little as keeps them apart."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.render.svg.spreading import spread


def test_what_is_apart_stays_where_it_is() -> None:
    assert spread([10, 50, 90], 20, 0, 100) == [10, 50, 90]
    assert spread([], 20, 0, 100) == []


def test_equals_stand_around_their_place_in_their_order() -> None:
    assert spread([50, 50, 50], 10, 0, 100) == [40, 50, 60]
    assert spread([0, 0], 10, 0, 100) == [0, 10]


@given(st.lists(st.floats(0, 300, allow_nan=False), max_size=15))
def test_nothing_overlaps_or_changes_places(wanted: list[float]) -> None:
    places = spread(wanted, 20, 0, 300)
    ordered = sorted(range(len(wanted)), key=lambda at: wanted[at])
    assert all(places[above] + 20 <= places[below] + 1e-6 for above, below in pairwise(ordered))
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in places)
