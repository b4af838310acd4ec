"""Lists in a browser: cards on a phone, headings that put them in order by keyboard, nothing sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.server import Server
from tests.browser.conftest import Visit

PHONE = {"width": 390, "height": 844}
# Lists of records whose lines are cards where there is too little room for a table.
LISTS = (
    "pairings",
    "sources",
    "reported",
    "programme?edition=NA-2",
    "places?place=turin-it",
    "pairings?pairing=na-1-bologna-austin",
    "rows?exhibit=goals/by-region&mark=sdg-11/NA",
)


def left_edges(page: Page, selector: str) -> list[float]:
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        selector,
        "cells => cells.filter(c => c.offsetParent).map(c => Math.round(c.getBoundingClientRect().left))",
    )


@pytest.mark.parametrize("path", LISTS)
def test_on_a_phone_a_line_is_a_card_and_nothing_is_cut(visit: Visit, server: Server, path: str) -> None:
    page = visit(server, path, **PHONE).page
    table = page.locator(".iurc-cards table").first
    expect(table).to_be_visible()
    cells = table.locator("tbody tr").first.locator("td:visible")
    assert cells.count() >= 2
    # All at one moment: what stands above may still grow.
    boxes = cells.evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().toJSON())")
    assert all(box["left"] >= 0 and box["right"] <= PHONE["width"] for box in boxes), boxes
    # One below the other, each with what its column is called.
    tops = [box["top"] for box in boxes]
    assert tops == sorted(tops) and len(set(tops)) == len(tops)
    labels = cells.evaluate_all("cells => cells.map(c => getComputedStyle(c, '::before').content)")
    assert all(len(label) > 2 and label != "none" for label in labels), labels
    for region in page.locator(".iurc-cards").all():
        assert region.evaluate("region => region.scrollWidth <= region.clientWidth + 1"), "a card is cut"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_same_markup_is_a_table_to_those_who_hear_it(visit: Visit, server: Server) -> None:
    page = visit(server, "pairings", **PHONE).page
    table = page.get_by_role("table").first
    assert table.get_by_role("columnheader").count() == 8
    assert table.get_by_role("row").count() == 16
    assert table.get_by_role("rowheader").count() == 15
    # There is no second copy of it for wide screens.
    assert page.locator("table").count() == 1
    page.set_viewport_size({"width": 1440, "height": 900})
    lefts = left_edges(page, ".iurc-cards tbody tr:first-child td")
    assert lefts == sorted(lefts) and len(set(lefts)) == len(lefts), "side by side where there is room"


@pytest.mark.parametrize("width", [1440, 390])
def test_a_list_is_put_in_order_both_ways_by_keyboard(visit: Visit, server: Server, width: int) -> None:
    visitor = visit(server, "pairings?phase=2", width=width)
    page = visitor.page
    heading = page.locator("thead th", has=page.locator("#order-activities"))
    expect(heading).to_have_attribute("aria-sort", "none")
    first = page.locator("tbody td[data-label=Activities]").first
    page.locator("#order-activities").focus()
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    most = int(first.inner_text().split()[-1])
    # The focus stays on the heading, so that the next key turns the order round.
    expect(page.locator("#order-activities")).to_be_focused()
    assert "sort=activities" in page.url and "order=descending" in page.url and "phase=2" in page.url
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("#order-activities")).to_be_focused()
    assert int(first.inner_text().split()[-1]) < most
    assert "order=ascending" in page.url
    page.reload()
    visitor.wait()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    page.go_back()
    expect(heading).to_have_attribute("aria-sort", "descending")


def test_what_is_not_recorded_is_one_click_away_and_back(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?region=NA")
    page = visitor.page
    choice = page.locator(".iurc-choices a", has_text="No start recorded")
    number = choice.locator("b").inner_text()
    choice.click()
    expect(page.locator("h1")).to_contain_text("have no start recorded")
    assert page.locator("h1").inner_text().startswith(number)
    assert "missing=start" in page.url and "region=NA" in page.url
    expect(choice).to_have_attribute("aria-current", "true")
    visitor.wait()
    for cell in page.locator("tbody td[data-label=Start]").all_inner_texts():
        assert "not recorded" in cell
    page.locator(".iurc-choices a", has_text="All").click()
    expect(page.locator("h1")).not_to_contain_text("no start")
    assert "missing" not in page.url


@pytest.mark.parametrize("width", [1440, 390])
def test_a_pairing_is_two_names_and_the_line_between(visit: Visit, server: Server, width: int) -> None:
    page = visit(server, "pairings?pairing=aa-2-essen-grenoble-koriyama-toyota", width=width).page
    figure = page.locator(".iurc-ends")
    names = [figure.locator("ul").nth(side).locator("b") for side in (0, 1)]
    assert [side.count() for side in names] == [2, 2]
    first, last = names[0].first.bounding_box(), names[1].last.bounding_box()
    assert first and last
    if width > 1000:
        assert first["x"] + first["width"] < last["x"], "the sides stand left and right"
    else:
        assert first["y"] < last["y"] and abs(first["x"] - last["x"]) < 2, "one below the other"
    # Each number of the story opens its rows.
    page.locator(".iurc-prose a[data-mark]").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("13")
