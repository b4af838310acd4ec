"""Inks worked out from the colours of a theme: tints, outlines that can be seen, text that can be read."""

from __future__ import annotations

from functools import lru_cache

from iurc_dash.colours import GROUNDS, Theme, colour, contrast, ink_name, text_on

# WCAG 2.2: at least this between a mark and its ground.
MARK_CONTRAST = 3.0
TEXT_CONTRAST = 4.5
# The strongest tint of a table cell; the theme's text keeps 4.5:1 on it (tests/render/test_ink.py computes it).
STRONGEST_TINT = 0.40
# So many shades tell counts apart; none is for nothing.
TINTS = 8


def mix(ground: str, ink: str, share: float) -> str:
    """A colour between two: share 0 gives the ground, 1 the ink."""
    channels = (
        round(int(ground[at : at + 2], 16) * (1 - share) + int(ink[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in channels)


@lru_cache(maxsize=256)
def outline(colour_key: str, theme: Theme) -> str:
    """The key's colour, moved towards the text's until it has 3:1 against the ground: for edges of marks."""
    ground = GROUNDS[theme]
    mark = colour(colour_key, theme)
    for step in range(21):
        shade = mix(mark, ground.text, step / 20)
        if contrast(shade, ground.background) >= MARK_CONTRAST:
            return shade
    return ground.text


def ink_class(key: str) -> str:
    """The class that sets the ink of a colour key: --ink, --edge for outlines, --on for text on it (render/html)."""
    return "iurc-ink-" + ink_name(key).replace(" ", "-")


def ink_on(fill: str) -> str:
    """White or black for text on a fill: white, the calmer one on colours, wherever it can be read."""
    return "#FFFFFF" if contrast("#FFFFFF", fill) >= TEXT_CONTRAST else text_on(fill)


def tint(step: int, theme: Theme) -> str:
    """The quiet shade of a cell in one hue: none at step 0, strongest at step TINTS."""
    ground = GROUNDS[theme]
    # A first step that can be seen at all sets 1 apart from 0.
    share = STRONGEST_TINT * (0.15 + 0.85 * step / TINTS) if step else 0
    return mix(ground.background, ground.accent, share)


def tint_step(value: float, highest: float) -> int:
    """Which shade a value has beside the highest: 0 for nothing, 1 to TINTS for all else."""
    return max(1, min(TINTS, round(TINTS * value / highest))) if value > 0 and highest > 0 else 0


def see_through(hex_colour: str, opacity: float) -> str:
    """A colour with an opacity, as CSS and plotly write it: '#1F6FB2', 0.3 -> 'rgba(31,111,178,0.3)'."""
    red, green, blue = (int(hex_colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
