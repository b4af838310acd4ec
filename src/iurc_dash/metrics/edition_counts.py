"""What is counted of one edition, and who took part in its networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.reading import rows_in

EDITION_COUNTED = ("pairings", "groups", "places", "activities", "publications", "goal_links")
PUBLICATION_KINDS = ("publication", "case study")


@lru_cache(maxsize=32)
def edition_counts(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """For each of EDITION_COUNTED the keys counted, of a dataset narrowed to the edition.

    Places are those in pairings, in networks, or taking part beside them; groups are pairings of three or
    more; goal links are contributions to a Sustainable Development Goal, of whatever subject.
    """
    members, activities, links = dataset["pairing_members"], dataset["activities"], dataset["contributions"]
    sizes = Counter(members["pairing_id"])
    is_goal_link = (links["agenda_id"] == "sdg") & (links["goal_id"] != "")
    return {
        "pairings": tuple(dataset["pairings"]["pairing_id"]),
        "groups": tuple(pairing for pairing, size in sizes.items() if size > 2),
        "places": tuple(dict.fromkeys([*members["place_id"], *dataset["network_members"]["place_id"]])),
        "activities": tuple(activities["activity_id"]),
        "publications": tuple(activities.loc[activities["kind"].isin(PUBLICATION_KINDS), "activity_id"]),
        "goal_links": tuple(links.loc[is_goal_link, "contribution_id"]),
    }


@dataclass(frozen=True)
class NetworkMember:
    """A place in a network, and its side."""

    place_id: str
    side: str


def members_of_networks(dataset: Dataset) -> Mapping[str, tuple[NetworkMember, ...]]:
    """Members by network key, each place once, EU side first, then by key; under '' those without a network."""
    table = dataset["network_members"]
    found: dict[str, dict[str, str]] = {}
    for network, place, side in rows_in(table, "network_id", "place_id", "side"):
        found.setdefault(network, {}).setdefault(place, side)
    return {
        network: tuple(
            NetworkMember(place, side)
            for place, side in sorted(places.items(), key=lambda item: (item[1] != "EU", item[0]))
        )
        for network, places in found.items()
    }
