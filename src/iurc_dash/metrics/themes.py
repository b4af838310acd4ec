"""Which themes pairings and activities work on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iurc_dash.kept import derived
from iurc_dash.metrics.tally import Tally
from iurc_dash.reading import rows_in
from iurc_dash.view import View

CIRCULAR_ECONOMY = "circular-economy"


@derived
def pairings_by_theme(view: View) -> Tally:
    """Pairings by (theme, phase, region); a pairing counts once for a theme, however many labels stand for it."""
    return Tally.of_table(
        ("theme", "phase", "region"),
        "pairings",
        (((theme, *view.where_is("pairings", pairing)), pairing) for pairing, theme in _links(view)),
    )


@derived
def pairings_by_cluster(view: View) -> Tally:
    """Pairings by (cluster, phase, region)."""
    clusters = cluster_of_theme(view)
    return Tally.of_table(
        ("cluster", "phase", "region"),
        "pairings",
        (
            ((clusters[theme], *view.where_is("pairings", pairing)), pairing)
            for pairing, theme in _links(view)
        ),
    )


def _links(view: View) -> Iterator[tuple[str, str]]:
    """(pairing key, theme key) of every label in view."""
    return rows_in(view["pairing_themes"], "pairing_id", "theme_id")  # type: ignore[return-value]  # two columns


@derived
def cluster_of_theme(view: View) -> Mapping[str, str]:
    """The cluster of each theme."""
    return dict(rows_in(view.whole["themes"], "theme_id", "cluster_id"))


@derived
def clusters_in_order(view: View) -> tuple[str, ...]:
    """Clusters in the order of lists and charts."""
    ordered = sorted(rows_in(view.whole["thematic_clusters"], "order", "cluster_id"))
    return tuple(cluster for _order, cluster in ordered)


@derived
def labels_of_theme(view: View, theme_id: str) -> Mapping[str, tuple[str, ...]]:
    """For each pairing in view that works on the theme the labels that its sources wrote for it."""
    labels: dict[str, dict[str, None]] = {}
    for pairing, theme, label in rows_in(view["pairing_themes"], "pairing_id", "theme_id", "label"):
        if theme == theme_id:
            labels.setdefault(pairing, {})[label] = None
    return {pairing: tuple(found) for pairing, found in labels.items()}


@derived
def activities_on_theme(view: View, theme_id: str) -> Tally:
    """Activities whose own sources name the theme, by (kind, phase, region)."""
    named = {
        activity
        for activity, theme in rows_in(view["activity_themes"], "activity_id", "theme_id")
        if theme == theme_id
    }
    return Tally.of_table(
        ("kind", "phase", "region"),
        "activities",
        (
            ((kind, *view.where_is("activities", activity)), activity)
            for activity, kind in rows_in(view["activities"], "activity_id", "kind")
            if activity in named
        ),
    )
