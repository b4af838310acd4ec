"""The lines that the profile of a pairing or a place is made of: words only, ready to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceLine:
    """A source: title, publisher and date in words, address."""

    title: str
    publisher: str
    date: str
    url: str


@dataclass(frozen=True)
class MemberLine:
    """A member of a pairing; `note` is what a reader must know of its side, or blank."""

    place_id: str
    name: str
    country: str
    kind: str
    side: str
    position: str
    note: str = ""


@dataclass(frozen=True)
class ThemeLine:
    """A theme, its cluster, and the labels that the sources wrote."""

    theme_id: str
    name: str
    cluster: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class ContributionLine:
    """A goal that is contributed to, how that is known, and where it was read."""

    agenda: str
    goal_id: str
    number: str
    goal: str
    target: str
    basis: str
    reason: str
    source_urls: tuple[str, ...]


@dataclass(frozen=True)
class PairingLine:
    """Another pairing, and the names of the places shared with it."""

    pairing_id: str
    name: str
    edition: str
    shared_places: tuple[str, ...]


@dataclass(frozen=True)
class StakeholderLine:
    """Who took part besides the members."""

    kind: str
    note: str


@dataclass(frozen=True)
class PairingProfile:
    """Everything recorded of one pairing, ready to read."""

    pairing_id: str
    name: str
    edition_id: str
    edition: str
    phase: str
    region: str
    kind: str
    period: str
    status: str
    summary: str
    members: tuple[MemberLine, ...]
    themes: tuple[ThemeLine, ...]
    contributions: tuple[ContributionLine, ...]
    activity_count: int
    related: tuple[PairingLine, ...]
    stakeholders: tuple[StakeholderLine, ...]
    gaps: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class RelationLine:
    """A related place, and in a sentence how this place relates to it."""

    place_id: str
    name: str
    relation: str


@dataclass(frozen=True)
class PhaseLine:
    """The pairings of a place in one phase."""

    phase_id: str
    phase: str
    pairings: tuple[PairingLine, ...]


@dataclass(frozen=True)
class PlaceProfile:
    """What is recorded of one place; `pairings` has one line per phase it took part in."""

    place_id: str
    name: str
    country: str
    kind: str
    position: str
    relations: tuple[RelationLine, ...]
    pairings: tuple[PhaseLine, ...]
