"""The package as bytes: tables as CSV, and the descriptor that says what each column is."""

from __future__ import annotations

import csv
import inspect
import io
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from iurc_dash.checks.cells import cell_text, column_type, columns_of
from iurc_dash.normalise.ledger import Ledger
from iurc_dash.sources.package_files import DESCRIPTOR, sha256
from iurc_dash.tables.keys import key_columns
from iurc_dash.tables.models import TABLES

NAME = "iurc-cooperation"
TITLE = "IURC cooperation data"
DESCRIPTION = (
    "Pairings, places, themes, goals, activities and published totals of the programmes International Urban "
    "Cooperation and International Urban and Regional Cooperation, compiled from public sources."
)
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
ATTRIBUTION = {
    "title": "GeoNames (positions and populations, CC BY 4.0)",
    "path": "https://www.geonames.org/",
}
_CONSTRAINTS = {
    "greater_than_or_equal_to": ("minimum", "min_value"),
    "less_than_or_equal_to": ("maximum", "max_value"),
    "str_matches": ("pattern", "pattern"),
}


def package_files(
    tables: Mapping[str, pd.DataFrame], version: str, date: str, ledger: Ledger
) -> dict[str, bytes]:
    """Every file of the package by its name. `date` is that of the data; no clock is read."""
    contents = {name: _csv(name, tables[name]) for name in TABLES}
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": version,
        "created": f"{date}T00:00:00Z",
        "licenses": [LICENCE],
        "sources": [ATTRIBUTION],
        "rows_read": {line.table: line.read for line in ledger.lines() if line.part == "row"},
        "resources": [_resource(name, content, len(tables[name])) for name, content in contents.items()],
    }
    files = {f"{name}.csv": content for name, content in contents.items()}
    files[DESCRIPTOR] = (json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n").encode("utf-8")
    return files


def _csv(name: str, table: pd.DataFrame) -> bytes:
    """Rows in order of their key, so that a change in one row is a change of one line."""
    columns = columns_of(name)
    cells = [
        [cell_text(cell, column_type(column)) for cell in table[title].tolist()]
        for title, column in columns.items()
    ]
    rows: list[tuple[str, ...]] = list(zip(*cells, strict=True))
    keys = [list(columns).index(key) for key in key_columns(name)]
    ordered = sorted(rows, key=lambda row: [row[key] for key in keys])
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(ordered)
    return text.getvalue().encode("utf-8")


def _resource(name: str, content: bytes, rows: int) -> dict[str, Any]:
    columns = columns_of(name)
    return {
        "name": name,
        "type": "table",
        "title": name.replace("_", " ").capitalize(),
        "description": inspect.cleandoc(TABLES[name].__doc__ or ""),
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": sha256(content),
        "rows": rows,
        "schema": {
            "fields": [_field(column_name, column) for column_name, column in columns.items()],
            "missingValues": [""],
            "primaryKey": key_columns(name),
            "foreignKeys": _foreign_keys(columns),
        },
    }


def _field(name: str, column: Any) -> dict[str, Any]:
    metadata = column.metadata
    field: dict[str, Any] = {
        "name": name,
        "type": column_type(column),
        "title": name.replace("_", " ").capitalize(),
        "description": column.description,
    }
    if metadata["unit"]:
        field["unit"] = metadata["unit"]
    if metadata["example"]:
        field["example"] = metadata["example"]
    constraints: dict[str, Any] = {"required": True} if metadata["required"] else {}
    if metadata["allowed"]:
        constraints["enum"] = metadata["allowed"]
    for check in column.checks:
        if check.name in _CONSTRAINTS:
            constraint, statistic = _CONSTRAINTS[check.name]
            limit = check.statistics[statistic]
            constraints[constraint] = getattr(limit, "pattern", limit)
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_keys(columns: Mapping[str, Any]) -> list[dict[str, Any]]:
    keys = []
    for name, column in columns.items():
        target, _dot, key = column.metadata["refers"].partition(".")
        if target:
            keys.append({"fields": [name], "reference": {"resource": target, "fields": [key]}})
    return keys
