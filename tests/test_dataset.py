"""A dataset keeps each text once, and a view of it shares them."""

from __future__ import annotations

import pandas as pd
from artificial import artificial_dataset

from iurc_dash.dataset import TEXT, Dataset, Release
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def cells_of(dataset: Dataset, table: str, column: str) -> dict[str, str]:
    return {cell: cell for cell in dataset[table][column].tolist()}


def test_equal_texts_of_all_tables_are_one() -> None:
    dataset = artificial_dataset()
    pairings, members = (cells_of(dataset, name, "pairing_id") for name in ("pairings", "pairing_members"))
    shared = set(pairings) & set(members)
    assert len(shared) > 3
    assert all(pairings[key] is members[key] for key in shared)


def test_a_narrower_view_makes_no_text_of_its_own() -> None:
    dataset = artificial_dataset()
    view = view_of(dataset, Selection(phases=("2",)))
    whole = cells_of(dataset, "activities", "title")
    narrowed = view["activities"]["title"].tolist()
    assert narrowed and all(whole[title] is title for title in narrowed)


def test_values_and_other_types_stay_as_they_are() -> None:
    table = pd.DataFrame(
        {"key": pd.array(["a", "", "a"], dtype="str"), "number": [1.5, None, 2.0]}, index=[4, 5, 7]
    )
    dataset = Dataset({"table": table}, Release("1", "2026-01-01", "1"))
    assert dataset["table"].dtypes.to_dict() == {"key": TEXT, "number": table["number"].dtype}
    pd.testing.assert_frame_equal(dataset["table"].astype({"key": "str"}), table)
    # What was handed in is not written to.
    assert table["key"].dtype == pd.array([""], dtype="str").dtype
    assert dataset.with_tables(table=dataset["table"])["table"] is dataset["table"]
