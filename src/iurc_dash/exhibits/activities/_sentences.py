"""Words and cautions that exhibits on activities share."""

from __future__ import annotations

from collections.abc import Iterable

from iurc_dash.exhibits.sentences import say_all
from iurc_dash.language import N_, _
from iurc_dash.metrics.activities import ActivityRecord, activities_ahead
from iurc_dash.view import PROGRAMME_WIDE, View

# An ISO date that says the day.
WHOLE_DATE = len("2022-05-04")


def say_none(view: View) -> str:
    """Why no activity is counted: none matches, or what matches was only planned."""
    ahead = activities_ahead(view).value
    if not ahead:
        return _("No activity matches.")
    messages = (
        N_("The one activity that matches is only planned or proposed."),
        N_("Both activities that match are only planned or proposed."),
        N_("All {count} activities that match are only planned or proposed."),
    )
    return say_all(ahead, messages)


def cautions_of(records: Iterable[ActivityRecord]) -> tuple[str, ...]:
    """What every count of these activities needs said."""
    is_shared = any(record.is_of_another or record.region_id == PROGRAMME_WIDE for record in records)
    return ("recorded_only", *(["programme_wide"] if is_shared else []))


def caution_of_dates(records: Iterable[ActivityRecord]) -> tuple[str, ...]:
    """That some dates are rough, where some are."""
    is_rough = any(0 < len(record.first_date) < WHOLE_DATE for record in records)
    return ("year_only",) if is_rough else ()
