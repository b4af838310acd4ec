"""The first load of every page: what stands there first is what the page says, and nothing is refused or in vain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from bench.first_load import DRAWN, WATCH
from iurc_dash.ui.navigation import PAGES
from scripts.server import Server
from tests.browser.visitor import Visitor

PATHS = [entry.url_path for entry in PAGES]
ADDRESSES = [
    *PATHS,
    "map?phase=2",
    "pairings?search=water",
    "editions?edition=na-2",
    "rows?exhibit=goals/reached&mark=sdg-11/stated",
]
SHELL = "#shell h1"


def name_of(path: str) -> str:
    return path or "overview"


def refused(visitor: Visitor) -> list[str]:
    """What the browser says that it did not do because the policy forbids it."""
    reported = visitor.page.evaluate("window.refused")
    assert isinstance(reported, list)
    return reported


@pytest.fixture
def watched(browser: Browser, server: Server) -> Iterator[Callable[[str], Visitor]]:
    """Opens pages in a browser that keeps account of what shifts and what is refused."""
    visitors: list[Visitor] = []

    def open_page(path: str) -> Visitor:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.add_init_script(
            WATCH + "window.refused = [];"
            "addEventListener('securitypolicyviolation',"
            " event => window.refused.push(event.violatedDirective + ' ' + event.blockedURI));"
        )
        visitor = Visitor(page, server.address)
        visitors.append(visitor)
        visitor.open(path)
        return visitor

    yield open_page
    for visitor in visitors:
        visitor.page.context.close()
        visitor.check()


@pytest.mark.parametrize("path", ADDRESSES, ids=name_of)
def test_a_page_says_when_it_is_drawn_what_stood_there_first(
    browser: Browser, watched: Callable[[str], Visitor], path: str
) -> None:
    visitor = watched(path)
    expect(visitor.page.locator("#shell")).to_have_count(0)
    without = browser.new_context(java_script_enabled=False)
    first = without.new_page()
    first.goto(f"{visitor.address}/{path}")
    assert first.locator(SHELL).inner_text() == visitor.title()
    assert first.title() == visitor.page.title()
    without.close()
    assert refused(visitor) == []
    assert visitor.page.evaluate("window.shifted") <= 0.1


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_a_page_fetches_fonts_that_are_cut_down_and_our_icon(
    watched: Callable[[str], Visitor], path: str
) -> None:
    visitor = watched(path)
    visitor.page.wait_for_load_state("networkidle")
    asked = [urlsplit(url).path for url in visitor.requests]
    fonts = {path for path in asked if path.endswith((".woff2", ".woff", ".ttf"))}
    assert fonts and all(font.startswith("/app/static/fonts/") for font in fonts), fonts
    assert "/favicon.png" not in asked
    assert (
        visitor.page.locator('link[rel~="icon"]').get_attribute("href") == "./app/static/icons/dashboard.svg"
    )
    # An icon whose name is not in the font is as wide as its name.
    wide = visitor.page.get_by_test_id("stIconMaterial").evaluate_all(
        "icons => icons.filter(icon => icon.scrollWidth > 2 * parseFloat(getComputedStyle(icon).fontSize))"
        ".map(icon => icon.textContent)"
    )
    assert wide == []
    # Streamlit does not look for itself below the address of the page.
    assert not [address for address in asked if path and address.startswith(f"/{path}/")]


@pytest.mark.parametrize("width", [390, 1440])
def test_there_is_no_blank_between_the_first_answer_and_the_page(
    browser: Browser, server: Server, width: int
) -> None:
    """At every moment a heading is to be seen, from the first paint on."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(
        """
        window.blanks = 0; window.frames_seen = 0;
        const look = () => {
            const seen = [...document.querySelectorAll('h1')].some(heading => heading.checkVisibility({
                visibilityProperty: true}) && heading.getBoundingClientRect().height > 0);
            if (seen) window.frames_seen += 1; else if (window.frames_seen) window.blanks += 1;
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        """
    )
    page.goto(f"{server.address}/goals")
    page.wait_for_selector(DRAWN)
    expect(page.locator("#shell")).to_have_count(0)
    assert page.evaluate("window.frames_seen") > 2
    assert page.evaluate("window.blanks") == 0
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_readers_without_scripts_see_title_map_and_links(
    browser: Browser, server: Server, theme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        java_script_enabled=False, color_scheme=theme, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{server.address}/map?phase=2")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture = page.get_by_role("img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 100
    assert f"theme={theme}" in picture.evaluate("image => image.currentSrc")
    ground = page.locator("#shell").evaluate("shell => getComputedStyle(shell).backgroundColor")
    assert (ground == "rgb(255, 255, 255)") == (theme == "light")
    # Nothing lies beside the screen, and links lead on to pages that say something too.
    assert page.locator("#shell").evaluate("shell => shell.scrollWidth") <= 390
    page.get_by_role("link", name="Goals").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/goals?phase=2" in page.url and "enable JavaScript" not in page.content()
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_shell_stays_when_the_page_cannot_be_loaded_and_axe_finds_nothing_in_it(
    browser: Browser, server: Server, theme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=theme)
    page = context.new_page()
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{server.address}/map?phase=2", wait_until="load")
    page.wait_for_timeout(1000)
    expect(page.locator(SHELL)).to_be_visible()
    assert Axe().run(page).response["violations"] == []
    context.close()
