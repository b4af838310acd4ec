"""Activities counted and listed: by time, kind, region and form; what is past and what is to come."""

from __future__ import annotations

from datetime import date

import pytest
from artificial import ACTIVITIES, artificial_dataset, empty_dataset, frame, one_row_dataset
from exhibit_checks import assert_matrix_adds_up, assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.activity import (
    ACTIVITY_GROUPS,
    activities_by_kind_and_phase,
    activities_by_region_and_phase,
    activities_over_time,
    activity_list,
    group_name,
    in_person_and_online,
)
from iurc_dash.forms import Bars, Matrix, Timeline
from iurc_dash.metrics.activities import OUTPUT_KINDS, activity_records
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

ALL = Selection()
TODAY = date(2026, 6, 1)
COUNTS = (
    activities_over_time,
    activities_by_kind_and_phase,
    activities_by_region_and_phase,
    in_person_and_online,
)


def with_activities(*rows: tuple[str, str, str, str, str]) -> Dataset:
    """A dataset of activities: key, edition, kind, start, end."""
    made = [(key, edition, kind, f"Title {key}", s, e, "", "", "", None) for key, edition, kind, s, e in rows]
    return artificial_dataset().with_tables(
        activities=frame("activities", made),
        activity_editions=frame("activity_editions", [(row[0], row[1]) for row in made]),
        activity_pairings=frame("activity_pairings", []),
        activity_themes=frame("activity_themes", []),
    )


def listed(dataset: Dataset, group: str, today: date = TODAY, selection: Selection = ALL) -> list[str]:
    return list(activity_list(dataset, selection, group, today).rows.get("activities", ()))  # type: ignore[arg-type]


def test_activities_over_time_counted_by_hand() -> None:
    exhibit = activities_over_time(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == (
        "2018 had more activities than any other year: 3 of 13 dated; 3 more have no date."
    )
    assert isinstance(exhibit.form, Timeline)
    assert len(exhibit.form.spans) == 13
    spans = {span.key: span for span in exhibit.form.spans}
    # A year stays a year and a month a month.
    assert spans["na-1-study-visit"].start == "2018"
    assert spans["na-1-webinar"].start == "2018-05"
    assert spans["na-1-kick-off"].end == "2017-11-22"
    assert spans["na-2-webinar"].end == ""
    assert "all-2-webinar" not in spans
    assert {"year_only", "undated"} <= set(exhibit.cautions)
    assert len(exhibit.table.frame) == len(exhibit.rows["activities"]) == 16
    # Phase 3 goes on as far as anything recorded does.
    assert [(band.start_year, band.end_year) for band in exhibit.form.bands] == [
        (2016, 2021), (2021, 2024), (2024, 2028),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([("a", "NA-1", "webinar", "", "")], "The one activity recorded has no date."),
        (
            [("a", "NA-1", "webinar", "", ""), ("b", "NA-1", "other", "", "")],
            "None of the 2 activities recorded has a date.",
        ),
        ([("a", "NA-1", "webinar", "2018", "")], "The one dated activity falls in 2018."),
        (
            [("a", "NA-1", "webinar", "2018", ""), ("b", "NA-1", "webinar", "2018-03", "")],
            "All 2 dated activities fall in 2018.",
        ),
        (
            [("a", "NA-1", "webinar", "2018", ""), ("b", "NA-1", "webinar", "2019-03", "")],
            "2018 and 2019 had most activities: 1 each of 2 dated.",
        ),
        # The end alone dates it too.
        ([("a", "NA-1", "webinar", "", "2019-03")], "The one dated activity falls in 2019."),
    ],
)
def test_findings_on_time_for_none_one_and_ties(
    rows: list[tuple[str, str, str, str, str]], finding: str
) -> None:
    exhibit = activities_over_time(with_activities(*rows), ALL)
    assert exhibit.finding == finding
    assert (exhibit.form is None) == all(not start and not end for *_key, start, end in rows)


