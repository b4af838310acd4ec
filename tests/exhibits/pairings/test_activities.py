"""What happened in one pairing: one list along time, and a sentence."""

from __future__ import annotations

import pandas as pd
import pytest
from artificial import artificial_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Listing
from iurc_dash.tabular import NOT_APPLICABLE
from iurc_dash.view import view_of

TRIO, GROUP, FIRST = "na-2-testville-sampleton-demo-city", "lac-2-group-of-five", "na-1-testville-demo-city"
THREE = ("na-1-kick-off", "na-1-study-visit", "na-1-action-plan")


def activities(pairing: str, dataset: Dataset | None = None) -> Exhibit:
    exhibit = make(view_of(dataset or artificial_dataset()), "pairings/activities", pairing=pairing)
    assert_sound(exhibit)
    return exhibit


def with_dates(*dates: str, planned: int = 0) -> Dataset:
    """The first pairing with so many activities, on these dates; so many of the last only planned."""
    dataset = artificial_dataset()
    table = dataset["activities"]
    kept = table[table["activity_id"].isin(THREE[: len(dates)])].copy()
    states = ["done"] * (len(dates) - planned) + ["planned"] * planned
    kept = kept.assign(start_date=list(dates), end_date="", state=states)
    links = dataset["activity_pairings"]
    of_first = links["activity_id"].isin(THREE[: len(dates)]) & (links["pairing_id"] == FIRST)
    return dataset.with_tables(
        activities=kept,
        activity_pairings=links[of_first],
        activity_editions=dataset["activity_editions"].iloc[:0],
        activity_themes=dataset["activity_themes"].iloc[:0],
        stakeholders=dataset["stakeholders"].iloc[:0],
        row_sources=dataset["row_sources"].iloc[:0],
    )


@pytest.mark.parametrize(
    ("dates", "planned", "finding"),
    [
        ((), 0, "No activity of this pairing is recorded."),
        (("",), 0, "One activity is recorded, without a date."),
        (("", ""), 0, "2 activities are recorded, none with a date."),
        (("2018",), 0, "One dated activity is recorded: 2018."),
        (("2018", "2019-05"), 0, "2 dated activities are recorded: 2018 to May 2019."),
        # A year has no way to a day of it.
        (("2017", "2017-10-28"), 0, "2 dated activities are recorded: 2017."),
        (("2018", "", ""), 0, "One dated activity is recorded: 2018. 2 more have no date."),
        (
            ("2018", "2019"),
            1,
            "One dated activity is recorded: 2018. 1 more is only planned or proposed, and not counted.",
        ),
        (
            ("2018", "2019", ""),
            2,
            "One dated activity is recorded: 2018. 2 more are only planned or proposed, and not counted.",
        ),
        (("2018",), 1, "No activity is recorded as done; one is only planned or proposed."),
        (("2018", "2019"), 2, "No activity is recorded as done; 2 are only planned or proposed."),
    ],
)
def test_what_is_said(dates: tuple[str, ...], planned: int, finding: str) -> None:
    assert said(activities(FIRST, with_dates(*dates, planned=planned))) == finding


def test_one_list_has_start_and_end_of_the_pairing_its_activities_and_pages_about_it_oldest_first() -> None:
    exhibit = activities(FIRST)
    assert isinstance(exhibit.form, Listing)
    assert exhibit.table.keys == (
        "na-1-kick-off",
        f"{FIRST}-start",
        "na-1-study-visit",
        "na-1-action-plan",
        f"{FIRST}-end",
    )
    start, end = (exhibit.table.line(f"{FIRST}-{which}") for which in ("start", "end"))
    assert (start["when"], end["when"]) == (("2017-12", ""), ("", "2020"))
    assert start.row == end.row == ("pairings", FIRST)
    # A pairing takes place nowhere and is neither done nor planned: nothing is missing there.
    assert start["place"] is start["state"] is NOT_APPLICABLE


