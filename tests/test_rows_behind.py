"""The rows behind a number, one by one, and the table as CSV."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from artificial import artificial_dataset

from iurc_dash.exhibits.exhibit import Column, ExhibitTable
from iurc_dash.exhibits.rows_behind import rows_table
from iurc_dash.export.table_csv import table_csv

KEYS = {
    "pairings": "pairing_id",
    "activities": "activity_id",
    "contributions": "contribution_id",
    "stakeholders": "stakeholder_id",
    "network_members": "member_id",
    "editions": "edition_id",
    "reported_figures": "figure_id",
}


@pytest.mark.parametrize(("table_name", "key"), KEYS.items())
def test_every_row_is_named_and_sourced(table_name: str, key: str) -> None:
    dataset = artificial_dataset()
    keys = tuple(dataset[table_name][key])
    frame = rows_table(dataset, {table_name: keys}).frame
    assert list(frame["name"].astype(bool)) == [True] * len(keys)
    assert len(frame) == len(keys)
    sourced = set(dataset["row_sources"].query("table_name == @table_name")["row_id"])
    assert [bool(url) for url in frame["url"]] == [row in sourced for row in keys]


def test_members_say_which_place_in_which_pairing() -> None:
    dataset = artificial_dataset()
    member = dataset["pairing_members"].iloc[0]
    table = rows_table(dataset, {"pairing_members": (f"{member.pairing_id}|{member.place_id}",)})
    name = table.frame["name"].iloc[0]
    assert dataset.names.places[member.place_id] in name
    assert member.place_id not in name


def test_csv_holds_every_row_with_keys_and_no_formulas() -> None:
    frame = pd.DataFrame(
        {
            "name": ["=1+1", "Testville, north", ""],
            "count": [1, 2, 3],
            "parts": [("a", "b"), (), ("c",)],
            "key": list("xyz"),
        }
    )
    columns = (Column("name", "Name"), Column("count", "Count", "number"), Column("parts", "Parts"))
    written = table_csv(ExhibitTable(frame, columns)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(written)))
    assert rows[0] == ["Name", "Count", "Parts", "key"]
    assert rows[1] == ["'=1+1", "1", "a; b", "x"]
    assert rows[2] == ["Testville, north", "2", "", "y"]
    assert len(rows) == 4
    assert "nan" not in written


def test_csv_leaves_missing_numbers_blank() -> None:
    frame = pd.DataFrame({"count": [1.5, float("nan")], "whole": pd.array([1, None], dtype="Int64")})
    columns = (Column("count", "Count", "number"), Column("whole", "Whole", "number"))
    rows = list(csv.reader(io.StringIO(table_csv(ExhibitTable(frame, columns)).decode("utf-8-sig"))))
    assert rows[1:] == [["1.5", "1"], ["", ""]]
