"""What identifies, names and supports the rows of each table of the package.

The models of the columns say the rest; they are slow to import, so what a page needs of a table stands here.
"""

from __future__ import annotations

# Every table in the order of the package, and the columns that identify a row of it.
KEYS: dict[str, tuple[str, ...]] = {
    "phases": ("phase_id",),
    "regions": ("region_id",),
    "countries": ("country_code",),
    "editions": ("edition_id",),
    "edition_predecessors": ("edition_id", "previous_edition_id"),
    "edition_countries": ("edition_id", "country_code"),
    "places": ("place_id",),
    "place_names": ("place_id", "name"),
    "place_relations": ("place_id", "related_place_id"),
    "pairings": ("pairing_id",),
    "pairing_members": ("pairing_id", "place_id"),
    "thematic_clusters": ("cluster_id",),
    "themes": ("theme_id",),
    "pairing_themes": ("pairing_id", "theme_id", "label"),
    "agendas": ("agenda_id",),
    "goals": ("goal_id",),
    "contributions": ("contribution_id",),
    "activities": ("activity_id",),
    "activity_editions": ("activity_id", "edition_id"),
    "activity_pairings": ("activity_id", "pairing_id"),
    "activity_themes": ("activity_id", "theme_id", "label"),
    "stakeholders": ("stakeholder_id",),
    "thematic_networks": ("network_id",),
    "network_themes": ("network_id", "theme_id"),
    "network_members": ("member_id",),
    "reported_figures": ("figure_id",),
    "comparisons": ("total",),
    "gaps": ("gap_id",),
    "gap_pairings": ("gap_id", "pairing_id"),
    "sources": ("source_id",),
    "row_sources": ("table_name", "row_id", "source_id"),
}
# Rows of these tables are statements about the world, so each must cite a source.
FACT_TABLES = (
    "editions",
    "pairings",
    "pairing_members",
    "contributions",
    "activities",
    "stakeholders",
    "thematic_networks",
    "network_members",
    "reported_figures",
)
# Facts that readers see as rows of another table, by whose key their own begins: a member supports its pairing.
SEEN_AS = {"pairing_members": "pairings"}
# The column that a row is called by; pairings, countries and sources are called by more than one.
NAMED_BY = {
    "places": "name",
    "activities": "title",
    "thematic_networks": "name",
    "agendas": "name",
    "editions": "short_name",
    "goals": "name",
    "phases": "name",
    "regions": "name",
    "thematic_clusters": "name",
    "themes": "name",
}
# Tables of what a row may be about, by its `subject_kind`; the programme as a whole has none.
SUBJECT_TABLES = {"pairing": "pairings", "activity": "activities", "theme": "themes", "edition": "editions"}
PROGRAMME = "programme"


def key_columns(table_name: str) -> list[str]:
    """The columns that identify a row of the table."""
    return list(KEYS[table_name])
