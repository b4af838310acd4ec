"""What came of the circular economy."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import said_of_row, shared, where_and_sources
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_ahead, say_circular_economy
from iurc_dash.exhibits.shaping import bars_by_phase, nothing_found
from iurc_dash.exhibits.themes.pairings import pairings_in_order
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _, format_names, format_number
from iurc_dash.metrics.activities import RESULT_KINDS, activity_records
from iurc_dash.metrics.search import plain
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import (
    AHEAD,
    CIRCULAR_ECONOMY,
    PAIRINGS,
    labels_of_theme,
    pairings_by_theme,
    subjects_on_theme,
)
from iurc_dash.quantities import Count, Row, Share
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted, plural_word, word_within


@exhibit("themes/circular-economy", N_("What came of the circular economy?"))
def circular_economy(view: View) -> Answer:
    """Pairings that work on the circular economy and activities that name it, by kind and phase; all are listed."""
    tally = subjects_on_theme(view, CIRCULAR_ECONOMY)
    if not tally.whole:
        return nothing_found(
            _("No pairing or activity that matches works on the circular economy."), _columns()
        )
    kinds = sorted(tally.ranked("kind"), key=lambda kind: (kind != PAIRINGS, kind == AHEAD))
    axis = Axis(_("Kind"), tuple(Category(kind, _say_kind(kind)) for kind in kinds))
    return Answer(
        finding=say_circular_economy(view, Share(tally.at(PAIRINGS), pairings_by_theme(view).whole)),
        more=join_sentences(_say_activities(tally), say_ahead(tally.at(AHEAD).value)),
        form=bars_by_phase(view, tally, axis, _("pairings and activities")),
        table=lambda: _table(view),
        counted=tally.whole,
        cautions=("recorded_only", "programme_wide", "theme_as_named"),
    )


def _say_kind(kind: str) -> str:
    if kind == PAIRINGS:
        return plural_word("tables", kind)
    return _("Planned or proposed") if kind == AHEAD else plural_word("activity_kinds", kind)


def _say_activities(tally: Tally) -> str:
    """How many activities name it, and which plans, publications and the like are among them."""
    kinds = [kind for kind in tally.ranked("kind") if kind not in (PAIRINGS, AHEAD)]
    total = Count.union(map(tally.at, kinds)).value
    if not kinds:
        return _("No activity names it.")
    if total == 1:
        return _("One activity names it ({kind}).").format(kind=word_within("activity_kinds", kinds[0]))
    results = [
        counted("activity_kinds", kind, tally.at(kind).value) for kind in kinds if kind in RESULT_KINDS
    ]
    message = (
        _("{count} activities name it, among them {results}.")
        if results
        else _(
            "{count} activities name it, none of them a plan, pilot, agreement, publication or case study."
        )
    )
    return message.format(count=format_number(total), results=format_names(results))


def _columns() -> tuple[Column, ...]:
    return (
        Column("subject", _("Pairing or activity"), "text"),
        Column("table", _("What it is"), "code", "tables"),
        Column("kind", _("Kind of activity"), "code", "activity_kinds"),
        shared("state"),
        shared("edition"),
        shared("labels"),
        shared("period"),
        shared("key", hidden=True),
        *where_and_sources(),
    )


def _table(view: View) -> Table:
    """Pairings by phase and name, then activities, oldest first and undated ones last."""
    pairings = labels_of_theme(view, CIRCULAR_ECONOMY)
    activities = labels_of_theme(view, CIRCULAR_ECONOMY, "activity")
    named = {
        record.activity_id: record for record in activity_records(view) if record.activity_id in activities
    }
    oldest_first = sorted(
        named.values(),
        key=lambda record: (not record.is_dated, record.first_date, plain(record.title), record.activity_id),
    )
    rows = [
        *(Row("pairings", key) for key in pairings_in_order(view, pairings)),
        *(Row("activities", record.activity_id) for record in oldest_first),
    ]
    by_key = {"|".join(row): row for row in rows}

    def line(key: str) -> Line:
        row = by_key[key]
        said, is_activity = said_of_row(view, row), row.table == "activities"
        cells: dict[str, Cell] = {
            "subject": view.say(row.table, row.key),
            "table": row.table,
            "kind": said["kind"] if is_activity else NOT_APPLICABLE,
            "state": said["state"] if is_activity else NOT_APPLICABLE,
            "labels": activities[row.key] if is_activity else pairings[row.key],
            "period": (str(said["start_date"]), str(said["end_date"])),
            "key": row.key,
            **{column: said[column] for column in ("edition", "phase", "region", "sources")},
        }
        return Line(key, cells, row)

    return Table(_columns(), list(by_key), line)
