"""Every colour of the dashboard: said once, for the light and the dark theme.

Forms name a colour by a key: "phase-2" and "region-4" are places on scales, "goal-11" is the UN's colour of a goal.
Each mark has at least 3:1 against its ground in both themes (tests/test_colours.py computes it); goals, some of
which do not, are drawn with an outline and always carry their number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from zlib import crc32

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Ground:
    """The surfaces and inks of a theme, as in .streamlit/config.toml."""

    background: str
    second_background: str
    text: str
    muted_text: str
    line: str
    accent: str
    sea: str
    land: str
    border: str
    # Land that lies on the page itself, without a sea.
    page_land: str


GROUNDS: dict[Theme, Ground] = {
    "light": Ground(
        "#FFFFFF",
        "#F5F3EE",
        "#0E1620",
        "#4A5663",
        "#DAD7CF",
        "#0F4C81",
        "#EAF0F4",
        "#FBFAF7",
        "#C9CFD3",
        "#ECEAE4",
    ),
    "dark": Ground(
        "#111820",
        "#1A232D",
        "#E7ECF1",
        "#A9B6C3",
        "#33424F",
        "#7DB7EA",
        "#0F1720",
        "#1E2A35",
        "#33424F",
        "#1E2A35",
    ),
}

# An ordered scale: each phase has the place that it has in time.
_PHASES: tuple[tuple[str, str], ...] = (
    ("#6F8196", "#8C9DB1"),
    ("#1F6FB2", "#5AA9E6"),
    ("#C4540A", "#F0883E"),
    ("#9C2A6B", "#F08CC0"),
    ("#0B6E4F", "#52C79A"),
    ("#4A2FA8", "#A08CF5"),
)
# A categorical scale: each region has the place that its order gives it.
_REGIONS: tuple[tuple[str, str], ...] = (
    ("#1F5A96", "#6AA8E8"),
    ("#0B7A5B", "#3DBE95"),
    ("#B5412B", "#F07C66"),
    ("#7A4FB5", "#B592EA"),
    ("#9A6700", "#DDA63A"),
    ("#C2257A", "#F58AC4"),
    ("#0E7C8B", "#4EC3D3"),
    ("#4F6B1E", "#A8C66C"),
    ("#6B4A2F", "#C9A184"),
    ("#2B1FA0", "#8089FF"),
    ("#3E4C59", "#CBD5DF"),
    ("#7A0F2B", "#E8647F"),
)
# The UN's own, the same in both themes.
_GOALS = (
    "#E5243B", "#DDA63A", "#4C9F38", "#C5192D", "#FF3A21", "#26BDE2", "#FCC30B", "#A21942", "#FD6925",
    "#DD1367", "#FD9D24", "#BF8B2E", "#3F7E44", "#0A97D9", "#56C02B", "#00689D", "#19486A",
)  # fmt: skip


def _by_place(scale: str, inks: Iterable[tuple[str, str]]) -> dict[str, dict[Theme, str]]:
    return {
        f"{scale}-{place}": {"light": light, "dark": dark}
        for place, (light, dark) in enumerate(inks, start=1)
    }


PHASES, REGIONS = _by_place("phase", _PHASES), _by_place("region", _REGIONS)
GOALS = _by_place("goal", zip(_GOALS, _GOALS, strict=True))
INKS: dict[str, dict[Theme, str]] = {
    **PHASES,
    **REGIONS,
    **GOALS,
    "accent": {"light": "#0F4C81", "dark": "#7DB7EA"},
    "eu": {"light": "#0E1620", "dark": "#FFD617"},
    "neutral": {"light": "#5B6570", "dark": "#A3AFBB"},
    "mode-in person": {"light": "#0F4C81", "dark": "#7DB7EA"},
    "mode-online": {"light": "#B5412B", "dark": "#F07C66"},
    "mode-hybrid": {"light": "#7A4FB5", "dark": "#B592EA"},
}


def ink_name(key: str) -> str:
    """The name in INKS of the ink for a colour key; a key that is not there gets a place on a scale, always the same.

    A number has that place, beyond the end from the start again; other words have one by their letters. A key that
    ends in its dash, which is that of what has no phase, region or mode, is neutral.
    """
    if key in INKS:
        return key
    scale, _dash, what = key.partition("-")
    if not what:
        return "neutral"
    names = tuple(PHASES if scale == "phase" else REGIONS)
    place = int(what) - 1 if what.isdecimal() and len(what) < 5 else crc32(what.encode(errors="replace"))
    return names[place % len(names)]


def colour(key: str, theme: Theme) -> str:
    """The hex colour of a key in a theme; every key has one."""
    return INKS[ink_name(key)][theme]


def relative_luminance(hex_colour: str) -> float:
    """Relative luminance of a colour, 0 to 1, as WCAG 2.2 defines it."""
    channels = [int(hex_colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((relative_luminance(first), relative_luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(ground: str) -> str:
    """Black or white, whichever reads better on the ground."""
    return "#FFFFFF" if contrast("#FFFFFF", ground) >= contrast("#000000", ground) else "#000000"