def test_undated_ones_come_last_and_a_page_stands_where_it_was_published() -> None:
    dataset = artificial_dataset()
    dataset = dataset.with_tables(activities=dataset["activities"].assign(state=""))
    exhibit = activities(GROUP, dataset)
    assert said(exhibit) == (
        "One dated activity is recorded: 15 June 2022. 1 more has no date. "
        "One dated page tells of the pairing itself."
    )
    assert exhibit.table.keys[-1] == "lac-2-pilot"
    assert exhibit.table.line("lac-2-pilot")["when"] == ("", "")
    assert exhibit.table.line("lac-2-bilateral-meeting")["countries"] == ("DE", "BR")
    (news,) = (line for line in exhibit.table if line.row is not None and line.row.table == "sources")
    assert news["kind"] == "News item" and news["sources"] == (news.key,)
    assert {"undated", "recorded_only"} <= set(exhibit.cautions)


def test_a_page_that_an_activity_rests_on_does_not_stand_there_twice() -> None:
    dataset = artificial_dataset()
    (page,) = (line.key for line in activities(GROUP, dataset).table if line["kind"] == "News item")
    cited = (
        dataset["row_sources"]
        .iloc[:1]
        .assign(table_name="activities", row_id="lac-2-bilateral-meeting", source_id=page)
    )
    twice = dataset.with_tables(row_sources=pd.concat([dataset["row_sources"], cited]))
    exhibit = activities(GROUP, twice)
    assert page not in exhibit.table.keys and "page" not in exhibit.more
    assert page in exhibit.table.line("lac-2-bilateral-meeting")["sources"]  # type: ignore[operator]


def test_what_is_only_planned_says_so_and_the_step_is_shown_where_there_is_any() -> None:
    exhibit = activities(FIRST, with_dates("2018", "2019", "2020", planned=1))
    states = {line.key: line["state"] for line in exhibit.table if line["state"] is not NOT_APPLICABLE}
    assert sorted(states.values()) == ["done", "done", "planned"]  # type: ignore[type-var]
    hidden = {column.key: column.hidden for column in exhibit.table.columns}
    assert not hidden["state"] and not hidden["step"]
    assert exhibit.table.line("na-1-action-plan")["step"] == "planned together"
    jp = activities("jp-1-mockholm-prototype")
    assert next(column for column in jp.table.columns if column.key == "step").hidden


def test_a_pairing_without_dates_and_activities_has_no_list() -> None:
    bare = artificial_dataset()
    bare = bare.with_tables(
        pairings=bare["pairings"].assign(start_date="", end_date=""),
        activity_pairings=bare["activity_pairings"].iloc[:0],
        row_sources=bare["row_sources"].iloc[:0],
    )
    exhibit = activities(FIRST, bare)
    assert exhibit.is_empty and exhibit.finding == "No activity of this pairing is recorded."
    assert activities(FIRST, with_dates()).finding == "No activity of this pairing is recorded."
    assert not activities(FIRST, with_dates()).is_empty, "its start and end stand there"


def test_an_activity_of_which_only_the_end_is_known_stands_there() -> None:
    dataset = one_row_dataset()
    ended = dataset.with_tables(activities=dataset["activities"].assign(start_date="", end_date="2018-02"))
    keys = activities(FIRST, ended).table.keys
    ((activity),) = dataset["activities"]["activity_id"]
    assert keys.index(activity) == keys.index(f"{FIRST}-start") + 1


@pytest.mark.slow
def test_every_recorded_pairing_shows_all_its_activities() -> None:
    dataset = recorded_dataset()
    links = dataset["activity_pairings"]
    for key in dataset["pairings"]["pairing_id"]:
        lines = [line.row for line in activities(key, dataset).table if line.row is not None]
        listed = [row.key for row in lines if row.table == "activities"]
        assert sorted(listed) == sorted(links.loc[links["pairing_id"] == key, "activity_id"])
