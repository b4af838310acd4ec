"""Pieces of a page: real headers, escaped text, safe links, blanks said in words."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.exhibits.exhibit import Column, ExhibitTable
from iurc_dash.forms import Category, KeyFigure, KeyFigures, LegendEntry, Matrix, Part
from iurc_dash.render.markup import host, is_safe_address, link, not_recorded
from iurc_dash.render.page import (
    chips_html,
    definition_list_html,
    key_figures_html,
    legend_html,
    matrix_html,
    table_html,
)
from iurc_dash.render.stylesheet import stylesheet

NASTY = "<script>alert('x')</script>\"&"
COLUMNS = (
    Column("name", "Name", "pairing", "key"), Column("count", "Count", "number"), Column("themes", "Themes"),
    Column("start", "Start", "date"),
)  # fmt: skip


def table(*rows: tuple[object, ...]) -> ExhibitTable:
    return ExhibitTable(
        pd.DataFrame(list(rows), columns=["name", "key", "count", "themes", "start"]), COLUMNS
    )


def address(kind: str, key: str) -> str:
    return f"/{kind}s?{kind}={key}"


def test_a_table_has_headers_links_and_words_for_blanks() -> None:
    drawn = table_html(
        table(("A – B", "a-b", 0, "", "2022"), ("C – D", "", None, None, "2022-05")), "Pairings", address
    )
    assert drawn.count('scope="col"') == 4 and drawn.count('scope="row"') == 2
    assert 'href="/pairings?pairing=a-b"' in drawn and drawn.count("<a ") == 1
    assert drawn.count("not recorded") == 3 and ">0<" in drawn
    assert "May 2022" in drawn and "nan" not in drawn.lower() and "None" not in drawn
    assert 'role="region" tabindex="0" aria-label="Pairings"' in drawn


def test_markup_in_cells_titles_and_captions_is_escaped() -> None:
    drawn = table_html(
        table((NASTY, NASTY, 1, NASTY, "2022")), NASTY, lambda kind, key: "javascript:alert(1)"
    )
    assert "<script" not in drawn and "href" not in drawn


def test_long_lists_get_more_room_than_short_words() -> None:
    many = "Digital transition; Environment and ecological transition; Innovation and research; Ports"
    drawn = table_html(table(("A – B", "a-b", 1, many, "2022")), "Pairings", address)
    rooms = {title: int(room) for room, title in re.findall(r"min-width:(\d+)ch[^>]*>([^<]+)</th>", drawn)}
    assert rooms["Themes"] > 2 * rooms["Name"] and set(rooms) == {"Name", "Themes"}
    assert rooms["Themes"] <= 40


def test_a_hidden_caption_is_still_heard() -> None:
    for drawn in (
        table_html(table(("A", "a", 1, "x", "2022")), "Said", address, caption_hidden=True),
        matrix_html(Matrix((), (), (), "Row", "Column", "pairings"), "Said", caption_hidden=True),
    ):
        caption = drawn.split("<caption")[1].split("</caption>")[0]
        assert 'class="iurc-heard">Said<' in caption and "display:none" not in caption
    for theme in ("light", "dark"):
        rule = stylesheet(theme).split(".iurc-heard{")[1].split("}")[0]
        assert "clip-path" in rule and "display" not in rule


def test_every_class_that_pages_use_has_a_rule() -> None:
    rules = stylesheet("light")
    drawn = (
        table_html(table(("A", "a", 1, "x", "2022")), "Said", address)
        + matrix_html(Matrix((), (), (), "Row", "Column", "pairings"), "Said")
        + link("Testville", "./pairings")
        + not_recorded()
    )
    used = {name for names in re.findall(r'class="([^"]+)"', drawn) for name in names.split()}
    assert used
    for name in used:
        assert f".{name}" in rules, name
    assert "{" not in re.sub(r"\{[^{}]*\}", "", rules)


def test_only_so_many_rows_and_a_line_that_says_so() -> None:
    drawn = table_html(table(*[("A", "a", 1, "x", "2022")] * 3), "Many", address, limit=2)
    assert drawn.count("<tr>") == 3 and "The first 2 of 3 rows are shown." in drawn


def test_a_matrix_links_numbers_and_tells_impossible_from_nought() -> None:
    form = Matrix(
        (Category("r", NASTY),), (Category("a", "A"), Category("b", "B"), Category("c", "C")), ((None, 0, 5),),
        "Row", "Column", "pairings", (5,), (0, 0, 5), 5,
    )  # fmt: skip
    drawn = matrix_html(form, "Counts", lambda row, column: f"/pairings?r={row}&c={column}")
    assert "not applicable" in drawn and 'href="/pairings?r=r&amp;c=c"' in drawn
    assert "<script" not in drawn and drawn.count("<a ") == 3


def test_key_figures_say_changes_in_words() -> None:
    figure = KeyFigure(
        "k", "Pairings", None, (Part("Phase 1", 84), Part("Phase 2", 68, -16), Part("Phase 3", None, None))
    )
    drawn = key_figures_html(KeyFigures((figure,)))
    assert "16 fewer than in the phase before" in drawn and "−16" in drawn
    assert drawn.count("not recorded") == 2 and "None" not in drawn


def test_small_pieces_escape_what_they_show() -> None:
    drawn = chips_html([NASTY]) + definition_list_html([(NASTY, NASTY), ("Empty", "")])
    drawn += legend_html([LegendEntry("phase-1", NASTY)])
    assert "<script" not in drawn and "not recorded" in drawn


@pytest.mark.parametrize(
    "wrong",
    [
        "javascript:alert(1)",
        " javascript:x",
        "//evil.example",
        "data:text/html,x",
        "\\\\evil",
        "java\nscript:x",
        "",
    ],
)
def test_no_link_leads_to_anything_but_the_web_or_ourselves(wrong: str) -> None:
    assert not is_safe_address(wrong) and "<a" not in link("Text", wrong)


def test_links_to_others_carry_no_opener() -> None:
    assert 'rel="noopener"' in link("IURC", "https://www.iurc.eu/x")
    assert host("https://www.iurc.eu/x") == "iurc.eu"
    assert "rel=" not in link("Map", "/map?phase=2")


@given(st.text(), st.text())
def test_whatever_a_link_says_it_is_one_element(text: str, where: str) -> None:
    drawn = link(text, where)
    assert drawn.count("<") in (0, 2) and "<script" not in drawn
