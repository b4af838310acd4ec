"""How full the record is, and on how many sources what is shown rests."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, part_of_whole
from iurc_dash.exhibits.shaping import nothing_found, told_share
from iurc_dash.forms import Facts
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.metrics.overview import Completeness, completeness
from iurc_dash.metrics.sources import sources_of_subjects
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View

# What is counted, by key: some of the pairings or activities, or all of them.
TITLES = {
    "sources": N_("Public pages that pairings and activities rest on"),
    "pairings": N_("Pairings"),
    "themes": N_("Pairings with a theme"),
    "starts": N_("Pairings with a start date"),
    "goals": N_("Pairings linked to a Sustainable Development Goal"),
    "stated_goals": N_("Pairings whose link to a goal a source states"),
    "activities": N_("Activities"),
    "dates": N_("Activities with a date"),
}


@exhibit("overview/completeness", N_("How full is the record, and what does it rest on?"))
def how_full(view: View) -> Answer:
    """The sources of the pairings and activities in view, and of how many of these something is recorded."""
    known = completeness(view)
    counts = {
        "sources": sources_of_subjects(view),
        "pairings": known.themes.whole,
        "activities": known.dates.whole,
    }
    shares = {key: getattr(known, key) for key in ("themes", "starts", "goals", "stated_goals", "dates")}
    if not (counts["pairings"] or counts["activities"]):
        return nothing_found(_("No pairing and no activity in this record matches."))
    return Answer(
        finding=_say_sources(counts["sources"]),
        more=join_sentences(_say_recorded(known), _say_goals(view, known)),
        form=Facts(
            tuple(
                (Column(key, _(title), "count"), counts[key] if key in counts else shares[key].part)
                for key, title in TITLES.items()
            )
        ),
        table=lambda: _table(counts, shares),
        counted=Count.union(counts.values()),
        cautions=("recorded_only",),
    )


def _say_sources(sources: Count) -> str:
    if not sources:
        return _("No source is named for what is shown.")
    return ngettext(
        "The pairings and activities shown rest on {count} public page.",
        "The pairings and activities shown rest on {count} public pages.",
        sources.value,
    ).format(count=format_number(sources.value))


def _say_recorded(known: Completeness) -> str:
    """Of how many pairings what is recorded; nothing where there are none."""
    pairings = known.themes.whole.value
    if not pairings:
        return ""
    if pairings == 1:
        what = [(known.themes, _("a theme")), (known.starts, _("a start date"))]
        named = format_names([name for share, name in what if share.part])
        if not named:
            return _("Neither a theme nor a start date of the one pairing is recorded.")
        return _("The one pairing is recorded with {named}.").format(named=named)
    return _("{themes} pairings have a theme recorded, {starts} a start date.").format(
        themes=part_of_whole(known.themes), starts=format_number(known.starts.part.value)
    )


def _say_goals(view: View, known: Completeness) -> str:
    """How many pairings are linked to a goal, and for how many a source says so."""
    pairings, goals, stated = (
        share.value for share in (known.goals.whole, known.goals.part, known.stated_goals.part)
    )
    if not pairings:
        return ""
    if view.selection.stated_only:
        return ngettext(
            "Only links to goals that a source states are looked at: {share} pairings has one.",
            "Only links to goals that a source states are looked at: {share} pairings have one.",
            goals,
        ).format(share=part_of_whole(known.goals))
    if not goals:
        return _("None is linked to a Sustainable Development Goal.")
    if pairings == 1:
        return (
            _("A source links it to a Sustainable Development Goal.")
            if stated
            else _("It is linked to a Sustainable Development Goal in our reading.")
        )
    if not stated:
        return ngettext(
            "{share} is linked to a Sustainable Development Goal in our reading, and no source says so.",
            "{share} are linked to a Sustainable Development Goal in our reading, and no source says so.",
            goals,
        ).format(share=part_of_whole(known.goals))
    return ngettext(
        "{share} is linked to a Sustainable Development Goal, {stated} of them by a source.",
        "{share} are linked to a Sustainable Development Goal, {stated} of them by a source.",
        goals,
    ).format(share=part_of_whole(known.goals), stated=format_number(stated))


def _table(counts: dict[str, Count], shares: dict[str, Share]) -> Table:
    """Of each share its part, its whole, and the share itself where it rests on enough."""
    columns = [
        Column("what", _("What is recorded"), "paragraph"),
        Column("part", _("Number"), "count"),
        Column("whole", _("Of"), "count"),
        shared("share"),
    ]
    lines = []
    for key, title in TITLES.items():
        cells: dict[str, Cell] = {"part": counts.get(key), "whole": NOT_APPLICABLE, "share": NOT_APPLICABLE}
        if key in shares:
            share = shares[key]
            cells = {"part": share.part, "whole": share.whole, "share": told_share(share)}
        lines.append(Line(key, {"what": _(title), **cells}))
    return Table.of(columns, lines)
