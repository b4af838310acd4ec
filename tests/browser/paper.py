"""What a browser prints, read as text and as pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2
from PIL import Image
from playwright.sync_api import Page

# Dots of the picture for a millimetre of the sheet.
DOTS_A_MM = 2.0
POINTS_A_MM = 72 / 25.4


@dataclass(frozen=True)
class Sheet:
    """One sheet: what is written on it, and how it looks."""

    text: str
    picture: Image.Image

    @property
    def lines(self) -> list[str]:
        return [line for line in map(in_one_line, self.text.splitlines()) if line]

    def is_white(self, *, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether nothing is drawn within an area, given in millimetres."""
        box = tuple(round(side * DOTS_A_MM) for side in (left, top, right, bottom))
        darkest, _lightest = self.picture.crop(box).convert("L").getextrema()
        return int(darkest) > 245

    def share_of_dark(self) -> float:
        """How much of the sheet is darker than a middle grey."""
        counted = self.picture.convert("L").histogram()
        return sum(counted[:128]) / sum(counted)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return self.picture.width / DOTS_A_MM, self.picture.height / DOTS_A_MM


def printed(page: Page, *, landscape: bool) -> list[Sheet]:
    """The page on sheets of A4, as a reader prints it who changes nothing."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4", landscape=landscape))
    scale = DOTS_A_MM / POINTS_A_MM
    return [
        Sheet(sheet.get_textpage().get_text_range(), sheet.render(scale=scale).to_pil()) for sheet in document
    ]


def in_one_line(words: str) -> str:
    """Words as they are compared, however they were broken into lines."""
    return re.sub(r"\s+", " ", words.replace("\u2060", "").replace("\ufffe", "-")).strip()
