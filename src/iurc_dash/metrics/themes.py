"""Which themes pairings and activities work on, by phase and region."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.reading import rows_in

CIRCULAR_ECONOMY = "circular-economy"
# What came out rather than what was held: the kinds of activity that leave something to read or to see.
RESULT_KINDS = ("action plan", "agreement", "case study", "pilot project", "publication")


@lru_cache(maxsize=32)
def theme_links(dataset: Dataset) -> pd.DataFrame:
    """One row per pairing and theme, however many labels stand for it.

    Columns: pairing_id, theme_id, cluster_id, phase_id, region_id.
    """
    pairings, editions = dataset["pairings"], dataset["editions"]
    edition_of = dict(rows_in(pairings, "pairing_id", "edition_id"))
    phase_of = dict(rows_in(editions, "edition_id", "phase_id"))
    region_of = dict(rows_in(editions, "edition_id", "region_id"))
    cluster_of = cluster_of_theme(dataset)
    table = dataset["pairing_themes"]
    links = dict.fromkeys(rows_in(table, "pairing_id", "theme_id"))
    rows = [
        (pairing, theme, cluster_of[theme], phase_of[edition_of[pairing]], region_of[edition_of[pairing]])
        for pairing, theme in links
    ]
    return pd.DataFrame(
        rows, columns=["pairing_id", "theme_id", "cluster_id", "phase_id", "region_id"], dtype=object
    )


def counts_of_pairings(links: pd.DataFrame, *by: str) -> dict[tuple[str, ...], int]:
    """Distinct pairings by the given columns of `theme_links`; a pairing counts once in each group."""
    groups: dict[tuple[str, ...], set[str]] = {}
    for pairing, *key in rows_in(links, "pairing_id", *by):
        groups.setdefault(tuple(key), set()).add(pairing)
    return {key: len(pairings) for key, pairings in groups.items()}


def cluster_of_theme(dataset: Dataset) -> Mapping[str, str]:
    """The cluster key of each theme."""
    themes = dataset["themes"]
    return dict(rows_in(themes, "theme_id", "cluster_id"))


def clusters_in_order(dataset: Dataset) -> list[str]:
    """Cluster keys in the order of lists and charts."""
    return list(dataset["thematic_clusters"].sort_values("order")["cluster_id"])


def labels_of_theme(dataset: Dataset, theme_id: str) -> dict[str, tuple[str, ...]]:
    """For each pairing that works on the theme the labels that its sources wrote for it."""
    table = dataset["pairing_themes"]
    labels: dict[str, dict[str, None]] = {}
    for pairing, theme, label in rows_in(table, "pairing_id", "theme_id", "label"):
        if theme == theme_id:
            labels.setdefault(pairing, {})[label] = None
    return {pairing: tuple(found) for pairing, found in labels.items()}


@lru_cache(maxsize=32)
def activity_homes(dataset: Dataset) -> Mapping[str, str]:
    """The edition that each activity is counted under, among the editions that the dataset still has.

    That is its own edition; where a selection has left that one out, the first chosen one that recorded it,
    so that an activity counts once and in a phase and region that were asked for.
    """
    editions = list(dataset["editions"]["edition_id"])
    present = set(editions)
    recorded = dataset["activity_editions"]
    others: dict[str, str] = {}
    for activity, edition in rows_in(recorded, "activity_id", "edition_id"):
        if edition in present:
            others.setdefault(activity, edition)
    table = dataset["activities"]
    return {
        activity: edition if edition in present else others.get(activity, "")
        for activity, edition in rows_in(table, "activity_id", "edition_id")
    }


def activities_on_theme(dataset: Dataset, theme_id: str) -> pd.DataFrame:
    """Activities whose own sources name the theme.

    Columns: activity_id, kind, edition_id (the one it is counted under).
    """
    table = dataset["activity_themes"]
    named = set(table.loc[table["theme_id"] == theme_id, "activity_id"])
    homes = activity_homes(dataset)
    activities = dataset["activities"]
    rows = [
        (activity, kind, homes[activity])
        for activity, kind in rows_in(activities, "activity_id", "kind")
        if activity in named
    ]
    return pd.DataFrame(rows, columns=["activity_id", "kind", "edition_id"], dtype=object)
