"""The thematic networks of each edition with the places in them."""

from __future__ import annotations

from iurc_dash.language import N_, _
from iurc_dash.normalise.keys import folded, slug
from iurc_dash.normalise.part import Part, unknown
from iurc_dash.normalise.places import PlaceIds
from iurc_dash.normalise.reference import Reference
from iurc_dash.problems import Problem
from iurc_dash.sources.collected import values
from iurc_dash.sources.raw import RawTables, Row

NetworkIds = dict[tuple[str, str], str]


def networks(collected: RawTables, reference: Reference, place_ids: PlaceIds) -> Part:
    """Tables thematic_networks, network_themes and network_members."""
    part = Part()
    network_ids: NetworkIds = {}
    names = NetworkNames(reference)
    for row in collected.rows("thematic_networks"):
        name = names.find(row["edition"], row["thematic_network"])
        network_id, is_new = _network(network_ids, row["edition"], name)
        if is_new:
            _add(part, reference, row, network_id, name, row["description"])
        reason = "" if is_new else N_("the network stands in another row")
        part.account("thematic_networks", row, kept=is_new, merged=not is_new, reason=reason)
        part.cite(row, "thematic_networks", network_id)
    _add_members(part, collected, reference, place_ids, network_ids, names)
    part.unmet += names.unused()
    return part


class NetworkNames:
    """The one name of each network that the sources call by several, and which of the lines were used."""

    def __init__(self, reference: Reference) -> None:
        self._lines = {
            (row["edition"], network_label(row["label"])): row for row in reference["network_names"]
        }
        self._used: set[tuple[str, str]] = set()

    def find(self, edition_id: str, label: str) -> str:
        """The name that the network goes by in the package."""
        key = (edition_id, network_label(label))
        self._used.add(key)
        return self._lines[key]["name"] if key in self._lines else label

    def unused(self) -> list[Problem]:
        """One Problem for each line whose network no collected row names."""
        what, mend = (
            _("No collected row names this network in this edition."),
            _("Correct the line, or take it away."),
        )
        return [
            unknown(row, "label", row["label"], what, mend)
            for key, row in self._lines.items()
            if key not in self._used
        ]


def network_label(label: str) -> str:
    """A network's name as names are compared: case, white space and '&' or 'and' make no difference."""
    return folded(label.replace("&", " and "))


def _network(network_ids: NetworkIds, edition_id: str, label: str) -> tuple[str, bool]:
    key = (edition_id, network_label(label))
    is_new = key not in network_ids
    network_ids.setdefault(key, slug(f"{edition_id} {key[1]}"))
    return network_ids[key], is_new


def _add(part: Part, reference: Reference, row: Row, network_id: str, name: str, description: str) -> None:
    part.add(
        "thematic_networks",
        row.origin,
        network_id=network_id,
        edition_id=row["edition"],
        name=name,
        description=description,
    )
    for theme_id in reference.themes_by_label.get(folded(name), ()):
        part.add("network_themes", row.origin, network_id=network_id, theme_id=theme_id)


def _add_members(
    part: Part,
    collected: RawTables,
    reference: Reference,
    place_ids: PlaceIds,
    network_ids: NetworkIds,
    names: NetworkNames,
) -> None:
    sides: dict[str, str] = {}
    for row in collected.rows("network"):
        place_id = place_ids[row["place"], row["country"]]
        kept = merged = 0
        for label in values(row["thematic_network"]) or [""]:
            name = names.find(row["edition"], label) if label else ""
            network_id = _named_network(part, reference, network_ids, row, name) if name else ""
            member_id = f"{network_id or slug(row['edition'])}-{place_id}"
            part.cite(row, "network_members", member_id)
            if member_id in sides:
                merged += 1
                _check_side(part, row, sides[member_id])
                continue
            kept += 1
            sides[member_id] = row["side"]
            part.add(
                "network_members",
                row.origin,
                member_id=member_id,
                edition_id=row["edition"],
                network_id=network_id,
                place_id=place_id,
                side=row["side"],
            )
        reason = N_("the place takes part in the network already") if merged else ""
        part.account("network", row, kept=kept, merged=merged, reason=reason)


def _named_network(part: Part, reference: Reference, ids: NetworkIds, row: Row, label: str) -> str:
    """Key of the network that the row names; a network that no other row describes is made here."""
    network_id, is_new = _network(ids, row["edition"], label)
    if is_new:
        _add(part, reference, row, network_id, label, "")
    reason = "" if is_new else N_("the network is known already")
    part.account("network", row, "thematic_network", kept=is_new, merged=not is_new, reason=reason)
    part.cite(row, "thematic_networks", network_id)
    return network_id


def _check_side(part: Part, row: Row, side: str) -> None:
    if row["side"] != side:
        what = _("Another row puts the place on the other side in the same network.")
        part.problems.append(unknown(row, "side", row["side"], what, _("Correct one of the two.")))
