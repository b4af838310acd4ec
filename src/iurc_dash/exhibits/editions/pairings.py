"""The pairings of one edition."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.editions._edition import EDITION
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _
from iurc_dash.metrics.editions import view_of_edition
from iurc_dash.metrics.pairings import pairing_records
from iurc_dash.metrics.sources import sources_of_row
from iurc_dash.quantities import Count, Row
from iurc_dash.tabular import Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted


@exhibit("editions/pairings", N_("Which pairings does this programme have?"), EDITION)
def pairings(view: View, *, edition: str) -> Answer:
    """The pairings of an edition by name: members, kind, themes, dates."""
    records = pairing_records(view_of_edition(view, edition))
    name = view.say("editions", edition)
    if not records:
        return nothing_found(_("No pairing of “{name}” is recorded.").format(name=name))
    count = counted("tables", "pairings", len(records))
    return listed(
        _("“{name}” has {count} on record.").format(name=name, count=count),
        _table(view, edition),
        Count.in_table("pairings", records),
        cautions=("recorded_only",),
    )


def _table(view: View, edition: str) -> Table:
    records = pairing_records(view_of_edition(view, edition))
    keys = sorted(records, key=lambda key: (view.say("pairings", key).casefold(), key))
    countries = view.words.countries_of_places
    columns = (
        Column("pairing", _("Pairing"), "reference", "pairings"),
        Column("countries", _("Countries and territories"), "references", "countries"),
        Column("kind", _("Kind"), "code", "pairing_kinds"),
        Column("members", _("Members"), "count", unit=_("members")),
        Column("themes", _("Themes"), "references", "themes"),
        Column("start_date", _("Start"), "date"),
        Column("sources", _("Sources"), "references", "sources"),
        Column("end_date", _("End"), "date", hidden=True),
        Column("status", _("Status"), "code", "statuses", hidden=True),
        Column("places", _("Places"), "references", "places", hidden=True),
        Column("phase", _("Phase"), "reference", "phases", hidden=True),
        Column("region", _("Region"), "reference", "regions", hidden=True),
    )

    def line(key: str) -> Line:
        record, row = records[key], Row("pairings", key)
        return Line(
            key,
            {
                "pairing": key,
                "countries": tuple(dict.fromkeys(countries[place] for place in record.places)),
                "kind": record.kind,
                "members": Count.in_table("pairing_members", (f"{key}|{place}" for place in record.places)),
                "themes": record.themes,
                "start_date": record.start_date,
                "sources": sources_of_row(view.whole, row),
                "end_date": record.end_date,
                "status": record.status,
                "places": record.places,
                "phase": record.phase_id,
                "region": record.region_id,
            },
            row,
        )

    return Table(columns, tuple(keys), line)
