"""From collected rows to tables: raw stays raw, merges keep what each row knew, nothing is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from iurc_dash.loaders.build import COLLECTED, PROJECT, REFERENCE
from iurc_dash.loaders.collected import COLLECTED_COLUMNS, Collected, read_collected
from iurc_dash.loaders.collected_checks import collected_problems
from iurc_dash.loaders.ledger import Entry, Ledger
from iurc_dash.loaders.normalise.corrections import apply_corrections
from iurc_dash.loaders.normalise.events import activities, canonical_activities
from iurc_dash.loaders.normalise.gap_rows import gaps
from iurc_dash.loaders.normalise.goals import Subjects, contributions
from iurc_dash.loaders.normalise.networks import network_label, networks
from iurc_dash.loaders.normalise.sources import row_sources, sources
from iurc_dash.loaders.reference import Reference, read_reference
from iurc_dash.problems import DatasetError

COUNTS = {
    "pairings": 154, "members": 332, "activities": 568, "sdg": 239, "agendas": 103, "stakeholders": 101,
    "figures": 134, "sources": 656, "same_events": 26, "editions": 12,
}  # fmt: skip
URL = "https://example.org/page"


@pytest.fixture(scope="module")
def collected() -> Collected:
    return read_collected(PROJECT / COLLECTED)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return read_reference(PROJECT / REFERENCE)


def written(folder: Path, **tables: list[dict[str, str]]) -> Collected:
    """Collected tables of one unit with the given rows, blank where a row says nothing; no others."""
    unit = folder / "unit"
    unit.mkdir(exist_ok=True)
    for name, rows in tables.items():
        columns = COLLECTED_COLUMNS[name]
        lines = [",".join(f'"{row.get(column, "")}"' for column in columns) for row in rows]
        (unit / f"{name}.csv").write_text("\n".join([",".join(columns), *lines]) + "\n", encoding="utf-8")
    return read_collected(folder)


@pytest.mark.parametrize("table", COUNTS)
def test_rows_are_those_counted_by_hand(collected: Collected, table: str) -> None:
    assert len(collected.tables[table]) == COUNTS[table]


def test_subjects_are_those_counted_by_hand(collected: Collected) -> None:
    kinds = [row["subject_kind"] for table in ("sdg", "agendas") for row in collected.rows(table)]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts == {
        "pairing": 223 + 14, "activity": 11 + 22, "theme": 5, "edition": 54, "programme": 13,
    }  # fmt: skip


def test_collected_cells_are_text_and_have_no_problem(collected: Collected) -> None:
    assert "NA-2" in set(collected.tables["editions"]["edition"])
    assert "NA" in set(collected.tables["editions"]["region"]), "NA must not read as missing"
    assert not any(frame.isna().any().any() for frame in collected.tables.values())
    assert collected_problems(collected) == []


def test_a_wrong_header_and_a_strange_file_are_told_together(tmp_path: Path) -> None:
    unit = tmp_path / "unit"
    unit.mkdir()
    (unit / "figures.csv").write_text("edition,indicator,total\nNA-1,pairings,3\n", encoding="utf-8")
    (unit / "activities.csv").write_bytes(",".join(COLLECTED_COLUMNS["activities"]).encode() + b"\n\xe9,")
    (unit / "pairing.csv").write_text("a,b\n", encoding="utf-8")
    (unit / "sources.csv").write_bytes(b"")
    with pytest.raises(DatasetError) as raised:
        read_collected(tmp_path)
    codes = {(problem.table, problem.code, problem.column) for problem in raised.value.problems}
    assert ("unit/figures.csv", "missing_column", "value") in codes
    assert ("unit/figures.csv", "unknown_column", "total") in codes
    assert ("unit/activities.csv", "wrong_encoding", "") in codes
    assert ("unit/pairing.csv", "unknown_file", "") in codes
    assert ("unit/sources.csv", "empty_file", "") in codes
    assert not any(problem.column == "edition" for problem in raised.value.problems)


def test_a_wrong_collected_cell_is_told_at_its_row(tmp_path: Path) -> None:
    good = {"edition": "NA-1", "indicator": "pairings", "value": "3", "qualifier": "exact"}
    found = written(tmp_path, figures=[good, {**good, "value": "twelve", "as_of": "2022-13"}])
    problems = collected_problems(found)
    assert [(p.table, p.row, p.column, p.code) for p in sorted(problems)] == [
        ("unit/figures.csv", 3, "as_of", "wrong_date"),
        ("unit/figures.csv", 3, "value", "wrong_type"),
    ]


def test_a_correction_changes_its_cell_only_and_an_unfit_one_is_told(collected: Collected) -> None:
    fit = {
        "row": "2", "table": "lac/members", "key": "lac-1-cantabria-chihuahua|Chihuahua|MX", "column": "place",
        "expected": "Chihuahua", "corrected": "Chihuahua State", "reason": "", "source": "",
    }  # fmt: skip
    corrected = apply_corrections(collected, Reference({"corrections": [fit, {**fit, "expected": "Gone"}]}))
    assert corrected.count == 1
    assert [problem.code for problem in corrected.problems] == ["correction_does_not_fit"]
    before, after = collected.tables["members"], corrected.collected.tables["members"]
    assert (before["place"] != after["place"]).sum() == 1
    assert before.drop(columns="place").equals(after.drop(columns="place"))


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
    _part, activity_ids = canonical_activities(found)
    part = activities(found, reference, activity_ids)
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
    part = activities(found, reference, canonical_activities(found)[1])
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
    from iurc_dash.loaders.normalise.programme import reported_figures

    cited = row_sources(reported_figures(found).citations, source_ids)
    assert [(p.table, p.row, p.code) for p in cited.problems] == [("unit/figures.csv", 2, "unknown_source")]
    assert "row_sources" not in cited.tables


def test_gap_rows_are_checked_against_the_notes(tmp_path: Path) -> None:
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit" / "gaps.md").write_text("- First note.\n- Second note.\n", encoding="utf-8")
    found = written(tmp_path, pairings=[{"pairing_key": "na-1-a-b", "edition": "NA-1"}])
    row = {
        "row": "2", "unit": "unit", "section": "", "note_number": "1", "starts_with": "First",
        "edition_ids": "NA-1; LAC-1", "subject": "pairings", "kind": "missing", "note": "A note.",
        "pairing_ids": "na-1-a-b",
    }  # fmt: skip
    part = gaps(
        found, Reference({"gaps": [row, {**row, "starts_with": "Third"}, {**row, "note_number": "7"}]})
    )
    assert [problem.code for problem in part.problems] == ["note_changed", "unknown_code", "note_not_covered"]
    assert [gap["edition_id"] for gap in part.tables["gaps"]] == ["NA-1", "LAC-1"]
    assert [gap["gap_id"] for gap in part.tables["gap_pairings"]] == ["unit-note-1-1-na-1"]


def test_a_lost_row_shows_in_the_ledger() -> None:
    ledger = Ledger([Entry("pairings", "row", "unit", 2, kept=1)], {("pairings", "row"): 2})
    assert ledger.gaps({"pairings": 1}, {}), "two rows read and one accounted for"
    ledger = Ledger([Entry("pairings", "row", "unit", 2, kept=1)], {("pairings", "row"): 1})
    assert ledger.gaps({"pairings": 1}, {}) == []
    assert ledger.gaps({"pairings": 0}, {}), "a row accounted for and not made"
