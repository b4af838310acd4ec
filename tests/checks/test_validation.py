"""Everything that can be wrong with a package, told as one Problem a cell, and nobody else blamed."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from iurc_dash.build.package_writing import package_files
from iurc_dash.dates import is_date
from iurc_dash.normalise.ledger import Ledger
from iurc_dash.opening import examine, open_package
from iurc_dash.problems import DatasetError, Problem
from iurc_dash.sources.package_files import is_inside
from tests.artificial import artificial_dataset

Rows = list[dict[str, str]]
Found = set[tuple[str, int, str, str]]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    files = package_files(artificial_dataset().tables, "0.0.0", "2026-06-01", Ledger())
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def changed(package: Path, table: str, change: Callable[[Rows], None]) -> None:
    """Rewrite a table after a change to its rows; row 2 of the spreadsheet is rows[0]."""
    path = package / f"{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    columns = list(rows[0])
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def set_cell(package: Path, table: str, column: str, value: str, row: int = 2) -> None:
    changed(package, table, lambda rows: rows[row - 2].update({column: value}))


def problems_of(package: Path) -> tuple[Problem, ...]:
    """Problems on opening; checks that each tells what and how to mend, and that nothing was written."""
    before = {path: path.stat().st_mtime_ns for path in package.rglob("*")} if package.is_dir() else {}
    with pytest.raises(DatasetError) as raised:
        open_package(package)
    after = {path: path.stat().st_mtime_ns for path in package.rglob("*")} if package.is_dir() else {}
    assert after == before
    for problem in raised.value.problems:
        assert problem.code and problem.what.endswith((".", ")")) and problem.mend
        assert "Traceback" not in problem.line() and "pandera" not in problem.line()
        assert len(problem.value) <= 80
    return raised.value.problems


def found_in(package: Path) -> Found:
    return {(problem.table, problem.row, problem.column, problem.code) for problem in problems_of(package)}


def test_the_good_package_has_no_problem(package: Path) -> None:
    assert len(examine(package).dataset()["pairings"]) == 7
    assert examine(package).checked.problems == []


@pytest.mark.parametrize(
    ("table", "column", "value", "code"),
    [
        ("activities", "participants", "twelve", "wrong_type"),
        ("activities", "participants", "-3", "out_of_range"),
        ("activities", "participants", "nan", "wrong_type"),
        ("activities", "mode", "by post", "unknown_code"),
        ("activities", "kind", "", "required"),
        ("activities", "title", "", "required"),
        ("activities", "title", "   ", "required"),
        ("activities", "country_codes", "PT; XX", "dangling_reference"),
        ("activities", "start_date", "2022-13", "wrong_date"),
        ("activities", "start_date", "2022-02-30", "wrong_date"),
        ("activities", "start_date", "17/05/2022", "wrong_date"),
        ("places", "latitude", "95", "out_of_range"),
        ("places", "longitude", "-181", "out_of_range"),
        ("places", "population", "12.5", "wrong_type"),
        ("places", "country_code", "XX", "dangling_reference"),
        ("countries", "is_eu_member", "perhaps", "wrong_type"),
        ("pairings", "status", "paused", "unknown_code"),
        ("sources", "url", "www.example.org", "wrong_form"),
        ("sources", "published_date", "May 2022", "wrong_date"),
        ("pairing_themes", "theme_id", "no-such-theme", "dangling_reference"),
        ("contributions", "goal_id", "sdg-18", "dangling_reference"),
        ("contributions", "subject_id", "no-such-subject", "dangling_reference"),
        ("stakeholders", "subject_id", "no-such-subject", "dangling_reference"),
        ("reported_figures", "value", "", "required"),
    ],
)
def test_one_bad_cell_is_one_problem(package: Path, table: str, column: str, value: str, code: str) -> None:
    set_cell(package, table, column, value)
    found = found_in(package)
    file = f"{table}.csv"
    assert (file, 2, column, code) in found
    assert all(row in (0, 2) for name, row, _column, _code in found if name == file), "other rows are blamed"
    assert len([1 for name, row, cell, _code in found if (name, row, cell) == (file, 2, column)]) == 1


def test_all_problems_are_told_at_once(package: Path) -> None:
    set_cell(package, "activities", "participants", "twelve", row=3)
    set_cell(package, "places", "latitude", "95", row=4)
    set_cell(package, "pairings", "end_date", "2022-02-30", row=5)
    assert found_in(package) == {
        ("activities.csv", 3, "participants", "wrong_type"),
        ("places.csv", 4, "latitude", "out_of_range"),
        ("pairings.csv", 5, "end_date", "wrong_date"),
    }


def test_an_end_before_the_start(package: Path) -> None:
    changed(package, "pairings", lambda rows: rows[0].update(start_date="2022-05", end_date="2021"))
    assert found_in(package) == {("pairings.csv", 2, "end_date", "end_before_start")}


def test_an_end_in_the_year_of_the_start_is_fine(package: Path) -> None:
    changed(package, "pairings", lambda rows: rows[0].update(start_date="2022-05-17", end_date="2022"))
    assert len(open_package(package)["pairings"]) == 7


def test_a_repeated_key_blames_the_later_row(package: Path) -> None:
    changed(package, "themes", lambda rows: rows.append(dict(rows[0])))
    (problem,) = problems_of(package)
    assert problem.code == "duplicate_key" and problem.row > 2
    assert "row 2" in problem.what


def test_a_missing_file_is_one_problem(package: Path) -> None:
    (package / "places.csv").unlink()
    assert found_in(package) == {("places.csv", 0, "", "missing_file")}, (
        "rows that refer to it are not blamed"
    )


def test_a_missing_and_an_extra_column(package: Path) -> None:
    path = package / "themes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("description", "remark", 1), encoding="utf-8")
    assert found_in(package) == {
        ("themes.csv", 1, "description", "missing_column"), ("themes.csv", 1, "remark", "unknown_column"),
    }  # fmt: skip


def test_a_missing_key_column(package: Path) -> None:
    path = package / "themes.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("theme_id", "theme", 1), encoding="utf-8")
    assert found_in(package) == {
        ("themes.csv", 1, "theme_id", "missing_column"), ("themes.csv", 1, "theme", "unknown_column"),
    }  # fmt: skip


def test_an_empty_file(package: Path) -> None:
    (package / "themes.csv").write_bytes(b"")
    assert found_in(package) == {("themes.csv", 0, "", "empty_file")}


def test_another_encoding_is_told_in_words(package: Path) -> None:
    path = package / "places.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    (problem,) = problems_of(package)
    assert problem.code == "wrong_encoding" and "UTF-8" in problem.what and problem.row > 1


def test_a_row_with_too_many_cells(package: Path) -> None:
    path = package / "themes.csv"
    path.write_text(path.read_text(encoding="utf-8") + "a,b,c,d,e\n", encoding="utf-8")
    ((table, row, _column, code),) = found_in(package)
    assert (table, code) == ("themes.csv", "wrong_cell_count") and row > 2


def test_an_open_quotation_mark(package: Path) -> None:
    path = package / "themes.csv"
    path.write_text(path.read_text(encoding="utf-8") + '"never closed,a,b,c\n', encoding="utf-8")
    assert {code for _table, _row, _column, code in found_in(package)} == {"broken_csv"}


def test_ten_megabytes_in_one_cell(package: Path) -> None:
    set_cell(package, "activities", "title", "x" * 10_000_000)
    assert found_in(package) == {("activities.csv", 2, "title", "cell_too_large")}


def test_a_file_over_the_limit(package: Path) -> None:
    with (package / "themes.csv").open("ab") as file:
        file.truncate(50_000_001)
    assert found_in(package) == {("themes.csv", 0, "", "file_too_large")}


@pytest.mark.slow
def test_too_many_rows(package: Path) -> None:
    with (package / "place_names.csv").open("a", encoding="utf-8") as file:
        file.write("x,y\n" * 500_001)
    assert ("place_names.csv", 0, "", "too_many_rows") in found_in(package)


def test_a_fact_row_without_a_source(package: Path) -> None:
    def uncite(rows: Rows) -> None:
        cited = [row for row in rows if row["table_name"] == "pairings"]
        rows[:] = [row for row in rows if row not in cited[:1]]

    rows = open_package(package)["row_sources"]
    first = rows.loc[rows["table_name"] == "pairings", "row_id"].iloc[0]
    changed(package, "row_sources", uncite)
    left = (rows["row_id"] == first).sum() - 1
    problems = problems_of(package) if left == 0 else ()
    assert [(p.table, p.code, p.value) for p in problems] == [("pairings.csv", "no_source", first)]


def test_a_source_of_a_row_that_is_not_there(package: Path) -> None:
    changed(
        package,
        "row_sources",
        lambda rows: rows.append({**rows[0], "table_name": "pairings", "row_id": "none"}),
    )
    ((table, _row, column, code),) = found_in(package)
    assert (table, column, code) == ("row_sources.csv", "row_id", "dangling_reference")


def test_a_pairing_of_one(package: Path) -> None:
    members = open_package(package)["pairing_members"]
    pairing_id = members.groupby("pairing_id").size().idxmin()

    def leave_one(rows: Rows) -> None:
        own = [row for row in rows if row["pairing_id"] == pairing_id]
        rows[:] = [row for row in rows if row["pairing_id"] != pairing_id] + own[:1]

    changed(package, "pairing_members", leave_one)
    problems = [problem for problem in problems_of(package) if problem.table == "pairings.csv"]
    assert [(problem.code, problem.value) for problem in problems] == [("too_few_members", pairing_id)]


def test_thousands_of_bad_cells_are_bounded(package: Path) -> None:
    changed(
        package,
        "place_names",
        lambda rows: rows.extend({"place_id": rows[0]["place_id"], "name": ""} for _ in range(3_000)),
    )
    problems = problems_of(package)
    assert len(problems) == 1_000, "what fits into a thousand beside the changed file, and how many more"
    assert [problem.code for problem in problems].count("more_problems") == 1


def test_a_changed_package_of_ones_own_opens_with_a_warning_and_the_shipped_one_does_not(
    package: Path,
) -> None:
    set_cell(package, "activities", "title", "Another title")
    opened = open_package(package)
    assert opened["activities"]["title"].iloc[0] == "Another title"
    assert [(p.table, p.code, p.severity) for p in opened.warnings] == [
        ("activities.csv", "hash_mismatch", "warning"),
    ]
    assert opened.with_tables(themes=opened["themes"]).warnings == opened.warnings
    with pytest.raises(DatasetError) as raised:
        open_package(package, trust_hashes=True)
    assert [(p.table, p.code) for p in raised.value.problems] == [("activities.csv", "hash_mismatch")]
    assert [p.code for p in examine(package).checked.problems] == ["hash_mismatch"], (
        "validation refuses it too"
    )


def test_a_good_package_has_no_warning(package: Path) -> None:
    assert open_package(package).warnings == open_package(package, trust_hashes=True).warnings == ()


def test_a_changed_and_wrong_file_is_never_trusted(package: Path) -> None:
    set_cell(package, "activities", "participants", "twelve")
    with pytest.raises(DatasetError):
        open_package(package, trust_hashes=True)


@pytest.mark.parametrize(
    "path", ["../themes.csv", "/etc/hostname", "a/../../x.csv", "C:\\x.csv", "https://x/y.csv"]
)
def test_a_path_out_of_the_package_is_refused(package: Path, path: str) -> None:
    assert not is_inside(path)
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    next(r for r in descriptor["resources"] if r["name"] == "themes")["path"] = path
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert found_in(package) == {("datapackage.json", 0, "", "path_outside")}


def test_a_link_out_of_the_package_is_refused(
    package: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "themes.csv"
    (package / "themes.csv").rename(elsewhere)
    (package / "themes.csv").symlink_to(elsewhere)
    assert found_in(package) == {("datapackage.json", 0, "", "path_outside")}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"resources": [{"name": 1}]}', "[" * 100_000])
def test_a_broken_descriptor_is_one_problem(package: Path, text: str) -> None:
    (package / "datapackage.json").write_text(text, encoding="utf-8")
    assert found_in(package) == {("datapackage.json", 0, "", "broken_descriptor")}


def test_what_is_not_a_package(tmp_path: Path) -> None:
    assert found_in(tmp_path) == {("datapackage.json", 0, "", "missing_file")}
    assert found_in(tmp_path / "nothing") == {("nothing", 0, "", "missing_file")}
    (tmp_path / "a.zip").write_bytes(b"not a zip file")
    assert found_in(tmp_path / "a.zip") == {("a.zip", 0, "", "broken_zip")}
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing here")
    assert found_in(tmp_path / "b.zip") == {("datapackage.json", 0, "", "missing_file")}


def test_a_zip_file_that_grows_is_cut_off(package: Path) -> None:
    with zipfile.ZipFile(package / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in package.glob("*.*"):
            if path.name not in ("themes.csv", "bomb.zip"):
                archive.write(path, path.name)
        archive.writestr("themes.csv", b"0" * 60_000_000)
    assert found_in(package / "bomb.zip") == {("themes.csv", 0, "", "file_too_large")}


@pytest.mark.parametrize("text", ["2022", "2022-05", "2022-05-17", "2024-02-29"])
def test_dates_of_the_calendar(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["22", "2022-5", "2022-00", "2023-02-29", "2022-05-17T00:00", "0000", "soon"]
)
def test_what_is_no_date(text: str) -> None:
    assert not is_date(text)
