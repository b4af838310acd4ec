"""Which sources rows rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from iurc_dash.dataset import Dataset


@lru_cache(maxsize=8)
def _sources_by_row(dataset: Dataset) -> dict[tuple[str, str], tuple[str, ...]]:
    by_row: dict[tuple[str, str], tuple[str, ...]] = {}
    table = dataset["row_sources"]
    for name, row_id, source_id in zip(table["table_name"], table["row_id"], table["source_id"], strict=True):
        by_row[(name, row_id)] = (*by_row.get((name, row_id), ()), source_id)
    return by_row


def sources_of_rows(dataset: Dataset, rows: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Source keys behind rows (table -> row keys), most used first, then by key; each once."""
    by_row = _sources_by_row(dataset)
    used: Counter[str] = Counter()
    for table_name, keys in rows.items():
        for key in keys:
            used.update(by_row.get((table_name, key), ()))
    return tuple(sorted(used, key=lambda source: (-used[source], source)))
