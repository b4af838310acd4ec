"""The members of one pairing, at the two ends of a line."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows
from iurc_dash.exhibits.pairings._pairing import PAIRING, say_members
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import SidePlace, TwoSides
from iurc_dash.language import N_, _, format_date, format_number, format_parts, format_period, ngettext
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, pairings_of_places
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import rows_in
from iurc_dash.tabular import Column, Table
from iurc_dash.view import EVERYTHING, View
from iurc_dash.vocabulary import word


@exhibit("pairings/members", N_("Who are its members?"), PAIRING)
def members(view: View, *, pairing: str) -> Answer:
    """The members at their sides, in the colour of the region, with the programme, the time and the state between.

    The table has their kind and position, and what a reader must know of their country's side.
    """
    record = every_pairing(view)[pairing]
    notes = _side_notes(view, record)
    table = _table(view, record, notes)
    if not record.members:
        return nothing_found(say_members(view, record), table.columns)
    return Answer(
        finding=say_members(view, record),
        form=TwoSides(
            sides=(
                tuple(_place(view, record, place, notes) for place, side in record.members if side == "EU"),
                tuple(_place(view, record, place, notes) for place, side in record.members if side != "EU"),
            ),
            label=view.say("editions", record.edition_id),
            belongs_to=Row("editions", record.edition_id),
            notes=(
                _say_when(record),
                *((word("statuses", record.status),) if record.status else ()),
            ),
            colour=view.colour("regions", record.region_id),
        ),
        table=lambda: table,
        counted=Count.in_table("pairing_members", table.keys),
        cautions=("approximate_position",),
    )


def _place(view: View, record: PairingRecord, place: str, side_notes: Mapping[str, str]) -> SidePlace:
    """A member with its country, its kind, what to know of its side, and the other pairings that it is in."""
    country = view.words.countries_of_places[place]
    kind = cells_of_row(view.whole, Row("places", place))["kind"]
    others = [key for key in pairings_of_places(view.of(EVERYTHING))[place] if key != record.pairing_id]
    said = ngettext("{count} other pairing", "{count} other pairings", len(others))
    return SidePlace(
        key=place,
        label=view.say("places", place),
        row=Row("pairing_members", f"{record.pairing_id}|{place}"),
        notes=tuple(
            filter(
                None,
                (
                    format_parts(filter(None, (view.say("countries", country), word("place_kinds", kind)))),
                    side_notes[place],
                ),
            )
        ),
        others=Count.in_table("pairings", others),
        others_label=said.format(count=format_number(len(others))) if others else "",
    )


def _say_when(record: PairingRecord) -> str:
    """From when to when, as far as a source says it."""
    if record.start_date and record.end_date:
        return format_period(record.start_date, record.end_date)
    if record.start_date:
        return _("from {start}, end not recorded").format(start=format_date(record.start_date))
    if record.end_date:
        return _("until {end}, start not recorded").format(end=format_date(record.end_date))
    return _("start and end not recorded")


def _side_notes(view: View, record: PairingRecord) -> dict[str, str]:
    """By member what a reader must know of its country, no member state today but on the EU side; else blank."""
    notes = {
        country: note
        for country, note, is_member in rows_in(
            view.whole["countries"], "country_code", "side_note", "is_eu_member"
        )
        if not is_member
    }
    country_of = view.words.countries_of_places
    return {place: notes.get(country_of[place], "") if side == "EU" else "" for place, side in record.members}


def _table(view: View, record: PairingRecord, notes: Mapping[str, str]) -> Table:
    """A line a member: side, kind, position, and what to know of its side."""
    country_of = view.words.countries_of_places
    places = {place: cells_of_row(view.whole, Row("places", place)) for place in record.places}
    columns: list[Column | CellOf[tuple[str, str]]] = [
        (Column("place", _("Member"), "reference", "places"), lambda member: member[0]),
        (shared("country"), lambda member: country_of[member[0]]),
        (shared("side"), lambda member: member[1]),
        (Column("kind", _("Kind"), "code", "place_kinds"), lambda member: places[member[0]]["kind"]),
        (shared("exactness"), lambda member: places[member[0]]["exactness"]),
        (shared("note", hidden=not any(notes.values())), lambda member: notes[member[0]]),
        shared("sources", hidden=True),
    ]
    members = {f"{record.pairing_id}|{place}": (place, side) for place, side in record.members}
    return table_of_rows(view, "pairing_members", members, columns)
