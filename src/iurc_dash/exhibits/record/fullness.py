"""How full the record is, by programme in a region and by what may be known."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import part_of_whole
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Axis, Category, ShareGrid
from iurc_dash.language import N_, _
from iurc_dash.metrics.fullness import FIELDS, OF_PAIRINGS, recorded_fields, share_recorded, shares_recorded
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Share
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View

# What a column is called, and how a sentence names it.
TITLES = {
    "theme": N_("Theme"),
    "start": N_("Start date"),
    "goal": N_("Goal"),
    "stated_goal": N_("Goal stated by a source"),
    "activity": N_("Activity"),
    "sources": N_("Two sources or more"),
    "date": N_("Activities with a date"),
}
WITHIN = {
    "theme": N_("a theme"),
    "start": N_("a start date"),
    "goal": N_("a link to a goal"),
    "stated_goal": N_("a goal that a source states"),
    "activity": N_("an activity"),
    "sources": N_("two sources or more"),
    "date": N_("the date of activities"),
}


@exhibit("record/fullness", N_("How full is the record, and where is it thin?"))
def fullness(view: View) -> Answer:
    """Of the pairings of each programme in a region how many have what recorded, and of its activities a date.

    A cell opens what lacks it.
    """
    tally = recorded_fields(view)
    if not tally.whole:
        return nothing_found(_("No pairing and no activity in this record matches."))
    editions = [
        edition for edition in view.whole["editions"].sort_values("order")["edition_id"] if tally.at(edition)
    ]
    rows = Axis(
        _("Programme in a region"),
        tuple(Category(edition, view.say("editions", edition)) for edition in editions),
    )
    fields = Axis(_("What is recorded"), tuple(Category(field, _(TITLES[field])) for field in FIELDS))
    return Answer(
        finding=_say_thinnest(shares_recorded(tally)),
        more=_(
            "Each number opens what lacks it, or all where nothing does. A blank cell has nothing to record."
        ),
        form=ShareGrid(
            rows=rows,
            columns=fields,
            values=tuple(
                tuple(share_recorded(tally, field, edition) for field in fields.keys) for edition in editions
            ),
            unit=_("pairings and activities"),
            drawn="shades",
            opens="rest",
        ),
        table=lambda: _table(tally, rows, fields),
        counted=tally.whole,
        cautions=("recorded_only",),
    )


def _say_thinnest(shares: Mapping[str, Share]) -> str:
    """What is recorded most and least often, of pairings where there are any."""
    known = {field: share for field, share in shares.items() if field in OF_PAIRINGS} or dict(shares)
    values = {field: share.value or 0.0 for field, share in known.items()}
    most, least = max(values, key=values.__getitem__), min(values, key=values.__getitem__)
    if values[most] == values[least]:
        return (
            _("Recorded for {share}: {field}.").format(
                share=part_of_whole(known[most]), field=_(WITHIN[most])
            )
            if len(known) == 1
            else _("Everything that is looked at is recorded equally often: for {share}.").format(
                share=part_of_whole(known[most])
            )
        )
    return _(
        "Recorded most often: {most}, for {most_share}; least often: {least}, for {least_share}."
    ).format(
        most=_(WITHIN[most]),
        most_share=part_of_whole(known[most]),
        least=_(WITHIN[least]),
        least_share=part_of_whole(known[least]),
    )


def _table(tally: Tally, rows: Axis, fields: Axis) -> Table:
    """Of each programme in a region its pairings and activities, and of how many of them what is recorded."""
    columns = [
        Column("edition", rows.title, "reference", "editions"),
        Column("pairings", _("Pairings"), "count"),
        Column("activities", _("Activities"), "count"),
        *(Column(field.key, field.label, "count") for field in fields.categories),
    ]
    lines = []
    for row in rows.categories:
        cells: dict[str, Cell] = {"edition": row.key}
        for field in ("pairings", "activities"):
            cells[field] = tally.at(row.key, field)
        for field in fields.keys:
            share = share_recorded(tally, field, row.key)
            cells[field] = NOT_APPLICABLE if share is None else share.part
        lines.append(Line(row.key, cells, label=row.label))
    return Table.of(columns, lines)
