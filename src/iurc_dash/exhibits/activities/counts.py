"""Activities by kind and by region, phase by phase."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import cautions_of, say_ahead, say_all, say_none
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, part_of_whole
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found, phase_axis, region_axis
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.activities import (
    activities_by_kind,
    activities_by_region,
    count_of,
    counted_activities,
)
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Share
from iurc_dash.view import PROGRAMME_WIDE, View, Where
from iurc_dash.vocabulary import plural_word, word


@exhibit("activities/by-kind", N_("What kinds of activity are there, and in which phase?"))
def by_kind(view: View) -> Answer:
    """Activities of each kind in each phase; kinds with most first, none without any."""
    tally = activities_by_kind(view)
    if not tally.whole:
        return nothing_found(say_none(view))
    kinds = tuple(Category(kind, plural_word("activity_kinds", kind)) for kind in tally.ranked("kind"))
    form = matrix_of(tally, Axis(_("Kind"), kinds), phase_axis(view), _("activities"))
    return Answer(
        finding=_say_kinds(tally) + say_ahead(view),
        form=form,
        table=lambda: matrix_table(form, "activity_kinds"),
        counted=tally.whole,
        cautions=cautions_of(counted_activities(view)),
    )


@exhibit("activities/by-region", N_("To which region's programme do activities belong, and in which phase?"))
def by_region(view: View) -> Answer:
    """Activities by the region and phase of their edition, wherever they took place."""
    tally = activities_by_region(view)
    if not tally.whole:
        return nothing_found(say_none(view))
    existing = set(view.editions.values())
    form = matrix_of(
        tally,
        region_axis(view, tally),
        phase_axis(view),
        _("activities"),
        is_possible=lambda region, phase: Where(phase, region) in existing,
    )
    return Answer(
        finding=_say_regions(view, tally) + say_ahead(view),
        form=form,
        table=lambda: matrix_table(form, "regions"),
        counted=tally.whole,
        cautions=cautions_of(counted_activities(view)),
    )


def _say_kinds(tally: Tally) -> str:
    """Which kind of activity comes up most."""
    total = tally.whole.value
    found = standing({kind: tally.at(kind).value for kind in tally.ranked("kind")}, total)
    if found.kind == "only":
        return say_all(
            total,
            _("The one activity is of the kind “{kind}”."),
            _("Both activities are of the kind “{kind}”."),
            _("All {count} activities are of the kind “{kind}”."),
        ).format(count=format_number(total), kind=word("activity_kinds", found.first[0]))
    values = {
        "kinds": join_names([plural_word("activity_kinds", kind) for kind in found.first], in_quotes=True),
        "share": part_of_whole(Share(tally.at(found.first[0]), tally.whole)),
        "next": format_number(found.next_count),
    }
    match found.kind:
        case "once":
            return _("No kind of activity comes up more than once.")
        case "lead":
            return _("{kinds} come up more often than any other kind: {share} activities.").format(**values)
        case "most":
            return _("{kinds} come up most: {share} activities, before {next} of the next kind.").format(
                **values
            )
        case _tie:
            return _("{kinds} come up most, each with {share} activities.").format(**values)


def _say_regions(view: View, tally: Tally) -> str:
    """To which region's programme most activities belong; those of the programme as a whole are said apart."""
    wide, total = tally.at(PROGRAMME_WIDE).value, tally.whole.value
    if wide == total:
        return say_all(
            total,
            _("The one activity belongs to the programme as a whole."),
            _("Both activities belong to the programme as a whole."),
            _("All {count} activities belong to the programme as a whole."),
        ).format(count=format_number(total))
    regions = [region for region in view.regions if region != PROGRAMME_WIDE]
    found = standing({region: tally.at(region).value for region in regions}, total)
    if found.kind == "only" and not wide:
        return _say_one_region(view, found.first[0], total)
    values = {
        "regions": join_names([view.say("regions", region) for region in found.first]),
        "share": part_of_whole(Share(tally.at(found.first[0]), tally.whole)),
        "next": format_number(found.next_count),
    }
    said = {
        "only": _("The programme in {regions} has {share} activities."),
        "once": _("One activity each belongs to the programmes in {regions}."),
        "lead": _("The programme in {regions} has more activities than any other: {share}."),
        "most": _(
            "The programme in {regions} has the most activities: {share}, before {next} in the next region."
        ),
        "tie": _("The programmes in {regions} have the most activities: {share} each."),
    }[found.kind].format(**values)
    if not wide:
        return said
    more = ngettext(
        "{count} belongs to the programme as a whole.", "{count} belong to the programme as a whole.", wide
    )
    return f"{said} {more.format(count=format_number(wide))}"


def _say_one_region(view: View, region: str, total: int) -> str:
    """All are counted under one region, whose programme may have recorded some that belong elsewhere too."""
    others = count_of(record for record in counted_activities(view) if record.is_of_another).value
    values = {
        "region": view.say("regions", region),
        "total": format_number(total),
        "own": format_number(total - others),
        "others": format_number(others),
    }
    if not others:
        return say_all(
            total,
            _("The one activity belongs to the programme in {region}."),
            _("Both activities belong to the programme in {region}."),
            _("All {total} activities belong to the programme in {region}."),
        ).format(**values)
    if others == total:
        return ngettext(
            "The one activity is programme-wide or of another region; the programme in {region} recorded it too.",
            "All {others} activities are programme-wide or of another region; the programme in {region} recorded "
            "them too.",
            others,
        ).format(**values)
    return _(
        "{total} activities: {own} of the programme in {region}, and {others} programme-wide or of another region "
        "that it recorded too."
    ).format(**values)
