"""The tables that people fill in, as the template for a spreadsheet has them, and what becomes of each column."""

from __future__ import annotations

from collections.abc import Mapping

# The columns of each table, with the rule that their cells keep and all columns of the package that they go into: the
# rule is the first of these, or "text" where a cell becomes something else on the way.
COLLECTED_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "pairings": {
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
    "members": {
        "pairing_key": "pairing_members.pairing_id",
        "place": "places.name pairing_members.place_id",
        "country": "places.country_code countries.country_code",
        "place_kind": "places.kind",
        "side": "pairing_members.side",
        "source_url": "text",
    },
    "network": {
        "edition": "network_members.edition_id",
        "place": "places.name network_members.place_id",
        "country": "places.country_code countries.country_code",
        "place_kind": "places.kind",
        "side": "network_members.side",
        "thematic_network": "text network_members.network_id thematic_networks.name",
        "source_url": "text",
    },
    "sdg": {
        "subject": "contributions.subject_id",
        "subject_kind": "contributions.subject_kind",
        "goal": "text contributions.goal_id contributions.agenda_id",
        "target": "text contributions.target",
        "basis": "contributions.basis",
        "note": "text contributions.reason",
        "source_url": "text",
    },
    "agendas": {
        "subject": "contributions.subject_id",
        "subject_kind": "contributions.subject_kind",
        "agenda": "contributions.agenda_id",
        "goal": "text contributions.goal_id",
        "target": "text contributions.target",
        "basis": "contributions.basis",
        "note": "text contributions.reason",
        "source_url": "text",
    },
    "activities": {
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
    "figures": {
        "edition": "reported_figures.edition_id",
        "indicator": "reported_figures.indicator",
        "value": "reported_figures.value",
        "qualifier": "reported_figures.qualifier",
        "as_of": "reported_figures.as_of",
        "source_url": "text",
        "note": "text reported_figures.note",
    },
    "sources": {
        "url": "sources.url row_sources.source_id",
        "title": "text sources.title",
        "publisher": "text sources.publisher",
        "published": "sources.published_date",
        "read_as": "text sources.read_as",
    },
    "editions": {
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
    "thematic_networks": {
        "edition": "thematic_networks.edition_id",
        "thematic_network": "thematic_networks.name",
        "description": "text thematic_networks.description",
        "source_url": "text",
    },
    "stakeholders": {
        "subject": "stakeholders.subject_id",
        "subject_kind": "stakeholders.subject_kind",
        "stakeholder_kind": "stakeholders.kind",
        "note": "text stakeholders.note",
        "source_url": "text",
        "role": "stakeholders.role",
    },
    "same_events": {
        "activity_key": "text",
        "same_as": "text",
    },
}
# Columns that came later: a file without them is whole, and their cells are blank.
LATER_COLUMNS: Mapping[str, tuple[str, ...]] = {"activities": ("state",), "stakeholders": ("role",)}
# Columns whose cells hold several values, beside those of sources.
LIST_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "pairings": ("themes",),
    "network": ("thematic_network",),
    "activities": ("pairing_keys", "themes"),
    "editions": ("partner_countries",),
}
SOURCE_COLUMNS = ("source_url", "source_urls")
# Columns that name a row, as corrections.csv does, their values joined by '|'.
COLLECTED_KEYS: Mapping[str, tuple[str, ...]] = {
    "pairings": ("pairing_key",),
    "members": ("pairing_key", "place", "country"),
    "network": ("edition", "place", "country", "thematic_network"),
    "sdg": ("subject", "goal", "target"),
    "agendas": ("subject", "agenda", "goal"),
    "activities": ("activity_key",),
    "figures": ("edition", "indicator", "as_of"),
    "sources": ("url",),
    "editions": ("edition",),
    "thematic_networks": ("edition", "thematic_network"),
    "stakeholders": ("subject", "stakeholder_kind"),
    "same_events": ("activity_key",),
}
