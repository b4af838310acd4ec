"""By hand and by ear: the focus is never lost, what has changed is said once, and nothing covers what was asked for."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from scripts.server import Server
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

PHONE, AT_400_PERCENT = (390, 844), (320, 256)
# Everything that is said aloud, in order.
LISTEN = """() => {
    window.heard = [];
    const region = document.querySelector("body > [role=status]");
    new MutationObserver(() => window.heard.push(region.textContent))
        .observe(region, {childList: true, characterData: true, subtree: true});
}"""


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim() || document.activeElement.ariaLabel"))


def press(visitor: Visitor, key: str) -> None:
    visitor.page.keyboard.press(key)
    visitor.page.wait_for_timeout(400)
    visitor.wait()


def assert_focus_on(visitor: Visitor, selector: str) -> None:
    visitor.page.wait_for_function("selector => document.activeElement.matches(selector)", arg=selector)
    assert visitor.page.evaluate("document.activeElement !== document.body")


def test_taking_a_filter_away_leaves_the_focus_in_the_bar(visit: Visit, server: Server) -> None:
    visitor = visit(server, "goals?phase=2&region=JP&region=LAC&basis=stated")
    page = visitor.page
    for key in ("regions_JP", "stated_only", "phases_2"):
        page.locator(f".st-key-chip_{key} button").first.focus()
        press(visitor, "Enter")
        expect(page.locator(f".st-key-chip_{key}")).to_have_count(0)
        assert_focus_on(visitor, ".st-key-filter_choices button")
    page.get_by_role("button", name="Show everything").first.focus()
    press(visitor, "Enter")
    assert_focus_on(visitor, ".st-key-filter_choices button")
    assert visitor.chosen() == []


def test_the_choices_are_entered_and_left_by_keyboard(visit: Visit, server: Server) -> None:
    visitor = visit(server, "themes")
    page = visitor.page
    page.get_by_role("button", name="Filter", exact=True).focus()
    press(visitor, "Enter")
    page.wait_for_function("() => document.activeElement.closest('[data-testid=stPopoverBody]')")
    assert focused(page) == "Phase 1"
    press(visitor, "Enter")
    expect(page).to_have_url(re.compile("phase=1"))
    # On a desk the choices stay, and so does the focus.
    assert focused(page) == "Phase 1" and page.get_by_test_id("stPopoverBody").is_visible()
    press(visitor, "Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    assert_focus_on(visitor, ".st-key-filter_choices button")


def test_a_page_that_is_left_gives_the_focus_to_the_title_of_the_next(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings")
    page = visitor.page
    link = page.get_by_test_id("stMain").locator("tbody a").first
    name = link.inner_text()
    link.focus()
    press(visitor, "Enter")
    expect(page.locator("h1")).to_have_text(name)
    assert_focus_on(visitor, "h1")
    page.go_back()
    expect(page.locator("h1")).not_to_have_text(name)
    visitor.wait()
    assert_focus_on(visitor, "h1")
    # From the menu one goes on in the menu.
    page.locator(".iurc-header").get_by_role("link", name="Themes", exact=True).focus()
    press(visitor, "Enter")
    expect(page).to_have_url(re.compile("/themes"))
    assert focused(page) == "Themes"


def test_what_loosens_a_filter_leaves_the_focus_on_what_is_found(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?phase=2&region=JP")
    visitor.page.get_by_role("button", name="Loosen").first.focus()
    press(visitor, "Enter")
    expect(visitor.page.get_by_role("button", name="Loosen")).to_have_count(0)
    assert_focus_on(visitor, "h1")


def test_a_change_is_said_aloud_once_and_nothing_that_stayed(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings")
    page = visitor.page
    expect(page.locator("body > [role=status]")).to_have_count(1)
    page.evaluate(LISTEN)
    assert page.locator("body > [role=status]").inner_text() == "", "nothing has changed yet"
    before = visitor.title()
    visitor.open_filter().get_by_role("button", name="Phase 3").click()
    expect(page).to_have_url(re.compile("phase=3"))
    visitor.wait()
    expect(page.locator("h1")).not_to_have_text(before)
    page.wait_for_function("() => window.heard.length")
    assert page.evaluate("window.heard") == [visitor.title()]
    page.keyboard.press("Escape")
    # A search that finds nothing.
    box = page.get_by_role("textbox", name=re.compile("Search places"))
    box.fill("zzzz")
    box.press("Enter")
    page.wait_for_function("() => window.heard.length > 1")
    assert "nothing in it has these words" in page.evaluate("window.heard[1]")
    # Another page of a list.
    visitor.open("sources")
    page.evaluate(LISTEN)
    page.get_by_role("button", name="Next page").first.click()
    page.wait_for_function("() => window.heard.length")
    assert [words.partition(" of ")[0] for words in page.evaluate("window.heard")] == ["16 to 30"]
    # What a number opens, without the title of the page once more.
    page.evaluate("window.heard.length = 0")
    page.get_by_test_id("stMain").locator("table a[href^='./rows']").first.click()
    expect(page.get_by_role("dialog").locator("table")).to_be_visible()
    page.wait_for_function("() => window.heard.length")
    (said,) = page.evaluate("window.heard")
    assert page.get_by_role("dialog").locator("h3").first.inner_text() in said and visitor.title() not in said


def test_on_a_phone_the_choices_do_not_stay_over_what_they_led_to(visit: Visit, server: Server) -> None:
    for width, height in (PHONE, AT_400_PERCENT):
        visitor = visit(server, "themes", width=width, height=height)
        page = visitor.page
        body = visitor.open_filter()
        # All of it is within the window, or can be scrolled to.
        box = body.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        body.get_by_role("button", name="Phase 2").click()
        expect(page).to_have_url(re.compile("phase=2"))
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        assert visitor.chosen() == ["Phase 2"]
        assert_focus_on(visitor, ".st-key-filter_choices button")


def test_single_keys_do_nothing_but_in_a_box(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings")
    page = visitor.page
    sent: list[object] = []

    def note(frame: object) -> None:
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.reload()
    visitor.wait()
    page.locator("h1").click()
    before = len(sent)
    for key in ("r", "c", "R"):
        page.keyboard.press(key)
    page.wait_for_timeout(700)
    assert len(sent) == before and page.get_by_role("dialog").count() == 0
    box = page.get_by_role("textbox", name=re.compile("Search places"))
    box.click()
    page.keyboard.type("cr")
    expect(box).to_have_value("cr")


def test_a_tooltip_goes_by_escape(visit: Visit, server: Server) -> None:
    visitor = visit(server, "goals?phase=2")
    page = visitor.page
    tooltip = page.get_by_test_id("stTooltipContent")
    for name in ("Show everything", "Phase 2"):
        page.get_by_role("button", name=name).first.hover()
        expect(tooltip).to_be_visible()
        page.keyboard.press("Escape")
        expect(tooltip).to_have_count(0)
        page.mouse.move(5, 5)
    # What it was of was not pressed.
    assert visitor.chosen() == ["Phase 2"]


def test_on_a_phone_the_header_is_one_named_button(visit: Visit, server: Server) -> None:
    visitor = visit(server, "", width=PHONE[0], height=PHONE[1])
    page = visitor.page
    header = page.locator(".iurc-header")
    menu = header.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_be_visible()
    expect(header.get_by_role("link", name="Goals", exact=True)).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(header.get_by_role("link", name="Goals", exact=True)).to_be_visible()
    page.keyboard.press("Tab")
    assert focused(page) == "Overview"
    # The last pages too, without another button.
    expect(header.get_by_role("link", name="Sources", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(header.get_by_role("link", name="Goals", exact=True)).to_be_hidden()
    assert focused(page) == "Menu"
