"""What each table and column of the package is: the one place that says it.

The descriptor, the data dictionary, validation and the typed reading of the package are all made from
these models. Importing pandera takes half a second, so nothing on the dashboard's start path imports this.
"""

from __future__ import annotations

from iurc_dash.tables import activities, goals, pairings, places, programme, sources, themes
from iurc_dash.tables.definition import Table, models_in

# Subjects in the order in which the descriptor and the data dictionary have their tables.
_SUBJECTS = (programme, places, pairings, themes, goals, activities, sources)

TABLES: dict[str, type[Table]] = {
    name: model for subject in _SUBJECTS for name, model in models_in(subject).items()
}

# Rows of these tables are statements about the world, so each must cite a source.
FACT_TABLES = (
    "editions", "pairings", "pairing_members", "contributions", "activities", "stakeholders",
    "thematic_networks", "network_members", "reported_figures",
)  # fmt: skip

# The rows of these tables are those of the file of their name in data/reference, as they stand there.
SETTLED_TABLES = tuple(name for name, model in TABLES.items() if model.is_settled())


def key_columns(table_name: str) -> list[str]:
    """The columns that identify a row of the table."""
    return list(TABLES[table_name].Config.unique)
