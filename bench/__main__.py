"""Measure everything, or the parts that are named: `python -m bench`, `python -m bench first_load clicks`.

Writes output/bench.json and the tables of docs/performance.md; fails on counts and bytes, tells of times.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from bench import clicks, exhibits, first_load, measures, report
from iurc_dash.ui.navigation import PAGES
from scripts.server import Server, start_server

WITH_FILTER = [entry.url_path for entry in PAGES if entry.is_filtered and entry.section]
# What is asked of a server that is already warm.
OF_A_SERVER: Mapping[str, Callable[[Server], dict[str, Any]]] = {
    "pages": partial(measures.pages, url_paths=WITH_FILTER),
    "first_load": first_load.first_load,
    "clicks": partial(clicks.clicks, url_paths=WITH_FILTER),
    "sessions": partial(measures.sessions, url_paths=WITH_FILTER),
}
BY_THEMSELVES: Mapping[str, Callable[[], dict[str, Any]]] = {
    "start": measures.start,
    "large": exhibits.both_programmes,
}


def main(asked: list[str]) -> int:
    """Run the measurements; 1 when a count or a size is outside its bar."""
    parts = [part for part in report.TOLD if part in (asked or report.TOLD)]
    if len(parts) < len(asked):
        sys.exit(f"parts are: {', '.join(report.TOLD)}")
    failed = 0
    for part in parts:
        if part in BY_THEMSELVES:
            figures = BY_THEMSELVES[part]()
        else:
            with _server() as server:
                figures = OF_A_SERVER[part](server)
        report.record(part, figures)
        print(f"\n{part}\n{report.TOLD[part](figures)}", flush=True)
        for line in report.warnings(part, figures):
            print(f"slower than its bar: {line}")
        for line in report.failures(part, figures):
            print(f"FAILED {line}", file=sys.stderr)
            failed = 1
    report.write(parts)
    return failed


@contextmanager
def _server() -> Iterator[Server]:
    server = start_server("make run")
    try:
        yield server
    finally:
        server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
