"""The rows behind a mark: each with its name, its edition, its sources; exactly those that the mark counts."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import made
from exhibit_checks import assert_sound, exhibits_of, known_keys, recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.record.rows import rows_table
from iurc_dash.exhibits.register import ExhibitError, entries, make
from iurc_dash.quantities import Row, Stated
from iurc_dash.selection import Selection
from iurc_dash.tables.keys import KEYS
from iurc_dash.tabular import NOT_APPLICABLE, Line, Table
from iurc_dash.view import view_of

ID = "record/rows"


def table_of(table: str, *keys: str) -> Table:
    dataset = artificial_dataset()
    return rows_table(view_of(dataset), {table: keys or tuple(sorted(known_keys(dataset, table)))})


def line_of(table: str, key: str) -> dict[str, object]:
    return dict(table_of(table, key).line(f"{table}/{key}").cells)


# What totals are held against is of our own making, refers to no row, and no mark opens it.
@pytest.mark.parametrize("table", [table for table in KEYS if table != "comparisons"])
def test_every_row_is_named_by_what_it_refers_to(table: str) -> None:
    dataset = artificial_dataset()
    columns = {column.key: column for column in table_of(table).columns}
    sourced = set(dataset["row_sources"].query("table_name == @table")["row_id"])
    for line in table_of(table):
        assert line["what"] == table and line.row is not None and line.row.key in known_keys(dataset, table)
        assert_refers(line, columns, dataset)
        if line.row.key in sourced:
            assert line["source"] == line["sources"][0]  # type: ignore[index]


def assert_refers(line: Line, columns: dict[str, object], dataset: object) -> None:
    """A reference is a key of the table that its column names, and something says what the row is."""
    named = []
    for key, cell in line.cells.items():
        column = columns[key]
        if column.kind == "reference" and cell is not NOT_APPLICABLE and cell:  # type: ignore[attr-defined]
            assert cell in known_keys(dataset, column.vocabulary), (key, cell)  # type: ignore[arg-type, attr-defined]
            named.append(key)
    assert named, line.key


def test_a_link_to_a_goal_says_goal_basis_and_subject() -> None:
    cells = line_of("contributions", "c-01")
    assert cells["goal"] == "sdg-12" and cells["basis"] == "stated" and cells["agenda"] == "sdg"
    assert cells["pairing"] == "na-1-testville-demo-city" and cells["note"] == "Named on the page."
    assert cells["edition"] == "NA-1" and cells["phase"] == "1" and cells["region"] == "NA"
    # An agenda as a whole is no goal that was not recorded; a theme and the programme have no edition.
    whole = line_of("contributions", "c-08")
    assert whole["goal"] is NOT_APPLICABLE and whole["activity"] == "all-1-conference"
    assert line_of("contributions", "c-10")["edition"] == "NA-2"
    assert line_of("contributions", "c-11")["edition"] is NOT_APPLICABLE
    assert line_of("contributions", "c-12")["theme"] == "circular-economy"


def test_members_participants_totals_and_notes() -> None:
    member = line_of("pairing_members", "na-1-testville-demo-city|testville-pt")
    assert (member["place"], member["pairing"], member["edition"]) == (
        "testville-pt",
        "na-1-testville-demo-city",
        "NA-1",
    )
    participant = line_of("network_members", "m-7")
    assert participant["network"] == "" and participant["place"] == "networkstead-nl"
    total = line_of("reported_figures", "f-3")["value"]
    assert isinstance(total, Stated) and total.value == 20 and total.row == Row("reported_figures", "f-3")
    assert line_of("gaps", "na-1-missing-1")["note"]
    assert line_of("stakeholders", "s-4")["activity"] == "na-1-kick-off"


def test_rows_of_several_tables_stand_in_one_table_each_under_its_own_columns() -> None:
    view = view_of(artificial_dataset())
    table = rows_table(view, {"pairings": ("jp-1-mockholm-prototype",), "activities": ("na-1-kick-off",)})
    pairing, activity = table
    assert pairing["pairing"] == "jp-1-mockholm-prototype" and pairing["activity"] is NOT_APPLICABLE
    assert activity["activity"] == "na-1-kick-off" and activity["pairing"] is NOT_APPLICABLE
    assert activity["sources"] == ("page-na-1", "post-kick-off")
    # Only what some row has something for is a column.
    assert not {"goal", "place", "value"} & {column.key for column in table.columns}


def test_an_activity_is_of_the_edition_that_it_is_counted_under() -> None:
    view = view_of(artificial_dataset(), Selection(regions=("LAC",)))
    (line,) = rows_table(view, {"activities": ("all-1-conference",)})
    assert line["edition"] == "LAC-1"


def test_only_lines_that_are_looked_at_are_made() -> None:
    made_lines: list[str] = []
    table = table_of("activities")
    make_line = table._make
    table._make = lambda key: (made_lines.append(key), make_line(key))[1]  # type: ignore[method-assign, func-returns-value]
    assert len(table) == 16 and not made_lines
    table.line(table.keys[3])
    assert made_lines == [table.keys[3]]


def asked(exhibit: Exhibit, mark: str) -> Exhibit:
    parameters = {"exhibit": exhibit.id, "mark": mark, "asked": urlencode(exhibit.parameters)}
    return make(exhibit.view, ID, **{name: value for name, value in parameters.items() if value})


@pytest.mark.slow
@pytest.mark.parametrize(
    "selection", [Selection(), Selection(phases=("2",)), Selection(regions=("NA",))], ids=str
)
def test_any_mark_of_any_exhibit_opens_exactly_the_rows_it_counts(selection: Selection) -> None:
    view = view_of(artificial_dataset(), selection)
    for exhibit in exhibits_of(view):
        for mark in ("", *exhibit.marks, *exhibit.table_marks):
            opened = asked(exhibit, mark)
            shown = [line.row for line in opened.table]
            rows = [Row(table, key) for table, keys in exhibit.rows(mark).items() for key in keys]
            assert shown == rows, (exhibit.id, mark)
            assert opened.is_empty == (not rows)
            assert opened.finding.endswith(".")


def test_what_is_opened_is_said_with_its_number() -> None:
    def said(id: str, mark: str, dataset: object = None, **chosen: tuple[str, ...]) -> str:
        return asked(made(artificial_dataset(), id, **chosen), mark).finding

    assert said("overview/regions", "NA/1") == "North America, Phase 1: 2 pairings."
    assert said("overview/regions", "JP/1") == "Japan, Phase 1: 1 pairing."
    assert said("overview/regions", "") == "In all: 7 pairings."
    # Japan had no part in phase 2: there is nothing to open, and that is no zero.
    assert said("overview/regions", "JP/2") == "Japan, Phase 2: nothing is recorded."
    assert said("record/reported", "table:f-6/value") == "Total as published: 1,500,000."
    assert asked(made(empty_dataset(), "overview/regions"), "").is_empty


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({}, "“record/rows” needs “exhibit”."),
        ({"exhibit": "no/such"}, "There is no exhibit “no/such”."),
        ({"exhibit": "../etc"}, "There is no exhibit “../etc”."),
        ({"exhibit": "overview/regions", "mark": "XX/1"}, "“overview/regions” has no mark “XX/1”."),
        ({"exhibit": "overview/regions", "asked": "a=b"}, "“overview/regions” takes no parameter “a”."),
        (
            {"exhibit": "record/sources", "asked": "&&search"},
            "“&&search” cannot be read; write “name=value”, several joined by “&”.",
        ),
        (
            {"exhibit": "record/sources", "asked": "search=a&search=b"},
            "“search=a&search=b” cannot be read; write “name=value”, several joined by “&”.",
        ),
        (
            {"exhibit": "record/sources", "asked": "=a"},
            "“=a” cannot be read; write “name=value”, several joined by “&”.",
        ),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_sentence(parameters: dict[str, str], sentence: str) -> None:
    with pytest.raises(ExhibitError) as told:
        make(view_of(artificial_dataset()), ID, **parameters)
    assert str(told.value) == sentence


def test_parameters_of_the_exhibit_are_kept() -> None:
    sources = made(artificial_dataset(), "record/sources", parameters={"search": "gazette", "publisher": ""})
    opened = asked(sources, "")
    assert [line["source"] for line in opened.table] == ["post-results", "post-group"]
    assert opened.parameters["asked"] == "search=gazette"


def test_recorded_rows_and_one_row_are_sound() -> None:
    for dataset in (recorded_dataset(), one_row_dataset()):
        assert_sound(asked(made(dataset, "overview/key-figures"), ""))
    assert ID in entries()
