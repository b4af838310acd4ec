"""The pairings of one edition."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.editions._edition import EDITION
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _
from iurc_dash.metrics.editions import view_of_edition
from iurc_dash.metrics.pairings import names_to_sort_by, pairing_records
from iurc_dash.quantities import Count
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

SHOWN = ("pairing", "countries", "kind", "size", "themes", "start", "sources")


@exhibit("editions/pairings", N_("Which pairings does this programme have?"), EDITION)
def pairings(view: View, *, edition: str) -> Answer:
    """The pairings of an edition by name."""
    records = pairing_records(view_of_edition(view, edition))
    name = view.say("editions", edition)
    if not records:
        return nothing_found(_("No pairing of “{name}” is recorded.").format(name=name))
    names = names_to_sort_by(view)
    count = counted("tables", "pairings", len(records))
    return listed(
        _("“{name}” has {count} on record.").format(name=name, count=count),
        pairing_table(view_of_edition(view, edition), sorted(records, key=names.__getitem__), SHOWN),
        Count.in_table("pairings", records),
        cautions=("recorded_only",),
    )
