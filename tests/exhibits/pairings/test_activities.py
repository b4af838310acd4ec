"""What happened in one pairing: along time, in a list, in a sentence."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Timeline
from iurc_dash.quantities import Stated
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


def test_they_are_listed_oldest_first_and_undated_last() -> None:
    dataset = artificial_dataset()
    dataset = dataset.with_tables(activities=dataset["activities"].assign(state=""))
    exhibit = activities(GROUP, dataset)
    assert said(exhibit) == "One dated activity is recorded: 15 June 2022. 1 more has no date."
    assert exhibit.table.keys == ("lac-2-bilateral-meeting", "lac-2-pilot")
    assert exhibit.table.line("lac-2-pilot")["when"] == ("", "")
    assert exhibit.table.line("lac-2-bilateral-meeting")["countries"] == ("DE", "BR")
    assert {"undated", "recorded_only"} <= set(exhibit.cautions)


def test_what_is_only_planned_has_a_lane_of_its_own() -> None:
    exhibit = activities(FIRST, with_dates("2018", "2019", "2020", planned=1))
    form = exhibit.form
    assert isinstance(form, Timeline)
    lanes = {span.key: span.lane for span in form.spans}
    ahead = next(record for record in exhibit.table if record["state"] == "planned").key
    assert form.lanes[-1].label == "Only planned or proposed"
    assert lanes[ahead] == form.lanes[-1].key and list(lanes.values()).count(lanes[ahead]) == 1
    assert not next(column for column in exhibit.table.columns if column.key == "state").hidden


def test_the_years_of_the_phase_stand_in_where_no_source_dates_a_pairing_and_the_mark_says_so() -> None:
    form = activities(GROUP).form
    assert isinstance(form, Timeline)
    own = form.spans[0]
    assert (own.start, own.end, own.assumed, own.open_end) == ("2021", "2023", True, False)
    assert own.row == ("phases", "2")
    opened = activities(GROUP).quantity("pairing/pairing")
    assert isinstance(opened, Stated) and opened.row == ("phases", "2")


def test_a_pairing_that_runs_has_an_open_end() -> None:
    form = activities("na-3-testville-placeholder").form
    assert isinstance(form, Timeline)
    assert (form.spans[0].start, form.spans[0].open_end, form.spans[0].assumed) == ("2024-05-17", True, False)
    assert form.bands[0].end_year == 2027, "to the end of the year of the data"


def test_an_activity_of_which_only_the_end_is_known_stands_there() -> None:
    dataset = one_row_dataset()
    ended = dataset.with_tables(activities=dataset["activities"].assign(start_date="", end_date="2018-02"))
    form = activities(FIRST, ended).form
    assert isinstance(form, Timeline)
    assert (form.spans[1].start, form.spans[1].end) == ("2018-02", "")


@pytest.mark.slow
def test_every_recorded_pairing_shows_all_its_activities() -> None:
    dataset = recorded_dataset()
    links = dataset["activity_pairings"]
    for key in dataset["pairings"]["pairing_id"]:
        listed = set(activities(key, dataset).table.keys)
        assert listed == set(links.loc[links["pairing_id"] == key, "activity_id"])
