"""Who took part besides cities and regions, by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.metrics.pairings import every_pairing
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import grouped, rows_in
from iurc_dash.tables.keys import SUBJECT_TABLES
from iurc_dash.view import View

# Roles of those who were only seen on the way; whoever has no role recorded counts as having taken part.
ONLY_SEEN = ("visited", "met")


@dataclass(frozen=True)
class StakeholderRecord:
    """One row: who, of which kind, in which role, and the pairing or activity that it is recorded for."""

    stakeholder_id: str
    kind: str
    note: str
    role: str
    subject: Row

    @property
    def took_part(self) -> bool:
        """Whether it is not said that they were only visited or met."""
        return self.role not in ONLY_SEEN


@derived
def stakeholder_records(view: View) -> tuple[StakeholderRecord, ...]:
    """Every stakeholder in view: of pairings, then of activities, in the dataset's order."""
    in_view = set(view["stakeholders"]["stakeholder_id"].tolist())
    return tuple(record for record in _records(view.whole) if record.stakeholder_id in in_view)


def stakeholders_of_pairing(view: View, pairing_id: str) -> tuple[StakeholderRecord, ...]:
    """Those of a pairing of the whole dataset as a whole, then those of its activities, planned ones too."""
    record = every_pairing(view)[pairing_id]
    subjects = {
        Row("pairings", pairing_id),
        *(Row("activities", key) for key in (*record.activities, *record.ahead)),
    }
    return tuple(one for one in _records(view.whole) if one.subject in subjects)


@derived
def _records(dataset: Dataset) -> tuple[StakeholderRecord, ...]:
    columns = ("stakeholder_id", "kind", "note", "role", "subject_kind", "subject_id")
    records = (
        StakeholderRecord(key, kind, note, role, Row(SUBJECT_TABLES[of_kind], subject))
        for key, kind, note, role, of_kind, subject in rows_in(dataset["stakeholders"], *columns)
    )
    return tuple(sorted(records, key=lambda record: record.subject.table != "pairings"))


@derived
def subjects_by_kind(view: View) -> Tally:
    """Pairings and activities by (kind of stakeholder that took part, table); each once a kind."""
    return Tally.of(
        ("kind", "table"),
        (
            ((record.kind, record.subject.table), record.subject)
            for record in stakeholder_records(view)
            if record.took_part
        ),
    )


@derived
def subjects_where_only_seen(view: View) -> Count:
    """Pairings and activities of which it is only recorded that somebody was visited or met."""
    taking_part = set(subjects_by_kind(view).whole)
    return Count.of(
        record.subject for record in stakeholder_records(view) if record.subject not in taking_part
    )


@derived
def kinds_taking_part(view: View, table_name: str) -> Mapping[str, tuple[str, ...]]:
    """For each pairing or activity in view the kinds of stakeholder that took part, each once."""
    return grouped(
        (record.subject.key, record.kind)
        for record in stakeholder_records(view)
        if record.took_part and record.subject.table == table_name
    )
