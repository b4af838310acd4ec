"""Every colour of the dashboard: said once, for the light and the dark theme.

Phases are an ordered scale, regions a categorical one, goals carry the UN's colours. Each mark has at least
3:1 against its ground in both themes (tests/test_colours.py computes it); goals, some of which do not, are
drawn with an outline and always carry their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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


GROUNDS: dict[Theme, Ground] = {
    "light": Ground(
        "#FFFFFF", "#F5F3EE", "#0E1620", "#4A5663", "#DAD7CF", "#0F4C81", "#EAF0F4", "#FBFAF7", "#C9CFD3"
    ),
    "dark": Ground(
        "#111820", "#1A232D", "#E7ECF1", "#A9B6C3", "#33424F", "#7DB7EA", "#0F1720", "#1E2A35", "#33424F"
    ),
}

MARKS: dict[str, dict[Theme, str]] = {
    "phase-1": {"light": "#6F8196", "dark": "#8C9DB1"},
    "phase-2": {"light": "#1F6FB2", "dark": "#5AA9E6"},
    "phase-3": {"light": "#C4540A", "dark": "#F0883E"},
    "region-NA": {"light": "#1F5A96", "dark": "#6AA8E8"},
    "region-LAC": {"light": "#0B7A5B", "dark": "#3DBE95"},
    "region-CN": {"light": "#B5412B", "dark": "#F07C66"},
    "region-JP": {"light": "#7A4FB5", "dark": "#B592EA"},
    "region-IN": {"light": "#9A6700", "dark": "#DDA63A"},
    "region-AA": {"light": "#0E7C8B", "dark": "#4EC3D3"},
    "region-ALL": {"light": "#5B6570", "dark": "#A3AFBB"},
    "side-EU": {"light": "#0E1620", "dark": "#E7ECF1"},
    "side-partner": {"light": "#0F4C81", "dark": "#7DB7EA"},
    "accent": {"light": "#0F4C81", "dark": "#7DB7EA"},
    "neutral": {"light": "#5B6570", "dark": "#A3AFBB"},
    "mode-in person": {"light": "#0F4C81", "dark": "#7DB7EA"},
    "mode-online": {"light": "#B5412B", "dark": "#F07C66"},
    "mode-hybrid": {"light": "#7A4FB5", "dark": "#B592EA"},
    "mode-not recorded": {"light": "#7A8490", "dark": "#8793A0"},
}

GOAL_COLOURS: dict[str, str] = {
    "1": "#E5243B", "2": "#DDA63A", "3": "#4C9F38", "4": "#C5192D", "5": "#FF3A21", "6": "#26BDE2",
    "7": "#FCC30B", "8": "#A21942", "9": "#FD6925", "10": "#DD1367", "11": "#FD9D24", "12": "#BF8B2E",
    "13": "#3F7E44", "14": "#0A97D9", "15": "#56C02B", "16": "#00689D", "17": "#19486A",
}  # fmt: skip


def colour(key: str, theme: Theme) -> str:
    """The hex colour of a key in a theme; an unknown key raises KeyError."""
    if key.startswith("goal-"):
        return GOAL_COLOURS[key.removeprefix("goal-")]
    return MARKS[key][theme]


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
