"""Figures that we draw: every mark leads to its rows or its page, says what it is, and nothing is read as markup."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import quote

import pytest
from hand_made import (
    NASTY,
    bars,
    dot_plot,
    flow,
    grid_of_bars,
    series,
    share_grid,
    slope,
    time_columns,
    two_sides,
    unit_chart,
)
from style_sheet import style

from iurc_dash.forms import Bars
from iurc_dash.quantities import NOTHING, Count
from iurc_dash.render.html.figures import DrawnForm, figure_html
from iurc_dash.render.svg.flow_layout import flow_layout


def labelled_bars(label: str = "Bar", stacked: bool = False) -> Bars:
    """Two series of which one is hollow, along categories of which one has none and one cannot have any."""
    own = (series("s", 3, 0, None), series("t", 2, 0, 4, texture="outlined"))
    return bars(*own, labels=(label, "B", "C"), stacked=stacked)


# Every form that figure_html draws, made with a word that stands wherever a form has words.
FORMS = {
    "stacked bars": partial(labelled_bars, stacked=True),
    "bars": labelled_bars,
    "unit chart": unit_chart,
    "slope": slope,
    "dot plot": dot_plot,
    "time columns": time_columns,
    "share grid": share_grid,
    "grid of bars": grid_of_bars,
    "flow": flow,
    "two sides": two_sides,
}
SHAPES = {"svg", "g", "rect", "line", "circle", "path", "text", "title", "tspan"}
TAGS = {
    "a",
    "b",
    "div",
    "h3",
    "li",
    "ol",
    "p",
    "span",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "br",
}


class Figure(HTMLParser):
    """The tags, links, classes and texts of a figure; fails where tags do not nest or a look stands inline."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []
        self.classes: set[str] = set()
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in SHAPES | TAGS, tag
        given = dict(attrs)
        assert "style" not in given and not [name for name in given if name.startswith("on")]
        self.classes |= set((given.get("class") or "").split())
        if tag == "a":
            self.links.append(given)
        if tag not in ("br",):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def drawn(form: DrawnForm, pages: bool = False) -> Figure:
    def link_for(table: str, key: str) -> str:
        return f"./{table}?key={quote(key, safe='')}" if pages else ""

    return Figure(figure_html(form, link_for, lambda mark: f"./rows?mark={quote(mark, safe='')}"))


@pytest.mark.parametrize("name", FORMS)
def test_every_mark_with_rows_opens_them(name: str) -> None:
    form = FORMS[name]()
    opened = {link["data-mark"] for link in drawn(form).links}
    there = {mark.key for mark in form.marks() if mark.quantity is not None and any(mark.quantity.rows)}
    # A cell of a grid that opens what is lacking opens the share itself where nothing is.
    instead = (
        {key.removesuffix("/rest") for key in there if key.endswith("/rest")}
        if name == "share grid"
        else set()
    )
    assert opened == there - instead


@pytest.mark.parametrize("name", FORMS)
def test_a_mark_leads_where_its_key_says_and_says_what_it_is(name: str) -> None:
    figure = drawn(FORMS[name]())
    for link in figure.links:
        assert link["href"] == f"./rows?mark={quote(str(link['data-mark']), safe='')}"
        assert link.get("title") or link.get("aria-label")


@pytest.mark.parametrize("name", FORMS)
def test_nothing_is_read_as_markup(name: str) -> None:
    text = figure_html(FORMS[name](NASTY), lambda table, key: "", lambda mark: "./rows")
    assert "<script" not in text and "<script>alert('x')</script>" in "".join(Figure(text).texts)


@pytest.mark.parametrize("name", FORMS)
def test_an_address_that_nobody_may_be_sent_to_is_no_link(name: str) -> None:
    assert not Figure(figure_html(FORMS[name](), lambda *_row: "", lambda mark: "javascript:alert(1)")).links


@pytest.mark.parametrize("name", FORMS)
def test_looks_are_classes_that_the_style_sheet_knows(name: str) -> None:
    known = set(re.findall(r"\.(iurc[a-z0-9-]*)", style("light")))
    assert {name for name in drawn(FORMS[name]()).classes if name.startswith("iurc")} <= known


def test_what_has_a_page_leads_there() -> None:
    links = drawn(unit_chart(), pages=True).links
    assert [link["href"] for link in links if "data-mark" not in link] == [
        f"./pairings?key=p{number}" for number in range(3)
    ]


def test_the_outer_dots_say_their_values_away_from_each_other() -> None:
    text = figure_html(dot_plot(), lambda *_row: "", lambda mark: "./rows")
    said = re.findall(r'<text class="iurc-(before|after)"[^>]*>(\d+)<', text)
    # Of three dots the middle one is told by its name alone; a single one stands before its text.
    assert sorted(said) == [("after", "1"), ("after", "8"), ("before", "3")]


def test_a_slope_names_both_ends_of_each_line_and_what_moved_stands_out() -> None:
    text = figure_html(slope(), lambda *_row: "", lambda mark: "./rows")
    wide = text.split("iurc-slope-narrow")[0]
    assert wide.count("<text") == 4 and wide.count('class="iurc-moved"') == 3
    for said in ("10%", "75%", "50%"):
        assert said in wide
    assert ">20</a> pairings" in wide and ">24</a> pairings" in wide


