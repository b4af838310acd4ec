"""Who came back: places from phase to phase."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, part_of_whole
from iurc_dash.exhibits.shaping import nothing_found, table_by_category
from iurc_dash.forms import Axis, Category, Flow, FlowBand, FlowNode
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.overview import counted_by_phase
from iurc_dash.metrics.returning import (
    AGAIN,
    AWAY,
    NEW,
    ROLES,
    couples_by_phase,
    phases_with_places,
    places_by_role,
    places_by_step,
)
from iurc_dash.quantities import Share
from iurc_dash.tabular import Column
from iurc_dash.view import View


@exhibit("overview/who-came-back", N_("Who came back in a later phase?"))
def who_came_back(view: View) -> Answer:
    """Places in pairings and networks from phase to phase: who came back, who is new, who is not seen."""
    phases = phases_with_places(view)
    if not phases:
        return nothing_found(_("No place that takes part matches."))
    if len(phases) < 2:
        return nothing_found(_("Places of one phase only are looked at, so nobody can be seen to come back."))
    tally = places_by_role(view)
    axis = Axis(_("Phase"), tuple(Category(phase, view.say("phases", phase)) for phase in phases), "phases")
    columns = [
        (Column(AGAIN, _("Came back"), "count"), lambda phase: tally.at(phase, AGAIN)),
        (Column(NEW, _("New"), "count"), lambda phase: tally.at(phase, NEW)),
        (Column(AWAY, _("Seen before, not in this phase"), "count"), lambda phase: tally.at(phase, AWAY)),
    ]
    return Answer(
        finding=_say_returned(view, phases),
        more=join_sentences(_say_couples(view, phases), *_say_later(view, phases), _say_counted(view)),
        form=_flow(view, axis),
        table=lambda: table_by_category(axis, columns, vocabulary="phases"),
        counted=tally.whole,
        cautions=("recorded_only", *(["phase_running"] if any(map(view.runs, phases)) else [])),
    )


def _flow(view: View, axis: Axis) -> Flow:
    tally, steps = places_by_role(view), places_by_step(view)
    nodes = tuple(
        FlowNode(
            f"{phase}-{role}",
            _say_role(view, phase, role, is_first=stage == 0),
            stage,
            tally.at(phase, role),
            "neutral" if role == AWAY else view.colour("phases", phase),
        )
        for stage, phase in enumerate(axis.keys)
        for role in ROLES
        if tally.at(phase, role)
    )
    bands = tuple(
        FlowBand(f"{phase}-{role}", f"{following}-{then}", count)
        for (phase, role, following, then), count in sorted(
            steps.cells.items(), key=lambda cell: [ROLES.index(cell[0][1]), ROLES.index(cell[0][3])]
        )
    )
    return Flow(axis, nodes, bands, _("places"))


def _say_role(view: View, phase: str, role: str, *, is_first: bool) -> str:
    if role == NEW:
        return _("Took part") if is_first else _("New")
    if role == AGAIN:
        return _("Came back")
    return _("Not seen so far") if view.runs(phase) else _("Not seen")


def _say_returned(view: View, phases: tuple[str, ...]) -> str:
    """How many of the first phase came back in the second, beside how many new ones."""
    first, second = phases[:2]
    roles = places_by_role(view)
    share = Share(roles.at(second, AGAIN), roles.at(first, NEW))
    values = {
        "share": part_of_whole(share),
        "first": view.say("phases", first),
        "second": view.say("phases", second),
        "new": format_number(roles.at(second, NEW).value),
    }
    if view.runs(second):
        message = ngettext(
            "{share} places of {first} takes part again so far in {second}, beside {new} new.",
            "{share} places of {first} take part again so far in {second}, beside {new} new.",
            share.part.value,
        )
    else:
        message = ngettext(
            "{share} places of {first} took part again in {second}, beside {new} new.",
            "{share} places of {first} took part again in {second}, beside {new} new.",
            share.part.value,
        )
    return message.format(**values)


def _say_couples(view: View, phases: tuple[str, ...]) -> str:
    """How many are paired with the same partner in the first two phases."""
    first, second = phases[:2]
    couples = couples_by_phase(view)
    kept = len(couples.get(first, frozenset()) & couples.get(second, frozenset()))
    if not kept:
        return ""
    return ngettext(
        "{count} couple of an EU place and a partner is paired in both.",
        "{count} couples of an EU place and a partner are paired in both.",
        kept,
    ).format(count=format_number(kept))


def _say_later(view: View, phases: tuple[str, ...]) -> list[str]:
    """Of those in each later phase, how many took part before."""
    roles, said = places_by_role(view), []
    for phase in phases[2:]:
        there = roles.at(phase, AGAIN) + roles.at(phase, NEW)
        message = (
            _("Of {count} places so far in {phase}, {again} took part before.")
            if view.runs(phase)
            else _("Of {count} places in {phase}, {again} took part before.")
        )
        said.append(
            message.format(
                count=format_number(there.value),
                phase=view.say("phases", phase),
                again=format_number(roles.at(phase, AGAIN).value),
            )
        )
    return said


def _say_counted(view: View) -> str:
    """Whether participants of networks are among those counted: where pairings are chosen by what they are, not."""
    known = counted_by_phase(view)
    if known["places_with_networks"].whole.value > known["places"].whole.value:
        return _("Places in pairings and in networks are counted.")
    return _("Places in pairings are counted.")
