"""At 320 pixels, which is 400 % of a desk, nothing goes sideways but tables in their own frame; titles stay short."""

from __future__ import annotations

from playwright.sync_api import expect

from iurc_dash.ui.navigation import PAGES
from scripts.server import Server
from tests.browser.conftest import Visit

DETAILS = (
    "map?place=rome-it",
    "pairings?pairing=na-1-bologna-austin",
    "pairings?phase=2&region=JP",
    "activity?phase=3&region=AA",
    "programme?edition=LAC-2",
    "places?place=austin-us",
    "goals?phase=2&region=JP&region=LAC&shown=sdg-11&basis=stated",
    "themes?theme=circular-economy",
    "reported?part=gaps",
    "rows?exhibit=goals/by-region&mark=sdg-11/NA",
)
ADDRESSES = [entry.url_path for entry in PAGES] + list(DETAILS)
MOST_LINES = 3
# What reaches over an edge of the window, but for what scrolls in a frame of its own, is only heard, or is a drawing's.
SIDEWAYS = """() => {
    const framed = [".iurc-region *", ".iurc-heard", "[hidden] *", "svg *", "[popover]:not(:popover-open)",
        "[popover]:not(:popover-open) *"].join();
    const out = [...document.querySelectorAll('[data-testid="stApp"] *')].filter(one => {
        if (one.matches(framed)) return false;
        const box = one.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1);
    });
    return out.map(one => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`).slice(0, 5);
}"""
SCROLLS = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
    .some(one => one.scrollWidth > one.clientWidth)"""
LINES = """() => {
    const title = document.querySelector("h1"), look = getComputedStyle(title);
    const words = document.createRange();
    words.selectNodeContents(title);
    return Math.round(words.getBoundingClientRect().height / parseFloat(look.lineHeight));
}"""
# Words of one drawing that lie over each other.
OVERLAPS = """() => {
    const found = [];
    for (const drawing of document.querySelectorAll('.js-plotly-plot .main-svg, .iurc svg.iurc-time')) {
        const words = [...drawing.querySelectorAll("text")]
            .filter(one => one.textContent.trim() && one.checkVisibility());
        const boxes = words.map(one => one.getBoundingClientRect());
        for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
            const [a, b] = [boxes[i], boxes[j]];
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 3 && high > 3) found.push(`${words[i].textContent} / ${words[j].textContent}`);
        }
    }
    return found;
}"""


def test_nothing_goes_sideways_and_no_title_is_long(visit: Visit, server: Server) -> None:
    visitor = visit(server, "", width=320, height=640)
    page = visitor.page
    seen: dict[str, object] = {}
    long: dict[str, int] = {}
    for path in ADDRESSES:
        page.set_viewport_size({"width": 320, "height": 640})
        visitor.open(path)
        if page.locator(".iurc-map-holder").count():
            page.wait_for_selector(".iurc-map.is-alive")
        if (found := page.evaluate(SIDEWAYS)) or page.evaluate(SCROLLS):
            seen[path] = found or "the page scrolls sideways"
        if over := page.evaluate(OVERLAPS):
            seen[f"{path} overlaps"] = over
        page.set_viewport_size({"width": 390, "height": 844})
        page.wait_for_function("() => innerWidth === 390")
        if (lines := page.evaluate(LINES)) > MOST_LINES:
            long[path] = lines
    assert not seen
    assert not long


def test_a_wide_table_scrolls_in_its_own_frame_and_by_keyboard(visit: Visit, server: Server) -> None:
    page = visit(server, "goals", width=320, height=640).page
    frame = page.locator(".iurc-region").first
    frame.evaluate("frame => frame.scrollIntoView()")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.iurc-region').scrollLeft > 0")
    assert not page.evaluate(SCROLLS)


def test_news_has_room_beside_the_facts_of_a_programme(visit: Visit, server: Server) -> None:
    for width in (1024, 1280, 390):
        page = visit(server, "programme", width=width).page
        lists = page.locator(".iurc-newest")
        expect(lists.first).to_be_visible()
        for one in lists.all():
            box = one.bounding_box()
            assert box and box["width"] >= 180, (width, box)
