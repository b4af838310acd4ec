"""Phases, regions and editions that a dataset still has, in the order readers see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.reading import rows_in

PROGRAMME_WIDE = "ALL"


@dataclass(frozen=True)
class EditionPlace:
    """Where an edition stands: its phase and its region."""

    phase_id: str
    region_id: str


@lru_cache(maxsize=32)
def edition_places(dataset: Dataset) -> Mapping[str, EditionPlace]:
    """Phase and region of each edition of the dataset."""
    table = dataset["editions"]
    rows = rows_in(table, "edition_id", "phase_id", "region_id")
    return {edition: EditionPlace(phase, region) for edition, phase, region in rows}


@lru_cache(maxsize=32)
def phases_shown(dataset: Dataset) -> tuple[str, ...]:
    """Keys of the phases that the dataset has an edition of, earliest first."""
    present = {place.phase_id for place in edition_places(dataset).values()}
    return tuple(phase for phase in dataset["phases"]["phase_id"] if phase in present)


@lru_cache(maxsize=32)
def regions_shown(dataset: Dataset) -> tuple[str, ...]:
    """Keys of the regions that the dataset has an edition of, in order; the whole programme is one of them."""
    present = {place.region_id for place in edition_places(dataset).values()}
    ordered = sorted(rows_in(dataset["regions"], "order", "region_id"))
    return tuple(region for _order, region in ordered if region in present)


@lru_cache(maxsize=4)
def existing_editions(dataset: Dataset) -> frozenset[tuple[str, str]]:
    """(region key, phase key) of every edition; any other combination never was."""
    return frozenset((place.region_id, place.phase_id) for place in edition_places(dataset).values())


def previous_phase(dataset: Dataset, phase_id: str) -> str:
    """The phase before a phase; blank for the first."""
    phases = list(dataset["phases"]["phase_id"])
    position = phases.index(phase_id)
    return str(phases[position - 1]) if position else ""
