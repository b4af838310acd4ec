"""An exhibit's table as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

from iurc_dash.exhibits.exhibit import ExhibitTable

# A cell that begins with one of these is taken for a formula by spreadsheets.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: ExhibitTable) -> bytes:
    """The table as UTF-8 CSV that spreadsheets open as such.

    First the columns that readers see, under their titles, then the keys. Several values of a cell are separated by
    '; ', missing ones are blank.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    visible = [column.name for column in table.columns]
    keys = [name for name in table.frame.columns if name not in visible]
    writer.writerow([*(column.title for column in table.columns), *keys])
    for record in table.frame[[*visible, *keys]].itertuples(index=False):
        writer.writerow([_cell(value) for value in record])
    return ("\ufeff" + text.getvalue()).encode()


def _cell(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        value = "; ".join(str(part) for part in value)
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA_STARTS) else value
    # Missing numbers differ from themselves; the missing value of pandas cannot even be compared.
    return "" if value is None or type(value).__name__ == "NAType" or value != value else value
