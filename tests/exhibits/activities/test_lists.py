"""Lists of activities: undated is not past, planned is not done, and only the lines shown are made."""

from __future__ import annotations

from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, with_activities
from collected_rows import recorded_activities
from exhibit_checks import recorded_dataset, said
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.activities.lists import LISTS
from iurc_dash.exhibits.register import make
from iurc_dash.metrics.activities import EVENT_KINDS, RESULT_KINDS
from iurc_dash.selection import Selection
from iurc_dash.tabular import NOT_APPLICABLE
from iurc_dash.view import view_of

OF_ACTIVITIES = [name for name in LISTS if name != "news"]


def listed(dataset: Dataset, name: str, **chosen: Any) -> Exhibit:
    return make(view_of(dataset, Selection(**chosen)), "activities/list", list=name)


def keys(dataset: Dataset, name: str) -> list[str]:
    return list(listed(dataset, name).table.keys)


def found(name: str, *activities: dict[str, Any]) -> str:
    return said(listed(with_activities(*activities), name))


def test_lists_counted_by_hand() -> None:
    dataset = artificial_dataset()
    assert keys(dataset, "upcoming") == ["na-3-networking-event"]
    # Newest first.
    assert keys(dataset, "past") == [
        "lac-2-bilateral-meeting", "na-2-webinar", "all-1-conference", "lac-1-training", "na-1-webinar",
        "na-1-study-visit", "na-1-kick-off",
    ]  # fmt: skip
    assert keys(dataset, "undated") == ["all-2-webinar"]
    assert keys(dataset, "publications") == ["na-2-case-study", "na-2-publication"]
    # The pilot that is only proposed did not come out.
    assert keys(dataset, "results") == ["na-1-action-plan", "lac-1-agreement"]
    assert keys(dataset, "planned") == ["na-3-networking-event", "lac-2-pilot"]
    assert keys(dataset, "other") == ["na-3-call", "jp-1-other"]


@pytest.mark.parametrize(
    ("end", "name"),
    [
        # To the day: the day of the release is still ahead, the one before is not.
        ("2026-06-01", "upcoming"),
        ("2026-05-31", "past"),
        # A month or a year is ahead, or past, only when all of it is.
        ("2026-05", "past"),
        ("2026-06", "upcoming"),
        ("2026-07", "upcoming"),
        ("2025", "past"),
        ("2026", "undated"),
        ("2027", "upcoming"),
        # Undated is not past.
        ("", "undated"),
    ],
)
def test_past_to_come_and_neither_at_every_precision(end: str, name: str) -> None:
    dataset = with_activities({"end_date": end, "start_date": "2016-01-01" if end else ""})
    assert [list_name for list_name in OF_ACTIVITIES if keys(dataset, list_name)] == [name]


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "kind": st.sampled_from([*EVENT_KINDS, *RESULT_KINDS, "other", "parade"]),
                "state": st.sampled_from(["", "done", "planned", "proposed"]),
                "end_date": st.sampled_from(["", "2019", "2026", "2026-06", "2026-05-31", "2031-01-01"]),
            }
        ),
        max_size=8,
    )
)
def test_every_activity_is_in_one_list_and_a_planned_event_to_come_in_two(rows: list[dict[str, str]]) -> None:
    dataset = with_activities(*rows)
    everywhere = [key for name in OF_ACTIVITIES for key in keys(dataset, name)]
    twice = set(keys(dataset, "upcoming")) & set(keys(dataset, "planned"))
    assert sorted(everywhere) == sorted([*dataset["activities"]["activity_id"], *twice])
    assert all(rows[int(key[1:]) - 1]["state"] == "planned" for key in twice)


def test_recorded_activities_are_each_in_a_list() -> None:
    everywhere = {key for name in OF_ACTIVITIES for key in keys(recorded_dataset(), name)}
    assert everywhere == {row["activity_key"] for row in recorded_activities()}


def test_what_comes_next_is_first_among_what_is_to_come() -> None:
    later, sooner = {"start_date": "2026-09"}, {"start_date": "2026-06-10"}
    assert keys(with_activities(later, sooner), "upcoming") == ["a2", "a1"]
    assert found("upcoming", later, sooner) == (
        "On 1 June 2026, the date of the data, 2 events were still to come. The next is “Title a2”, 10 June 2026."
    )
    assert found("upcoming", later) == (
        "On 1 June 2026, the date of the data, 1 event was still to come. The next is “Title a1”, September "
        "2026."
    )


def test_nothing_to_come_gives_the_date_of_the_data_and_what_was_last() -> None:
    nothing = listed(artificial_dataset(), "upcoming", phases=("2",))
    assert said(nothing) == (
        "On 1 June 2026, the date of the data, no event was known to be still to come. "
        "The latest event recorded is “Mayors meet”, 15 June 2022."
    )
    assert nothing.is_empty and nothing.table.columns
    assert found("upcoming") == (
        "On 1 June 2026, the date of the data, no event was known to be still to come."
    )


