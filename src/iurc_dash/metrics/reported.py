"""Totals that the programme published, and what this record counts of the same where it can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import counted_activities
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Row, Stated
from iurc_dash.reading import rows_in
from iurc_dash.selection import Selection
from iurc_dash.view import PROGRAMME_WIDE, View

# Indicators that this record counts in the same sense: kinds of pairings, kinds of activities, networks.
PAIRING_INDICATORS = {"city": "city_pairings", "region": "region_pairings"}
ACTIVITY_INDICATORS = {
    "action plan": "action_plans",
    "agreement": "agreements",
    "case study": "case_studies",
    "networking event": "networking_events",
    "study visit": "study_visits",
    "webinar": "webinars",
}
COUNTABLE = ("pairings", *PAIRING_INDICATORS.values(), *ACTIVITY_INDICATORS.values(), "thematic_networks")


@dataclass(frozen=True, eq=False)
class ReportedFigure:
    """One total as it was published, and what is recorded of the same; None where that is not counted here."""

    figure_id: str
    edition_id: str
    indicator: str
    value: Stated
    qualifier: str
    as_of: str
    note: str
    recorded: Count | None


@derived
def reported_figures(view: View) -> tuple[ReportedFigure, ...]:
    """Every total in view, by edition in their order, then by indicator and date; none is preferred to another."""
    order = dict(rows_in(view.whole["editions"], "edition_id", "order"))
    recorded = recorded_by_edition(view.of(Selection()))
    columns = ("figure_id", "edition_id", "indicator", "value", "qualifier", "as_of", "note")
    figures = [
        ReportedFigure(
            figure_id=key,
            edition_id=edition,
            indicator=indicator,
            value=Stated(int(value) if value == int(value) else value, Row("reported_figures", key)),
            qualifier=qualifier,
            as_of=as_of,
            note=note,
            recorded=recorded.at(edition, indicator) if indicator in COUNTABLE else None,
        )
        for key, edition, indicator, value, qualifier, as_of, note in rows_in(
            view["reported_figures"], *columns
        )
    ]
    return tuple(
        sorted(figures, key=lambda figure: (order[figure.edition_id], figure.indicator, figure.as_of))
    )


@derived
def recorded_by_edition(view: View) -> Tally:
    """What is counted in view, by (edition, indicator); the programme as a whole has all of its phase."""
    of_phase = {
        where.phase_id: edition
        for edition, where in view.editions.items()
        if where.region_id == PROGRAMME_WIDE
    }
    return Tally.of(
        ("edition", "indicator"),
        (
            ((place, indicator), row)
            for edition, indicator, row in _countable_rows(view)
            for place in {edition, of_phase.get(view.where(edition).phase_id, edition)}
        ),
    )


def _countable_rows(view: View) -> Iterator[tuple[str, str, Row]]:
    """(edition, indicator, row) of all that is counted."""
    for key, edition, kind in rows_in(view["pairings"], "pairing_id", "edition_id", "kind"):
        yield edition, "pairings", Row("pairings", key)
        if kind in PAIRING_INDICATORS:
            yield edition, PAIRING_INDICATORS[kind], Row("pairings", key)
    for record in counted_activities(view):
        if record.kind in ACTIVITY_INDICATORS:
            yield record.edition_id, ACTIVITY_INDICATORS[record.kind], Row("activities", record.activity_id)
    for key, edition in rows_in(view["thematic_networks"], "network_id", "edition_id"):
        yield edition, "thematic_networks", Row("thematic_networks", key)
