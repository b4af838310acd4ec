"""The map: a click opens what was clicked, and places at one point can all be reached."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap
from iurc_dash.opening import open_package
from iurc_dash.render.deck.rows import LAYER_IDS
from iurc_dash.selection import Selection
from iurc_dash.view import View, view_of
from scripts.server import ROOT, Server
from tests.browser.conftest import Visit
from tests.browser.map_reading import XY, Drawn
from tests.browser.visitor import Visitor

# Chromium draws without a graphics card here: a click that takes it too long is made again.
ATTEMPTS = 8


@pytest.fixture(scope="module")
def view() -> View:
    dataset: Dataset = open_package(Path(ROOT / "data" / "package"), trust_hashes=True)
    return view_of(dataset)


def arc_map(view: View, colour: str = "phase", **chosen: tuple[str, ...]) -> ArcMap:
    form = make(view.of(Selection(**chosen)), "pairings/on-map", colour=colour).form
    assert isinstance(form, ArcMap)
    return form


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def drawn(visitor: Visitor, form: ArcMap) -> Drawn:
    """The map, once it stands still."""
    visitor.wait()
    shown = Drawn(visitor.page, form)
    shown.wait()
    return shown


def click(page: Page, at: XY, happened: Callable[[], bool]) -> None:
    for _attempt in range(ATTEMPTS):
        page.mouse.move(*at)
        page.wait_for_timeout(300)
        page.mouse.click(*at)
        for _wait in range(10):
            page.wait_for_timeout(150)
            if happened():
                return
    raise AssertionError(f"no click at {at} was noticed")


def test_a_dot_opens_its_place_and_several_places_at_one_point_can_be_chosen(
    visit: Visit, server: Server, view: View
) -> None:
    visitor = visit(server, "map", height=1000)
    page = visitor.page
    form = arc_map(view)
    shown = drawn(visitor, form)
    places = {place.key: place for place in form.places}
    canberra = places["canberra-au"]
    click(
        page,
        shown.point(canberra.longitude, canberra.latitude),
        lambda: parameters(page).get("place") == ["canberra-au"],
    )
    expect(page.get_by_test_id("stMain").locator("h2").first).to_have_text("Canberra")
    expect(page.get_by_text("Several places stand at this point")).to_have_count(0)
    boston = places["boston-us"]
    here = {
        key
        for key, one in places.items()
        if (one.longitude, one.latitude) == (boston.longitude, boston.latitude)
    }
    assert len(here) > 1
    click(
        page,
        drawn(visitor, form).point(boston.longitude, boston.latitude),
        lambda: parameters(page).get("place", [""])[0] in here,
    )
    expect(page.get_by_text("Several places stand at this point")).to_be_visible()
    for key in sorted(here):
        page.get_by_test_id("stMain").get_by_role("button", name=view.words.place_in_country(key)).click()
        expect(page).to_have_url(re.compile(f"place={key}(&|$)"))
        expect(page.get_by_test_id("stMain").locator("h2").first).to_have_text(
            view.words.names("places")[key]
        )


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


def test_rows_of_the_map_are_fetched_once_and_may_be_kept(visit: Visit, server: Server) -> None:
    visitor = visit(server, "about")
    page = visitor.page
    answers = []
    page.on("response", lambda answer: answers.append(answer) if "/served/" in answer.url else None)
    visitor.open("map")
    Drawn(page, ArcMap((), (), ())).wait()
    fetched = {urlsplit(answer.url).path for answer in answers}
    assert fetched == {f"/served/map-{layer}.json" for layer in LAYER_IDS}
    for answer in answers:
        assert answer.status == 200
        assert answer.headers["cache-control"] == "public, max-age=86400"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "release" in parse_qs(urlsplit(answer.url).query)
        assert "set-cookie" not in answer.headers
