"""What may be worth saying first: who came back, what share moved, what sources state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.activities import activity_records
from iurc_dash.metrics.editions import PROGRAMME_WIDE, edition_places, phases_shown
from iurc_dash.metrics.overview import counted
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.themes import CIRCULAR_ECONOMY, theme_links


@dataclass(frozen=True)
class PhaseShare:
    """In one phase the keys of a part and of the whole that it is a part of."""

    phase_id: str
    part: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def share(self) -> float:
        """The part of the whole, 0 to 1; 0 where there is no whole."""
        return len(self.part) / len(self.whole) if self.whole else 0.0


def phases_of_places(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """For each place in a pairing the phases it took part in, earliest first."""
    phases: dict[str, tuple[str, ...]] = {}
    for phase, places in counted(dataset)["places"].by_phase.items():
        for place in places:
            phases[place] = (*phases.get(place, ()), phase)
    return phases


def circular_economy_shares(dataset: Dataset) -> tuple[PhaseShare, ...]:
    """By phase the pairings on the circular economy among those that have a theme recorded."""
    links = theme_links(dataset)
    part: dict[str, dict[str, None]] = {}
    whole: dict[str, dict[str, None]] = {}
    for pairing, theme, phase in rows_in(links, "pairing_id", "theme_id", "phase_id"):
        whole.setdefault(phase, {})[pairing] = None
        if theme == CIRCULAR_ECONOMY:
            part.setdefault(phase, {})[pairing] = None
    return _by_phase(dataset, part, whole)


def online_shares(dataset: Dataset) -> tuple[PhaseShare, ...]:
    """By phase the online events among the events of which a source says how they were held."""
    part: dict[str, dict[str, None]] = {}
    whole: dict[str, dict[str, None]] = {}
    for record in activity_records(dataset):
        if record.is_event and record.mode:
            whole.setdefault(record.phase_id, {})[record.activity_id] = None
            if record.mode == "online":
                part.setdefault(record.phase_id, {})[record.activity_id] = None
    return _by_phase(dataset, part, whole)


def region_shares(dataset: Dataset) -> Mapping[str, tuple[PhaseShare, ...]]:
    """For each region with a pairing its pairings by phase, among all pairings of the phase.

    Only phases are named in which the region had an edition; the whole programme is no region.
    """
    editions, pairings = edition_places(dataset), dataset["pairings"]
    part: dict[str, dict[str, dict[str, None]]] = {}
    whole: dict[str, dict[str, None]] = {}
    for pairing, edition in rows_in(pairings, "pairing_id", "edition_id"):
        place = editions[edition]
        part.setdefault(place.region_id, {}).setdefault(place.phase_id, {})[pairing] = None
        whole.setdefault(place.phase_id, {})[pairing] = None
    existing = {(place.region_id, place.phase_id) for place in editions.values()}
    return {
        region: tuple(
            share for share in _by_phase(dataset, by_phase, whole) if (region, share.phase_id) in existing
        )
        for region, by_phase in part.items()
        if region != PROGRAMME_WIDE
    }


def goal_link_bases(dataset: Dataset) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Keys of the links to Sustainable Development Goals by kind of subject and basis."""
    table = dataset["contributions"]
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    columns = ("contribution_id", "subject_kind", "agenda_id", "goal_id", "basis")
    for key, kind, agenda, goal, basis in rows_in(table, *columns):
        if agenda == "sdg" and goal:
            bases = found.setdefault(kind, {"stated": (), "inferred": ()})
            bases[basis] = (*bases[basis], key)
    return found


def _by_phase(
    dataset: Dataset, part: Mapping[str, Mapping[str, None]], whole: Mapping[str, Mapping[str, None]]
) -> tuple[PhaseShare, ...]:
    return tuple(
        PhaseShare(phase, tuple(part.get(phase, ())), tuple(whole[phase]))
        for phase in phases_shown(dataset)
        if phase in whole
    )
