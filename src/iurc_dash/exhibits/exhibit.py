"""An Exhibit: what a reader looks at, whatever the medium."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.forms import Form
from iurc_dash.metrics.sourcing import sources_of_rows

ColumnKind = Literal[
    "text", "number", "share", "date", "pairing", "place", "edition", "theme", "goal", "link"
]


@dataclass(frozen=True)
class Column:
    """A column of an exhibit's table: its name in the frame, its title for readers, and how to show it.

    Kinds other than text, number, share and date are links: the cell is shown as it is and leads to what
    `key_column` of the same row names.
    """

    name: str
    title: str
    kind: ColumnKind = "text"
    key_column: str = ""


@dataclass(frozen=True, eq=False)
class ExhibitTable:
    """The table behind a figure: a frame and the columns of it that readers see, in order."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]


@dataclass(frozen=True, eq=False)
class Exhibit:
    """A question, the finding in one sentence, a form, the table behind it, the rows behind that.

    `rows` maps a table of the dataset to the keys of the rows that were counted; `sources` are the source
    keys they rest on; `cautions` are keys of cautions.py; `alt` says in words what the figure shows.
    """

    key: str
    question: str
    finding: str
    form: Form | None
    table: ExhibitTable
    alt: str
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cautions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing matched: there is no figure to draw."""
        return self.form is None or self.table.frame.empty


def rows_of(**keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Row keys by table, without repeats, in order of first appearance."""
    return {table: tuple(dict.fromkeys(str(key) for key in values)) for table, values in keys.items()}


def sources_behind(dataset: Dataset, rows: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The source keys that the rows rest on, most used first."""
    return sources_of_rows(dataset, rows)
