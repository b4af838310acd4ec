"""How events were held: in person, online or both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import cautions_of, say_all
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import part_of_whole, say_by_phase
from iurc_dash.exhibits.shaping import nothing_found, table_by_category
from iurc_dash.forms import Axis, Bars, Category, Series
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.activities import activity_records, counted_activities, events_held
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import Column, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import VOCABULARIES, word

ONLINE = "online"
NOT_RECORDED = "not recorded"


@exhibit("activities/held", N_("Did people meet in person or online?"))
def held(view: View) -> Answer:
    """How events were held, by phase; those of which no source says are a series of their own."""
    tally = events_held(view)
    if not tally.whole:
        return nothing_found(_("No event that took place matches."))
    phases = [phase for phase in view.phases if tally.at(phase)]
    axis = Axis(_("Phase"), tuple(Category(phase, view.say("phases", phase)) for phase in phases), "phases")
    keys = set(tally.whole.in_rows_of("activities"))
    return Answer(
        finding=_say_forms(view, tally, phases),
        form=Bars(
            axis=axis,
            series=tuple(
                Series(
                    key=mode or NOT_RECORDED,
                    label=word("modes", mode),
                    values=tuple(tally.at(phase, mode) for phase in phases),
                    colour=f"mode-{mode}",
                )
                for mode in _modes(tally)
            ),
            unit=_("events"),
            totals=tuple(tally.at(phase) for phase in phases),
        ),
        table=lambda: _table(tally, axis),
        counted=tally.whole,
        cautions=cautions_of(r for r in counted_activities(view) if r.activity_id in keys),
    )


def _modes(tally: Tally) -> list[str]:
    """Modes in the order of their vocabulary, then those that it does not know, last what is not recorded."""
    order = {mode: place for place, mode in enumerate(VOCABULARIES["modes"])}
    return sorted(tally.keys("mode"), key=lambda mode: (not mode, order.get(mode, len(order)), mode))


def _table(tally: Tally, axis: Axis) -> Table:
    modes = _modes(tally)
    columns = [Column(mode or NOT_RECORDED, word("modes", mode), "count", unit=_("events")) for mode in modes]
    whole = Column("total", _("All"), "count", unit=_("events"))
    return table_by_category(
        axis,
        [
            *((column, _counts_of(tally, mode)) for column, mode in zip(columns, modes, strict=True)),
            (whole, tally.at),
        ],
        {column.key: tally.at(None, mode) for column, mode in zip(columns, modes, strict=True)}
        | {"total": tally.whole},
        vocabulary="phases",
    )


def _counts_of(tally: Tally, mode: str) -> Callable[[str], Count]:
    return lambda phase: tally.at(phase, mode)


def _online(tally: Tally, phase: str | None = None) -> Share:
    """Events online, of those whose form is recorded."""
    known = Count.of(row for mode in tally.keys("mode") if mode for row in tally.at(phase, mode))
    return Share(tally.at(phase, ONLINE), known)


def _say_forms(view: View, tally: Tally, phases: Sequence[str]) -> str:
    """How many were online, phase by phase; then for how many no source says, and how many have not been held."""
    return " ".join([_say_online(view, tally, phases), *_say_unknown(tally), *_say_not_held(view, tally)])


def _say_online(view: View, tally: Tally, phases: Sequence[str]) -> str:
    all_known, total = _online(tally), tally.whole.value
    online, known = all_known.part.value, all_known.whole.value
    if not known:
        return say_all(
            total,
            _("Of the one event recorded no source says how it was held."),
            _("Of both events recorded no source says how they were held."),
            _("Of the {count} events recorded no source says how they were held."),
        ).format(count=format_number(total))
    if online == known:
        return say_all(
            known,
            _("The one event whose form is recorded was online."),
            _("Both events whose form is recorded were online."),
            _("All {count} events whose form is recorded were online."),
        ).format(count=format_number(known))
    if not online:
        return say_all(
            known,
            _("The one event whose form is recorded was not online."),
            _("Neither of the two events whose form is recorded was online."),
            _("None of the {count} events whose form is recorded was online."),
        ).format(count=format_number(known))
    shares = {phase: _online(tally, phase) for phase in phases}
    said = [(phase, part_of_whole(share)) for phase, share in shares.items() if share.whole]
    if len(said) == 1:
        return ngettext(
            "{share} events whose form is recorded was online.",
            "{share} events whose form is recorded were online.",
            online,
        ).format(share=part_of_whole(all_known))
    return _("Online, of the events whose form is recorded – {by_phase}.").format(
        by_phase=say_by_phase(view, said)
    )


def _say_unknown(tally: Tally) -> Iterator[str]:
    unknown = tally.at(None, "").value
    if unknown and _online(tally).whole:
        yield _("For {count} more no source says.").format(count=format_number(unknown))


def _say_not_held(view: View, tally: Tally) -> Iterator[str]:
    not_held = sum(record.is_event for record in activity_records(view)) - tally.whole.value
    if not_held:
        yield ngettext(
            "{count} more was only planned or is still to come, and is not counted.",
            "{count} more were only planned or are still to come, and are not counted.",
            not_held,
        ).format(count=format_number(not_held))
