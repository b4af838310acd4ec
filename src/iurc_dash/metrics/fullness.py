"""How full the record is: of the pairings and activities of each programme in a region, how many have what."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import counted_activities
from iurc_dash.metrics.pairings import PairingRecord, pairing_records
from iurc_dash.metrics.sources import sources_by_row
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Share
from iurc_dash.view import View

# What may be known of a pairing, and of an activity.
OF_PAIRINGS = ("theme", "start", "goal", "stated_goal", "activity", "sources")
OF_ACTIVITIES = ("date",)
FIELDS = (*OF_PAIRINGS, *OF_ACTIVITIES)


@derived
def recorded_fields(view: View) -> Tally:
    """Pairings and activities by (edition, field) of which the field is recorded.

    The fields of all are "pairings" and "activities". Goals are Sustainable Development Goals; sources are two or more
    public pages.
    """
    sources = sources_by_row(view.whole).get("pairings", {})
    known: dict[str, Callable[[PairingRecord], object]] = {
        "theme": lambda record: record.themes,
        "start": lambda record: record.start_date,
        "goal": lambda record: record.stated_goals or record.inferred_goals,
        "stated_goal": lambda record: record.stated_goals,
        "activity": lambda record: record.activities,
        "sources": lambda record: len(sources.get(record.pairing_id, ())) > 1,
    }
    pairings = [
        ((record.edition_id, field), record.pairing_id)
        for record in pairing_records(view).values()
        for field in ("pairings", *(field for field in OF_PAIRINGS if known[field](record)))
    ]
    activities = [
        ((record.edition_id, field), record.activity_id)
        for record in counted_activities(view)
        for field in ("activities", *(["date"] if record.is_dated else []))
    ]
    return Tally(
        ("edition", "field"),
        {
            **Tally.of_table(("edition", "field"), "pairings", pairings).cells,
            **Tally.of_table(("edition", "field"), "activities", activities).cells,
        },
    )


def share_recorded(tally: Tally, field: str, edition: str | None = None) -> Share | None:
    """Of what share of the pairings or activities of an edition, or of all, a field is recorded; None without any."""
    whole = tally.at(edition, "pairings" if field in OF_PAIRINGS else "activities")
    return Share(tally.at(edition, field), whole) if whole else None


def shares_recorded(tally: Tally) -> Mapping[str, Share]:
    """The same of all editions together, by field, without those that there is nothing of."""
    found = {field: share_recorded(tally, field) for field in FIELDS}
    return {field: share for field, share in found.items() if share is not None}


@derived
def pairings_lacking(view: View, field: str) -> frozenset[str]:
    """Keys of the pairings in view of which a field is not recorded."""
    share = share_recorded(recorded_fields(view), field)
    return frozenset(share.rest.in_rows_of("pairings")) if share is not None else frozenset()
