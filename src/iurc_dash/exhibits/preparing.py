"""What is worked out of a whole dataset before the first visitor comes."""

from __future__ import annotations

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.profiles import profile
from iurc_dash.exhibits.register import choices_of, entries, make
from iurc_dash.metrics.search import pairing_texts, source_texts
from iurc_dash.metrics.sources import every_source, rows_resting_on
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def prepare(dataset: Dataset) -> None:
    """Make what does not change with a selection, and every exhibit that can be asked for without naming anything.

    A moment for the recorded programme, some seconds for one a hundred times as large. Nothing depends on it: what was
    not prepared is made when it is first asked for. All of it is kept on the dataset (kept.py).
    """
    view = view_of(dataset)
    for entry in entries().values():
        if not any(parameter.required for parameter in entry.parameters):
            make(view, entry.id)
    # What the profile of one needs, it needs of all.
    for subject in ("pairing", "place"):
        for key in list(choices_of(view, f"{subject}s/facts", subject))[:1]:
            profile(view, subject, key)
    pairing_texts(view)
    source_texts(dataset)
    for source in every_source(dataset)[:1]:
        rows_resting_on(view, source.source_id)
    # A view that leaves anything out reads the columns by which tables are narrowed.
    view.of(Selection(stated_only=True))
