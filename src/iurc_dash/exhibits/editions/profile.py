"""One region's run of one phase: what is known of it, what is counted, its pairings and its networks."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared, where_and_sources
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.shaping import facts_of_row, listed, nothing_found, table_by_category
from iurc_dash.forms import Axis, Category, KeyFigure, KeyFigures
from iurc_dash.language import N_, _, format_date, format_names
from iurc_dash.metrics.activities import counted_activities
from iurc_dash.metrics.editions import (
    edition_counts,
    editions_in_order,
    participants_of_networks,
    predecessors,
    view_of_edition,
)
from iurc_dash.metrics.pairings import names_to_sort_by, pairing_records
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.sources import sources_of_row, sources_of_rows
from iurc_dash.quantities import Count, Row, Stated
from iurc_dash.reading import cells_by, rows_in
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

LABELS = {
    "pairings": N_("Pairings"),
    "groups": N_("Trios and larger groups"),
    "places": N_("Places in pairings and networks"),
    "activities": N_("Activities"),
    "publications": N_("Publications and case studies"),
    "with_goal": N_("Pairings and activities linked to a goal"),
}
SHOWN = ("pairing", "countries", "kind", "size", "themes", "start", "sources")
# Line of those who took part while no network is named.
UNNAMED = "no-network-named"


def _choices(view: View) -> Mapping[str, str]:
    return {edition: view.say("editions", edition) for edition in editions_in_order(view)}


EDITION = Parameter("edition", choices=_choices, required=True)


@exhibit("editions/facts", N_("What is this programme in a region?"), EDITION)
def facts(view: View, *, edition: str) -> Answer:
    """Name, dates, partners, budget and what it built on; what no source says is blank."""
    row = Row("editions", edition)
    known = cells_of_row(view.whole, row)
    of_countries = rows_in(view.whole["edition_countries"], "edition_id", "country_code")
    countries = sorted(
        (country for key, country in of_countries if key == edition),
        key=lambda country: view.say("countries", country),
    )
    return facts_of_row(
        _say_dates(view, edition, known["start_date"], known["end_date"]),
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


def _budget(value: float, row: Row) -> Cell:
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


@exhibit("editions/key-figures", N_("What is recorded of this programme, beside what it built on?"), EDITION)
def key_figures(view: View, *, edition: str) -> Answer:
    """Key figures of an edition, each beside the same figure of those it built on; no change between them is told.

    Editions merge and split, so that a difference would say as much of that as of the work.
    """
    before = predecessors(view, edition)
    counts = {key: edition_counts(view_of_edition(view, key)) for key in (edition, *before)}
    is_shared = any(record.is_of_another for record in counted_activities(view_of_edition(view, edition)))
    own = counts[edition]
    whole = Count.union(own[key] for key in ("pairings", "places", "activities"))
    name = view.say("editions", edition)
    if not whole:
        return nothing_found(_("Nothing is recorded of “{name}”.").format(name=name))
    said = _("“{name}” has {what} on record.")
    if edition in view.running_editions:
        said = _("“{name}” has {what} on record so far.")
    return Answer(
        finding=said.format(name=name, what=_say_counts(own)),
        form=KeyFigures(
            tuple(
                KeyFigure(what, _(label), own[what], tuple(counts[key][what] for key in before))
                for what, label in LABELS.items()
            ),
            tuple(Category(key, view.say("editions", key)) for key in before),
        ),
        table=lambda: table_by_category(
            Axis(_("What is counted"), tuple(Category(what, _(label)) for what, label in LABELS.items())),
            [(Column(key, view.say("editions", key), "count"), counts[key].__getitem__) for key in counts],
        ),
        counted=whole + own["with_goal"],
        cautions=(
            "recorded_only",
            *(["programme_wide"] if is_shared else []),
            *(["inferred_goals"] if own["with_goal"] else []),
        ),
    )


def _say_counts(own: Mapping[str, Count]) -> str:
    """'12 pairings, 25 places in pairings and networks and 17 activities'."""
    said = {key: counted("tables", key, own[key].value) for key in ("pairings", "places", "activities")}
    said["places"] = _("{places} in pairings and networks").format(places=said["places"])
    return format_names([words for key, words in said.items() if own[key]])


@exhibit("editions/pairings", N_("Which pairings does this programme have?"), EDITION)
def pairings(view: View, *, edition: str) -> Answer:
    """The pairings of an edition by name."""
    records = pairing_records(view_of_edition(view, edition))
    name = view.say("editions", edition)
    if not records:
        return nothing_found(_("No pairing of “{name}” is recorded.").format(name=name))
    names = names_to_sort_by(view)
    count = counted("tables", "pairings", len(records))
    return listed(
        _("“{name}” has {count} on record.").format(name=name, count=count),
        pairing_table(view_of_edition(view, edition), sorted(records, key=names.__getitem__), SHOWN),
        Count.in_table("pairings", records),
        cautions=("recorded_only",),
    )


@exhibit("editions/networks", N_("Which networks does this programme have, and who takes part?"), EDITION)
def networks(view: View, *, edition: str) -> Answer:
    """The networks of an edition with their participants, and participants of whom no network is named."""
    own, name = view_of_edition(view, edition), view.say("editions", edition)
    named = Count.in_table("thematic_networks", own["thematic_networks"]["network_id"].tolist())
    members = Count.in_table("network_members", own["network_members"]["member_id"].tolist())
    if not named and not members:
        return nothing_found(
            _("No network and no participant beside the pairings is recorded of “{name}”.").format(name=name)
        )
    return listed(
        _say_networks(own, name, named),
        _table_of_networks(own),
        named + members,
        cautions=("recorded_only",),
    )


def _say_networks(view: View, name: str, networks: Count) -> str:
    """How many networks there are, how many places take part in them, and how many while none is named."""
    participants = participants_of_networks(view)
    inside = {place for network, sides in participants.items() if network for place in _places(sides)}
    outside = _places(participants.get("", {}))
    what = []
    if networks:
        what.append(counted("tables", "thematic_networks", networks.value))
    if inside:
        what.append(_("{places} in networks").format(places=counted("tables", "places", len(inside))))
    if outside:
        what.append(
            _("{places} of which no network is named").format(
                places=counted("tables", "places", len(outside))
            )
        )
    return _("“{name}” has on record {what}.").format(name=name, what=format_names(what))


def _places(sides: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for places in sides.values() for place in places))


def _table_of_networks(view: View) -> Table:
    """One line a network; last, those of whom no network is named."""
    described = dict(rows_in(view["thematic_networks"], "network_id", "description"))
    participants = participants_of_networks(view)
    members = cells_by(view["network_members"], "network_id", "member_id")
    columns = (
        shared("network"),
        Column("description", _("What it is")),
        Column("eu_side", _("Places on the EU side"), "references", "places"),
        Column("partner_side", _("Places on the partner side"), "references", "places"),
        Column("places", _("Places"), "count", unit=_("places")),
        shared("edition", hidden=True),
        *where_and_sources(),
    )
    (edition,) = view["editions"]["edition_id"].tolist()
    where = view.where(edition)

    def line(key: str) -> Line:
        network = "" if key == UNNAMED else key
        sides = participants.get(network, {})
        rows = {"network_members": members.get(network, ())}
        row = Row("thematic_networks", network) if network else None
        if row:
            rows[row.table] = (row.key,)
        cells: dict[str, Cell] = {
            "network": network,
            "description": described.get(network, NOT_APPLICABLE),
            "eu_side": sides.get("EU", ()),
            "partner_side": sides.get("partner", ()),
            "places": Count.in_table("places", _places(sides)),
            "edition": edition,
            "phase": where.phase_id,
            "region": where.region_id,
            "sources": sources_of_rows(view.whole, rows),
        }
        return Line(key, cells, row)

    return Table(columns, (*described, *([UNNAMED] if "" in participants else [])), line)
