"""Where some rows are bad the others are good: they hold together, and nothing good is left out with the bad."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.checks import Checked, check, dataset_of
from iurc_dash.checks.cells import cell_text, column_type, columns_of
from iurc_dash.dataset import Release
from iurc_dash.problems import DatasetError, errors
from iurc_dash.sources.raw import Origin, RawTables, Row, Shape
from iurc_dash.tables.models import TABLES
from tests.artificial import artificial_dataset

RELEASE = Release(version="0", date="2026-06-01", fingerprint="0")


def raw_rows() -> dict[str, list[Row]]:
    return {
        name: [
            Row(
                {
                    str(column): cell_text(cell, column_type(columns_of(name)[str(column)]))
                    for column, cell in row.items()
                },
                Origin(f"{name}.csv", number),
            )
            for number, row in enumerate(table.to_dict("records"), start=2)
        ]
        for name, table in artificial_dataset().tables.items()
    }


def checked(tables: dict[str, list[Row]]) -> Checked:
    return check(RawTables(Shape.PACKAGE, tables=tables))


def counts(found: Checked) -> dict[str, int]:
    return {name: len(table) for name, table in found.tables.items()}


ALL = {name: len(table) for name, table in artificial_dataset().tables.items()}


def test_what_is_fine_is_whole() -> None:
    found = checked(raw_rows())
    assert found.problems == [] and counts(found) == ALL
    assert dataset_of(found, RELEASE).release is RELEASE


def test_one_bad_cell_takes_its_row_and_what_hangs_on_it() -> None:
    tables = raw_rows()
    (row,) = [row for row in tables["pairings"] if row["pairing_id"] == "na-1-testville-demo-city"]
    row["start_date"] = "long ago"
    found = checked(tables)
    assert [(p.table, p.column) for p in found.problems] == [("pairings.csv", "start_date")]
    lost = {name: ALL[name] - count for name, count in counts(found).items() if count != ALL[name]}
    assert lost["pairings"] == 1 and lost["pairing_members"] == 2
    assert not set(lost) & {"places", "activities", "themes", "editions", "sources", "goals"}
    for name in ("pairing_members", "pairing_themes", "activity_pairings"):
        assert row["pairing_id"] not in set(found.tables[name]["pairing_id"])
    assert len(dataset_of(found, RELEASE)["pairings"]) == ALL["pairings"] - 1


def test_a_pairing_that_loses_a_member_is_not_shown_with_one() -> None:
    tables = raw_rows()
    (place,) = [row for row in tables["places"] if row["place_id"] == "modelia-co"]
    place["latitude"] = "95"
    found = checked(tables)
    assert len(found.problems) == 1
    assert "lac-1-fictia-modelia" not in set(found.tables["pairings"]["pairing_id"])
    assert "fictia-es" in set(found.tables["places"]["place_id"])


def test_rows_without_a_column_that_must_be_there_are_not_good() -> None:
    raw = RawTables(Shape.PACKAGE, tables=raw_rows(), absent={("themes", "name")}, incomplete={"themes"})
    for row in raw.tables["themes"]:
        del row["name"]
    found = check(raw)
    assert found.problems == [], "the source has told of the column"
    assert len(found.tables["themes"]) == len(found.tables["pairing_themes"]) == 0
    assert len(found.tables["pairings"]) == ALL["pairings"]


def test_without_any_edition_nothing_can_be_shown() -> None:
    tables = raw_rows()
    for row in tables["editions"]:
        row["order"] = "first"
    found = checked(tables)
    with pytest.raises(DatasetError) as raised:
        dataset_of(found, RELEASE)
    assert len(raised.value.problems) == ALL["editions"]


@pytest.mark.slow
@settings(max_examples=12)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_what_is_left_has_no_problem_whatever_was_broken(seed: int, how_many: int) -> None:
    chance = random.Random(seed)
    tables = raw_rows()
    broken = set()
    for _ in range(how_many):
        name = chance.choice([name for name in TABLES if tables[name]])
        row = chance.choice(tables[name])
        column = chance.choice(list(row))
        row[column] = chance.choice(["", "x", "-1", "none", "9999", "a\x00b", "NA-1", "sdg-3"])
        broken.add((row.origin.file, row.origin.row))
    found = checked(tables)
    good = {
        name: [
            Row({c: cell_text(v, column_type(columns_of(name)[c])) for c, v in row.items()}, Origin(name, i))
            for i, row in enumerate(table.to_dict("records"), start=2)
        ]
        for name, table in found.tables.items()
    }  # type: ignore[misc]
    again = checked(good)
    assert counts(again) == counts(found), "what is good stays good"
    assert all(problem.code == "no_rows" for problem in errors(again.problems))
    assert counts(found) == ALL or found.problems, "nothing is left out in silence"
