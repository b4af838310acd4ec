"""What a figure is drawn in: the exhibit, the colours of a theme, and a width."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.colours import GROUNDS, Ground, Theme
from iurc_dash.exhibit import Exhibit

# Sizes of letters in pixels; none is smaller than the last.
BODY, LABEL, NOTE, LEAST = 17.0, 15.0, 14.0, 13.0


@dataclass(frozen=True)
class Room:
    """The exhibit, the theme, and how many pixels the figure has from side to side."""

    exhibit: Exhibit
    theme: Theme
    width: float

    @property
    def ground(self) -> Ground:
        """The surfaces and inks of the theme."""
        return GROUNDS[self.theme]
