"""Words that exhibits on goals and agendas share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from iurc_dash.exhibits.sentences import quote
from iurc_dash.language import _, format_names, format_number, ngettext
from iurc_dash.metrics.goals import SDG, SUBJECT_KINDS, GoalLink, goals_of
from iurc_dash.metrics.ranking import Standing, standing
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

# So many goals are named; more are counted.
MOST_NAMED = 3


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
    """Goals by name; how many they are where they are many."""
    if len(goals) > MOST_NAMED:
        return counted("tables", "goals", len(goals))
    return format_names([say_goal(view, goal) for goal in goals])


def say_most_linked(
    view: View,
    linked: Mapping[str, Sequence[GoalLink]],
    say_keys: Callable[[Sequence[str]], str],
    *,
    with_basis: bool = True,
) -> str:
    """Which keys, such as goals, have most links, and how these are known; `say_keys` names them.

    Where goals are chosen, everything is linked to one of them: what is linked beside them is ranked.
    """
    chosen = [goal for goal in view.selection.goals if goal in linked]
    whole = {link.subject for links in linked.values() for link in links}
    found = standing({key: len(linked[key]) for key in linked if key not in chosen}, len(whole))
    if found.kind == "none":
        return _("Nothing else is linked beside {goals}.").format(goals=say_keys(chosen))
    said = _say_standing(found, say_keys(found.first), linked[found.first[0]])
    if with_basis:
        basis = say_basis([link for key in found.first for link in linked[key]])
        said = _("{said}; {basis}").format(said=said, basis=basis)
    if chosen:
        return _("Beside {goals}: {said}.").format(goals=say_keys(chosen), said=said)
    return _("{said}.").format(said=said)


def _say_standing(found: Standing, names: str, links: Sequence[GoalLink]) -> str:
    values = {"names": names, "subjects": say_subjects(links)}
    match found.kind:
        case "only":
            return _("{names} alone is linked, to {subjects}").format(**values)
        case "once":
            return _("{names} are linked once each, so none stands out").format(**values)
        case "lead":
            return _("{names} is linked most often, to {subjects}").format(**values)
        case "most":
            return _(
                "{names} is linked to {subjects}, without a clear lead over the next ({following})"
            ).format(**values, following=format_number(found.next_count))
        case _tie:
            return _("{names} come first together, with {count} links each").format(
                **values, count=format_number(found.count)
            )


def say_subjects(links: Iterable[GoalLink]) -> str:
    """Distinct subjects by kind: '12 pairings, 4 activities, 9 programmes in a region and the programme'."""
    distinct = {(link.subject_kind, link.subject_id) for link in links}
    kinds = [kind for kind, _subject in distinct]
    return format_names(
        [counted("subject_kinds", kind, kinds.count(kind)) for kind in SUBJECT_KINDS if kind in kinds]
    )


def say_basis(links: Sequence[GoalLink]) -> str:
    """How the links are known: '69 of these links are our reading, 1 is stated by a source'."""
    stated = sum(link.basis == "stated" for link in links)
    inferred = len(links) - stated
    if not stated:
        return _say_of_all(
            inferred,
            _("the link is our reading"),
            _("both links are our reading"),
            _("all of these links are our reading"),
        )
    if not inferred:
        return _say_of_all(
            stated,
            _("a source states the link"),
            _("a source states both links"),
            _("a source states each of these links"),
        )
    read = ngettext(
        "{count} of these links is our reading", "{count} of these links are our reading", inferred
    )
    said = ngettext("{count} is stated by a source", "{count} are stated by a source", stated)
    return _("{inferred}, {stated}").format(
        inferred=read.format(count=format_number(inferred)), stated=said.format(count=format_number(stated))
    )


def _say_of_all(count: int, of_one: str, of_two: str, of_more: str) -> str:
    return {1: of_one, 2: of_two}.get(count, of_more)
