"""The table of activities, whichever of them are chosen."""

from __future__ import annotations

from collections.abc import Iterable

from iurc_dash.language import _
from iurc_dash.metrics.activities import ActivityRecord
from iurc_dash.metrics.sources import sources_of_row
from iurc_dash.metrics.stakeholders import kinds_taking_part
from iurc_dash.quantities import Row
from iurc_dash.tabular import NOT_APPLICABLE, Column, Line, Table
from iurc_dash.view import View


def activity_table(view: View, records: Iterable[ActivityRecord], *, with_state: bool = False) -> Table:
    """A line an activity, in the order given; `with_state` shows on pages too whether it is planned."""
    by_key = {record.activity_id: record for record in records}
    others = kinds_taking_part(view, "activities")
    columns = (
        Column("date", _("Date"), "period"),
        Column("kind", _("Kind"), "code", "activity_kinds"),
        Column("title", _("Title")),
        Column("others", _("With, besides cities and regions"), "codes", "stakeholder_kinds"),
        Column("place_name", _("Where")),
        Column("mode", _("Held"), "code", "modes"),
        Column("state", _("State"), "code", "states", hidden=not with_state),
        Column("edition", _("Programme in a region"), "reference", "editions"),
        Column("pairings", _("Pairings"), "references", "pairings"),
        Column("sources", _("Sources"), "references", "sources"),
        Column(
            "countries",
            _("Countries and territories it took place in"),
            "references",
            "countries",
            hidden=True,
        ),
        Column("phase", _("Phase"), "reference", "phases", hidden=True),
        Column("region", _("Region"), "reference", "regions", hidden=True),
    )

    def line(key: str) -> Line:
        record, row = by_key[key], Row("activities", key)
        return Line(
            key,
            {
                "date": (record.start_date, record.end_date) if record.is_dated else (),
                "kind": record.kind,
                "title": record.title,
                # Nobody else is named for most, which says nothing: no gap is shown.
                "others": others.get(key, NOT_APPLICABLE),
                "place_name": record.place_name,
                "mode": record.mode if record.is_event else record.mode or NOT_APPLICABLE,
                "state": record.state,
                "edition": record.edition_id,
                # Many belong to a programme and to no pairing: nothing is missing there.
                "pairings": record.pairings or NOT_APPLICABLE,
                "sources": sources_of_row(view.whole, row),
                "countries": tuple(code for code in record.country_codes.split("; ") if code),
                "phase": record.phase_id,
                "region": record.region_id,
            },
            row,
        )

    return Table(columns, tuple(by_key), line)
