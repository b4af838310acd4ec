"""What a pairing is, told in sentences that are made from its rows alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.pairings._pairing import PAIRING, say_what_it_is
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, join_sentences, quote, with_marks
from iurc_dash.forms import Paragraph, Prose
from iurc_dash.language import N_, _, format_date, format_number, ngettext
from iurc_dash.metrics.activities import ActivityRecord, every_activity
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, related_pairings, size_of_pairing
from iurc_dash.metrics.stakeholders import stakeholders_of_pairing
from iurc_dash.quantities import Count, Mark, Row
from iurc_dash.tabular import Cell, Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import VOCABULARIES, counted, word_within


@exhibit("pairings/facts", N_("What is this pairing?"), PAIRING)
def facts(view: View, *, pairing: str) -> Answer:
    """What was worked on, since when, what came of it and who else took part; what no row says is said too."""
    record = every_pairing(view)[pairing]
    paragraphs: list[Paragraph] = [
        record.summary or _("What was worked on is not recorded."),
        _say_time(record),
        _say_activities(view, record),
        _say_others(view, record),
    ]
    terms = _terms(record)
    line = Line(pairing, {column.key: cell for column, cell in terms}, Row("pairings", pairing))
    return Answer(
        finding=_("{name} is {kind} in {edition}.").format(
            name=quote(view.say("pairings", pairing)),
            kind=say_what_it_is(record),
            edition=quote(view.say("editions", record.edition_id)),
        ),
        form=Prose(tuple(paragraph for paragraph in paragraphs if paragraph)),
        table=lambda: Table.of([column for column, _cell in terms], [line]),
        counted=Count.in_table("pairings", [pairing]),
    )


def _say_time(record: PairingRecord) -> str:
    """When it began and ended, and whether it is over, as far as a source says it."""
    dates = {
        name: format_date(date)
        for name, date in (("start", record.start_date), ("end", record.end_date))
        if date
    }
    message = {
        ("start", "end"): _("Its start is dated {start}, its end {end}."),
        ("start",): _("Its start is dated {start}; an end is not recorded."),
        ("end",): _("Its end is dated {end}; its start is not recorded."),
    }.get(tuple(dates), _("Neither its start nor its end is recorded."))
    status = {
        "": _("Whether it is over is not recorded."),
        "completed": _("It is recorded as completed."),
        "active": _("It is recorded as running."),
        "withdrawn": _("It is recorded as withdrawn."),
    }.get(record.status, "")
    return join_sentences(message.format(**dates), status)


def _say_activities(view: View, record: PairingRecord) -> Paragraph:
    """How many activities there are, of which kinds, and what is only planned or proposed."""
    known = every_activity(view)
    done, ahead = ([known[key] for key in keys] for keys in (record.activities, record.ahead))
    if not done and not ahead:
        return _("No activity is recorded.")
    parts: list[str | Mark] = []
    if done:
        message = ngettext(
            "{activities} is recorded: {kinds}.", "{activities} are recorded: {kinds}.", len(done)
        )
        parts += with_marks(message, activities=_counted("activities", done), kinds=_kinds(done))
        if steps := _steps(view, done):
            parts += [" ", *with_marks(_("In our reading, steps of the cooperation: {steps}."), steps=steps)]
    if ahead:
        count = Mark("ahead", format_number(len(ahead)), _count(ahead))
        message = (
            ngettext(
                "{count} more is only planned or proposed.",
                "{count} more are only planned or proposed.",
                len(ahead),
            )
            if done
            else ngettext(
                "No activity is recorded as done; {count} is only planned or proposed.",
                "No activity is recorded as done; {count} are only planned or proposed.",
                len(ahead),
            )
        )
        parts += [*([" "] if done else []), *with_marks(message, count=count)]
    return tuple(parts)


def _counted(key: str, activities: Sequence[ActivityRecord]) -> Mark:
    return Mark(key, counted("tables", "activities", len(activities)), _count(activities))


def _kinds(done: Sequence[ActivityRecord]) -> list[Mark]:
    """How many there are of each kind, most first."""
    kinds = Counter(activity.kind for activity in done)
    return [
        Mark(
            f"kind/{kind}",
            counted("activity_kinds", kind, number),
            _count([activity for activity in done if activity.kind == kind]),
        )
        for kind, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    ]


def _steps(view: View, done: Sequence[ActivityRecord]) -> list[Mark]:
    """Which steps of the cooperation there are, with how many activities, in the order of the steps."""
    return [
        Mark(
            f"step/{step}",
            _("{step} ({count})").format(step=view.say("steps", step), count=format_number(len(found))),
            _count(found),
        )
        for step in VOCABULARIES["steps"]
        if (found := [activity for activity in done if activity.step == step])
    ]


def _say_others(view: View, record: PairingRecord) -> Paragraph:
    """Who else is named, and where the members are in other pairings; blank where there is neither."""
    parts: list[str | Mark] = []
    if named := stakeholders_of_pairing(view, record.pairing_id):
        message = ngettext(
            "{entries} names others than the members: {kinds}.",
            "{entries} name others than the members: {kinds}.",
            len(named),
        )
        kinds = [word_within("stakeholder_kinds", kind) for kind in dict.fromkeys(one.kind for one in named)]
        entries = Mark(
            "stakeholders",
            ngettext("{count} entry", "{count} entries", len(named)).format(count=format_number(len(named))),
            Count.in_table("stakeholders", [one.stakeholder_id for one in named]),
        )
        parts += with_marks(message, entries=entries, kinds=join_names(kinds))
    if related := [key for key, _shared in related_pairings(view, record.pairing_id)]:
        mark = Mark(
            "related",
            counted("tables", "pairings", len(related)),
            Count.in_table("pairings", related),
        )
        message = ngettext(
            "A member is also in {pairings} of another programme in a region.",
            "Members are also in {pairings} of other programmes in a region.",
            len(related),
        )
        parts += [*([" "] if parts else []), *with_marks(message, pairings=mark)]
    return tuple(parts)


def _count(activities: Sequence[ActivityRecord]) -> Count:
    return Count.in_table("activities", [activity.activity_id for activity in activities])


def _terms(record: PairingRecord) -> list[tuple[Column, Cell]]:
    return [
        (shared("pairing"), record.pairing_id),
        (Column("summary", _("What was worked on")), record.summary),
        (shared("edition"), record.edition_id),
        (shared("phase", hidden=True), record.phase_id),
        (shared("region", hidden=True), record.region_id),
        (shared("period"), (record.start_date, record.end_date)),
        (shared("status"), record.status),
        (Column("kind", _("Kind"), "code", "pairing_kinds"), record.kind),
        (shared("size", hidden=True), size_of_pairing(record)),
        (shared("members"), record.places),
        (shared("themes"), record.themes),
        (shared("stated_goals"), record.stated_goals),
        (shared("inferred_goals"), record.inferred_goals),
        (
            Column("activities", _("Activities"), "count", unit=_("activities")),
            Count.in_table("activities", record.activities),
        ),
    ]
