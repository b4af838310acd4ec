"""What is known of one region's run of one phase."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.editions._edition import EDITION
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import facts_of_row
from iurc_dash.language import N_, _, format_date
from iurc_dash.metrics.editions import predecessors
from iurc_dash.metrics.sources import sources_of_row
from iurc_dash.quantities import Row, Stated
from iurc_dash.reading import rows_in
from iurc_dash.tabular import Cell, Column
from iurc_dash.view import View

# Columns of the table of editions that stand among the facts as they are.
WRITTEN = ("official_name", "start_date", "end_date", "status", "implemented_for", "budget_eur", "note")


@exhibit("editions/facts", N_("What is this programme in a region?"), EDITION)
def facts(view: View, *, edition: str) -> Answer:
    """Name, dates, partners, budget and what it built on; what no source says is blank."""
    row = Row("editions", edition)
    known = _written(view, edition)
    of_countries = rows_in(view.whole["edition_countries"], "edition_id", "country_code")
    countries = sorted(
        (country for key, country in of_countries if key == edition),
        key=lambda country: view.say("countries", country),
    )
    return facts_of_row(
        _say_dates(view, edition, str(known["start_date"]), str(known["end_date"])),
        row,
        [
            (Column("official_name", _("Official name")), known["official_name"]),
            (shared("phase"), view.where(edition).phase_id),
            (shared("region"), view.where(edition).region_id),
            (Column("start_date", _("Start"), "date"), known["start_date"]),
            (Column("end_date", _("End"), "date"), known["end_date"]),
            (shared("status"), known["status"]),
            (
                Column("countries", _("Partner countries and territories"), "references", "countries"),
                tuple(countries),
            ),
            (Column("implemented_for", _("Run for")), known["implemented_for"]),
            (Column("budget_eur", _("Budget"), "number", unit=_("euro")), _budget(known["budget_eur"], row)),
            (Column("predecessors", _("Built on"), "references", "editions"), predecessors(view, edition)),
            (shared("note"), known["note"]),
            (shared("sources"), sources_of_row(view.whole, row)),
        ],
    )


def _written(view: View, edition: str) -> dict[str, str | float]:
    rows = rows_in(view.whole["editions"], "edition_id", *WRITTEN)
    return next(dict(zip(WRITTEN, values, strict=True)) for key, *values in rows if key == edition)


def _budget(value: str | float, row: Row) -> Cell:
    """The budget as published; blank where no source gives one, which a table of numbers holds as not a number."""
    return Stated(int(value), row) if value == value else None


def _say_dates(view: View, edition: str, start: str, end: str) -> str:
    """When it ran, as exactly as a source says."""
    values = {"name": view.say("editions", edition), "start": format_date(start), "end": format_date(end)}
    runs = edition in view.running_editions
    if start and end and runs:
        return _("“{name}” runs from {start} to {end}.").format(**values)
    if start and end:
        return _("“{name}” ran from {start} to {end}.").format(**values)
    if start and runs:
        return _("“{name}” has run since {start}.").format(**values)
    if start:
        return _("“{name}” dates from {start}; no end is recorded.").format(**values)
    if end:
        return _("“{name}” is dated until {end}; no start is recorded.").format(**values)
    return _("The sources that were read give no dates for “{name}”.").format(**values)
