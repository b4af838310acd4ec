"""The drawn map in a browser: everything inside, what is lit is what is told of, by hand, keys and fingers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from exhibit_checks import recorded_dataset
from playwright.sync_api import Browser, expect

from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap
from iurc_dash.geography.flat_maps import EUROPE, WORLD
from iurc_dash.render.svg.flat_drawing import FlatDrawing
from iurc_dash.selection import Selection
from iurc_dash.view import EVERYTHING, view_of
from tests.browser.drawn_map_page import DrawnMapPage

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1024, 1280, 1440, 1920)
Open = Callable[..., DrawnMapPage]

# Pairings that are lit, and what the card says, for the pointer at each of some positions.
POINT_AT = """([points]) => points.map(([x, y]) => {
  const svg = document.querySelector(".iurc-map-drawing");
  svg.dispatchEvent(new PointerEvent("pointermove", { clientX: x, clientY: y, pointerType: "mouse", bubbles: true }));
  const card = document.querySelector(".iurc-map-card");
  return {
    lit: [...document.querySelectorAll(".is-on[data-pairing]")].map((e) => e.dataset.pairing),
    label: card.hidden ? "" : card.querySelector("b").textContent,
  };
})"""
# Names that are cut by the edge or lie over a dot, and how many names there are.
BAD_NAMES = """() => {
  const frame = document.querySelector(".iurc-map-drawing").getBoundingClientRect();
  const shown = (e) => e.getBoundingClientRect().width > 0;
  const dots = [...document.querySelectorAll(".iurc-map-drawing [data-place] > *")].filter(shown).map((e) => {
    const box = e.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2, Math.max(0.5, box.width / 2 - 1)];
  });
  const names = [...document.querySelectorAll(".iurc-map-names text")].filter(shown).map((e) => {
    const box = e.getBoundingClientRect();
    const lean = 0.24 * box.height;
    return { text: e.textContent, left: box.left, right: box.right, top: box.top + lean, bottom: box.bottom - lean };
  });
  const bad = names.filter((name) =>
    name.left < frame.left - 1 || name.right > frame.right + 1 || name.top < frame.top || name.bottom > frame.bottom ||
    dots.some(([x, y, r]) => Math.hypot(
      Math.max(name.left - x, 0, x - name.right), Math.max(name.top - y, 0, y - name.bottom)) < r));
  const over = names.filter((one) => names.some((other) => one !== other &&
    one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top));
  return { bad: bad.map((name) => name.text), over: over.map((name) => name.text), count: names.length };
}"""
# Places and points of lines outside the picture.
OUTSIDE = """() => {
  const frame = document.querySelector(".iurc-map-drawing").getBoundingClientRect();
  const out = (x, y) => x < frame.left || x > frame.right || y < frame.top || y > frame.bottom;
  const places = [...document.querySelectorAll("[data-place]")].filter((e) => {
    const box = e.getBoundingClientRect();
    return out(box.left, box.top) || out(box.right, box.bottom) || box.width === 0;
  });
  const lines = [...document.querySelectorAll("[data-pairing] path")].filter((path) => {
    const matrix = path.getScreenCTM();
    const long = path.getTotalLength();
    return [0, 0.25, 0.5, 0.75, 1].some((share) => {
      const at = path.getPointAtLength(long * share).matrixTransform(matrix);
      return out(at.x, at.y);
    });
  });
  const all = document.querySelectorAll("[data-place]").length;
  const over = document.body.scrollWidth - innerWidth;
  return { places: places.map((e) => e.dataset.place), lines: lines.length, all, over };
}"""


def form_of(selection: Selection = EVERYTHING, colour: str = "region") -> ArcMap:
    form = make(view_of(recorded_dataset(), selection), "pairings/on-map", colour=colour).form
    assert isinstance(form, ArcMap)
    return form


def pairings_of(form: ArcMap, place: str) -> set[str]:
    return {pairing.key for pairing in form.pairings if place in pairing.members and pairing.joins}


@pytest.fixture
def open_map(browser: Browser) -> Iterator[Open]:
    """Draw a map on a page of its own; afterwards the browser may have complained of nothing."""
    opened: list[DrawnMapPage] = []

    def draw(
        form: ArcMap | None = None, *, width: int = 1440, height: int = 900, chosen: str = "", **settings: Any
    ):  # type: ignore[no-untyped-def]
        shown = {name: settings.pop(name) for name in ("below", "from_address") if name in settings}
        theme = settings.pop("theme", "light")
        settings.setdefault("reduced_motion", "reduce")
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        drawn = DrawnMapPage(context.new_page(), view_of(recorded_dataset()), theme)
        opened.append(drawn)
        return drawn.show(form or form_of(), chosen, **shown)

    yield draw
    for drawn in opened:
        drawn.page.context.close()
        assert drawn.wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_place_and_line_is_inside_at_every_width_and_no_name_is_cut(open_map: Open, width: int) -> None:
    drawn = open_map(width=width, height=720)
    for name in ("world", "europe"):
        drawn.page.locator(f'[data-do="map"][data-key="{name}"]').click()
        expect(drawn.page.locator(".iurc-map")).to_have_attribute("data-map", name)
        found = drawn.run(OUTSIDE)
        assert found["all"] > 300 and found["places"] == [] and found["lines"] == 0 and found["over"] <= 0, (
            name
        )
        names = drawn.run(BAD_NAMES)
        assert names["count"] >= 5 and names["bad"] == [] and names["over"] == [], name


@pytest.mark.parametrize(
    "selection", [Selection(countries=("JP",)), Selection(countries=("NZ",), phases=("2",))]
)
def test_a_narrowed_map_shows_all_its_places_too(open_map: Open, selection: Selection) -> None:
    form = form_of(selection)
    for width in (320, 1280):
        found = open_map(form, width=width, height=720).run(OUTSIDE)
        assert found["all"] == len(form.places) + len(form.network_places)
        assert found["places"] == [] and found["lines"] == 0


def test_pointing_at_any_place_lights_its_pairings_and_no_other_line(open_map: Open) -> None:
    form = form_of()
    drawn = open_map(form)
    places = {place.key: place for place in (*form.places, *form.network_places)}
    seen = drawn.run(POINT_AT, [drawn.middle_of(key) for key in places])
    for (key, place), found in zip(places.items(), seen, strict=True):
        assert set(found["lit"]) == pairings_of(form, key), key
        assert found["label"] == place.label, key
    assert sum(bool(found["lit"]) for found in seen) > 200


def test_pointing_at_a_line_lights_the_one_that_the_card_names(open_map: Open) -> None:
    form = form_of()
    drawn = open_map(form)
    at = drawn.run(
        """() => [...document.querySelectorAll("[data-pairing] path:first-child")].map((path) => {
          const at = path.getPointAtLength(path.getTotalLength() * 0.6).matrixTransform(path.getScreenCTM());
          return [at.x, at.y];
        })"""
    )
    labels = {pairing.key: pairing.label for pairing in form.pairings}
    alone = 0
    for found in drawn.run(POINT_AT, at):
        if len(found["lit"]) == 1 and found["label"] in labels.values():
            assert labels[found["lit"][0]] == found["label"]
            alone += 1
    assert alone > 0.8 * len(at)
    (nothing,) = drawn.run(POINT_AT, [[5, 700]])
    assert nothing == {"lit": [], "label": ""}


def test_what_is_chosen_stays_lit_whatever_the_colours_and_the_filter_are_afterwards(open_map: Open) -> None:
    form = form_of()
    chosen = next(pairing for pairing in form.pairings if pairing.phase == "2" and len(pairing.members) == 2)
    drawn = open_map(form)
    first, second = (drawn.middle_of(member) for member in chosen.members)
    found = drawn.run(POINT_AT, [first])
    assert chosen.key in found[0]["lit"]
    again = [(form_of(colour="phase"), "colour"), (form_of(Selection(phases=("2",))), "filter")]
    for other, why in again:
        shown = open_map(other, chosen=f"pairing/{chosen.key}")
        assert shown.lit() == {chosen.key}, why
        curves = FlatDrawing(other, WORLD).curves[chosen.key]
        drawn_as = shown.page.locator(f'[data-pairing="{chosen.key}"] path').evaluate_all(
            "paths => paths.map((path) => path.getAttribute('d'))"
        )
        assert drawn_as == [curve.path for curve in curves], why
        names = shown.page.locator(".iurc-map-names text").all_text_contents()
        assert set(names) == {place.label for place in other.places if place.key in chosen.members}
    # What a filter has taken away is not lit, and nothing else in its place.
    gone = open_map(form_of(Selection(phases=("1",))), chosen=f"pairing/{chosen.key}")
    assert gone.lit() == set() and not gone.page.locator(".is-lit").count()
    assert second != first


def test_a_click_chooses_and_there_is_a_way_back(open_map: Open) -> None:
    form = form_of()
    drawn = open_map(form)
    drawn.page.mouse.click(*drawn.middle_of("rome-it"))
    drawn.page.mouse.move(5, 700)
    assert drawn.told() == [["place", "rome-it"]] and drawn.lit() == pairings_of(form, "rome-it")
    # Another place is lit beside it while it is pointed at, and only then.
    drawn.page.mouse.move(*drawn.middle_of("hamburg-de"))
    assert drawn.lit() == pairings_of(form, "rome-it") | pairings_of(form, "hamburg-de")
    drawn.page.mouse.move(5, 700)
    assert drawn.lit() == pairings_of(form, "rome-it")
    drawn.page.get_by_role("button", name="Everything").click()
    assert drawn.told()[-1] == ["", ""] and drawn.lit() == set()
    assert drawn.page.url.endswith("chosen="), "a choice is no navigation"


def test_a_trio_is_one_thing_whichever_of_its_lines_is_pointed_at(open_map: Open) -> None:
    form = form_of()
    trio = next(pairing for pairing in form.pairings if len(pairing.joins) == 2)
    drawn = open_map(form, chosen=f"pairing/{trio.key}")
    assert drawn.lit() == {trio.key}
    lines = drawn.page.locator(f'[data-pairing="{trio.key}"] path')
    assert lines.count() == len(trio.joins) > 1
    widths = lines.evaluate_all("all => all.map((one) => getComputedStyle(one).strokeWidth)")
    assert len(set(widths)) == 1
    others = drawn.page.locator("[data-pairing]:not(.is-on) path").first
    assert others.evaluate("one => getComputedStyle(one).strokeWidth") not in widths
    named = drawn.page.locator(".iurc-map-names text").all_text_contents()
    assert set(named) == {place.label for place in form.places if place.key in trio.members}


def test_two_places_at_one_point_can_both_be_chosen(open_map: Open) -> None:
    form = form_of()
    at: dict[tuple[float, float], list[str]] = {}
    for place in form.places:
        at.setdefault((place.longitude, place.latitude), []).append(place.key)
    together = [keys for keys in at.values() if len(keys) > 1]
    assert len(together) > 10
    drawn = open_map(form)
    for keys in together[:6]:
        for key in keys:
            drawn.page.mouse.click(*drawn.middle_of(key))
    assert [key for _kind, key in drawn.told()] == [key for keys in together[:6] for key in keys]


def test_by_keyboard_the_map_is_one_stop_and_arrows_go_on(open_map: Open) -> None:
    drawn = open_map()
    page = drawn.page
    focused = "() => document.activeElement?.dataset?.place ?? document.activeElement?.textContent"
    for _stop in ("before", "the list", "the map"):
        page.keyboard.press("Tab")
    first = page.evaluate(focused)
    assert drawn.run("([key]) => document.querySelector(`[data-place='${key}']`) !== null", first)
    assert drawn.lit() == pairings_of(form_of(), first)
    seen = [first]
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
        seen.append(page.evaluate(focused))
        assert drawn.lit() == pairings_of(form_of(), seen[-1])
    assert len(set(seen)) >= 4
    page.keyboard.press("Enter")
    assert drawn.told() == [["place", seen[-1]]]
    expect(page.locator(".iurc-map-card")).to_be_hidden()
    before = drawn.box
    page.keyboard.press("+")
    assert drawn.box != before
    page.keyboard.press("0")
    assert drawn.box == before
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) == "Before"


def test_escape_takes_away_the_card_and_then_the_choice(open_map: Open) -> None:
    drawn = open_map(chosen="place/rome-it")
    card = drawn.page.locator(".iurc-map-card")
    for _stop in ("before", "the list", "the map"):
        drawn.page.keyboard.press("Tab")
    expect(card).to_be_visible()
    drawn.page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert drawn.lit() == pairings_of(form_of(), "rome-it") and drawn.told() == []
    drawn.page.keyboard.press("Escape")
    assert drawn.lit() == set() and drawn.told() == [["", ""]]


def listed(drawn: DrawnMapPage) -> list[str]:
    """What the list of the map says, in its order."""
    return drawn.page.locator(".iurc-map-list li a").evaluate_all("all => all.map((one) => one.dataset.mark)")


def test_the_list_is_met_before_the_map_and_is_in_step_with_it(open_map: Open) -> None:
    form = form_of()
    drawn = open_map(form)
    page = drawn.page
    assert listed(drawn) == [], "made before anybody asked for it"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    lines = {f"pairing/{pairing.key}" for pairing in form.pairings if pairing.joins}
    everything = [*lines, *(f"place/{place.key}" for place in form.network_places)]
    expect(page.locator(".iurc-map-list li")).to_have_count(len(everything))
    assert sorted(listed(drawn)) == sorted(everything)
    # In the order of the map: partners from its left to its right.
    ends = FlatDrawing(form, WORLD).curves
    west = [
        min(curve.end.x for curve in ends[mark.removeprefix("pairing/")])
        for mark in listed(drawn)
        if mark in lines
    ]
    assert west == sorted(west) and west[0] != west[-1]
    # What is read is lit, and nothing else.
    page.keyboard.press("Tab")
    first = listed(drawn)[0].removeprefix("pairing/")
    assert drawn.lit() == {first}
    page.keyboard.press("Enter")
    assert drawn.told() == [["pairing", first]]
    # What is chosen is listed with all that belongs to it, and a phase has its own.
    assert listed(drawn) == [f"pairing/{first}"]
    page.get_by_role("button", name="Everything").click()
    page.get_by_role("button", name="Phase 3").click()
    third = {pairing.key for pairing in form.pairings if pairing.phase == "3" and pairing.joins}
    third_lines = {f"pairing/{key}" for key in third}
    assert {mark for mark in listed(drawn) if mark.startswith("pairing/")} == third_lines
    page.locator(".iurc-map-list li a").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator(".iurc-map-list li a").first).to_be_hidden()
    assert page.evaluate("() => document.activeElement.tagName") == "SUMMARY"


def test_how_the_map_is_looked_at_is_in_the_address(open_map: Open) -> None:
    drawn = open_map()
    page = drawn.page
    entries = page.evaluate("() => history.length")
    page.get_by_role("button", name="Europe enlarged").click()
    page.get_by_role("button", name="Phase 2").click()
    assert page.url.endswith("#map=europe&step=2")
    assert page.evaluate("() => history.length") == entries, "to look is no step of the reader's way"
    page.reload()
    expect(page.locator(".iurc-map")).to_have_attribute("data-map", "europe")
    expect(page.get_by_role("button", name="Phase 2")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="World").click()
    page.get_by_role("button", name="All phases").click()
    assert "#" not in page.url
    # What nobody offers is left out, and takes nothing from the map.
    page.goto(f"{page.url}#map=mars&step=9")
    page.reload()
    expect(page.locator(".iurc-map.is-alive")).to_have_attribute("data-map", "world")
    assert page.locator("[data-place].is-off").count() == 0 and "#" not in page.url


def test_an_address_that_others_write_keeps_how_the_map_is_looked_at(open_map: Open) -> None:
    drawn = open_map()
    page = drawn.page
    page.get_by_role("button", name="Europe enlarged").click()
    # As the framework writes it after a filter.
    page.evaluate("() => history.pushState({}, '', `${location.pathname}?phase=2`)")
    page.wait_for_function("() => location.hash === '#map=europe'")
    assert "?phase=2#" in page.url
    page.evaluate("() => history.back()")
    page.wait_for_function("() => !location.search.includes('phase')")
    assert page.url.endswith("#map=europe")


def test_phases_step_without_moving_the_view(open_map: Open) -> None:
    form = form_of()
    drawn = open_map(form)
    drawn.page.get_by_role("button", name="China").click()
    before = drawn.box
    assert before != "0 0 1400 750"
    drawn.page.get_by_role("button", name="Phase 2").click()
    assert drawn.box == before and drawn.told() == [["phase", "2"]]
    seen = drawn.page.locator("[data-pairing]:not(.is-off)").evaluate_all(
        "e => e.map((one) => one.dataset.pairing)"
    )
    assert set(seen) == {pairing.key for pairing in form.pairings if pairing.phase == "2" and pairing.joins}
    places = drawn.page.locator("[data-place]:not(.is-off)").count()
    every = (*form.places, *form.network_places)
    assert places == sum("2" in place.phases for place in every)
    # A place that is hidden cannot be pointed at, nor can a line of another phase be lit with one that is shown.
    found = drawn.run(POINT_AT, [drawn.middle_of("yangzhou-cn")])
    phases = {pairing.key: pairing.phase for pairing in form.pairings}
    assert {phases[key] for key in found[0]["lit"]} <= {"2"}
    drawn.page.get_by_role("button", name="All phases").click()
    assert drawn.page.locator(".is-off").count() == 0


def test_the_other_map_puts_everything_where_it_lies_there(open_map: Open) -> None:
    form = form_of()
    drawn = open_map(form)
    drawn.page.get_by_role("button", name="Europe enlarged").click()
    expect(drawn.page.get_by_text("Europe is drawn larger; shapes elsewhere are bent.")).to_be_visible()
    elsewhere = FlatDrawing(form, EUROPE)
    places = drawn.run(
        """() => Object.fromEntries([...document.querySelectorAll("[data-place]")].map(
          (e) => [e.dataset.place, e.getAttribute("transform").match(/-?[\\d.]+/g).map(Number)]))"""
    )
    assert places == {key: [round(spot.x, 1), round(spot.y, 1)] for key, spot in elsewhere.spots.items()}
    strokes = drawn.run(
        """() => [...document.querySelectorAll("[data-pairing]")].map((e) => [e.dataset.pairing,
          [...e.querySelectorAll("path")].map((path) => (path.getAttribute("stroke") ?? "--").slice(-3, -1))])"""
    )
    for key, headings in strokes:
        assert headings == ["-" if curve.level else curve.heading for curve in elsewhere.curves[key]]
    drawn.page.get_by_role("button", name="World").click()
    expect(drawn.page.get_by_text("Europe is drawn larger")).to_be_hidden()
    assert drawn.told() == [["map", "europe"], ["map", "world"]]


def test_the_wheel_scrolls_the_page_unless_the_map_is_meant(open_map: Open) -> None:
    drawn = open_map(below=2000)
    page, before = drawn.page, drawn.box
    page.mouse.move(400, 300)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => scrollY > 0")
    assert drawn.box == before
    page.evaluate("() => scrollTo(0, 0)")
    page.wait_for_function("() => scrollY === 0")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function(
        "before => document.querySelector('.iurc-map-drawing').getAttribute('viewBox') !== before", arg=before
    )
    closer = drawn.box
    page.mouse.click(5, 560)
    page.mouse.wheel(0, 100)
    page.wait_for_function(
        "before => document.querySelector('.iurc-map-drawing').getAttribute('viewBox') !== before", arg=closer
    )
    assert page.evaluate("() => scrollY") == 0


def test_one_finger_scrolls_and_two_move_the_map(open_map: Open) -> None:
    drawn = open_map(width=390, height=800, has_touch=True)
    assert (
        drawn.run("() => getComputedStyle(document.querySelector('.iurc-map-drawing')).touchAction")
        == "pan-x pan-y"
    )
    touch = """([name, fingers]) => {
      const target = document.querySelector(".iurc-map-drawing");
      const frame = target.getBoundingClientRect();
      const touches = fingers.map(([x, y], identifier) =>
        new Touch({ identifier, target, clientX: frame.left + x, clientY: frame.top + y }));
      const event = new TouchEvent(name, { touches, targetTouches: touches, bubbles: true, cancelable: true });
      target.dispatchEvent(event);
      return event.defaultPrevented;
    }"""
    before = drawn.box
    assert not drawn.run(touch, "touchstart", [[100, 100]]) and not drawn.run(touch, "touchmove", [[100, 40]])
    assert drawn.box == before
    assert drawn.run(touch, "touchstart", [[100, 100], [200, 100]])
    assert drawn.run(touch, "touchmove", [[50, 100], [250, 100]])
    assert float(drawn.box.split()[2]) == pytest.approx(700, abs=1)


def test_a_finger_on_a_crowd_is_asked_which(open_map: Open) -> None:
    drawn = open_map(width=390, height=800, has_touch=True)
    drawn.page.touchscreen.tap(*drawn.middle_of("rome-it"))
    card = drawn.page.locator(".iurc-map-card")
    expect(card).to_contain_text("Several places stand here")
    assert drawn.told() == []
    card.get_by_role("button", name="Rome", exact=True).tap()
    assert drawn.told() == [["place", "rome-it"]] and drawn.lit() == pairings_of(form_of(), "rome-it")


def test_without_a_script_it_is_a_whole_picture(open_map: Open) -> None:
    for width in (320, 1024, 1440):
        drawn = open_map(width=width, java_script_enabled=False)
        page = drawn.page
        assert page.locator("[data-place]").count() > 300
        for place in ("rome-it", "christchurch-nz", "tierra-del-fuego-ar"):
            if page.locator(f'[data-place="{place}"]').count():
                x, y = drawn.middle_of(place)
                assert 0 < x < width and y > 0
        assert page.locator(".iurc-map-names text:visible").count() >= 5
        expect(page.locator(".iurc-map-tools").first).to_be_hidden()
        expect(page.get_by_role("list").get_by_text("North America")).to_be_visible()
        assert "place=rome-it" in str(page.locator('[data-place="rome-it"]').get_attribute("href"))


def test_a_ctrl_click_is_left_to_the_browser(open_map: Open) -> None:
    drawn = open_map()
    for modifier in ("ctrlKey", "metaKey", "shiftKey", "altKey"):
        is_prevented = drawn.run(
            """([modifier]) => {
              const click = new MouseEvent("click", { [modifier]: true, bubbles: true, cancelable: true });
              // The test's own page stays: what matters is whether the map has taken the click.
              const note = (event) => {
                window.taken = event.defaultPrevented;
                event.preventDefault();
              };
              addEventListener("click", note, { once: true });
              document.querySelector("[data-place='rome-it'] circle").dispatchEvent(click);
              return window.taken;
            }""",
            modifier,
        )
        assert is_prevented is False, modifier
    assert drawn.told() == []


@pytest.mark.parametrize("width", [390, 1280])
def test_a_map_that_is_fetched_by_its_address_is_the_same_and_keeps_its_room(
    open_map: Open, width: int
) -> None:
    form = form_of()
    drawn = open_map(form, width=width, chosen="place/rome-it", from_address=True)
    holder = drawn.page.locator(".iurc-map-holder")
    expect(holder.locator(".iurc-map.is-alive")).to_be_visible()
    assert drawn.lit() == pairings_of(form, "rome-it")
    assert not drawn.run("() => document.querySelector('.iurc-map-holder').inert")
    assert holder.get_attribute("aria-busy") is None and holder.get_attribute("role") is None
    # What waits for it takes about the room that it will take.
    room = drawn.run(
        """() => {
          const holder = document.querySelector(".iurc-map-holder");
          const after = holder.getBoundingClientRect().height;
          holder.replaceChildren();
          return [holder.getBoundingClientRect().height, after];
        }"""
    )
    assert room[0] == pytest.approx(room[1], abs=40)


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 1024), ("light", 390), ("dark", 390)])
def test_nothing_bars_anybody_from_the_map(open_map: Open, theme: str, width: int) -> None:
    drawn = open_map(width=width, theme=theme, chosen="place/rome-it")
    drawn.page.locator(".iurc-map-list > summary").click()
    expect(drawn.page.locator(".iurc-map-list li").first).to_be_visible()
    found = Axe().run(drawn.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []


def test_in_forced_colours_kinds_and_what_is_lit_are_still_told_apart(open_map: Open) -> None:
    drawn = open_map(forced_colors="active", chosen="place/rome-it")
    looks = drawn.run(
        """() => {
          const stroke = (path) => getComputedStyle(path).stroke;
          const fill = (kind) => getComputedStyle(
            document.querySelector(`.iurc-map-drawing .is-${kind} .is-on circle`)).fill;
          return {
            fills: ["eu", "partner"].map(fill),
            strokes: [...document.querySelectorAll(".iurc-map-lines path")].map(stroke),
            lit: [...document.querySelectorAll(".iurc-map-lines .is-on path")].map(stroke),
          };
        }"""
    )
    assert len(set(looks["fills"])) == 2
    assert len(set(looks["lit"])) == 1 and looks["strokes"].count(looks["lit"][0]) == len(looks["lit"])
