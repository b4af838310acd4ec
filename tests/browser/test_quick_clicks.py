"""A slow line loses no click: what the reader did stays, and page and address never part."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.line import Line
from tests.browser.visitor import Visitor

# Half of a round trip of 200 ms.
SLOW = 0.1


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def settled(visitor: Visitor) -> None:
    """Wait until nothing is under way any more, on a line as slow as it is here."""
    visitor.page.wait_for_timeout(int(SLOW * 6000))
    visitor.wait()
    visitor.page.wait_for_timeout(int(SLOW * 4000))
    visitor.wait()


def phase(page: Page, number: int) -> None:
    page.get_by_test_id("stPopoverBody").get_by_role("button", name=f"Phase {number}").click(
        no_wait_after=True
    )


@pytest.mark.parametrize("pause", [0, 50, 100, 150, 200, 350])
def test_two_phases_clicked_quickly_are_both_kept(line: Line, visit: Visit, pause: int) -> None:
    visitor = visit(line, "pairings")
    visitor.open_filter()
    line.delay = SLOW
    phase(visitor.page, 1)
    visitor.page.wait_for_timeout(pause)
    phase(visitor.page, 2)
    settled(visitor)
    assert parameters(visitor.page) == {"phase": ["1", "2"]}
    assert visitor.chosen() == ["Phase 1", "Phase 2"]
    # The next click is not thrown away either.
    phase(visitor.page, 1)
    settled(visitor)
    assert parameters(visitor.page) == {"phase": ["2"]}
    assert visitor.chosen() == ["Phase 2"]


@pytest.mark.parametrize("clicks", [(1, 1), (1, 1, 1), (1, 2, 1), (1, 2, 3, 2)])
def test_what_is_taken_back_quickly_is_taken_back(line: Line, visit: Visit, clicks: tuple[int, ...]) -> None:
    visitor = visit(line, "themes")
    visitor.open_filter()
    line.delay = SLOW
    for number in clicks:
        phase(visitor.page, number)
        visitor.page.wait_for_timeout(60)
    settled(visitor)
    left = sorted({str(number) for number in clicks if clicks.count(number) % 2})
    assert parameters(visitor.page).get("phase", []) == left


def test_a_filter_and_a_search_follow_each_other_quickly(line: Line, visit: Visit) -> None:
    visitor = visit(line, "pairings")
    visitor.open_filter()
    page = visitor.page
    line.delay = SLOW
    box = page.get_by_test_id("stMain").get_by_role("textbox")
    box.fill("water")
    box.press("Enter")
    page.wait_for_timeout(80)
    phase(page, 2)
    settled(visitor)
    assert parameters(page) == {"phase": ["2"], "search": ["water"]}
    expect(box).to_have_value("water")


def test_opening_what_is_behind_a_figure_keeps_the_filter_just_chosen(line: Line, visit: Visit) -> None:
    # The second click changes nothing that the address says.
    visitor = visit(line, "themes")
    visitor.open_filter()
    page = visitor.page
    line.delay = SLOW
    phase(page, 1)
    page.wait_for_timeout(80)
    page.locator(".iurc-foot a").first.click(no_wait_after=True)
    settled(visitor)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert parameters(page) == {"phase": ["1"]}


def test_everything_and_then_a_phase(line: Line, visit: Visit) -> None:
    visitor = visit(line, "pairings?phase=2&region=NA")
    visitor.open_filter()
    page = visitor.page
    line.delay = SLOW
    page.get_by_role("button", name="Show everything").click(no_wait_after=True)
    page.wait_for_timeout(80)
    # The choices close when something beside them is pressed.
    page.get_by_role("button", name="Filter", exact=True).click(no_wait_after=True)
    settled(visitor)
    phase(page, 1)
    settled(visitor)
    assert parameters(page) == {"phase": ["1"]}


def test_a_place_and_then_a_phase_on_the_map(line: Line, visit: Visit) -> None:
    visitor = visit(line, "map?pairing=na-1-bologna-austin")
    page = visitor.page
    line.delay = SLOW
    box = page.get_by_test_id("stMain").get_by_role("combobox", name=re.compile("Place"))
    box.focus()
    page.keyboard.type("Austin")
    page.keyboard.press("Enter")
    page.wait_for_timeout(80)
    page.locator(".iurc-foot").get_by_role("link", name="Take away").first.click(no_wait_after=True)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    settled(visitor)
    visitor.open_filter()
    phase(page, 1)
    settled(visitor)
    assert parameters(page) == {"phase": ["1"], "place": ["austin-us"]}
    # A place takes the pairing's part; that the browser still sent it does not bring it back.
    assert "pairing" not in parameters(page)


def test_a_page_opened_quickly_has_the_filter_just_chosen(line: Line, visit: Visit) -> None:
    visitor = visit(line, "pairings")
    visitor.open_filter()
    page = visitor.page
    line.delay = 0.4
    phase(page, 1)
    page.locator(".iurc-header").get_by_role("link", name="Activity", exact=True).click(no_wait_after=True)
    page.wait_for_timeout(3000)
    settled(visitor)
    assert urlsplit(page.url).path == "/activity"
    assert parameters(page) == {"phase": ["1"]}


def test_going_back_at_once_goes_back(line: Line, visit: Visit) -> None:
    visitor = visit(line, "pairings")
    visitor.open_filter()
    page = visitor.page
    line.delay = SLOW
    phase(page, 1)
    expect(page).to_have_url(re.compile("phase=1"))
    page.go_back(wait_until="commit")
    settled(visitor)
    assert parameters(page) == {}
    assert visitor.chosen() == []
    page.go_forward(wait_until="commit")
    settled(visitor)
    assert parameters(page) == {"phase": ["1"]}


def test_a_bar_that_is_clicked_twice_quickly_opens_its_rows(line: Line, visit: Visit) -> None:
    visitor = visit(line, "themes")
    page = visitor.page
    mark = page.locator("a[data-mark]").last
    mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
    box = mark.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    line.delay = SLOW
    page.mouse.click(x, y)
    page.wait_for_timeout(120)
    page.mouse.click(x, y)
    expect(page.get_by_role("dialog")).to_be_visible()
    settled(visitor)
    expect(page.get_by_role("dialog")).to_be_visible()
    line.delay = 0
    # The focus is in the drawer, not behind it where no key would close it.
    assert page.evaluate("!!document.activeElement.closest('[role=dialog]')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.open_filter()
    phase(page, 1)
    expect(page).to_have_url(re.compile("phase=1"))
    visitor.wait()
    # Nothing opens that nobody asked for.
    expect(page.get_by_test_id("stDialog")).to_have_count(0)
