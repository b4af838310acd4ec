"""Measure everything, write the results, fail on counts and bytes, warn on times."""

from __future__ import annotations

import sys

from bench import exhibits, measures, report
from bench.first_load import first_load
from iurc_dash.ui.navigation import PAGES
from scripts.server import start_server


def main() -> int:
    """Run all measurements; 1 when a count or a size is outside its bar."""
    url_paths = [entry.url_path for entry in PAGES if entry.is_filtered and entry.section]
    results: report.Results = {
        "machine": report.machine(),
        "floor": measures.floor(),
        "load": measures.load(),
    }
    server = start_server("make run")
    try:
        results["pages"] = measures.pages(server, url_paths)
        print(report.tables({**results, "first_load": {}, "sessions": {}}), flush=True)
        results["first_load"] = first_load(server)
        results["sessions"] = measures.sessions(server, url_paths)
    finally:
        server.stop()
    report.write(results)
    print(report.tables(results))
    for line in report.warnings(results):
        print(f"slower than its bar: {line}")
    failed = report.failures(results)
    for line in failed:
        print(f"FAILED {line}", file=sys.stderr)
    return 1 if exhibits.main() or failed else 0


if __name__ == "__main__":
    sys.exit(main())
