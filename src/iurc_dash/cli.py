"""The command line: check data, build the package, serve the dashboard."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from iurc_dash.language import _, format_number, ngettext
from iurc_dash.problems import DatasetError, Problem, Severity, errors, shown_value

if TYPE_CHECKING:
    import pandas as pd

    from iurc_dash.build import Build

DEFAULT_PORT = 8501
FINE, WRONG, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns 0 when all is well, 1 when data is wrong, 2 when the command is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that knows fewer letters gets the others spelled out.
            stream.reconfigure(errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    if chosen.command == "validate":
        return _validate(chosen.path, chosen.json)
    if chosen.command == "build":
        return _build(chosen.check)
    return _serve(chosen.port)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iurc-dash", description=_("Check data, build the data package, serve the dashboard.")
    )
    commands = parser.add_subparsers(dest="command", required=True)
    validate = commands.add_parser("validate", help=_("tell everything that is wrong with data"))
    validate.add_argument("path", help=_("a package (folder or zip file) or a folder of collected tables"))
    validate.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    build = commands.add_parser(
        "build", help=_("make data/package and the maps' ground from what was collected")
    )
    build.add_argument("--check", action="store_true", help=_("only say whether the package is up to date"))
    serve = commands.add_parser("serve", help=_("open the dashboard in a browser"))
    serve.add_argument(
        "--port", type=_port, default=os.environ.get("PORT", str(DEFAULT_PORT)), help=_("port")
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(_("a port is a number from 1 to 65535"))
    return int(text)


def _validate(path: str, as_json: bool) -> int:
    from iurc_dash.opening import examine

    counts: dict[str, dict[str, int]] = {}
    if not path or not os.path.lexists(path):
        print(_("There is nothing at {path}.").format(path=f"“{shown_value(path)}”"), file=sys.stderr)
        return USAGE
    try:
        examined = examine(Path(path))
        problems = examined.checked.problems
    except DatasetError as error:
        problems = list(error.problems)
    wrong = errors(problems)
    if not wrong:
        counts = _counts(examined.checked.tables)
    if as_json:
        records = [problem.as_record() for problem in problems]
        answer = {"valid": not wrong, **counts, "problems": records}
        in_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
        print(json.dumps(answer, ensure_ascii=not in_unicode, indent=2))
    else:
        _print_problems(problems)
        _print_counts(counts)
    return WRONG if wrong else FINE


def _print_problems(problems: Sequence[Problem]) -> None:
    for problem in problems:
        said = problem.line()
        is_warning = problem.severity is Severity.WARNING
        print(_("Note: {problem}").format(problem=said) if is_warning else said)
    if count := len(errors(problems)):
        print(ngettext("{count} problem.", "{count} problems.", count).format(count=format_number(count)))


def _counts(tables: Mapping[str, pd.DataFrame]) -> dict[str, dict[str, int]]:
    """Rows of every table, and of the tables of an edition by edition."""
    editions = dict.fromkeys(tables["editions"]["edition_id"], 0)
    for name in ("pairings", "activities", "reported_figures"):
        for edition_id, rows in tables[name]["edition_id"].value_counts().items():
            editions[str(edition_id)] += int(rows)
    return {"tables": {name: len(table) for name, table in tables.items()}, "editions": editions}


def _print_counts(counts: dict[str, dict[str, int]]) -> None:
    titles = {"tables": _("Rows by table"), "editions": _("Pairings, activities and figures by edition")}
    for part, rows in counts.items():
        print(titles[part])
        for name, count in rows.items():
            print(f"  {name:<22}{format_number(count):>8}")


def _build(check: bool) -> int:
    from iurc_dash.build import build, stale_files, with_basemap, write

    try:
        made = with_basemap(build())
        stale = stale_files(made)
        if not check:
            write(made)
    except DatasetError as error:
        _print_problems(error.problems)
        return WRONG
    _print_ledger(made)
    if not check:
        print(_("The package is written.") if stale else _("The package was up to date."))
        return FINE
    for path in stale:
        print(_("Not what the build makes: {path}").format(path=path))
    print(_("Run the build and commit what it writes.") if stale else _("The package is up to date."))
    return WRONG if stale else FINE


def _print_ledger(made: Build) -> None:
    print(_("What was read, and what became of it:"))
    print(f"{'':<38}{'read':>7}{'split':>7}{'kept':>7}{'merged':>7}{'aside':>7}{'refused':>8}")
    for line in made.ledger.lines():
        name = line.table if line.part == "row" else f"{line.table}: {line.part}"
        counts = (line.read, line.split, line.kept, line.merged, line.set_aside)
        numbers = "".join(f"{count:>7}" for count in counts) + f"{line.refused:>8}"
        print(f"{name:<38}{numbers}  -> {line.target}")
    for table, part, reason, count in made.ledger.reasons():
        print(f"{count:>6}  {table}: {part}, {reason}")
    print(_("Corrections made: {count}.").format(count=made.ledger.corrections))


def _serve(port: int) -> int:
    from iurc_dash import server

    if not server.APP.is_file():
        missing = _("The dashboard's app.py is not where it should be: {path}")
        print(missing.format(path=server.APP), file=sys.stderr)
        return USAGE
    server.serve(port)
    return FINE


if __name__ == "__main__":
    sys.exit(main())
