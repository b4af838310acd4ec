"""What is made before the first visitor comes: all that needs nothing to be named, and nothing that fails."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.preparing import prepare
from iurc_dash.exhibits.register import choices_of, entries, make
from iurc_dash.view import view_of


@pytest.mark.parametrize("dataset", [artificial_dataset(), one_row_dataset(), empty_dataset()])
def test_exhibits_that_need_no_name_are_there_after_it(dataset: Dataset) -> None:
    prepare(dataset)
    view = view_of(dataset)
    kept = len(view.kept)
    for entry in entries().values():
        if not any(parameter.required for parameter in entry.parameters):
            make(view, entry.id)
    assert len(view.kept) == kept


def test_what_may_be_chosen_is_made_once_a_view() -> None:
    view = view_of(artificial_dataset())
    first = choices_of(view, "pairings/facts", "pairing")
    make(view, "pairings/facts", pairing=next(iter(first)))
    assert choices_of(view, "pairings/facts", "pairing") is first
    # Another language has words of its own.
    assert choices_of(view_of(artificial_dataset(), language="de"), "pairings/facts", "pairing") is not first
