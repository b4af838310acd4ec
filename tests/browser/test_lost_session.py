"""A session that was cut off keeps its filters and the reader's first action, whatever that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from scripts.server import Server, start_server
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
CUT_OFF = '[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])'


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def main(page: Page) -> Locator:
    return page.get_by_test_id("stMain")


def choose(page: Page, box: str, words: str, *, where: str = "stMain") -> None:
    field = page.get_by_test_id(where).get_by_role("combobox", name=re.compile(box))
    field.evaluate("field => field.scrollIntoView({block: 'center'})")
    option = page.get_by_role("option", name=re.compile(words)).first
    for _attempt in range(6):
        field.click()
        field.fill(words)
        try:
            option.click(timeout=5000)
        except TimeoutError:
            # A run that was still under way drew the list anew while it was open; a reader types again.
            continue
        return
    raise AssertionError(f"{words} is not offered")


def search(page: Page) -> None:
    main(page).get_by_role("textbox").fill("water")
    main(page).get_by_role("textbox").press("Enter")


def next_page(page: Page) -> None:
    main(page).get_by_test_id("stPagination").get_by_role("button", name="2").first.click()


def a_bar(page: Page) -> None:
    main(page).locator("a[data-mark]").first.click()


def a_phase(page: Page) -> None:
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Phase 1").click()


# What is done in the choices of the filter, which are open when the line is cut.
IN_FILTER = ("a filter", "a filter in a list", "a switch", "going back")
ACTIONS: dict[str, tuple[str, Callable[[Page], None], Callable[[Page], None]]] = {
    "a filter": (
        "pairings?phase=2",
        a_phase,
        lambda page: expect(page).to_have_url(re.compile("phase=1&phase=2$")),
    ),
    "a filter in a list": (
        "pairings?phase=2",
        lambda page: choose(page, "Region", "Japan", where="stPopoverBody"),
        lambda page: expect(page).to_have_url(re.compile("phase=2&region=JP$")),
    ),
    "the button": (
        "themes?phase=2&region=NA",
        lambda page: page.get_by_role("button", name="Show everything").click(),
        lambda page: expect(page).to_have_url(re.compile("/themes$")),
    ),
    "a search": (
        "pairings?phase=2",
        search,
        lambda page: expect(page).to_have_url(re.compile("phase=2&search=water$")),
    ),
    "a link": (
        "programme?edition=NA-1",
        lambda page: main(page).locator(".iurc-picker tr", has_text="Japan").get_by_role("link").click(),
        lambda page: expect(page).to_have_url(re.compile("edition=JP-")),
    ),
    "a place after a pairing": (
        "map?pairing=na-1-bologna-austin",
        lambda page: choose(page, "Place", "Austin"),
        lambda page: expect(page).to_have_url(re.compile(r"map\?place=[^&]*austin-us$")),
    ),
    "a switch": (
        "goals?phase=2",
        lambda page: page.get_by_text("Only links to goals that a source states").click(),
        lambda page: expect(page).to_have_url(re.compile("phase=2&basis=stated$")),
    ),
    "a mark": (
        "goals?phase=2",
        a_bar,
        lambda page: expect(page.get_by_test_id("stDialog")).to_contain_text("What is behind this"),
    ),
    "a page of a list": (
        "pairings?phase=2",
        next_page,
        lambda page: expect(main(page)).to_contain_text("16 to"),
    ),
    "going back": (
        "pairings?phase=2",
        lambda page: page.go_back(wait_until="commit"),
        lambda page: expect(page).not_to_have_url(re.compile("phase=1")),
    ),
}


@pytest.fixture(scope="module")
def restarted() -> Iterator[list[Server]]:
    """The server of this module's visitors; a test may end it and start another at its port."""
    servers = [start_server("make run")]
    yield servers
    servers[-1].stop()


def restart(servers: list[Server], *visitors: Visitor) -> None:
    """A new server at the old one's port; every session is lost."""
    old = servers[-1]
    old.stop()
    for visitor in visitors:
        visitor.page.wait_for_selector(CUT_OFF)
    servers.append(start_server("make run", port=old.port))
    for visitor in visitors:
        visitor.page.wait_for_selector(CONNECTED)
        # That the line was down is in the browser's log.
        visitor.errors.clear()


@pytest.mark.timeout(300)
def test_the_first_action_after_a_lost_session_happens(restarted: list[Server], visit: Visit) -> None:
    visitors = {name: visit(restarted[-1], path) for name, (path, _act, _then) in ACTIONS.items()}
    for name in IN_FILTER:
        visitors[name].open_filter()
    a_phase(visitors["going back"].page)
    expect(visitors["going back"].page).to_have_url(re.compile("phase=1"))
    visitors["going back"].wait()
    restart(restarted, *visitors.values())
    lost = []
    for name, (_path, act, then) in ACTIONS.items():
        page = visitors[name].page
        act(page)
        try:
            then(page)
        except AssertionError as error:
            lost.append(f"{name}: {page.url}, {str(error)[:60]}")
    assert not lost, "\n".join(lost)
    # The next click counts as well.
    visitors["a filter"].wait()
    a_phase(visitors["a filter"].page)
    expect(visitors["a filter"].page).to_have_url(re.compile("phase=2$"))


def test_what_was_chosen_last_is_still_so_after_the_first_action(
    restarted: list[Server], visit: Visit
) -> None:
    visitor = visit(restarted[-1], "themes")
    page = visitor.page
    # Rows behind a bar first, then a theme of the list: what was opened and closed does not come back.
    a_bar(page)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.wait()
    choose(page, "^Theme$", "Hydrogen")
    expect(page).to_have_url(re.compile("theme="))
    visitor.wait()
    chosen = parameters(page)["theme"]
    visitor.open_filter()
    restart(restarted, visitor)
    a_phase(page)
    expect(page).to_have_url(re.compile("phase=1"))
    visitor.wait()
    assert parameters(page) == {"phase": ["1"], "theme": chosen}
    expect(page.get_by_test_id("stDialog")).to_have_count(0)


def test_clicks_made_while_the_line_is_down_are_not_undone(restarted: list[Server], visit: Visit) -> None:
    visitor = visit(restarted[-1], "pairings?region=NA")
    page = visitor.page
    filters = visitor.open_filter()
    restart(restarted, visitor)
    a_phase(page)
    filters.get_by_role("button", name="Phase 2").click()
    expect(page).to_have_url(re.compile("phase=1&phase=2"))
    visitor.wait()
    assert parameters(page) == {"phase": ["1", "2"], "region": ["NA"]}
