"""In another language nothing on a page stays English but data and proper names, and the language stays chosen."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st
from artificial import artificial_dataset
from pseudo_language import CODE, forgotten, in_cyrillic, spoken, translate
from streamlit.proto.Block_pb2 import Block as BlockProto
from streamlit.testing.v1 import AppTest
from visits import ROOT, assert_opens, html_on, open_filter, shown, visit

from iurc_dash.dataset import Dataset
from iurc_dash.language import _, use_language
from iurc_dash.ui import frame, navigation, page, session
from iurc_dash.ui.drawn import unpacked
from iurc_dash.ui.navigation import PAGES, PageEntry
from iurc_dash.ui.parts import PARTS_OF_EDITION

ENTRIES = {entry.url_path: entry for entry in PAGES}
# Fields of what is sent to a browser that hold keys, settings or addresses and no words.
MACHINE_FIELDS = {
    "id", "icon", "type", "tag", "page", "page_script_hash", "query_string", "config", "url", "anchor", "form_id",
    "element_id", "deferred_file_id", "mime_type", "class_name", "component_name", "js_source_path",
    "language",
}  # fmt: skip
WORDS_OF_CHART = {"text", "ticktext", "hovertext", "hovertemplate", "name", "title", "label"}
FURTHER_ADDRESSES = [
    ("programme", {"part": [part]}) for part in PARTS_OF_EDITION
] + [
    ("pairings", {"pairing": ["na-2-testville-sampleton-demo-city"]}),
    ("pairings", {"search": ["-"]}),
    ("places", {"place": ["testville-pt"]}),
    ("sources", {"search": ["-"]}),
    ("themes", {"theme": ["circular-economy"]}),
    ("goals", {"shown": ["sdg-12"]}),
    ("map", {"pairing": ["na-2-testville-sampleton-demo-city"]}),
    ("map", {"place": ["testville-pt"]}),
    ("rows", {"exhibit": ["overview/regions"], "mark": ["NA/1"]}),
    ("rows", {"exhibit": ["overview/regions"], "mark": ["-"]}),
    ("themes", {"phase": ["1"], "region": ["LAC"], "cluster": ["digital"]}),
    ("activity", {"list": ["planned"]}),
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with spoken(tmp_path_factory.mktemp("locale")):
        yield


@lru_cache(maxsize=1)
def foreign_dataset() -> Dataset:
    return in_cyrillic(artificial_dataset())


def words_sent(visitor: AppTest) -> Iterator[tuple[str, str]]:
    """Every text that a page sends, with the name of the field that holds it: whatever a reader may see or hear."""
    yield from words_of(visitor._tree)


def words_of(part: Any) -> Iterator[tuple[str, str]]:
    """The same of a part of a page."""
    waiting: list[Any] = [part]
    while waiting:
        node = waiting.pop()
        waiting += getattr(node, "children", {}).values()
        if hasattr(getattr(node, "proto", None), "ListFields"):
            yield from _words_of_message(node.proto, type(node.proto).__name__)


def _words_of_message(message: Any, name: str) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        where = f"{name}.{field.name}"
        for one in value if field.is_repeated else [value]:
            if hasattr(one, "ListFields"):
                yield from _words_of_message(one, where)
            elif isinstance(one, str) and field.name not in MACHINE_FIELDS:
                yield from _words_of_text(where, one)


def _words_of_text(where: str, text: str) -> Iterator[tuple[str, str]]:
    if where == "Html.body":
        heard = re.findall(r'(?:alt|title|aria-label|placeholder)="([^"]*)"', text)
        bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
        yield from ((where, unescape(part)) for part in [*heard, bare])
    elif where == "BidiComponent.json":
        given = json.loads(text)
        given.pop("chosen", "")  # a key
        yield from _words_of_text("Html.body", unpacked(given))
        given = {name: value for name, value in given.items() if name not in ("markup", "packed")}
        yield from ((where, part) for part in given.values() if isinstance(part, str))
    elif where == "PlotlyChart.spec":
        yield from ((where, part) for part in _words_of_chart(json.loads(text)))
    elif where == "Code.code_text":
        yield where, re.sub(r"\S*/\S*", " ", text)  # without addresses
    elif where == "DeckGlJsonChart.tooltip":
        yield where, json.loads(text)["text"]
    elif where == "DeckGlJsonChart.json":
        # Its words come by address: tests/server/test_language.py.
        assert "/served/" in text
    else:
        yield where, re.sub(r":material/\w+:", "", shown(text))


def _words_of_chart(part: Any, is_words: bool = False) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _words_of_chart(value, key in WORDS_OF_CHART)
    elif isinstance(part, list):
        for value in part:
            yield from _words_of_chart(value, is_words)
    elif isinstance(part, str) and is_words:
        yield re.sub(r"<[^>]+>|%\{\w+\}|&\w+;", " ", part)


def assert_all_in_language(visitor: AppTest, but: str = "-") -> None:
    assert_opens(visitor)
    left = {(where, text) for where, text in words_sent(visitor) if forgotten(text, but)}
    assert not left


def visited(entry: PageEntry, **parameters: list[str]) -> AppTest:
    return visit(foreign_dataset(), entry, {"lang": [CODE], **parameters})


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_nothing_on_a_page_stays_english(entry: PageEntry) -> None:
    assert_all_in_language(visited(entry))


@pytest.mark.parametrize(("url_path", "parameters"), FURTHER_ADDRESSES)
def test_nothing_on_a_chosen_part_stays_english(url_path: str, parameters: dict[str, list[str]]) -> None:
    assert_all_in_language(visited(ENTRIES[url_path], **parameters))


def test_the_same_pages_are_english_without_the_parameter() -> None:
    for entry in PAGES:
        visitor = visit(foreign_dataset(), entry)
        assert forgotten(visitor.title[0].value), entry
        assert "lang" not in visitor.query_params


def addresses_of_evidence(visitor: AppTest) -> list[dict[str, list[str]]]:
    """What the lines below the figures of a page lead to."""
    feet = [body for body in html_on(visitor) if "iurc-foot" in body]
    links = [unescape(link) for body in feet for link in re.findall(r'href="([^"]+)"', body)]
    return [parse_qs(urlsplit(link).query) for link in links]


@pytest.mark.parametrize(
    "url_path", ["", "activity", "programme", "map", "pairings", "themes", "goals", "sources"]
)
def test_nothing_behind_a_figure_stays_english(url_path: str) -> None:
    addresses = addresses_of_evidence(visited(ENTRIES[url_path]))
    assert addresses
    for address, part in zip(addresses, cycle(("table", "rows", "sources", "files")), strict=False):
        assert_all_in_language(visited(ENTRIES["rows"], **{**address, "part": [part]}))


@pytest.fixture
def _page_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page around fragments, dialogs and callbacks speaks English: what they say is said by themselves."""
    drawn = frame._run

    def run_in_english() -> None:
        with use_language("en"):
            drawn()

    monkeypatch.setattr(frame, "_run", run_in_english)


