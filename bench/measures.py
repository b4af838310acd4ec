"""What is measured on a server by websocket: the floor, every page, many sessions."""

from __future__ import annotations

import asyncio
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from bench.session import Run, Session
from scripts.server import Server, start_server

RERUNS = 30
WARM_UP = 3
PAUSE_SECONDS = 2.0
STEP_SECONDS = 12.0
SESSION_COUNTS = (5, 10, 20)
EMPTY_PAGE = Path(__file__).with_name("empty.py")

Figures = dict[str, Any]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _summary(runs: Sequence[Run]) -> Figures:
    times = [run.total_ms for run in runs]
    return {
        "p50_ms": round(statistics.median(times), 1),
        "p95_ms": round(percentile(times, 0.95), 1),
        "body_ms": round(statistics.median(run.body_ms for run in runs), 1),
        "kilobytes": round(max(run.size for run in runs) / 1000, 1),
    }


async def reruns(port: int, url_path: str, count: int = RERUNS) -> tuple[Run, list[Run], list[Run]]:
    """The first run of a page, those that choose what nobody chose before, and `count` more of the same choices."""
    session = Session(port, url_path)
    first = await session.open()
    runs = []
    for turn in range(count + WARM_UP):
        if session.filter_id:
            session.choose(turn)
        runs.append(await session.rerun())
    await session.close()
    return first, runs[:WARM_UP], runs[WARM_UP:]


def _floor() -> Figures:
    """An empty page with the same libraries: what Streamlit itself costs here."""
    server = start_server(script=str(EMPTY_PAGE))
    try:
        _first, _fresh, runs = asyncio.run(reruns(server.port, ""))
    finally:
        server.stop()
    return _summary(runs)


def pages(server: Server, url_paths: Sequence[str]) -> dict[str, Figures]:
    """An empty page and every page, one session: time, script, bytes, and the largest parts of what is sent."""
    found = {"(empty page)": _floor()}
    for url_path in url_paths:
        first, fresh, runs = asyncio.run(reruns(server.port, url_path))
        largest = sorted(runs[-1].parts.items(), key=lambda part: -part[1])[:5]
        found[url_path or "overview"] = {
            **_summary(runs),
            "first_ms": round(first.total_ms, 1),
            "new_choice_ms": round(max(run.total_ms for run in fresh), 1),
            "first_kilobytes": round(first.size / 1000, 1),
            "exceptions": first.exceptions + sum(run.exceptions for run in runs),
            "largest_parts_kilobytes": {name: round(size / 1000, 1) for name, size in largest},
        }
    return found


async def _busy(port: int, url_path: str, until: float, seed: int) -> list[float]:
    """A reader who clicks every two seconds on average until the time is up."""
    pauses = random.Random(seed)
    session = Session(port, url_path)
    await session.open()
    times, turn = [], seed
    while time.perf_counter() < until:
        await asyncio.sleep(pauses.expovariate(1 / PAUSE_SECONDS))
        turn += 1
        session.choose(turn)
        times.append((await session.rerun()).total_ms)
    await session.close()
    return times


async def _crowd(port: int, url_paths: Sequence[str], count: int) -> list[float]:
    until = time.perf_counter() + STEP_SECONDS
    readers = [_busy(port, url_paths[number % len(url_paths)], until, number) for number in range(count)]
    return [value for times in await asyncio.gather(*readers) for value in times]


def sessions(server: Server, url_paths: Sequence[str]) -> dict[str, Figures]:
    """Several readers at once in one process, spread over the pages."""
    process = psutil.Process(server.process.pid)
    family = [process, *process.children(recursive=True)]
    found = {}
    for count in SESSION_COUNTS:
        before, start = _processor_seconds(family), time.perf_counter()
        times = asyncio.run(_crowd(server.port, url_paths, count))
        elapsed = time.perf_counter() - start
        found[str(count)] = {
            "reruns_per_second": round(len(times) / elapsed, 1),
            "p50_ms": round(statistics.median(times), 1),
            "p95_ms": round(percentile(times, 0.95), 1),
            "of_a_core": round((_processor_seconds(family) - before) / elapsed, 2),
            "memory_megabytes": round(sum(one.memory_info().rss for one in family) / 1e6),
        }
    return found


def _processor_seconds(family: Sequence[psutil.Process]) -> float:
    return float(sum(one.cpu_times().user + one.cpu_times().system for one in family))


def start() -> Figures:
    """Start: seconds until the server answers, imports, opening the package, the first visitor's run."""
    begun = time.perf_counter()
    server = start_server("make run")
    ready = time.perf_counter() - begun
    try:
        first = asyncio.run(_first_run(server.port))
    finally:
        server.stop()
    return {
        "ready_seconds": round(ready, 2),
        "first_visitor_ms": round(first.total_ms),
        "import_ms": _timed("import iurc_dash.ui.page"),
        "open_package_ms": _timed(
            "open_package(SHIPPED_PACKAGE, trust_hashes=True)",
            "from iurc_dash.opening import open_package\nfrom iurc_dash.ui.session import SHIPPED_PACKAGE",
        ),
    }


async def _first_run(port: int) -> Run:
    session = Session(port)
    run = await session.open()
    await session.close()
    return run


def _timed(statement: str, before: str = "pass") -> float:
    code = (
        f"import time\n{before}\nstart = time.perf_counter()\n{statement}\n"
        "print((time.perf_counter() - start) * 1000)"
    )
    values = []
    for _round in range(3):
        printed = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout
        values.append(float(printed))
    return round(statistics.median(values), 1)
