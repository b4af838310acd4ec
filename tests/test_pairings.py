"""Pairings in a list, one pairing's story, one place's story."""

from __future__ import annotations

import pandas as pd
import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.exhibits.pairings import (
    pairing_activities,
    pairing_choices,
    pairing_list,
    pairing_on_map,
    pairing_profile,
    place_summary,
)
from iurc_dash.forms import ArcMap, Timeline
from iurc_dash.metrics.pairings import pairing_records, plain
from iurc_dash.selection import Selection

ALL = Selection()
TRIO = "na-2-testville-sampleton-demo-city"


def names(exhibit: Exhibit) -> list[str]:
    return exhibit.table.frame["pairing_id"].tolist()


def test_the_list_has_every_pairing_once_with_its_words() -> None:
    exhibit = pairing_list(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == "7 pairings, among them 1 trio and 1 larger group."
    row = exhibit.table.frame.set_index("pairing_id").loc[TRIO]
    assert row["members"] == "Testville (Portugal), Sampleton (Italy), Demo City (United States)"
    assert row["kind"] == "trio of cities"
    assert row["countries"] == "Portugal, Italy, United States"
    assert row["themes"] == row["all_themes"] == "Circular economy; Renewable energy"
    shown = [column.name for column in exhibit.table.columns]
    assert shown == ["pairing", "countries", "edition", "kind", "themes", "start", "activities", "goals"]
    assert row["start"] == "1 September 2021"
    assert row["activities"] == 1
    assert row["goals"] == "7, 12"
    assert exhibit.rows["pairings"] == tuple(names(exhibit))


def test_a_goal_with_both_bases_is_marked_as_stated_once() -> None:
    frame = pairing_list(artificial_dataset(), ALL).table.frame.set_index("pairing_id")
    assert frame.loc["na-1-testville-demo-city", "goals"] == "11, 12*"
    stated = pairing_list(artificial_dataset(), Selection(stated_only=True))
    assert stated.table.frame.set_index("pairing_id").loc["na-1-testville-demo-city", "goals"] == "12*"
    assert "inferred_goals" not in stated.cautions


def test_unknown_is_said_and_never_made_up() -> None:
    row = (
        pairing_list(artificial_dataset(), ALL)
        .table.frame.set_index("pairing_id")
        .loc["na-1-nowhereby-specimen"]
    )
    assert row["start"] == "not recorded"
    assert row["goals"] == "not recorded"
    assert "1 January" not in " ".join(pairing_list(artificial_dataset(), ALL).table.frame["start"])


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("mockholm", {"jp-1-mockholm-prototype", "lac-2-group-of-five"}),
        ("MOCKHÖLM japan", {"jp-1-mockholm-prototype"}),
        ("brazil", {"lac-2-group-of-five"}),
        ("circularity", {TRIO}),
        ("waste sorting", {"na-1-testville-demo-city"}),
        ("city of demo", {"na-1-testville-demo-city", TRIO}),
        ("  ", {row for row in pairing_records(artificial_dataset())}),
    ],
)
def test_search_finds_names_countries_themes_and_summaries_without_accents(
    search: str, found: set[str]
) -> None:
    exhibit = pairing_list(artificial_dataset(), ALL, search)
    assert_sound(exhibit, artificial_dataset())
    assert set(names(exhibit)) == found


def test_a_search_that_finds_nothing_says_what_was_searched() -> None:
    exhibit = pairing_list(artificial_dataset(), ALL, "xyzzy")
    assert exhibit.finding == "No pairing matches “xyzzy”."
    assert exhibit.is_empty
    assert "pairing_id" in exhibit.table.frame.columns


def test_one_found_is_told_in_the_singular() -> None:
    assert pairing_list(artificial_dataset(), ALL, "brazil").finding == "1 pairing matches “brazil”."
    assert pairing_list(one_row_dataset(), ALL).finding == "1 pairing."


@pytest.mark.parametrize("text", ["Łódź", "Ærø", "São Paulo", "Straße"])
def test_plain_leaves_only_plain_letters(text: str) -> None:
    assert plain(text).replace(" ", "").isascii()


