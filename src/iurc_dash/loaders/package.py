"""Open a data package. The dashboard starts with this, so nothing heavy is imported before it is needed."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from iurc_dash.dataset import Dataset, Release
from iurc_dash.loaders.package_files import PackageFiles, open_files, read_descriptor, sha256

if TYPE_CHECKING:
    from iurc_dash.loaders.collected import Row
    from iurc_dash.loaders.ledger import Ledger

_PANDAS_TYPES = {"string": "str", "number": "float64", "integer": "Int64", "boolean": "bool"}


def open_package(path: str | Path, trust_hashes: bool = False) -> Dataset:
    """Open the package in a folder or a zip file.

    With `trust_hashes`, tables whose hashes are those of the descriptor are taken as they are, which is
    quick; otherwise, and when a hash differs, every cell is checked. Raises DatasetError with every Problem.
    """
    files = open_files(Path(path))
    descriptor = read_descriptor(files)
    tables = _trusted_tables(files, descriptor) if trust_hashes else None
    if tables is None:
        from iurc_dash.loaders.validation import checked_tables

        tables = checked_tables(files, descriptor)
    version, date = str(descriptor.get("version", "")), str(descriptor.get("created", ""))[:10]
    return Dataset(tables, Release(version, date, version))


def write_package(
    tables: Mapping[str, list[Row]], folder: Path, version: str, date: str, ledger: Ledger
) -> None:
    """Write rows of text as a package; the same rows give the same bytes. See `package_writing`."""
    from iurc_dash.loaders.package_writing import package_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, content in package_files(tables, version, date, ledger).items():
        (folder / name).write_bytes(content)


def _trusted_tables(files: PackageFiles, descriptor: Mapping[str, Any]) -> dict[str, pd.DataFrame] | None:
    """Tables read by the types of the descriptor, or None when any is not as the descriptor says."""
    try:
        tables = {}
        for resource in descriptor["resources"]:
            content = files.read(resource["path"])
            if not isinstance(content, bytes) or resource["hash"] != sha256(content):
                return None
            tables[resource["name"]] = _read(content, resource["schema"]["fields"])
    except (KeyError, TypeError, ValueError):
        return None
    return tables


def _read(content: bytes, fields: list[dict[str, Any]]) -> pd.DataFrame:
    types = {field["name"]: field["type"] for field in fields}
    return pd.read_csv(
        io.BytesIO(content),
        dtype={column: _PANDAS_TYPES[kind] for column, kind in types.items()},
        # Blank text stays text: the region NA is not a missing value.
        keep_default_na=False,
        na_values={column: [""] for column, kind in types.items() if kind in ("number", "integer")},
    )
