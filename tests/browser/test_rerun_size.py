"""What a click sends to the reader stays small on every page: 60 kB, a second on a slow line."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from bench.report import RERUN_KILOBYTES
from bench.session import Run, Session
from iurc_dash.ui.navigation import PAGES, PageEntry
from scripts.server import Server


async def _clicks(port: int, url_path: str) -> tuple[list[Run], list[Run]]:
    """The runs that choose one phase after the other, and those of a reader who opens one phase and then everything."""
    session = Session(port, url_path)
    runs = [await session.open()]
    for turn in range(len(session.choices) * 2):
        session.choose(turn)
        runs.append(await session.rerun())
    await session.close()
    comes_narrow = Session(port, url_path)
    comes_narrow.query = "phase=3"
    opened = await comes_narrow.open()
    comes_narrow.choose_everything()
    wider = await comes_narrow.rerun()
    await comes_narrow.close()
    assert sum(run.exceptions for run in (*runs, opened, wider)) == 0
    assert "phase" not in comes_narrow.query and wider.size > opened.size / 4
    return runs[1:], [wider]


def clicks(server: Server, entry: PageEntry) -> tuple[list[Run], list[Run]]:
    # In a thread of its own: Playwright's loop runs in this one as soon as a test has used the browser.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(_clicks(server.port, entry.url_path))).result(60)


def assert_small(runs: list[Run]) -> None:
    largest = max(runs, key=lambda run: run.size)
    parts = sorted(largest.parts.items(), key=lambda part: -part[1])[:6]
    assert largest.size <= RERUN_KILOBYTES * 1000, f"{largest.size} bytes, most of them in {parts}"


# What a number leads to has no filter to click before a number is chosen.
FILTERED = [entry for entry in PAGES if entry.is_filtered and entry.section]


@pytest.mark.parametrize("entry", FILTERED, ids=lambda entry: entry.url_path or "overview")
def test_a_click_on_a_filter_sends_few_bytes(server: Server, entry: PageEntry) -> None:
    narrower, _wider = clicks(server, entry)
    assert_small(narrower)


@pytest.mark.parametrize("entry", FILTERED, ids=lambda entry: entry.url_path or "overview")
def test_showing_everything_for_the_first_time_sends_few_bytes(server: Server, entry: PageEntry) -> None:
    _narrower, wider = clicks(server, entry)
    assert_small(wider)
