"""Every public page that rows rest on, and what it supports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf
from iurc_dash.exhibits.listing import source_table
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.sentences import part_of_whole
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.search import found, plain, source_texts
from iurc_dash.metrics.sources import (
    SourceRecord,
    is_of_subjects,
    rows_by_source,
    rows_resting_on,
    source_records,
)
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import Cell, Column, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

SHOWN = ("source", "publisher", "published", "pairings", "activities", "supports")


def _publishers(view: View) -> Mapping[str, str]:
    """Publishers of sources in view, in alphabetical order."""
    names = sorted({source.publisher for source in _sources(view) if source.publisher}, key=plain)
    return {name: name for name in names}


@exhibit(
    "record/sources",
    N_("Which public pages does what is shown rest on?"),
    Parameter("search"),
    Parameter("publisher", _publishers),
)
def sources(view: View, *, search: str = "", publisher: str = "") -> Answer:
    """Sources in view, those that support most first; every word of the search begins a word of each.

    The search looks at title, publisher, address and what a page was read for, whatever accents and capitals.
    """
    known, rows = _sources(view), rows_by_source(view, is_of_subjects(view))
    matching = known
    if publisher:
        matching = [source for source in matching if source.publisher == publisher]
    if search.strip():
        with_words = set(found(search, source_texts(view.whole)))
        matching = [source for source in matching if source.source_id in with_words]
    shown = {
        source.source_id: source
        for source in sorted(matching, key=lambda source: (-rows[source.source_id], source.source_id))
    }
    table = _table(view, shown.values())
    if not shown:
        if known and search.strip():
            none = _("No source has “{search}” in it.").format(search=search.strip())
            return nothing_found(none, table.columns)
        return nothing_found(_("No source matches."), table.columns)
    return listed(
        _say_found(tuple(shown.values()), known, search.strip(), publisher),
        table,
        Count.in_table("sources", shown),
    )


def _sources(view: View) -> Sequence[SourceRecord]:
    """What is shown rests on these; where more than phase and region is chosen, on those of what was chosen alone."""
    return source_records(view, is_of_subjects(view))


def _table(view: View, shown: Iterable[SourceRecord]) -> Table:
    def resting_on(source: SourceRecord) -> Count:
        return rows_resting_on(view, source.source_id, is_of_subjects(view))

    def in_table(table: str) -> Callable[[SourceRecord], Cell]:
        return lambda source: Count.in_table(table, resting_on(source).in_rows_of(table))

    own: list[CellOf[SourceRecord]] = [
        (Column("pairings", _("Pairings that rest on it"), "count"), in_table("pairings")),
        (Column("activities", _("Activities that rest on it"), "count"), in_table("activities")),
        (Column("supports", _("All rows that rest on it"), "count"), resting_on),
    ]
    return source_table(view, shown, SHOWN, own)


def _say_found(
    found: Sequence[SourceRecord], known: Sequence[SourceRecord], search: str, publisher: str
) -> str:
    number = len(found)
    values = {"count": format_number(number), "known": format_number(len(known)), "search": search}
    if search:
        return ngettext(
            "{count} of {known} sources has “{search}” in it.",
            "{count} of {known} sources have “{search}” in them.",
            number,
        ).format(**values)
    if publisher:
        return ngettext(
            "{publisher} published {count} of {known} sources.",
            "{publisher} published {count} of {known} sources.",
            number,
        ).format(**values, publisher=publisher)
    return _say_publishers(found)


def _say_publishers(found: Sequence[SourceRecord]) -> str:
    """On how many sources what is shown rests, and who published more of them than anybody else."""
    by_publisher: dict[str, list[str]] = {}
    for source in found:
        if source.publisher:
            by_publisher.setdefault(source.publisher, []).append(source.source_id)
    counts = {publisher: Count.in_table("sources", keys) for publisher, keys in by_publisher.items()}
    whole = Count.in_table("sources", (source.source_id for source in found))
    first = standing(counts, whole)
    values = {"sources": counted("tables", "sources", len(found)), "publisher": "".join(first.first[:1])}
    if first.kind == "all" and len(found) > 1:
        return _("What is shown rests on {sources}, all published by {publisher}.").format(**values)
    if first.kind != "lead":
        return _("What is shown rests on {sources}.").format(**values)
    return _("What is shown rests on {sources}; {publisher} published {share}, more than any other.").format(
        **values, share=part_of_whole(Share(first.count, whole))
    )
