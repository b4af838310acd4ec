"""What was measured, kept by part as JSON and written as tables into docs/performance.md; what is outside its bar.

Each part says when and on what it was taken, so that some can be taken anew without the others passing for new.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "output" / "bench.json"
DOCUMENT = ROOT / "docs" / "performance.md"

# Counts and bytes: the same on every machine, so what is outside fails.
RERUN_KILOBYTES = 60.0
# Of a first load, with some room for a new version of Streamlit.
FIRST_LOAD_REQUESTS = 130
FIRST_LOAD_MEGABYTES = {"overview": 0.9, "map": 1.6}
OTHER_FIRST_LOAD_MEGABYTES = 2.0
LARGE_MEGABYTES = 2_000
# Times depend on the machine, so what is outside is told. Seconds on the slow line until something is seen, and until
# everything is drawn.
FIRST_PAINT_SECONDS = 0.6
DRAWN_SECONDS = {"overview": 2.0}
OTHER_DRAWN_SECONDS = 4.0
LAYOUT_SHIFT = 0.1
TIME_BARS_MS = {"p50_ms": 50.0, "p95_ms": 100.0, "body_ms": 40.0}
TIMES_DASH = 1.5
LARGE_NEW_MS, LARGE_SEEN_MS = 1_000, 300

LIBRARIES = ("streamlit", "pandas", "plotly", "pydeck", "dash")
Figures = Mapping[str, Any]


def table(columns: Mapping[str, str], figures: Figures, first: str) -> str:
    """Figures by name as a table in Markdown; `columns` maps a figure to its title, `first` is that of the names."""
    rows = [[name, *(of_name[key] for key in columns)] for name, of_name in figures.items()]
    lines = [[first, *columns.values()], ["---", *["---:"] * len(columns)], *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _pages(figures: Figures) -> str:
    columns = {"p50_ms": "p50 ms", "p95_ms": "p95 ms", "body_ms": "script ms", "kilobytes": "kB a rerun"}
    floor = figures["(empty page)"]["p50_ms"]
    rows = {name: {**f, "times": round(f["p50_ms"] / floor, 1)} for name, f in figures.items()}
    return table({**columns, "times": "times the floor"}, rows, "page")


def _first_load(figures: Figures) -> str:
    columns = {
        "megabytes": "MB",
        "requests": "requests",
        "first_paint": "first paint s",
        "seconds": "drawn s",
        "first_paint_slow_line": "first paint s at 10 Mbit/s",
        "seconds_slow_line": "drawn s at 10 Mbit/s",
        "layout_shift": "layout shift",
    }
    return table(columns, figures, "first load")


def _clicks(figures: Figures) -> str:
    columns = {
        "p50_ms": "p50 ms",
        "p95_ms": "p95 ms",
        "dash_p50_ms": "Dash p50 ms",
        "times_dash": "times Dash",
    }
    return table(columns, figures, "click to last chart")


def _sessions(figures: Figures) -> str:
    columns = {
        "reruns_per_second": "reruns a second",
        "p50_ms": "p50 ms",
        "p95_ms": "p95 ms",
        "of_a_core": "of a core",
        "memory_megabytes": "memory MB",
    }
    return table(columns, figures, "sessions")


def _start(figures: Figures) -> str:
    return (
        f"Ready {figures['ready_seconds']} s after the start; first visitor's run {figures['first_visitor_ms']} ms; "
        f"imports {figures['import_ms']} ms; opening the package {figures['open_package_ms']} ms."
    )


def _large(figures: Figures) -> str:
    columns = {
        "first": "first ms",
        "new": "new ms",
        "worst": "worst new ms",
        "seen": "seen ms",
        "served": "map beside it ms",
        "kilobytes": "kB",
    }
    large, small = figures["large"], figures["recorded"]
    pages = {
        page: {key: f"{small['pages'][page][key]:.0f} / {found[key]:.0f}" for key in columns}
        for page, found in large["pages"].items()
    }
    rows = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in large["rows"].items())
    return (
        f"Recorded programme / artificial one ({rows}).\n\n{table(columns, pages, 'page')}\n\n"
        f"Prepared before the first visitor in {small['prepared'] / 1000:.1f} / {large['prepared'] / 1000:.1f} s; "
        f"in memory after all of this {small['megabytes']:.0f} / {large['megabytes']:.0f} MB."
    )


# What each part is told as.
TOLD: Mapping[str, Callable[[Figures], str]] = {
    "start": _start,
    "pages": _pages,
    "first_load": _first_load,
    "clicks": _clicks,
    "sessions": _sessions,
    "large": _large,
}


def failures(part: str, figures: Figures) -> list[str]:
    """Counts and bytes of a part that are outside their bars."""
    if part == "pages":
        return [
            *_outside(figures, lambda _page: {"kilobytes": RERUN_KILOBYTES}),
            *_outside(figures, lambda _page: {"exceptions": 0}),
        ]
    if part == "first_load":
        return list(_outside(figures, _most_of_a_load))
    if part == "large":
        return list(_outside({"large": figures["large"]}, lambda _programme: {"megabytes": LARGE_MEGABYTES}))
    return []


def warnings(part: str, figures: Figures) -> list[str]:
    """Times of a part that are outside their bars."""
    if part == "pages":
        return list(_outside(figures, lambda _page: TIME_BARS_MS))
    if part == "first_load":
        return list(_outside(figures, _times_of_a_load))
    if part == "clicks":
        return list(_outside(figures, lambda _page: {"times_dash": TIMES_DASH}))
    if part == "large":
        bars = {"worst": LARGE_NEW_MS, "seen": LARGE_SEEN_MS}
        return list(_outside(figures["large"]["pages"], lambda _page: bars))
    return []


def _most_of_a_load(page: str) -> Mapping[str, float]:
    most = FIRST_LOAD_MEGABYTES.get(page, OTHER_FIRST_LOAD_MEGABYTES)
    return {"requests": FIRST_LOAD_REQUESTS, "megabytes": most}


def _times_of_a_load(page: str) -> Mapping[str, float]:
    drawn = DRAWN_SECONDS.get(page, OTHER_DRAWN_SECONDS)
    return {
        "layout_shift": LAYOUT_SHIFT,
        "first_paint_slow_line": FIRST_PAINT_SECONDS,
        "seconds_slow_line": drawn,
    }


def _outside(figures: Figures, bars_of: Callable[[str], Mapping[str, float]]) -> Iterator[str]:
    for name, found in figures.items():
        for key, bar in bars_of(name).items():
            if found.get(key, 0) > bar:
                yield f"{name}: {key} {found[key]}, bar {bar}"


def record(part: str, figures: Figures) -> None:
    """Keep what was measured of a part in place of what was there before."""
    results = _results()
    results[part] = {"taken": _taken(), "figures": figures}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def write(parts: Sequence[str]) -> None:
    """Write the tables of the parts into the document, each between its marks."""
    text, results = DOCUMENT.read_text(encoding="utf-8"), _results()
    for part in parts:
        block = f"{results[part]['taken']}\n\n{TOLD[part](results[part]['figures'])}"
        begin, end = f"<!-- measured {part}: begin -->", f"<!-- measured {part}: end -->"
        before, opening, rest = text.partition(begin)
        _old, closing, after = rest.partition(end)
        if not closing:
            raise LookupError(f"docs/performance.md has no place for {part}")
        text = f"{before}{opening}\n{block}\n{closing}{after}"
    DOCUMENT.write_text(text, encoding="utf-8")


def _results() -> dict[str, Any]:
    return json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}


def _taken() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"*{date.today()}, {psutil.cpu_count()} cores, Python {platform.python_version()}, {libraries}.*"
