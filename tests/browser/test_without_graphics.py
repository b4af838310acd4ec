"""Where the browser draws no WebGL, the map is there as it is anywhere: nothing blank, and a place can be chosen."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserType, expect

from scripts.chromium import ARGUMENTS, find_chromium
from scripts.server import Server
from tests.browser.visitor import Visitor

NO_GRAPHICS = [argument for argument in ARGUMENTS if "gl" not in argument and "gpu" not in argument]


def test_the_map_needs_no_graphics_card(browser_type: BrowserType, server: Server) -> None:
    browser = browser_type.launch(executable_path=find_chromium(), args=[*NO_GRAPHICS, "--disable-3d-apis"])
    visitor = Visitor(browser.new_page(), server.address)
    page = visitor.page
    visitor.open("map?phase=2")
    assert page.evaluate("document.createElement('canvas').getContext('webgl2')") is None, "there is WebGL"
    page.wait_for_selector(".iurc-map.is-alive")
    assert page.locator(".iurc-map-lines path").count() > 50
    expect(page.locator("canvas")).to_have_count(0)
    page.locator('[data-place="canberra-au"]').first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("place=canberra-au"))
    expect(page.locator(".st-key-map_card h2")).to_have_text("Canberra")
    browser.close()
    visitor.check()
