"""How many public pages there are, counted in each of the ways in which this record speaks of them."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import KeyFigure, KeyFigures
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.rows import rows_of_table
from iurc_dash.metrics.sources import is_of_subjects, rows_by_source, sources_of_subjects
from iurc_dash.quantities import Count
from iurc_dash.tabular import Column, Line, Table
from iurc_dash.view import View


@exhibit("record/source-counts", N_("How many public pages were read, and how many does what rest on?"))
def source_counts(view: View) -> Answer:
    """All pages that were read, those that a row in view rests on, and those that a pairing or activity in view does.

    Where more than phase and region is chosen only the last are of what is shown.
    """
    read = rows_of_table(view.whole, "sources")
    if not read:
        return nothing_found(_("No public page was read."))
    shown, subjects = Count.in_table("sources", rows_by_source(view)), sources_of_subjects(view)
    figures = (
        KeyFigure(
            "read",
            _("public pages were read"),
            read,
            note=_("All that this record lists, whether a row of it rests on them or not."),
        ),
        *(() if is_of_subjects(view) else (_of_all(shown),)),
        KeyFigure(
            "subjects",
            _("of these support pairings and activities"),
            subjects,
            note=_("With their members, their links to goals and those who took part."),
        ),
    )
    return Answer(
        finding=_say_subjects(read, subjects) if is_of_subjects(view) else _say(read, shown, subjects),
        form=KeyFigures(figures),
        table=lambda: _table(figures),
        counted=read,
    )


def _of_all(shown: Count) -> KeyFigure:
    return KeyFigure(
        "shown",
        _("of these support what is shown"),
        shown,
        note=_("Pairings and activities, and programmes in a region, networks and published totals too."),
    )


def _say_subjects(read: Count, subjects: Count) -> str:
    return ngettext(
        "One public page was read; the pairings and activities shown rest on {subjects}.",
        "{count} public pages were read; the pairings and activities shown rest on {subjects}.",
        read.value,
    ).format(count=format_number(read.value), subjects=format_number(subjects.value))


def _say(read: Count, shown: Count, subjects: Count) -> str:
    values = {"shown": format_number(shown.value), "subjects": format_number(subjects.value)}
    message = ngettext(
        "One public page was read; what is shown rests on {shown}, its pairings and activities on {subjects}.",
        "{count} public pages were read; what is shown rests on {shown}, its pairings and activities on {subjects}.",
        read.value,
    )
    return message.format(count=format_number(read.value), **values)


def _table(figures: tuple[KeyFigure, ...]) -> Table:
    columns = (
        Column("what", _("What is counted"), "paragraph"),
        Column("pages", _("Public pages"), "count"),
        Column("note", _("What it takes in"), "paragraph"),
    )
    lines = [
        Line(
            figure.key,
            {"what": figure.label, "pages": figure.value, "note": figure.note},
            label=figure.label,
        )
        for figure in figures
    ]
    return Table.of(columns, lines)