def test_kinds_by_phase_counted_by_hand() -> None:
    exhibit = activities_by_kind_and_phase(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, Matrix)
    assert exhibit.form.unit_key == "activities"
    assert exhibit.form.rows[0].key == "webinar"
    assert exhibit.form.values[0] == (1, 2, 0)
    assert exhibit.form.column_totals == (8, 6, 2)
    assert exhibit.form.total == len(exhibit.rows["activities"]) == 16
    assert exhibit.finding == "Webinars are most frequent: 3 of 16 activities."
    tied = activities_by_kind_and_phase(artificial_dataset(), Selection(regions=("ALL",)))
    assert tied.finding == "Conferences and webinars are most frequent: 1 each of 2 activities."


def test_regions_by_phase_counted_by_hand() -> None:
    exhibit = activities_by_region_and_phase(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, Matrix)
    assert exhibit.form.unit_key == "activities"
    cells = {row.key: values for row, values in zip(exhibit.form.rows, exhibit.form.values, strict=True)}
    # What several editions recorded is counted once, under the whole programme.
    assert cells == {"NA": (4, 3, 2), "LAC": (2, 2, None), "JP": (1, None, None), "ALL": (1, 1, 0)}
    assert exhibit.finding == "North America has most activities: 9 of 16; 2 belong to the whole programme."
    assert "programme_wide" in exhibit.cautions


def test_a_region_counts_what_it_recorded_of_the_whole_programme() -> None:
    exhibit = activities_by_region_and_phase(artificial_dataset(), Selection(regions=("JP",)))
    assert exhibit.finding == "All 2 activities are in Japan."
    assert set(exhibit.rows["activities"]) == {"jp-1-other", "all-1-conference"}
    whole = activities_by_region_and_phase(artificial_dataset(), Selection(regions=("ALL",)))
    assert whole.finding == "All 2 activities belong to the whole programme."


def test_in_person_and_online_keeps_what_is_not_recorded_apart() -> None:
    exhibit = in_person_and_online(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, Bars)
    values = {series.key: series.values for series in exhibit.form.series}
    assert values == {
        "in person": (2, 0, 1), "hybrid": (0, 1, 0), "online": (2, 2, 0), "not recorded": (1, 0, 0),
    }  # fmt: skip
    assert exhibit.finding == (
        "Of 8 events whose form is recorded, 4 were online (50%); for 1 more no source says."
    )
    # Outputs are not held: they are no events, whatever their mode says.
    assert "jp-1-other" not in exhibit.rows["activities"]
    assert len(exhibit.rows["activities"]) == 9


@pytest.mark.parametrize(
    ("modes", "finding"),
    [
        ([""], "Of the one event recorded no source says how it was held."),
        (["", ""], "Of the 2 events recorded no source says how they were held."),
        (["online"], "The one event whose form is recorded was online."),
        (["in person"], "The one event whose form is recorded was not online."),
        (
            ["online", "online", ""],
            "All 2 events whose form is recorded were online; for 1 more no source says.",
        ),
        (["hybrid", "in person"], "None of the 2 events whose form is recorded was online."),
        (["online", "in person"], "Of 2 events whose form is recorded, 1 was online (50%)."),
    ],
)
def test_findings_on_form_for_none_one_and_all(modes: list[str], finding: str) -> None:
    base = with_activities(*((f"a{n}", "NA-1", "webinar", "2018", "") for n in range(len(modes))))
    dataset = base.with_tables(activities=base["activities"].assign(mode=modes))
    assert in_person_and_online(dataset, ALL).finding == finding


@pytest.mark.parametrize("make", COUNTS)
def test_nothing_says_so_and_one_is_singular(make: object) -> None:
    nothing = make(empty_dataset(), ALL)  # type: ignore[operator]
    assert nothing.form is None and nothing.finding.startswith("No ") and nothing.table.frame.empty
    one = make(one_row_dataset(), ALL)  # type: ignore[operator]
    assert_sound(one, one_row_dataset())
    assert "activities" not in one.finding


