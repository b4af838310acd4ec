"""How events were held: in person, online or both."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import cautions_of
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import (
    join_sentences,
    part_of_whole,
    say_all,
    say_move,
    say_shares_by_phase,
)
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found, stacked_bars
from iurc_dash.forms import Axis, Category, Series
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.activities import (
    ActivityRecord,
    activity_records,
    counted_activities,
    events_held,
)
from iurc_dash.metrics.phase_shares import comparable_phases, movement
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Share
from iurc_dash.view import View
from iurc_dash.vocabulary import VOCABULARIES, word

ONLINE = "online"
NOT_RECORDED = "not recorded"
# Years in which many could only meet online.
PANDEMIC_YEARS = ("2020", "2021")


@exhibit("activities/held", N_("Did people meet in person or online?"))
def how_held(view: View) -> Answer:
    """How events were held, by phase; those of which no source says are a series of their own."""
    tally = events_held(view)
    if not tally.whole:
        return nothing_found(_("No event that took place matches."))
    phases = [phase for phase in view.phases if tally.at(phase)]
    axis = Axis(_("Phase"), tuple(Category(phase, view.say("phases", phase)) for phase in phases), "phases")
    modes = Axis(
        "", tuple(Category(mode or NOT_RECORDED, word("modes", mode)) for mode in modes_in_order(tally))
    )
    known = Tally(
        tally.axes, {(phase, mode or NOT_RECORDED): count for (phase, mode), count in tally.cells.items()}
    )
    series = (Series(mode.key, mode.label, (), f"mode-{mode.key}") for mode in modes.categories)
    keys = set(tally.whole.in_rows_of("activities"))
    held = [record for record in counted_activities(view) if record.activity_id in keys]
    return Answer(
        finding=_say_online(_online(tally), tally.whole.value),
        more=_say_beside(view, tally),
        form=stacked_bars(known, axis, series, _("events")),
        table=lambda: matrix_table(matrix_of(known, axis, modes, _("events")), "phases"),
        counted=tally.whole,
        cautions=(*cautions_of(held), *(["pandemic_years"] if any(map(_is_of_pandemic, held)) else [])),
    )


def modes_in_order(tally: Tally) -> list[str]:
    """Modes in the order of their vocabulary, then those that it does not know, last what is not recorded."""
    order = {mode: place for place, mode in enumerate(VOCABULARIES["modes"])}
    return sorted(tally.keys("mode"), key=lambda mode: (not mode, order.get(mode, len(order)), mode))


def _online(tally: Tally, phase: str | None = None) -> Share:
    """Events online, of those whose form is recorded."""
    known = Count.of(row for mode in tally.keys("mode") if mode for row in tally.at(phase, mode))
    return Share(tally.at(phase, ONLINE), known)


def _say_online(share: Share, total: int) -> str:
    """How many of the events whose form is recorded were online; `total` is how many events there were."""
    online, known = share.part.value, share.whole.value
    if not known:
        messages = (
            N_("Of the one event recorded no source says how it was held."),
            N_("Of both events recorded no source says how they were held."),
            N_("Of the {count} events recorded no source says how they were held."),
        )
        return say_all(total, messages)
    if online == known:
        messages = (
            N_("The one event whose form is recorded was online."),
            N_("Both events whose form is recorded were online."),
            N_("All {count} events whose form is recorded were online."),
        )
        return say_all(known, messages)
    if not online:
        messages = (
            N_("The one event whose form is recorded was not online."),
            N_("Neither of the two events whose form is recorded was online."),
            N_("None of the {count} events whose form is recorded was online."),
        )
        return say_all(known, messages)
    return ngettext(
        "{share} events whose form is recorded was online.",
        "{share} events whose form is recorded were online.",
        online,
    ).format(share=part_of_whole(share))


def _say_beside(view: View, tally: Tally) -> str:
    """How many in each phase and whether the share moved, how many of unknown form, how many not held yet."""
    return join_sentences(*_say_phases(view, tally), *_say_unknown(tally), *_say_not_held(view, tally))


def _say_phases(view: View, tally: Tally) -> Iterator[str]:
    by_phase = {phase: _online(tally, phase) for phase in view.phases}
    shares = {phase: share for phase, share in by_phase.items() if share.whole}
    if len(shares) > 1 and _online(tally).part:
        yield _("That is {shares}.").format(shares=say_shares_by_phase(view, shares))
        yield say_move(view, movement(shares, comparable_phases(view)))


def _is_of_pandemic(record: ActivityRecord) -> bool:
    return record.first_date.startswith(PANDEMIC_YEARS)


def _say_unknown(tally: Tally) -> Iterator[str]:
    unknown = tally.at(None, "").value
    if unknown and _online(tally).whole:
        yield _("For {count} more no source says.").format(count=format_number(unknown))


def _say_not_held(view: View, tally: Tally) -> Iterator[str]:
    not_held = sum(record.is_event for record in activity_records(view)) - tally.whole.value
    if not_held:
        yield ngettext(
            "{count} more event is only planned or still to come, and not counted.",
            "{count} more events are only planned or still to come, and not counted.",
            not_held,
        ).format(count=format_number(not_held))
