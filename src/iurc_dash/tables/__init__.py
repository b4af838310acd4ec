"""What each table and column of the package is: the one place that says it.

The descriptor, the data dictionary, validation and the typed reading of the package are all made from
these models. Importing pandera takes half a second, so nothing on the dashboard's start path imports this.
"""

from __future__ import annotations

from iurc_dash.tables.activities import (
    Activities,
    ActivityEditions,
    ActivityPairings,
    ActivityThemes,
    Stakeholders,
)
from iurc_dash.tables.definition import (
    ACTIVITY_KINDS,
    BASES,
    DATE_PATTERN,
    EXACTNESSES,
    GAP_KINDS,
    JOINT,
    MODES,
    PAIRING_KINDS,
    PAIRING_STATUSES,
    PLACE_KINDS,
    POSITION_METHODS,
    QUALIFIERS,
    ROLES,
    SIDES,
    SLUG_PATTERN,
    STAKEHOLDER_KINDS,
    STATES,
    STEPS,
    SUBJECT_KINDS,
    Flag,
    Number,
    Table,
    Text,
    Whole,
    column,
)
from iurc_dash.tables.goals import (
    Agendas,
    Contributions,
    Goals,
)
from iurc_dash.tables.pairings import (
    PairingMembers,
    Pairings,
    PairingThemes,
)
from iurc_dash.tables.places import (
    Countries,
    PlaceNames,
    PlaceRelations,
    Places,
)
from iurc_dash.tables.programme import (
    EditionCountries,
    EditionPredecessors,
    Editions,
    GapPairings,
    Gaps,
    Phases,
    Regions,
    ReportedFigures,
)
from iurc_dash.tables.sources import (
    RowSources,
    Sources,
)
from iurc_dash.tables.themes import (
    NetworkMembers,
    NetworkThemes,
    ThematicClusters,
    ThematicNetworks,
    Themes,
)

__all__ = [
    "ACTIVITY_KINDS",
    "BASES",
    "DATE_PATTERN",
    "EXACTNESSES",
    "FACT_TABLES",
    "GAP_KINDS",
    "JOINT",
    "MODES",
    "PAIRING_KINDS",
    "PAIRING_STATUSES",
    "PLACE_KINDS",
    "POSITION_METHODS",
    "QUALIFIERS",
    "ROLES",
    "SIDES",
    "SLUG_PATTERN",
    "STAKEHOLDER_KINDS",
    "STATES",
    "STEPS",
    "SUBJECT_KINDS",
    "TABLES",
    "Activities",
    "ActivityEditions",
    "ActivityPairings",
    "ActivityThemes",
    "Agendas",
    "Contributions",
    "Countries",
    "EditionCountries",
    "EditionPredecessors",
    "Editions",
    "Flag",
    "GapPairings",
    "Gaps",
    "Goals",
    "NetworkMembers",
    "NetworkThemes",
    "Number",
    "PairingMembers",
    "PairingThemes",
    "Pairings",
    "Phases",
    "PlaceNames",
    "PlaceRelations",
    "Places",
    "Regions",
    "ReportedFigures",
    "RowSources",
    "Sources",
    "Stakeholders",
    "Table",
    "Text",
    "ThematicClusters",
    "ThematicNetworks",
    "Themes",
    "Whole",
    "column",
    "key_columns",
]

TABLES: dict[str, type[Table]] = {
    "phases": Phases,
    "regions": Regions,
    "countries": Countries,
    "editions": Editions,
    "edition_predecessors": EditionPredecessors,
    "edition_countries": EditionCountries,
    "places": Places,
    "place_names": PlaceNames,
    "place_relations": PlaceRelations,
    "pairings": Pairings,
    "pairing_members": PairingMembers,
    "thematic_clusters": ThematicClusters,
    "themes": Themes,
    "pairing_themes": PairingThemes,
    "agendas": Agendas,
    "goals": Goals,
    "contributions": Contributions,
    "activities": Activities,
    "activity_editions": ActivityEditions,
    "activity_pairings": ActivityPairings,
    "activity_themes": ActivityThemes,
    "stakeholders": Stakeholders,
    "thematic_networks": ThematicNetworks,
    "network_themes": NetworkThemes,
    "network_members": NetworkMembers,
    "reported_figures": ReportedFigures,
    "gaps": Gaps,
    "gap_pairings": GapPairings,
    "sources": Sources,
    "row_sources": RowSources,
}

# Rows of these tables are statements about the world, so each must cite a source.
FACT_TABLES = (
    "editions", "pairings", "pairing_members", "contributions", "activities", "stakeholders",
    "thematic_networks", "network_members", "reported_figures",
)  # fmt: skip


def key_columns(table_name: str) -> list[str]:
    """The columns that identify a row of the table."""
    return list(TABLES[table_name].Config.unique)
