"""A programme of more lines than a drawing bears: a click on its map chooses, and without a graphics card it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap
from iurc_dash.geography.points import mercator
from iurc_dash.geography.views import WORLD_PIXELS
from iurc_dash.render.deck import deck
from iurc_dash.ui.map import DECK_HEIGHT, MOST_DRAWN
from iurc_dash.view import view_of
from scripts.server import Server, start_server
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor
from tests.large_map import MIDDLE, NAME, PAIRED, large_programme, write_package

pytestmark = pytest.mark.browser

CANVAS = ".st-key-map_by_graphics canvas"
# Chromium draws without a graphics card here: a click that takes it too long is made again.
ATTEMPTS = 8
NO_GRAPHICS = """
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...more);
  };
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the smallest programme whose map is not drawn any more."""
    folder = tmp_path_factory.mktemp("large") / "package"
    write_package(large_programme(MOST_DRAWN + 1), folder)
    running = start_server("make run", IURC_DASH_PACKAGE=str(folder))
    yield running
    running.stop()


def first_view() -> dict[str, Any]:
    """The part of the world that the map shows first."""
    form = make(view_of(large_programme(MOST_DRAWN + 1)), "pairings/on-map", colour="region").form
    assert isinstance(form, ArcMap) and len(form.pairings) == MOST_DRAWN + 1
    seen: dict[str, Any] = json.loads(deck(form, "light", DECK_HEIGHT).to_json())["initialViewState"]
    return seen


def click(page: Page, longitude: float, latitude: float) -> None:
    """Click a point of the map until that is noticed."""
    seen, box = first_view(), page.locator(CANVAS).last.bounding_box()
    assert box
    scale = WORLD_PIXELS / 360 * 2 ** seen["zoom"]
    x = box["x"] + box["width"] / 2 + (longitude - seen["longitude"]) * scale
    y = box["y"] + box["height"] / 2 - (mercator(latitude) - mercator(seen["latitude"])) * scale
    for _attempt in range(ATTEMPTS):
        page.mouse.move(x, y)
        page.wait_for_timeout(500)
        page.mouse.click(x, y)
        page.wait_for_timeout(1500)
        if urlsplit(page.url).query:
            return
    raise AssertionError("no click was noticed")


@pytest.mark.timeout(300)
def test_a_click_on_the_map_chooses_the_place_that_it_shows(visit: Visit, large: Server) -> None:
    visitor = visit(large, "map", width=700, height=900)
    page = visitor.page
    page.wait_for_selector(CANVAS)
    page.wait_for_timeout(3000)
    expect(page.locator(".iurc-map")).to_have_count(0)
    expect(page.locator(".iurc-without-graphics")).to_be_hidden()
    click(page, 0.0, 0.0)
    assert parse_qs(urlsplit(page.url).query) == {"place": [MIDDLE]}
    card = page.locator(".st-key-map_card")
    expect(card.locator("h2")).to_have_text(NAME)
    expect(card.locator("dt", has_text="Pairings").locator("xpath=following-sibling::dd[1]")).to_have_text(
        str(PAIRED)
    )
    # Each partner leads on, and there is a way back.
    card.get_by_role("link", name="West 3", exact=True).click()
    expect(card.locator("h2")).to_have_text("West 3")
    card.get_by_role("link", name="Back to everything").click()
    expect(card).to_have_count(0)
    assert not urlsplit(page.url).query


def test_without_a_graphics_card_the_picture_stands_with_a_sentence(browser: Browser, large: Server) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 900})
    context.add_init_script(NO_GRAPHICS)
    # What the chart library complains of is its own; the page stands all the same.
    visitor = Visitor(context.new_page(), large.address)
    visitor.open("map")
    picture = visitor.page.locator(".iurc-without-graphics")
    expect(picture).to_contain_text("This browser cannot draw so large a map")
    expect(picture.locator("img")).to_be_visible()
    expect(visitor.page.locator(".st-key-map_by_graphics")).to_be_hidden()
    expect(visitor.page.get_by_role("combobox", name="Place")).to_be_visible()
    assert visitor.foreign == []
    context.close()
