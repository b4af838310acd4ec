"""Totals that the programme published, and what this record counts of the same where it can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iurc_dash.kept import derived
from iurc_dash.metrics.activities import counted_activities
from iurc_dash.metrics.places import network_members
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Row, Stated
from iurc_dash.reading import rows_in
from iurc_dash.selection import Selection
from iurc_dash.view import PROGRAMME_WIDE, View

# Measures that count pairings and activities of a kind.
PAIRING_MEASURES = {"city": "city pairings", "region": "region pairings"}
ACTIVITY_MEASURES = {
    "action plan": "action plans",
    "agreement": "agreements",
    "case study": "case studies",
    "networking event": "networking events",
    "study visit": "study visits",
    "webinar": "webinars",
}
# Participants of networks that count as cities; pairings say it themselves.
CITY_KINDS = ("city", "metropolitan area")


@dataclass(frozen=True, eq=False)
class ReportedFigure:
    """One total as it was published, and what is recorded of the same.

    `measure` says what is counted here in the same sense; it is blank, and `recorded` None, where nothing is.
    """

    figure_id: str
    edition_id: str
    indicator: str
    value: Stated
    qualifier: str
    as_of: str
    note: str
    measure: str
    recorded: Count | None


@derived
def reported_figures(view: View) -> tuple[ReportedFigure, ...]:
    """Every total in view, by edition in their order, then by indicator and date; none is preferred to another."""
    order = dict(rows_in(view.whole["editions"], "edition_id", "order"))
    recorded = recorded_by_edition(view.of(Selection()))
    measures: dict[str, str] = dict(rows_in(view.whole["comparisons"], "total", "measure"))
    columns = ("figure_id", "edition_id", "indicator", "value", "qualifier", "as_of", "note")
    figures = []
    for key, edition, indicator, value, qualifier, as_of, note in rows_in(view["reported_figures"], *columns):
        measure = measures[key] if key in measures else measures.get(indicator, "")
        figures.append(
            ReportedFigure(
                figure_id=key,
                edition_id=edition,
                indicator=indicator,
                value=Stated(int(value) if value == int(value) else value, Row("reported_figures", key)),
                qualifier=qualifier,
                as_of=as_of,
                note=note,
                measure=measure,
                recorded=recorded.at(edition, measure) if measure else None,
            )
        )
    return tuple(
        sorted(figures, key=lambda figure: (order[figure.edition_id], figure.indicator, figure.as_of))
    )


@derived
def recorded_by_edition(view: View) -> Tally:
    """What is counted in view, by (edition, measure); the programme as a whole has all of its phase."""
    of_phase = {
        where.phase_id: edition
        for edition, where in view.editions.items()
        if where.region_id == PROGRAMME_WIDE
    }
    return Tally.of(
        ("edition", "measure"),
        (
            ((place, measure), row)
            for edition, measure, row in _countable_rows(view)
            for place in {edition, of_phase.get(view.where(edition).phase_id, edition)}
        ),
    )


def _countable_rows(view: View) -> Iterator[tuple[str, str, Row]]:
    """(edition, measure, row) of all that is counted."""
    for key, edition, kind in rows_in(view["pairings"], "pairing_id", "edition_id", "kind"):
        yield edition, "pairings", Row("pairings", key)
        if kind in PAIRING_MEASURES:
            yield edition, PAIRING_MEASURES[kind], Row("pairings", key)
    for record in counted_activities(view):
        if record.kind in ACTIVITY_MEASURES:
            yield record.edition_id, ACTIVITY_MEASURES[record.kind], Row("activities", record.activity_id)
    for key, edition in rows_in(view["thematic_networks"], "network_id", "edition_id"):
        yield edition, "networks", Row("thematic_networks", key)
    yield from _places(view)


def _places(view: View) -> Iterator[tuple[str, str, Row]]:
    """The same of places and countries: members of pairings are cities or regions as their pairing is one of these."""
    country_of = view.words.countries_of_places
    for edition, place, side, is_region, is_paired in _participants(view):
        kind = "regions" if is_region else "cities"
        for measure in ("places", kind):
            yield edition, measure, Row("places", place)
            yield edition, f"{measure} {side}", Row("places", place)
        if is_paired and not is_region:
            yield edition, "cities in pairings", Row("places", place)
        if country_of.get(place):
            yield edition, "countries", Row("countries", country_of[place])
            yield edition, f"countries {side}", Row("countries", country_of[place])


def _participants(view: View) -> Iterator[tuple[str, str, str, bool, bool]]:
    """(edition, place, side, whether it counts as a region, whether it is in a pairing) of all that take part."""
    edition_of = view.pairing_editions
    kind_of = dict(rows_in(view["pairings"], "pairing_id", "kind"))
    for pairing, place, side in rows_in(view["pairing_members"], "pairing_id", "place_id", "side"):
        yield edition_of[pairing], place, side, kind_of[pairing] == "region", True
    kinds = dict(rows_in(view.whole["places"], "place_id", "kind"))
    for member in network_members(view.rows):
        is_region = kinds.get(member.place_id) not in CITY_KINDS
        yield member.edition_id, member.place_id, member.side, is_region, False
