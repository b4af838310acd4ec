"""Colours can be told from their ground, in both themes, and text on them can be read."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.colours import (
    GOALS,
    GROUNDS,
    INKS,
    PHASES,
    REGIONS,
    Theme,
    colour,
    contrast,
    ink_name,
    relative_luminance,
    text_on,
)

ROOT = Path(__file__).parents[1]
THEMES: tuple[Theme, ...] = ("light", "dark")
MARK = 3.0
TEXT = 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", [name for name in INKS if name not in GOALS])
def test_every_mark_stands_out_from_pages_sea_and_land(name: str, theme: Theme) -> None:
    ground = GROUNDS[theme]
    for surface in (ground.background, ground.second_background, ground.sea, ground.land, ground.page_land):
        assert contrast(colour(name, theme), surface) >= MARK


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["text", "muted_text", "accent"])
def test_inks_can_be_read_on_both_grounds(theme: Theme, ink: str) -> None:
    ground = GROUNDS[theme]
    assert contrast(getattr(ground, ink), ground.background) >= TEXT
    assert contrast(getattr(ground, ink), ground.second_background) >= TEXT


@pytest.mark.parametrize("name", GOALS)
def test_black_or_white_can_be_read_on_every_goal(name: str) -> None:
    shade = colour(name, "light")
    assert shade == colour(name, "dark")
    assert text_on(shade) in ("#FFFFFF", "#000000") and contrast(text_on(shade), shade) >= TEXT


@pytest.mark.parametrize("folder", ["reference", "package"])
def test_goals_have_the_colours_that_the_data_gives_them(folder: str) -> None:
    with (ROOT / "data" / folder / "goals.csv").open(encoding="utf-8", newline="") as file:
        of_data = {f"goal-{row['number']}": row["colour"] for row in csv.DictReader(file) if row["colour"]}
    assert of_data == {name: ink["light"] for name, ink in GOALS.items()}
    assert len(set(of_data.values())) == 17


@pytest.mark.parametrize("theme", THEMES)
def test_places_on_a_scale_are_told_apart(theme: Theme) -> None:
    assert len(PHASES) == 6 and len(REGIONS) == 12
    for scale in (PHASES, REGIONS):
        shades = [colour(name, theme) for name in scale]
        assert all(_distance(one, other) > 20 for one, other in combinations(shades, 2))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("phase-1", "phase-1"),
        ("phase-7", "phase-1"),
        ("region-13", "region-1"),
        ("region-0", "region-12"),
        ("phase-", "neutral"),
        ("mode-", "neutral"),
        ("", "neutral"),
    ],
)
def test_a_place_beyond_the_end_begins_again_and_nothing_is_neutral(key: str, name: str) -> None:
    assert ink_name(key) == name


@given(st.text())
def test_every_key_has_a_colour_and_always_the_same(key: str) -> None:
    for theme in THEMES:
        assert colour(key, theme) == colour(key, theme) in {ink[theme] for ink in INKS.values()}
        assert colour(f"phase-{key}", theme) in {ink[theme] for ink in (*PHASES.values(), INKS["neutral"])}
    # No key may be an error, however it is written.
    assert ink_name(f"goal-{key}9999999") in INKS


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert relative_luminance("#000000") == 0


def _distance(one: str, other: str) -> float:
    """How far two colours seem apart (CIE 1976)."""
    return sum((a - b) ** 2 for a, b in zip(_lab(one), _lab(other), strict=True)) ** 0.5


def _lab(shade: str) -> tuple[float, float, float]:
    channels = [int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    across = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in across)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
