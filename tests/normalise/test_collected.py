"""From collected rows to tables: raw stays raw, merges keep what each row knew, nothing is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from iurc_dash.build import COLLECTED, PROJECT
from iurc_dash.checks.collected import check_collected
from iurc_dash.normalise.corrections import apply_corrections
from iurc_dash.normalise.events import activities, canonical_activities
from iurc_dash.normalise.gap_rows import gaps
from iurc_dash.normalise.goals import Subjects, contributions, stakeholders
from iurc_dash.normalise.ledger import Entry, Ledger
from iurc_dash.normalise.networks import network_label, networks
from iurc_dash.normalise.programme import reported_figures
from iurc_dash.normalise.reference import Reference, read_reference
from iurc_dash.normalise.settled import settled_problems
from iurc_dash.normalise.sources import row_sources, sources
from iurc_dash.problems import Code, Severity
from iurc_dash.sources.collected import read
from iurc_dash.sources.collected_tables import COLLECTED_COLUMNS
from iurc_dash.sources.raw import Origin, RawTables, Row

COUNTS = {
    "pairings": 162, "members": 349, "activities": 758, "sdg": 274, "agendas": 156, "stakeholders": 319,
    "figures": 168, "sources": 932, "same_events": 36, "editions": 13, "network": 235,
}  # fmt: skip
URL = "https://example.org/page"


@pytest.fixture(scope="module")
def collected() -> RawTables:
    return read(PROJECT / COLLECTED)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference()


def written(folder: Path, **tables: list[dict[str, str]]) -> RawTables:
    """Collected tables of one unit with the given rows, blank where a row says nothing; no others."""
    unit = folder / "unit"
    unit.mkdir(exist_ok=True)
    for name, rows in tables.items():
        columns = list(COLLECTED_COLUMNS[name])
        lines = [",".join(f'"{row.get(column, "")}"' for column in columns) for row in rows]
        (unit / f"{name}.csv").write_text("\n".join([",".join(columns), *lines]) + "\n", encoding="utf-8")
    return read(folder)


def reference_rows(table: str, lines: list[dict[str, str]]) -> list[Row]:
    """Lines of a reference table as they are read, from the second row on."""
    return [Row(line, Origin(f"reference/{table}.csv", number)) for number, line in enumerate(lines, start=2)]


@pytest.mark.parametrize("table", COUNTS)
def test_rows_are_those_counted_by_hand(collected: RawTables, table: str) -> None:
    assert len(collected.rows(table)) == COUNTS[table]


def test_subjects_are_those_counted_by_hand(collected: RawTables) -> None:
    kinds = [row["subject_kind"] for table in ("sdg", "agendas") for row in collected.rows(table)]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts == {
        "pairing": 238 + 29, "activity": 31 + 58, "theme": 5, "edition": 56, "programme": 13,
    }  # fmt: skip


def test_collected_cells_are_text_and_have_no_problem(collected: RawTables) -> None:
    assert "NA-2" in {row["edition"] for row in collected.rows("editions")}
    assert "NA" in {row["region"] for row in collected.rows("editions")}, "NA must not read as missing"
    assert {type(cell) for rows in collected.tables.values() for row in rows for cell in row.values()} == {
        str
    }
    assert collected.problems == check_collected(collected) == []


def test_a_wrong_header_and_a_strange_file_are_told_together(tmp_path: Path) -> None:
    unit = tmp_path / "unit"
    unit.mkdir()
    (unit / "figures.csv").write_text("edition,indicator,total\nNA-1,pairings,3\n", encoding="utf-8")
    (unit / "activities.csv").write_bytes(",".join(COLLECTED_COLUMNS["activities"]).encode() + b"\n\xe9,")
    (unit / "pairing.csv").write_text("a,b\n", encoding="utf-8")
    (unit / "sources.csv").write_bytes(b"")
    problems = read(tmp_path).problems
    codes = {(problem.table, problem.code, problem.column) for problem in problems}
    assert ("unit/figures.csv", "missing_column", "value") in codes
    assert ("unit/figures.csv", "unknown_column", "total") in codes
    assert ("unit/activities.csv", "wrong_encoding", "") in codes
    assert ("unit/pairing.csv", "unknown_file", "") in codes
    assert ("unit/sources.csv", "empty_file", "") in codes
    assert not any(problem.column == "edition" for problem in problems)


def test_a_wrong_collected_cell_is_told_at_its_row(tmp_path: Path) -> None:
    good = {"edition": "NA-1", "indicator": "pairings", "value": "3", "qualifier": "exact"}
    found = written(tmp_path, figures=[good, {**good, "value": "twelve", "as_of": "2022-13"}])
    problems = [p for p in check_collected(found) if p.row]
    assert [(p.table, p.row, p.column, p.code) for p in sorted(problems)] == [
        ("unit/figures.csv", 3, "as_of", "wrong_date"),
        ("unit/figures.csv", 3, "value", "wrong_type"),
    ]


def test_a_correction_changes_its_cell_only_and_an_unfit_one_is_told(collected: RawTables) -> None:
    fit = {
        "table": "lac/members", "key": "lac-1-cantabria-chihuahua|Chihuahua|MX", "column": "place",
        "expected": "Chihuahua", "corrected": "Chihuahua State", "reason": "", "source": "",
    }  # fmt: skip
    lines = reference_rows("corrections", [fit, {**fit, "expected": "Gone"}])
    corrected = apply_corrections(collected, Reference({"corrections": lines}))
    assert [row["corrected"] for row in corrected.made] == ["Chihuahua State"]
    assert [(p.code, p.row) for p in corrected.unmet] == [("correction_does_not_fit", 3)]
    pairs = list(zip(collected.rows("members"), corrected.collected.rows("members"), strict=True))
    changed = [(before, after) for before, after in pairs if before != after]
    assert [{**before, "place": "Chihuahua State"} for before, _after in changed] == [
        after for _b, after in changed
    ]
    assert len(changed) == 1


def test_one_event_of_two_units_keeps_what_each_knew(tmp_path: Path, reference: Reference) -> None:
    event = {"edition": "ALL-1", "kind": "conference", "title": "Launch", "start": "2017-11"}
    other = {
        **event, "edition": "NA-1", "start": "2017-11-10", "place": "Brussels", "country": "BE",
        "mode": "in person", "participants": "120", "themes": "circular economy",
    }  # fmt: skip
    found = written(
        tmp_path,
        activities=[
            {**other, "activity_key": "a-launch", "source_url": "https://example.org/a"},
            {**event, "activity_key": "the-launch", "source_url": URL},
        ],
        same_events=[{"activity_key": "a-launch", "same_as": "the-launch"}],
    )
    known = settled_by(reference)
    _part, activity_ids = canonical_activities(found, known)
    part = activities(found, known, activity_ids)
    (activity,) = part.tables["activities"]
    assert activity["activity_id"] == "the-launch"
    assert activity["edition_id"] == "ALL-1", "the edition is that of the row that stays"
    assert (activity["start_date"], activity["place_name"], activity["participants"]) == (
        "2017-11-10", "Brussels", "120",
    )  # fmt: skip
    assert [row["edition_id"] for row in part.tables["activity_editions"]] == ["ALL-1", "NA-1"]
    assert {citation.url for citation in part.citations} == {"https://example.org/a", URL}
    assert part.tables["activity_themes"][0]["activity_id"] == "the-launch"
    assert "activity_pairings" not in part.tables


def test_a_known_cell_is_never_overwritten(tmp_path: Path, reference: Reference) -> None:
    event = {"edition": "ALL-1", "kind": "conference", "title": "Launch"}
    found = written(
        tmp_path,
        activities=[
            {**event, "activity_key": "one", "start": "2017-11-09", "place": "Ghent", "participants": "90"},
            {**event, "activity_key": "two", "start": "2017-11-10", "place": "Brussels", "country": "BE"},
        ],
        same_events=[{"activity_key": "one", "same_as": "two"}],
    )
    known = settled_by(reference)
    part = activities(found, known, canonical_activities(found, known)[1])
    (activity,) = part.tables["activities"]
    assert (activity["start_date"], activity["place_name"], activity["participants"]) == (
        "2017-11-10", "Brussels", "90",
    )  # fmt: skip
    assert len(part.differences) == 2, "what was left is told: the other day and the other place"


def test_equal_contributions_merge_and_keep_reasons_and_sources(tmp_path: Path, reference: Reference) -> None:
    row = {"subject": "NA-3", "subject_kind": "edition", "goal": "11", "basis": "stated"}
    found = written(
        tmp_path,
        sdg=[{**row, "note": "first", "source_url": URL}],
        agendas=[
            {**row, "agenda": "SDG", "note": "second", "source_url": "https://example.org/b"},
            {**row, "agenda": "SDG", "basis": "inferred"},
            {**row, "agenda": "NUA", "goal": ""},
        ],
    )
    part = contributions(found, reference, Subjects(found, reference, {}))
    rows = {row["contribution_id"]: row for row in part.tables["contributions"]}
    assert set(rows) == {"na-3-sdg-11-stated", "na-3-sdg-11-inferred", "na-3-nua-as-a-whole-stated"}
    assert rows["na-3-sdg-11-stated"]["reason"] == "first / second"
    assert rows["na-3-nua-as-a-whole-stated"]["goal_id"] == ""
    assert len({c.url for c in part.citations if c.row_id == "na-3-sdg-11-stated"}) == 2
    assert part.problems == []


def test_an_unknown_subject_goal_and_target_are_problems(tmp_path: Path, reference: Reference) -> None:
    row = {"subject": "NA-3", "subject_kind": "edition", "goal": "11", "basis": "stated"}
    found = written(
        tmp_path,
        sdg=[
            {**row, "subject": "XX-9"}, {**row, "goal": "18"}, {**row, "target": "12.3"},
            {**row, "subject": "No such label", "subject_kind": "theme"}, row,
        ],
    )  # fmt: skip
    part = contributions(found, reference, Subjects(found, reference, {}))
    assert [(p.row, p.column) for p in part.problems] == [
        (2, "subject"), (3, "goal"), (4, "target"), (5, "subject"),
    ]  # fmt: skip
    assert len(part.tables["contributions"]) == 1


def test_networks_match_by_name_and_a_cell_may_hold_several(tmp_path: Path, reference: Reference) -> None:
    assert network_label("Mobility &  Transport") == network_label("mobility and transport")
    place = {"edition": "AA-3", "place": "Testville", "country": "PT", "side": "EU", "source_url": URL}
    found = written(
        tmp_path,
        thematic_networks=[{"edition": "AA-3", "thematic_network": "Climate & Nature", "source_url": URL}],
        network=[
            {**place, "thematic_network": "climate and nature; Harbours"},
            {**place, "thematic_network": "harbours"},
            {**place, "edition": "LAC-3", "thematic_network": "Harbours"},
        ],
    )
    part = networks(found, reference, {("Testville", "PT"): "testville-pt"})
    assert [row["network_id"] for row in part.tables["thematic_networks"]] == [
        "aa-3-climate-and-nature", "aa-3-harbours", "lac-3-harbours",
    ]  # fmt: skip
    assert len(part.tables["network_members"]) == 3, "the repeated row is merged"


def test_one_page_read_twice_is_one_source_and_an_unlisted_one_a_problem(tmp_path: Path) -> None:
    page = {"url": URL, "title": "A page"}
    found = written(
        tmp_path,
        sources=[
            {**page, "published": "2022", "read_as": "the date"},
            {**page, "title": "", "publisher": "A city", "published": "2022-05", "read_as": "the date and the place"},
        ],
    )  # fmt: skip
    part, source_ids = sources(found)
    (source,) = part.tables["sources"]
    assert (source["title"], source["publisher"], source["published_date"]) == ("A page", "A city", "2022-05")
    assert source["read_as"] == "the date and the place"
    assert source["source_id"].startswith("a-page-") and len(source["source_id"]) == len("a-page-") + 6
    found = written(tmp_path, figures=[{"edition": "NA-1", "source_url": "https://example.org/unlisted"}])
    cited = row_sources(reported_figures(found).citations, source_ids)
    assert [(p.table, p.row, p.code) for p in cited.problems] == [("unit/figures.csv", 2, "unknown_source")]
    assert "row_sources" not in cited.tables


def test_gap_rows_are_checked_against_the_notes(tmp_path: Path) -> None:
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit" / "gaps.md").write_text("- First note.\n- Second note.\n", encoding="utf-8")
    found = written(tmp_path, pairings=[{"pairing_key": "na-1-a-b", "edition": "NA-1"}])
    row = {
        "unit": "unit", "section": "", "note_number": "1", "starts_with": "First",
        "edition_ids": "NA-1; LAC-1", "subject": "pairings", "kind": "missing", "note": "A note.",
        "pairing_ids": "na-1-a-b",
    }  # fmt: skip
    lines = [row, {**row, "starts_with": "Third"}, {**row, "note_number": "7"}, {**row, "unit": "other"}]
    part = gaps(found, Reference({"gaps": reference_rows("gaps", lines)}))
    assert [problem.code for problem in part.problems] == ["note_changed", "unknown_code", "note_not_covered"]
    assert {problem.severity for problem in part.problems} == {Severity.WARNING}
    assert [problem.row for problem in part.unmet] == [5], (
        "a unit that was not read is nobody's fault but ours"
    )
    assert [gap["edition_id"] for gap in part.tables["gaps"]] == ["NA-1", "LAC-1"]
    assert [gap["gap_id"] for gap in part.tables["gap_pairings"]] == ["unit-note-1-1-na-1"]


def test_a_lost_row_shows_in_the_ledger() -> None:
    entry = Entry(table="pairings", part="row", origin=Origin("unit/pairings.csv", 2), kept=1)
    ledger = Ledger([entry], {("pairings", "row"): 2})
    assert ledger.gaps({"pairings": 1}, {}), "two rows read and one accounted for"
    ledger = Ledger([entry], {("pairings", "row"): 1})
    assert ledger.gaps({"pairings": 1}, {}) == []
    assert ledger.gaps({"pairings": 0}, {}), "a row accounted for and not made"


def settled_by(reference: Reference, **lines: list[dict[str, str]]) -> Reference:
    """The reference with nothing about single rows but the lines given, each blank where it says nothing."""
    about_rows = (
        "activity_states",
        "stakeholder_roles",
        "left_out_activities",
        "same_events",
        "network_names",
    )
    blank = dict.fromkeys(
        ("activity_key", "state", "step", "joint", "reason", "subject", "stakeholder_kind", "note", "role",
         "same_as", "edition", "label", "name"), "",
    )  # fmt: skip
    given = {
        name: reference_rows(name, [{**blank, **line} for line in lines.get(name, [])]) for name in about_rows
    }
    return Reference({**reference.tables, **given})


def test_states_come_from_the_reference_or_else_from_the_row(tmp_path: Path, reference: Reference) -> None:
    plan = {"edition": "NA-1", "kind": "action plan", "title": "Plan of tests"}
    found = written(
        tmp_path,
        activities=[
            {**plan, "activity_key": "settled", "state": "done"},
            {**plan, "activity_key": "told", "state": "proposed"},
            {**plan, "activity_key": "silent"},
        ],
    )
    line = {"activity_key": "settled", "state": "planned", "step": "agreed", "joint": "yes"}
    known = settled_by(reference, activity_states=[line])
    assert settled_problems(found, known) == []
    part = activities(found, known, canonical_activities(found, known)[1])
    cells = {
        row["activity_id"]: (row["state"], row["step"], row["joint"]) for row in part.tables["activities"]
    }
    assert cells == {
        "settled": ("planned", "agreed", "yes"), "told": ("proposed", "", ""), "silent": ("", "", ""),
    }  # fmt: skip


def test_a_wrong_state_role_or_row_is_told_where_it_stands(tmp_path: Path, reference: Reference) -> None:
    shop = {
        "subject": "one",
        "subject_kind": "activity",
        "stakeholder_kind": "business",
        "note": "A shop of tests",
    }
    found = written(
        tmp_path,
        activities=[
            {"activity_key": "one", "edition": "NA-1", "kind": "other", "title": "T", "state": "dreamt"}
        ],
        stakeholders=[{**shop, "role": "slept"}],
    )
    assert {(p.column, p.code) for p in check_collected(found)} >= {
        ("state", "unknown_code"), ("role", "unknown_code"),
    }  # fmt: skip
    wrong = settled_by(
        reference,
        activity_states=[
            {"activity_key": "one", "state": "hoped", "step": "flew", "joint": "perhaps"},
            {"activity_key": "nobody", "state": "done"},
        ],
        stakeholder_roles=[
            {**shop, "role": "heard"}, {**shop, "note": "Another shop", "role": "met"},
        ],
        left_out_activities=[{"activity_key": "no-such"}],
        same_events=[{"activity_key": "one", "same_as": "no-such"}],
    )  # fmt: skip
    problems = settled_problems(found, wrong)
    assert {(p.table.removeprefix("reference/"), p.row, p.column) for p in problems} == {
        ("activity_states.csv", 2, "state"), ("activity_states.csv", 2, "step"),
        ("activity_states.csv", 2, "joint"), ("activity_states.csv", 3, "activity_key"),
        ("stakeholder_roles.csv", 2, "role"), ("stakeholder_roles.csv", 3, "note"),
        ("left_out_activities.csv", 2, "activity_key"), ("same_events.csv", 2, "same_as"),
    }  # fmt: skip


def test_files_without_the_columns_that_came_later_are_whole(tmp_path: Path) -> None:
    found = written(tmp_path, activities=[{"activity_key": "one", "title": "T", "kind": "other"}])
    path = tmp_path / "unit" / "activities.csv"
    lines = [line.rpartition(",")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "state" not in lines[0]
    (row,) = read(tmp_path).rows("activities")
    assert row["state"] == "" and row["title"] == found.rows("activities")[0]["title"]
    # Any other column is still missed.
    path.write_text("\n".join(line.rpartition(",")[0] for line in lines) + "\n", encoding="utf-8")
    (problem,) = read(tmp_path).problems
    assert (problem.code, problem.column) == (Code.MISSING_COLUMN, "source_url")


def test_what_is_left_out_and_what_names_no_theme_is_accounted_for(
    tmp_path: Path, reference: Reference
) -> None:
    row = {"edition": "NA-1", "kind": "other", "title": "T", "source_url": f"{URL}; {URL}/2"}
    found = written(
        tmp_path,
        activities=[
            {**row, "activity_key": "before", "themes": "mobility"},
            {**row, "activity_key": "format", "themes": "results; mobility"},
        ],
    )
    known = settled_by(reference, left_out_activities=[{"activity_key": "before", "reason": "a forerunner"}])
    part = activities(found, known, canonical_activities(found, known)[1])
    assert [activity["activity_id"] for activity in part.tables["activities"]] == ["format"]
    assert [theme["label"] for theme in part.tables["activity_themes"]] == ["mobility"]
    aside = [(entry.part, entry.origin.row, entry.reason) for entry in part.entries if entry.set_aside]
    assert aside == [
        ("row", 2, "a forerunner"), ("themes", 2, "a forerunner"), ("source_url", 2, "a forerunner"),
        ("source_url", 2, "a forerunner"), ("themes", 3, "the label names no theme"),
    ]  # fmt: skip
    assert part.problems == [], "a label that names no theme is known, so it is no problem"


def test_a_role_comes_from_the_reviewed_line_only(tmp_path: Path, reference: Reference) -> None:
    row = {"subject": "NA-1-x", "subject_kind": "activity", "stakeholder_kind": "business", "source_url": URL}
    found = written(
        tmp_path,
        activities=[{"activity_key": "NA-1-x", "edition": "NA-1", "kind": "other", "title": "T"}],
        stakeholders=[{**row, "note": "A shop, visited"}, {**row, "note": "A mill, named in the text"}],
    )
    line = {"subject": "NA-1-x", "stakeholder_kind": "business", "note": "A shop, visited", "role": "visited"}
    known = settled_by(reference, stakeholder_roles=[line])
    part = stakeholders(found, known, Subjects(found, known, {"NA-1-x": "NA-1-x"}))
    assert [row["role"] for row in part.tables["stakeholders"]] == ["visited", ""]


def test_one_network_of_two_names_and_a_name_that_nobody_uses(tmp_path: Path, reference: Reference) -> None:
    place = {"edition": "AA-3", "place": "Testville", "country": "PT", "side": "EU", "source_url": URL}
    found = written(
        tmp_path,
        network=[
            {**place, "thematic_network": "Harbours"},
            {**place, "thematic_network": "Harbours of tests"},
        ],
    )
    name = {"edition": "AA-3", "label": "Harbours of tests", "name": "Harbours"}
    known = settled_by(reference, network_names=[name, {**name, "edition": "LAC-3"}])
    part = networks(found, known, {("Testville", "PT"): "testville-pt"})
    assert [row["network_id"] for row in part.tables["thematic_networks"]] == ["aa-3-harbours"]
    assert [(p.table, p.row, p.code) for p in part.unmet] == [
        ("reference/network_names.csv", 3, "unknown_code")
    ]
    assert part.problems == []


def test_one_total_of_one_page_is_one_and_of_two_pages_two(tmp_path: Path) -> None:
    total = {
        "edition": "ALL-1", "indicator": "cities", "value": "155", "qualifier": "exact", "source_url": URL,
    }  # fmt: skip
    found = written(
        tmp_path,
        figures=[
            {**total, "note": "read first"},
            {**total, "as_of": "2020-02", "note": "read again"},
            {**total, "source_url": "https://example.org/other"},
            {**total, "value": "165"},
        ],
    )
    part = reported_figures(found)
    rows = part.tables["reported_figures"]
    assert [(row["value"], row["as_of"]) for row in rows] == [("155", "2020-02"), ("155", ""), ("165", "")]
    assert rows[0]["note"] == "read first / read again"
    assert len({row["figure_id"] for row in rows}) == 3
    assert [(entry.origin.row, entry.merged) for entry in part.entries if entry.merged] == [(3, 1)]
