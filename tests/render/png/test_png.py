"""Pictures of pixels: of the size that was asked for, in our letters, and within bounds."""

from __future__ import annotations

import io
import time

import pytest
from artificial import artificial_dataset
from PIL import Image

from iurc_dash.exhibits.register import make
from iurc_dash.render import png as rasteriser
from iurc_dash.render.fonts import measured
from iurc_dash.render.picture import picture
from iurc_dash.render.picture.shapes import Text, as_svg
from iurc_dash.render.png import NotDrawnError, png
from iurc_dash.view import view_of

pytestmark = pytest.mark.slow


def document(inside: str, width: int = 400, height: int = 60) -> str:
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>'
        f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>{inside}</svg>'
    )


def opened(drawn: bytes) -> Image.Image:
    return Image.open(io.BytesIO(drawn)).convert("L")


def right_edge(drawn: bytes) -> int:
    """The last column of pixels that has ink."""
    box = opened(drawn).point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    return box[2]


def test_a_picture_has_two_pixels_for_each_of_the_drawing() -> None:
    exhibit = make(view_of(artificial_dataset()), "themes/clusters")
    drawn = picture(exhibit, "light")
    image = opened(png(drawn))
    assert image.width == 2400 and f'height="{image.height // 2}"' in drawn
    assert opened(png(drawn, scale=1)).width == 1200
    assert image.getpixel((0, 0)) == 255 == image.getpixel((2399, image.height - 1))


@pytest.mark.parametrize("face", ["text", "strong", "heading"])
def test_letters_are_drawn_as_wide_as_they_are_measured(face: str) -> None:
    said = "Sustainable urban mobility: 50 of 153 H"
    text = Text(0, 40, said, 20, "#000000", face)  # type: ignore[arg-type]
    width = measured(said, 20, face)  # type: ignore[arg-type]
    assert right_edge(png(document(as_svg(text), 500))) / 2 == pytest.approx(width, abs=3)


def test_a_very_large_drawing_has_fewer_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasteriser, "MOST_PIXELS", 10_000)
    image = opened(png(document("")))
    assert 9_000 < image.width * image.height < 11_000


def test_what_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    circles = "".join(f'<circle cx="{at}" cy="{at}" r="900" opacity=".01"/>' for at in range(20_000))
    monkeypatch.setattr(rasteriser, "SECONDS", 1)
    began = time.monotonic()
    with pytest.raises(NotDrawnError):
        png(document(circles, 2000, 2000))
    assert time.monotonic() - began < 10


def test_what_is_no_drawing_is_refused_and_the_next_is_drawn() -> None:
    with pytest.raises(NotDrawnError):
        png(document("<rect"))
    with pytest.raises(ValueError, match="size"):
        png("<svg/>")
    assert png(document("")).startswith(b"\x89PNG")


def test_a_drawing_that_names_a_file_is_refused() -> None:
    for outside in (
        '<image href="/a/file.png"/>',
        '<svg:image href="x"/>',
        '<filter><feImage href="x"/></filter>',
    ):
        with pytest.raises(ValueError, match="file"):
            png(document(outside))
    # A text may say so.
    assert png(document("<text>&lt;image href=&quot;x&quot;/&gt;</text>"))
