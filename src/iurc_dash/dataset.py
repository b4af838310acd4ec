"""All tables of the package together: whole, frozen, shared by every session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import pandas as pd

from iurc_dash.problems import Problem


@dataclass(frozen=True)
class Release:
    """Which state of the data this is: version and date as stated, and a short hash of the tables themselves."""

    version: str
    date: str
    fingerprint: str


@dataclass(frozen=True, eq=False)
class Dataset:
    """Every table by its name, the release of the data, and what a reader must be warned of.

    Nobody writes to a table: the one Dataset is shared by all sessions. Text cells are strings and blank is
    the empty string; numbers are missing where not known. Two Datasets are equal only when they are the
    same object, so a Dataset can key a cache.
    """

    tables: Mapping[str, pd.DataFrame]
    release: Release
    warnings: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", MappingProxyType(dict(self.tables)))

    def __getitem__(self, table_name: str) -> pd.DataFrame:
        return self.tables[table_name]

    def with_tables(self, **tables: pd.DataFrame) -> Dataset:
        """The same dataset with some tables replaced, such as by narrower ones."""
        unknown = set(tables) - set(self.tables)
        if unknown:
            raise KeyError(f"No such table: {', '.join(sorted(unknown))}")
        return Dataset({**self.tables, **tables}, self.release, self.warnings)

    @property
    def version(self) -> str:
        """The version that the data states."""
        return self.release.version

    @property
    def date(self) -> str:
        """The day that the data stands for, as ISO."""
        return self.release.date

    @cached_property
    def names(self) -> Names:
        """Display names of everything that has one."""
        return Names.of(self)


@dataclass(frozen=True)
class Names:
    """What readers call things, by key."""

    places: Mapping[str, str]
    place_countries: Mapping[str, str]
    countries: Mapping[str, str]
    pairings: Mapping[str, str]
    editions: Mapping[str, str]
    regions: Mapping[str, str]
    phases: Mapping[str, str]
    themes: Mapping[str, str]
    clusters: Mapping[str, str]
    goals: Mapping[str, str]
    agendas: Mapping[str, str]

    @classmethod
    def of(cls, dataset: Dataset) -> Names:
        """Names from the dataset; a pairing is called after its members, EU side first."""
        places = _lookup(dataset["places"], "place_id", "name")
        return cls(
            places=places,
            place_countries=_lookup(dataset["places"], "place_id", "country_code"),
            countries=_lookup(dataset["countries"], "country_code", "name"),
            pairings=_pairing_names(dataset["pairing_members"], places),
            editions=_lookup(dataset["editions"], "edition_id", "short_name"),
            regions=_lookup(dataset["regions"], "region_id", "name"),
            phases=_lookup(dataset["phases"], "phase_id", "name"),
            themes=_lookup(dataset["themes"], "theme_id", "name"),
            clusters=_lookup(dataset["thematic_clusters"], "cluster_id", "name"),
            goals=_lookup(dataset["goals"], "goal_id", "name"),
            agendas=_lookup(dataset["agendas"], "agenda_id", "name"),
        )


def _lookup(table: pd.DataFrame, key: str, value: str) -> dict[str, str]:
    return dict(zip(table[key], table[value], strict=True))


def _pairing_names(members: pd.DataFrame, places: Mapping[str, str]) -> dict[str, str]:
    """'Bologna – Austin', 'Bergamo, Rimini – Aurora': sides apart by a dash, members of a side by commas."""
    names: dict[str, dict[str, list[str]]] = {}
    for row in members.sort_values(["pairing_id", "order"]).itertuples(index=False):
        sides = names.setdefault(str(row.pairing_id), {"EU": [], "partner": []})
        sides[str(row.side)].append(places[str(row.place_id)])
    return {
        pairing_id: " – ".join(", ".join(side) for side in (sides["EU"], sides["partner"]) if side)
        for pairing_id, sides in names.items()
    }
