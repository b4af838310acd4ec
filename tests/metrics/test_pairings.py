"""What is known of each pairing, gathered from the tables that speak of it."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset

from iurc_dash.metrics.pairings import (
    every_pairing,
    pairing_records,
    pairings_of_places,
    related_pairings,
    size_of_pairing,
)
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

TRIO, GROUP, FIRST = "na-2-testville-sampleton-demo-city", "lac-2-group-of-five", "na-1-testville-demo-city"


def test_a_record_holds_all_that_the_whole_dataset_says() -> None:
    whole = view_of(artificial_dataset())
    narrowed = view_of(artificial_dataset(), Selection(goals=("sdg-12",), stated_only=True))
    assert set(pairing_records(narrowed)) == {FIRST}
    assert pairing_records(narrowed)[FIRST] is every_pairing(whole)[FIRST]
    record = every_pairing(whole)[FIRST]
    assert (record.phase_id, record.region_id) == ("1", "NA")
    assert record.members == (("testville-pt", "EU"), ("demo-city-us", "partner"))
    assert (record.stated_goals, record.inferred_goals) == (("sdg-12",), ("sdg-11",))
    assert record.activities == ("na-1-kick-off", "na-1-study-visit", "na-1-action-plan")


@pytest.mark.parametrize("state", ["planned", "proposed"])
def test_what_is_only_planned_is_no_activity_of_the_pairing_yet(state: str) -> None:
    dataset = artificial_dataset()
    activities = dataset["activities"].copy()
    activities.loc[activities["activity_id"] == "na-1-action-plan", "state"] = state
    record = every_pairing(view_of(dataset.with_tables(activities=activities)))[FIRST]
    assert record.activities == ("na-1-kick-off", "na-1-study-visit")
    assert record.ahead == ("na-1-action-plan",)


def test_members_of_the_eu_side_come_first_whatever_the_rows_order() -> None:
    dataset = artificial_dataset()
    turned = dataset.with_tables(pairing_members=dataset["pairing_members"].iloc[::-1])
    assert every_pairing(view_of(turned))[GROUP].places == every_pairing(view_of(dataset))[GROUP].places


def test_sizes() -> None:
    records = every_pairing(view_of(artificial_dataset()))
    assert [size_of_pairing(records[key]) for key in (FIRST, TRIO, GROUP)] == ["pair", "trio", "group"]
    dataset = artificial_dataset()
    bare = every_pairing(view_of(dataset.with_tables(pairing_members=dataset["pairing_members"].iloc[:1])))
    assert [size_of_pairing(bare[key]) for key in (FIRST, TRIO)] == ["", ""]


def test_related_pairings_are_of_other_editions_and_share_a_place() -> None:
    view = view_of(artificial_dataset(), Selection(phases=("1",)))
    assert related_pairings(view, FIRST) == [
        (TRIO, ("testville-pt", "demo-city-us")),
        ("na-3-testville-placeholder", ("testville-pt",)),
    ]
    assert related_pairings(view, "lac-1-fictia-modelia") == []


def test_pairings_of_places_are_those_in_view() -> None:
    assert pairings_of_places(view_of(artificial_dataset()))["testville-pt"] == (
        FIRST,
        TRIO,
        "na-3-testville-placeholder",
    )
    narrowed = pairings_of_places(view_of(artificial_dataset(), Selection(phases=("2",))))
    assert narrowed["testville-pt"] == (TRIO,)
    assert pairings_of_places(view_of(empty_dataset())) == {}
