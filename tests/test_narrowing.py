"""Tests of the dataset narrowed to a selection: counted by hand, and what holds for any selection."""

import pytest
from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset
from hypothesis import given, settings
from hypothesis import strategies as st
from test_selection import KNOWN, selections

from iurc_dash.dataset import Dataset
from iurc_dash.selection import HOW_MANY, WHO_PAIRS, Selection
from iurc_dash.tables.keys import key_columns
from iurc_dash.tables.models import TABLES
from iurc_dash.view import view_of

DATA = artificial_dataset()
NARROWED_TABLES = (
    "editions", "pairings", "pairing_members", "pairing_themes", "activities", "activity_editions",
    "activity_themes", "activity_pairings", "contributions", "stakeholders", "thematic_networks",
    "network_themes", "network_members", "reported_figures", "gaps", "gap_pairings", "edition_countries",
    "edition_predecessors",
)  # fmt: skip


def narrow(dataset: Dataset, selection: Selection) -> Dataset:
    """The rows that a selection leaves."""
    return view_of(dataset, selection).rows


def keys(dataset: Dataset, table_name: str) -> set[tuple[str, ...]]:
    """Row keys of a table."""
    columns = key_columns(table_name)
    return set(zip(*(dataset[table_name][column] for column in columns), strict=True))


def pairings(**facets: object) -> set[str]:
    """Keys of the pairings that a selection leaves."""
    return set(narrow(DATA, Selection(**facets))["pairings"]["pairing_id"])  # type: ignore[arg-type]


def activities(**facets: object) -> set[str]:
    """Keys of the activities that a selection leaves."""
    return set(narrow(DATA, Selection(**facets))["activities"]["activity_id"])  # type: ignore[arg-type]


TRIO = "na-2-testville-sampleton-demo-city"
GROUP = "lac-2-group-of-five"
FIRST = "na-1-testville-demo-city"


def test_everything_is_the_dataset_itself() -> None:
    assert narrow(DATA, Selection()) is DATA


def test_the_same_selection_is_narrowed_once() -> None:
    assert narrow(DATA, Selection(phases=("1",))) is narrow(DATA, Selection(phases=("1",)))
    assert narrow(DATA, Selection(phases=("1",))) is not narrow(one_row_dataset(), Selection(phases=("1",)))


def test_pairings_by_facet() -> None:
    assert pairings(phases=("2",)) == {TRIO, GROUP}
    assert pairings(regions=("JP",)) == {"jp-1-mockholm-prototype"}
    assert pairings(phases=("2",), regions=("LAC",)) == {GROUP}
    assert pairings(phases=("3",), regions=("JP",)) == set()
    assert pairings(clusters=("circular-economy-and-waste",)) == {FIRST, TRIO}
    assert pairings(goals=("sdg-12",)) == {FIRST, TRIO}
    assert pairings(goals=("sdg-12",), stated_only=True) == {FIRST}
    assert pairings(countries=("PT",)) == {FIRST, TRIO, "na-3-testville-placeholder"}
    assert pairings(countries=("PT", "BR")) == {FIRST, TRIO, "na-3-testville-placeholder", GROUP}
    assert pairings(regions=("ALL",)) == set()
    # Stated only is about links to goals: alone it leaves every pairing.
    assert len(pairings(stated_only=True)) == 7


def test_kinds_answer_two_questions() -> None:
    assert pairings(kinds=("regions",)) == {"lac-1-fictia-modelia"}
    assert pairings(kinds=("trio",)) == {TRIO}
    assert pairings(kinds=("group",)) == {GROUP}
    assert pairings(kinds=("trio", "group")) == {TRIO, GROUP}
    assert pairings(kinds=("regions", "trio")) == set()
    assert len(pairings(kinds=("cities",))) == 6
    assert len(pairings(kinds=("cities", "regions"))) == 7
    assert set().union(*(pairings(kinds=(kind,)) for kind in (*WHO_PAIRS, *HOW_MANY))) == pairings()


def test_a_theme_narrows_within_its_group_and_a_blank_status_is_none() -> None:
    assert pairings(themes=("circular-economy",)) == {FIRST, TRIO}
    assert pairings(themes=("smart-cities",)) == {GROUP, "na-3-testville-placeholder"}
    assert pairings(themes=("smart-cities",), clusters=("mobility",)) == set()
    assert activities(themes=("circular-economy",)) == {"na-2-publication", "na-2-case-study"}
    assert pairings(statuses=("active",)) == {"na-3-testville-placeholder"}
    assert pairings(statuses=("active", "withdrawn")) == {"na-3-testville-placeholder", GROUP}
    assert activities(statuses=("active",)) == {"na-3-networking-event"}
    # What is not recorded is no status: the pairing between regions is in none.
    assert "lac-1-fictia-modelia" not in pairings(statuses=("active", "completed", "withdrawn"))


