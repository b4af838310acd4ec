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


def test_a_link_to_a_phase_shows_the_whole_map_on_a_projector(visit: Visit, server: Server) -> None:
    visitor = visit(server, "map?phase=2", width=1280, height=720)
    page = visitor.page
    page.wait_for_selector(".iurc-map.is-alive")
    for part in ("h1", ".iurc-map-drawing", ".iurc-map-key", ".iurc-map-areas"):
        box = page.locator(part).first.bounding_box()
        assert box and box["height"] > 10, part
        assert box["x"] >= 0 and box["y"] >= 0, part
        assert box["x"] + box["width"] <= 1280 and box["y"] + box["height"] <= 720, part
    drawing = page.locator(".iurc-map-drawing").bounding_box()
    assert drawing and drawing["width"] * drawing["height"] > 0.35 * 1280 * 720
    expect(page.locator(".iurc-map-areas")).to_contain_text("Latin America and the Caribbean")
    # The notice about boundaries is read once.
    expect(page.get_by_text("imply no opinion").locator("visible=true")).to_have_count(1)


def test_a_hubs_card_leads_on_to_its_partners_and_back(visit: Visit, server: Server) -> None:
    visitor = visit(server, "map?place=rome-it")
    page = visitor.page
    before = lit(visitor)
    card = page.locator(".st-key-map_card")
    partners = card.locator("dt", has_text="Partners").locator("xpath=following-sibling::dd[1]").locator("a")
    assert partners.count() > 5
    for words in ("Phases", "Themes", "Activities", "Sources"):
        expect(card.locator("dt", has_text=words).first).to_be_visible()
    page.evaluate("window.isTheSame = true")
    partners.filter(has_text="Barranquilla").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("place=barranquilla-co"))
    expect(card.locator("h2")).to_have_text("Barranquilla")
    # Focus goes to what came in its place, and the map says the same.
    expect(card.locator("h2")).to_be_focused()
    there = lit(visitor)
    assert there and there != before
    card.get_by_role("link", name="Back to everything").focus()
    page.keyboard.press("Enter")
    expect(card).to_have_count(0)
    assert parameters(page) == {} and lit(visitor) == {
        # The place that was chosen has the focus, and is told of for that alone.
        *there,
    }
    expect(page.locator('[data-place="barranquilla-co"]')).to_be_focused()
    assert page.locator(".is-chosen").count() == 0
    assert page.evaluate("window.isTheSame"), "the dashboard was loaded anew"


def test_how_the_map_is_looked_at_is_kept_over_a_filter_and_costs_no_run(
    visit: Visit, server: Server
) -> None:
    visitor = visit(server, "map#map=europe")
    page = visitor.page
    page.wait_for_selector(".iurc-map.is-alive")
    expect(page.locator(".iurc-map").first).to_have_attribute("data-map", "europe")
    sent = []
    page.on("websocket", lambda socket: sent.append(socket.url))
    page.evaluate(
        """() => {
          window.runs = 0;
          new MutationObserver(() => (window.runs += 1)).observe(
            document.querySelector('[data-testid="stApp"]'), { attributeFilter: ["data-test-script-state"] });
        }"""
    )
    page.get_by_role("button", name="Phase 3", exact=True).click()
    page.get_by_role("button", name="World").click()
    page.wait_for_timeout(500)
    assert page.url.endswith("/map#step=3")
    assert page.evaluate("window.runs") == 0 and sent == []
    page.get_by_role("button", name="Europe enlarged").click()
    # What is taken away of the page is this address, whole.
    page.locator("a", has_text="Take away").first.click()
    expect(page.locator(".iurc-address code")).to_have_text(page.url)
    page.keyboard.press("Escape")
    expect(page.locator(".iurc-address")).to_have_count(0)
    visitor.open_filter().get_by_role("button", name="Phase 2").click()
    expect(page).to_have_url(re.compile(r"phase=2#map=europe$"))
    visitor.wait()
    page.wait_for_selector(".iurc-map.is-alive")
    expect(page.locator(".iurc-map").first).to_have_attribute("data-map", "europe")


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
