"""What no cell and no reference alone shows: things that cannot be, and things that nobody can have meant."""

from __future__ import annotations

import csv
import io
import string
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.build.package_writing import package_files
from iurc_dash.checks.cells import columns_of, typed_cells
from iurc_dash.checks.circles import links_in_circles
from iurc_dash.checks.sense import SDG_TARGETS, is_sdg_target
from iurc_dash.normalise.ledger import Ledger
from iurc_dash.opening import examine, open_package
from iurc_dash.problems import Code, Problem
from tests.artificial import artificial_dataset

Rows = list[dict[str, str]]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name, content in package_files(artificial_dataset().tables, "0", "2026-06-01", Ledger()).items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def change(package: Path, table: str, alter: Callable[[Rows], object], **options: str) -> None:
    """Write a table anew after a change, without looking at its hash; `options` are those of the CSV writer."""
    path = package / f"{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    alter(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), **options)  # type: ignore[arg-type]
        writer.writeheader()
        writer.writerows(rows)


def problems(package: Path) -> list[Problem]:
    return [p for p in examine(package).checked.problems if p.code is not Code.HASH_MISMATCH]


def told(package: Path) -> list[tuple[str, int, str, Code]]:
    return [(p.table.removesuffix(".csv"), p.row, p.column, p.code) for p in problems(package)]


def row_of(package: Path, table: str, column: str, value: str) -> int:
    rows = csv.DictReader(io.StringIO((package / f"{table}.csv").read_text(encoding="utf-8"), newline=""))
    return next(number for number, row in enumerate(rows, start=2) if row[column] == value)


@pytest.mark.parametrize(
    ("table", "cells", "column", "code"),
    [
        ("places", {"latitude": ""}, "latitude", Code.HALF_A_POSITION),
        ("places", {"longitude": ""}, "longitude", Code.HALF_A_POSITION),
        ("places", {"latitude": "", "longitude": ""}, "exactness", Code.POSITION_UNEXPLAINED),
        ("places", {"exactness": "none"}, "exactness", Code.POSITION_UNEXPLAINED),
        ("activities", {"start_date": "0001"}, "start_date", Code.OUT_OF_RANGE),
        ("activities", {"end_date": "9999-12-31"}, "end_date", Code.OUT_OF_RANGE),
        ("phases", {"end_year": "9999"}, "end_year", Code.OUT_OF_RANGE),
        ("reported_figures", {"value": "-3"}, "value", Code.OUT_OF_RANGE),
        ("activities", {"participants": "12.5"}, "participants", Code.WRONG_TYPE),
        ("activities", {"title": "A\u200bB"}, "title", Code.HIDDEN_CHARACTER),
        ("activities", {"title": "A\x1b[31mB"}, "title", Code.HIDDEN_CHARACTER),
        ("places", {"name": "abc\u202ecba"}, "name", Code.HIDDEN_CHARACTER),
        ("places", {"name": "x" * 5_000}, "name", Code.CELL_TOO_LARGE),
        ("goals", {"goal_id": "sdg-18", "number": "18"}, "number", Code.OUT_OF_RANGE),
        ("goals", {"number": ""}, "number", Code.OUT_OF_RANGE),
        ("goals", {"number": "01"}, "number", Code.OUT_OF_RANGE),
        ("goals", {"goal_id": "climate-action"}, "goal_id", Code.WRONG_FORM),
    ],
)  # fmt: skip
def test_a_thing_that_cannot_be_is_told(
    package: Path, table: str, cells: dict[str, str], column: str, code: Code
) -> None:
    at = {"goals": ("agenda_id", "sdg"), "places": ("exactness", "city")}.get(table, ("", ""))
    row = row_of(package, table, *at) if at[0] else 2
    change(package, table, lambda rows: rows[row - 2].update(cells))
    found = told(package)
    assert (table, row, column, code) in found
    assert [place for place in found if place[:2] == (table, row)] == [(table, row, column, code)]
    assert not any(place for place in found if place[0] == table and place[1] not in (0, row)), (
        "others are blamed"
    )


