"""Marks of a figure by keyboard: one stop of the Tab key for those that stand together, arrows among them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.server import Server
from tests.browser.conftest import Visit


def focused(page: Page) -> str:
    """The address of the link that has the focus."""
    return str(page.evaluate("document.activeElement.getAttribute('href')"))


@pytest.mark.parametrize(
    ("path", "group"),
    [("goals", ".iurc-unit-marks"), ("activity", ".iurc-time"), ("themes", ".iurc-bar-rows")],
)
def test_arrows_move_among_marks_and_tab_leaves_them(
    visit: Visit, server: Server, path: str, group: str
) -> None:
    page = visit(server, path).page
    marks = page.get_by_test_id("stMain").locator(group).first
    links = marks.locator("a[href]:not([tabindex='-1'])")
    # Once the script is there, one of them is left as a stop.
    expect(links).to_have_count(1)
    first = links.first.get_attribute("href")
    links.first.focus()
    page.keyboard.press("ArrowRight")
    second = focused(page)
    assert second != first and marks.locator(f'a[href="{second}"]').count() >= 1
    page.keyboard.press("ArrowLeft")
    assert focused(page) == first
    page.keyboard.press("End")
    last = focused(page)
    page.keyboard.press("ArrowDown")
    assert focused(page) == last
    page.keyboard.press("Tab")
    assert not page.evaluate(
        "group => document.querySelector(`[data-testid=stMain] ${group}`).contains(document.activeElement)",
        group,
    )
    # Whoever comes back comes back to the same mark.
    page.keyboard.press("Shift+Tab")
    assert focused(page) == last
