"""Agendas beside the seventeen goals, in one figure: as a whole, the New Urban Agenda, EU agendas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.goals._by_basis import form_by_basis, inferred_caution, table_by_basis
from iurc_dash.exhibits.goals._sentences import say_basis, say_most_linked, say_subjects
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import Wording, join_sentences, name_few
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _
from iurc_dash.metrics.goals import (
    EU_AGENDAS,
    SDG,
    GoalLink,
    agendas_in_order,
    goal_links,
    goals_of,
    links_by,
    subjects_by_basis,
)
from iurc_dash.view import View

# The category of what names EU policies and none of the agendas.
AS_WHOLE = "as-whole"
LINKED = Wording(
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


@exhibit("goals/other-agendas", N_("Which other agendas are named beside the goals?"))
def other_agendas(view: View) -> Answer:
    """What is linked to agendas named as a whole, to any area of the New Urban Agenda, and to each EU agenda."""
    links = [link for link in goal_links(view) if link.agenda_id != SDG or not link.goal_id]
    if not links:
        return nothing_found(_("Nothing that matches names another agenda."))
    # A subject linked to two areas of an agenda is linked to that agenda once, stated where either is.
    found = {key: _once(of_key) for key, of_key in links_by(links, _key_of).items()}
    names = _names(view)
    ranked = sorted(found, key=lambda key: (-len(found[key]), list(names).index(key)))
    axis = Axis(_("Agenda"), tuple(Category(key, names[key]) for key in ranked))
    linked = {key: found[key] for key in ranked}
    tally, every = subjects_by_basis(linked), [link for of_key in linked.values() for link in of_key]
    say_agendas = name_few(names.__getitem__, "agendas", in_quotes=True)
    return Answer(
        finding=say_most_linked(view, linked, say_agendas, LINKED),
        more=join_sentences(
            _("That is {subjects}.").format(subjects=say_subjects(view, every)), say_basis(every)
        ),
        form=form_by_basis(
            view, tally, axis, linked, _("pairings, activities, programmes in a region and the programme")
        ),
        table=lambda: table_by_basis(view, tally, axis, linked),
        counted=tally.whole,
        cautions=(
            *(["agenda_as_whole"] if any(not link.goal_id for link in every) else []),
            *inferred_caution(every),
        ),
    )


def _key_of(link: GoalLink) -> str:
    """The EU agenda that is linked; of others the agenda, whichever of its areas it is."""
    if link.agenda_id != EU_AGENDAS:
        return link.agenda_id
    return link.goal_id or AS_WHOLE


def _names(view: View) -> Mapping[str, str]:
    """What the keys are called, in order."""
    others = {key: view.say("agendas", key) for key in agendas_in_order(view) if key != EU_AGENDAS}
    eu = {key: view.words.names("goals")[key] for key in goals_of(view, EU_AGENDAS)}
    return {**others, **eu, AS_WHOLE: _("EU policies as a whole")}


def _once(links: Sequence[GoalLink]) -> Sequence[GoalLink]:
    """One link a subject: the first that a source states, else the first."""
    chosen: dict[tuple[str, str], GoalLink] = {}
    for link in sorted(links, key=lambda link: link.basis != "stated"):
        chosen.setdefault((link.subject_kind, link.subject_id), link)
    return [link for link in links if chosen[link.subject_kind, link.subject_id] is link]
