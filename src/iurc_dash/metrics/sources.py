"""Which rows rest on which source, counted as readers count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.quantities import Count, Row, Rows
from iurc_dash.reading import rows_in
from iurc_dash.view import View

# Tables of facts and the columns that identify a row, as tables/ has them; that module is too slow to import
# on the way to a page, so a test keeps these two in step.
FACT_KEYS: dict[str, tuple[str, ...]] = {
    "editions": ("edition_id",),
    "pairings": ("pairing_id",),
    "pairing_members": ("pairing_id", "place_id"),
    "contributions": ("contribution_id",),
    "activities": ("activity_id",),
    "stakeholders": ("stakeholder_id",),
    "thematic_networks": ("network_id",),
    "network_members": ("member_id",),
    "reported_figures": ("figure_id",),
}
# A member row supports its pairing, as readers see it.
SEEN_AS = {"pairing_members": "pairings"}


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
    found: dict[str, list[Row]] = {}
    for pairing, place in rows_in(dataset["pairing_members"], "pairing_id", "place_id"):
        key = place if table_name == "places" else country_of[place]
        found.setdefault(key, []).append(Row("pairing_members", f"{pairing}|{place}"))
    for member, place in rows_in(dataset["network_members"], "member_id", "place_id"):
        key = place if table_name == "places" else country_of[place]
        found.setdefault(key, []).append(Row("network_members", member))
    return {key: tuple(rows) for key, rows in found.items()}


def sources_of_row(dataset: Dataset, row: Row) -> tuple[str, ...]:
    """Source keys that a row rests on; a place or country rests on the rows that name it, a source on itself."""
    if row.table == "sources":
        return (row.key,)
    if row.table in ("places", "countries"):
        naming = _rows_naming(dataset, row.table).get(row.key, ())
        return tuple(dict.fromkeys(source for named in naming for source in sources_of_row(dataset, named)))
    return sources_by_row(dataset).get(row.table, {}).get(row.key, ())


def sources_of_rows(dataset: Dataset, rows: Rows) -> tuple[str, ...]:
    """Source keys behind rows, most used first, then by key; each once."""
    used: Counter[str] = Counter()
    for table, keys in rows.items():
        for key in keys:
            used.update(sources_of_row(dataset, Row(table, key)))
    return tuple(sorted(used, key=lambda source: (-used[source], source)))


def first_source(dataset: Dataset, row: Row) -> str:
    """The first source that a row cites; blank where it cites none."""
    return next(iter(sources_of_row(dataset, row)), "")


@dataclass(frozen=True, eq=False)
class SourceRecord:
    """One source, and the rows in view that rest on it; a pairing and its members are the pairing, once."""

    source_id: str
    url: str
    title: str
    publisher: str
    published_date: str
    read_as: str
    supports: Count


@derived
def fact_rows(view: View) -> tuple[Row, ...]:
    """Every row of a table of facts in view; the columns of a longer key are joined by '|'."""
    return tuple(
        Row(table, "|".join(key))
        for table, columns in FACT_KEYS.items()
        for key in rows_in(view[table], *columns)
    )


def _rows_of_subjects(view: View) -> Iterator[Row]:
    """Rows of pairings, activities and what belongs to them."""
    of_subjects = ("pairings", "pairing_members", "activities", "contributions", "stakeholders")
    return (row for row in fact_rows(view) if row.table in of_subjects)


@derived
def sources_of_subjects(view: View) -> Count:
    """Sources that pairings, activities and what belongs to them rest on: those of source_records, quicker."""
    found = (source for row in _rows_of_subjects(view) for source in sources_of_row(view.whole, row))
    return Count.in_table("sources", found)


@derived
def source_records(view: View, about_subjects: bool = False) -> tuple[SourceRecord, ...]:
    """Sources that a row in view rests on, in the dataset's order.

    With `about_subjects`, only rows of pairings, activities and what belongs to them are looked at: editions,
    networks and totals of a whole programme say nothing of one country or goal.
    """
    rows = _rows_of_subjects(view) if about_subjects else fact_rows(view)
    supports: dict[str, list[Row]] = {}
    for row in rows:
        for source in sources_of_row(view.whole, row):
            seen = row if row.table not in SEEN_AS else Row(SEEN_AS[row.table], row.key.split("|")[0])
            supports.setdefault(source, []).append(seen)
    columns = ("source_id", "url", "title", "publisher", "published_date", "read_as")
    return tuple(
        SourceRecord(source, url, title, publisher, published, read_as, Count.of(supports[source]))
        for source, url, title, publisher, published, read_as in rows_in(view.whole["sources"], *columns)
        if source in supports
    )
