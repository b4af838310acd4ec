"""What is recorded of places beside their pairings."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.places import (
    activities_held_in,
    networks_of_places,
    places_of_networks,
    relations_of_places,
)


def held(where: str, countries: str) -> Dataset:
    activities = artificial_dataset()["activities"].iloc[:1].assign(place_name=where, country_codes=countries)
    return artificial_dataset().with_tables(activities=activities)


@pytest.mark.parametrize(
    ("where", "countries", "places"),
    [
        ("Testville", "PT", {"testville-pt"}),
        ("TESTVILA", "PT", {"testville-pt"}),
        ("Testville; Demo City", "PT; US", {"testville-pt", "demo-city-us"}),
        ("Mockholm", "SE", {"mockholm-se"}),
        ("Testville", "ES", set()),
        ("Testville", "", set()),
        ("", "PT", set()),
        ("Town hall of Testville", "PT", set()),
    ],
)
def test_an_activity_took_place_where_its_source_says_and_nowhere_else(
    where: str, countries: str, places: set[str]
) -> None:
    assert set(activities_held_in(held(where, countries))) == places


def test_a_participant_without_a_named_network_is_one_all_the_same() -> None:
    dataset = artificial_dataset()
    (member,) = networks_of_places(dataset)["networkstead-nl"]
    assert member.network_id == ""
    assert len(networks_of_places(dataset)["testville-pt"]) == 2
    assert places_of_networks(dataset)["na-3-digital"] == ("testville-pt", "placeholder-ca")
    assert "" not in places_of_networks(dataset)
    assert networks_of_places(empty_dataset()) == {}


def test_a_relation_is_known_from_both_ends() -> None:
    relations = relations_of_places(artificial_dataset())
    assert relations["exampleburg-de"] == (("mockholm-se", "within", True),)
    assert relations["mockholm-se"] == (("exampleburg-de", "within", False),)
