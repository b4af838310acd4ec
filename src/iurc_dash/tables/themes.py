"""Themes, their clusters, and the networks the programme named."""

from __future__ import annotations

from iurc_dash.tables.definition import SIDES, SLUG_PATTERN, TEXT_LENGTH, Table, Text, Whole, column


class ThematicClusters(Table, name="thematic_clusters", settled=True):
    """Groups of themes, built around the programme's own networks."""

    cluster_id: Text = column(
        "Readable key", example="circular-economy-and-waste", required=True, pattern=SLUG_PATTERN
    )
    name: Text = column("Name for readers", required=True)
    description: Text = column("What it takes in", longest=TEXT_LENGTH)
    order: Whole = column("Place in lists and charts", smallest=0, required=True)


class Themes(Table, name="themes", settled=True):
    """What pairings and activities work on, in one controlled list."""

    theme_id: Text = column("Readable key", example="circular-economy", required=True, pattern=SLUG_PATTERN)
    name: Text = column("Name for readers", example="Circular economy", required=True)
    cluster_id: Text = column("Thematic cluster", refers="thematic_clusters.cluster_id", required=True)
    description: Text = column("What counts as this theme", longest=TEXT_LENGTH)


class ThematicNetworks(Table, name="thematic_networks"):
    """Networks, clusters and topics that the programme itself named in an edition."""

    network_id: Text = column("Readable key", required=True, pattern=SLUG_PATTERN)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    name: Text = column("Name as the programme writes it", required=True)
    description: Text = column("What it is, in our words", longest=TEXT_LENGTH)


class NetworkThemes(Table, name="network_themes"):
    """Themes that a thematic network stands for."""

    network_id: Text = column("Thematic network", refers="thematic_networks.network_id", required=True)
    theme_id: Text = column("Theme", refers="themes.theme_id", required=True)


class NetworkMembers(Table, name="network_members"):
    """Places that took part in an edition or one of its networks, in a pairing or not."""

    member_id: Text = column("Readable key", required=True)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    network_id: Text = column(
        "Network; blank where the source names none", refers="thematic_networks.network_id"
    )
    place_id: Text = column("Place", refers="places.place_id", required=True)
    side: Text = column("On the EU side at the time, or partner", allowed=SIDES, required=True)
