"""Which rows rest on which source, counted as readers count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.quantities import Count, Row, Rows
from iurc_dash.reading import grouped, rows_in
from iurc_dash.tables.keys import FACT_TABLES, KEYS, SEEN_AS
from iurc_dash.view import View

# Facets that narrow whole editions too.
OF_EDITIONS = ("phases", "regions")
# Pairings, activities and what belongs to them, as readers see it.
OF_SUBJECTS = ("pairings", "activities", "contributions", "stakeholders")


@derived
def sources_by_row(dataset: Dataset) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Source keys by table and row key, in the order recorded."""
    found: dict[str, dict[str, list[str]]] = {}
    for table, row, source in rows_in(dataset["row_sources"], "table_name", "row_id", "source_id"):
        found.setdefault(table, {}).setdefault(row, []).append(source)
    return {table: {row: tuple(keys) for row, keys in rows.items()} for table, rows in found.items()}


@derived
def _rows_naming(dataset: Dataset, table_name: str) -> Mapping[str, tuple[Row, ...]]:
    """For places and countries, which cite nothing themselves, the rows of members that name them."""
    country_of = dict(rows_in(dataset["places"], "place_id", "country_code"))
    members = rows_in(dataset["pairing_members"], "pairing_id", "place_id")
    participants = rows_in(dataset["network_members"], "member_id", "place_id")
    naming = [
        *((place, Row("pairing_members", f"{pairing}|{place}")) for pairing, place in members),
        *((place, Row("network_members", member)) for member, place in participants),
    ]
    return grouped((place if table_name == "places" else country_of[place], row) for place, row in naming)


def sources_of_row(dataset: Dataset, row: Row) -> tuple[str, ...]:
    """Source keys that a row rests on; a place or country rests on the rows that name it, a source on itself."""
    return _sources_in(dataset, row.table)(row.key)


def _sources_in(dataset: Dataset, table: str) -> Callable[[str], tuple[str, ...]]:
    """The function that gives the source keys of a row of the table by its key."""
    cited = sources_by_row(dataset)
    if table == "sources":
        return lambda key: (key,)
    if table in ("places", "countries"):
        naming = _rows_naming(dataset, table)
        return lambda key: tuple(
            dict.fromkeys(
                source
                for named in naming.get(key, ())
                for source in cited.get(named.table, {}).get(named.key, ())
            )
        )
    of_table = cited.get(table, {})
    return lambda key: of_table.get(key, ())


def sources_of_rows(dataset: Dataset, rows: Rows) -> tuple[str, ...]:
    """Source keys behind rows, most used first, then by key; each once."""
    used: Counter[str] = Counter()
    for table, keys in rows.items():
        used.update(chain.from_iterable(map(_sources_in(dataset, table), keys)))
    return tuple(sorted(used, key=lambda source: (-used[source], source)))


class SourceRecord(NamedTuple):
    """One source."""

    source_id: str
    url: str
    title: str
    publisher: str
    published_date: str
    read_as: str


@derived
def every_source(dataset: Dataset) -> tuple[SourceRecord, ...]:
    """All sources in the dataset's order."""
    return tuple(map(SourceRecord._make, rows_in(dataset["sources"], *SourceRecord._fields)))


@derived
def sources_by_key(dataset: Dataset) -> Mapping[str, SourceRecord]:
    """All sources by their key."""
    return {source.source_id: source for source in every_source(dataset)}


def source_records(view: View, about_subjects: bool = False) -> tuple[SourceRecord, ...]:
    """Sources that a row in view rests on, in the dataset's order.

    With `about_subjects`, only rows of pairings, activities and what belongs to them are looked at: editions,
    networks and totals of a whole programme say nothing of one country or goal.
    """
    rows = rows_by_source(view, about_subjects)
    return tuple(source for source in every_source(view.whole) if source.source_id in rows)


def is_of_subjects(view: View) -> bool:
    """Whether more than phase and region is chosen, so that whole programmes in a region are not what is shown.

    Editions, networks and totals have a phase and a region, and nothing else that can be chosen.
    """
    return any(facet not in OF_EDITIONS for facet in view.selection.narrowed_facets())


def sources_of_subjects(view: View) -> Count:
    """Sources that pairings, activities and what belongs to them rest on."""
    return Count.in_table("sources", rows_by_source(view, about_subjects=True))


def rows_resting_on(view: View, source_id: str, about_subjects: bool = False) -> Count:
    """The rows in view that rest on a source, those that `rows_by_source` counts."""
    return Count.of(
        row
        for row in _rows_as_seen(view.whole).get(source_id, ())
        if row.key in keys_in_view(view, row.table) and (row.table in OF_SUBJECTS or not about_subjects)
    )


@derived
def keys_in_view(view: View, table: str) -> frozenset[str]:
    """Keys of the rows in view of a table of facts whose key is one column."""
    (column,) = KEYS[table]
    return frozenset(view[table][column].tolist())


@derived
def rows_by_source(view: View, about_subjects: bool = False) -> Mapping[str, int]:
    """How many rows in view rest on each source; a pairing and its members are the pairing, once."""
    found: Counter[str] = Counter()
    for table, cited in _sources_as_seen(view.whole).items():
        if table in OF_SUBJECTS or not about_subjects:
            (column,) = KEYS[table]
            found.update(chain.from_iterable(cited.get(key, ()) for key in view[table][column].tolist()))
    return found


@derived
def _sources_as_seen(dataset: Dataset) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Source keys by table and row key, each once; those of a pairing's members are the pairing's."""
    cited = sources_by_row(dataset)
    found: dict[str, dict[str, tuple[str, ...]]] = {
        table: dict(cited.get(table, {})) for table in FACT_TABLES if table not in SEEN_AS
    }
    for table, seen_as in SEEN_AS.items():
        for key, sources in cited.get(table, {}).items():
            seen = key.split("|")[0]
            found[seen_as][seen] = tuple(dict.fromkeys((*found[seen_as].get(seen, ()), *sources)))
    return found


@derived
def _rows_as_seen(dataset: Dataset) -> Mapping[str, Sequence[Row]]:
    """The rows that rest on each source."""
    return grouped(
        (source, Row(table, key))
        for table, cited in _sources_as_seen(dataset).items()
        for key, sources in cited.items()
        for source in sources
    )
