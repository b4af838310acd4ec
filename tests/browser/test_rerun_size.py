"""What a click sends to the reader stays small on every page: 60 kB, a second on a slow line."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.measures import reruns
from bench.report import RERUN_KILOBYTES
from iurc_dash.ui.navigation import PAGES
from scripts.server import Server


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path or "overview")
def test_a_click_sends_few_bytes(server: Server, entry: object) -> None:
    # In a thread of its own: Playwright's loop runs in this one as soon as a test has used the browser.
    with ThreadPoolExecutor(1) as thread:
        measured = thread.submit(lambda: asyncio.run(reruns(server.port, entry.url_path, count=4)))  # type: ignore[attr-defined]
        first, fresh, runs = measured.result(60)
    assert first.exceptions + sum(run.exceptions for run in [*fresh, *runs]) == 0
    largest = max([first, *fresh, *runs], key=lambda run: run.size)
    parts = sorted(largest.parts.items(), key=lambda part: -part[1])[:6]
    assert largest.size <= RERUN_KILOBYTES * 1000, f"{largest.size} bytes, most of them in {parts}"
