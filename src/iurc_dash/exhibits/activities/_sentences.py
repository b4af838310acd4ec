"""Words and cautions that exhibits on activities share."""

from __future__ import annotations

from collections.abc import Iterable

from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.activities import ActivityRecord, activities_ahead
from iurc_dash.view import PROGRAMME_WIDE, View

# An ISO date that says the day.
WHOLE_DATE = len("2022-05-04")


def say_none(view: View) -> str:
    """Why no activity is counted: none matches, or what matches was only planned."""
    ahead = activities_ahead(view).value
    if not ahead:
        return _("No activity matches.")
    return ngettext(
        "The one activity that matches is only planned or proposed.",
        "The {count} activities that match are only planned or proposed.",
        ahead,
    ).format(count=format_number(ahead))


def say_ahead(view: View) -> str:
    """A further sentence on what was only planned or proposed, which no figure counts; blank where nothing was."""
    ahead = activities_ahead(view).value
    if not ahead:
        return ""
    return " " + ngettext(
        "{count} more is only planned or proposed and not counted.",
        "{count} more are only planned or proposed and not counted.",
        ahead,
    ).format(count=format_number(ahead))


def cautions_of(records: Iterable[ActivityRecord]) -> tuple[str, ...]:
    """What every count of these activities needs said."""
    is_shared = any(record.is_of_another or record.region_id == PROGRAMME_WIDE for record in records)
    return ("recorded_only", *(["programme_wide"] if is_shared else []))


def caution_of_dates(records: Iterable[ActivityRecord]) -> tuple[str, ...]:
    """That some dates are rough, where some are."""
    is_rough = any(0 < len(record.first_date) < WHOLE_DATE for record in records)
    return ("year_only",) if is_rough else ()


def say_all(count: int, one: str, both: str, more: str) -> str:
    """The sentence for one, for two or for more of which all are alike."""
    return {1: one, 2: both}.get(count, more)
