"""Sources, each page once, and which of them every row rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iurc_dash.language import _
from iurc_dash.loaders.collected import Collected, Row
from iurc_dash.loaders.keys import fingerprint, slug
from iurc_dash.loaders.ledger import Entry
from iurc_dash.loaders.normalise.part import Citation, Part, most_exact
from iurc_dash.problems import Problem, shown_value

LONGEST_SLUG = 48

SourceIds = Mapping[str, str]


def sources(collected: Collected) -> tuple[Part, SourceIds]:
    """Table sources, and the key of the source at each address."""
    part = Part()
    groups: dict[str, list[Row]] = {}
    for row in collected.rows("sources"):
        repeated = row["url"] in groups
        groups.setdefault(row["url"], []).append(row)
        reason = "the same page read by another unit" if repeated else ""
        part.account("sources", row, kept=not repeated, merged=repeated, reason=reason)
    source_ids = {}
    for url, rows in groups.items():
        title = _first(rows, "title")
        source_ids[url] = f"{slug(title or url, LONGEST_SLUG) or 'source'}-{fingerprint(url)}"
        published = ""
        for row in rows:
            published = most_exact(published, row["published"])
        publisher = _first(rows, "publisher")
        part.differences += [
            f"{url}: publisher {publisher!r} kept, {row['publisher']!r} left"
            for row in rows if row["publisher"] not in ("", publisher)
        ]  # fmt: skip
        part.differences += [
            f"{url}: published {published!r} kept, {row['published']!r} left"
            for row in rows if not published.startswith(row["published"])
        ]  # fmt: skip
        part.add(
            "sources", source_id=source_ids[url], url=url, title=title, publisher=publisher,
            published_date=published, read_as=_joined(row["read_as"] for row in rows),
        )  # fmt: skip
    return part, source_ids


def _first(rows: list[Row], column: str) -> str:
    return next((row[column] for row in rows if row[column]), "")


def _joined(texts: Iterable[str]) -> str:
    """Different texts, the longest first, without those that another one contains."""
    kept: list[str] = []
    for text in sorted(dict.fromkeys(texts), key=len, reverse=True):
        if not any(text in other for other in kept):
            kept.append(text)
    return " / ".join(kept)


def row_sources(citations: list[Citation], source_ids: SourceIds) -> Part:
    """Table row_sources; an address that is cited and not listed among the sources is a Problem."""
    part = Part()
    seen: set[tuple[str, str, str]] = set()
    for citation in citations:
        source_id = source_ids.get(citation.url, "")
        key = (citation.table_name, citation.row_id, source_id)
        is_new = bool(source_id) and key not in seen
        seen.add(key)
        if is_new:
            part.add("row_sources", table_name=key[0], row_id=key[1], source_id=source_id)
        elif not source_id:
            part.problems.append(_unlisted(citation))
    part.entries = _entries(citations, source_ids)
    return part


def derived_citations(citations: list[Citation], source_ids: SourceIds) -> int:
    """How many rows of row_sources no collected row gave."""
    given = {(c.table_name, c.row_id, c.url) for c in citations if c.origin}
    return len({(c.table_name, c.row_id, c.url) for c in citations if not c.origin} - given)


def _entries(citations: list[Citation], source_ids: SourceIds) -> list[Entry]:
    """One ledger entry for each address in a cell; it may be the source of several rows of the package."""
    kept: dict[tuple[tuple[str, str, str, int], str], list[bool]] = {}
    seen: set[tuple[str, str, str]] = set()
    for citation in citations:
        if citation.origin:
            key = (citation.table_name, citation.row_id, citation.url)
            kept.setdefault((citation.origin, citation.url), []).append(key not in seen)
            seen.add(key)
    reason = "the row cites the page already"
    return [
        Entry(
            table,
            column,
            unit,
            row,
            kept=sum(new),
            merged=len(new) - sum(new),
            reason="" if all(new) else reason,
        )
        if url in source_ids
        else Entry(table, column, unit, row, refused=len(new), reason="unknown_source")
        for ((table, column, unit, row), url), new in kept.items()
    ]


def _unlisted(citation: Citation) -> Problem:
    table, column, unit, row = citation.origin or (citation.table_name, "", "", 0)
    return Problem(
        f"{unit}/{table}.csv", row, column, shown_value(citation.url), "unknown_source",
        _("The address is not listed among the sources."), _("Add it to sources.csv, or correct it."),
    )  # fmt: skip
