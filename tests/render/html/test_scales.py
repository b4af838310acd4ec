"""Scales end at a round number that takes in the highest value, and say few numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.render.html.scales import percent, round_scale


@pytest.mark.parametrize(
    ("highest", "whole", "said"),
    [
        (0, True, ["0", "1"]),
        (1, True, ["0", "1"]),
        (3, True, ["0", "1", "2", "3"]),
        (22, True, ["0", "5", "10", "15", "20", "25"]),
        (140, True, ["0", "50", "100", "150"]),
        (0.48, False, ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        (1.0, False, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_round_numbers(highest: float, whole: bool, said: list[str]) -> None:
    top, ticks = round_scale(highest, str, whole=whole)
    assert [tick.said for tick in ticks] == said
    assert top >= highest and ticks[-1].at == "100%" and ticks[0].at == "0%"


@given(st.integers(1, 100_000))
def test_every_count_fits_and_lines_are_few(highest: int) -> None:
    top, ticks = round_scale(highest, str)
    assert highest <= top <= 2 * highest + 1 and 2 <= len(ticks) <= 6


def test_where_a_value_stands() -> None:
    assert percent(3, 8) == "37.5%" and percent(0, 8) == "0%" and percent(3, 0) == "0%"
