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

from iurc_dash.language import (
    _,
    format_entry,
    format_number,
    format_parts,
    language_of_environment,
    ngettext,
    use_language,
)
from iurc_dash.problems import DatasetError, Problem, Severity, errors, shown_value

if TYPE_CHECKING:
    import pandas as pd

    from iurc_dash.build import Build

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
        with use_language(language_of_environment()):
            chosen, further = _parser().parse_known_args(arguments)
            if further and chosen.command != "exhibit":
                _parser().error(_("unknown: {words}").format(words=" ".join(further)))
            return _run(chosen, further)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading has read enough, as `head` does; what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _run(chosen: argparse.Namespace, further: Sequence[str]) -> int:
    match chosen.command:
        case "validate":
            return _validate(chosen.path, chosen.json)
        case "build":
            return _build(chosen.check)
        case "serve":
            return _serve(chosen.host, chosen.port)
        case _:
            return _show_exhibits(chosen, further)


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
    listed = commands.add_parser("exhibits", help=_("list every exhibit with its question and parameters"))
    made = commands.add_parser(
        "exhibit", help=_("make one exhibit; its parameters are given as --NAME VALUE"), allow_abbrev=False
    )
    made.add_argument("id", help=_("its id, such as goals/reached"))
    made.add_argument("--select", default="", help=_("a selection as in an address: 'phase=2&region=LAC'"))
    for one, forms in ((listed, ("text", "json")), (made, ("text", "json", "csv", "svg", "png"))):
        one.add_argument("--as", dest="form", choices=forms, default="text", help=_("how to print it"))
        one.add_argument("--data", help=_("a package other than the one that ships"))
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(_("a port is a number from 1 to 65535"))
    return int(text)


def _show_exhibits(chosen: argparse.Namespace, further: Sequence[str]) -> int:
    from iurc_dash.build import PACKAGE, PROJECT
    from iurc_dash.commands.exhibits import list_exhibits, show_exhibit
    from iurc_dash.opening import open_package

    try:
        dataset = open_package(chosen.data or PROJECT / PACKAGE, trust_hashes=not chosen.data)
    except DatasetError as error:
        _print_problems(error.problems)
        return WRONG
    if chosen.command == "exhibits":
        return list_exhibits(dataset, chosen.form)
    return show_exhibit(dataset, chosen.id, chosen.select, chosen.form, further)


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
    from iurc_dash.build import PROJECT, build, stale_files, with_basemap, write
    from iurc_dash.sources.reading import unreadable

    try:
        made = with_basemap(build())
        stale = stale_files(made)
        if not check:
            write(made)
    except DatasetError as error:
        _print_problems(error.problems)
        return WRONG
    except OSError as error:
        _print_problems([unreadable(Path(error.filename or PROJECT).name, error)])
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
    titles = (_("read"), _("split"), _("kept"), _("merged"), _("set aside"), _("refused"))
    print(" " * 38 + "".join(f"{title:>10}" for title in titles))
    for line in made.ledger.lines():
        name = line.table if line.part == "row" else format_entry(line.table, line.part)
        counts = (line.read, line.split, line.kept, line.merged, line.set_aside, line.refused)
        print(f"{name:<38}{''.join(f'{count:>10}' for count in counts)}  -> {line.target}")
    for table, part, reason, count in made.ledger.reasons():
        what = format_parts((format_entry(table, part), _(reason)))
        print(f"{count:>6}  {what}")
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
