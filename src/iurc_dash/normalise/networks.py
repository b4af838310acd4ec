"""The thematic networks of each edition with the places in them."""

from __future__ import annotations

from iurc_dash.checks.collected import as_package_cells
from iurc_dash.language import N_, _
from iurc_dash.normalise.keys import folded, slug
from iurc_dash.normalise.part import Part, unknown
from iurc_dash.normalise.places import PlaceIds
from iurc_dash.normalise.reference import Reference
from iurc_dash.problems import Problem
from iurc_dash.sources.collected import values
from iurc_dash.sources.raw import RawTables, Row


def networks(collected: RawTables, reference: Reference, place_ids: PlaceIds) -> Part:
    """Tables thematic_networks, network_themes and network_members."""
    part = Part()
    found = _Networks(part, reference)
    for row in collected.rows("thematic_networks"):
        network_id, is_new = found.key_of(row, row["thematic_network"], row["description"])
        part.keep_or_merge("thematic_networks", row, is_new, N_("the network stands in another row"))
        part.cite(row, "thematic_networks", network_id)
    _add_members(part, collected, place_ids, found)
    part.unmet += found.unused_names()
    return part


class _Networks:
    """The networks that rows name, each once, under the one name that the reference gives it."""

    def __init__(self, part: Part, reference: Reference) -> None:
        self._part, self._reference = part, reference
        self._names = {
            (row["edition"], network_label(row["label"])): row for row in reference["network_names"]
        }
        self._used: set[tuple[str, str]] = set()
        self._ids: dict[tuple[str, str], str] = {}

    def key_of(self, row: Row, label: str, description: str = "") -> tuple[str, bool]:
        """The key of the network that a row names, and whether no row named it before; it is added then."""
        edition_id = row["edition"]
        written = (edition_id, network_label(label))
        self._used.add(written)
        name = self._names[written]["name"] if written in self._names else label
        called = (edition_id, network_label(name))
        if called in self._ids:
            return self._ids[called], False
        network_id = self._ids[called] = slug(" ".join(called))
        cells = {"edition_id": edition_id, "name": name, "description": description}
        self._part.add("thematic_networks", row.origin, network_id=network_id, **cells)
        for theme_id in self._reference.themes_by_label.get(folded(name), ()):
            self._part.add("network_themes", row.origin, network_id=network_id, theme_id=theme_id)
        return network_id, True

    def unused_names(self) -> list[Problem]:
        """One Problem for each name in the reference whose network no collected row names."""
        what = _("No collected row names this network in this edition.")
        mend = _("Correct the line, or take it away.")
        return [
            unknown(row, "label", row["label"], what, mend)
            for key, row in self._names.items()
            if key not in self._used
        ]


def network_label(label: str) -> str:
    """A network's name as names are compared: case, white space and '&' or 'and' make no difference."""
    return folded(label.replace("&", " and "))


def _add_members(part: Part, collected: RawTables, place_ids: PlaceIds, found: _Networks) -> None:
    sides: dict[str, str] = {}
    for row in collected.rows("network"):
        place_id = place_ids[row["place"], row["country"]]
        kept = merged = 0
        for network_id in _named(part, row, found) or [""]:
            member_id = f"{network_id or slug(row['edition'])}-{place_id}"
            part.cite(row, "network_members", member_id)
            if member_id in sides:
                merged += 1
                _check_side(part, row, sides[member_id])
                continue
            kept += 1
            sides[member_id] = row["side"]
            cells = {"member_id": member_id, "network_id": network_id, "place_id": place_id}
            part.add("network_members", row.origin, **{**as_package_cells(row, "network_members"), **cells})
        reason = N_("the place takes part in the network already") if merged else ""
        part.account("network", row, kept=kept, merged=merged, reason=reason)


def _named(part: Part, row: Row, found: _Networks) -> list[str]:
    """Keys of the networks that a participant's row names; those that no other row describes are made here."""
    network_ids = []
    for label in values(row["thematic_network"]):
        network_id, is_new = found.key_of(row, label)
        part.keep_or_merge("network", row, is_new, N_("the network is known already"), "thematic_network")
        part.cite(row, "thematic_networks", network_id)
        network_ids.append(network_id)
    return network_ids


def _check_side(part: Part, row: Row, side: str) -> None:
    if row["side"] != side:
        what = _("Another row puts the place on the other side in the same network.")
        part.problems.append(unknown(row, "side", row["side"], what, _("Correct one of the two.")))
