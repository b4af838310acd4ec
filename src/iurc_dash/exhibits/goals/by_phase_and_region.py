"""Pairings and activities linked to Sustainable Development Goals by phase and by region."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.goals._by_basis import goal_axis, inferred_caution
from iurc_dash.exhibits.goals._sentences import (
    say_basis,
    say_goal,
    say_goals,
    say_most_linked_goal,
    say_none_linked,
    say_numbers,
)
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import (
    join_sentences,
    say_first_in_regions,
    say_moves,
    say_shares_by_phase,
)
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found, phase_axis, region_axis
from iurc_dash.forms import Axis
from iurc_dash.language import N_, _, format_number
from iurc_dash.metrics.goals import counted_links, subjects_by_goal
from iurc_dash.metrics.phase_shares import comparable_phases, movements, shares_of_keys
from iurc_dash.metrics.ranking import leaders, most_often_first
from iurc_dash.metrics.tally import Tally
from iurc_dash.view import PROGRAMME_WIDE, View


@exhibit("goals/by-phase", N_("How have the goals moved from phase to phase?"))
def by_phase(view: View) -> Answer:
    """Pairings and activities linked to each goal, by phase."""
    tally = subjects_by_goal(view).by("goal", "phase")
    if not tally.whole:
        return nothing_found(say_none_linked(view))
    return _matrix(
        view,
        tally,
        phase_axis(view),
        _("All phases"),
        finding=say_most_linked_goal(view),
        more=_say_moves(view, tally),
    )


@exhibit("goals/by-region", N_("Which goals is the work of each region linked to?"))
def by_region(view: View) -> Answer:
    """Pairings and activities linked to each goal, by region."""
    tally = subjects_by_goal(view).by("goal", "region")
    if not tally.whole:
        return nothing_found(say_none_linked(view))
    return _matrix(
        view,
        tally,
        region_axis(view, tally),
        _("All regions"),
        finding=_say_regions(view, tally),
        more=say_basis(counted_links(view)),
    )


def _matrix(view: View, tally: Tally, columns: Axis, whole: str, *, finding: str, more: str) -> Answer:
    form = matrix_of(
        tally, goal_axis(view), columns, _("pairings and activities"), total_labels=(_("Any goal"), whole)
    )
    return Answer(
        finding=finding,
        more=more,
        form=form,
        table=lambda: matrix_table(form, "goals"),
        counted=tally.whole,
        cautions=("several_goals", *inferred_caution(counted_links(view))),
    )


def _say_moves(view: View, tally: Tally) -> str:
    """How the goal that is linked most often stands in each phase, and which shares moved.

    Where goals are chosen they would be the base: nothing.
    """
    if view.selection.goals:
        return say_basis(counted_links(view))
    goals = {goal: say_goal(view, goal) for goal in goal_axis(view).keys}
    shares = shares_of_keys(view, tally)
    first = leaders({goal: tally.at(goal).value for goal in tally.keys("goal")})
    said = ""
    if len(first) == 1 and any(share.whole.value > 1 for share in shares[first[0]].values()):
        said = _("Of the pairings and activities with a goal, {goal} has {shares}.").format(
            goal=say_numbers(view, first), shares=say_shares_by_phase(view, shares[first[0]])
        )
    return join_sentences(
        said,
        say_moves(view, shares, movements(shares, comparable_phases(view)), goals),
        say_basis(counted_links(view)),
    )


def _say_regions(view: View, tally: Tally) -> str:
    """Which goal comes first in most regions; where goals are chosen, what is linked beside them."""
    regions = [region for region in tally.keys("region") if region != PROGRAMME_WIDE]
    if len(regions) < 2 or view.selection.goals:
        return say_most_linked_goal(view)
    first, wins = most_often_first(
        {region: {goal: tally.at(goal, region).value for goal in goal_axis(view).keys} for region in regions}
    )
    if wins < 2:
        return _("No goal comes first in more than one of {count} regions.").format(
            count=format_number(len(regions))
        )
    return say_first_in_regions(first, say_goals(view, first), wins, len(regions))
