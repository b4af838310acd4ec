"""Where rows were read."""

from __future__ import annotations

from iurc_dash.tables.definition import SLUG_PATTERN, TEXT_LENGTH, Table, Text, column


class Sources(Table, name="sources"):
    """Public pages that rows were read from."""

    source_id: Text = column("Readable key", required=True, pattern=SLUG_PATTERN)
    url: Text = column("Address", required=True, pattern=r"^https?://\S+$", longest=TEXT_LENGTH)
    title: Text = column("Title, in our words or translated")
    publisher: Text = column("Who published it")
    published_date: Text = column("Date of publication, as exact as known", date=True)
    read_as: Text = column("What it supplied", longest=TEXT_LENGTH)


class RowSources(Table, name="row_sources"):
    """Which sources a row rests on; every fact row cites at least one."""

    table_name: Text = column("Table of the row", example="pairings", required=True)
    row_id: Text = column("Key of the row; the columns of a longer key joined by '|'", required=True)
    source_id: Text = column("Source", refers="sources.source_id", required=True)