def test_columns_grow_from_one_line_and_are_as_long_as_their_counts() -> None:
    text = figure_html(time_columns(), lambda *_row: "", lambda mark: f"./rows?mark={mark}")
    line = float(re.findall(r'class="iurc-base"[^>]* y1="([\d.]+)"', text)[0])
    bars = re.findall(
        r'mark=([\w/]+)"[^>]*><title>[^<]*</title><rect class="iurc-bar[^"]*" x="[^"]*" y="([\d.]+)" '
        r'width="[^"]*" height="([\d.]+)"',
        text,
    )
    long = {mark: float(height) for mark, _y, height in bars}
    assert set(long) == {"2020/up", "2021/up", "2021/down"}
    assert (
        abs(long["2021/up"] / long["2020/up"] - 5 / 3) < 0.02
        and abs(long["2021/up"] / long["2021/down"] - 2.5) < 0.02
    )
    for mark, y, height in bars:
        start = float(y) if mark.endswith("down") else float(y) + float(height)
        assert abs(start - line) < 0.05
    # A band that begins before the axis is cut, one that lies outside it is not there.
    assert text.count('iurc-band"') == 1 and 'class="iurc-band" x="0%" width="50%"' in text


def test_what_is_in_no_column_is_opened_below() -> None:
    text = figure_html(time_columns(), lambda *_row: "", lambda mark: f"./rows?mark={mark}")
    assert text.split("iurc-apart")[1].count(">4</a>") == 1


def test_the_bands_of_a_flow_leave_and_reach_their_nodes() -> None:
    form = flow()
    layout = flow_layout(form)
    nodes = {placed.node.key: placed for placed in layout.nodes}
    assert nodes["1-new"].across == 0 and nodes["2-away"].across == 100
    pixel = nodes["1-new"].height / 8
    for placed in layout.bands:
        start, end = (float(y) for y in re.findall(r"M0 ([\d.]+)C[\d. ]* 100 ([\d.]+)V", placed.path)[0])
        source, target = nodes[placed.band.source], nodes[placed.band.target]
        high = placed.band.count.value * pixel
        assert source.top - 0.1 <= start and start + high <= source.top + source.height + 0.1
        assert abs(end - target.top) < 0.1
    # Nodes of a stage do not overlap.
    second = sorted((placed.top, placed.height) for placed in layout.nodes if placed.node.stage == 1)
    assert all(top + height < following for (top, height), (following, _h) in pairwise(second))


def test_a_cell_opens_what_lacks_it_and_says_how_many() -> None:
    text = figure_html(share_grid(), lambda *_row: "", lambda mark: f"./rows?mark={mark}")
    assert 'data-mark="r0/c0/rest" title="Cell 0, Cell: 2 of 8, 6 lack it">2 of 8</a>' in text
    # What lacks nothing opens what is there; what has nothing recorded is told from what could have nothing.
    assert 'data-mark="r0/c1" title="Cell 0, Column 1: 8 of 8' in text
    assert 'class="s0"' in text and text.count("iurc-blank") == 1 and "nothing to record" in text


def test_a_bar_of_few_is_hollow_and_bars_stand_on_one_scale() -> None:
    text = figure_html(grid_of_bars(), lambda *_row: "", lambda mark: "./rows")
    assert re.findall(r'iurc-ink-(region-\d)( iurc-hollow)?" x="0" y="1" width="([\d.]+%)"', text) == [
        ("region-1", "", "50%"),
        ("region-2", " iurc-hollow", "100%"),
    ]
    assert "25%" in text and "2 of 4, " not in text


def test_bars_are_as_long_as_their_counts_and_none_is_no_zero() -> None:
    text = figure_html(labelled_bars(), lambda *_row: "", lambda mark: f"./rows?mark={mark}")
    widths = re.findall(r'class="iurc-bar ([^"]*)" x="0%" y="([\d.]+)" width="([\d.]+%)"', text)
    assert [width for _looks, _y, width in widths] == ["60%", "40%", "80%"]
    # Few things make no long bar; many fill the width.
    form = labelled_bars()
    assert form.longest == 5
    many = replace(
        form.series[0], values=(Count.in_table("activities", map(str, range(12))), NOTHING, NOTHING)
    )
    assert replace(form, series=(many,)).longest == 12
    # Without a category there is nothing to draw, and no error either.
    bare = replace(form, axis=replace(form.axis, categories=()), series=())
    assert bare.longest == 5 and figure_html(bare, lambda *_row: "", lambda _mark: "./rows")
    # Nothing is a number without a bar and without a link; what cannot be is a dash.
    assert text.count(">0</text>") == 2 and text.count(">–</text>") == 1
    assert len({y for _looks, y, _width in widths}) == 2
    # What is inferred is told by more than its colour.
    assert "iurc-hollow" in widths[1][0] and "iurc-hollow" not in widths[0][0]


def test_stacked_bars_say_their_parts_inside_and_their_total_at_the_end() -> None:
    text = figure_html(labelled_bars(stacked=True), lambda *_row: "", lambda mark: f"./rows?mark={mark}")
    assert re.findall(r'class="iurc-inside[^>]*>(\d+)<', text) == ["3", "2"]
    assert re.findall(r'class="iurc-after iurc-strong"[^>]*>(\d+)<', text) == ["5", "0", "4"]
    assert 'data-mark="bar/"' in text and 'data-mark="c/t"' in text


def test_the_mark_of_a_bar_says_its_category_series_and_count() -> None:
    assert "<title>Bar, S: 3</title>" in figure_html(labelled_bars(), lambda *_row: "", lambda mark: "./rows")


def test_two_sides_are_joined_as_one_thing_and_names_lead_to_their_pages() -> None:
    text = figure_html(
        two_sides(), lambda table, key: f"./{table}?key={key}", lambda mark: f"./rows?mark={quote(mark)}"
    )
    assert text.count("<path") == 3, "a line from each place to the middle, never one for each pair"
    assert all(f'href="./places?key={key}"' in text for key in ("a", "b", "c"))
    assert 'href="./editions?key=NA-1"' in text
    assert text.count("data-mark") == 1 and "place/a/others" in text
    assert text.index("Place b") < text.index("Place when") < text.index("Place c")
