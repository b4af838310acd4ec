"""The first load in a real browser with an empty cache: bytes, requests, and time until it is drawn."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from scripts.chromium import ARGUMENTS, find_chromium
from scripts.server import Server

DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"] h1'
SLOW_LINE = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 5e6 / 8}
LOADED_PAGES = ("", "activity", "map")
WAIT_MS = 60_000
QUIET_MS = 1_500


def _load(browser: Browser, address: str, slow: bool) -> dict[str, Any]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    if slow:
        devtools.send("Network.emulateNetworkConditions", SLOW_LINE)
    sizes: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(DRAWN, timeout=WAIT_MS)
    page.wait_for_function("() => !document.querySelector('[data-testid=\"stSkeleton\"]')", timeout=WAIT_MS)
    for selector in (".js-plotly-plot .main-svg", '[data-testid="stDeckGlJsonChart"] canvas'):
        if page.locator(selector.split()[0]).count():
            page.wait_for_selector(selector, timeout=WAIT_MS, state="attached")
    elapsed = time.perf_counter() - start
    _wait_for_quiet(page, sizes)
    context.close()
    return {"seconds": round(elapsed, 2), "megabytes": round(sum(sizes) / 1e6, 2), "requests": len(sizes)}


def _wait_for_quiet(page: Page, sizes: list[float]) -> None:
    """Wait until nothing more has come for a while; what comes late belongs to the first load too."""
    for _turn in range(WAIT_MS // QUIET_MS):
        before = len(sizes)
        page.wait_for_timeout(QUIET_MS)
        if len(sizes) == before:
            return


def _slow_seconds(browser: Browser, address: str) -> float | str:
    """Seconds on the slow line; that a page was not drawn in time is a figure too, and not the end of the rest."""
    try:
        return float(_load(browser, address, slow=True)["seconds"])
    except PlaywrightTimeoutError:
        return f"more than {WAIT_MS // 1000}"


def first_load(server: Server) -> dict[str, dict[str, Any]]:
    """For some pages: bytes, requests and seconds at full speed, and seconds at 10 Mbit/s with 40 ms."""
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for url_path in LOADED_PAGES:
            address = f"{server.address}/{url_path}"
            quick = _load(browser, address, slow=False)
            found[url_path or "overview"] = {
                **quick,
                "seconds_slow_line": _slow_seconds(browser, address),
            }
        browser.close()
    return found
