"""Collect every message that readers see into locale/iurc_dash.pot, for translators."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from iurc_dash.tables.keys import NAMED_BY
from iurc_dash.words import TRANSLATED

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "data" / "package"
TEMPLATE = ROOT / "locale" / "iurc_dash.pot"
SOURCES = ["src/**.py", "pages/**.py", "app.py"]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "ngettext_noop": (1, 2)}
# Words of reference tables that readers see and that are no names of places or persons: table -> columns.
REFERENCE_WORDS = {
    **{table: (NAMED_BY[table],) for table in TRANSLATED},
    "countries": ("name",),
}
# The time of extraction says nothing to a translator, and would change the file every time.
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def _is_source(folder: str) -> bool:
    return Path(folder).relative_to(ROOT).parts[0] in {"src", "pages"} and Path(folder).name != "__pycache__"


def reference_words(package: Path = PACKAGE) -> Iterator[str]:
    """Names of phases, regions, themes, goals, countries and the like, from the tables of the package."""
    for table, columns in REFERENCE_WORDS.items():
        with (package / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            yield from (row[column] for row in csv.DictReader(file) for column in columns if row[column])


def catalogue() -> Catalog:
    """Every message of the code and of the reference tables, without places and without the time."""
    messages = Catalog(project="iurc-dash", charset="utf-8", creation_date=EPOCH, revision_date=EPOCH)
    found = extract_from_dir(
        str(ROOT),
        method_map=[(source, "python") for source in SOURCES],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        directory_filter=_is_source,
    )
    for _file, _line, message, comments, context in found:
        messages.add(message, auto_comments=comments, context=context)
    for name in reference_words():
        messages.add(name)
    return messages


def template() -> str:
    """The text of the template, messages sorted."""
    text = io.BytesIO()
    write_po(text, catalogue(), no_location=True, sort_output=True, width=110)
    return text.getvalue().decode("utf-8")


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8", newline="\n")
    print(f"{TEMPLATE.relative_to(ROOT)}: {template().count(chr(10) + 'msgid ')} messages")
