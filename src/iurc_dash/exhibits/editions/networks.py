"""The networks that the programme named in one edition, and who took part in them."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared, where_and_sources
from iurc_dash.exhibits.editions._edition import EDITION
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_names
from iurc_dash.metrics.edition_counts import participants_of_networks
from iurc_dash.metrics.editions import view_of_edition
from iurc_dash.metrics.sources import sources_of_rows
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import cells_by, rows_in
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

# Line of those who took part while no network is named.
UNNAMED = "no-network-named"


@exhibit("editions/networks", N_("Which networks does this programme have, and who takes part?"), EDITION)
def networks(view: View, *, edition: str) -> Answer:
    """The networks of an edition with their participants, and participants of whom no network is named."""
    own, name = view_of_edition(view, edition), view.say("editions", edition)
    named = Count.in_table("thematic_networks", own["thematic_networks"]["network_id"].tolist())
    members = Count.in_table("network_members", own["network_members"]["member_id"].tolist())
    if not named and not members:
        return nothing_found(
            _("No network and no participant beside the pairings is recorded of “{name}”.").format(name=name)
        )
    return listed(
        _say(own, name, named),
        _table(own),
        named + members,
        cautions=("recorded_only",),
    )


def _say(view: View, name: str, networks: Count) -> str:
    """How many networks there are, how many places take part in them, and how many while none is named."""
    participants = participants_of_networks(view)
    inside = {place for network, sides in participants.items() if network for place in _places(sides)}
    outside = _places(participants.get("", {}))
    what = []
    if networks:
        what.append(counted("tables", "thematic_networks", networks.value))
    if inside:
        what.append(_("{places} in networks").format(places=counted("tables", "places", len(inside))))
    if outside:
        what.append(
            _("{places} of which no network is named").format(
                places=counted("tables", "places", len(outside))
            )
        )
    return _("“{name}” has on record {what}.").format(name=name, what=format_names(what))


def _places(sides: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for places in sides.values() for place in places))


def _table(view: View) -> Table:
    """One line a network; last, those of whom no network is named."""
    described = dict(rows_in(view["thematic_networks"], "network_id", "description"))
    participants = participants_of_networks(view)
    members = cells_by(view["network_members"], "network_id", "member_id")
    columns = (
        shared("network"),
        Column("description", _("What it is")),
        Column("eu_side", _("Places on the EU side"), "references", "places"),
        Column("partner_side", _("Places on the partner side"), "references", "places"),
        Column("places", _("Places"), "count", unit=_("places")),
        shared("edition", hidden=True),
        *where_and_sources(),
    )
    (edition,) = view["editions"]["edition_id"].tolist()
    where = view.where(edition)

    def line(key: str) -> Line:
        network = "" if key == UNNAMED else key
        sides = participants.get(network, {})
        rows = {"network_members": members.get(network, ())}
        row = Row("thematic_networks", network) if network else None
        if row:
            rows[row.table] = (row.key,)
        cells: dict[str, Cell] = {
            "network": network,
            "description": described.get(network, NOT_APPLICABLE),
            "eu_side": sides.get("EU", ()),
            "partner_side": sides.get("partner", ()),
            "places": Count.in_table("places", _places(sides)),
            "edition": edition,
            "phase": where.phase_id,
            "region": where.region_id,
            "sources": sources_of_rows(view.whole, rows),
        }
        return Line(key, cells, row)

    return Table(columns, (*described, *([UNNAMED] if "" in participants else [])), line)
