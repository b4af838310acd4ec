"""Every pairing as one mark, by region and phase."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_by_phase
from iurc_dash.exhibits.shaping import matrix_by_region, matrix_table, nothing_found
from iurc_dash.forms import Form, Look, Matrix, Sample, Shape, Unit, UnitChart, UnitGroup
from iurc_dash.language import N_, _, format_number, format_parts, ngettext
from iurc_dash.metrics.overview import counted_by_phase, pairings_by_region
from iurc_dash.metrics.pairings import names_to_sort_by, pairing_records
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Row
from iurc_dash.view import View

# More marks than these are no picture; they are counted by region and phase.
MOST_MARKS = 400


@exhibit("overview/every-pairing", N_("Which pairings are there, in which region and phase?"))
def every_pairing(view: View) -> Answer:
    """Each pairing a mark by region, earliest phase first; those of three or more members have another shape."""
    tally = pairings_by_region(view)
    if not tally.whole:
        return nothing_found(_("No pairing matches."))
    matrix = matrix_by_region(view, tally, _("pairings"))
    return Answer(
        finding=_say_phases(view, tally),
        more=join_sentences(_say_groups(view), _say_running(view)),
        form=_form(view, tally, matrix),
        table=lambda: matrix_table(matrix, "regions"),
        counted=tally.whole,
        cautions=("recorded_only",),
    )


def _form(view: View, tally: Tally, matrix: Matrix) -> Form:
    if tally.whole.value > MOST_MARKS:
        return matrix
    groups = tuple(
        UnitGroup(
            region.key,
            region.label,
            tuple(
                _unit(view, pairing)
                for phase in view.phases
                for pairing in _by_name(view, tally.at(region.key, phase).in_rows_of("pairings"))
            ),
            tally.at(region.key),
        )
        for region in matrix.rows.categories
        if tally.at(region.key)
    )
    return UnitChart(matrix.rows.title, groups, _("pairings"), _samples(view, tally))


def _by_name(view: View, pairings: tuple[str, ...]) -> list[str]:
    names = names_to_sort_by(view)
    return sorted(pairings, key=lambda pairing: (names[pairing], pairing))


def _unit(view: View, pairing: str) -> Unit:
    record = pairing_records(view)[pairing]
    label = format_parts((view.say("pairings", pairing), view.say("phases", record.phase_id)))
    look = Look(view.colour("phases", record.phase_id), shape=_shape(len(record.members)))
    return Unit(pairing, label, Row("pairings", pairing), look)


def _shape(members: int) -> Shape:
    return "diamond" if members > 2 else "square"


def _samples(view: View, tally: Tally) -> tuple[Sample, ...]:
    phases = [phase for phase in view.phases if tally.at(None, phase)]
    said = [Sample(Look(view.colour("phases", phase)), view.say("phases", phase)) for phase in phases]
    groups = counted_by_phase(view)["groups"].whole
    shape = [Sample(Look(shape="diamond"), _("Three or more members"))] if groups else []
    return (*said, *shape)


def _say_phases(view: View, tally: Tally) -> str:
    """'162 pairings are recorded: 85 in Phase 1, 72 in Phase 2 and 5 so far in Phase 3.'"""
    phases = [phase for phase in view.phases if tally.at(None, phase)]
    count = tally.whole.value
    if len(phases) == 1:
        return ngettext(
            "{count} pairing is recorded, in {phase}.",
            "{count} pairings are recorded, all in {phase}.",
            count,
        ).format(count=format_number(count), phase=view.say("phases", phases[0]))
    by_phase = say_by_phase(view, [(phase, format_number(tally.at(None, phase).value)) for phase in phases])
    return _("{count} pairings are recorded: {phases}.").format(count=format_number(count), phases=by_phase)


def _say_groups(view: View) -> str:
    groups = counted_by_phase(view)["groups"].whole.value
    if not groups:
        return ""
    if counted_by_phase(view)["pairings"].whole.value == 1:
        return _("It has three or more members.")
    return ngettext(
        "One of them has three or more members.", "{count} of them have three or more members.", groups
    ).format(count=format_number(groups))


def _say_running(view: View) -> str:
    """That a running phase is not only pairings, where the record has participants of networks in it."""
    known = counted_by_phase(view)
    running = [phase for phase in view.phases if view.runs(phase)]
    said = []
    for phase in running:
        through = known["places_with_networks"].at(phase).value - known["places"].at(phase).value
        if through:
            said.append(
                ngettext(
                    "In {phase} so far {count} more place takes part through networks, without a pairing.",
                    "In {phase} so far {count} more places take part through networks, without a pairing.",
                    through,
                ).format(phase=view.say("phases", phase), count=format_number(through))
            )
    return join_sentences(*said)
