"""Sources: what each supports in numbers, and how they are searched."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.sources import source_list
from iurc_dash.metrics.sources import FACT_KEYS, source_records
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection
from iurc_dash.tables import FACT_TABLES, key_columns

ALL = Selection()


def found(search: str) -> set[str]:
    return set(source_list(artificial_dataset(), ALL, search).rows.get("sources", ()))


def test_every_source_that_something_rests_on_is_listed_most_used_first() -> None:
    exhibit = source_list(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert len(exhibit.table.frame) == len(exhibit.rows["sources"]) == 12
    assert "never-cited" not in exhibit.rows["sources"]
    assert exhibit.rows["sources"][0] == "page-na-1"
    assert exhibit.finding == (
        "The rows shown rest on 12 sources; Testing House published 10, more than any other."
    )


def test_what_a_source_supports_is_counted_as_readers_count() -> None:
    support = source_list(artificial_dataset(), ALL).table.frame.set_index("url")["supports"]
    # A pairing and its members are one thing.
    assert (
        support["https://example.org/jp-1"] == "1 pairing, 1 activity, 1 link to a goal or agenda, 1 edition"
    )
    assert support["https://example.net/group"] == "1 pairing"
    assert support["https://example.org/na-1"].startswith(
        "2 pairings, 4 activities, 4 links to goals or agendas"
    )


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("RESULTATS sao", {"post-results"}),
        ("gazette", {"post-results", "post-group"}),
        ("kick-off", {"post-kick-off"}),
        # The address and what a page was read for are searched too.
        ("example.net/group", {"post-group"}),
        ("trio", {"post-results"}),
        ("  ", {record.source_id for record in source_records(artificial_dataset())}),
        ("gazette kick-off", set()),
        ("never", set()),
    ],
)
def test_search_finds_every_word_whatever_accents_and_capitals(search: str, expected: set[str]) -> None:
    assert found(search) == expected


def test_findings_of_a_search_and_of_nothing() -> None:
    assert (
        source_list(artificial_dataset(), ALL, "kick-off").finding == "1 of 12 sources has “kick-off” in it."
    )
    assert (
        source_list(artificial_dataset(), ALL, "gazette").finding == "2 of 12 sources have “gazette” in them."
    )
    assert source_list(artificial_dataset(), ALL, " xyzzy ").finding == "No source has “xyzzy” in it."
    nothing = source_list(empty_dataset(), ALL, "xyzzy")
    assert nothing.finding == "No source matches."
    assert nothing.table.frame.empty and nothing.table.columns
    assert source_list(one_row_dataset(), ALL).finding == (
        "The rows shown rest on 2 sources, all published by Testing House."
    )


def test_the_keys_of_fact_rows_are_those_of_the_tables() -> None:
    # Kept in two places, as tables/ is slow to import on the way to a page.
    for table_name, columns in FACT_KEYS.items():
        assert list(columns) == list(key_columns(table_name))
    assert set(FACT_KEYS) == set(FACT_TABLES)


@pytest.mark.parametrize("selection", [ALL, Selection(phases=("3",)), Selection(regions=("LAC",))], ids=str)
def test_recorded_sources_are_those_that_row_sources_names(selection: Selection) -> None:
    dataset = recorded_dataset()
    narrowed = narrow(dataset, selection)
    present = {
        (name, "|".join(key))
        for name, columns in FACT_KEYS.items()
        for key in zip(*(narrowed[name][column] for column in columns), strict=True)
    }
    cited = dataset["row_sources"]
    rows = zip(cited["table_name"], cited["row_id"], cited["source_id"], strict=True)
    expected = {source for name, row, source in rows if (name, row) in present}
    assert set(source_list(dataset, selection).rows["sources"]) == expected
