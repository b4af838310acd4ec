"""An exhibit as a file: a table for spreadsheets, with or without a text that says what it is; JSON; plain text."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from iurc_dash.exhibit import Exhibit
from iurc_dash.language import DEFAULT_LANGUAGE, use_language
from iurc_dash.render.citing import cited_sources
from iurc_dash.render.data.columns import Value, file_columns
from iurc_dash.render.data.records import mark_records, source_record, table_record
from iurc_dash.render.data.texts import exhibit_as_text, read_me

# A cell that begins with one of these is taken for a formula by spreadsheets; the last are as wide as a han character.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
LONGEST_NAME = 100
# Files made from the same rows are the same, whenever they are made.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def exhibit_csv(exhibit: Exhibit) -> bytes:
    """The table as UTF-8 CSV that spreadsheets open as such: values, ISO dates, full lists joined by '; '.

    What is not recorded and what cannot be counted is blank. Names stand beside their keys, sources as addresses.
    """
    with use_language(exhibit.view.language):
        columns = file_columns(exhibit.view, exhibit.table.columns)
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([_guarded(column.title) for column in columns])
        writer.writerows([_guarded(column.value(line)) for column in columns] for line in exhibit.table)
        return ("\ufeff" + text.getvalue()).encode(errors="replace")


def exhibit_zip(exhibit: Exhibit) -> bytes:
    """The table as CSV, and a README.txt that says what it shows, of which rows, and how it may be used."""
    return zipped(
        {
            file_name(exhibit, "csv"): exhibit_csv(exhibit),
            "README.txt": read_me(exhibit).encode(errors="replace"),
        }
    )


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files by name in a zip file, which is the same for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def file_name(exhibit: Exhibit, extension: str) -> str:
    """A name that says which exhibit, selection, release and language it is, English apart.

    It has letters, digits, dots and hyphens alone, and is not too long.
    """
    view = exhibit.view
    chosen = [part for name, values in view.selection.parameters().items() for part in (name, *values)]
    language = [view.language] if view.language != DEFAULT_LANGUAGE else []
    said = "-".join(["iurc", exhibit.name, *chosen, *language])
    plain = re.sub(r"[^A-Za-z0-9]+", "-", said).strip("-")
    if not said.isascii() or len(plain) > LONGEST_NAME:
        # What had to be left out still tells one file from another.
        plain = f"{plain[:LONGEST_NAME].rstrip('-')}-{crc32(said.encode(errors='replace')):08x}"
    release = re.sub(r"[^A-Za-z0-9.]+", "-", view.whole.release.version)[:30].strip("-.")
    return f"{plain}-{release or 'unreleased'}.{extension}"


def exhibit_json(exhibit: Exhibit) -> dict[str, Any]:
    """The exhibit as plain values that JSON can write; every mark comes with the keys of its rows by table."""
    view = exhibit.view
    release = view.whole.release
    with use_language(view.language):
        return {
            "id": exhibit.id,
            "parameters": dict(exhibit.parameters),
            "selection": view.selection.parameters(),
            "release": {"version": release.version, "date": release.date, "fingerprint": release.fingerprint},
            "question": exhibit.question,
            "finding": exhibit.finding,
            "more": exhibit.more,
            "marks": mark_records(exhibit),
            "table": table_record(exhibit.table),
            "cautions": [{"key": key, "text": text} for key, text in exhibit.cautions.items()],
            "sources": [source_record(source) for source in cited_sources(view.whole, exhibit.sources())],
        }


def exhibit_text(exhibit: Exhibit) -> str:
    """The exhibit as plain text: question, finding, table, cautions, sources."""
    with use_language(exhibit.view.language):
        return exhibit_as_text(exhibit)


def _guarded(value: Value) -> Value:
    return "'" + value if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
