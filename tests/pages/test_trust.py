"""Words of an address or of the data are words: never a link, a picture, a heading, an icon or a formula of ours."""

from __future__ import annotations

import re
from html import unescape

import pytest
from artificial import artificial_dataset
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest
from visits import html_on, markdown_on, shown, visit, words_on

from iurc_dash.dataset import Dataset, Release
from iurc_dash.ui.navigation import PAGES, PageEntry
from iurc_dash.ui.say import JOINER, plain

MARK = (
    "![x](https://evil.example/p.png) # H [a](https://evil.example) :material/home: $x$ `c` **b** <b>i</b> ~~s~~ "
    ":red[r]"
)
# What Streamlit reads after Markdown, so that escaping it does not help.
READ_AGAIN = re.compile(r"https?://|www\.|\w@\w|:streamlit:|:material_|->|<-|--|>=|<=|~=", re.IGNORECASE)
# Columns of keys, codes and dates, which checks keep to their form before anything is shown.
FORMED = re.compile(
    r"_id$|_code|^(kind|side|mode|basis|status|exactness|position_method|qualifier|state|step|joint|role|number|colour"
    r"|table_name|agenda_id|target|measure|total|url|start_date|end_date|published_date|as_of|order|label_kind)$|subject_kind"
)
LIVE = re.compile(r"<(a|img|h\d|code|strong|em|s|del)\b", re.IGNORECASE)
STREAMLIT_SIGNS = (":material/home:", "$x$", ":red[r]")


def marked(dataset: Dataset) -> Dataset:
    """The dataset with marked words behind every text that a person wrote."""
    tables = {}
    for name, table in dataset.tables.items():
        changed = table.copy()
        for column in table.columns:
            if str(table[column].dtype).startswith(("str", "object")) and not FORMED.search(column):
                changed[column] = table[column].where(table[column] == "", table[column] + " " + MARK)
        tables[name] = changed
    return Dataset(tables, Release(f"1 {MARK}", dataset.release.date, "marked"))


def assert_only_words(visitor: AppTest) -> None:
    assert not visitor.exception, visitor.exception
    reader = MarkdownIt("commonmark").enable(["strikethrough"])
    for markdown in markdown_on(visitor):
        if "evil" in shown(markdown):
            assert not LIVE.search(reader.render(markdown)), markdown
            for sign in STREAMLIT_SIGNS:
                assert sign not in markdown, markdown
            assert not READ_AGAIN.search(shown(markdown)), markdown
    for body in html_on(visitor):
        assert "<b>i</b>" not in body
        assert not re.search(r'(src|href)="[^"]*evil.example', body), body[:300]


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_words_of_the_data_stay_words(entry: PageEntry) -> None:
    visitor = visit(marked(artificial_dataset()), entry)
    assert_only_words(visitor)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_words_of_the_address_stay_words(entry: PageEntry) -> None:
    visitor = visit(
        artificial_dataset(),
        entry,
        {"search": [MARK], MARK: ["1"], "phase": [MARK], "exhibit": [MARK], "mark": [MARK]},
    )
    assert_only_words(visitor)
    assert "not known here" in words_on(visitor)


def test_plain_words_are_shown_as_they_are() -> None:
    for words in (
        MARK,
        "Emilia-Romagna – Piura: 10:30, www.evil.example, a@evil.example, :streamlit: -> -- >=",
    ):
        rendered = MarkdownIt("commonmark").enable(["strikethrough"]).render(plain(words))
        assert not LIVE.search(rendered)
        seen = unescape(re.sub(r"<[^>]+>", "", rendered)).strip()
        assert seen.replace(JOINER, "") == words
        assert not READ_AGAIN.search(seen)
    # Lines may still break where they could.
    assert JOINER not in plain("Emilia-Romagna – Piura: from 2021")
