"""What a click on a figure does, and the same by keyboard."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import pytest
from iurc_dash.exhibits.map import pairings_on_map
from playwright.sync_api import Locator, Page, expect

from iurc_dash.dataset import Dataset
from iurc_dash.forms import ArcMap, MapPlace
from iurc_dash.opening import open_package
from iurc_dash.selection import Selection
from scripts.server import ROOT, Server
from tests.browser.conftest import Visit

TILE = 512


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_package(Path(ROOT / "data" / "package"), trust_hashes=True)


def click_longest_bar(page: Page, chart: Locator) -> None:
    """Click into the longest bar of a chart, with the mouse, as a reader would."""
    chart.scroll_into_view_if_needed()
    bars = chart.locator(".bars path")
    expect(bars.first).to_be_attached()
    boxes = [box for bar in bars.all() if (box := bar.bounding_box())]
    longest = max(boxes, key=lambda box: box["width"])
    # The dashboard scrolls inside the page; the bar is brought under the pointer and looked up again.
    place = next(n for n, bar in enumerate(bars.all()) if bar.bounding_box() == longest)
    bars.nth(place).evaluate("bar => bar.scrollIntoView({block: 'center'})")
    box = bars.nth(place).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_click_on_a_goal_shows_who_stands_behind_it(visit: Visit, server: Server) -> None:
    visitor = visit(server, "goals")
    page = visitor.page
    # Whatever goal has the longest bar, its name is what must be chosen.
    click_longest_bar(page, page.get_by_test_id("stPlotlyChart").first)
    expect(page).to_have_url(re.compile(r"shown=sdg-\d+"))
    number = re.search(r"shown=sdg-0?(\d+)", page.url).group(1)  # type: ignore[union-attr]
    expect(page.get_by_role("combobox", name=re.compile("Goal or area"))).to_have_value(
        re.compile(rf"\b{number}\b")
    )
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_click_on_a_theme_shows_its_pairings(visit: Visit, server: Server) -> None:
    visitor = visit(server, "themes")
    page = visitor.page
    # The last chart ranks the themes; those before it count groups of themes and open nothing.
    click_longest_bar(page, page.get_by_test_id("stPlotlyChart").last)
    expect(page).to_have_url(re.compile("theme=[a-z]"))
    expect(page.get_by_role("combobox", name="Theme", exact=True)).not_to_have_value("")
    expect(page.get_by_test_id("stException")).to_have_count(0)


def crowded(place: MapPlace, others: tuple[MapPlace, ...]) -> float:
    """How near the next place is, in degrees; the larger the easier to click."""
    return min(
        math.hypot(place.longitude - other.longitude, place.latitude - other.latitude)
        for other in others
        if other.key != place.key
    )


def mercator(longitude: float, latitude: float, zoom: float) -> tuple[float, float]:
    scale = TILE * 2**zoom
    radians = math.radians(latitude)
    return (
        scale * (longitude + 180) / 360,
        scale * (1 - math.log(math.tan(radians) + 1 / math.cos(radians)) / math.pi) / 2,
    )


def position_on_canvas(place: MapPlace, view: dict[str, Any], box: dict[str, float]) -> tuple[float, float]:
    """Where a place is drawn, from the view the map was given."""
    x, y = mercator(place.longitude, place.latitude, view["zoom"])
    centre_x, centre_y = mercator(view["longitude"], view["latitude"], view["zoom"])
    return box["x"] + box["width"] / 2 + x - centre_x, box["y"] + box["height"] / 2 + y - centre_y


def test_a_click_on_the_map_opens_the_place(visit: Visit, server: Server, dataset: Dataset) -> None:
    import json

    from iurc_dash.ui.map import MAP_HEIGHT
    from iurc_dash.ui.show import deck_of

    form = pairings_on_map(dataset, Selection(), "phase", "").form
    assert isinstance(form, ArcMap)
    view = json.loads(deck_of(form, "light", MAP_HEIGHT).to_json())["initialViewState"]
    visitor = visit(server, "map")
    page = visitor.page
    canvas = page.get_by_test_id("stDeckGlJsonChart").locator("canvas").last
    expect(canvas).to_be_visible()
    box = canvas.bounding_box()
    assert box
    loneliest = sorted(form.places, key=lambda place: -crowded(place, form.places))[:6]
    inside = [
        place
        for place in loneliest
        if box["x"] + 10 < position_on_canvas(place, view, box)[0] < box["x"] + box["width"] - 10
    ]
    assert inside
    for _attempt in range(10):
        for place in inside:
            page.mouse.click(*position_on_canvas(place, view, box))
            try:
                expect(page).to_have_url(re.compile("place=|pairing="), timeout=2500)
            except AssertionError:
                continue
            chosen = re.search("(?:place|pairing)=([a-z0-9-]+)", page.url)
            assert chosen and (chosen.group(1) == place.key or place.key.rsplit("-", 1)[0] in chosen.group(1))
            expect(page.get_by_test_id("stMain").locator("h2").first).to_be_visible()
            return
    raise AssertionError(f"no click on {[place.label for place in inside]} was noticed")


def test_the_map_can_be_read_by_keyboard_alone(visit: Visit, server: Server) -> None:
    visitor = visit(server, "map")
    page = visitor.page
    box = page.get_by_role("combobox", name=re.compile("Place"))
    box.focus()
    page.keyboard.type("Austin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("place=austin-us"))
    expect(page.get_by_role("heading", name="Austin", exact=True)).to_be_visible()
    page.go_back()
    expect(page).not_to_have_url(re.compile("place="))
    expect(page.get_by_role("heading", name="Austin", exact=True)).to_have_count(0)


def test_a_name_in_a_table_leads_to_its_page(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?phase=1")
    page = visitor.page
    link = page.get_by_test_id("stMain").locator("table a").first
    name = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("pairing="))
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(page.locator("h1")).not_to_have_text(name)


def test_a_table_can_be_taken_away(visit: Visit, server: Server) -> None:
    visitor = visit(server, "sources")
    visitor.page.locator("summary").filter(has_text="CSV").first.click()
    with visitor.page.expect_download() as downloading:
        visitor.page.get_by_role("button", name="Download the table").first.click()
    text = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    assert len(lines) > 500
    assert not [line for line in lines if line.startswith(("=", "+", "@"))]
