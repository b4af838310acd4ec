"""The networks that the programme named in an edition, and who took part in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import SIDES, in_words
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.edition_counts import members_of_networks
from iurc_dash.metrics.editions import edition_places
from iurc_dash.metrics.reading import rows_in
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection


def edition_selection(dataset: Dataset, edition_id: str) -> Selection:
    """The selection of exactly this edition; an unknown key raises KeyError."""
    place = edition_places(dataset)[edition_id]
    return Selection(phases=(place.phase_id,), regions=(place.region_id,))


def edition_networks(dataset: Dataset, edition_id: str) -> Exhibit:
    """The networks that the programme named in an edition and who took part, also without a network."""
    question = _("Which networks does the edition have, and who takes part?")
    columns = [
        Column("network", _("Network")),
        Column("description", _("What it is")),
        Column("members", _("Places that took part"), "place", key_column="place_ids"),
        Column("member_count", _("Places"), "number"),
    ]
    narrowed = narrow(dataset, edition_selection(dataset, edition_id))
    networks, members = narrowed["thematic_networks"], narrowed["network_members"]
    if networks.empty and members.empty:
        finding = _("No network and no further participant of this edition is recorded.")
        return nothing_found("edition_networks", question, finding, columns)
    places = members["place_id"].nunique()
    said = _("{networks} and {places} that took part are recorded.")
    if networks.empty:
        said = ngettext(
            "No network is named; {places} took part without one.",
            "No network is named; {places} took part without one.",
            places,
        )
    finding = said.format(
        networks=ngettext("{count} network", "{count} networks", len(networks)).format(
            count=format_number(len(networks))
        ),
        places=ngettext("{count} place", "{count} places", places).format(count=format_number(places)),
    )
    rows = rows_of(thematic_networks=networks["network_id"], network_members=members["member_id"])
    return Exhibit(
        key="edition_networks",
        question=question,
        finding=finding,
        form=None,
        table=table_of(columns, _network_lines(dataset, narrowed)),
        alt=finding,
        rows=rows,
        cautions=("recorded_only",),
        sources=sources_behind(dataset, rows),
    )


def _network_lines(dataset: Dataset, narrowed: Dataset) -> Iterator[dict[str, Any]]:
    """One line a network, EU side first within it; last those of whom no network is named."""
    names, by_network = dataset.names, members_of_networks(narrowed)
    networks = narrowed["thematic_networks"]
    named = list(rows_in(networks, "network_id", "name", "description"))
    if by_network.get(""):
        named.append(("", _("No network named"), "–"))
    for network, name, description in named:
        members = by_network.get(network, ())
        yield {
            "network": name,
            "description": description,
            "members": tuple(
                _("{place} ({country}, {side})").format(
                    place=names.places[member.place_id],
                    country=names.countries[names.place_countries[member.place_id]],
                    side=in_words(SIDES, member.side),
                )
                for member in members
            ),
            "place_ids": tuple(member.place_id for member in members),
            "member_count": len(members),
            "network_id": network,
        }
