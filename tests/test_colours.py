"""Colours can be told from their ground, in both themes, and text on them can be read."""

from __future__ import annotations

import pytest

from iurc_dash.colours import (
    GOAL_COLOURS,
    GROUNDS,
    MARKS,
    Theme,
    colour,
    contrast,
    relative_luminance,
    text_on,
)

THEMES: tuple[Theme, ...] = ("light", "dark")
MARK = 3.0
TEXT = 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", MARKS)
def test_every_mark_stands_out_from_both_grounds(key: str, theme: Theme) -> None:
    ground = GROUNDS[theme]
    assert contrast(colour(key, theme), ground.background) >= MARK
    assert contrast(colour(key, theme), ground.second_background) >= MARK


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", [key for key in MARKS if key.startswith(("phase-", "region-", "side-"))])
def test_what_the_map_draws_stands_out_from_sea_and_land(key: str, theme: Theme) -> None:
    ground = GROUNDS[theme]
    assert contrast(colour(key, theme), ground.sea) >= MARK
    assert contrast(colour(key, theme), ground.land) >= MARK


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["text", "muted_text", "accent"])
def test_inks_can_be_read_on_both_grounds(theme: Theme, ink: str) -> None:
    ground = GROUNDS[theme]
    assert contrast(getattr(ground, ink), ground.background) >= TEXT
    assert contrast(getattr(ground, ink), ground.second_background) >= TEXT


@pytest.mark.parametrize("number", GOAL_COLOURS)
def test_black_or_white_can_be_read_on_every_goal(number: str) -> None:
    shade = GOAL_COLOURS[number]
    assert text_on(shade) in ("#FFFFFF", "#000000")
    assert contrast(text_on(shade), shade) >= TEXT
    assert colour(f"goal-{number}", "light") == colour(f"goal-{number}", "dark") == shade


def test_there_are_seventeen_goals_and_no_two_look_the_same() -> None:
    assert list(GOAL_COLOURS) == [str(number) for number in range(1, 18)]
    assert len(set(GOAL_COLOURS.values())) == 17


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("group", ["phase-", "region-", "mode-"])
def test_no_two_of_a_group_share_a_colour(group: str, theme: Theme) -> None:
    shades = [colour(key, theme) for key in MARKS if key.startswith(group)]
    assert len(set(shades)) == len(shades) > 1


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert relative_luminance("#000000") == 0


@pytest.mark.parametrize("key", ["phase-9", "goal-18", ""])
def test_an_unknown_colour_is_an_error_and_not_a_guess(key: str) -> None:
    with pytest.raises(KeyError):
        colour(key, "light")