@pytest.mark.parametrize(
    ("goal", "target", "code"),
    [
        ("sdg-3", "11.6", Code.WRONG_TARGET), ("sdg-11", "11.99", Code.WRONG_TARGET),
        ("sdg-11", "banana", Code.WRONG_TARGET), ("sdg-11", "11", Code.WRONG_TARGET),
        ("sdg-17", "17.a", Code.WRONG_TARGET), ("sdg-11", "11.6", None), ("sdg-13", "13.b", None),
        ("sdg-17", "17.19", None), ("sdg-11", "", None), ("nua-governance", "", Code.WRONG_AGENDA),
    ],
)  # fmt: skip
def test_targets_and_goals_belong_together(package: Path, goal: str, target: str, code: Code | None) -> None:
    def alter(rows: Rows) -> None:
        rows[0].update(agenda_id="sdg", goal_id=goal, target=target)

    change(package, "contributions", alter)
    assert [code for _table, row, _column, code in told(package) if row == 2] == ([code] if code else [])


def test_the_united_nations_list_a_hundred_and_sixty_nine_targets() -> None:
    letters = ["", *string.digits, *string.ascii_lowercase]
    all_there_could_be = {f"{goal}.{a}{b}" for goal in range(20) for a in letters for b in letters}
    assert sum(map(is_sdg_target, all_there_could_be)) == 169
    assert len(SDG_TARGETS) == 17


def test_a_pairing_with_all_members_on_one_side(package: Path) -> None:
    pairing = "na-1-testville-demo-city"
    change(
        package,
        "pairing_members",
        lambda rows: [row.update(side="EU") for row in rows if row["pairing_id"] == pairing],
    )
    (problem,) = problems(package)
    assert (problem.table, problem.value, problem.code) == ("pairings.csv", pairing, Code.ONE_SIDED)


@pytest.mark.parametrize("table", ["edition_predecessors", "place_relations"])
def test_circles_are_told_at_each_of_their_rows(package: Path, table: str) -> None:
    def close(rows: Rows) -> None:
        start, end = list(rows[0])[:2]
        rows.append({**rows[0], start: rows[0][end], end: rows[0][start]})

    change(package, table, close)
    found = problems(package)
    assert {problem.code for problem in found} == {Code.CIRCLE} and len(found) == 2
    change(
        package,
        table,
        lambda rows: rows[-1].update(dict.fromkeys(list(rows[0])[:2], next(iter(rows[0].values())))),
    )
    assert [problem.code for problem in problems(package)] == [Code.CIRCLE], "a row that leads to itself"


def test_long_chains_are_no_circles_and_long_circles_are_found() -> None:
    chain = [(str(number), str(number + 1)) for number in range(50_000)]
    assert links_in_circles(chain) == []
    assert links_in_circles([*chain, ("50000", "49990")]) == list(range(49_990, 50_001))
    assert links_in_circles([("a", "a"), ("a", "b"), ("c", "a")]) == [0]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12))
def test_every_link_on_a_circle_is_found(links: list[tuple[str, str]]) -> None:
    def reaches(start: str, goal: str) -> bool:
        seen, ahead = {start}, [start]
        while ahead:
            here = ahead.pop()
            if here == goal:
                return True
            new = {end for begin, end in links if begin == here} - seen
            seen |= new
            ahead += new
        return False

    on_circles = {i for i, (start, end) in enumerate(links) if reaches(end, start)}
    found = set(links_in_circles(links))
    assert on_circles <= found
    assert not found or on_circles, "where there is no circle, nothing is told"


@pytest.mark.parametrize("table", ["phases", "regions", "editions"])
def test_a_table_without_rows_is_told(package: Path, table: str) -> None:
    path = package / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert (table, 0, "", Code.NO_ROWS) in told(package)


