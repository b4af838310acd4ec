"""How full the record is, and on how many sources what is shown rests."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import part_of_whole
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Facts
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.chance import may_be_told_as_share
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
        finding=" ".join([_say_sources(counts["sources"]), *_say_pairings(known)]),
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


def _say_pairings(known: Completeness) -> list[str]:
    """Of how many pairings what is recorded, and for how many a source states a goal; nothing where there are none."""
    if not known.themes.whole:
        return []
    recorded = ngettext(
        "A theme is recorded for {themes} pairing, a start date for {starts}, a link to a Sustainable Development "
        "Goal for {goals}.",
        "A theme is recorded for {themes} pairings, a start date for {starts}, a link to a Sustainable Development "
        "Goal for {goals}.",
        known.themes.whole.value,
    ).format(
        themes=part_of_whole(known.themes),
        starts=format_number(known.starts.part.value),
        goals=format_number(known.goals.part.value),
    )
    stated = known.stated_goals.part.value
    if not stated:
        return [recorded, _("No source states such a link.")]
    said = ngettext(
        "A source states such a link for {count} pairing.",
        "A source states such a link for {count} pairings.",
        stated,
    )
    return [recorded, said.format(count=format_number(stated))]


def _table(counts: dict[str, Count], shares: dict[str, Share]) -> Table:
    """Of each share its part, its whole, and the share itself where it rests on enough."""
    columns = [
        Column("what", _("What is recorded"), "paragraph"),
        Column("part", _("Number"), "count"),
        Column("whole", _("Of"), "count"),
        Column("share", _("Share"), "share"),
    ]
    lines = []
    for key, title in TITLES.items():
        cells: dict[str, Cell] = {"part": counts.get(key), "whole": NOT_APPLICABLE, "share": NOT_APPLICABLE}
        if key in shares:
            share = shares[key]
            told = share if may_be_told_as_share(share) else NOT_APPLICABLE
            cells = {"part": share.part, "whole": share.whole, "share": told}
        lines.append(Line(key, {"what": _(title), **cells}))
    return Table.of(columns, lines)
