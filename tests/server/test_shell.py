"""The first answer at every page's address holds what the page will say, in its language, and nothing else does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import pytest
from artificial import artificial_dataset, empty_dataset
from asgi import Answer, answer_of, streamlit_stands_in
from pseudo_language import CODE, forgotten, in_cyrillic, spoken
from server_client import Client

from iurc_dash import tokens
from iurc_dash.dataset import Dataset
from iurc_dash.problems import Code, DatasetError, Problem
from iurc_dash.render.html import style_address
from iurc_dash.selection import Selection
from iurc_dash.server import shell
from iurc_dash.server.shell import FilledShell
from iurc_dash.ui import session
from iurc_dash.ui.navigation import PAGES
from iurc_dash.view import view_of

SITE = "https://dashboard.example/"
PATHS = [entry.url_path for entry in PAGES]
MARK = "<script>alert(1)</script>&\"'"


@pytest.fixture(autouse=True)
def dataset(monkeypatch: pytest.MonkeyPatch) -> Iterator[Dataset]:
    shared = artificial_dataset()
    tokens.publish(shared)
    monkeypatch.setattr(session, "shared_dataset", lambda: shared)
    yield shared


class Document(HTMLParser):
    """What a document holds: elements by name with their attributes, and the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "img", "source"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        for tag in dict.fromkeys(self._open):
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, tag: str, **named: str) -> list[dict[str, str | None]]:
        return [
            given
            for name, given in self.elements
            if name == tag and all(given.get(key) == value for key, value in named.items())
        ]

    def meta(self, name: str) -> str:
        found = [
            given["content"]
            for given in self.all("meta")
            if name in (given.get("name"), given.get("property"))
        ]
        assert len(found) == 1, (name, found)
        return found[0] or ""


def answered(address: str, **headers: str) -> Answer:
    return answer_of(FilledShell(streamlit_stands_in), address, **headers)


def document(address: str) -> Document:
    answer = answered(address)
    assert answer.status == 200 and answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    return Document(answer.text)


@pytest.mark.parametrize("url_path", PATHS)
def test_every_page_has_title_description_preview_and_one_heading(url_path: str) -> None:
    page = document(f"/{url_path}")
    title = page.texts["h1"].strip()
    assert title and len(page.all("h1")) == 1 and len(page.all("html", lang="en")) == 1
    assert page.texts["title"].endswith(" · IURC Cooperation Dashboard")
    assert page.meta("og:title") == title
    assert page.meta("description").startswith(title[:100]) and len(page.meta("description")) <= 300
    assert page.meta("og:url") == SITE + url_path == page.all("link", rel="canonical")[0]["href"]
    assert page.meta("og:image").startswith(SITE + "served/")
    assert [link["href"] for link in page.all("link", rel="icon")] == [shell.ICON_ADDRESS]
    # Streamlit's own document says nothing to readers without scripts but to turn them on.
    assert "enable JavaScript" not in page.texts["body"]
    assert page.texts["noscript"].strip()


def test_pages_say_different_things() -> None:
    titles = [document(f"/{path}").texts["h1"] for path in PATHS]
    assert len(set(titles)) == len(titles)


def test_the_shell_stands_beside_what_streamlit_draws_in_and_loads_its_programs() -> None:
    page = document("/")
    assert [given.get("id") for _tag, given in page.elements if given.get("id")] == ["shell", "root"]
    own = re.findall(r'(?:src|href)="(\./static/js/[^"]+)"', shell.programs())
    assert len(own) > 20
    assert [given["src"] for given in page.all("script", type="module")] == [own[0]]
    assert [given["href"] for given in page.all("link", rel="modulepreload")] == own[1:]
    # The style sheet of what is drawn comes with the programs that draw it, and never before the shell.
    assert [given["href"] for given in page.all("link", rel="stylesheet")] == [style_address()]
    assert [
        tag for tag, given in page.elements if given.get("id") == "root" or given.get("rel") == "stylesheet"
    ] == ["div", "link"]


