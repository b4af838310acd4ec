"""Where pairings were made."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, part_of_whole
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found, phase_axis, region_axis
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.overview import pairings_by_region
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Share
from iurc_dash.view import PROGRAMME_WIDE, View


@exhibit("overview/regions", N_("To which region do pairings belong, and to which phase?"))
def regions(view: View) -> Answer:
    """Pairings by the programme's regions and phases; a region has no count in a phase that it had no part in."""
    tally = pairings_by_region(view)
    if not tally.whole:
        return nothing_found(_("No pairing matches."))
    existing = {(where.region_id, where.phase_id) for where in view.editions.values()}
    form = matrix_of(
        tally,
        region_axis(view, tally),
        phase_axis(view),
        _("pairings"),
        is_possible=lambda region, phase: (region, phase) in existing,
    )
    return Answer(
        finding=_say_regions(view, tally),
        form=form,
        table=lambda: matrix_table(form, "regions"),
        counted=tally.whole,
        cautions=("recorded_only",),
    )


def _say_regions(view: View, tally: Tally) -> str:
    """Which region has most of the pairings; the whole programme is no region."""
    total = tally.whole.value
    keys = [region for region in view.regions if region != PROGRAMME_WIDE]
    found = standing({region: tally.at(region).value for region in keys}, total)
    if found.kind == "none":
        return _say_all(total, _("the whole programme"))
    names = join_names([view.say("regions", region) for region in found.first])
    first = tally.at(found.first[0])
    if first.value == total:
        return _say_all(total, names)
    values = {"names": names, "share": part_of_whole(Share(first, tally.whole))}
    match found.kind:
        case "only":
            return _("{names} alone has pairings of its own: {share}.").format(**values)
        case "once":
            return (
                _("{names} have one pairing each.") if len(found.first) > 1 else _("{names} has one pairing.")
            ).format(**values)
        case "lead":
            return _("{names} has more recorded pairings than any other region: {share}.").format(**values)
        case "most":
            return _("{names} has the most recorded pairings, little ahead of the next: {share}.").format(
                **values
            )
        case _tie:
            return _("{names} have the most recorded pairings, each {share}.").format(**values)


def _say_all(count: int, name: str) -> str:
    if count == 2:
        return _("Both pairings belong to {name}.").format(name=name)
    return ngettext(
        "The one pairing belongs to {name}.", "All {count} pairings belong to {name}.", count
    ).format(count=format_number(count), name=name)
