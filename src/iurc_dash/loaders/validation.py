"""Every check of a package: cells by the models of `tables`, and what holds between rows and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.language import _
from iurc_dash.loaders.csv_text import read_sheet
from iurc_dash.loaders.package_files import DESCRIPTOR, PackageFiles, open_files, read_descriptor, sha256
from iurc_dash.loaders.relations import relation_problems
from iurc_dash.loaders.typed import check_cells, columns_of
from iurc_dash.problems import DatasetError, Problem, shown_value
from iurc_dash.tables import TABLES, key_columns

# A file with more wrong cells than this is wrong as a whole; the rest is counted and not listed.
MOST_PROBLEMS_A_TABLE = 1_000

# Problems after which rows or keys are missing that are not wrong: nothing is said about references to them.
_LOSES_ROWS = frozenset(
    {
        "missing_file",
        "too_many_rows", "file_too_large", "wrong_encoding", "broken_csv", "empty_file", "missing_column",
        "repeated_column", "wrong_cell_count", "path_outside", "broken_zip", "cell_too_large",
    }
)  # fmt: skip


@dataclass
class Checked:
    """Tables that could be read, indexed by spreadsheet row, and what is wrong with them."""

    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    incomplete: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def checked_tables(files: PackageFiles, descriptor: Mapping[str, Any]) -> dict[str, pd.DataFrame]:
    """The typed tables of a package that has no Problem; otherwise DatasetError with all of them."""
    checked = check_package(files, descriptor)
    if checked.problems:
        raise DatasetError(checked.problems)
    return {name: table.reset_index(drop=True) for name, table in checked.tables.items()}


def validate_package(path: Path) -> Dataset:
    """Check everything about a package, its hashes too; raises DatasetError with every Problem."""
    files = open_files(path)
    descriptor = read_descriptor(files)
    checked = check_package(files, descriptor)
    problems = checked.problems + _hash_problems(files, descriptor)
    if problems:
        raise DatasetError(problems)
    tables = {name: table.reset_index(drop=True) for name, table in checked.tables.items()}
    return Dataset(tables, str(descriptor.get("version", "")), str(descriptor.get("created", ""))[:10])


def check_package(files: PackageFiles, descriptor: Mapping[str, Any]) -> Checked:
    """Read and check every table; never raises on bad data."""
    paths = {resource["name"]: resource["path"] for resource in descriptor["resources"]}
    checked = Checked()
    checked.problems += [_unknown_table(name) for name in paths if name not in TABLES]
    for name in TABLES:
        content = files.read(paths.get(name, f"{name}.csv"))
        if isinstance(content, Problem):
            checked.incomplete.add(name)
            checked.problems.append(content)
            continue
        _check_table(checked, name, content)
    checked.problems += relation_problems(checked.tables, checked.incomplete)
    return checked


def _check_table(checked: Checked, name: str, content: bytes) -> None:
    columns = columns_of(name)
    sheet, problems = read_sheet(content, name, tuple(columns))
    absent = {problem.column for problem in problems if problem.code == "missing_column"}
    if any(problem.code in _LOSES_ROWS for problem in problems):
        checked.incomplete.add(name)
    frame, wrong = check_cells(name, sheet.rows, columns)
    # A column that is not there is told once, not once more for each of its blank cells.
    problems += [problem for problem in wrong if problem.column not in absent]
    if not absent.intersection(key_columns(name)):
        problems += _repeated_keys(name, frame)
    checked.tables[name] = frame
    checked.problems += _bounded(name, problems)


def _repeated_keys(name: str, frame: pd.DataFrame) -> list[Problem]:
    """Rows whose key an earlier row has; the earlier one is not to blame."""
    columns = key_columns(name)
    first: dict[tuple[str, ...], int] = {}
    problems = []
    for number, *cells in frame[columns].itertuples():
        key = tuple(str(cell) for cell in cells)
        if key in first:
            problems.append(
                Problem(
                    name, number, columns[-1], shown_value("|".join(key)), "duplicate_key",
                    _("The key stands in row {row} already.").format(row=first[key]),
                    _("Give the row a key of its own, or take it away."),
                )
            )  # fmt: skip
        first.setdefault(key, number)
    return problems


def _bounded(name: str, problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MOST_PROBLEMS_A_TABLE:
        return problems
    left = len(problems) - MOST_PROBLEMS_A_TABLE
    more = Problem(
        name, code="more_problems", what=_("{count} more problems are not listed.").format(count=left),
        mend=_("Mend those that are, then check again."),
    )  # fmt: skip
    return [*sorted(problems)[:MOST_PROBLEMS_A_TABLE], more]


def _unknown_table(name: str) -> Problem:
    return Problem(
        DESCRIPTOR, value=shown_value(name), code="unknown_table",
        what=_("The package lists a table {name} that is not known.").format(name=shown_value(name)),
        mend=_("Correct its name, or take it away."),
    )  # fmt: skip


def _hash_problems(files: PackageFiles, descriptor: Mapping[str, Any]) -> list[Problem]:
    problems = []
    for resource in descriptor["resources"]:
        content = files.read(resource["path"])
        if isinstance(content, bytes) and resource.get("hash") not in (None, sha256(content)):
            problems.append(
                Problem(
                    resource["path"], code="hash_mismatch",
                    what=_("The file is not the one that the descriptor describes."),
                    mend=_("Build the package again, or restore the file."),
                )
            )  # fmt: skip
    return problems
