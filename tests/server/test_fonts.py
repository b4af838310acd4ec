"""The fonts that are cut down hold all that is written here, and fit the Streamlit that is installed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from iurc_dash.server.shell import FONTS, font_faces
from scripts import fonts

ROOT = Path(__file__).resolve().parents[2]
MENDED_BY = "run `make fonts`"


def letters_of(text: str) -> set[int]:
    return {ord(letter) for letter in text if letter.isprintable()}


def all_that_is_written() -> set[int]:
    """Every character of the data and of the messages to readers."""
    files = [*(ROOT / "data" / "package").glob("*.csv"), ROOT / "locale" / "iurc_dash.pot"]
    return {code for file in files for code in letters_of(file.read_text(encoding="utf-8"))}


def cut_font(cut: fonts.Cut) -> TTFont:
    (file,) = FONTS.glob(f"{cut.name}-*.woff2")
    return TTFont(file)


@pytest.mark.parametrize("cut", fonts.TEXTS, ids=lambda cut: cut.name)
def test_nothing_that_is_written_here_needs_the_full_font(cut: fonts.Cut) -> None:
    written = all_that_is_written()
    assert len(written) > 120
    has, whole = set(cut_font(cut).getBestCmap()), set(TTFont(fonts.source(cut)).getBestCmap())
    needed = {chr(code) for code in written & whole - has}
    assert not needed, f"add them to LETTERS in scripts/fonts.py and {MENDED_BY}"
    assert len(has) < len(whole) / 2


@pytest.mark.parametrize("cut", fonts.TEXTS, ids=lambda cut: cut.name)
def test_the_faces_of_a_font_share_its_characters_out(cut: fonts.Cut) -> None:
    has, whole = set(cut_font(cut).getBestCmap()), set(TTFont(fonts.source(cut)).getBestCmap())
    assert f"unicode-range:{fonts.ranges(has)}}}" in font_faces()
    assert f"unicode-range:{fonts.ranges(whole - has)}}}" in font_faces()


def test_every_font_that_is_named_is_there_and_says_what_is_in_it() -> None:
    named = re.findall(r"url\(\./([^)]+)\)", font_faces())
    assert len(named) == len(set(named)) == 2 * len(fonts.TEXTS) + len(fonts.WHOLE) + 1
    for address in named:
        where = fonts.STREAMLIT.parent if address.startswith("static/") else ROOT
        assert (where / address.removeprefix("app/")).is_file(), f"{address}: {MENDED_BY}"
    ours = {path.name for path in FONTS.glob("*.woff2")}
    assert ours == {Path(address).name for address in named if address.startswith("app/")}
    for font in ours:
        names = TTFont(FONTS / font)["name"]
        # A font that was changed does not go under the name that its makers keep for theirs.
        assert not [record.toUnicode() for record in names.names if record.nameID in (1, 3, 4, 6, 16)]


@pytest.mark.slow
def test_they_are_made_of_the_streamlit_that_is_installed() -> None:
    """Making them again gives the same files; where Streamlit has other fonts or icons, it does not."""
    made = {cut.name: fonts.cut_text(cut) for cut in fonts.TEXTS}
    made[fonts.ICONS.name] = fonts.cut_icons(fonts.ICONS, fonts.icons_in_use())
    ours = {path.name for path in FONTS.glob("*.woff2")}
    assert {fonts.file_name(name, fonts.content(font)) for name, font in made.items()} == ours, MENDED_BY


def test_no_style_of_streamlit_is_lost_with_its_style_sheet() -> None:
    """It is left out of the shell because it holds nothing but fonts and formulas."""
    sheets = list((fonts.STREAMLIT / "css").glob("index.*.css"))
    assert len(sheets) == 1
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", sheets[0].read_text(encoding="utf-8"))
    others = {rule for rule in rules if not rule.startswith((".katex", "@font-face"))}
    assert len(rules) > 100 and others <= {"body"}
    families = set(
        re.findall(r"@font-face\{[^}]*font-family:([^;}]+)", sheets[0].read_text(encoding="utf-8"))
    )
    own = set(re.findall(r'font-family:"([^"]+)"', font_faces()))
    assert {family for family in families if not family.startswith("KaTeX")} == own, MENDED_BY


def test_an_icon_that_no_font_has_stops_the_making() -> None:
    with pytest.raises(LookupError, match="made_up"):
        fonts.cut_icons(fonts.ICONS, {"close", "made_up"})
    with pytest.raises(LookupError, match="must be mended"):
        fonts.source(fonts.Cut("None", "None.*.woff2", "400", "none"))
