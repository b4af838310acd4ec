"""The map on its page: what is lit is what is told of, whatever is chosen afterwards; a keyboard is enough."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from scripts.server import Server
from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

PAIRING = "aa-2-hamburg-canberra"
# A point of a line where no other is as near: most of the way to the partner.
MIDDLE = """path => {
    const at = path.getPointAtLength(0.93 * path.getTotalLength()).matrixTransform(path.getScreenCTM());
    return [at.x, at.y];
}"""


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def lit(visitor: Visitor) -> set[str]:
    """Keys of the pairings whose lines are lit, once the map is alive."""
    visitor.wait()
    visitor.page.wait_for_selector(".iurc-map.is-alive")
    found = visitor.page.locator(".is-on[data-pairing]").evaluate_all(
        "all => all.map(e => e.dataset.pairing)"
    )
    return set(found)


def told_of(page: Page) -> str:
    card = page.locator(".st-key-map_card h2")
    return card.inner_text() if card.count() else ""


def test_what_is_lit_is_what_is_told_of_whatever_is_filtered_afterwards(visit: Visit, server: Server) -> None:
    visitor = visit(server, "map")
    page = visitor.page
    page.wait_for_selector(".iurc-map.is-alive")
    assert lit(visitor) == set() and told_of(page) == ""
    x, y = page.locator(f'[data-pairing="{PAIRING}"] path').first.evaluate(MIDDLE)
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    expect(page).to_have_url(re.compile(f"pairing={PAIRING}"))
    expect(page.locator(".st-key-map_card h2")).to_have_text("Hamburg – Canberra")
    assert lit(visitor) == {PAIRING}
    for number, there in ((2, {PAIRING}), (1, {PAIRING})):
        # Other lines, in another order: still the same one, or none where the filters leave it out.
        visitor.open_filter().get_by_role("button", name=f"Phase {number}").click()
        expect(page).to_have_url(re.compile(f"phase={number}"))
        assert lit(visitor) == there and told_of(page) == "Hamburg – Canberra"
    visitor.open_filter().get_by_role("button", name="Phase 2").click()
    expect(page).not_to_have_url(re.compile("phase=2"))
    assert lit(visitor) == set()
    expect(page.locator(".st-key-map_card")).to_contain_text("leaves it out of the map")
    # Nothing is faded for the sake of what is not there.
    assert page.locator(".iurc-map-drawing.is-lit").count() == 0
    visitor.open_filter().get_by_role("button", name="Phase 1").click()
    expect(page).not_to_have_url(re.compile("phase="))
    assert lit(visitor) == {PAIRING}


def test_an_address_lights_what_it_names(visit: Visit, server: Server) -> None:
    visitor = visit(server, f"map?pairing={PAIRING}&phase=2")
    assert lit(visitor) == {PAIRING} and told_of(visitor.page) == "Hamburg – Canberra"
    visitor.open("map?place=rome-it")
    assert told_of(visitor.page) == "Rome" and len(lit(visitor)) == 6
    assert PAIRING not in lit(visitor)


def test_the_map_can_be_read_by_keyboard_alone(visit: Visit, server: Server) -> None:
    visitor = visit(server, "map")
    page = visitor.page
    box = page.get_by_role("combobox", name=re.compile("Place"))
    box.focus()
    page.keyboard.type("Austin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("place=austin-us"))
    expect(page.locator(".st-key-map_card h2")).to_have_text("Austin")
    page.go_back()
    expect(page).not_to_have_url(re.compile("place="))
    expect(page.locator(".st-key-map_card")).to_have_count(0)


def test_on_overview_a_place_leads_to_its_page(visit: Visit, server: Server) -> None:
    visitor = visit(server, "")
    page = visitor.page
    page.wait_for_selector(".iurc-map.is-alive")
    page.evaluate("window.isTheSame = true")
    place = page.locator('[data-place="canberra-au"]')
    place.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/places\\?place=canberra-au"))
    expect(page.locator("h1")).to_have_text("Canberra")
    assert page.evaluate("window.isTheSame"), "the dashboard was loaded anew"


def test_the_drawing_is_fetched_once_and_may_be_kept(visit: Visit, server: Server) -> None:
    visitor = visit(server, "about")
    page = visitor.page
    answers = []
    page.on("response", lambda answer: answers.append(answer) if "/served/" in answer.url else None)
    visitor.open("map")
    page.wait_for_selector(".iurc-map.is-alive")
    fetched = [urlsplit(answer.url).path for answer in answers]
    assert "/served/map.html" in fetched and not [path for path in fetched if path.endswith(".json")]
    for answer in answers:
        assert answer.status in (200, 304)
        assert answer.headers["cache-control"].startswith("public, max-age=")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in answer.headers
