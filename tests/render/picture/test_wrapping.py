"""Text in lines: all of it, none too wide, and a cut that says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.render.fonts import measured
from iurc_dash.render.picture.wrapping import ELLIPSIS, evenly_wrapped, lines_drawn, wrapped

SENTENCE = "Sustainable urban mobility comes up more often than any other, in 50 of 153 pairings."


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=120), st.integers(60, 400))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width, 15)
    assert all(measured(line, 15) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    lines = wrapped(SENTENCE, 120, 15, most=2)
    assert len(lines) == 2 and lines[-1].endswith(ELLIPSIS) and measured(lines[-1], 15) <= 120
    assert wrapped(SENTENCE, 2000, 15, most=1) == (SENTENCE,)


def test_a_blank_text_has_no_line() -> None:
    assert wrapped(" \n ", 100, 15) == () and lines_drawn((), 15, "#000000").height == 0


def test_a_title_has_as_few_lines_as_it_needs_about_equally_long() -> None:
    lines = evenly_wrapped(SENTENCE, 700, 32, "heading")
    assert len(lines) == len(wrapped(SENTENCE, 700, 32, "heading")) == 2
    first, last = (measured(line, 32, "heading") for line in lines)
    assert max(first, last) < 700 and 0.75 < first / last < 1.34
    assert " ".join(lines) == SENTENCE
