"""Cautions that rows call for by themselves."""

from __future__ import annotations

from artificial import PAIRING_MEMBERS, artificial_dataset, empty_dataset, frame
from artificial_pairings import made
from exhibit_checks import recorded_dataset

from iurc_dash.exhibits.caution_rules import regions_sharing_a_country


def test_regions_that_shared_a_country_in_a_phase_are_found_in_the_data() -> None:
    assert regions_sharing_a_country(recorded_dataset()) == {"NA", "LAC"}
    assert regions_sharing_a_country(artificial_dataset()) == frozenset()
    assert regions_sharing_a_country(empty_dataset()) == frozenset()
    # A Mexican city of North America beside a Mexican partner of Latin America, both in phase 1.
    members = [*PAIRING_MEMBERS, ("lac-1-fictia-modelia", "specimen-mx", "partner", 3)]
    dataset = artificial_dataset().with_tables(pairing_members=frame("pairing_members", members))
    assert regions_sharing_a_country(dataset) == {"NA", "LAC"}
    assert "mexico_two_regions" in made(dataset, "overview/regions").cautions
    assert "mexico_two_regions" in made(dataset, "standouts/regions").cautions
    assert "mexico_two_regions" not in made(dataset, "overview/regions", regions=("JP",)).cautions
    # One phase alone is not compared with another, and the key figures are not by region.
    assert "mexico_two_regions" not in made(dataset, "overview/regions", phases=("1",)).cautions
    assert "mexico_two_regions" not in made(dataset, "overview/key-figures").cautions


def test_the_running_phase_and_the_united_kingdom() -> None:
    whole = made(artificial_dataset(), "overview/regions").cautions
    assert {"phase_running", "united_kingdom"} <= set(whole)
    later = made(artificial_dataset(), "overview/regions", phases=("2",)).cautions
    assert not {"phase_running", "united_kingdom"} & set(later)
