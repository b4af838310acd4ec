"""Every check of the tables of a package: cells by the models of `tables`, and what holds between rows and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from iurc_dash.checks.cells import columns_of, typed_cells
from iurc_dash.checks.collected import made_from
from iurc_dash.checks.relations import broken_relations
from iurc_dash.checks.sense import senseless_rows
from iurc_dash.checks.typed import Finding, Typed
from iurc_dash.dataset import Dataset, Release
from iurc_dash.language import _
from iurc_dash.problems import Code, DatasetError, Problem, bounded, errors
from iurc_dash.reading import grouped
from iurc_dash.sources.raw import RawTables
from iurc_dash.tables.models import TABLES

# Tables that say what the programme is: nothing can be shown without a row in each.
NEEDED = ("phases", "regions", "editions")


@dataclass(frozen=True)
class Checked:
    """The rows that are good, in tables of the package, and everything that is wrong.

    A row is good when nothing is wrong with it nor with a row that it needs, so that the tables hold together.
    `unmet` is what rows of the reference lack: a fault in our own build, and none in data of somebody else.
    """

    tables: dict[str, pd.DataFrame]
    problems: list[Problem]
    unmet: list[Problem] = field(default_factory=list)


def check(raw: RawTables, told: Sequence[Problem] = ()) -> Checked:
    """Type and check tables of the package's shape; never raises on bad data.

    `told` are problems of collected cells found before: what became of such a cell is not good, and nothing more is
    said of its row.
    """
    typed, findings = _typed(raw)
    findings += senseless_rows(typed)
    related = list(broken_relations(typed))
    unmet = [found.problem for found in related if _is_of_the_reference(found)]
    findings += [found for found in related if not _is_of_the_reference(found)]
    # A column that is not there was told by the source, once and not for each of its rows.
    told_rows = {(problem.table, problem.row) for problem in told if problem.row}
    new = [
        problem
        for table, _position, problem in findings
        if (problem.table, problem.row) not in told_rows and (table, problem.column) not in raw.absent
    ]
    problems = [*raw.problems, *told, *_without_rows(typed), *new]
    bad = {found[:2] for found in [*findings, *related] if not _may_stay(found)} | _made_of(typed, told)
    return Checked(_good(typed, bad).frames, bounded(list(dict.fromkeys(problems))), unmet)


def dataset_of(checked: Checked, release: Release, warnings: Iterable[Problem] = ()) -> Dataset:
    """The good rows as a Dataset; raises DatasetError when too little is good for anything to be shown."""
    if any(checked.tables[name].empty for name in NEEDED):
        raise DatasetError(errors(checked.problems))
    return Dataset({name: checked.tables[name] for name in TABLES}, release, tuple(warnings))


def _typed(raw: RawTables) -> tuple[Typed, list[Finding]]:
    """Every table typed, and what is wrong with its cells."""
    typed = Typed(incomplete=raw.incomplete | (set(TABLES) - set(raw.tables)))
    findings = []
    for name in TABLES:
        rows = raw.rows(name)
        typed.origins[name] = [row.origin for row in rows]
        typed.frames[name], wrong = typed_cells(rows, columns_of(name))
        findings += [
            typed.finding(
                name, position, column=column, value=rows[position].get(column, ""), **cell._asdict()
            )
            for (position, column), cell in wrong.items()
        ]
    return typed, findings


def _without_rows(typed: Typed) -> list[Problem]:
    return [
        Problem(
            table=f"{name}.csv",
            code=Code.NO_ROWS,
            what=_("The table has no rows, and nothing can be shown without one."),
            mend=_("Add at least one row."),
        )
        for name in NEEDED
        if typed.whole(name) and typed.frames[name].empty
    ]


def _made_of(typed: Typed, told: Sequence[Problem]) -> set[tuple[str, int]]:
    """The rows that wrong cells of collected rows became."""
    wrong = grouped(((problem.table, problem.row), problem.column) for problem in told)
    return {
        (name, position)
        for name, origins in typed.origins.items()
        for position, (file, row, entered_as) in enumerate(origins)
        if (file, row) in wrong and any(name in made_from(entered_as, title) for title in wrong[file, row])
    }


def _good(typed: Typed, bad: set[tuple[str, int]]) -> Typed:
    """The tables without rows that are bad, and without those that need one of them, until they hold together."""
    good = Typed(typed.frames, typed.origins)
    while bad:
        good = good.without(bad)
        good.suggestions = 0
        bad = {found[:2] for found in broken_relations(good) if not _may_stay(found)}
    return good


def _is_of_the_reference(found: Finding) -> bool:
    return found.problem.table.startswith("reference/")


def _may_stay(found: Finding) -> bool:
    """Whether a row that cites no source was settled by hand, and is no statement of a source."""
    return found.problem.code is Code.NO_SOURCE and _is_of_the_reference(found)
