"""The model of every table: the descriptor, the data dictionary, validation and typed reading are all made from these.

Importing pandera takes half a second, so nothing on the dashboard's start path imports this.
"""

from __future__ import annotations

from iurc_dash.tables import activities, goals, pairings, places, programme, sources, themes  # noqa: F401
from iurc_dash.tables.definition import MODELS, Table
from iurc_dash.tables.keys import KEYS

TABLES: dict[str, type[Table]] = {name: MODELS[name] for name in KEYS}