@pytest.mark.parametrize(
    ("end", "upcoming"),
    [
        # To the day: today is still ahead, yesterday is not.
        ("2026-06-01", True),
        ("2026-05-31", False),
        ("2026-06-02", True),
        # A month lies ahead only when all of it does.
        ("2026-05", False),
        ("2026-06", False),
        ("2026-07", True),
        # So does a year.
        ("2025", False),
        ("2026", False),
        ("2027", True),
        ("", False),
    ],
)
def test_past_and_to_come_at_every_precision(end: str, upcoming: bool) -> None:
    started_before = "2026-05-30" if len(end) == 10 else end
    dataset = with_activities(("event", "NA-3", "conference", started_before, end))
    assert (listed(dataset, "upcoming") == ["event"]) is upcoming
    assert (listed(dataset, "past") == ["event"]) is not upcoming


@pytest.mark.parametrize(
    "today", [date(2016, 1, 1), date(2019, 11, 13), TODAY, date(2027, 3, 12), date(2030, 1, 1)]
)
@pytest.mark.parametrize("name", ["artificial", "recorded"])
def test_every_activity_is_in_exactly_one_list(today: date, name: str) -> None:
    dataset = artificial_dataset() if name == "artificial" else recorded_dataset()
    groups = [group for group in ACTIVITY_GROUPS if group != "news"]
    everything = [key for group in groups for key in listed(dataset, group, today)]
    assert sorted(everything) == sorted(dataset["activities"]["activity_id"])


def test_lists_counted_by_hand() -> None:
    dataset = artificial_dataset()
    assert listed(dataset, "upcoming") == ["na-3-networking-event"]
    # Newest first; what has no date comes last and is not left out.
    assert listed(dataset, "past") == [
        "lac-2-bilateral-meeting", "na-2-webinar", "all-1-conference", "lac-1-training", "na-1-webinar",
        "na-1-study-visit", "na-1-kick-off", "all-2-webinar",
    ]  # fmt: skip
    assert listed(dataset, "publications") == ["na-2-publication"]
    assert listed(dataset, "case studies") == ["na-2-case-study"]
    others = listed(dataset, "other outputs")
    assert others == ["na-3-call", "jp-1-other", "na-1-action-plan", "lac-2-pilot", "lac-1-agreement"]
    kinds = {row[0]: row[2] for row in ACTIVITIES}
    assert {kinds[key] for key in others} <= set(OUTPUT_KINDS)


def test_what_comes_next_is_first_among_what_is_to_come() -> None:
    dataset = with_activities(
        ("later", "NA-3", "webinar", "2026-09", ""), ("next", "NA-3", "webinar", "2026-06-10", "")
    )
    assert listed(dataset, "upcoming") == ["next", "later"]
    finding = activity_list(dataset, ALL, "upcoming", TODAY).finding
    assert finding == "2 events are still to come; the next is “Title next”, 10 June 2026."


def test_nothing_to_come_gives_the_date_of_the_data_and_the_latest_event() -> None:
    exhibit = activity_list(artificial_dataset(), Selection(phases=("2",)), "upcoming", TODAY)
    assert exhibit.finding == (
        "No upcoming event is recorded in the data of 1 June 2026. "
        "The latest event recorded is “Mayors meet”, 15 June 2022."
    )
    assert exhibit.table.frame.empty
    assert activity_list(empty_dataset(), ALL, "upcoming", TODAY).finding == (
        "No upcoming event is recorded in the data of 1 June 2026."
    )


def test_a_line_says_when_where_and_with_whom() -> None:
    frame_ = activity_list(artificial_dataset(), ALL, "past", TODAY).table.frame
    frame_ = frame_.set_index(frame_["title"].str.partition(" (with ")[0])
    kick_off = frame_.loc["Kick-off in Testville"]
    assert kick_off["pairings"] == ("Testville – Demo City", "Nowhereby – Specimen")
    assert kick_off["pairing_ids"] == ("na-1-testville-demo-city", "na-1-nowhereby-specimen")
    assert kick_off["source_url"] == "https://example.org/na-1"
    assert frame_.loc["Webinar on waste", "date"] == "May 2018"
    assert frame_.loc["Visit to Demo City", "date"] == "2018"
    assert frame_.loc["Closing webinar", "date"] == "not recorded"
    # A webinar of the edition has no pairing, and nothing is missing there.
    assert frame_.loc["Webinar on waste", "pairings"] == "–"


