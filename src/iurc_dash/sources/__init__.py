"""Where data comes from: one module a kind of source, each giving rows of text with their origin.

A module is a kind of source when it has `recognises(path)` and `read(path)`; nothing else has to know of it.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from iurc_dash.language import _
from iurc_dash.problems import Code, DatasetError, Problem
from iurc_dash.sources.raw import RawTables
from iurc_dash.sources.reading import kind_of_file


class Source(Protocol):
    """A kind of source."""

    def recognises(self, path: Path) -> bool:
        """Whether what is at the path is of this kind; told from names alone, and never raises."""

    def read(self, path: Path) -> RawTables:
        """Everything there; raises DatasetError when it is not to be read at all."""


@cache
def kinds() -> tuple[Source, ...]:
    """Every kind of source there is."""
    modules = [
        importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)
    ]
    return tuple(cast(Source, module) for module in modules if hasattr(module, "recognises"))


def source_at(path: Path) -> Source:
    """The kind of what is at the path; raises DatasetError when it is none."""
    kind_of_file(path)
    for kind in kinds():
        if kind.recognises(path):
            return kind
    single = path.suffix.casefold() in (".csv", ".tsv", ".txt")
    what = _("A single table is not a dataset.") if single else _("This is not data in a form that is known.")
    mend = _(
        "Name a package (a folder with datapackage.json, or a zip file of it) or a folder of collected tables."
    )
    problem = Problem(
        table=path.name, code=Code.SINGLE_TABLE if single else Code.UNKNOWN_FILE, what=what, mend=mend
    )
    raise DatasetError([problem])


def read(path: Path) -> RawTables:
    """Rows of text from whatever is at the path; raises DatasetError when nothing there can be read."""
    return source_at(path).read(path)