def test_an_activity_counts_for_every_edition_that_recorded_it() -> None:
    assert "all-1-conference" in activities(regions=("NA",))
    assert "all-1-conference" in activities(regions=("JP",))
    assert "all-1-conference" in activities(regions=("ALL",))
    assert "all-2-webinar" not in activities(regions=("LAC",))
    assert activities(regions=("ALL",)) == {"all-1-conference", "all-2-webinar"}


def test_activities_by_theme_goal_kind_and_country() -> None:
    assert activities(clusters=("energy-transition",)) == {"na-2-webinar"}
    # Goal 17 of its own; goal 11 by the pairings it belongs to.
    assert activities(goals=("sdg-17",)) == {"na-1-kick-off"}
    assert activities(goals=("sdg-11",)) == {
        "na-1-kick-off", "na-1-study-visit", "na-1-action-plan", "lac-2-pilot", "lac-2-bilateral-meeting",
    }  # fmt: skip
    assert activities(goals=("sdg-11",), stated_only=True) == {"lac-2-pilot", "lac-2-bilateral-meeting"}
    assert activities(kinds=("regions",)) == {"lac-1-agreement"}
    # Brazil: where it took place, or where a member of its pairing lies.
    assert activities(countries=("BR",)) == {"lac-2-bilateral-meeting", "lac-2-pilot"}
    assert activities(countries=("JP",)) == {"jp-1-other"}


def test_links_of_a_narrowed_activity_lead_only_to_narrowed_pairings() -> None:
    narrowed = narrow(DATA, Selection(countries=("MX",)))
    assert set(narrowed["activities"]["activity_id"]) == {"na-1-kick-off"}
    assert keys(narrowed, "activity_pairings") == {("na-1-kick-off", "na-1-nowhereby-specimen")}


def test_contributions_follow_their_subjects() -> None:
    def links(**facets: object) -> set[str]:
        narrowed = narrow(DATA, Selection(**facets))  # type: ignore[arg-type]
        return set(narrowed["contributions"]["contribution_id"])

    stated = {"c-01", "c-06", "c-07", "c-08", "c-09", "c-10", "c-11", "c-14"}
    assert links(stated_only=True) == stated
    # The programme and themes cannot be said of a phase; the edition can.
    assert links(phases=("2",)) == {"c-04", "c-05", "c-06", "c-10", "c-13"}
    # A theme has a cluster, a programme and an edition do not.
    assert links(clusters=("mobility",)) == {"c-06"}
    assert "c-12" in links(clusters=("circular-economy-and-waste",))
    assert "c-11" not in links(countries=("PT",))
    assert "c-11" in links(goals=("sdg-11",))
    assert "c-10" not in links(goals=("sdg-11",))


def test_editions_networks_figures_and_gaps_follow_phase_and_region() -> None:
    narrowed = narrow(DATA, Selection(phases=("3",), regions=("NA",)))
    assert set(narrowed["editions"]["edition_id"]) == {"NA-3"}
    assert len(narrowed["thematic_networks"]) == 2
    assert len(narrowed["network_members"]) == 5
    assert set(narrowed["reported_figures"]["figure_id"]) == {"f-6", "f-7"}
    assert narrowed["gaps"].empty
    assert keys(narrowed, "network_themes") == {("na-3-digital", "smart-cities")}


def test_participants_of_networks_follow_the_country() -> None:
    narrowed = narrow(DATA, Selection(countries=("NL",)))
    assert set(narrowed["network_members"]["place_id"]) == {"networkstead-nl"}
    assert narrowed["pairings"].empty


@settings(deadline=None, max_examples=60)
@given(selections())
def test_a_selection_only_takes_rows_away(selection: Selection) -> None:
    narrowed = narrow(DATA, selection)
    for table_name in TABLES:
        assert keys(narrowed, table_name) <= keys(DATA, table_name)
        assert list(narrowed[table_name].columns) == list(DATA[table_name].columns)
        if table_name not in NARROWED_TABLES:
            assert narrowed[table_name] is DATA[table_name]


@settings(deadline=None, max_examples=60)
@given(selections(), st.sampled_from([*KNOWN, "stated_only", "eu_today"]))
def test_opening_a_facet_never_takes_a_row_away(selection: Selection, facet: str) -> None:
    wide, narrow_one = narrow(DATA, selection.without(facet)), narrow(DATA, selection)
    for table_name in ("pairings", "activities", "editions", "network_members", "stakeholders"):
        assert keys(narrow_one, table_name) <= keys(wide, table_name)


