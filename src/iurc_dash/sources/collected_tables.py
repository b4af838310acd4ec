"""The tables that people fill in, as the template for a spreadsheet has them, and what becomes of each column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CollectedTable:
    """One collected table.

    `columns` come with the rule that their cells keep and all columns of the package that they go into: the rule is
    the first of these, or "text" where a cell becomes something else on the way. `key` names a row in
    corrections.csv, its values joined by '|'. A file without the `later` columns is whole, and their cells are blank.
    Cells of `lists` hold several values, as those of SOURCE_COLUMNS do.
    """

    key: tuple[str, ...]
    columns: Mapping[str, str]
    later: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


SOURCE_COLUMNS = ("source_url", "source_urls")
COLLECTED_TABLES: Mapping[str, CollectedTable] = {
    "pairings": CollectedTable(
        key=("pairing_key",),
        lists=("themes",),
        columns={
            "pairing_key": "pairings.pairing_id",
            "edition": "pairings.edition_id",
            "kind": "pairings.kind",
            "start": "pairings.start_date",
            "end": "pairings.end_date",
            "status": "pairings.status",
            "themes": "text pairing_themes.theme_id pairing_themes.label",
            "summary": "text pairings.summary",
            "source_urls": "text row_sources.source_id",
        },
    ),
    "members": CollectedTable(
        key=("pairing_key", "place", "country"),
        columns={
            "pairing_key": "pairing_members.pairing_id",
            "place": "places.name pairing_members.place_id",
            "country": "places.country_code countries.country_code",
            "place_kind": "places.kind",
            "side": "pairing_members.side",
            "source_url": "text",
        },
    ),
    "network": CollectedTable(
        key=("edition", "place", "country", "thematic_network"),
        lists=("thematic_network",),
        columns={
            "edition": "network_members.edition_id",
            "place": "places.name network_members.place_id",
            "country": "places.country_code countries.country_code",
            "place_kind": "places.kind",
            "side": "network_members.side",
            "thematic_network": "text network_members.network_id thematic_networks.name",
            "source_url": "text",
        },
    ),
    "sdg": CollectedTable(
        key=("subject", "goal", "target"),
        columns={
            "subject": "contributions.subject_id",
            "subject_kind": "contributions.subject_kind",
            "goal": "text contributions.goal_id contributions.agenda_id",
            "target": "text contributions.target",
            "basis": "contributions.basis",
            "note": "text contributions.reason",
            "source_url": "text",
        },
    ),
    "agendas": CollectedTable(
        key=("subject", "agenda", "goal"),
        columns={
            "subject": "contributions.subject_id",
            "subject_kind": "contributions.subject_kind",
            "agenda": "contributions.agenda_id",
            "goal": "text contributions.goal_id",
            "target": "text contributions.target",
            "basis": "contributions.basis",
            "note": "text contributions.reason",
            "source_url": "text",
        },
    ),
    "activities": CollectedTable(
        key=("activity_key",),
        later=("state",),
        lists=("pairing_keys", "themes"),
        columns={
            "activity_key": "activities.activity_id activity_editions.activity_id",
            "edition": "activities.edition_id activity_editions.edition_id",
            "kind": "activities.kind",
            "title": "activities.title",
            "start": "activities.start_date",
            "end": "activities.end_date",
            "place": "text activities.place_name",
            "country": "text activities.country_codes",
            "mode": "activities.mode",
            "pairing_keys": "text activity_pairings.pairing_id",
            "themes": "text activity_themes.theme_id activity_themes.label",
            "participants": "activities.participants",
            "source_url": "text",
            "state": "activities.state",
        },
    ),
    "figures": CollectedTable(
        key=("edition", "indicator", "as_of"),
        columns={
            "edition": "reported_figures.edition_id",
            "indicator": "reported_figures.indicator",
            "value": "reported_figures.value",
            "qualifier": "reported_figures.qualifier",
            "as_of": "reported_figures.as_of",
            "source_url": "text",
            "note": "text reported_figures.note",
        },
    ),
    "sources": CollectedTable(
        key=("url",),
        columns={
            "url": "sources.url row_sources.source_id",
            "title": "text sources.title",
            "publisher": "text sources.publisher",
            "published": "sources.published_date",
            "read_as": "text sources.read_as",
        },
    ),
    "editions": CollectedTable(
        key=("edition",),
        lists=("partner_countries",),
        columns={
            "edition": "editions.edition_id",
            "region": "text editions.region_id",
            "phase": "text editions.phase_id",
            "official_name": "text editions.official_name",
            "start": "editions.start_date",
            "end": "editions.end_date",
            "status": "editions.status",
            "budget_eur": "editions.budget_eur",
            "partner_countries": "text edition_countries.country_code",
            "implemented_for": "text editions.implemented_for",
            "source_urls": "text",
            "note": "text editions.collected_note",
        },
    ),
    "thematic_networks": CollectedTable(
        key=("edition", "thematic_network"),
        columns={
            "edition": "thematic_networks.edition_id",
            "thematic_network": "thematic_networks.name",
            "description": "text thematic_networks.description",
            "source_url": "text",
        },
    ),
    "stakeholders": CollectedTable(
        key=("subject", "stakeholder_kind"),
        later=("role",),
        columns={
            "subject": "stakeholders.subject_id",
            "subject_kind": "stakeholders.subject_kind",
            "stakeholder_kind": "stakeholders.kind",
            "note": "text stakeholders.note",
            "source_url": "text",
            "role": "stakeholders.role",
        },
    ),
    "same_events": CollectedTable(
        key=("activity_key",),
        columns={
            "activity_key": "text",
            "same_as": "text",
        },
    ),
}