def test_links_lead_to_every_page_of_the_menu_with_the_selection_and_language() -> None:
    page = document("/goals?phase=2")
    addresses = [given["href"] for given in page.all("a")]
    assert addresses == [f"./{entry.url_path}?phase=2" for entry in PAGES if entry.section]


def test_the_selection_counts() -> None:
    everything, phase = document("/map"), document("/map?phase=2")
    assert everything.texts["h1"] != phase.texts["h1"]
    assert "Phase 2" in phase.texts["main"] and "All phases" in everything.texts["main"]
    # What is not known is left out, as the page does.
    assert document("/map?phase=9&nonsense=1&phase=%00").texts["h1"] == everything.texts["h1"]


@pytest.mark.parametrize(
    ("address", "close"),
    [
        ("/", False),
        ("/map?phase=2", False),
        ("/pairings?pairing=na-1-testville-demo-city", True),
        ("/programme", True),
    ],
)
def test_the_drawn_map_is_there_for_light_and_dark(address: str, close: bool) -> None:
    page = document(address)
    (light,), (dark,) = page.all("img"), page.all("source")
    assert dark["media"] == "(prefers-color-scheme: dark)" and light["alt"]
    for theme, picture in (("light", light["src"]), ("dark", dark["srcset"])):
        assert picture and f"theme={theme}" in picture and ("close=1" in picture) == close
        drawn = Client().get(picture.removeprefix("."))
        assert drawn.status == 200 and drawn.text.startswith("<svg")
    # The boundaries on it are nobody's opinion.
    assert "imply no opinion" in page.texts["main"]
    assert page.meta("og:image:alt") == light["alt"]


def test_a_page_of_one_thing_is_called_by_its_name(dataset: Dataset) -> None:
    words = view_of(dataset).words
    pairing, place = "na-1-testville-demo-city", "exampleburg-de"
    assert document(f"/pairings?pairing={pairing}").texts["h1"].strip() == words.say("pairings", pairing)
    # Whatever is chosen beside it: the page is about the whole of it.
    chosen = document(f"/places?place={place}&phase=3")
    assert chosen.texts["h1"].strip() == words.say("places", place)
    assert "Phase 3" not in chosen.texts["main"]
    unknown = document("/pairings?pairing=nobody")
    assert unknown.texts["h1"] == document("/pairings").texts["h1"]


