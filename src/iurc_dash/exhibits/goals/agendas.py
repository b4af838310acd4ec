"""Agendas linked as a whole, the areas of the New Urban Agenda, and EU agendas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.goals._by_basis import form_by_basis, goal_axis, inferred_caution, table_by_basis
from iurc_dash.exhibits.goals._sentences import say_basis, say_most_linked, say_subjects
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import Wording, join_sentences, name_few
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.goals import (
    EU_AGENDAS,
    NEW_URBAN_AGENDA,
    GoalLink,
    agendas_in_order,
    goal_links,
    links_by,
    subjects_by_basis,
)
from iurc_dash.tabular import NOT_APPLICABLE
from iurc_dash.view import View

# The category of what names an agenda and no goal of it.
AS_WHOLE = "as-whole"
EU_LINKED = Wording(
    all=(
        N_("Linked once: {names}."),
        N_("Linked in both cases: {names}."),
        N_("Linked in all {whole} cases: {names}."),
    ),
    once=N_("{names} are linked once each, so none stands out."),
    even=N_("{names} are linked {count} times each."),
    lead=N_("{names} is linked most often, in {share} cases."),
    most=N_("{names} is linked in {share} cases, before {next}."),
    tie=N_("{names} come first together, each linked in {share} cases."),
)
AS_WHOLE_LINKED = Wording(
    all=(
        N_("Named as a whole once: {names}."),
        N_("Named as a whole in both cases: {names}."),
        N_("Named as a whole in all {whole} cases: {names}."),
    ),
    once=N_("{names} are linked as a whole once each."),
    even=N_("{names} are linked as a whole {count} times each."),
    lead=N_("{names} is named as a whole most often, in {share} cases."),
    most=N_("{names} is named as a whole in {share} cases, before {next}."),
    tie=N_("{names} come first together, each named as a whole in {share} cases."),
)


@exhibit("goals/agendas-as-whole", N_("Which agendas do sources name as a whole?"))
def agendas_as_whole(view: View) -> Answer:
    """What is linked to an agenda and to no goal of it, by agenda."""
    links = [link for link in goal_links(view) if not link.goal_id]
    if not links:
        return nothing_found(_("Nothing that matches names an agenda as a whole."))
    found = links_by(links, lambda link: link.agenda_id)
    linked = {agenda: found[agenda] for agenda in agendas_in_order(view) if agenda in found}
    axis = Axis(_("Agenda"), tuple(Category(agenda, view.say("agendas", agenda)) for agenda in linked))
    said = _say_most_linked(view, axis, linked, AS_WHOLE_LINKED)
    return _answer(view, axis, linked, said, _say_cases(view, links), vocabulary="agendas")


@exhibit("goals/new-urban-agenda", N_("What is linked to the New Urban Agenda?"))
def new_urban_agenda(view: View) -> Answer:
    """What is linked to each area of the New Urban Agenda, and to the agenda as a whole."""
    links = [link for link in goal_links(view) if link.agenda_id == NEW_URBAN_AGENDA]
    if not links:
        return nothing_found(_("Nothing that matches is linked to the New Urban Agenda."))
    areas = goal_axis(view, NEW_URBAN_AGENDA, _("Area"))
    axis = Axis(areas.title, (*areas.categories, Category(AS_WHOLE, _("The agenda as a whole"))))
    linked = links_by(links, lambda link: link.goal_id or AS_WHOLE)
    of_areas = [link for area in areas.keys for link in linked.get(area, ())]
    as_whole = linked.get(AS_WHOLE, ())
    said = _say_whole(len(as_whole))
    said_of = _say_cases(view, as_whole) if as_whole else ""
    more = join_sentences(said_of, _say_areas(of_areas, len(areas.keys)))
    return _answer(view, axis, linked, said, more)


@exhibit("goals/eu-agendas", N_("Which EU agendas are named beside the cooperation?"))
def eu_agendas(view: View) -> Answer:
    """What is linked to each EU agenda, most first; those that nothing is linked to are left out."""
    links = [link for link in goal_links(view) if link.agenda_id == EU_AGENDAS]
    if not links:
        return nothing_found(_("Nothing that matches is linked to an EU agenda."))
    found = links_by(links, lambda link: link.goal_id or AS_WHOLE)
    categories = (*goal_axis(view, EU_AGENDAS).categories, Category(AS_WHOLE, _("EU policies as a whole")))
    named = [category for category in categories if category.key in found]
    axis = Axis(_("Agenda"), tuple(sorted(named, key=lambda category: -len(found[category.key]))))
    linked = {key: found[key] for key in axis.keys}
    said = _say_most_linked(view, axis, linked, EU_LINKED)
    return _answer(view, axis, linked, said, _say_cases(view, links))


def _answer(
    view: View,
    axis: Axis,
    linked: Mapping[str, Sequence[GoalLink]],
    finding: str,
    more: str = "",
    vocabulary: str = "",
) -> Answer:
    """The answer of links by category; without a vocabulary, downloads tell goals from an agenda as a whole."""
    tally = subjects_by_basis(linked)
    goal = shared("goal", hidden=True)
    links = [link for of_category in linked.values() for link in of_category]
    return Answer(
        finding=finding,
        more=join_sentences(more, say_basis(links)),
        form=form_by_basis(
            view, tally, axis, linked, _("pairings, activities, programmes in a region and the programme")
        ),
        table=lambda: table_by_basis(
            view,
            tally,
            axis,
            linked,
            [] if vocabulary else [(goal, lambda key: NOT_APPLICABLE if key == AS_WHOLE else key)],
            vocabulary=vocabulary,
        ),
        counted=tally.whole,
        cautions=(
            *(["agenda_as_whole"] if any(not link.goal_id for link in links) else []),
            *inferred_caution(links),
        ),
    )


def _say_most_linked(
    view: View, axis: Axis, linked: Mapping[str, Sequence[GoalLink]], wording: Wording
) -> str:
    names = {category.key: category.label for category in axis.categories}
    say_agendas = name_few(names.__getitem__, "agendas", in_quotes=True)
    return say_most_linked(view, linked, say_agendas, wording)


def _say_cases(view: View, links: Sequence[GoalLink]) -> str:
    return _("That is {subjects}.").format(subjects=say_subjects(view, links))


def _say_whole(cases: int) -> str:
    if not cases:
        return _("Nothing is linked to the New Urban Agenda as a whole.")
    return ngettext(
        "The New Urban Agenda as a whole is linked in {count} case.",
        "The New Urban Agenda as a whole is linked in {count} cases.",
        cases,
    ).format(count=format_number(cases))


def _say_areas(links: Sequence[GoalLink], total: int) -> str:
    if not links:
        return _("Nothing is linked to one of its areas on its own.")
    reached = len({link.goal_id for link in links})
    return ngettext(
        "Of its {total} areas, {count} is linked on its own.",
        "Of its {total} areas, {count} are linked on their own.",
        reached,
    ).format(count=format_number(reached), total=format_number(total))
