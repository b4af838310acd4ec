"""One style sheet for both themes, colours from colours.py, looks that survive forced colours and paper."""

from __future__ import annotations

import re

import brotli
import pytest
from style_sheet import style

from iurc_dash.colours import GROUNDS, INKS, Theme, colour
from iurc_dash.render.html import style_sheet, theme_html


def blocks(of: str, text: str) -> str:
    """What stands in the blocks of a condition, such as '@media print', one after the other."""
    found = []
    for part in text.split(of + "{")[1:]:
        depth, end = 1, 0
        while depth:
            depth += {"{": 1, "}": -1}.get(part[end], 0)
            end += 1
        found.append(part[: end - 1])
    return "".join(found)


def rule(of: str, text: str) -> str:
    return text.split(of + "{", 1)[1].split("}", 1)[0]


def colours_of(theme: Theme) -> str:
    return theme_html(theme).removeprefix("<style>").removesuffix("</style>")


def test_themes_differ_in_colours_only() -> None:
    bare = {
        re.sub(r"#[0-9A-F]{6}", "#", re.sub(r";--(edge|on):[^;}]*", "", colours))
        for colours in (colours_of("light"), blocks("@media screen", colours_of("dark")))
    }
    assert len(bare) == 1


def test_paper_is_light_whatever_the_theme() -> None:
    dark = colours_of("dark")
    on_screen, on_paper = blocks("@media screen", dark), blocks("@media print", dark)
    assert on_paper == colours_of("light")
    # Nothing of the dark theme is left on paper: neither a colour nor an outline or a text that only it has.
    assert GROUNDS["dark"].background in on_screen and GROUNDS["dark"].background not in on_paper
    assert dark == f"@media screen{{{on_screen}}}@media print{{{on_paper}}}"


@pytest.mark.parametrize("theme", GROUNDS)
def test_colours_are_those_of_the_theme(theme: Theme) -> None:
    text, ground = style(theme), GROUNDS[theme]
    assert f"--iurc-text:{ground.text};" in text and f"--iurc-accent:{ground.accent};" in text
    for name in INKS:
        assert f"--ink:{colour(name, theme)}" in rule(".iurc-ink-" + name.replace(" ", "-"), text)
    # Every colour that a rule uses is one of the theme's.
    assert set(re.findall(r"var\((--[a-z0-9-]+)\)", text)) <= set(re.findall(r"(--[a-z0-9-]+):", text))


def test_it_is_one_element_and_well_formed() -> None:
    text = style("light")
    assert text.startswith("<style>") and text.endswith("</style>") and text.count("<") == 2
    depth = 0
    for sign in re.sub(r'"[^"]*"', "", text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert 0 <= depth <= 2
    assert depth == 0
    # With the looks of all figures that are drawn by us; it goes compressed, once for all pages.
    assert len(brotli.compress(style_sheet().encode())) < 10_000


def test_samples_keep_their_colour_where_readers_force_their_own() -> None:
    assert "forced-color-adjust:none" in rule(".iurc-sample", style("dark"))


def test_words_to_be_heard_are_hidden_from_eyes_only() -> None:
    heard = rule(".iurc-heard", style("light"))
    assert "clip-path" in heard and "display" not in heard and "visibility" not in heard


def test_on_paper_nothing_is_cut() -> None:
    on_paper = blocks("@media print", style("light"))
    assert "overflow:visible" in rule(".iurc-region", on_paper)
    assert "white-space:nowrap" in rule(
        ".iurc-region .n,.iurc-matrix td,.iurc-number,.iurc-parts .n", on_paper
    )
    assert "hidden" not in on_paper
