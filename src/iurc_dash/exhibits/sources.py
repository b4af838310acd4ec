"""Every public page that rows rest on, and what it supports."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of
from iurc_dash.exhibits.source_words import SupportWords
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.pairings import plain
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.sources import SourceRecord, source_records
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection


def source_list(dataset: Dataset, selection: Selection, search: str = "") -> Exhibit:
    """Sources of the selection, those that support most first; every word of the search is found in each.

    The search looks at title, publisher, address and what a page was read for, whatever accents and capitals.
    """
    question = _("Which public pages do the rows rest on?")
    columns = [
        Column("title", _("Title"), "link", key_column="url"),
        Column("publisher", _("Publisher")),
        Column("published_date", _("Published"), "date"),
        Column("supports", _("What it supports")),
    ]
    narrowed = narrow(dataset, selection)
    words = plain(search).split()
    texts = _searchable(dataset)
    known = source_records(narrowed)
    found = [source for source in known if all(word in texts[source.source_id] for word in words)]
    if not found:
        finding = (
            _("No source has “{search}” in it.").format(search=search.strip())
            if known
            else _("No source matches.")
        )
        return nothing_found("source_list", question, finding, columns)
    found.sort(key=lambda source: (-sum(map(len, source.supports.values())), source.source_id))
    finding, support = _finding(found, len(known), search.strip()), SupportWords()
    return Exhibit(
        key="source_list",
        question=question,
        finding=finding,
        form=None,
        table=table_of(columns, (_line(source, support) for source in found), ("source_id",)),
        alt=finding,
        rows=rows_of(sources=(source.source_id for source in found)),
        sources=tuple(source.source_id for source in found),
    )


def _line(source: SourceRecord, words: SupportWords) -> dict[str, str]:
    return {
        "title": source.title or source.url,
        "url": source.url,
        "publisher": source.publisher,
        "published_date": source.published_date,
        "supports": words.of(source),
        "source_id": source.source_id,
    }


@lru_cache(maxsize=4)
def _searchable(dataset: Dataset) -> dict[str, str]:
    table = dataset["sources"]
    columns = ("title", "publisher", "url", "read_as")
    return {source: plain(" \n ".join(texts)) for source, *texts in rows_in(table, "source_id", *columns)}


def _finding(found: list[SourceRecord], known: int, search: str) -> str:
    if search:
        return ngettext(
            "{count} of {known} sources has “{search}” in it.",
            "{count} of {known} sources have “{search}” in them.",
            len(found),
        ).format(count=format_number(len(found)), known=format_number(known), search=search)
    said = ngettext("{count} source", "{count} sources", len(found)).format(count=format_number(len(found)))
    publishers = Counter(source.publisher for source in found if source.publisher)
    first = leaders(publishers)
    if len(found) == 1 or len(first) != 1:
        return _("The rows shown rest on {sources}.").format(sources=said)
    if publishers[first[0]] == len(found):
        return _("The rows shown rest on {sources}, all published by {publisher}.").format(
            sources=said, publisher=first[0]
        )
    return _("The rows shown rest on {sources}; {publisher} published {count}, more than any other.").format(
        sources=said, publisher=first[0], count=format_number(publishers[first[0]])
    )