def test_the_dataset_is_described_for_programs(dataset: Dataset) -> None:
    page = document("/about")
    facts = json.loads(re.findall(r'application/ld\+json">(.*?)</script>', answered("/about").text)[0])
    assert facts["@type"] == "Dataset" and facts["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert (facts["version"], facts["dateModified"]) == (dataset.release.version, dataset.release.date)
    assert facts["url"] == SITE and facts["name"] and facts["description"]
    (distribution,) = facts["distribution"]
    assert distribution["contentUrl"].startswith(SITE + "served/data.zip?release=")
    assert page.all("script", type="application/ld+json")


@pytest.mark.parametrize("url_path", PATHS)
@pytest.mark.parametrize(
    "parameter", ["search", "phase", "pairing", "place", "lang", "exhibit", "mark", "edition", MARK]
)
def test_an_address_is_never_read_as_markup(url_path: str, parameter: str) -> None:
    plain = document(f"/{url_path}")
    answer = answered(f"/{url_path}?{quote(parameter)}={quote(MARK)}")
    page = Document(answer.text)
    assert "alert(1)</script>" not in answer.text and "<script>alert" not in answer.text
    assert len(page.all("script")) == len(plain.all("script"))
    assert not [given for _tag, given in page.elements if any(name.startswith("on") for name in given)]


@pytest.mark.parametrize("value", ["\ud800", "ä" * 5000, "%ff%fe", "1&" * 500, "%00", "[", "None"])
def test_no_value_is_an_error_of_the_server(value: str) -> None:
    asked = quote(value, safe="%&", errors="surrogatepass")
    for url_path in PATHS:
        for name in ("search", "phase", "pairing", "exhibit", "lang", "asked"):
            assert answered(f"/{url_path}?{name}={asked}").status == 200, (url_path, name)


def test_a_host_that_a_reader_invents_is_only_words() -> None:
    page = Document(answered("/map", host='a"><script>x').text)
    assert len(page.all("script")) == len(document("/map").all("script"))


def test_the_address_that_readers_come_by_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IURC_DASH_ADDRESS", "https://cooperation.example/atlas/")
    page = document("/map?phase=2")
    assert page.meta("og:url") == "https://cooperation.example/atlas/map?phase=2"
    assert page.meta("og:image").startswith("https://cooperation.example/atlas/served/")
    assert "dashboard.example" not in answered("/map?phase=2").text


def test_what_is_no_page_is_passed_on() -> None:
    for address in (
        "/editions",
        "/map/x",
        "/_stcore/health",
        "/static/js/index.js",
        "/map.svg",
        "//map",
    ):
        assert answered(address).body == b"Streamlit", address
    assert answer_of(FilledShell(streamlit_stands_in), "/map", "POST").body == b"Streamlit"


def test_at_an_unknown_address_stands_the_first_page_as_streamlit_shows_it() -> None:
    for address in ("/unknown", "/Map"):
        assert document(address).texts["h1"] == document("/").texts["h1"], address
        assert "unknown" not in document(address).texts["h1"]


def test_under_a_path_only_what_lies_below_it_is_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iurc_dash.server.shell.st.get_option", lambda name: "atlas/")
    assert Document(answered("/atlas/map").text).meta("og:url") == SITE + "atlas/map"
    assert Document(answered("/atlas/").text).texts["h1"]
    # Without its slash, relative addresses would lead elsewhere: Streamlit sends readers on.
    for address in ("/atlas", "/map", "/"):
        assert answered(address).body == b"Streamlit", address


def test_the_shell_is_small_and_goes_compressed() -> None:
    answer = answered("/", **{"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding"
    assert len(answer.body) < 10_000


def test_data_with_problems_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> Dataset:
        problem = Problem(
            table="pairings.csv",
            row=3,
            column="start_date",
            code=Code.WRONG_DATE,
            what="No.",
            mend="Mend it.",
        )
        raise DatasetError([problem])

    monkeypatch.setattr(session, "shared_dataset", refused)
    for url_path in PATHS:
        page = document(f"/{url_path}")
        assert page.texts["h1"].strip() == "The data cannot be shown yet"
        assert not page.all("img") and "start_date" not in page.texts["body"]


def test_an_empty_dataset_has_pages_without_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = empty_dataset()
    tokens.publish(empty)
    monkeypatch.setattr(session, "shared_dataset", lambda: empty)
    for url_path in PATHS:
        page = document(f"/{url_path}")
        assert page.texts["h1"].strip() and not page.all("img"), url_path


def test_it_is_said_in_the_language_of_the_address(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = in_cyrillic(artificial_dataset())
    tokens.publish(shared)
    monkeypatch.setattr(session, "shared_dataset", lambda: shared)
    with spoken(tmp_path_factory.mktemp("locale")):
        for url_path in PATHS:
            page = document(f"/{url_path}?lang={CODE}")
            assert len(page.all("html", lang=CODE)) == 1
            for words in (
                page.texts["main"],
                page.texts["title"],
                page.meta("description"),
                page.texts["nav"],
            ):
                assert not forgotten(unescape(words)), (url_path, words)
            assert all(f"lang={CODE}" in (given["href"] or "") for given in page.all("a"))


def test_what_was_found_is_not_worked_out_twice(dataset: Dataset) -> None:
    document("/goals?phase=2")
    view = view_of(dataset, Selection(phases=("2",)))
    kept = len(view.kept.once("exhibits", dict))
    document("/goals?phase=2")
    assert kept and len(view.kept.once("exhibits", dict)) == kept
    assert view_of(dataset, Selection(phases=("2",))) is view


def test_addresses_of_the_shell_lie_beside_it() -> None:
    page = document("/pairings?pairing=na-1-testville-demo-city")
    for _tag, given in page.elements:
        for name in ("src", "href", "srcset"):
            address = given.get(name) or ""
            if not address.startswith(SITE):
                assert not urlsplit(address).scheme and not urlsplit(address).netloc
                assert address == "" or address.startswith("./"), address
