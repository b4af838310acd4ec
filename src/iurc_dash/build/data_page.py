"""The part of docs/data.md that the build writes: what each table holds, and what became of every row."""

from __future__ import annotations

import inspect

from iurc_dash.checks.cells import column_type, columns_of
from iurc_dash.normalise.ledger import Ledger, LedgerLine
from iurc_dash.normalise.part import Part
from iurc_dash.tables.keys import FACT_TABLES, key_columns
from iurc_dash.tables.models import TABLES

BEGIN = "<!-- begin: written by the build, do not edit by hand -->"
END = "<!-- end: written by the build -->"


def with_account(text: str, part: Part, ledger: Ledger) -> str:
    """The page with the part between the markers made anew; a page without markers gets it at its end."""
    account = "\n".join([BEGIN, "", *_tables(part), *_ledger(part, ledger), *_columns(), END])
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not (begin and end):
        return text.rstrip("\n") + "\n\n" + account + "\n" if text else account + "\n"
    return before + account + after


def _tables(part: Part) -> list[str]:
    lines = ["## The tables", "", "| table | rows | what it holds | key |", "|---|---:|---|---|"]
    for name, table in TABLES.items():
        summary = inspect.cleandoc(table.__doc__ or "").splitlines()[0]
        rows = len(part.tables.get(name, []))
        keys = ", ".join(f"`{key}`" for key in key_columns(name))
        lines.append(f"| `{name}` | {rows:,} | {summary} | {keys} |")
    facts = ", ".join(f"`{name}`" for name in FACT_TABLES)
    return [*lines, "", f"Every row of these tables cites at least one source: {facts}.", ""]


def _ledger(part: Part, ledger: Ledger) -> list[str]:
    lines = [
        "## What became of every collected row",
        "",
        "Each row, and each value in a cell that holds several, is kept, merged into one that says the same,",
        "set aside with a reason, or refused. A value that means several things, such as a label of two themes,",
        "is split. So read and split together are kept, merged, set aside and refused together. The build stops",
        "when a sum does not hold, and when anything is refused.",
        "",
        "| collected | part | becomes | read | split | kept | merged | set aside | refused |",
        "|---|---|---|---:|---:|---:|---:|---:|---:|",
        *(_line(line) for line in ledger.lines()),
        "",
        f"Corrections of collected cells made first: {ledger.corrections}.",
        "",
        "| collected | part | why merged or set aside | how many |",
        "|---|---|---|---:|",
        *(f"| `{table}` | {part} | {why} | {count:,} |" for table, part, why, count in ledger.reasons()),
        "",
        "Where merged rows say different things, the first one stands and the other is left. These differ,",
        "apart from titles of sources, which are in our own words:",
        "",
        *(f"- {difference}" for difference in part.differences),
        "",
    ]
    return lines


def _line(line: LedgerLine) -> str:
    becomes = f"`{line.target}`" if line.target else "(a merge of activities)"
    numbers = (line.read, line.split, line.kept, line.merged, line.set_aside, line.refused)
    counts = " | ".join(f"{number:,}" for number in numbers)
    return f"| `{line.table}` | {line.part} | {becomes} | {counts} |"


def _columns() -> list[str]:
    lines = ["## The columns", ""]
    for name in TABLES:
        lines += [f"### `{name}`", "", "| column | type | what it is | blank |", "|---|---|---|---|"]
        for column_name, column in columns_of(name).items():
            metadata = column.metadata
            notes = [column.description]
            if metadata["allowed"]:
                notes.append("one of: " + ", ".join(metadata["allowed"]))
            if metadata["unit"]:
                notes.append("unit: " + metadata["unit"])
            if metadata["refers"]:
                notes.append(f"refers to `{metadata['refers']}`")
            kind = "date" if metadata["date"] else column_type(column)
            blank = "never" if metadata["required"] else "not known"
            lines.append(f"| `{column_name}` | {kind} | {'; '.join(notes)} | {blank} |")
        lines.append("")
    return lines
