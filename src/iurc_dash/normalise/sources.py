"""Sources, each page once, and which of them every row rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iurc_dash.language import N_, _
from iurc_dash.normalise.keys import fingerprint, slug
from iurc_dash.normalise.ledger import Entry
from iurc_dash.normalise.part import Citation, Part, most_exact
from iurc_dash.problems import Code, Problem
from iurc_dash.sources.raw import Origin, RawTables, Row

LONGEST_SLUG = 48

# Stands in no text that a person wrote.
_BETWEEN = "\0"

SourceIds = Mapping[str, str]


def sources(collected: RawTables) -> tuple[Part, SourceIds]:
    """Table sources, and the key of the source at each address."""
    part = Part()
    groups: dict[str, list[Row]] = {}
    for row in collected.rows("sources"):
        part.keep_or_merge("sources", row, row["url"] not in groups, N_("the same page read by another unit"))
        groups.setdefault(row["url"], []).append(row)
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
            for row in rows
            if row["publisher"] not in ("", publisher)
        ]
        part.differences += [
            f"{url}: published {published!r} kept, {row['published']!r} left"
            for row in rows
            if not published.startswith(row["published"])
        ]
        part.add(
            "sources",
            rows[0].origin,
            source_id=source_ids[url],
            url=url,
            title=title,
            publisher=publisher,
            published_date=published,
            read_as=_joined(row["read_as"] for row in rows),
        )
    return part, source_ids


def _first(rows: list[Row], column: str) -> str:
    return next((row[column] for row in rows if row[column]), "")


def _joined(texts: Iterable[str]) -> str:
    """Different texts, the longest first, without those that another one contains."""
    kept = ""
    for text in sorted(dict.fromkeys(texts), key=len, reverse=True):
        # One search in all that is kept, and not one in each of them.
        if text not in kept:
            kept += _BETWEEN + text if kept else text
    return kept.replace(_BETWEEN, " / ")


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
            part.add("row_sources", citation.origin, table_name=key[0], row_id=key[1], source_id=source_id)
        elif not source_id:
            (part.problems if citation.column else part.unmet).append(_unlisted(citation))
    part.entries = _entries(citations, source_ids)
    return part


def derived_citations(citations: list[Citation], source_ids: SourceIds) -> int:
    """How many rows of row_sources no collected row gave."""
    given = {(c.table_name, c.row_id, c.url) for c in citations if c.column}
    return len({(c.table_name, c.row_id, c.url) for c in citations if not c.column} - given)


def _entries(citations: list[Citation], source_ids: SourceIds) -> list[Entry]:
    """One ledger entry for each address in a cell; it may be the source of several rows of the package."""
    kept: dict[tuple[Origin, str, str], list[bool]] = {}
    seen: set[tuple[str, str, str]] = set()
    for citation in citations:
        if citation.column:
            key = (citation.table_name, citation.row_id, citation.url)
            kept.setdefault((citation.origin, citation.column, citation.url), []).append(key not in seen)
            seen.add(key)
    return [_entry(origin, column, new, url in source_ids) for (origin, column, url), new in kept.items()]


def _entry(origin: Origin, column: str, new: list[bool], is_listed: bool) -> Entry:
    table = origin.entered_as
    if not is_listed:
        return Entry(table=table, part=column, origin=origin, refused=len(new), reason=Code.UNKNOWN_SOURCE)
    reason = "" if all(new) else N_("the row cites the page already")
    merged = len(new) - sum(new)
    return Entry(table=table, part=column, origin=origin, kept=sum(new), merged=merged, reason=reason)


def _unlisted(citation: Citation) -> Problem:
    what, mend = _("The address is not listed among the sources."), _("Add it to sources.csv, or correct it.")
    return citation.origin.problem(
        Code.UNKNOWN_SOURCE, what, mend, column=citation.column, value=citation.url
    )