@pytest.mark.parametrize("created", ["soon", "9999-12-31", "2026", "2026-02-30T00:00:00Z", 20260101, None])
def test_a_release_without_a_day_is_told(package: Path, created: object) -> None:
    import json

    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    (package / "datapackage.json").write_text(
        json.dumps({**descriptor, "created": created}), encoding="utf-8"
    )
    assert told(package) == [("datapackage.json", 0, "created", Code.WRONG_DATE)]
    descriptor["created"] = "2026-06-01"
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert told(package) == [] and open_package(package).release.date == "2026-06-01"
    (package / "datapackage.json").write_text(json.dumps({**descriptor, "version": 7}), encoding="utf-8")
    assert told(package) == [("datapackage.json", 0, "version", Code.WRONG_FORM)]


def test_a_package_saved_by_a_spreadsheet_is_fine(package: Path) -> None:
    """As LibreOffice saves it: flags in capitals, everything in quotation marks, a mark at the beginning."""
    for path in package.glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        saved = [[cell.upper() if cell in ("true", "false") else cell for cell in row] for row in rows]
        text = io.StringIO(newline="")
        csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n", delimiter=";").writerows(saved)
        path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
    assert told(package) == []
    opened = open_package(package)
    for name, table in artificial_dataset().tables.items():
        key = list(table)[: 3 if len(table.columns) > 2 else len(table.columns)]
        expected = table.sort_values(key).reset_index(drop=True).astype(str)
        assert opened[name].sort_values(key).reset_index(drop=True).astype(str).equals(expected), name


@pytest.mark.parametrize("text", ["TRUE", "true", "True", "tRuE", "1", "FALSE", "false", "0"])
def test_flags_in_any_capitals(text: str) -> None:
    column = {"is_eu_member": columns_of("countries")["is_eu_member"]}
    frame, wrong = typed_cells([{"is_eu_member": text}], column)
    assert not wrong and frame["is_eu_member"][0] == (text.lower() in ("true", "1"))


@pytest.mark.parametrize(("text", "meant"), [("yes", ""), ("2", ""), ("ture", "true"), ("-1", "")])
def test_what_is_no_flag(text: str, meant: str) -> None:
    column = {"is_eu_member": columns_of("countries")["is_eu_member"]}
    (wrong,) = typed_cells([{"is_eu_member": text}], column)[1].values()
    assert (wrong.code, wrong.suggestion) == (Code.WRONG_TYPE, meant)


def test_the_value_that_was_meant_is_suggested(package: Path) -> None:
    change(package, "activities", lambda rows: rows[0].update(mode="in persn"))
    change(package, "pairing_themes", lambda rows: rows[0].update(theme_id="waste-managment"))
    change(package, "places", lambda rows: rows[0].update(latitude="44,5"))
    suggested = {(p.column, p.suggestion) for p in problems(package)}
    assert {("mode", "in person"), ("theme_id", "waste-management"), ("latitude", "44.5")} <= suggested


def test_names_in_scripts_that_need_joiners_are_fine(package: Path) -> None:
    change(package, "sources", lambda rows: rows[0].update(title="क्\u200dष and می\u200cخواهم"))
    assert told(package) == []


def test_the_same_package_in_a_zip_has_the_same_fingerprint(
    package: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    zipped = tmp_path_factory.mktemp("zip") / "a.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        for path in package.iterdir():
            archive.write(path, f"deep/down/{path.name}")
    fingerprint = open_package(package).release.fingerprint
    assert (
        open_package(zipped).release.fingerprint
        == open_package(package, True).release.fingerprint
        == fingerprint
    )
    assert len(fingerprint) == 12 and int(fingerprint, 16)
    change(package, "activities", lambda rows: rows[0].update(title="Another title"))
    assert open_package(package).release.fingerprint != fingerprint
