"""Pairings and activities linked to Sustainable Development Goals by region."""

from __future__ import annotations

from functools import partial

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.goals._by_basis import goal_axis, inferred_caution
from iurc_dash.exhibits.goals._sentences import (
    say_basis,
    say_goals,
    say_most_linked_goal,
    say_none_linked,
)
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import say_first_in_regions
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found, region_axis
from iurc_dash.language import N_, _
from iurc_dash.metrics.goals import counted_links, subjects_by_goal
from iurc_dash.metrics.tally import Tally
from iurc_dash.view import View


@exhibit("goals/by-region", N_("Which goals is the work of each region linked to?"))
def by_region(view: View) -> Answer:
    """Pairings and activities linked to each goal, by region."""
    tally = subjects_by_goal(view).by("goal", "region")
    if not tally.whole:
        return nothing_found(say_none_linked(view))
    form = matrix_of(
        tally,
        goal_axis(view),
        region_axis(view, tally),
        _("pairings and activities"),
        total_labels=(_("Any goal"), _("All regions")),
    )
    return Answer(
        finding=_say_regions(view, tally),
        more=say_basis(counted_links(view)),
        form=form,
        table=lambda: matrix_table(form, "goals"),
        counted=tally.whole,
        cautions=("several_goals", *inferred_caution(counted_links(view))),
    )


def _say_regions(view: View, tally: Tally) -> str:
    """Which goal comes first in most regions; where goals are chosen, what is linked beside them."""
    if view.selection.goals:
        return say_most_linked_goal(view)
    said = say_first_in_regions(
        tally,
        goal_axis(view).keys,
        partial(say_goals, view),
        nobody=_("No goal comes first in more than one of {count} regions."),
    )
    return said or say_most_linked_goal(view)