OUTSIDE = "na-1-nowhereby-specimen"


def test_the_eu_side_of_today_leaves_out_who_left_and_what_was_theirs_alone() -> None:
    assert pairings() - pairings(eu_today=True) == {OUTSIDE}
    left = narrow(DATA, Selection(eu_today=True))
    assert "nowhereby-gb" not in set(left["pairing_members"]["place_id"])
    # Their partners are left out with them, unless another pairing has them.
    assert keys(left, "pairing_members") == {
        key for key in keys(DATA, "pairing_members") if OUTSIDE not in key
    }
    # An activity that other pairings share stays; countries and places are told of as before.
    of_outside = set(
        DATA["activity_pairings"].loc[DATA["activity_pairings"]["pairing_id"] == OUTSIDE, "activity_id"]
    )
    shared = set(
        DATA["activity_pairings"].loc[DATA["activity_pairings"]["pairing_id"] != OUTSIDE, "activity_id"]
    )
    assert of_outside and activities() - activities(eu_today=True) == of_outside - shared
    assert left["places"] is DATA["places"] and left["countries"] is DATA["countries"]


def test_a_pairing_stays_with_those_who_are_still_on_the_eu_side() -> None:
    joined = frame(
        "pairing_members",
        [
            (OUTSIDE, "nowhereby-gb", "EU", 1),
            (OUTSIDE, "testville-pt", "EU", 2),
            (OUTSIDE, "specimen-mx", "partner", 3),
        ],
    )
    data = DATA.with_tables(pairing_members=joined)
    left = narrow(data, Selection(eu_today=True))
    assert set(left["pairings"]["pairing_id"]) >= {OUTSIDE}
    assert left["pairing_members"]["place_id"].tolist() == ["testville-pt", "specimen-mx"]
    # On the partner side nobody is left out, wherever she is.
    partner = frame(
        "pairing_members", [(OUTSIDE, "testville-pt", "EU", 1), (OUTSIDE, "nowhereby-gb", "partner", 2)]
    )
    left = narrow(DATA.with_tables(pairing_members=partner), Selection(eu_today=True))
    assert left["pairing_members"]["place_id"].tolist() == ["testville-pt", "nowhereby-gb"]


def test_where_nobody_has_left_the_eu_side_of_today_is_that_of_then() -> None:
    countries = DATA["countries"].copy()
    countries["is_eu_member"] = countries["is_eu_member"] | countries["eu_member_phase_1"]
    data = DATA.with_tables(countries=countries)
    for table_name in NARROWED_TABLES:
        assert keys(narrow(data, Selection(eu_today=True)), table_name) == keys(data, table_name)


@settings(deadline=None, max_examples=60)
@given(selections())
def test_what_is_left_hangs_together(selection: Selection) -> None:
    narrowed = narrow(DATA, selection)
    left = set(narrowed["pairings"]["pairing_id"])
    happened = set(narrowed["activities"]["activity_id"])
    for table_name in ("pairing_members", "pairing_themes", "activity_pairings"):
        assert set(narrowed[table_name]["pairing_id"]) <= left
    for table_name in ("activity_editions", "activity_themes", "activity_pairings"):
        assert set(narrowed[table_name]["activity_id"]) <= happened
    links = narrowed["contributions"]
    assert set(links.loc[links["subject_kind"] == "pairing", "subject_id"]) <= left
    assert set(links.loc[links["subject_kind"] == "activity", "subject_id"]) <= happened
    assert set(narrowed["pairings"]["edition_id"]) <= set(narrowed["editions"]["edition_id"])


@pytest.mark.parametrize("facet", ["phases", "regions"])
def test_phases_and_regions_split_the_pairings(facet: str) -> None:
    parts = [pairings(**{facet: (key,)}) for key in KNOWN[facet]]
    assert sum(map(len, parts)) == len(pairings())
    assert set().union(*parts) == pairings()


@settings(deadline=None, max_examples=30)
@given(selections(), st.sampled_from([empty_dataset(), one_row_dataset()]))
def test_small_datasets_can_be_narrowed_too(selection: Selection, dataset: Dataset) -> None:
    narrowed = narrow(dataset, selection)
    assert len(narrowed["pairings"]) <= len(dataset["pairings"])
    if dataset is empty_dataset():
        assert narrowed["pairings"].empty
        assert narrowed["activities"].empty


def test_a_table_that_nothing_is_said_of_fails_and_does_not_stay_whole() -> None:
    dataset = artificial_dataset()
    more = Dataset({**dataset.tables, "made_up": dataset["pairings"]}, dataset.release)
    assert narrow(more, Selection()) is more
    with pytest.raises(KeyError, match="made_up"):
        narrow(more, Selection(phases=("1",)))
