"""Sources: those of what is shown alone, what each supports, and how they are searched."""

from __future__ import annotations

import pytest
from artificial import (
    EDITIONS,
    SOURCES,
    artificial_dataset,
    empty_dataset,
    frame,
    one_row_dataset,
    with_activities,
)
from artificial_pairings import made
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import ExhibitError
from iurc_dash.metrics.sources import source_records
from iurc_dash.quantities import Count
from iurc_dash.view import view_of

ID = "record/sources"


def listed(**parameters: str) -> Exhibit:
    return made(artificial_dataset(), ID, parameters=parameters)


def test_every_source_that_something_rests_on_is_listed_most_used_first() -> None:
    exhibit = listed()
    assert_sound(exhibit)
    assert len(exhibit.table) == 12 and exhibit.table.keys[0] == "page-na-1"
    assert "never-cited" not in exhibit.table.keys
    # Ten of twelve by one publisher: too few sources to speak of more than any other.
    assert exhibit.finding == "What is shown rests on 12 sources."


def test_what_a_source_supports_opens_its_rows() -> None:
    line = listed().table.line("page-jp-1")
    counts = {key: cell.value for key, cell in line.cells.items() if isinstance(cell, Count)}
    # A pairing and its members are one thing: with a link to a goal and the programme in the region that is four.
    assert counts == {"pairings": 1, "activities": 1, "supports": 4}
    assert line["address"] == "https://example.org/jp-1"
    assert listed().rows("table:post-group/pairings") == {"pairings": ("lac-2-group-of-five",)}


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("RESULTATS sao", {"post-results"}),
        ("gazette", {"post-results", "post-group"}),
        ("kick-off", {"post-kick-off"}),
        # The address and what a page was read for are searched too.
        ("example.net/group", {"post-group"}),
        ("trio", {"post-results"}),
        ("  ", {record.source_id for record in source_records(view_of(artificial_dataset()))}),
        ("gazette kick-off", set()),
        ("never", set()),
    ],
)
def test_search_finds_every_word_whatever_accents_and_capitals(search: str, expected: set[str]) -> None:
    assert set(listed(search=search).table.keys) == expected


def test_a_publisher_is_chosen_among_those_in_view() -> None:
    exhibit = listed(publisher="Gazette of Samples")
    assert set(exhibit.table.keys) == {"post-results", "post-group"}
    assert exhibit.finding == "Gazette of Samples published 2 of 12 sources."
    with pytest.raises(ExhibitError, match="publisher “Nobody”"):
        listed(publisher="Nobody")


@pytest.mark.parametrize(
    ("search", "finding"),
    [
        ("kick-off", "1 of 12 sources has “kick-off” in it."),
        ("gazette", "2 of 12 sources have “gazette” in them."),
        (" xyzzy ", "No source has “xyzzy” in it."),
    ],
)
def test_findings_of_a_search(search: str, finding: str) -> None:
    assert listed(search=search).finding == finding


def test_one_two_and_none() -> None:
    nothing = made(empty_dataset(), ID, parameters={"search": "xyzzy"})
    assert nothing.finding == "No source matches."
    assert nothing.is_empty and nothing.table.columns
    assert made(one_row_dataset(), ID).finding == (
        "What is shown rests on 2 sources, all published by Testing House."
    )
    single = one_row_dataset()["row_sources"]
    one = one_row_dataset().with_tables(row_sources=single[single["source_id"] == "page-na-1"])
    assert made(one, ID).finding == "What is shown rests on 1 source."


def test_a_publisher_leads_only_where_chance_is_left_behind() -> None:
    publishers = ["Testing House", "Gazette of Samples"]
    mixed = [(*row[:3], publishers[number % 2], *row[4:]) for number, row in enumerate(SOURCES)]
    dataset = artificial_dataset().with_tables(sources=frame("sources", mixed))
    assert made(dataset, ID).finding == "What is shown rests on 12 sources."
    cited = [("activities", f"na-1-{number}", f"post-{number}") for number in range(24)]
    posts = [
        (key, f"https://example.org/{key}", "A post", publishers[number > 17], "", "")
        for number, (*_row, key) in enumerate(cited)
    ]
    activities = [dict(start_date="2018", kind="webinar") for _row in cited]
    many = with_activities(*activities).with_tables(
        editions=frame("editions", EDITIONS),
        sources=frame("sources", posts),
        row_sources=frame(
            "row_sources", [("activities", f"a{number}", key) for number, (*_row, key) in enumerate(cited, 1)]
        ),
    )
    assert made(many, ID).finding == (
        "What is shown rests on 24 sources; Testing House published 18 of 24 (75%), more than any other."
    )


def test_one_country_is_not_given_the_sources_of_whole_programmes() -> None:
    whole = made(recorded_dataset(), ID)
    of_one = made(recorded_dataset(), ID, countries=("SI",))
    assert len(of_one.table) < 20 < len(whole.table)
    assert of_one.finding == f"What is shown rests on {len(of_one.table)} sources."
    # A goal that nothing is linked to rests on nothing, though the programme's own pages are many.
    assert made(artificial_dataset(), ID, goals=("sdg-1",)).finding == "No source matches."
    # Phase and region narrow editions, networks and totals too, so these count there.
    of_phase = set(made(artificial_dataset(), ID, phases=("3",)).table.keys)
    assert of_phase == {"page-na-3", "page-all-3"}


def test_recorded_sources_are_those_that_rows_name() -> None:
    cited = set(recorded_dataset()["row_sources"]["source_id"])
    assert set(made(recorded_dataset(), ID).table.keys) == cited
