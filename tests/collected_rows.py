"""What people collected, read once more as plain text: nothing of the package or its loaders is used.

So a row that the build lost, doubled or sorted wrongly shows in a count made from these.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
Rows = list[dict[str, str]]
# Columns by which corrections.csv names a row, where that is not the first one.
KEYS = {"figures": ("edition", "indicator", "as_of")}


def collected(table_name: str) -> Rows:
    """The rows of a collected table of all units together, with the corrections that hold for their cells."""
    rows: Rows = []
    for path in sorted((DATA / "collected").glob(f"*/{table_name}.csv")):
        corrected = {
            (line["key"], line["column"]): line["corrected"]
            for line in reference("corrections")
            if line["table"] == f"{path.parent.name}/{table_name}"
        }
        for row in read(path):
            key = "|".join(row[column] for column in KEYS.get(table_name, list(row)[:1]))
            rows.append({name: corrected.get((key, name), cell) for name, cell in row.items()})
    return rows


def reference(table_name: str) -> Rows:
    """The rows of a reference table."""
    return read(DATA / "reference" / f"{table_name}.csv")


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=1)
def same_events() -> dict[str, str]:
    """The key that an activity entered twice is counted under."""
    return {
        row["activity_key"]: row["same_as"] for row in [*collected("same_events"), *reference("same_events")]
    }


@lru_cache(maxsize=1)
def recorded_activities() -> Rows:
    """Activities, each event once, without those of no programme."""
    left_out = {row["activity_key"] for row in reference("left_out_activities")} | set(same_events())
    return [row for row in collected("activities") if row["activity_key"] not in left_out]


@lru_cache(maxsize=1)
def states() -> dict[str, str]:
    """Whether an activity is done, planned or proposed, where that is recorded."""
    return {row["activity_key"]: row["state"] for row in reference("activity_states")}


@lru_cache(maxsize=1)
def counted_activities() -> Rows:
    """Activities, each event once, but what was only planned or proposed."""
    return [
        row
        for row in recorded_activities()
        if states().get(row["activity_key"], "") not in ("planned", "proposed")
    ]
