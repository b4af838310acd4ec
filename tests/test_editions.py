"""One edition: its facts in words, its figures beside those it built on, its pairings and networks."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.editions import (
    DEFAULT_EDITION,
    edition_choices,
    edition_key_figures,
    edition_networks,
    edition_pairings,
    edition_profile,
    edition_selection,
)
from iurc_dash.forms import KeyFigures
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

RECORDED = list(edition_choices(recorded_dataset()))
ROWS_OF_FIGURE = {
    "pairings": "pairings",
    "places": "places",
    "activities": "activities",
    "goal_links": "contributions",
}


def test_every_edition_of_a_region_can_be_chosen_the_default_first() -> None:
    choices = edition_choices(artificial_dataset())
    assert list(choices) == ["NA-3", "NA-2", "NA-1", "LAC-2", "LAC-1", "JP-1"]
    assert choices["NA-3"] == "North America, phase 3"
    # The programme as a whole is no edition to look at alone.
    assert not [key for key in choices if key.startswith("ALL")]
    assert len(RECORDED) == 13
    assert RECORDED[0] == DEFAULT_EDITION


def test_an_edition_is_one_region_in_one_phase() -> None:
    assert edition_selection(artificial_dataset(), "LAC-2") == Selection(phases=("2",), regions=("LAC",))
    with pytest.raises(KeyError):
        edition_selection(artificial_dataset(), "XX-9")
    with pytest.raises(KeyError):
        edition_profile(artificial_dataset(), "XX-9")


def test_facts_in_words_and_unknown_is_not_recorded() -> None:
    profile = edition_profile(artificial_dataset(), "NA-2")
    assert profile.period == "2021 to December 2023"
    assert profile.budget == "2,000,000 euro"
    assert profile.countries == ("United States",)
    assert profile.predecessors == (("NA-1", "North America, phase 1"),)
    assert [source.url for source in profile.sources] == ["https://example.org/na-2"]
    running = edition_profile(artificial_dataset(), "NA-3")
    assert running.period == "from 2024"
    assert running.budget == running.implemented_for == "not recorded"
    unknown = edition_profile(artificial_dataset(), "LAC-1")
    assert (unknown.period, unknown.status, unknown.official_name) == ("not recorded",) * 3
    assert unknown.countries == unknown.predecessors == ()


def test_key_figures_counted_by_hand_beside_the_edition_before() -> None:
    exhibit = edition_key_figures(artificial_dataset(), "NA-2")
    assert exhibit.finding == "1 pairing, 4 places and 4 activities are recorded."
    assert isinstance(exhibit.form, KeyFigures)
    own = {figure.key: figure.value for figure in exhibit.form.figures}
    # Testville, Sampleton and Demo City in the trio; Placeholder in the network only; Sampleton in both.
    assert own == {
        "pairings": 1, "groups": 1, "places": 4, "activities": 4, "publications": 2, "goal_links": 2,
    }  # fmt: skip
    before = {figure.key: [part.value for part in figure.parts] for figure in exhibit.form.figures}
    assert before == {
        "pairings": [2], "groups": [0], "places": [4], "activities": [5], "publications": [0], "goal_links": [4],
    }  # fmt: skip
    assert "phase_running" not in exhibit.cautions
    assert "phase_running" in edition_key_figures(artificial_dataset(), "NA-3").cautions


def test_an_edition_without_rows_says_so() -> None:
    assert edition_key_figures(empty_dataset(), "NA-2").finding == "Nothing of this edition is recorded."
    assert edition_pairings(empty_dataset(), "NA-2").finding == "No pairing of this edition is recorded."
    none = edition_networks(artificial_dataset(), "NA-1")
    assert none.finding == "No network and no further participant of this edition is recorded."
    assert none.table.frame.empty and none.rows == {}


def test_pairings_of_an_edition() -> None:
    exhibit = edition_pairings(artificial_dataset(), "NA-2")
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == "1 pairing is recorded."
    row = exhibit.table.frame.iloc[0]
    assert row["countries"] == "Portugal, Italy, United States"
    assert row["source_count"] == 2
    # The name tells the members already: a page has no second column for them, a download does.
    assert "members" not in [column.name for column in exhibit.table.columns]
    assert row["members"].startswith("Testville (Portugal)")


def test_networks_list_who_took_part_also_without_one() -> None:
    exhibit = edition_networks(artificial_dataset(), "NA-3")
    assert exhibit.finding == "2 networks and 4 places that took part are recorded."
    frame = exhibit.table.frame
    assert frame["network"].tolist() == ["Digital network", "Mobility network", "No network named"]
    assert frame["member_count"].tolist() == [2, 2, 1]
    assert frame["members"].iloc[1] == (
        "Testville (Portugal, EU side)", "Draftport (United States, partner side)",
    )  # fmt: skip
    assert len(exhibit.rows["network_members"]) == 5
    assert set(frame["place_ids"].iloc[2]) == {"networkstead-nl"}


@pytest.mark.parametrize("edition", RECORDED)
def test_recorded_figures_are_counts_of_their_rows(edition: str) -> None:
    dataset = recorded_dataset()
    exhibit = edition_key_figures(dataset, edition)
    assert isinstance(exhibit.form, KeyFigures)
    for figure in exhibit.form.figures:
        if figure.key in ROWS_OF_FIGURE:
            assert figure.value == len(exhibit.rows[ROWS_OF_FIGURE[figure.key]]), figure.key
    narrowed = narrow(dataset, edition_selection(dataset, edition))
    pairings = edition_pairings(dataset, edition)
    assert len(pairings.table.frame) == len(narrowed["pairings"])
    networks = edition_networks(dataset, edition)
    assert len(networks.rows.get("network_members", ())) == len(narrowed["network_members"])
    shown = {place for places in networks.table.frame["place_ids"] for place in places}
    assert shown == set(narrowed["network_members"]["place_id"])
    assert edition_profile(dataset, edition).sources


def test_editions_together_have_every_pairing_once() -> None:
    dataset = recorded_dataset()
    listed = [
        key for edition in RECORDED for key in edition_pairings(dataset, edition).rows.get("pairings", ())
    ]
    assert sorted(listed) == sorted(dataset["pairings"]["pairing_id"])
