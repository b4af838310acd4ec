"""Which Sustainable Development Goals pairings and activities are linked to."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.goals._by_basis import (
    form_by_basis,
    goal_axis,
    inferred_caution,
    table_by_basis,
)
from iurc_dash.exhibits.goals._sentences import say_basis, say_most_linked_goal, say_none_linked
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.language import N_, _
from iurc_dash.metrics.goals import (
    contributions_of,
    counted_links,
    goal_links,
    links_by,
    links_by_goal,
    subjects_by_basis,
)
from iurc_dash.tabular import Column
from iurc_dash.view import View


@exhibit("goals/reached", N_("Which Sustainable Development Goals are pairings and activities linked to?"))
def reached(view: View) -> Answer:
    """Pairings and activities linked to each goal, stated and inferred; all goals are listed."""
    linked = links_by_goal(view)
    if not linked:
        return nothing_found(say_none_linked(view))
    tally, axis = subjects_by_basis(linked), goal_axis(view)
    uncounted = links_by(
        (link for link in goal_links(view) if not link.is_counted), lambda link: link.goal_id
    )
    listed = Column("listed", _("Rows on themes, programmes in a region and the programme"), "count")
    return Answer(
        finding=say_most_linked_goal(view),
        more=say_basis(counted_links(view)),
        form=form_by_basis(view, tally, axis, linked, _("pairings and activities")),
        table=lambda: table_by_basis(
            view,
            tally,
            axis,
            linked,
            [(listed, lambda goal: contributions_of(uncounted.get(goal, ())))],
            vocabulary="goals",
        ),
        counted=tally.whole,
        cautions=("several_goals", "links_by_subject", *inferred_caution(counted_links(view))),
    )
