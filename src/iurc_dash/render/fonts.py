"""The letters of the dashboard: the families that pages are set in, their files, and how wide a text is in them."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from PIL import ImageFont

# Text, what stands out of it, and headings.
Face = Literal["text", "strong", "heading"]

WEIGHTS: dict[Face, int] = {"text": 400, "strong": 600, "heading": 600}
# The first name is the one that pages give their own files; a picture that was taken away finds the others.
FAMILIES: dict[Face, str] = {
    "text": "'Source Sans','Source Sans 3','Source Sans Pro',sans-serif",
    "strong": "'Source Sans','Source Sans 3','Source Sans Pro',sans-serif",
    "heading": "'Source Serif','Source Serif 4','Source Serif Pro',serif",
}
# Letters are measured this large, so that what is rounded away does not count.
_MEASURED_AT = 1000
# What the files come with, below the package's own folder; their names end in a fingerprint.
_FOLDER = Path("static", "static", "media")
_FILES = {"sans": "SourceSansVF-Upright.*.woff2", "serif": "SourceSerifVariable-Roman.*.woff2"}


def font_file(family: Literal["sans", "serif"]) -> Path:
    """The variable font of a family, a WOFF2 file; raises FileNotFoundError where it is not there."""
    found = find_spec("streamlit")
    for folder in (found.submodule_search_locations or ()) if found else ():
        for file in sorted((Path(folder) / _FOLDER).glob(_FILES[family])):
            return file
    raise FileNotFoundError(f"No font file {_FILES[family]}")


def measured(text: str, size: float, face: Face = "text") -> float:
    """Width of a line of text in pixels, at a size in pixels, as browsers and the rasteriser draw it."""
    # The serif is cut differently for each size, from 8 to 60 pixels.
    cut = min(60, max(8, round(size))) if face == "heading" else 0
    return float(_font(WEIGHTS[face], cut).getlength(text)) * size / _MEASURED_AT


@lru_cache(maxsize=64)
def _font(weight: int, cut: int) -> ImageFont.FreeTypeFont:
    """The serif cut for a size, or the sans where that is 0."""
    font = ImageFont.truetype(str(font_file("serif" if cut else "sans")), _MEASURED_AT)
    font.set_variation_by_axes([weight, cut] if cut else [weight])
    return font
