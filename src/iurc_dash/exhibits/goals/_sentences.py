"""Words that exhibits on goals and agendas share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from iurc_dash.exhibits.sentences import Wording, name_few, quote, say_all, say_standing
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.metrics.goals import SDG, SUBJECT_KINDS, GoalLink, goals_of, links_by_goal
from iurc_dash.metrics.ranking import standing
from iurc_dash.quantities import Count
from iurc_dash.view import PROGRAMME_WIDE, View
from iurc_dash.vocabulary import counted

LINKED = Wording(
    all=(
        N_("{subjects} is linked to {names}."),
        N_("{subjects} are linked to a goal, both to {names}."),
        N_("{subjects} are linked to a goal, all to {names}."),
    ),
    only=N_("{names} is linked to {subjects}, and nothing else is linked."),
    once=N_("{names} are linked once each, so none stands out."),
    even=N_("{names} are linked {count} times each."),
    lead=N_("{names} is linked most often, to {subjects}."),
    most=N_("{names} is linked to {subjects}, before {next}."),
    tie=N_("{names} come first together, with {count} links each."),
)


def say_none_linked(view: View) -> str:
    """Why there is nothing to show: no link at all, or none that a source states."""
    if view.selection.stated_only:
        return _("No source states a goal for the pairings and activities that match.")
    return _("No pairing or activity that matches is linked to a goal.")


def say_goal(view: View, goal_id: str) -> str:
    """'Goal 11 (Sustainable cities and communities)', '“European Green Deal”'."""
    number = goals_of(view, SDG).get(goal_id, "")
    name = view.words.names("goals").get(goal_id, goal_id)
    return _("Goal {number} ({name})").format(number=number, name=name) if number else quote(name)


def say_goals(view: View, goals: Sequence[str]) -> str:
    """A goal by number and name, several by number, or how many they are where they are many."""
    if len(goals) == 1:
        return say_goal(view, goals[0])
    return say_numbers(view, goals)


def say_numbers(view: View, goals: Sequence[str]) -> str:
    """Goals by number, or how many they are where they are many; what has no number by its name."""
    numbers = goals_of(view, SDG)

    def say(goal: str) -> str:
        number = numbers.get(goal)
        return _("Goal {number}").format(number=number) if number else view.say("goals", goal)

    return name_few(say, "goals")(goals)


def say_most_linked_goal(view: View) -> str:
    """Which goal has most links."""
    return say_most_linked(
        view, links_by_goal(view), partial(say_goals, view), LINKED, partial(say_numbers, view)
    )


def say_most_linked(
    view: View,
    linked: Mapping[str, Sequence[GoalLink]],
    say_keys: Callable[[Sequence[str]], str],
    wording: Wording,
    say_beside: Callable[[Sequence[str]], str] | None = None,
) -> str:
    """Which keys, such as goals, have most links; `say_keys` names them, `say_beside` those that are told beside them.

    Where goals are chosen, everything is linked to one of them: what is linked beside them is ranked.
    """
    say_beside = say_beside or say_keys
    chosen = [goal for goal in view.selection.goals if goal in linked]
    counts = {key: Count.of(link.subject for link in links) for key, links in linked.items()}
    found = standing({key: counts[key] for key in linked if key not in chosen}, Count.union(counts.values()))
    if found.kind == "none":
        return _("Nothing else is linked beside {goals}.").format(goals=say_beside(chosen))
    subjects = say_subjects(view, linked[found.first[0]])
    said = say_standing(found, wording, say_keys, say_beside, subjects=subjects)
    return _("Beside {goals}: {said}").format(goals=say_beside(chosen), said=said) if chosen else said


def say_subjects(view: View, links: Iterable[GoalLink]) -> str:
    """Distinct subjects by kind: '12 pairings, 4 activities, 9 programmes in a region and the whole programme'."""
    distinct = dict.fromkeys((link.subject_kind, link.subject_id) for link in links)
    kinds = [
        "programme" if kind == "edition" and view.where(key).region_id == PROGRAMME_WIDE else kind
        for kind, key in distinct
    ]
    return format_names(
        [counted("subject_kinds", kind, kinds.count(kind)) for kind in SUBJECT_KINDS if kind in kinds]
    )


def say_basis(links: Sequence[GoalLink]) -> str:
    """How links are known: 'Of the 70 links shown, 69 are our reading and 1 is stated by a source.'"""
    stated = sum(link.basis == "stated" for link in links)
    inferred = len(links) - stated
    if not stated:
        messages = (
            N_("The link is our reading."),
            N_("Both links are our reading."),
            N_("All {count} links are our reading."),
        )
        return say_all(inferred, messages)
    if not inferred:
        messages = (
            N_("A source states the link."),
            N_("A source states both links."),
            N_("A source states each of the {count} links."),
        )
        return say_all(stated, messages)
    read = ngettext("{count} is our reading", "{count} are our reading", inferred)
    said = ngettext("{count} is stated by a source", "{count} are stated by a source", stated)
    return _("Of the {count} links shown, {inferred} and {stated}.").format(
        count=format_number(len(links)),
        inferred=read.format(count=format_number(inferred)),
        stated=said.format(count=format_number(stated)),
    )
