"""Where the partners of a place lie."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.pairings.map import arc_map
from iurc_dash.exhibits.places.profile import PLACE
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.metrics.pairings import every_pairing, pairings_of_places
from iurc_dash.quantities import Count
from iurc_dash.view import EVERYTHING, View

SHOWN = ("pairing", "countries", "phase", "region", "themes")
# So many partners are named; of more it is said how many there are.
MOST_NAMED = 3


@exhibit("places/on-map", N_("Where are its partners?"), PLACE)
def partners_on_map(view: View, *, place: str) -> Answer:
    """Every pairing of a place as a line, coloured by phase, whatever is chosen."""
    records = [every_pairing(view)[key] for key in pairings_of_places(view.of(EVERYTHING)).get(place, ())]
    keys = [record.pairing_id for record in records]
    table = pairing_table(view, keys, SHOWN)
    if not records:
        said = _("{place} is in no recorded pairing.").format(place=view.say("places", place))
        return nothing_found(said, table.columns)
    form = arc_map(view, records, "phase")
    partners = list(dict.fromkeys(one for record in records for one in record.places if one != place))
    finding, rows = say_partners(view, place, partners), Count.in_table("pairings", keys)
    if not form.places:
        return listed(finding, table, rows)
    return Answer(
        finding=finding,
        form=form,
        table=lambda: table,
        counted=rows,
        cautions=("boundaries", "approximate_position", "curved_lines"),
    )


def say_partners(view: View, place: str, partners: Sequence[str]) -> str:
    """'Turin has been paired with Baltimore, Nagoya and Consórcio …'; of many how many there are."""
    name = view.say("places", place)
    if not partners:
        return _("No partner of {place} is recorded.").format(place=name)
    if len(partners) <= MOST_NAMED:
        named = format_names(sorted(view.say("places", partner) for partner in partners))
        return _("{place} has been paired with {partners}.").format(place=name, partners=named)
    return ngettext(
        "{place} has been paired with {count} place.",
        "{place} has been paired with {count} places.",
        len(partners),
    ).format(place=name, count=format_number(len(partners)))
