"""Inks: what is worked out from colours keeps its contrast in both themes."""

from __future__ import annotations

import pytest

from iurc_dash.colours import GROUNDS, INKS, Theme, colour, contrast
from iurc_dash.render.ink import (
    MARK_CONTRAST,
    TEXT_CONTRAST,
    TINTS,
    ink_on,
    outline,
    see_through,
    tint,
    tint_step,
)

THEMES: tuple[Theme, ...] = ("light", "dark")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("step", range(TINTS + 1))
def test_text_can_be_read_on_every_tint(theme: Theme, step: int) -> None:
    assert contrast(GROUNDS[theme].text, tint(step, theme)) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", INKS)
def test_outlines_can_be_seen_and_text_on_marks_read(theme: Theme, key: str) -> None:
    assert contrast(outline(key, theme), GROUNDS[theme].background) >= MARK_CONTRAST
    for fill in (outline(key, theme), colour(key, theme)):
        assert contrast(ink_on(fill), fill) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_has_no_shade_and_each_step_another(theme: Theme) -> None:
    shades = [tint(step, theme) for step in range(TINTS + 1)]
    assert shades[0] == GROUNDS[theme].background and len(set(shades)) == TINTS + 1


@pytest.mark.parametrize(
    ("value", "highest", "step"),
    [(0, 9, 0), (1, 0, 0), (1, 1000, 1), (500, 1000, 4), (9, 9, TINTS), (12, 9, TINTS)],
)
def test_one_has_a_shade_and_the_highest_the_strongest(value: int, highest: int, step: int) -> None:
    assert tint_step(value, highest) == step


def test_see_through_writes_channels() -> None:
    assert see_through("#1F6FB2", 0.3) == "rgba(31,111,178,0.3)"
