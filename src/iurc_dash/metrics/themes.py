"""Which themes pairings and activities work on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import activity_records
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Row
from iurc_dash.reading import grouped, rows_in
from iurc_dash.view import View

CIRCULAR_ECONOMY = "circular-economy"
# What a tally of subjects has beside the kinds of activities.
PAIRINGS = "pairings"
AHEAD = "ahead"


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
    return rows_in(view["pairing_themes"], "pairing_id", "theme_id")


@derived
def cluster_of_theme(view: View) -> Mapping[str, str]:
    """The cluster of each theme."""
    return dict(rows_in(view.whole["themes"], "theme_id", "cluster_id"))


@derived
def clusters_in_order(view: View) -> tuple[str, ...]:
    """Clusters in the order of lists and charts."""
    return view.words.in_order("thematic_clusters")


@derived
def labels_of_theme(view: View, theme_id: str, subject: str = "pairing") -> Mapping[str, tuple[str, ...]]:
    """For each pairing in view that works on the theme the labels that its sources wrote for it.

    With the subject "activity" those of activities, which have a theme where their own sources name it.
    """
    rows = rows_in(view[f"{subject}_themes"], f"{subject}_id", "theme_id", "label")
    return grouped((key, label) for key, theme, label in rows if theme == theme_id)


@derived
def subjects_on_theme(view: View, theme_id: str) -> Tally:
    """Pairings that work on a theme and activities that name it, by (kind, phase).

    The kind is PAIRINGS, the kind of activity, or AHEAD for an activity that was only planned or proposed.
    """
    named = labels_of_theme(view, theme_id, "activity")
    pairings = (
        ((PAIRINGS, view.where_is("pairings", key).phase_id), Row("pairings", key))
        for key in labels_of_theme(view, theme_id)
    )
    activities = (
        ((AHEAD if record.is_ahead else record.kind, record.phase_id), Row("activities", record.activity_id))
        for record in activity_records(view)
        if record.activity_id in named
    )
    return Tally.of(("kind", "phase"), [*pairings, *activities])
