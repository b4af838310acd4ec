"""The command line: check data, build the package, serve the dashboard."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from iurc_dash.language import _, format_number, ngettext
from iurc_dash.problems import DatasetError, Problem

if TYPE_CHECKING:
    from iurc_dash.dataset import Dataset
    from iurc_dash.loaders.build import Build

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8501
HOST_VARIABLE = "IURC_DASH_HOST"
FINE, WRONG, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns 0 when all is well, 1 when data is wrong, 2 when the command is or cannot be carried out, 130 when it was
    interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        # Names have letters that not every terminal knows.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(_parser().parse_args(arguments))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(chosen: argparse.Namespace) -> int:
    if chosen.command == "validate":
        return _validate(Path(chosen.path), chosen.json)
    if chosen.command == "build":
        return _build(chosen.check)
    return _serve(chosen.host, chosen.port)


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
    serve = commands.add_parser("serve", help=_("start the dashboard"))
    serve.add_argument(
        "--host",
        default=os.environ.get(HOST_VARIABLE) or DEFAULT_HOST,
        help=_("address to listen at; only this machine reaches the usual one"),
    )
    serve.add_argument(
        "--port", type=_port, default=os.environ.get("PORT", str(DEFAULT_PORT)), help=_("port")
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(_("a port is a number from 1 to 65535"))
    return int(text)


def _validate(path: Path, as_json: bool) -> int:
    if not path.exists():
        print(_("There is nothing at {path}.").format(path=path), file=sys.stderr)
        return USAGE
    problems: tuple[Problem, ...] = ()
    counts: dict[str, dict[str, int]] = {}
    try:
        counts = _counts_of_package(path) if _is_package(path) else _counts_of_collected(path)
    except DatasetError as error:
        problems = error.problems
    if as_json:
        records = [problem.as_record() for problem in problems]
        print(
            json.dumps({"valid": not problems, **counts, "problems": records}, ensure_ascii=False, indent=2)
        )
    else:
        for problem in problems:
            print(problem.line())
        _print_counts(counts)
        if problems:
            found = ngettext("{count} problem.", "{count} problems.", len(problems))
            print(found.format(count=format_number(len(problems))))
    return WRONG if problems else FINE


def _is_package(path: Path) -> bool:
    return path.is_file() or (path / "datapackage.json").is_file() or not any(path.glob("*/*.csv"))


def _counts_of_package(path: Path) -> dict[str, dict[str, int]]:
    from iurc_dash.loaders.validation import validate_package

    return _counts(validate_package(path))


def _counts_of_collected(path: Path) -> dict[str, dict[str, int]]:
    from iurc_dash.loaders.build import build, opened

    return _counts(opened(build(path)))


def _counts(dataset: Dataset) -> dict[str, dict[str, int]]:
    """Rows of every table, and of the tables of an edition by edition."""
    editions = dict.fromkeys(dataset["editions"]["edition_id"], 0)
    for name in ("pairings", "activities", "reported_figures"):
        for edition_id, rows in dataset[name]["edition_id"].value_counts().items():
            editions[str(edition_id)] += int(rows)
    return {"tables": {name: len(table) for name, table in dataset.tables.items()}, "editions": editions}


def _print_counts(counts: dict[str, dict[str, int]]) -> None:
    titles = {"tables": _("Rows by table"), "editions": _("Pairings, activities and figures by edition")}
    for part, rows in counts.items():
        print(titles[part])
        for name, count in rows.items():
            print(f"  {name:<22}{format_number(count):>8}")


def _build(check: bool) -> int:
    from iurc_dash.loaders.build import build, stale_files, with_basemap, write

    try:
        made = with_basemap(build())
    except DatasetError as error:
        for problem in error.problems:
            print(problem.line())
        return WRONG
    stale = stale_files(made)
    _print_ledger(made)
    if not check:
        write(made)
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


def _serve(host: str, port: int) -> int:
    from iurc_dash.server import start

    try:
        start.serve(host, port)
    except start.CannotStartError as error:
        print(error, file=sys.stderr)
        return USAGE
    return FINE


if __name__ == "__main__":
    sys.exit(main())