def test_news_are_dated_pages_that_something_rests_on() -> None:
    exhibit = activity_list(artificial_dataset(), ALL, "news", TODAY)
    assert exhibit.rows["sources"] == ("post-results", "post-group", "post-kick-off")
    # A dated page that supports nothing is no news of the programme.
    assert "never-cited" not in exhibit.rows["sources"]
    assert exhibit.finding == (
        "3 dated pages tell of what is shown; the newest is “Résultats à São Sample”, December 2023."
    )
    narrower = activity_list(artificial_dataset(), Selection(phases=("1",)), "news", TODAY)
    assert (
        narrower.finding == "1 dated page tells of what is shown: “The kick-off is over”, 23 November 2017."
    )
    assert narrower.table.frame["supports"].tolist() == ["1 activity, 1 stakeholder"]


def test_every_list_has_a_name_and_says_when_it_is_empty() -> None:
    assert len({group_name(group) for group in ACTIVITY_GROUPS}) == 6
    for group in ACTIVITY_GROUPS:
        exhibit = activity_list(empty_dataset(), ALL, group, TODAY)
        assert exhibit.finding.startswith("No ")
        assert exhibit.form is None and exhibit.table.frame.empty and exhibit.table.columns


@pytest.mark.parametrize(
    "selection",
    [
        ALL,
        Selection(phases=("2",)),
        Selection(regions=("NA",)),
        Selection(countries=("JP",)),
        Selection(kinds=("trio",)),
    ],
    ids=str,
)
def test_recorded_cells_are_counts_of_their_rows(selection: Selection) -> None:
    dataset = recorded_dataset()
    records = {record.activity_id: record for record in activity_records(narrow(dataset, selection))}
    for make, attribute in (
        (activities_by_kind_and_phase, "kind"),
        (activities_by_region_and_phase, "region_id"),
    ):
        exhibit = make(dataset, selection)
        assert isinstance(exhibit.form, Matrix)
        assert_matrix_adds_up(exhibit.form)
        counted = [
            (getattr(records[key], attribute), records[key].phase_id) for key in exhibit.rows["activities"]
        ]
        for row, values in zip(exhibit.form.rows, exhibit.form.values, strict=True):
            for column, value in zip(exhibit.form.columns, values, strict=True):
                assert (value or 0) == counted.count((row.key, column.key))
    forms = in_person_and_online(dataset, selection)
    assert isinstance(forms.form, Bars)
    drawn = sum(int(value or 0) for series in forms.form.series for value in series.values)
    assert drawn == len(forms.rows["activities"])
    timeline = activities_over_time(dataset, selection)
    assert isinstance(timeline.form, Timeline)
    dated = [key for key in timeline.rows["activities"] if records[key].is_dated]
    assert sorted(span.key for span in timeline.form.spans) == sorted(dated)


def test_a_title_names_who_else_took_part() -> None:
    dataset = artificial_dataset()
    of_activities = dataset["stakeholders"].query("subject_kind == 'activity'")
    assert not of_activities.empty
    titles = {}
    for group in ACTIVITY_GROUPS:
        frame = activity_list(dataset, ALL, group, TODAY).table.frame
        if "activity_id" in frame:
            titles.update(zip(frame["activity_id"], frame["title"], strict=True))
    for activity, kind in zip(of_activities["subject_id"], of_activities["kind"], strict=True):
        assert kind in titles[activity].rpartition("(with ")[2]
    others = set(titles) - set(of_activities["subject_id"])
    assert others and not any("(with " in titles[activity] for activity in others)
