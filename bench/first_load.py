"""The first load in a real browser with an empty cache: bytes, requests, first paint, and time until it is drawn."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from scripts.chromium import ARGUMENTS, find_chromium
from scripts.server import Server

DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"] h1'
SLOW_LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 5e6 / 8}
LOADED_PAGES = ("", "activity", "goals", "map")
WAIT_MS = 30_000
QUIET_MS = 1_500
# Of several loads the middle one counts: others use the machine too.
LOADS = 3
# Kept by the page itself from its first moment on, so that nothing is missed.
WATCH = """
    window.shifted = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (!entry.hadRecentInput) window.shifted += entry.value;
    })).observe({type: 'layout-shift', buffered: true});
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
# What stands there while nothing is drawn, and marks that a figure is drawn.
WAITING = "() => !document.querySelector('#shell, [data-testid=\"stSkeleton\"]')"
FIGURES = (".js-plotly-plot .main-svg", '[data-testid="stDeckGlJsonChart"] canvas')


def _load(browser: Browser, address: str, slow: bool) -> dict[str, Any]:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        return _load_in(context, address, slow)


def _load_in(context: BrowserContext, address: str, slow: bool) -> dict[str, Any]:
    page = context.new_page()
    page.add_init_script(WATCH)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    if slow:
        devtools.send("Network.emulateNetworkConditions", SLOW_LINE)
    sizes: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(DRAWN, timeout=WAIT_MS, state="attached")
    page.wait_for_function(WAITING, timeout=WAIT_MS)
    for selector in FIGURES:
        if page.locator(selector.split()[0]).count():
            page.wait_for_selector(selector, timeout=WAIT_MS, state="attached")
    elapsed = time.perf_counter() - start
    _wait_for_quiet(page, sizes)
    painted, shifted = page.evaluate(PAINTED), page.evaluate("window.shifted")
    return {
        "seconds": round(elapsed, 2),
        "first_paint": round(painted / 1000, 2),
        "layout_shift": round(shifted, 3),
        "megabytes": round(sum(sizes) / 1e6, 2),
        "requests": len(sizes),
    }


def _wait_for_quiet(page: Page, sizes: list[float]) -> None:
    """Wait until nothing more has come for a while; what comes late belongs to the first load too."""
    for _turn in range(WAIT_MS // QUIET_MS):
        before = len(sizes)
        page.wait_for_timeout(QUIET_MS)
        if len(sizes) == before:
            return


def _middle_load(browser: Browser, address: str, slow: bool) -> dict[str, Any]:
    loads = sorted(
        (_load_in_time(browser, address, slow) for _turn in range(LOADS)), key=lambda load: load["seconds"]
    )
    return loads[LOADS // 2]


def _load_in_time(browser: Browser, address: str, slow: bool) -> dict[str, Any]:
    """A load; one that is not drawn in time is a figure too (now and then Chromium's own slow line stands still)."""
    try:
        return _load(browser, address, slow)
    except PlaywrightTimeoutError:
        return {"seconds": WAIT_MS / 1000, "first_paint": WAIT_MS / 1000, "layout_shift": 1.0}


def first_load(server: Server) -> dict[str, dict[str, Any]]:
    """For some pages: bytes, requests and seconds at full speed; first paint and seconds at 10 Mbit/s with 40 ms."""
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for url_path in LOADED_PAGES:
            address = f"{server.address}/{url_path}"
            slow = _middle_load(browser, address, slow=True)
            found[url_path or "overview"] = {
                **_middle_load(browser, address, slow=False),
                "seconds_slow_line": slow["seconds"],
                "first_paint_slow_line": slow["first_paint"],
                "layout_shift": slow["layout_shift"],
            }
        browser.close()
    return found
