"""What every exhibit that counts activities has in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Exhibit, ExhibitTable, rows_of, sources_behind
from iurc_dash.forms import Form
from iurc_dash.metrics.activities import ActivityRecord, is_counted_elsewhere
from iurc_dash.metrics.editions import PROGRAMME_WIDE


def activity_exhibit(
    dataset: Dataset,
    narrowed: Dataset,
    records: Sequence[ActivityRecord],
    *,
    key: str,
    question: str,
    finding: str,
    form: Form | None,
    table: ExhibitTable,
    alt: str,
    cautions: Sequence[str],
) -> Exhibit:
    """An exhibit that counts these activities, with what every such count needs said."""
    rows = rows_of(activities=(record.activity_id for record in records))
    standing = list(cautions)
    if is_counted_elsewhere(narrowed) or any(record.region_id == PROGRAMME_WIDE for record in records):
        standing.append("programme_wide")
    if any(record.phase_id == "3" for record in records):
        standing.append("phase_running")
    return Exhibit(
        key, question, finding, form, table, alt, rows, tuple(standing), sources_behind(dataset, rows)
    )


def most_first(counts: Counter[str]) -> list[tuple[str, int]]:
    """Keys and counts, the highest first, then by key."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
