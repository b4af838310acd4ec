"""Files hold values and not words, say what they are, and are no danger to who opens them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from artificial import artificial_dataset
from hand_made import COLUMNS, exhibit, line, pairings, table, total, view
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.dataset import Dataset, Release
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Prose
from iurc_dash.quantities import NOTHING, Row, Share, Stated
from iurc_dash.render.data import exhibit_csv, exhibit_json, exhibit_text, exhibit_zip, file_name
from iurc_dash.selection import Selection
from iurc_dash.tabular import NOT_APPLICABLE, Column, Line, Table
from iurc_dash.view import view_of

PAIRING = "jp-1-mockholm-prototype"


def a_line(**more: object) -> Line:
    return line(
        PAIRING,
        count=pairings(7),
        share=Share(pairings(1), pairings(7)),
        start="2019-12",
        period=("2021", "2023-12"),
        kind="study visit",
        themes=("mobility", "energy-transition-x"),
        phase="1",
        sources=("page-na-2", "page-lac-2"),
        **more,
    )


def csv_rows(of: Exhibit) -> list[dict[str, str]]:
    text = exhibit_csv(of).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_cells_are_values_and_lists_are_whole() -> None:
    (row,) = csv_rows(exhibit(view(), table(a_line())))
    assert row == {
        "Name": "Mockhölm – Prototype",
        "Name (key)": PAIRING,
        "Count": "7",
        "Share": "0.1429",
        "Start": "2019-12",
        "Period, from": "2021",
        "Period, to": "2023-12",
        "Kind": "Study visit",
        "Kind (code)": "study visit",
        "Themes": row["Themes"],
        "Themes (key)": "mobility; energy-transition-x",
        "Note": "",
        "Phase": "Phase 1",
        "Phase (key)": "1",
        "Sources": "https://example.org/na-2; https://example.org/lac-2",
        "Sources (key)": "page-na-2; page-lac-2",
    }
    assert row["Themes"].split("; ")[1] == "energy-transition-x", "a key without a name is shown as it is"


def test_what_is_not_recorded_and_what_cannot_be_is_blank() -> None:
    blank = line(PAIRING, count=NOT_APPLICABLE, share=Share(NOTHING, NOTHING), themes=(), period=("", ""))
    (row,) = csv_rows(exhibit(view(), table(blank)))
    assert {value for key, value in row.items() if not key.startswith("Name")} == {""}
    said = exhibit_csv(exhibit(view(), table(blank))).decode()
    for word in ("not recorded", "not applicable", "none", "–,", "nan", "None"):
        assert word not in said


def test_a_total_is_called_by_its_name_and_has_no_key() -> None:
    *_lines, last = csv_rows(exhibit(view(), table(a_line(), total(count=pairings(7)))))
    assert (last["Name"], last["Name (key)"], last["Count"], last["Start"]) == ("All", "", "7", "")


def test_stated_values_are_as_they_were_stated() -> None:
    columns = (Column("value", "Value", "number"), Column("when", "When", "date"))
    of = Row("reported_figures", "f")
    shown = Table.of(columns, [Line("f", {"value": Stated(2000.0, of), "when": Stated("2022-05", of)})])
    assert csv_rows(exhibit(view(), shown)) == [{"Value": "2000", "When": "2022-05"}]


STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


@given(st.sampled_from(STARTS), st.text(max_size=20))
def test_no_cell_and_no_header_is_a_formula(start: str, text: str) -> None:
    columns = [replace(column, title=start + column.title) for column in COLUMNS]
    shown = Table.of(columns, [a_line(note=start + text)])
    rows = list(csv.reader(io.StringIO(exhibit_csv(exhibit(view(), shown)).decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell.startswith(STARTS)]
    assert all(cell.startswith("'" + start) for cell in rows[0])


def test_spreadsheets_know_the_letters() -> None:
    assert exhibit_csv(exhibit(view(), table(a_line()))).startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in exhibit_csv(exhibit(view(), table(a_line())))


def test_a_package_holds_the_table_and_says_what_it_is() -> None:
    chosen = view_of(artificial_dataset(), Selection(phases=("2",), regions=("LAC",)))
    of = exhibit(chosen, table(a_line()))
    packed = zipfile.ZipFile(io.BytesIO(exhibit_zip(of)))
    name, readme = packed.namelist()
    assert name == file_name(of, "csv") and readme == "README.txt"
    assert packed.read(name) == exhibit_csv(of)
    said = packed.read(readme).decode()
    for words in (
        "Which letters come up?",
        "Three letters come up.",
        "Selection: Phase 2 · Latin America and the Caribbean",
        "0.0.0-artificial, 1 June 2026 (artificial)",
        "CC BY 4.0",
        "How to cite",
        "Counts are of what public pages show.",
    ):
        assert words in said, words
    assert exhibit_zip(of) == exhibit_zip(of), "the same rows make the same file"


def test_a_package_lists_the_sources_of_what_is_counted() -> None:
    of = make(view(), "themes/clusters")
    readme = zipfile.ZipFile(io.BytesIO(exhibit_zip(of))).read("README.txt").decode()
    assert "https://example.org/na-2" in readme and "16 June 2022" in readme


def test_files_can_be_told_apart() -> None:
    dataset = artificial_dataset()
    chosen = (Selection(), Selection(phases=("2",)), Selection(phases=("2",), stated_only=True))
    names = {file_name(exhibit(view_of(dataset, one), table(), goal=goal), "csv") for one in chosen for goal in ("1", "2")}
    assert len(names) == 6
    assert "iurc-letters-counted-goal-1-phase-2-0.0.0-artificial.csv" in names
    other = Dataset(dataset.tables, Release("2.0", "2027-01-01", "other"))
    assert file_name(exhibit(view_of(other), table()), "zip") == "iurc-letters-counted-2.0.zip"


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_parameter_and_version_makes_a_name_that_every_system_takes(search: str, version: str) -> None:
    dataset = Dataset(artificial_dataset().tables, Release(version, "2027-01-01", "other"))
    name = file_name(exhibit(view_of(dataset), table(), search=search), "csv")
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*\.csv", name) and len(name) <= 160 and ".." not in name


def test_words_of_other_scripts_tell_files_apart() -> None:
    assert file_name(exhibit(view(), table(), search="東京"), "csv") != file_name(
        exhibit(view(), table(), search="大阪"), "csv"
    )


def test_json_has_every_mark_with_its_rows() -> None:
    of = make(view().of(Selection(phases=("2",))), "themes/clusters")
    found = json.loads(json.dumps(exhibit_json(of)))
    assert set(found) == {
        "id",
        "parameters",
        "selection",
        "release",
        "question",
        "finding",
        "more",
        "marks",
        "table",
        "cautions",
        "sources",
    }
    assert found["id"] == "themes/clusters" and found["selection"] == {"phase": ["2"]}
    assert found["release"] == {"version": "0.0.0-artificial", "date": "2026-06-01", "fingerprint": "artificial"}
    marks = {mark["key"]: mark for mark in found["marks"]}
    quantities = {
        key: mark.quantity for key, mark in {**of.marks, **of.table_marks}.items() if mark.quantity is not None
    }
    assert set(marks) == set(quantities)
    for key, mark in marks.items():
        assert mark["rows"] == {table: list(keys) for table, keys in quantities[key].rows.items()}
        if mark["kind"] == "count":
            assert mark["value"] == sum(map(len, mark["rows"].values()))
        assert mark["label"] and {"kind", "unit"} <= set(mark)
    assert marks["mobility/2"]["unit"] == "pairings"
    assert [source["url"] for source in found["sources"]][0].startswith("https://")
    assert found["cautions"][0] == {"key": "recorded_only", "text": found["cautions"][0]["text"]}


def test_json_tells_shares_and_stated_values_and_what_cannot_be() -> None:
    stated = Stated("2022-05", Row("pairings", PAIRING))
    shown = table(line(PAIRING, count=NOT_APPLICABLE, share=Share(pairings(1), pairings(4)), start=stated))
    found = exhibit_json(exhibit(view(), shown))
    marks = {mark["key"]: mark for mark in found["marks"]}
    share, when = marks[f"table:{PAIRING}/share"], marks[f"table:{PAIRING}/start"]
    assert (share["kind"], share["value"], share["rows"]) == ("share", 0.25, {"pairings": ["p0"]})
    assert share["of"] == {"pairings": ["p0", "p1", "p2", "p3"]}
    assert (when["kind"], when["value"], when["rows"]) == ("stated", "2022-05", {"pairings": [PAIRING]})
    (row,) = found["table"]["rows"]
    assert row["key"] == PAIRING and row["row"] == {"table": "pairings", "key": PAIRING}
    cells = row["cells"]
    assert cells["count"] == {"not_applicable": True} and cells["note"] is None and cells["themes"] is None
    assert [column["kind"] for column in found["table"]["columns"]] == [column.kind for column in COLUMNS]


def test_text_says_question_finding_table_cautions_and_sources() -> None:
    of = make(view(), "themes/clusters")
    said = exhibit_text(of).splitlines()
    assert said[:2] == [of.question, of.finding]
    assert any(re.fullmatch(r"Mobility and transport +1 +– +1 +– +0 +– +2", line) for line in said)
    assert "Sources:" in said and "To be careful with:" in said
    prose = exhibit(view(), table(), form=Prose(("It is quiet here.",)))
    assert exhibit_text(prose).splitlines()[2] == "It is quiet here."


def test_what_is_said_beside_a_finding_is_in_every_file() -> None:
    of = make(view(), "themes/clusters")
    assert of.more and of.more not in of.finding and of.more not in of.alt
    assert exhibit_text(of).splitlines()[2] == of.more
    assert exhibit_json(of)["more"] == of.more
    readme = zipfile.ZipFile(io.BytesIO(exhibit_zip(of))).read("README.txt").decode()
    assert readme.splitlines()[1:3] == [of.finding, of.more]


def test_files_speak_the_language_of_their_view() -> None:
    german = view_of(artificial_dataset(), language="de")
    said = exhibit_zip(exhibit(german, table(a_line())))
    readme = zipfile.ZipFile(io.BytesIO(said)).read("README.txt").decode()
    assert "Juni 2026" in readme and "June" not in readme
    # Values are the same in every language.
    assert csv_rows(exhibit(german, table(a_line())))[0]["Share"] == "0.1429"


DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize("kind", ["date", "text"])
@given(DATES)
def test_a_date_stays_as_it_is_written(kind: str, written: str) -> None:
    shown = Table.of([Column("when", "When", kind)], [Line("a", {"when": written})])  # type: ignore[arg-type]
    assert csv_rows(exhibit(view(), shown)) == [{"When": written}]
