"""Who took part besides cities and regions, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.reading import rows_in

SUBJECT_KINDS = ("pairing", "activity")


@dataclass(frozen=True)
class StakeholderCount:
    """For one kind of stakeholder the pairings and the activities that name one or more of it, each once."""

    kind: str
    pairings: tuple[str, ...]
    activities: tuple[str, ...]


def stakeholder_counts(dataset: Dataset) -> tuple[StakeholderCount, ...]:
    """Kinds of stakeholder that are recorded, those of most pairings and activities first."""
    table = dataset["stakeholders"]
    found: dict[str, dict[str, dict[str, None]]] = {}
    for kind, subject_kind, subject in rows_in(table, "kind", "subject_kind", "subject_id"):
        found.setdefault(kind, {name: {} for name in SUBJECT_KINDS})[subject_kind][subject] = None
    counts = [StakeholderCount(kind, tuple(s["pairing"]), tuple(s["activity"])) for kind, s in found.items()]
    return tuple(sorted(counts, key=lambda count: (-len(count.pairings) - len(count.activities), count.kind)))


@lru_cache(maxsize=8)
def stakeholder_kinds(dataset: Dataset, subject_kind: str) -> Mapping[str, tuple[str, ...]]:
    """For each pairing or activity that names stakeholders their kinds, each once, in the order recorded."""
    found: dict[str, dict[str, None]] = {}
    for kind, of_kind, subject in rows_in(dataset["stakeholders"], "kind", "subject_kind", "subject_id"):
        if of_kind == subject_kind:
            found.setdefault(subject, {})[kind] = None
    return {subject: tuple(kinds) for subject, kinds in found.items()}