def test_sentences_on_past_events_say_the_undated_apart() -> None:
    assert found("past") == "No event is known to have taken place."
    one, two = {"start_date": "2018"}, {"start_date": "2019-04-03"}
    assert found("past", one) == (
        "By 1 June 2026, the date of the data, 1 event was over. The latest is “Title a1”, 2018."
    )
    assert found("past", one, two, {}) == (
        "By 1 June 2026, the date of the data, 2 events were over. The latest is “Title a2”, 3 April 2019. "
        "Of 1 more it is not known whether it is over."
    )
    assert found("undated", {}) == "It is not known whether 1 event is over: no source dates it well enough."


def test_sentences_on_what_came_out_leave_plans_of_plans_out() -> None:
    plan, agreement = {"kind": "action plan"}, {"kind": "agreement", "start_date": "2019"}
    assert found("results") == "No agreement, action plan or pilot project is recorded as done."
    assert found("results", plan) == "1 action plan is recorded. It has no date."
    assert found("results", plan, plan) == "2 action plans are recorded. None of them has a date."
    assert found("results", agreement) == "1 agreement is recorded. The latest is “Title a1”, 2019."
    assert found("results", agreement, agreement, plan, {**plan, "state": "planned"}) == (
        "2 agreements and 1 action plan are recorded. The latest is “Title a2”, 2019. 1 of them has no date. "
        "1 more is only planned or proposed, and not counted."
    )
    assert found("planned", {**plan, "state": "planned"}) == (
        "1 action plan is only planned or proposed, and not counted as held or come out. It has no date."
    )
    assert found(
        "planned", {**plan, "state": "planned"}, {**plan, "state": "proposed"}, {"state": "planned"}
    ) == (
        "3 activities are only planned or proposed, and not counted as held or come out. None of them has a date. They "
        "are 2 action plans and 1 webinar."
    )
    # Calls and visits are no outputs, so they stand apart.
    assert found("other", {"kind": "call for applications"}, {"kind": "other"}, {"kind": "other"}) == (
        "2 other activities and 1 call for applications are recorded. None of them has a date."
    )


def test_a_line_says_when_where_and_with_whom() -> None:
    table = listed(artificial_dataset(), "past").table
    kick_off = table.line("na-1-kick-off")
    assert kick_off["when"] == ("2017-11-20", "2017-11-22")
    assert kick_off["pairings"] == ("na-1-testville-demo-city", "na-1-nowhereby-specimen")
    assert kick_off["sources"] == ("page-na-1", "post-kick-off")
    assert (kick_off["countries"], kick_off["phase"], kick_off["region"]) == (("PT",), "1", "NA")
    # A webinar of the programme has no pairing, and nothing is missing there.
    assert table.line("na-1-webinar")["pairings"] is NOT_APPLICABLE
    assert listed(artificial_dataset(), "undated").table.line("all-2-webinar")["when"] == ("", "")


def test_a_line_names_who_else_took_part_and_not_who_was_only_met() -> None:
    table = listed(artificial_dataset(), "past").table
    assert table.line("lac-2-bilateral-meeting")["others"] == ("civil society", "business")
    # The ministry was only met on the way.
    assert table.line("na-1-kick-off")["others"] is NOT_APPLICABLE


def test_only_the_lines_shown_are_made() -> None:
    dataset = with_activities(*[{"start_date": "2018"}] * 60)
    table = listed(dataset, "past").table
    assert len(table) == 60 and not table._lines
    assert len(list(table.part(0, 25))) == len(table._lines) == 25


def test_news_are_dated_pages_that_what_is_chosen_rests_on() -> None:
    exhibit = listed(artificial_dataset(), "news")
    assert exhibit.table.keys == ("post-results", "post-group", "post-kick-off")
    # Neither a page that nothing rests on nor one without a date is news.
    assert "never-cited" not in exhibit.table.keys
    assert said(exhibit) == (
        "3 dated pages tell of what is chosen. The newest is “Résultats à São Sample”, December 2023."
    )
    narrower = listed(artificial_dataset(), "news", phases=("1",))
    assert said(narrower) == (
        "1 dated page tells of what is chosen. The newest is “The kick-off is over”, 23 November 2017."
    )
    nothing = listed(artificial_dataset(), "news", phases=("3",))
    assert nothing.finding == "No dated page tells of what is chosen."


def test_where_a_country_is_chosen_it_is_said_by_what_activities_match() -> None:
    by_place = "Activities match a country or territory by where they took place or who was paired."
    for country in ("IT", "FR"):
        for name in OF_ACTIVITIES:
            assert by_place in listed(artificial_dataset(), name, countries=(country,)).more
        assert (
            by_place
            in make(
                view_of(artificial_dataset(), Selection(countries=(country,))), "activities/over-time"
            ).more
        )
    assert not any(by_place in listed(artificial_dataset(), name).more for name in LISTS)


def test_every_list_has_a_name_and_says_when_it_is_empty() -> None:
    assert len({words.title for words in LISTS.values()}) == len(LISTS)
    for name in LISTS:
        exhibit = listed(empty_dataset(), name)
        assert exhibit.is_empty and exhibit.table.columns and exhibit.finding.endswith(".")