def test_sorting_puts_unknown_starts_last_either_way() -> None:
    undated = {"na-1-nowhereby-specimen", "lac-2-group-of-five"}
    for descending in (False, True):
        ordered = names(pairing_list(artificial_dataset(), ALL, sort="start", descending=descending))
        assert set(ordered[-2:]) == undated
    first = names(pairing_list(artificial_dataset(), ALL, sort="start"))
    assert first[0] in {"na-1-testville-demo-city", "jp-1-mockholm-prototype"}


def test_sorting_by_members_and_activities() -> None:
    assert names(pairing_list(artificial_dataset(), ALL, sort="members", descending=True))[:2] == [
        "lac-2-group-of-five", TRIO,
    ]  # fmt: skip
    busiest = names(pairing_list(artificial_dataset(), ALL, sort="activities", descending=True))[0]
    assert busiest == "na-1-testville-demo-city"
    regions = names(pairing_list(artificial_dataset(), ALL, sort="region"))
    assert regions[-1] == "jp-1-mockholm-prototype"


def test_choices_tell_pairings_of_the_same_places_apart() -> None:
    choices = pairing_choices(artificial_dataset(), ALL)
    assert choices["jp-1-mockholm-prototype"] == "Mockhölm – Prototype"
    assert len(set(choices.values())) == len(choices) == 7


def test_profile_tells_everything_recorded() -> None:
    profile = pairing_profile(artificial_dataset(), "na-1-testville-demo-city")
    assert profile is not None
    assert (profile.phase, profile.region, profile.kind) == ("Phase 1", "North America", "pair of cities")
    assert profile.period == "December 2017 to 2020"
    assert profile.status == "completed"
    assert [line.name for line in profile.members] == ["Testville", "Demo City"]
    assert [line.side for line in profile.members] == ["EU side", "partner side"]
    assert profile.activity_count == 3
    assert {line.pairing_id for line in profile.related} == {TRIO, "na-3-testville-placeholder"}
    assert [line.number for line in profile.contributions] == ["12", "11", "12"]
    assert profile.contributions[0].basis == "stated by a source"
    assert all(line.source_urls for line in profile.contributions)
    assert len(profile.stakeholders) == 2
    assert profile.sources


def test_profile_of_an_unknown_key_is_none() -> None:
    assert pairing_profile(artificial_dataset(), "no-such-pairing") is None
    assert place_summary(artificial_dataset(), "no-such-place") is None


def test_profile_notes_the_united_kingdom_and_gaps() -> None:
    profile = pairing_profile(artificial_dataset(), "na-1-nowhereby-specimen")
    assert profile is not None
    british, partner = profile.members
    assert "31 January 2020" in british.note
    assert not partner.note
    assert british.position == "no position that makes sense on a map"
    assert profile.gaps == ("The theme of the second pairing was looked for in vain.",)
    assert profile.summary == profile.period == "not recorded"


def test_labels_as_written_stand_under_one_theme() -> None:
    profile = pairing_profile(artificial_dataset(), TRIO)
    assert profile is not None
    assert [(line.name, line.labels) for line in profile.themes] == [
        ("Circular economy", ("circular economy", "circularity")), ("Renewable energy", ("solar roofs",)),
    ]  # fmt: skip


def test_activities_of_a_pairing_are_listed_oldest_first_and_undated_last() -> None:
    exhibit = pairing_activities(artificial_dataset(), "lac-2-group-of-five")
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == "2 activities: 15 June 2022, and 1 without a date."
    assert exhibit.table.frame["when"].tolist() == ["15 June 2022", "not recorded"]
    assert isinstance(exhibit.form, Timeline)
    assert [span.key for span in exhibit.form.spans] == ["pairing", "lac-2-bilateral-meeting"]
    assert {"undated", "recorded_only"} <= set(exhibit.cautions)


def test_the_phase_stands_in_for_a_pairing_without_dates_and_says_so() -> None:
    form = pairing_activities(artificial_dataset(), "lac-2-group-of-five").form
    assert isinstance(form, Timeline)
    assert (form.spans[0].start, form.spans[0].end, form.spans[0].assumed) == ("2021", "2023", True)
    dated = pairing_activities(artificial_dataset(), "na-3-testville-placeholder").form
    assert isinstance(dated, Timeline)
    assert not dated.spans[0].assumed
    assert dated.spans[0].open_end


