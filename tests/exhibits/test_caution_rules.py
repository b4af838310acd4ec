"""Cautions that rows call for by themselves."""

from __future__ import annotations

from artificial import PAIRING_MEMBERS, artificial_dataset, empty_dataset, frame
from artificial_pairings import made
from exhibit_checks import recorded_dataset

from iurc_dash.exhibits.caution_rules import countries_in_two_regions, say_caution
from iurc_dash.view import view_of


def test_countries_of_two_regions_in_a_phase_are_found_in_the_data() -> None:
    assert countries_in_two_regions(recorded_dataset()) == {"MX": {"NA", "LAC"}}
    assert countries_in_two_regions(artificial_dataset()) == {}
    assert countries_in_two_regions(empty_dataset()) == {}
    # A Mexican city of North America beside a Mexican partner of Latin America, both in phase 1.
    members = [*PAIRING_MEMBERS, ("lac-1-fictia-modelia", "specimen-mx", "partner", 3)]
    dataset = artificial_dataset().with_tables(pairing_members=frame("pairing_members", members))
    assert countries_in_two_regions(dataset) == {"MX": {"NA", "LAC"}}
    assert "country_in_two_regions" in made(dataset, "overview/regions").cautions
    assert "country_in_two_regions" not in made(dataset, "overview/regions", regions=("JP",)).cautions
    # One phase alone is not compared with another, and the key figures are not by region.
    assert "country_in_two_regions" not in made(dataset, "overview/regions", phases=("1",)).cautions
    assert "country_in_two_regions" not in made(dataset, "overview/key-figures").cautions


def test_the_running_phase_and_former_members() -> None:
    whole = made(artificial_dataset(), "overview/regions").cautions
    assert {"phase_running", "former_members"} <= set(whole)
    later = made(artificial_dataset(), "overview/regions", phases=("2",)).cautions
    assert not {"phase_running", "former_members"} & set(later)


def test_cautions_name_the_countries_of_the_data_and_no_others() -> None:
    recorded, made_up, nothing = map(view_of, (recorded_dataset(), artificial_dataset(), empty_dataset()))
    assert say_caution(recorded, "country_in_two_regions").startswith("Partners in Mexico belonged ")
    assert say_caution(made_up, "country_in_two_regions") == ""
    assert say_caution(made_up, "former_members").startswith(
        "Places in the United Kingdom are on the EU side "
    )
    assert say_caution(nothing, "former_members") == ""
    # Another country that is no member today is named too.
    members = [*PAIRING_MEMBERS, ("lac-1-fictia-modelia", "networkstead-nl", "EU", 3)]
    countries = made_up.whole["countries"].copy()
    countries.loc[countries["country_code"] == "NL", "is_eu_member"] = False
    dataset = artificial_dataset().with_tables(
        pairing_members=frame("pairing_members", members), countries=countries
    )
    said = made(dataset, "overview/regions").cautions["former_members"]
    assert said.startswith("Places in the United Kingdom and the Netherlands are ")
