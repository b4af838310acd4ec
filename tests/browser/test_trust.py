"""Words of data and address in a real browser: no other host is asked, nothing becomes a link or a picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from iurc_dash.build.package_writing import package_files
from iurc_dash.normalise.ledger import Ledger
from iurc_dash.ui.navigation import PAGES
from scripts.server import Server, start_server
from tests.artificial import artificial_dataset
from tests.browser.conftest import Visit
from tests.pages.test_trust import MARK, marked

ADDRESSES = (
    *(entry.url_path for entry in PAGES),
    "places?place=exampleburg-de",
    "pairings?pairing=na-1-testville-demo-city",
    "map?pairing=na-1-testville-demo-city",
    "goals?shown=sdg-11",
    "rows?exhibit=goals/reached&mark=sdg-11/stated",
    "rows?exhibit=pairings/list",
)
# A version is a short text.
VERSION = "1 [a](https://evil.example) $x$"
WORDS = urlencode({"search": MARK, MARK: "1", "phase": MARK, "exhibit": MARK, "mark": MARK})


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package whose every text is followed by marked words."""
    folder = tmp_path_factory.mktemp("marked")
    dataset = marked(artificial_dataset())
    files = package_files(dataset.tables, VERSION, "2026-11-23", Ledger())
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def of_marked_data(package: Path) -> Iterator[Server]:
    running = start_server("make run", IURC_DASH_PACKAGE=str(package))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def refused(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose package has marked words where a date has to be."""
    folder = tmp_path_factory.mktemp("refused")
    for file in package.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    table = folder / "pairings.csv"
    head, first, *others = table.read_text(encoding="utf-8").split("\n")
    place = head.split(",").index("start_date")
    cells = first.split(",")
    cells[place] = MARK
    table.write_text("\n".join([head, ",".join(cells), *others]), encoding="utf-8")
    running = start_server("make run", IURC_DASH_PACKAGE=str(folder))
    yield running
    running.stop()


def assert_only_words(page: Page) -> None:
    """Nothing on the page was made by the marked words, which are there as they are."""
    made = page.evaluate(
        """() => {
            const evil = (element, name) => (element.getAttribute(name) || '').includes('evil.example');
            const main = document.querySelector('[data-testid="stApp"]');
            const text = element => element.textContent.trim();
            return [
                ...[...main.querySelectorAll('[href],[src],[action],[style]')]
                    .filter(element => ['href', 'src', 'action', 'style'].some(name => evil(element, name))
                        && !(element.getAttribute('href') || '').startsWith('./')),
                ...[...main.querySelectorAll('b, i, em, strong, s, del, code, .katex, [data-testid="stIconMaterial"]')]
                    .filter(element => ['b', 'i', 'c', 'r', 's', 'x', 'home'].includes(text(element))),
                ...[...main.querySelectorAll('h1, h2, h3, h4, h5, h6')]
                    .filter(element => /^H\\b/.test(text(element))),
            ].map(element => element.outerHTML.slice(0, 200));
        }"""
    )
    assert made == []


@pytest.mark.parametrize("path", ADDRESSES, ids=lambda path: path.partition("?")[0] or "overview")
def test_words_of_the_data_stay_words(visit: Visit, of_marked_data: Server, path: str) -> None:
    visitor = visit(of_marked_data, path)
    page = visitor.page
    assert "evil.example" in page.get_by_test_id("stApp").inner_text()
    assert visitor.title() != "The data cannot be shown yet", "the marked data is sound, and shown"
    # What is behind a figure too, and the lists to choose from.
    for behind in page.locator(".iurc-foot a").all()[:1]:
        behind.click()
        expect(page.get_by_role("dialog").locator("table").first).to_be_visible()
    visitor.wait()
    assert_only_words(page)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_list_to_choose_from_shows_words_as_words(visit: Visit, of_marked_data: Server) -> None:
    visitor = visit(of_marked_data, "map")
    page = visitor.page
    # Else the map, when it comes, moves the lists away from under the pointer.
    page.wait_for_selector(".iurc-map.is-alive")
    for name in ("Pairing", "Place"):
        choices = page.get_by_test_id("stMain").get_by_role("combobox", name=name)
        # A list that is open is closed by scrolling: one looks first, and then clicks.
        choices.evaluate("box => box.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(500)
        choices.click()
        expect(page.get_by_role("option").first).to_contain_text("evil.example")
        assert_only_words(page)
        page.keyboard.press("Escape")


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path or "overview")
def test_words_of_the_address_stay_words(visit: Visit, server: Server, entry: object) -> None:
    visitor = visit(server, f"{entry.url_path}?{WORDS}")  # type: ignore[attr-defined]
    expect(visitor.page.get_by_test_id("stMain")).to_contain_text("evil.example")
    assert_only_words(visitor.page)


def test_words_of_problems_stay_words(visit: Visit, refused: Server) -> None:
    visitor = visit(refused, "")
    assert visitor.title() == "The data cannot be shown yet"
    # The value that has to be mended is shown as it is.
    expect(visitor.page.get_by_role("row").filter(has_text="start_date")).to_contain_text("![x](https://evil")
    assert_only_words(visitor.page)
    assert "Traceback" not in refused.said()
    assert json.dumps(visitor.foreign) == "[]"
