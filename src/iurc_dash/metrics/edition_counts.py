"""What is counted of one edition, and who took part in its networks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import PUBLICATION_KINDS, count_of, counted_activities
from iurc_dash.metrics.goals import counted_links
from iurc_dash.quantities import Count
from iurc_dash.reading import rows_in
from iurc_dash.view import View


@derived
def edition_counts(view: View) -> Mapping[str, Count]:
    """What is counted of the view of an edition, by what it is.

    Places are those in pairings, in networks, or taking part beside them; groups are pairings of three or more;
    what was only planned is no activity; `with_goal` are pairings and activities linked to a Sustainable Development
    Goal, each once.
    """
    members = view["pairing_members"]
    sizes = Counter(members["pairing_id"].tolist())
    activities = counted_activities(view)
    return {
        "pairings": Count.in_table("pairings", view["pairings"]["pairing_id"].tolist()),
        "groups": Count.in_table("pairings", (pairing for pairing, size in sizes.items() if size > 2)),
        "places": Count.in_table(
            "places", [*members["place_id"].tolist(), *view["network_members"]["place_id"].tolist()]
        ),
        "activities": count_of(activities),
        "publications": count_of(record for record in activities if record.kind in PUBLICATION_KINDS),
        "with_goal": Count.of(link.subject for link in counted_links(view)),
    }


@derived
def participants_of_networks(view: View) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Place keys by side, by network; under '' those of whom no network is named. Each place once, in order of key."""
    columns = ("network_id", "side", "place_id")
    found: dict[str, dict[str, list[str]]] = {}
    for network, side, place in sorted(set(rows_in(view["network_members"], *columns))):
        found.setdefault(network, {}).setdefault(side, []).append(place)
    return {
        network: {side: tuple(places) for side, places in sides.items()} for network, sides in found.items()
    }
