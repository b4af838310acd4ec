"""Which rows rest on which source, counted as readers count them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.reading import rows_in

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


@dataclass(frozen=True)
class SourceRecord:
    """One source and the keys of the rows that rest on it, by table."""

    source_id: str
    url: str
    title: str
    publisher: str
    published_date: str
    read_as: str
    supports: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=32)
def fact_rows(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Row keys of every table of facts; the columns of a longer key are joined by '|', as in row_sources."""
    rows = {}
    for table_name, columns in FACT_KEYS.items():
        table = dataset[table_name]
        rows[table_name] = tuple("|".join(key) for key in rows_in(table, *columns))
    return rows


@lru_cache(maxsize=32)
def source_records(dataset: Dataset) -> tuple[SourceRecord, ...]:
    """Sources that at least one fact row of the dataset rests on, in the dataset's order.

    A pairing and its members count as the pairing, once.
    """
    present = {(table_name, key) for table_name, keys in fact_rows(dataset).items() for key in keys}
    supports: dict[str, dict[str, dict[str, None]]] = {}
    cited = dataset["row_sources"]
    for table_name, row_id, source in rows_in(cited, "table_name", "row_id", "source_id"):
        if (table_name, row_id) in present:
            seen_as = SEEN_AS.get(table_name, table_name)
            key = row_id.split("|")[0] if table_name in SEEN_AS else row_id
            supports.setdefault(source, {}).setdefault(seen_as, {})[key] = None
    columns = ("source_id", "url", "title", "publisher", "published_date", "read_as")
    return tuple(
        SourceRecord(
            source, url, title, publisher, published, read_as,
            {name: tuple(keys) for name, keys in supports[source].items()},
        )
        for source, url, title, publisher, published, read_as in rows_in(dataset["sources"], *columns)
        if source in supports
    )  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A source as a link: its title (its address where it has none) and its address."""

    title: str
    url: str


@lru_cache(maxsize=32)
def first_pages(dataset: Dataset, table_name: str) -> Mapping[str, Page]:
    """For each row of a table that cites a source the first page it cites."""
    sources = dataset["sources"]
    pages = {
        source: Page(title or url, url)
        for source, title, url in rows_in(sources, "source_id", "title", "url")
    }
    cited = dataset["row_sources"]
    cited = cited[cited["table_name"] == table_name]
    first: dict[str, Page] = {}
    for row, source in rows_in(cited, "row_id", "source_id"):
        first.setdefault(row, pages[source])
    return first
