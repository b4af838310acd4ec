"""Activities by kind and by region, phase by phase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import cautions_of, say_none
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import (
    Wording,
    join_names,
    join_sentences,
    name_few,
    say_ahead,
    say_all,
    say_standing,
)
from iurc_dash.exhibits.shaping import matrix_by_region, matrix_of, matrix_table, nothing_found, phase_axis
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.activities import (
    activities_ahead,
    activities_by_kind,
    activities_by_region,
    count_of,
    counted_activities,
)
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count
from iurc_dash.view import PROGRAMME_WIDE, View
from iurc_dash.vocabulary import plural_word, word

KINDS = Wording(
    all=(
        N_("The one activity is of the kind {names}."),
        N_("Both activities are of the kind {names}."),
        N_("All {whole} activities are of the kind {names}."),
    ),
    once=N_("No kind of activity comes up more than once."),
    even=N_("{names} come up {count} times each."),
    lead=N_("{names} come up more often than any other kind: {share} activities."),
    most=N_("{share} activities are of the kind {names}, before {next}."),
    tie=N_("{names} come up most, each with {share} activities."),
)
REGIONS = Wording(
    all=(
        N_("The one activity belongs to the programme in {names}."),
        N_("Both activities belong to the programme in {names}."),
        N_("All {whole} activities belong to the programme in {names}."),
    ),
    only=N_("The programme in {names} has {share} activities."),
    once=N_("One activity each belongs to the programmes in {names}."),
    even=N_("{count} activities each belong to the programmes in {names}."),
    lead=N_("The programme in {names} has more activities than any other: {share}."),
    most=N_("{share} activities belong to the programme in {names}, before {next}."),
    tie=N_("The programmes in {names} have the most activities: {share} each."),
)


@exhibit("activities/by-kind", N_("What kinds of activity are there, and in which phase?"))
def by_kind(view: View) -> Answer:
    """Activities of each kind in each phase; kinds with most first, none without any."""
    tally = activities_by_kind(view)
    if not tally.whole:
        return nothing_found(say_none(view))
    kinds = tuple(Category(kind, plural_word("activity_kinds", kind)) for kind in tally.ranked("kind"))
    form = matrix_of(tally, Axis(_("Kind"), kinds), phase_axis(view), _("activities"))
    return Answer(
        finding=_say_kinds(tally),
        more=say_ahead(activities_ahead(view).value),
        form=form,
        table=lambda: matrix_table(form, "activity_kinds"),
        counted=tally.whole,
        cautions=cautions_of(counted_activities(view)),
    )


@exhibit("activities/by-region", N_("To which region’s programme do activities belong, and in which phase?"))
def by_region(view: View) -> Answer:
    """Activities by the region and phase of their edition, wherever they took place."""
    tally = activities_by_region(view)
    if not tally.whole:
        return nothing_found(say_none(view))
    form = matrix_by_region(view, tally, _("activities"))
    return Answer(
        finding=_say_regions(view, tally),
        more=join_sentences(*_say_others(view, tally), say_ahead(activities_ahead(view).value)),
        form=form,
        table=lambda: matrix_table(form, "regions"),
        counted=tally.whole,
        cautions=cautions_of(counted_activities(view)),
    )


def _say_kinds(tally: Tally) -> str:
    """Which kind of activity comes up most."""
    found = standing({kind: tally.at(kind) for kind in tally.ranked("kind")}, tally.whole)
    say = word if found.kind == "all" else plural_word
    return say_standing(
        found,
        KINDS,
        lambda kinds: join_names([say("activity_kinds", kind) for kind in kinds], in_quotes=True),
    )


def _say_regions(view: View, tally: Tally) -> str:
    """To which region's programme most activities belong; the programme as a whole is no region."""
    regions = [region for region in view.regions if region != PROGRAMME_WIDE]
    found = standing({region: tally.at(region) for region in regions}, tally.whole)
    if found.kind == "none":
        messages = (
            N_("The one activity belongs to the programme as a whole."),
            N_("Both activities belong to the programme as a whole."),
            N_("All {count} activities belong to the programme as a whole."),
        )
        return say_all(tally.whole.value, messages)
    if found.kind == "all" and _recorded_too(view):
        messages = (
            N_("The programme in {region} recorded the one activity."),
            N_("The programme in {region} recorded both activities."),
            N_("The programme in {region} recorded all {count} activities."),
        )
        return say_all(tally.whole.value, messages, region=view.say("regions", found.first[0]))
    return say_standing(found, REGIONS, name_few(partial(view.say, "regions"), "regions"))


def _recorded_too(view: View) -> Count:
    """Activities of another region or of the whole programme, counted here as the chosen one recorded them too."""
    return count_of(record for record in counted_activities(view) if record.is_of_another)


def _say_others(view: View, tally: Tally) -> Iterator[str]:
    """How many belong to the programme as a whole, or only were recorded here too."""
    wide, others = tally.at(PROGRAMME_WIDE).value, _recorded_too(view).value
    if 0 < wide < tally.whole.value:
        yield ngettext(
            "{count} belongs to the programme as a whole.",
            "{count} belong to the programme as a whole.",
            wide,
        ).format(count=format_number(wide))
    if others == tally.whole.value:
        messages = (
            N_("It is programme-wide or of another region."),
            N_("Both are programme-wide or of another region."),
            N_("All of them are programme-wide or of another region."),
        )
        yield say_all(others, messages)
    elif others:
        yield ngettext(
            "{count} is programme-wide or of another region and was recorded here too.",
            "{count} are programme-wide or of another region and were recorded here too.",
            others,
        ).format(count=format_number(others))