@pytest.mark.usefixtures("_page_in_english")
def test_a_fragment_speaks_by_itself() -> None:
    visitor = visited(ENTRIES["map"], place=["testville-pt"])
    assert any(forgotten(header.value) for header in visitor.header), "the page around it"
    said = [visitor.selectbox(key=key) for key in ("pairing", "place")]
    assert not forgotten(" ".join(f"{box.label} {box.placeholder} {' '.join(box.options)}" for box in said))
    assert any(f">{translate('Open its page')}</a>" in body for body in html_on(visitor))


@pytest.mark.usefixtures("_page_in_english")
def test_a_dialog_speaks_by_itself() -> None:
    visitor = visited(ENTRIES["goals"])
    visitor.session_state["move_opens"] = {"exhibit": ["goals/reached"], "mark": ["sdg-12/"]}
    visitor.run()
    assert_opens(visitor)
    (dialog,) = [node for node in _blocks(visitor) if node.proto.HasField("dialog")]
    assert dialog.proto.dialog.title and forgotten(shown(dialog.proto.dialog.title)), "the page's own word"
    said = [text for where, text in words_of(dialog) if "Html" in where or "Bidi" in where]
    assert said and not forgotten(" ".join(said))


def _blocks(visitor: AppTest) -> Iterator[Any]:
    waiting: list[Any] = [visitor._tree]
    while waiting:
        node = waiting.pop()
        waiting += getattr(node, "children", {}).values()
        if isinstance(getattr(node, "proto", None), BlockProto):
            yield node


def test_whatever_runs_without_the_page_enters_the_language_of_the_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session, "current_language", lambda: CODE)
    assert page.in_language(lambda: _("Pairing"))() == translate("Pairing")
    assert _("Pairing") == "Pairing"
    for path in sorted((ROOT / "src" / "iurc_dash" / "ui").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                around = [ast.unparse(decorator) for decorator in node.decorator_list]
                if any(one.startswith(("st.fragment", "st.dialog")) for one in around):
                    assert around[-1].endswith("in_language"), (path.name, node.name)


def test_titles_of_the_browsers_tab_are_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(st, "Page", lambda path, title, **_others: asked.append(title))
    with use_language(CODE):
        navigation.streamlit_pages()
    assert len(asked) == len(PAGES)
    assert not forgotten(" ".join(asked))


def test_problems_of_the_data_are_told_in_the_language(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(session.PACKAGE_VARIABLE, str(tmp_path / "0"))
    visitor = visit(None, PAGES[0], {"lang": [CODE]})
    assert not visitor.exception
    assert not [text for _where, text in words_sent(visitor) if forgotten(text, but=str(tmp_path / "0"))]
    assert visitor.title[0].value == translate("The data cannot be shown yet")


def test_an_unknown_language_is_told_and_left_out() -> None:
    for address in ("xx", "EL", "", "../el"):
        visitor = visit(foreign_dataset(), PAGES[0], {"lang": [address]})
        assert_opens(visitor)
        assert forgotten(visitor.title[0].value)
        assert "not known here" in visitor.info[0].value
        assert f"lang = {address}".strip() in shown(visitor.info[0].value)
        assert "lang" not in visitor.query_params
    assert not visit(foreign_dataset(), PAGES[0], {"lang": ["en"]}).info


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_every_link_keeps_the_language(entry: PageEntry) -> None:
    visitor = visited(entry, phase=["1", "2"])
    assert visitor.query_params["lang"] in (CODE, [CODE])
    links = [
        unescape(link) for body in html_on(visitor) for link in re.findall(r'(?:href|src)="([^"]+)"', body)
    ]
    own = [link for link in links if not link.startswith("https://")]
    assert all(parse_qs(urlsplit(link).query).get("lang") == [CODE] for link in own)
    in_menu = {link for link in own if "exhibit=" not in link}
    assert len(in_menu) >= len(PAGES) - 1


def test_the_language_stays_while_filters_change() -> None:
    visitor = visited(ENTRIES["themes"])
    open_filter(visitor).multiselect(key="filter_regions").set_value(["NA"]).run()
    visitor.button(key="show_everything").click().run()
    visitor.selectbox(key="theme").set_value("circular-economy").run()
    assert_all_in_language(visitor)
    assert visitor.query_params["lang"] in (CODE, [CODE])
    assert "theme" in visitor.query_params
