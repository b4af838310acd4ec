"""Inks: what is worked out from colours keeps its contrast in both themes."""

from __future__ import annotations

import pytest

from iurc_dash.colours import GOAL_COLOURS, GROUNDS, MARKS, Theme, contrast
from iurc_dash.render.ink import MARK_CONTRAST, TEXT_CONTRAST, ink_on, outline, see_through, tint

THEMES: tuple[Theme, ...] = ("light", "dark")
KEYS = [*MARKS, *(f"goal-{number}" for number in GOAL_COLOURS)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("share", [0, 1, 5, 50, 100])
def test_text_can_be_read_on_every_tint(theme: Theme, share: int) -> None:
    assert contrast(GROUNDS[theme].text, tint(share, 100, theme)) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("key", KEYS)
def test_outlines_can_be_seen_and_text_on_marks_read(theme: Theme, key: str) -> None:
    assert contrast(outline(key, theme), GROUNDS[theme].background) >= MARK_CONTRAST
    for fill in (outline(key, theme), MARKS.get(key, {}).get(theme, GROUNDS[theme].background)):
        assert contrast(ink_on(fill), fill) >= TEXT_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_and_unknown_have_no_shade_and_one_has_some(theme: Theme) -> None:
    assert tint(None, 9, theme) == tint(0, 9, theme) == tint(1, 0, theme) == GROUNDS[theme].background
    assert tint(1, 1000, theme) != GROUNDS[theme].background


def test_see_through_writes_channels() -> None:
    assert see_through("#1F6FB2", 0.3) == "rgba(31,111,178,0.3)"
