"""Single rows: by the keys of their tables, with the edition they are of."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset

from iurc_dash.metrics.rows import cells_of_row, edition_of_row, rows_of_table, subject_of
from iurc_dash.quantities import Row
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def test_rows_of_a_table() -> None:
    dataset = artificial_dataset()
    assert rows_of_table(dataset, "pairing_themes").value == len(dataset["pairing_themes"]) == 9
    assert cells_of_row(dataset, Row("places", "testville-pt"))["country_code"] == "PT"
    with pytest.raises(KeyError):
        cells_of_row(dataset, Row("places", "no-such-place"))


@pytest.mark.parametrize(
    ("row", "edition"),
    [
        (Row("editions", "NA-1"), "NA-1"),
        (Row("pairings", "jp-1-mockholm-prototype"), "JP-1"),
        (Row("pairing_members", "na-1-testville-demo-city|testville-pt"), "NA-1"),
        (Row("activities", "all-1-conference"), "ALL-1"),
        (Row("contributions", "c-07"), "NA-1"),
        (Row("contributions", "c-11"), ""),
        (Row("stakeholders", "s-3"), "NA-2"),
        (Row("network_members", "m-1"), "NA-2"),
        (Row("reported_figures", "f-4"), "LAC-2"),
        (Row("places", "testville-pt"), ""),
        (Row("sources", "post-results"), ""),
        (Row("no_such_table", "x"), ""),
    ],
)
def test_the_edition_of_a_row(row: Row, edition: str) -> None:
    assert edition_of_row(view_of(artificial_dataset()), row) == edition


def test_an_activity_is_of_the_edition_that_it_is_counted_under() -> None:
    row = Row("activities", "all-1-conference")
    assert edition_of_row(view_of(artificial_dataset(), Selection(regions=("JP",))), row) == "JP-1"
    # Where it is not in view it is of its own.
    assert edition_of_row(view_of(artificial_dataset(), Selection(phases=("3",))), row) == "ALL-1"


def test_the_subject_of_a_row() -> None:
    dataset = artificial_dataset()
    assert subject_of(cells_of_row(dataset, Row("contributions", "c-12"))) == Row(
        "themes", "circular-economy"
    )
    assert subject_of(cells_of_row(dataset, Row("contributions", "c-11"))) is None
    assert subject_of(cells_of_row(dataset, Row("places", "testville-pt"))) is None
