"""Servers, the browser and visitors for the browser tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserType, sync_playwright

from scripts.chromium import ARGUMENTS, find_chromium
from scripts.server import Server, start_server
from tests.browser.line import Line
from tests.browser.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser_type() -> Iterator[BrowserType]:
    assert find_chromium(), "no Chromium; `make test` installs one, and docs/running.md says how to name one"
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(browser_type: BrowserType) -> Iterator[Browser]:
    chromium = browser_type.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server that most tests share."""
    running = start_server("make run")
    yield running
    running.stop()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page in a context of its own; afterwards no visitor may have seen a lapse."""
    visitors: list[Visitor] = []

    def open_page(
        server: Server | Line,
        path: str = "",
        *,
        width: int = 1440,
        height: int = 900,
        theme: Literal["light", "dark"] = "light",
    ) -> Visitor:
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
        visitor = Visitor(context.new_page(), server.address)
        visitors.append(visitor)
        visitor.open(path)
        return visitor

    yield open_page
    for visitor in visitors:
        visitor.page.context.close()
    for visitor in visitors:
        visitor.check()


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    """A line to the server that most tests share; it is quick until a test sets its delay."""
    with Line(server) as line:
        yield line
