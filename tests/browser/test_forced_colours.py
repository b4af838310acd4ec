"""Readers who force their own colours, or want no motion: what is told by a form is still told, and nothing moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from scripts.server import Server
from tests.browser.visitor import Visitor

# The outline, border or ground by which something is told from what stands around it.
FORM = """one => {
    const look = getComputedStyle(one), around = getComputedStyle(one.parentElement);
    return [look.backgroundColor, look.borderTopColor, look.borderTopWidth, look.outlineStyle, look.outlineWidth,
            look.outlineColor, look.borderBottomWidth, look.borderBottomColor, around.backgroundColor].join(" ");
}"""
MOVING = """() => document.getAnimations().filter(one => one.effect?.getComputedTiming().duration > 20
    && one.playState === "running").map(one => one.animationName ?? one.transitionProperty)"""


@pytest.fixture
def forced(browser: Browser, server: Server) -> Visitor:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        forced_colors="active",
        reduced_motion="reduce",
        color_scheme="dark",
    )
    return Visitor(context.new_page(), server.address)


def form(page: Page, selector: str, nth: int = 0) -> str:
    return str(page.locator(selector).nth(nth).evaluate(FORM))


def test_what_is_chosen_is_told_from_what_is_not(forced: Visitor) -> None:
    page = forced.page
    forced.open("themes?phase=2")
    body = forced.open_filter()
    chosen, other = (body.get_by_role("button", name=f"Phase {number}").evaluate(FORM) for number in (2, 1))
    assert chosen != other
    page.keyboard.press("Escape")
    forced.open("programme")
    page.get_by_test_id("stButtonGroup").first.scroll_into_view_if_needed()
    parts = page.get_by_test_id("stButtonGroup").first.get_by_role("radio")
    assert parts.nth(0).evaluate(FORM) != parts.nth(1).evaluate(FORM)
    # The page that one is on, in the menu.
    assert form(page, ".iurc-menu [aria-current]") != form(page, ".iurc-menu li > a:not([aria-current])")
    forced.page.context.close()
    forced.check()


def test_a_switch_has_a_shape(forced: Visitor) -> None:
    forced.open("goals?basis=stated")
    body = forced.open_filter()
    on = body.locator("label:has(input[type=checkbox]) > div:first-of-type")
    assert on.count() >= 2
    looks = on.evaluate_all(
        """all => all.map(one => [one, ...one.querySelectorAll("*")].map(part => {
            const look = getComputedStyle(part);
            return [look.borderTopStyle !== "none" && look.borderTopWidth,
                look.outlineStyle !== "none" && look.outlineWidth];
        }))"""
    )
    for parts in looks:
        assert any(
            border not in (False, "0px") or outline not in (False, "0px") for border, outline in parts
        ), parts
    forced.page.context.close()


@pytest.mark.parametrize("path", ["", "goals", "activity", "map", "themes"])
def test_samples_and_marks_have_a_form_without_our_colours(forced: Visitor, path: str) -> None:
    page = forced.page
    forced.open(path)
    for sample in page.locator(".iurc-key .iurc-unit, .iurc-sample").all():
        if sample.is_visible():
            drawn = sample.evaluate(
                """one => ["", "::before"].map(of => getComputedStyle(one, of)).some(look =>
                    look.borderTopWidth !== "0px" && look.borderTopStyle !== "none"
                    || look.backgroundColor !== getComputedStyle(document.body).backgroundColor
                    && look.backgroundColor !== "rgba(0, 0, 0, 0)") || !!one.querySelector("svg, circle, path")"""
            )
            assert drawn, sample.evaluate("one => one.outerHTML")
    # Words can be read: none has the colour of the ground.
    unread = page.evaluate(
        """() => [...document.querySelectorAll('.iurc svg text')].filter(one => one.checkVisibility()
            && getComputedStyle(one).fill === getComputedStyle(document.body).backgroundColor
            && !one.classList.contains("iurc-inside")).map(one => one.textContent)"""
    )
    assert not unread
    forced.page.context.close()
    forced.check()


def test_nothing_moves_for_whoever_wants_no_motion(forced: Visitor) -> None:
    page = forced.page
    forced.open("map")
    page.wait_for_selector(".iurc-map.is-alive")
    page.get_by_role("button", name="Europe enlarged").click()
    assert page.evaluate(MOVING) == []
    page.get_by_role("button", name="World").click()
    assert page.evaluate(MOVING) == []
    forced.open("goals")
    page.locator("a[data-mark]").first.click()
    page.get_by_role("dialog").wait_for()
    assert page.evaluate(MOVING) == []
    forced.page.context.close()
