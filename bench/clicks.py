"""A click on a phase until the last chart has changed: every page beside a plain Dash page, in one browser.

Clicks on our page and on Dash's are taken by turns, so that whatever else
the machine does falls on both alike.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from scripts.chromium import ARGUMENTS, find_chromium
from scripts.server import READY_SECONDS, ROOT, Server, free_port

CLICKS = 20
# The first clicks ask for what nobody has seen, and fill what is kept.
WARM_UP = 4
DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"] h1'
# What changes with a click: Dash's chart; our figures, whatever draws them, and where a page is a list, its table.
THEIR_CHARTS = ".js-plotly-plot"
OUR_CHARTS = ", ".join(
    (
        *(f'[class*="st-key-{kind}"]' for kind in ("drawn_", "picture_", "table_", "map", "leading_map")),
        THEIR_CHARTS,
    )
)
# Milliseconds from a click until the last change of any chart, told once none has changed for so long as QUIET.
QUIET_MS = 500
UNTIL_LAST_CHART = """
    ([switchTo, charts, quiet]) => new Promise(told => {
        const start = performance.now();
        let last = 0, timer;
        const settle = () => { clearTimeout(timer); timer = setTimeout(end, quiet); };
        const change = nodes => {
            if (nodes.some(node => (node.closest ? node : node.parentElement)?.closest(charts))) {
                last = performance.now() - start;
                settle();
            }
        };
        const watch = new MutationObserver(changes => change(changes.map(one => one.target)));
        const loaded = event => change([event.target]);
        const end = () => { watch.disconnect(); document.removeEventListener('load', loaded, true); told(last); };
        watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
        document.addEventListener('load', loaded, true);
        switchTo.click();
        settle();
    })
"""

Figures = dict[str, Any]


def clicks(server: Server, url_paths: Sequence[str]) -> dict[str, Figures]:
    """For every page: median milliseconds to its last chart, the same of Dash between, and the ratio."""
    found = {}
    with sync_playwright() as playwright, _dash_server() as dash_address:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for url_path in url_paths:
            with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
                found[url_path or "overview"] = _compared(
                    context, f"{server.address}/{url_path}", dash_address
                )
        browser.close()
    return found


def _compared(context: BrowserContext, address: str, dash_address: str) -> Figures:
    ours, theirs = _our_page(context, address), _dash_page(context, dash_address)
    ours_ms, theirs_ms = [], []
    for turn in range(CLICKS + WARM_UP):
        # Phase 1, phase 2 with it, phase 2 alone, everything again: each click shows something else.
        switch = ours.get_by_test_id("stPopoverBody").get_by_role("button", name=f"Phase {turn % 2 + 1}")
        ours_ms.append(_milliseconds(ours, switch, OUR_CHARTS))
        theirs_ms.append(_milliseconds(theirs, theirs.get_by_label(f"Phase {turn % 2 + 1}"), THEIR_CHARTS))
    ours_ms, theirs_ms = _settled(ours_ms), _settled(theirs_ms)
    middle, dash = statistics.median(ours_ms), statistics.median(theirs_ms)
    return {
        "p50_ms": round(middle),
        "p95_ms": round(sorted(ours_ms)[int(0.95 * len(ours_ms))]),
        "dash_p50_ms": round(dash),
        "times_dash": round(middle / dash, 2),
    }


def _settled(times: Sequence[float]) -> list[float]:
    """Without the first ones, and without clicks that changed no chart: a page may show the same for two selections."""
    return [one for one in times[WARM_UP:] if one]


def _milliseconds(page: Page, switch: Any, charts: str) -> float:
    page.bring_to_front()
    return float(page.evaluate(UNTIL_LAST_CHART, [switch.element_handle(), charts, QUIET_MS]))


def _our_page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(DRAWN)
    page.get_by_role("button", name="Filter", exact=True).click()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Phase 1").wait_for()
    page.wait_for_timeout(QUIET_MS)
    return page


def _dash_page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(f"{THEIR_CHARTS} .bars")
    return page


@contextmanager
def _dash_server() -> Iterator[str]:
    """The Dash page in a process of its own: its address, once it answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "bench.dash_page", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
