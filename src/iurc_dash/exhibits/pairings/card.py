"""A pairing in short, beside the map on which its line was chosen."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.listing import sources_of_pairing
from iurc_dash.exhibits.pairings._pairing import PAIRING, say_members
from iurc_dash.exhibits.places.card import about
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import facts_of_row
from iurc_dash.language import N_, _
from iurc_dash.metrics.pairings import every_pairing
from iurc_dash.quantities import Count, Row
from iurc_dash.tabular import Cell, Column
from iurc_dash.view import View


@exhibit("pairings/card", N_("Who works together here, when and on what?"), PAIRING)
def card(view: View, *, pairing: str) -> Answer:
    """Its members, and what they work on."""
    record = every_pairing(view)[pairing]
    sources = Count.in_table("sources", sources_of_pairing(view, record))
    terms: list[tuple[Column, Cell]] = [
        (shared("members"), record.places),
        (shared("phase"), record.phase_id),
        (shared("region"), record.region_id),
        (shared("period", hidden=not record.start_date), (record.start_date, record.end_date)),
        *about([record]),
        (Column("sources", _("Sources"), "count"), sources),
    ]
    return facts_of_row(say_members(view, record), Row("pairings", pairing), terms)
