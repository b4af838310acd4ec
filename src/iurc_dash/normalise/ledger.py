"""The account of the build: what became of every collected row and of every value in a list cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from iurc_dash.sources.collected import values
from iurc_dash.sources.collected_tables import COLLECTED_COLUMNS, LIST_COLUMNS, SOURCE_COLUMNS
from iurc_dash.sources.raw import Origin, RawTables

ROW = "row"
# What can become of a row or value.
FATES = ("kept", "merged", "set_aside", "refused")


@dataclass(frozen=True)
class Entry:
    """What became of one row (`part` is 'row') or of the values of one cell (`part` is the column).

    `kept` rows of a package table, `merged` into a row that was there, `set_aside` with a reason, `refused`;
    together one more than `split`, the rows that a single one gave over and above itself.
    """

    table: str
    part: str
    origin: Origin
    kept: int = 0
    merged: int = 0
    set_aside: int = 0
    refused: int = 0
    reason: str = ""


@dataclass(frozen=True)
class LedgerLine:
    """Sums for one collected table and part: read + split = kept + merged + set aside + refused."""

    table: str
    part: str
    target: str
    read: int
    split: int
    kept: int
    merged: int
    set_aside: int
    refused: int


@dataclass
class Ledger:
    """Entries as the build makes them, and what was read and made, counted apart from them."""

    entries: list[Entry] = field(default_factory=list)
    read: dict[tuple[str, str], int] = field(default_factory=dict)
    corrections: int = 0

    def lines(self) -> list[LedgerLine]:
        """One line for each collected table and part, rows first."""
        sums: dict[tuple[str, str], Counter[str]] = {key: Counter() for key in self.read}
        for entry in self.entries:
            line = sums.setdefault((entry.table, entry.part), Counter())
            fates = {fate: getattr(entry, fate) for fate in FATES}
            line.update(fates, split=sum(fates.values()) - 1)
        return [
            LedgerLine(
                table,
                part,
                target=target(table, part),
                read=self.read.get((table, part), 0),
                **{sum_of: line[sum_of] for sum_of in ("split", *FATES)},
            )
            for (table, part), line in sums.items()
        ]

    def reasons(self) -> list[tuple[str, str, str, int]]:
        """Why rows or values were merged, set aside or refused: (table, part, reason, how many)."""
        counts: Counter[tuple[str, str, str]] = Counter()
        for entry in self.entries:
            if count := entry.merged + entry.set_aside + entry.refused:
                counts[entry.table, entry.part, entry.reason] += count
        return [(*key, count) for key, count in sorted(counts.items())]

    def gaps(self, made: Mapping[str, int], derived: Mapping[str, int]) -> list[str]:
        """What does not add up: empty when all is accounted for.

        `made` counts the rows of each package table, `derived` those of them that no collected row gave.
        """
        wrong = []
        kept: Counter[str] = Counter()
        for line in self.lines():
            kept[line.target] += line.kept
            if line.read + line.split != line.kept + line.merged + line.set_aside + line.refused:
                wrong.append(f"{line.table}.{line.part}: {line}")
        for name, count in kept.items():
            if name and count + derived.get(name, 0) != made[name]:
                wrong.append(f"{name}: {count} kept, {derived.get(name, 0)} derived, {made[name]} made")
        return wrong


_TARGETS = {
    ("pairings", "themes"): "pairing_themes",
    ("activities", "pairing_keys"): "activity_pairings",
    ("activities", "themes"): "activity_themes",
    ("editions", "partner_countries"): "edition_countries",
    ("network", "thematic_network"): "thematic_networks",
    ("members", ROW): "pairing_members",
    ("network", ROW): "network_members",
    ("sdg", ROW): "contributions",
    ("agendas", ROW): "contributions",
    ("figures", ROW): "reported_figures",
    ("same_events", ROW): "",
}


def target(table: str, part: str) -> str:
    """The package table that the rows or values of a collected table become rows of."""
    return "row_sources" if part in SOURCE_COLUMNS else _TARGETS.get((table, part), table)


def counts_read(collected: RawTables) -> dict[tuple[str, str], int]:
    """Rows of each collected table and values of its list cells, counted from the files alone."""
    counts: dict[tuple[str, str], int] = {}
    for table, rows in collected.tables.items():
        counts[table, ROW] = len(rows)
        for column in (*LIST_COLUMNS.get(table, ()), *SOURCE_COLUMNS):
            if column in COLLECTED_COLUMNS[table]:
                counts[table, column] = sum(len(values(row[column])) for row in rows)
    return counts
