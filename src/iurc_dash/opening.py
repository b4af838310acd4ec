"""The door by which data comes in: whatever is at a path becomes a Dataset, or problems that say why not.

The dashboard starts with this, so nothing heavy is imported before it is needed.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from iurc_dash.dataset import Dataset, Release
from iurc_dash.problems import Code, DatasetError, Problem, as_warning, errors
from iurc_dash.sources import read, source_at
from iurc_dash.sources.package_files import (
    PackageFiles,
    file_content,
    hash_mismatch,
    read_descriptor,
    release_of,
    sha256,
)
from iurc_dash.sources.raw import Shape
from iurc_dash.sources.stamp import KeptProblems

if TYPE_CHECKING:
    from iurc_dash.checks import Checked

_PANDAS_TYPES = {"string": "str", "number": "float64", "integer": "Int64", "boolean": "bool"}
_PROBLEMS = KeptProblems()


@dataclass(frozen=True)
class Examined:
    """All that can be said of a source: its good rows, what is wrong, and which release it is."""

    checked: Checked
    release: Release

    def dataset(self, warnings: tuple[Problem, ...] = ()) -> Dataset:
        """The good rows; raises DatasetError when too few are good for anything to be shown."""
        from iurc_dash.checks import dataset_of

        return dataset_of(self.checked, self.release, warnings)


def open_package(path: str | Path, trust_hashes: bool = False) -> Dataset:
    """Open the data at a path: a package in a folder or a zip file, or collected tables.

    With `trust_hashes`, a package whose hashes are those of its descriptor is taken as it is, which is quick, and one
    whose hashes differ is refused. Otherwise every cell is checked, and hashes that differ are a warning of the
    Dataset. Raises DatasetError with every Problem; asked again while the files are the same, with those found before.
    """
    place = Path(path)
    return _PROBLEMS.or_anew((str(place), trust_hashes), place, lambda: _opened(place, trust_hashes))


def examine(path: Path) -> Examined:
    """Check everything about a source, its hashes too; raises DatasetError only when it cannot be read at all."""
    raw = read(path)
    if raw.shape is Shape.COLLECTED:
        from iurc_dash.normalise import checked
        from iurc_dash.normalise.gazetteer import towns
        from iurc_dash.normalise.reference import read_reference

        return Examined(checked(raw, read_reference(), towns())[0], raw.release)
    from iurc_dash.checks import check

    return Examined(check(raw), raw.release)


def _opened(path: Path, trust_hashes: bool) -> Dataset:
    files_at = getattr(source_at(path), "files_at", None)
    trusted = _trusted(files_at(path)) if trust_hashes and files_at else None
    if trusted:
        return trusted
    examined = examine(path)
    problems = examined.checked.problems
    if not trust_hashes:
        problems = [
            as_warning(problem) if problem.code is Code.HASH_MISMATCH else problem for problem in problems
        ]
    if errors(problems):
        raise DatasetError(errors(problems))
    return examined.dataset(tuple(problems))


def _trusted(files: PackageFiles) -> Dataset | None:
    """Tables read by the types of the descriptor; None when that does not describe them, DatasetError for others."""
    descriptor = read_descriptor(files)
    try:
        resources = {resource["name"]: resource for resource in descriptor["resources"]}
        contents = {name: file_content(files, resource["path"]) for name, resource in resources.items()}
        hashes = {name: sha256(content) for name, content in contents.items() if isinstance(content, bytes)}
        changed = [
            hash_mismatch(resources[name]["path"])
            for name in hashes
            if resources[name]["hash"] != hashes[name]
        ]
        if changed:
            raise DatasetError(changed)
        tables = {
            name: _table(contents[name], resource["schema"]["fields"]) for name, resource in resources.items()
        }
    except (KeyError, TypeError, ValueError):
        return None
    return Dataset(tables, release_of(descriptor, hashes))


def _table(content: bytes | Problem, fields: list[dict[str, Any]]) -> pd.DataFrame:
    if isinstance(content, Problem):
        raise ValueError(content.what)
    types: Mapping[str, str] = {field["name"]: field["type"] for field in fields}
    return pd.read_csv(
        io.BytesIO(content),
        dtype={column: _PANDAS_TYPES[kind] for column, kind in types.items()},
        # Blank text stays text: the region NA is not a missing value.
        keep_default_na=False,
        na_values={column: [""] for column, kind in types.items() if kind in ("number", "integer")},
    )
