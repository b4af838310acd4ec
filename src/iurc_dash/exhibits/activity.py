"""Activity: what happened when, of which kind, where and how, and the lists of it."""

from __future__ import annotations

from iurc_dash.exhibits.activity_counts import (
    activities_by_kind_and_phase,
    activities_by_region_and_phase,
    in_person_and_online,
)
from iurc_dash.exhibits.activity_list import ACTIVITY_GROUPS, ActivityGroup, activity_list, group_name
from iurc_dash.exhibits.activity_time import activities_over_time

__all__ = [
    "ACTIVITY_GROUPS",
    "ActivityGroup",
    "activities_by_kind_and_phase",
    "activities_by_region_and_phase",
    "activities_over_time",
    "activity_list",
    "group_name",
    "in_person_and_online",
]
