"""What is counted on the first page: pairings, places, countries, activities and editions, by phase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.editions import PROGRAMME_WIDE, edition_places, phases_shown
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.themes import activity_homes

COUNTED = ("pairings", "places", "countries", "activities", "editions")


@dataclass(frozen=True)
class Counted:
    """Keys of what is counted, by phase. One key can stand in several phases, a pairing or activity in one."""

    by_phase: Mapping[str, tuple[str, ...]]

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, each once, in order of first appearance."""
        return tuple(dict.fromkeys(key for keys in self.by_phase.values() for key in keys))

    def in_phase(self, phase_id: str) -> int:
        """How many stand in the phase."""
        return len(self.by_phase[phase_id])


@lru_cache(maxsize=32)
def counted(dataset: Dataset) -> Mapping[str, Counted]:
    """For each of COUNTED the keys by phase, every phase of the dataset named.

    Places and countries are those of pairings' members. An edition is counted where a pairing or an activity
    of it is recorded; the programme as a whole is no edition.
    """
    editions, phases = edition_places(dataset), phases_shown(dataset)
    found: dict[str, dict[str, dict[str, None]]] = {what: {phase: {} for phase in phases} for what in COUNTED}
    pairings, members = dataset["pairings"], dataset["pairing_members"]
    phase_of = {}
    for pairing, edition in rows_in(pairings, "pairing_id", "edition_id"):
        phase = phase_of[pairing] = editions[edition].phase_id
        found["pairings"][phase][pairing] = None
        _count_edition(found, editions[edition].region_id, phase, edition)
    countries = dataset.names.place_countries
    for pairing, place in rows_in(members, "pairing_id", "place_id"):
        found["places"][phase_of[pairing]][place] = None
        found["countries"][phase_of[pairing]][countries[place]] = None
    for activity, edition in activity_homes(dataset).items():
        found["activities"][editions[edition].phase_id][activity] = None
    recorded = dataset["activity_editions"]["edition_id"].tolist()
    for edition in dict.fromkeys(recorded):
        if edition in editions:
            _count_edition(found, editions[edition].region_id, editions[edition].phase_id, edition)
    return {
        what: Counted({phase: tuple(keys) for phase, keys in by_phase.items()})
        for what, by_phase in found.items()
    }


def _count_edition(
    found: dict[str, dict[str, dict[str, None]]], region: str, phase: str, edition: str
) -> None:
    if region != PROGRAMME_WIDE:
        found["editions"][phase][edition] = None


def pairings_by_region_and_phase(dataset: Dataset) -> Counter[tuple[str, str]]:
    """Number of pairings by (region key, phase key)."""
    editions = edition_places(dataset)
    return Counter(
        (editions[edition].region_id, editions[edition].phase_id)
        for edition in dataset["pairings"]["edition_id"].tolist()
    )


@dataclass(frozen=True)
class PairingKinds:
    """How many pairings have more than two members, and how many are between regions."""

    groups: int
    regions: int


def pairing_kinds(dataset: Dataset) -> PairingKinds:
    """Counts of trios and larger groups, and of pairings between regions."""
    sizes = Counter(dataset["pairing_members"]["pairing_id"].tolist())
    return PairingKinds(
        groups=sum(size > 2 for size in sizes.values()),
        regions=sum(kind == "region" for kind in dataset["pairings"]["kind"].tolist()),
    )


def places_in_networks_only(dataset: Dataset) -> tuple[str, ...]:
    """Places that took part in an edition or one of its networks and are in none of the pairings."""
    paired = set(dataset["pairing_members"]["place_id"])
    return tuple(
        dict.fromkeys(
            place for place in dataset["network_members"]["place_id"].tolist() if place not in paired
        )
    )


@dataclass(frozen=True)
class Completeness:
    """Of how many pairings something is recorded."""

    pairings: int
    with_themes: int
    with_start: int
    with_goals: int
    with_stated_goals: int


def completeness(dataset: Dataset) -> Completeness:
    """How many pairings have a theme, a start date, a Sustainable Development Goal, one that a source stated."""
    pairings = dataset["pairings"]
    goals: set[str] = set()
    stated: set[str] = set()
    links = dataset["contributions"]
    rows = rows_in(links, "subject_kind", "subject_id", "agenda_id", "goal_id", "basis")
    for kind, subject, agenda, goal, basis in rows:
        if kind == "pairing" and agenda == "sdg" and goal:
            goals.add(subject)
            if basis == "stated":
                stated.add(subject)
    return Completeness(
        pairings=len(pairings),
        with_themes=len(set(dataset["pairing_themes"]["pairing_id"])),
        with_start=sum(1 for start in pairings["start_date"].tolist() if start),
        with_goals=len(goals),
        with_stated_goals=len(stated),
    )
