"""An artificial programme some hundred times as large, made from the recorded one and a seed.

Every fact is copied with keys and names of its own ("… (artificial 17)"), places are moved a little, and copies hang
together as the originals do: about 15,000 pairings, 20,000 places, 60,000 activities, 250,000 cited sources.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from iurc_dash.dataset import Dataset, Release

SEED = 20261123
# How often rows of a table are copied; what is not named here is reference and stays as it is.
COPIES = {
    "pairings": 93,
    "places": 58,
    "activities": 84,
    "sources": 93,
    "contributions": 93,
    "stakeholders": 84,
    "network_members": 58,
}
# Tables that follow another: their rows are copied as often as that one's.
FOLLOWS = {
    "place_names": "places",
    "place_relations": "places",
    "pairing_members": "pairings",
    "pairing_themes": "pairings",
    "activity_editions": "activities",
    "activity_pairings": "activities",
    "activity_themes": "activities",
    "row_sources": "sources",
}
# Columns that name a row of a copied table; such a key gets the number of its copy.
KEYS = {
    "place_id": "places",
    "related_place_id": "places",
    "pairing_id": "pairings",
    "activity_id": "activities",
    "source_id": "sources",
    "contribution_id": "contributions",
    "stakeholder_id": "stakeholders",
    "member_id": "network_members",
}
NAMES = {"places": "name", "activities": "title", "sources": "title"}
KIND_TABLES = {"pairing": "pairings", "activity": "activities"}


def large_dataset(recorded: Dataset, seed: int = SEED) -> Dataset:
    """The recorded dataset copied as COPIES says; the same seed gives the same rows."""
    random = np.random.default_rng(seed)
    tables = {
        name: _copied(name, table, COPIES[FOLLOWS.get(name, name)], random)
        if FOLLOWS.get(name, name) in COPIES
        else table
        for name, table in recorded.tables.items()
    }
    return Dataset(tables, Release("0.0.0-artificial", recorded.release.date, f"artificial-{seed}"))


def _copied(name: str, table: pd.DataFrame, copies: int, random: np.random.Generator) -> pd.DataFrame:
    parts = [_copy(name, table, number, random) for number in range(copies)]
    return pd.concat(parts, ignore_index=True).astype(table.dtypes.to_dict())


def _copy(name: str, table: pd.DataFrame, number: int, random: np.random.Generator) -> pd.DataFrame:
    made = table.copy()
    for column in table.columns.intersection(list(KEYS)):
        made[column] = _renamed(table[column], number % COPIES[KEYS[column]])
    if "subject_id" in table.columns:
        for kind, of in KIND_TABLES.items():
            of_kind = table["subject_kind"] == kind
            made.loc[of_kind, "subject_id"] = _renamed(table.loc[of_kind, "subject_id"], number % COPIES[of])
    if name == "row_sources":
        made["row_id"] = _renamed_rows(table, number)
    if name in NAMES and number:
        made[NAMES[name]] = table[NAMES[name]] + f" (artificial {number})"
    if name == "sources" and number:
        made["url"] = table["url"] + f"#artificial-{number}"
    if name == "places" and number:
        made["latitude"] = (table["latitude"] + random.normal(0, 1.5, len(table))).clip(-80, 80)
        made["longitude"] = (table["longitude"] + random.normal(0, 1.5, len(table))).clip(-179, 179)
    return made


def _renamed(keys: pd.Series, number: int) -> pd.Series:
    return keys if number == 0 else keys.where(keys == "", keys + f"-x{number}")


def _renamed_rows(table: pd.DataFrame, number: int) -> pd.Series:
    """Keys of cited rows, of which each part that names a copied row is renamed."""
    renamed = table["row_id"].copy()
    for name, of in (
        ("pairings", ("pairings",)),
        ("activities", ("activities",)),
        ("contributions", ("contributions",)),
        ("stakeholders", ("stakeholders",)),
        ("network_members", ("network_members",)),
        ("pairing_members", ("pairings", "places")),
    ):
        rows = table["table_name"] == name
        parts = table.loc[rows, "row_id"].str.split("|", n=len(of) - 1, expand=True)
        keys = [_renamed(parts[place], number % COPIES[table_name]) for place, table_name in enumerate(of)]
        renamed.loc[rows] = keys[0] if len(keys) == 1 else keys[0].str.cat(keys[1], sep="|")
    return renamed
