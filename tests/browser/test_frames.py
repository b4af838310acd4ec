"""Shown in a frame of another page: only where that is allowed, and whatever is elsewhere opens beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.server import Server, start_server

HOST_PAGE = """<!DOCTYPE html><html lang="en"><title>An artificial page</title><h1>An artificial page</h1>
<iframe title="Dashboard" src="{address}" width="1200" height="800"></iframe></html>"""


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """An artificial site: its address, and the folder of its pages."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(tmp_path)))
    Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}", tmp_path
    site.shutdown()


@pytest.fixture
def framing(host: tuple[str, Path]) -> Iterator[Server]:
    """A server that lets the artificial site show it in a frame."""
    running = start_server(
        IURC_DASH_FRAME_ANCESTORS=host[0], IURC_DASH_REPORT="https://cooperation.example/report"
    )
    yield running
    running.stop()


def open_in_frame(browser: Browser, host: tuple[str, Path], server: Server, path: str) -> Page:
    address, folder = host
    (folder / "index.html").write_text(HOST_PAGE.format(address=f"{server.address}/{path}"), encoding="utf-8")
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    # Nothing leaves the machine, whatever is clicked.
    page.context.route(
        "**/*",
        lambda route: (
            route.fulfill(body="elsewhere") if "127.0.0.1" not in route.request.url else route.continue_()
        ),
    )
    page.goto(address)
    return page


def test_what_is_elsewhere_opens_beside_the_page_that_shows_the_frame(
    browser: Browser, host: tuple[str, Path], framing: Server
) -> None:
    page = open_in_frame(browser, host, framing, "sources?embed=true")
    frame = page.frame_locator("iframe")
    link = frame.locator('[data-testid="stMain"] table a[href^="https://"]').first
    expect(link).to_be_visible(timeout=30_000)
    expect(frame.locator("#shell")).to_have_count(0)
    for away in (link, frame.get_by_role("link", name="Report an error")):
        with page.context.expect_page() as opening:
            away.click()
        # The other page has no hold on this one.
        assert opening.value.evaluate("window.opener") is None
        opening.value.close()
        assert away.get_attribute("target") == "_blank"
        # The frame is where it was, and so is the page around it.
        expect(page.locator("h1")).to_have_text("An artificial page")
        expect(link).to_be_visible()
    reported = frame.get_by_role("link", name="Report an error").get_attribute("href") or ""
    assert parse_qs(urlsplit(reported).query)["page"] == [page.frames[1].url]
    # A page of the dashboard stays in the frame, and stays embedded.
    pages = len(page.context.pages)
    frame.get_by_role("link", name="Accessibility", exact=True).click()
    expect(frame.locator("h1")).to_have_text("Accessibility statement")
    assert len(page.context.pages) == pages
    inside = page.frames[1].url
    assert "/accessibility" in inside and "embed=true" in inside
    page.context.close()


def test_nobody_else_may_show_it(browser: Browser, host: tuple[str, Path], server: Server) -> None:
    page = open_in_frame(browser, host, server, "sources")
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.reload()
    page.wait_for_timeout(1500)
    assert any("frame-ancestors" in text or "Refused to frame" in text for text in refused), refused
    assert page.frame_locator("iframe").locator(".iurc-header").count() == 0
    page.context.close()
