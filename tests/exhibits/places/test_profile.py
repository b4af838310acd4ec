"""One place through the phases; places in networks only have a profile too."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, frame
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.places.profile import place_choices
from iurc_dash.exhibits.register import ExhibitError, make
from iurc_dash.selection import Selection
from iurc_dash.tabular import NOT_APPLICABLE
from iurc_dash.view import EVERYTHING, view_of

TRIO, FIRST, THIRD = (
    "na-2-testville-sampleton-demo-city",
    "na-1-testville-demo-city",
    "na-3-testville-placeholder",
)
PARTS = ("facts", "pairings", "networks", "activities", "related", "sources")


def told(part: str, place: str, dataset: Dataset | None = None, selection: Selection = EVERYTHING) -> Exhibit:
    exhibit = make(view_of(dataset or artificial_dataset(), selection), f"places/{part}", place=place)
    assert_sound(exhibit)
    return exhibit


@pytest.mark.parametrize(
    ("place", "finding"),
    [
        ("testville-pt", "Testville is a member of 3 recorded pairings and takes part in networks."),
        ("placeholder-ca", "Placeholder is a member of one recorded pairing and takes part in networks."),
        ("demo-city-us", "Demo City is a member of 2 recorded pairings."),
        ("modelia-co", "Modelia is a member of one recorded pairing."),
        ("draftport-us", "Draftport takes part in networks and is a member of no recorded pairing."),
        ("unused-fr", "Unused is in no recorded pairing or network."),
    ],
)
def test_what_is_said_of_a_place(place: str, finding: str) -> None:
    assert told("facts", place).finding == finding


def test_facts_count_what_is_recorded() -> None:
    exhibit = told("facts", "testville-pt")
    line = exhibit.table.line("testville-pt")
    assert (line["country"], line["kind"], line["exactness"]) == ("PT", "city", "city")
    assert line["names"] == ("Testvila",), "its own name is no other one"
    assert line["phases"] == ("1", "2", "3")
    assert exhibit.rows("pairings") == {"pairings": (FIRST, TRIO, THIRD)}
    assert exhibit.rows("networks") == {"network_members": ("m-3", "m-5")}
    assert told("facts", "draftport-us").table.line("draftport-us")["phases"] == ("3",)


def test_a_place_keeps_its_thread_through_the_phases() -> None:
    exhibit = told("pairings", "testville-pt")
    assert exhibit.finding == (
        "Testville is a member of 3 recorded pairings (1 in Phase 1, 1 in Phase 2 and 1 so far in Phase 3)."
    )
    assert exhibit.table.keys == (FIRST, TRIO, THIRD)
    assert exhibit.table.line(TRIO)["partners"] == ("sampleton-it", "demo-city-us")
    one = told("pairings", "hamlet-br")
    assert one.finding == "Hamlet is a member of one recorded pairing (1 in Phase 2)."
    assert told("pairings", "networkstead-nl").finding == "Networkstead is a member of no recorded pairing."


@pytest.mark.parametrize(
    ("place", "finding"),
    [
        ("testville-pt", "Testville takes part in 2 networks."),
        ("sampleton-it", "Sampleton takes part in one network."),
        ("networkstead-nl", "Networkstead takes part in networks; in which of them is not recorded."),
        ("unused-fr", "Unused is in no recorded network."),
    ],
)
def test_networks(place: str, finding: str) -> None:
    assert told("networks", place).finding == finding


def test_networks_with_and_without_a_name() -> None:
    dataset = artificial_dataset()
    members = dataset["network_members"].copy()
    members.loc[members["member_id"] == "m-5", "network_id"] = ""
    exhibit = told("networks", "testville-pt", dataset.with_tables(network_members=members))
    assert (
        exhibit.finding == "Testville takes part in one network, and in others of which no name is recorded."
    )
    named, unnamed = exhibit.table
    assert named["others"] == ("placeholder-ca",)
    assert unnamed["network"] == "" and unnamed["others"] is NOT_APPLICABLE


def test_activities_are_those_of_its_pairings_and_those_that_took_place_there() -> None:
    exhibit = told("activities", "sampleton-it")
    # The conference was held there, the case study is of its pairing; both meetings of the group are, too.
    why = {line.key: line["why"] for line in exhibit.table}
    assert why["all-1-conference"] == ("took place there",)
    assert why["na-2-case-study"] == ("of its pairing",)
    assert why["lac-2-bilateral-meeting"] == ("of its pairing",)
    both = {line.key: line["why"] for line in told("activities", "testville-pt").table}
    assert both["na-1-kick-off"] == ("of its pairing", "took place there")
    assert told("activities", "unused-fr").finding == "No activity of Unused is recorded."


@pytest.mark.parametrize(
    ("states", "finding"),
    [
        (("", "", ""), "3 activities of Testville are recorded."),
        (
            ("done", "", "planned"),
            "2 activities of Testville are recorded. 1 more is only planned or proposed, and not counted.",
        ),
        (
            ("proposed", "planned", "planned"),
            "No activity is recorded as done; 3 are only planned or proposed.",
        ),
    ],
)
def test_what_is_only_planned_is_said_apart(states: tuple[str, ...], finding: str) -> None:
    dataset = artificial_dataset()
    three = dataset["activity_pairings"]["pairing_id"] == FIRST
    links = dataset["activity_pairings"][three]
    activities = dataset["activities"][dataset["activities"]["activity_id"].isin(links["activity_id"])]
    made = dataset.with_tables(
        activities=activities.assign(state=list(states)),
        activity_pairings=links,
        activity_editions=dataset["activity_editions"].iloc[:0],
        row_sources=dataset["row_sources"].iloc[:0],
    )
    exhibit = told("activities", "testville-pt", made)
    assert said(exhibit) == finding
    assert told("facts", "testville-pt", made).rows("activities").get("activities", ()) == tuple(
        line.key for line in exhibit.table if line["state"] not in ("planned", "proposed")
    )


def test_a_relation_reads_from_both_ends() -> None:
    inner, outer = told("related", "exampleburg-de"), told("related", "mockholm-se")
    assert [line["relation"] for line in inner.table] == ["Lies within Mockhölm."]
    assert [line["relation"] for line in outer.table] == ["Takes in Exampleburg."]
    assert outer.finding == "One related place is recorded."
    assert told("related", "unused-fr").finding == "No related place is recorded."


def test_a_relation_without_words_is_shown_as_it_is_recorded() -> None:
    relations = frame("place_relations", [("exampleburg-de", "mockholm-se", "twinned {with}", "Made up.")])
    dataset = artificial_dataset().with_tables(place_relations=relations)
    assert [line["relation"] for line in told("related", "exampleburg-de", dataset).table] == [
        "twinned {with}: Mockhölm."
    ]


def test_sources_are_those_that_name_the_place() -> None:
    exhibit = told("sources", "testville-pt")
    assert exhibit.finding == "What Testville is a member of or takes part in is named on 3 public pages."
    assert set(exhibit.table.keys) == {"page-na-1", "page-na-2", "page-na-3"}
    assert told("sources", "unused-fr").finding == "No source names Unused in a pairing or network."


def test_a_profile_is_whole_whatever_the_filters() -> None:
    for part in PARTS:
        narrowed = told(part, "testville-pt", selection=Selection(phases=("2",), countries=("IT",)))
        assert narrowed.finding == told(part, "testville-pt").finding
        assert narrowed.table.keys == told(part, "testville-pt").table.keys


def test_every_place_can_be_chosen_in_alphabetical_order() -> None:
    dataset = artificial_dataset()
    choices = place_choices(view_of(dataset, Selection(phases=("3",))))
    assert set(choices) == set(dataset["places"]["place_id"])
    assert list(choices.values())[:2] == ["Demo City, United States", "Draftport, United States"]
    assert len(place_choices(view_of(empty_dataset()))) == len(dataset["places"])
    with pytest.raises(ExhibitError, match="“no-such-place”"):
        told("facts", "no-such-place")


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_every_recorded_place_has_a_profile(part: str) -> None:
    dataset = recorded_dataset()
    in_pairings = set(dataset["pairing_members"]["place_id"])
    in_networks = set(dataset["network_members"]["place_id"])
    assert in_networks - in_pairings, "places in networks only are part of what is looked at"
    for key in dataset["places"]["place_id"]:
        exhibit = told(part, key, dataset)
        if part == "pairings":
            assert exhibit.is_empty is (key not in in_pairings), key
        if part == "networks":
            assert exhibit.is_empty is (key not in in_networks), key
        if part in ("facts", "sources") and key in in_pairings | in_networks:
            assert not exhibit.is_empty, key
