"""What is worked out once a dataset and asked for by many pages: made before the first visitor comes."""

from __future__ import annotations

from iurc_dash.dataset import Dataset
from iurc_dash.language import DEFAULT_LANGUAGE
from iurc_dash.metrics.activities import activity_records
from iurc_dash.metrics.goals import counted_links
from iurc_dash.metrics.map import drawn_pairings
from iurc_dash.metrics.pairings import labels_by_pairing, names_to_sort_by, pairings_of_places
from iurc_dash.metrics.places import activities_held_in
from iurc_dash.metrics.search import pairing_texts, source_texts
from iurc_dash.metrics.sources import every_source, rows_by_source, rows_resting_on
from iurc_dash.selection import Selection, choices
from iurc_dash.view import view_of


def prepare(dataset: Dataset, language: str = DEFAULT_LANGUAGE) -> None:
    """Work out of a whole dataset what does not change with a selection; kept on the dataset (kept.py).

    A moment for the recorded programme, some seconds for one a hundred times as large. Nothing depends on it: what was
    not prepared is made when it is first asked for.
    """
    view = view_of(dataset, language=language)
    choices(dataset, language)
    for table in ("activities", "sources"):
        view.words.names(table)
    view.words.places_in_countries  # noqa: B018  (asked for, so that it is kept)
    activity_records(view)
    counted_links(view)
    pairings_of_places(view)
    names_to_sort_by(view)
    labels_by_pairing(dataset)
    drawn_pairings(dataset)
    activities_held_in(dataset)
    pairing_texts(view)
    source_texts(dataset)
    for source in every_source(dataset)[:1]:
        rows_resting_on(view, source.source_id)
    rows_by_source(view)
    # Reads the columns by which tables are narrowed.
    view.of(Selection(stated_only=True))
