"""What happened in one pairing, what came out of it and what was written about it, as one list along time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared
from iurc_dash.exhibits.pairings._pairing import PAIRING
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_ahead, say_none_done, say_undated
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number, format_period, ngettext
from iurc_dash.metrics.activities import ActivityRecord, every_activity
from iurc_dash.metrics.pairings import PairingRecord, every_pairing
from iurc_dash.metrics.sources import sources_by_key, sources_of_row
from iurc_dash.quantities import Count, Row
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View


class Entry(NamedTuple):
    """What stands in the list: its row, when it was, of which kind it is, and what it is called."""

    row: Row
    start: str
    end: str
    kind: str
    title: str
    activity: ActivityRecord | None = None

    @property
    def first_date(self) -> str:
        """Its start; its end where no start is known."""
        return self.start or self.end


@exhibit("pairings/activities", N_("What happened in this pairing?"), PAIRING)
def activities(view: View, *, pairing: str) -> Answer:
    """Activities, start and end of the pairing and dated pages about it, oldest first, without a date last.

    What is only planned or proposed stands among them, says so, and is not counted as done.
    """
    record, known = every_pairing(view)[pairing], every_activity(view)
    found = [known[key] for key in (*record.activities, *record.ahead)]
    entries = sorted(
        [*_own(view, record), *map(_of_activity(view), found), *_news(view, record, found)],
        key=lambda entry: (not entry.first_date, entry.first_date, entry.title),
    )
    table = _table(view, entries)
    if not entries:
        return nothing_found(_("No activity of this pairing is recorded."), table.columns)
    dates = [activity.first_date for activity in found]
    done = [activity for activity in found if not activity.is_ahead]
    ahead = len(found) - len(done)
    news = sum(entry.row.table == "sources" for entry in entries)
    return listed(
        _say_done(done)
        if done
        else say_none_done(ahead)
        if ahead
        else _("No activity of this pairing is recorded."),
        table,
        Count.of(entry.row for entry in entries),
        more=join_sentences(_say_beside(done, ahead), _say_news(news)),
        cautions=(
            "recorded_only",
            *(("undated",) if not all(dates) else ()),
            *(("year_only",) if any(0 < len(date) < len("2022-11-28") for date in dates) else ()),
        ),
    )


def _own(view: View, record: PairingRecord) -> Iterator[Entry]:
    """When the pairing began and ended, where a source says it."""
    row, name = Row("pairings", record.pairing_id), view.say("pairings", record.pairing_id)
    if record.start_date:
        yield Entry(row, record.start_date, "", _("Start of the pairing"), name)
    if record.end_date:
        yield Entry(row, "", record.end_date, _("End of the pairing"), name)


def _of_activity(view: View) -> Callable[[ActivityRecord], Entry]:
    def entry(activity: ActivityRecord) -> Entry:
        return Entry(
            Row("activities", activity.activity_id),
            activity.start_date,
            activity.end_date,
            view.say("activity_kinds", activity.kind),
            activity.title,
            activity,
        )

    return entry


def _news(view: View, record: PairingRecord, found: Sequence[ActivityRecord]) -> Iterator[Entry]:
    """Dated pages that tell of the pairing itself, without those that stand beside an activity already."""
    known = sources_by_key(view.whole)
    told = {
        source
        for activity in found
        for source in sources_of_row(view.whole, Row("activities", activity.activity_id))
    }
    for key in sources_of_row(view.whole, Row("pairings", record.pairing_id)):
        source = known[key]
        if source.published_date and key not in told:
            yield Entry(
                Row("sources", key),
                source.published_date,
                "",
                _("News item"),
                view.say("sources", key),
            )


def _table(view: View, entries: Sequence[Entry]) -> Table:
    """A line an entry; the step of the cooperation that we read in an activity is shown where there is any."""

    def of_activity(cell_of: Callable[[ActivityRecord], Cell]) -> Callable[[Entry], Cell]:
        return lambda entry: cell_of(entry.activity) if entry.activity else NOT_APPLICABLE

    has_step = any(entry.activity and entry.activity.step for entry in entries)
    columns: list[CellOf[Entry]] = [
        (Column("when", _("When"), "period"), lambda entry: (entry.start, entry.end)),
        (Column("kind", _("Kind"), "paragraph"), lambda entry: entry.kind),
        (Column("title", _("What")), lambda entry: entry.title),
        (Column("place", _("Where")), of_activity(lambda activity: activity.place_name)),
        (shared("state"), of_activity(lambda activity: activity.state)),
        (
            Column("step", _("Step, in our reading"), "code", "steps", hidden=not has_step),
            of_activity(lambda activity: activity.step),
        ),
        (
            Column(
                "countries",
                _("Countries and territories it took place in"),
                "references",
                "countries",
                hidden=True,
            ),
            of_activity(lambda activity: tuple(filter(None, activity.country_codes.split("; ")))),
        ),
        (shared("sources"), lambda entry: sources_of_row(view.whole, entry.row)),
    ]
    by_key = {_key(entry): entry for entry in entries}

    def line(key: str) -> Line:
        cells = {column.key: cell_of(by_key[key]) for column, cell_of in columns}
        return Line(key, cells, by_key[key].row)

    return Table([column for column, _cell_of in columns], tuple(by_key), line)


def _key(entry: Entry) -> str:
    """The key of its row; the pairing has two lines."""
    if entry.row.table == "pairings":
        return f"{entry.row.key}-{'start' if entry.start else 'end'}"
    return entry.row.key


def _say_news(news: int) -> str:
    """How many dated pages tell of the pairing itself; blank where none does."""
    if not news:
        return ""
    return ngettext(
        "One dated page tells of the pairing itself.", "{count} dated pages tell of the pairing itself.", news
    ).format(count=format_number(news))


def _say_done(done: Sequence[ActivityRecord]) -> str:
    """How many activities there are that have a date, and from when to when."""
    dated = [activity for activity in done if activity.is_dated]
    if not dated:
        return ngettext(
            "One activity is recorded, without a date.",
            "{count} activities are recorded, none with a date.",
            len(done),
        ).format(count=format_number(len(done)))
    first = min(activity.first_date for activity in dated)
    last = max(activity.last_date for activity in dated)
    # A year has no way to a day of it.
    when = format_period(first, "" if last.startswith(first) else last)
    return ngettext(
        "One dated activity is recorded: {when}.",
        "{count} dated activities are recorded: {when}.",
        len(dated),
    ).format(count=format_number(len(dated)), when=when)


def _say_beside(done: Sequence[ActivityRecord], ahead: int) -> str:
    """How many more have no date, and how many are only planned or proposed."""
    undated = sum(not activity.is_dated for activity in done)
    if undated == len(done):
        undated = 0
    return join_sentences(say_undated(undated), say_ahead(ahead)) if done else ""
