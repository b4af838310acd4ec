"""Numbers that know their rows: a count, a share of counts, or a value that one row states.

Metrics give them, forms and tables hold them, and whatever shows one can open the rows behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Row(NamedTuple):
    """One row of the dataset: its table and its key; the columns of a longer key are joined by '|'."""

    table: str
    key: str


# Keys of rows by table, each once.
Rows = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False, slots=True)
class Count:
    """How many rows there are; a row stands in it once, whatever the number of reasons."""

    rows: Rows

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Count:
        """The count of the rows, in order of first appearance."""
        found: dict[str, dict[str, None]] = {}
        for table, key in rows:
            found.setdefault(table, {})[key] = None
        return cls({table: tuple(keys) for table, keys in found.items()})

    @classmethod
    def in_table(cls, table: str, keys: Iterable[str]) -> Count:
        """The count of rows of one table; no key gives the count of nothing."""
        distinct = tuple(dict.fromkeys(keys))
        return cls({table: distinct} if distinct else {})

    @classmethod
    def union(cls, counts: Iterable[Count]) -> Count:
        """The count of the rows of several counts, each row once."""
        found: dict[str, dict[str, None]] = {}
        for count in counts:
            for table, keys in count.rows.items():
                found.setdefault(table, {}).update(dict.fromkeys(keys))
        return cls({table: tuple(keys) for table, keys in found.items()})

    @property
    def value(self) -> int:
        """The number itself."""
        return sum(map(len, self.rows.values()))

    def __bool__(self) -> bool:
        return any(self.rows.values())

    def __add__(self, other: Count) -> Count:
        """The count of the rows of both, each once."""
        return Count.union((self, other))

    def __iter__(self) -> Iterator[Row]:
        return (Row(table, key) for table, keys in self.rows.items() for key in keys)

    def in_rows_of(self, table: str) -> tuple[str, ...]:
        """Keys of the counted rows of one table."""
        return self.rows.get(table, ())


NOTHING = Count({})


@dataclass(frozen=True, eq=False, slots=True)
class Share:
    """A part of a whole; the rows of the part are among those of the whole."""

    part: Count
    whole: Count

    @property
    def value(self) -> float | None:
        """0 to 1; None where there is no whole."""
        return self.part.value / self.whole.value if self.whole else None

    @property
    def rest(self) -> Count:
        """The rows of the whole that are none of the part."""
        left = {}
        for table, keys in self.whole.rows.items():
            part = set(self.part.in_rows_of(table))
            left[table] = tuple(key for key in keys if key not in part)
        return Count({table: keys for table, keys in left.items() if keys})

    @property
    def rows(self) -> Rows:
        """The rows of the part."""
        return self.part.rows


@dataclass(frozen=True, eq=False, slots=True)
class Stated:
    """A value as one row states it: a date, a total that the programme published, a number of people."""

    value: str | float | int
    row: Row

    @property
    def rows(self) -> Rows:
        """The one row that says it."""
        return {self.row.table: (self.row.key,)}


Quantity = Count | Share | Stated


def amount(quantity: Quantity | None) -> float:
    """The number of a quantity, such as a bar's length; 0 where there is none, or a date."""
    value = quantity.value if quantity is not None else None
    return float(value) if isinstance(value, int | float) else 0.0


@dataclass(frozen=True, eq=False, slots=True)
class Mark:
    """What shows one quantity: its key, what it is called, and the quantity; None where nothing can be."""

    key: str
    label: str
    quantity: Quantity | None
