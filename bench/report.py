"""Bars, what is outside them, and the table for the documentation."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "output" / "bench.json"
DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

RERUN_KILOBYTES = 60.0
# Of a first load, with some room for a new version of Streamlit.
FIRST_LOAD_REQUESTS = 130
FIRST_LOAD_MEGABYTES = {"overview": 0.9, "map": 1.6}
OTHER_FIRST_LOAD_MEGABYTES = 2.0
# Seconds on the slow line until something is seen, and until everything is drawn.
FIRST_PAINT_SECONDS = 0.6
DRAWN_SECONDS = {"overview": 2.0}
OTHER_DRAWN_SECONDS = 4.0
LAYOUT_SHIFT = 0.1
TIME_BARS_MS = {"p50_ms": 50.0, "p95_ms": 100.0, "body_ms": 40.0}
LIBRARIES = ("streamlit", "pandas", "plotly", "pydeck")

FIRST_LOAD_HEAD = [
    "first load",
    "MB",
    "requests",
    "first paint s",
    "drawn s",
    "first paint s at 10 Mbit/s",
    "drawn s at 10 Mbit/s",
    "layout shift",
]

Results = dict[str, Any]


def machine() -> Results:
    """What the figures were taken on."""
    return {
        "cores": psutil.cpu_count(),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def failures(results: Results) -> list[str]:
    """Counts and bytes outside their bars: the same on every machine, so they fail."""
    found = []
    for page, figures in results["pages"].items():
        if figures["kilobytes"] > RERUN_KILOBYTES:
            found.append(f"{page}: {figures['kilobytes']} kB a rerun, more than {RERUN_KILOBYTES:.0f}")
        if figures["exceptions"]:
            found.append(f"{page}: {figures['exceptions']} runs ended with an exception")
    for page, figures in results["first_load"].items():
        if figures["requests"] > FIRST_LOAD_REQUESTS:
            found.append(
                f"{page}: {figures['requests']} requests on first load, more than {FIRST_LOAD_REQUESTS}"
            )
        most = FIRST_LOAD_MEGABYTES.get(page, OTHER_FIRST_LOAD_MEGABYTES)
        if figures["megabytes"] > most:
            found.append(f"{page}: {figures['megabytes']} MB on first load, more than {most}")
    return found


def warnings(results: Results) -> list[str]:
    """Times outside their bars: they depend on the machine, so they are only told."""
    of_clicks = [
        f"{page}: {name} {figures[name]}, bar {bar:.0f}"
        for page, figures in results["pages"].items()
        for name, bar in TIME_BARS_MS.items()
        if figures[name] > bar
    ]
    of_loads = [
        f"{page}: {name} {figures[name]}, bar {bar}"
        for page, figures in results["first_load"].items()
        for name, bar in (
            ("layout_shift", LAYOUT_SHIFT),
            ("first_paint_slow_line", FIRST_PAINT_SECONDS),
            ("seconds_slow_line", DRAWN_SECONDS.get(page, OTHER_DRAWN_SECONDS)),
        )
        if figures[name] > bar
    ]
    return of_clicks + of_loads


def table(title: list[str], rows: list[list[Any]]) -> str:
    """A table in Markdown: the first column to the left, the others are numbers."""
    lines = [title, ["---", *["---:"] * (len(title) - 1)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def tables(results: Results) -> str:
    """The figures as Markdown tables."""
    base = results["floor"]
    page_rows = [
        [name, f["p50_ms"], f["p95_ms"], f["body_ms"], f["kilobytes"], round(f["p50_ms"] / base["p50_ms"], 1)]
        for name, f in [("(empty page)", base), *results["pages"].items()]
    ]
    load_rows = [
        [
            name,
            f["megabytes"],
            f["requests"],
            f["first_paint"],
            f["seconds"],
            f["first_paint_slow_line"],
            f["seconds_slow_line"],
            f["layout_shift"],
        ]
        for name, f in results["first_load"].items()
    ]
    crowd_rows = [
        [
            count,
            f["reruns_per_second"],
            f["p50_ms"],
            f["p95_ms"],
            f"{f['of_a_core']:.0%}",
            f["memory_megabytes"],
        ]
        for count, f in results["sessions"].items()
    ]
    start = results["load"]
    libraries = ", ".join(f"{name} {number}" for name, number in results["machine"]["libraries"].items())
    return "\n\n".join(
        [
            f"{results['machine']['cores']} cores, Python {results['machine']['python']}, {libraries}.",
            table(["page", "p50 ms", "p95 ms", "script ms", "kB a rerun", "times the floor"], page_rows),
            table(FIRST_LOAD_HEAD, load_rows),
            table(["sessions", "reruns a second", "p50 ms", "p95 ms", "cores used", "memory MB"], crowd_rows),
            f"Ready {start['ready_seconds']} s after the start; "
            f"first visitor's run {start['first_visitor_ms']} ms; "
            f"imports {start['import_ms']} ms; opening the package {start['open_package_ms']} ms.",
        ]
    )


def write(results: Results) -> None:
    """Write the results as JSON and as tables into the document."""
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    text = DOCUMENT.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{tables(results)}\n{END}{after}", encoding="utf-8")