def test_a_pairing_without_activities_and_an_unknown_one_say_so() -> None:
    bare = artificial_dataset().with_tables(
        activity_pairings=artificial_dataset()["activity_pairings"].iloc[:0],
    )
    assert pairing_activities(bare, TRIO).finding == "No activity of this pairing is recorded."
    assert pairing_activities(bare, "no-such-pairing").finding == "No pairing matches."
    assert pairing_on_map(bare, "no-such-pairing").form is None


def test_a_group_of_five_is_one_thing_on_the_map() -> None:
    exhibit = pairing_on_map(artificial_dataset(), "lac-2-group-of-five")
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, ArcMap)
    (pairing,) = exhibit.form.pairings
    assert len(pairing.members) == 5
    assert len(pairing.joins) == 4


def test_place_keeps_its_thread_through_the_phases() -> None:
    place = place_summary(artificial_dataset(), "testville-pt")
    assert place is not None
    assert [(line.phase, len(line.pairings)) for line in place.pairings] == [
        ("Phase 1", 1), ("Phase 2", 1), ("Phase 3", 1),
    ]  # fmt: skip
    assert place.pairings[1].pairings[0].shared_places == ("Sampleton", "Demo City")


def test_a_relation_reads_from_both_ends() -> None:
    inner, outer = (place_summary(artificial_dataset(), key) for key in ("exampleburg-de", "mockholm-se"))
    assert inner is not None
    assert outer is not None
    assert [line.relation for line in inner.relations] == ["Lies within Mockhölm."]
    assert [line.relation for line in outer.relations] == ["Takes in Exampleburg."]


@pytest.mark.parametrize("dataset", [empty_dataset(), one_row_dataset()])
def test_little_or_no_data_is_no_error(dataset: Dataset) -> None:
    exhibit = pairing_list(dataset, ALL)
    assert_sound(exhibit, dataset)
    assert pairing_choices(dataset, ALL).keys() == set(names(exhibit))


def test_every_recorded_pairing_has_a_profile_a_map_and_activities() -> None:
    dataset = recorded_dataset()
    listed = pairing_list(dataset, ALL)
    assert_sound(listed, dataset)
    assert len(listed.table.frame) == len(dataset["pairings"])
    counted = dict(zip(listed.table.frame["pairing_id"], listed.table.frame["activities"], strict=True))
    for key in dataset["pairings"]["pairing_id"]:
        profile = pairing_profile(dataset, key)
        assert profile is not None
        assert profile.sources, key
        assert len(profile.members) >= 2
        assert_sound(pairing_on_map(dataset, key), dataset)
        activities = pairing_activities(dataset, key)
        assert_sound(activities, dataset)
        assert len(activities.table.frame) == profile.activity_count == counted[key]


def test_every_recorded_place_of_a_pairing_has_a_summary() -> None:
    dataset = recorded_dataset()
    for key in set(dataset["pairing_members"]["place_id"]):
        place = place_summary(dataset, key)
        assert place is not None
        assert place.pairings, key


def test_a_line_names_four_themes_and_a_download_all() -> None:
    frame = pairing_list(recorded_dataset(), ALL).table.frame
    long = frame[frame["all_themes"].str.count("; ") >= 4]
    assert len(long) > 3
    for shown, every in zip(long["themes"], long["all_themes"], strict=True):
        names = every.split("; ")
        assert shown == "; ".join(names[:4]) + f"; and {len(names) - 4} more"
    short = frame[frame["all_themes"].str.count("; ") < 4]
    assert (short["themes"] == short["all_themes"]).all()


def test_choices_name_the_edition_where_the_same_places_paired_twice() -> None:
    dataset = artificial_dataset()
    members = dataset["pairing_members"]
    first, second = "na-1-testville-demo-city", "jp-1-mockholm-prototype"
    same = members[members["pairing_id"] == first].assign(pairing_id=second)
    twice = dataset.with_tables(pairing_members=pd.concat([members[members["pairing_id"] != second], same]))
    choices = pairing_choices(twice, ALL)
    assert choices[second].endswith("(Japan, phase 1)")
    assert choices[first] != choices[second]
