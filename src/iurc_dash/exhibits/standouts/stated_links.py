"""How links to goals are known."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import part_of_whole
from iurc_dash.exhibits.shaping import TEXTURES, matrix_of, matrix_table, nothing_found, stacked_bars
from iurc_dash.forms import Axis, Category, Series
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.standouts import links_by_basis
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Share
from iurc_dash.view import View


@exhibit("standouts/stated-links", N_("How is it known what is linked to goals?"))
def stated_links(view: View) -> Answer:
    """Links of pairings and activities to Sustainable Development Goals, by whether a source states them."""
    tally = links_by_basis(view)
    if not tally.whole:
        return nothing_found(_("No link to a Sustainable Development Goal matches."))
    subjects = tally.ranked("subject")
    axis = Axis(_("What is linked"), tuple(Category(key, view.say("subject_kinds", key)) for key in subjects))
    bases = Axis("", tuple(Category(basis, view.say("bases", basis)) for basis in TEXTURES))
    series = (Series(basis.key, basis.label, (), "accent", TEXTURES[basis.key]) for basis in bases.categories)
    return Answer(
        finding=_say_bases(view, tally),
        form=stacked_bars(tally, axis, series, _("links")),
        table=lambda: matrix_table(matrix_of(tally, axis, bases, _("links")), "subject_kinds"),
        counted=tally.whole,
        cautions=("inferred_goals", "links_by_subject"),
    )


def _say_bases(view: View, tally: Tally) -> str:
    """How many links a source states; the rest is the record's own reading."""
    stated, total = tally.at(None, "stated").value, tally.whole.value
    count = format_number(total)
    if view.selection.stated_only:
        return ngettext(
            "Only links that a source states are looked at: {count} link to a Sustainable Development Goal.",
            "Only links that a source states are looked at: {count} links to Sustainable Development Goals.",
            total,
        ).format(count=count)
    if not stated:
        return ngettext(
            "The one link to a Sustainable Development Goal is our reading; no source states it.",
            "No source states any of the {count} links to Sustainable Development Goals; all are our reading.",
            total,
        ).format(count=count)
    if stated == total:
        return ngettext(
            "A source states the one link to a Sustainable Development Goal.",
            "Sources state all {count} links to Sustainable Development Goals.",
            total,
        ).format(count=count)
    return ngettext(
        "Sources state {share} links to Sustainable Development Goals; the other is our reading.",
        "Sources state {share} links to Sustainable Development Goals; the others are our reading.",
        total - stated,
    ).format(share=part_of_whole(Share(tally.at(None, "stated"), tally.whole)))
