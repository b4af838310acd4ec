"""Tables on the page of one pairing, from its profile."""

from __future__ import annotations

from iurc_dash.exhibits.exhibit import Column, ExhibitTable
from iurc_dash.exhibits.profiles import PairingProfile
from iurc_dash.exhibits.tabulation import table_of
from iurc_dash.language import _, format_names


def contribution_table(profile: PairingProfile) -> ExhibitTable:
    """The goals a pairing contributes to, how each is known and where it was read; stated before inferred."""
    columns = (
        Column("goal", _("Goal"), "goal", "goal_id"),
        Column("target", _("Target")),
        Column("agenda", _("Agenda")),
        Column("basis", _("How it is known")),
        Column("reason", _("Where it is said, or why it was inferred")),
        Column("sources", _("Sources"), "link"),
    )
    return table_of(
        columns,
        (
            {
                "goal": f"{line.number} {line.goal}".strip(),
                "goal_id": line.goal_id,
                "target": line.target,
                "agenda": line.agenda,
                "basis": line.basis,
                "reason": line.reason,
                "sources": line.source_urls,
            }
            for line in profile.contributions
        ),
    )


def related_table(profile: PairingProfile) -> ExhibitTable:
    """Pairings of other editions that share a place with this one."""
    columns = (
        Column("pairing", _("Pairing"), "pairing", "pairing_id"),
        Column("edition", _("Edition")),
        Column("shared", _("Places in both")),
    )
    return table_of(
        columns,
        (
            {
                "pairing": line.name,
                "pairing_id": line.pairing_id,
                "edition": line.edition,
                "shared": format_names(list(line.shared_places)),
            }
            for line in profile.related
        ),
    )
