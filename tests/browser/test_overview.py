"""Overview: its map is the first thing after the title, for eyes and ears, and stays beside it where there is room."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from scripts.server import Server
from tests.browser.conftest import Visit

# Boxes of the title, the map and the numbers, and whether they follow each other in the document.
PARTS = """() => {
  const linesOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size;
  };
  const [title, map, numbers] = ["h1", ".st-key-hero_map .iurc-map-drawing", ".st-key-hero_numbers .iurc-number"]
    .map((name) => document.querySelector(name));
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  return {
    title: box(title), map: box(map), numbers: box(numbers),
    inOrder: follows(title, map) && follows(map, numbers),
    lines: linesOf(title),
  };
}"""


@pytest.mark.parametrize("width", [320, 390, 1024, 1280, 1440])
def test_the_map_comes_after_the_title_and_before_the_numbers(
    visit: Visit, server: Server, width: int
) -> None:
    visitor = visit(server, "", width=width, height=844 if width < 500 else 720)
    visitor.page.wait_for_selector(".iurc-map.is-alive")
    seen = visitor.page.evaluate(PARTS)
    assert seen["inOrder"]
    if width < 1000:
        assert seen["title"]["bottom"] <= seen["map"]["top"]
        assert seen["map"]["bottom"] <= seen["numbers"]["top"]
        assert seen["map"]["bottom"] < 844, "the map is not on the first screen"
    else:
        assert seen["map"]["left"] >= seen["numbers"]["right"] and seen["map"]["bottom"] < 720
        assert seen["title"]["right"] <= seen["map"]["left"]
    if width == 390:
        assert 1 < seen["lines"] <= 3


def test_the_regions_below_the_map_lead_to_what_is_recorded_of_each(visit: Visit, server: Server) -> None:
    visitor = visit(server, "?phase=1")
    page = visitor.page
    page.wait_for_selector(".iurc-map.is-alive")
    whole = page.locator(".iurc-map-drawing").get_attribute("viewBox")
    page.locator(".iurc-counts a", has_text="Japan").click()
    expect(page.locator(".iurc-counts")).to_have_count(0)
    assert parse_qs(urlsplit(page.url).query) == {"phase": ["1"], "region": ["JP"]}
    visitor.wait()
    # The map goes close, and nothing stands there without a figure.
    page.wait_for_selector(".iurc-map.is-alive")
    assert page.locator(".iurc-map-drawing").get_attribute("viewBox") != whole
    assert page.locator(".iurc-matrix tr").count() == 0
    expect(page.get_by_text("Places of one phase only are looked at")).to_be_visible()
    headings = page.locator("h2").all_inner_texts()
    assert not [heading for heading in headings if "one phase only" in heading]
