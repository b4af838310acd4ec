"""What rests on which source: numbered for all, and each number opens its rows."""

from __future__ import annotations

from collections import Counter

import pytest
from artificial import artificial_dataset
from exhibit_checks import recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.sources import (
    OF_SUBJECTS,
    rows_by_source,
    rows_resting_on,
    source_records,
    sources_of_row,
    sources_of_rows,
    sources_of_subjects,
)
from iurc_dash.quantities import Row
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

SELECTIONS = (Selection(), Selection(phases=("2",)), Selection(goals=("sdg-11",), stated_only=True))


@pytest.mark.parametrize("about_subjects", [False, True])
@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize(
    "dataset", [artificial_dataset(), recorded_dataset()], ids=["artificial", "recorded"]
)
def test_the_number_of_a_source_is_that_of_the_rows_it_opens(
    dataset: Dataset, selection: Selection, about_subjects: bool
) -> None:
    view = view_of(dataset, selection)
    numbers = rows_by_source(view, about_subjects)
    for source, number in numbers.items():
        resting = rows_resting_on(view, source, about_subjects)
        assert resting.value == number > 0
        assert not about_subjects or set(resting.rows) <= set(OF_SUBJECTS)
        for row in resting:
            members = [
                f"{pairing}|{place}"
                for pairing, place in zip(
                    dataset["pairing_members"]["pairing_id"],
                    dataset["pairing_members"]["place_id"],
                    strict=True,
                )
                if row == Row("pairings", pairing)
            ]
            cited = [row, *(Row("pairing_members", member) for member in members)]
            assert any(source in sources_of_row(dataset, one) for one in cited)
    assert {record.source_id for record in source_records(view, about_subjects)} == set(numbers)


def test_sources_of_subjects_are_those_of_pairings_activities_and_what_belongs_to_them() -> None:
    view = view_of(artificial_dataset())
    assert set(sources_of_subjects(view).in_rows_of("sources")) == set(
        rows_by_source(view, about_subjects=True)
    )
    assert not rows_resting_on(view, "never-cited") and "never-cited" not in rows_by_source(view)


def test_sources_of_rows_are_most_used_first_then_by_key() -> None:
    dataset = recorded_dataset()
    rows = {
        "pairings": tuple(dataset["pairings"]["pairing_id"][:60]),
        "places": tuple(dataset["places"]["place_id"][:40]),
        "sources": tuple(dataset["sources"]["source_id"][:2]),
    }
    used = Counter(
        source
        for table, keys in rows.items()
        for key in keys
        for source in sources_of_row(dataset, Row(table, key))
    )
    expected = sorted(used, key=lambda source: (-used[source], source))
    assert sources_of_rows(dataset, rows) == tuple(expected)
