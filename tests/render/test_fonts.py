"""The letters that pages and pictures are set in, and how wide they are."""

from __future__ import annotations

from iurc_dash.render.fonts import font_file, measured
from iurc_dash.render.lettering import text_width


def test_the_fonts_of_the_pages_are_there() -> None:
    for family in ("sans", "serif"):
        assert font_file(family).read_bytes()[:4] == b"wOF2"  # type: ignore[arg-type]


def test_a_width_grows_with_size_weight_and_text() -> None:
    said = "Twin cities, 2021"
    assert measured(said, 30) == 2 * measured(said, 15)
    assert measured(said, 15) < measured(said, 15, "strong")
    assert measured("", 15) == 0 and measured(said + "i", 15) > measured(said, 15)
    # The serif is cut narrower where it is large.
    assert measured(said, 40, "heading") / 40 < measured(said, 12, "heading") / 12


def test_estimates_for_charts_are_a_little_more_than_what_is_measured() -> None:
    for said in ("Latin America and the Caribbean", "Industry, innovation and infrastructure", "Phase 2"):
        assert 0.98 < text_width(said, 13) / measured(said, 13) < 1.25
