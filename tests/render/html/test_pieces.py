"""Pieces of a page: real headers, links that lead somewhere, blanks said in words, and nothing read as markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from artificial import artificial_dataset
from hand_made import COLUMNS, NASTY, line, matrix, pairings, table, total, view
from hypothesis import given, settings
from hypothesis import strategies as st
from style_sheet import style

from iurc_dash.exhibits.register import make
from iurc_dash.forms import Category, Facts, KeyFigure, KeyFigures, LegendEntry, Listing, Matrix, Prose
from iurc_dash.problems import Code, Problem
from iurc_dash.quantities import NOTHING, Mark, Row, Share, Stated
from iurc_dash.render import html
from iurc_dash.selection import Selection
from iurc_dash.tabular import NOT_APPLICABLE, Column, Table
from iurc_dash.view import view_of

# What pieces are made of: no script, nothing that is fetched but pictures.
TAGS = {
    *("b", "button", "g", "nav", "input", "rect", "svg"),
    *("a", "br", "caption", "dd", "div", "dl", "dt", "img", "li", "ol", "p", "span"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
EMPTY_TAGS = {"br", "img"}


class Page(HTMLParser):
    """The tags, texts, links and inline looks of a piece of HTML; fails where tags do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.looks: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert not [name for name, _value in attrs if name.startswith("on")]
        self.tags.append(tag)
        if tag not in EMPTY_TAGS:
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs))
        self.looks += [value or "" for name, value in attrs if name == "style"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def link_for(table_name: str, key: str) -> str:
    return f"./{table_name}?key={quote(key, safe='')}"


def mark_address(mark: str) -> str:
    return f"./rows?mark={mark}"


def table_of(shown: Table, caption: str = "Pairings") -> str:
    return html.table_html(view(), shown, caption, link_for=link_for, mark_address=mark_address)


def all_pieces(words: str) -> dict[str, str]:
    """Every piece, with the words wherever words can stand."""
    columns = [replace(column, title=words) for column in COLUMNS]
    cells = line(note=words, themes=(words, "mobility"), kind=words, start=words, count=pairings(2)).cells
    shown = Table.of(columns, [replace(line(), cells={**cells, "name": words})])
    figures = KeyFigures(
        (KeyFigure("k", words, pairings(2), (pairings(1),), words),), (Category("1", words),)
    )
    facts = Facts(((Column("a", words), words), (Column("b", words, "codes", "modes"), (words, words))))
    return {
        "table": html.table_html(view(), shown, words, link_for=link_for, mark_address=mark_address),
        "matrix": html.matrix_html(view(), matrix((1, None), (0, 3), label=words), words, mark_address),
        "key figures": html.key_figures_html(figures, mark_address),
        "facts": html.facts_html(view(), facts, link_for, mark_address),
        "prose": html.prose_html(Prose((words, (words, Mark("m", words, pairings(2))))), mark_address),
        "choices": html.choices_html(words, [html.Choice(words, at, "./pairings", at > 0) for at in (0, 1)]),
        "legend": html.legend_html([LegendEntry("phase-1", words), LegendEntry(words, words)]),
        "picture": html.picture_html("./served/map.svg", words),
        "link": html.link_html(words, "./pairings"),
        "sources": html.source_list_html(view(), [words, "page-na-2"]),
        "problems": html.problems_html(
            [
                Problem(
                    table="t.csv",
                    row=2,
                    column=words,
                    value=words,
                    code=Code.REQUIRED,
                    what=words,
                    mend=words,
                )
            ]
        ),
    }


def test_a_table_has_headers_links_and_words_for_blanks() -> None:
    drawn = table_of(
        table(line(count=pairings(2), start="2022-05", kind="webinar"), total(count=pairings(2)))
    )
    page = Page(drawn)
    visible = [column for column in COLUMNS if not column.hidden]
    assert drawn.count('scope="col"') == len(visible) and drawn.count('scope="row"') == 2
    assert "May 2022" in page.texts and "Webinar" in page.texts
    # Share, period, themes and note of the first line; all of these and the kind of the total.
    assert page.texts.count("not recorded") == 9
    assert "Phase" not in page.texts, "a column for downloads is not shown"
    assert 'role="region" tabindex="0" aria-label="Pairings"' in drawn
    assert not re.search(r"\bnan\b|None|undefined", drawn)


def test_what_a_total_is_called_leads_nowhere_and_what_cannot_be_is_said() -> None:
    page = Page(table_of(table(line(), total(count=NOTHING))))
    assert [link["href"] for link in page.links] == ["./pairings?key=jp-1-mockholm-prototype"]
    assert page.texts.count("–") == page.texts.count("not applicable") == 1


def test_every_counted_cell_opens_its_rows_by_the_key_of_its_mark() -> None:
    stated = Stated("2022-05", Row("pairings", "p"))
    shown = table(
        line("a", count=pairings(2), share=Share(pairings(1), pairings(4)), start=stated),
        line("b", count=NOTHING, share=Share(NOTHING, NOTHING)),
        total(count=pairings(2)),
    )
    opened = {link["href"] for link in Page(table_of(shown)).links if str(link["href"]).startswith("./rows")}
    counted = {
        mark.key for mark in shown.marks() if mark.quantity is not None and any(mark.quantity.rows.values())
    }
    assert opened == {f"./rows?mark={key}" for key in counted}
    assert counted == {"a/count", "a/share", "a/start", "/count"}


def test_where_there_is_no_address_a_number_stays_a_number() -> None:
    drawn = html.table_html(
        view(),
        table(line(count=pairings(2))),
        "T",
        link_for=lambda *_: "",
        mark_address=lambda mark: "javascript:x",
    )
    assert "<a" not in drawn and ">2<" in drawn


def test_references_lead_where_they_are_told_and_sources_to_themselves() -> None:
    columns = (
        Column("themes", "Themes", "references", "themes"),
        Column("s", "Sources", "references", "sources"),
    )
    shown = Table.of(columns, [line(themes=("mobility", "unheard-of"), s=("page-na-2", "page-lac-2"))])
    links = Page(table_of(shown)).links
    assert [link["href"] for link in links[:2]] == ["./themes?key=mobility", "./themes?key=unheard-of"]
    assert [link["href"] for link in links[2:]] == ["https://example.org/na-2", "https://example.org/lac-2"]
    assert all(link.get("rel") == "noopener" for link in links[2:])


@pytest.mark.parametrize(
    ("count", "named", "more"), [(40, 40, ""), (41, 40, "and 1 more"), (1_240, 40, "and 1,200 more")]
)
def test_a_cell_names_so_many_and_says_how_many_more_there_are(count: int, named: int, more: str) -> None:
    column = Column("themes", "Themes", "references", "themes")
    keys = tuple(f"theme-{number}" for number in range(count))
    drawn = table_of(Table.of([column], [line(themes=keys)]))
    assert len(Page(drawn).links) == named
    assert (more in drawn) if more else ("more" not in drawn)


def test_a_source_with_an_address_that_is_none_is_no_link() -> None:
    dataset = artificial_dataset()
    sources = dataset["sources"].assign(url="javascript:alert(1)")
    mocked = view_of(dataset.with_tables(sources=sources))
    assert Page(html.source_list_html(mocked, ["page-na-2"])).links == []


def test_long_lists_get_more_room_than_short_words() -> None:
    long = "Digital transition and environment, ecological transition, innovation and research, ports"
    columns = (Column("a", "A"), Column("b", "B"), Column("c", "C", "count"), Column("d", "D", "date"))
    drawn = table_of(Table.of(columns, [line(a="Short", b=long, c=pairings(1), d="2022-05-04")]))
    rooms = {title: int(room) for room, title in re.findall(r"min-width:(\d+)ch[^>]*>([^<]+)</th>", drawn)}
    assert set(rooms) == {"A", "B"} and 2 * rooms["A"] < rooms["B"] <= 40


def test_the_caption_of_a_table_is_heard_and_not_seen() -> None:
    hidden = table_of(table(line()), "Said").split("<caption")[1].split("</caption>")[0]
    assert 'class="iurc-heard">Said<' in hidden and "display:none" not in hidden


def test_every_mark_of_a_matrix_with_rows_is_a_link_and_no_other() -> None:
    form = matrix((None, 0, 5), (1, 2, 0))
    drawn = html.matrix_html(view(), form, "Counts", mark_address)
    page = Page(drawn)
    keys = {mark.key for mark in form.marks() if mark.quantity}
    assert {link["href"] for link in page.links} == {f"./rows?mark={key}" for key in keys}
    assert page.texts.count("not applicable") == 1 and page.texts.count("0") == 2
    # Shade by size: none for nothing, the strongest for the highest.
    assert re.findall(r"<td(?: class=\"(s\d)\")?><a[^>]*>(\d)", drawn)[0] == ("s8", "5")
    assert (
        html.matrix_html(view(), Matrix(**{**vars(form), "scale": 50.0}), "Counts", mark_address).count("s8")
        == 0
    )


def test_a_matrix_of_an_exhibit_has_all_its_numbers() -> None:
    exhibit = make(view(), "themes/clusters")
    assert isinstance(exhibit.form, Matrix)
    page = Page(html.matrix_html(exhibit.view, exhibit.form, exhibit.question, mark_address))
    numbers = [int(text) for text in page.texts if text.isdecimal()]
    assert numbers == [mark.quantity.value for mark in exhibit.marks.values() if mark.quantity is not None]


def test_key_figures_open_each_number_and_say_a_dash_in_words() -> None:
    figure = KeyFigure("k", "Pairings", pairings(7), (pairings(3), NOTHING), "A note.")
    none = KeyFigure("n", "Share", Share(NOTHING, NOTHING))
    stated = KeyFigure("s", "Reported", Stated(2000, Row("reported_figures", "f")))
    phases = (Category("1", "Phase 1"), Category("2", "Phase 2"))
    page = Page(html.key_figures_html(KeyFigures((figure, none, stated), phases), mark_address))
    assert [link["href"] for link in page.links] == [f"./rows?mark={mark}" for mark in ("k", "k/1", "s")]
    assert page.texts.count("not applicable") == 1 and "2,000" in page.texts and "A note." in page.texts


def test_facts_say_what_is_not_recorded() -> None:
    facts = Facts(
        (
            (Column("members", "Members", "references", "places"), ("mockholm-se",)),
            (Column("activities", "Activities", "count"), pairings(3)),
            (Column("summary", "Summary"), ""),
            (Column("phase", "Phase", "reference", "phases", hidden=True), "1"),
        )
    )
    page = Page(html.facts_html(view(), facts, link_for, mark_address))
    assert [link["href"] for link in page.links] == ["./places?key=mockholm-se", "./rows?mark=activities"]
    assert page.tags.count("dt") == 3 and page.texts[-1] == "not recorded"


def test_no_words_are_ever_read_as_markup() -> None:
    plain, nasty = all_pieces("words"), all_pieces(NASTY)
    for name, drawn in nasty.items():
        page = Page(drawn)
        assert page.tags == Page(plain[name]).tags, name
        assert name == "picture" or NASTY in "".join(page.texts), name
        assert not any(link["href"] == NASTY for link in page.links)


@settings(max_examples=25)
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_whatever_words_are_given_a_piece_stays_whole(words: str) -> None:
    for name, drawn in all_pieces(words).items():
        assert Page(drawn).tags == TAGS_OF_PIECES[name]


TAGS_OF_PIECES = {name: Page(drawn).tags for name, drawn in all_pieces("words").items()}


def test_looks_are_in_the_style_sheet_and_only_sizes_in_the_piece() -> None:
    drawn = "".join(all_pieces("words").values()) + table_of(table(line(count=pairings(1)), total()))
    assert all(re.fullmatch(r"min-width:\d+ch", look) for look in Page(drawn).looks)
    rules = style("light")
    used = {name for names in re.findall(r'class="([^"]+)"', drawn) for name in names.split()}
    assert {"iurc", "iurc-region", "n", "t", "l", "s8"} <= used
    for name in used:
        assert re.search(rf"\.{name}\b", rules), name


def test_only_safe_addresses_become_links() -> None:
    assert Page(html.link_html("Here", "./pairings?phase=2")).links == [{"href": "./pairings?phase=2"}]
    assert Page(html.link_html("Here", "javascript:alert(1)")).links == []
    assert "<img" not in html.picture_html("data:text/html,x", "A map.") and "A map." in html.picture_html(
        "", "A map."
    )


def test_a_cell_that_cannot_be_differs_from_one_that_is_not_recorded() -> None:
    cells = Page(table_of(table(line(count=NOT_APPLICABLE, start=NOT_APPLICABLE)))).texts
    assert cells.count("not applicable") == 2


def test_chips_are_few_and_the_chosen_theme_is_told_apart() -> None:
    column = Column("themes", "Themes", "references", "themes", looks="chips")
    keys = ("circular-economy", "renewable-energy", "b", "c", "d")
    chosen = view_of(artificial_dataset(), Selection(themes=("circular-economy",)))
    shown = Table.of([Column("a", "A"), column], [line(a="a", themes=keys)])
    drawn = html.table_html(chosen, shown, "T", link_for=link_for, mark_address=mark_address)
    assert re.findall(r'class="(iurc-chip(?: [^"]*)?)"', drawn) == [
        "iurc-chip iurc-chosen",
        "iurc-chip",
        "iurc-chip",
    ]
    assert "and 2 more" in drawn
    # One left over takes no more room than saying so.
    four = html.table_html(
        view(),
        Table.of([column], [line(themes=keys[:4])]),
        "T",
        link_for=link_for,
        mark_address=mark_address,
    )
    assert "more" not in four and "iurc-chosen" not in four


def test_a_goal_is_a_sign_that_says_its_name() -> None:
    columns = [
        Column(looks, "Goals", "references", "goals", looks=looks)  # type: ignore[arg-type]
        for looks in ("signs", "hollow signs")
    ]
    page = Page(table_of(Table.of(columns, [line(**{column.key: ("sdg-11",) for column in columns})])))
    stated, ours = page.links
    assert stated["title"] == stated["aria-label"] == "11 Sustainable cities and communities"
    assert page.texts.count("11") == 2
    assert "iurc-hollow" not in str(stated["class"]) and "iurc-hollow" in str(ours["class"])
    assert "iurc-ink-goal-11" in str(stated["class"])


def test_a_heading_that_orders_a_list_says_how_it_is_and_leads_to_the_other_way() -> None:
    listing = Listing(
        "count", descending=True, asks={"count": {"order": "ascending"}, "name": {"sort": "name"}}
    )
    drawn = html.table_html(
        view(),
        table(line(count=pairings(2))),
        "T",
        link_for=link_for,
        mark_address=mark_address,
        listing=listing,
        order_address=lambda asked: (
            "./pairings?" + "&".join(f"{key}={value}" for key, value in asked.items())
        ),
    )
    sorted_by = dict(re.findall(r'aria-sort="(\w+)"><a id="order-(\w+)"', drawn))
    assert sorted_by == {"none": "name", "descending": "count"}
    assert 'href="./pairings?order=ascending"' in drawn and 'href="./pairings?sort=name"' in drawn
    assert 'data-label="Order by"' in drawn
    assert "aria-sort" not in table_of(table(line())), "a list with an order of its own has no such headings"


def test_a_table_that_a_phone_has_no_room_for_is_cards_there_and_a_small_one_stays_a_table() -> None:
    wide = table_of(
        Table.of([Column(key, key) for key in "abc"], [line(**dict.fromkeys("abc", "Long words " * 9))])
    )
    small = table_of(
        Table.of([Column("a", "A"), Column("b", "B", "count")], [line(a="Short", b=pairings(1))])
    )
    assert "iurc-cards" in wide and "iurc-cards" not in small
    # Each cell says what its column is called, and what it is to those who hear it.
    assert re.findall(r'<td role="cell" data-label="(\w+)"', wide) == ["b", "c"]
    assert wide.count('role="row"') == 2 and wide.count('role="columnheader"') == 3


def test_a_choice_that_leaves_nothing_leads_nowhere() -> None:
    named = (("all", 7, False), ("none", 0, False), ("here", 0, True), ("other", 2, False))
    choices = [html.Choice(name, count, f"./pairings?missing={name}", here) for name, count, here in named]
    drawn = html.choices_html("Which", choices)
    assert [link["href"] for link in Page(drawn).links] == [
        "./pairings?missing=all",
        "./pairings?missing=other",
    ]
    assert drawn.count("aria-current") == 1


def test_a_number_within_a_sentence_opens_its_rows() -> None:
    said = ("There are ", Mark("m", "2 pairings", pairings(2)), " & ", Mark("n", "none", NOTHING), ".")
    prose = Prose((said,))
    assert prose.texts == ("There are 2 pairings & none.",)
    page = Page(html.prose_html(prose, mark_address))
    assert "".join(page.texts) == "There are 2 pairings & none."
    assert [link["href"] for link in page.links] == ["./rows?mark=m"]
