"""axe-core finds nothing on any page, light and dark, at three widths, with what can be opened on it too."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.ui.navigation import PAGES
from scripts.server import Server
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

SIZES = ((1440, 900), (1024, 768), (390, 844))
# Addresses that show more than a page's first state.
DETAILS = (
    "map?place=austin-us",
    "pairings?pairing=na-1-bologna-austin",
    "goals?shown=sdg-11",
    "programme?edition=JP-1",
    "activity?phase=1&region=JP&kind=group",
    "places?place=austin-us",
    "rows?exhibit=goals/by-region&mark=sdg-11/NA",
)
ADDRESSES = [entry.url_path for entry in PAGES] + list(DETAILS)


def violations(page: Page, *rules: str) -> list[str]:
    """What axe-core finds, by all its rules or by some."""
    # What it has no fault to find with is long, and is not asked for.
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in found
        for node in violation["nodes"][:4]
    ]


def violations_at_every_width(visitor: Visitor, theme: str) -> list[str]:
    """What is found at each width; a theme changes nothing but colours, so that the dark one is looked at for these."""
    found = []
    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.page.wait_for_function("width => innerWidth === width", arg=width)
        visitor.wait()
        rules = ["color-contrast"] if theme == "dark" else []
        found += [f"{width}: {one}" for one in violations(visitor.page, *rules)]
    return found


def assert_headings_come_in_order(page: Page) -> None:
    levels = page.evaluate(
        "[...document.querySelectorAll('[data-testid=\"stMain\"] :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])"
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(following <= level + 1 for level, following in pairwise(levels)), levels


@pytest.mark.parametrize("theme", GROUNDS)
@pytest.mark.parametrize("path", ADDRESSES, ids=lambda path: path or "overview")
def test_axe_finds_nothing(visit: Visit, server: Server, path: str, theme: Theme) -> None:
    visitor = visit(server, path, theme=theme)
    assert_headings_come_in_order(visitor.page)
    assert violations_at_every_width(visitor, theme) == []


@pytest.mark.parametrize("theme", GROUNDS)
def test_axe_finds_nothing_in_what_a_mark_opens(visit: Visit, server: Server, theme: Theme) -> None:
    visitor = visit(server, "goals", theme=theme)
    page = visitor.page
    page.locator("a[data-mark]").first.click()
    expect(page.get_by_role("dialog").locator("table")).to_be_visible()
    visitor.wait()
    found = violations_at_every_width(visitor, theme)
    page.get_by_role("dialog").get_by_role("radio").last.click()
    expect(page.get_by_role("dialog").locator("ol a").first).to_be_visible()
    assert (found, violations(page)) == ([], [])
    # The keyboard stays in the dialog until it is closed.
    for _press in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('[role=dialog]')")


@pytest.mark.parametrize("theme", GROUNDS)
def test_axe_finds_nothing_in_the_opened_filter(visit: Visit, server: Server, theme: Theme) -> None:
    visitor = visit(server, "pairings?phase=2&region=JP&basis=stated&eu=today", theme=theme)
    visitor.open_filter()
    assert violations_at_every_width(visitor, theme) == []
    expect(visitor.page.get_by_test_id("stPopoverBody")).to_be_visible()


def test_the_menu_is_entered_by_keyboard(visit: Visit, server: Server) -> None:
    visitor = visit(server, "")
    page = visitor.page
    more = page.locator(".iurc-header").get_by_role("button", name="More")
    more.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Places"
    page.keyboard.press("Escape")
    expect(page.locator("#iurc-further")).to_be_hidden()
    assert more.evaluate("button => button === document.activeElement")


def test_the_page_says_its_language(visit: Visit, server: Server) -> None:
    visitor = visit(server, "")
    assert visitor.page.evaluate("document.documentElement.lang") == "en"
