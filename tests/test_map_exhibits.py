"""Pairings on the map, and where the partners come from."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.map import pairings_on_map, where_from
from iurc_dash.forms import ArcMap, Bars
from iurc_dash.selection import Selection

ALL = Selection()


def arc_map(selection: Selection = ALL, colour_by: str = "phase", chosen: str = "") -> ArcMap:
    form = pairings_on_map(artificial_dataset(), selection, colour_by, chosen).form  # type: ignore[arg-type]
    assert isinstance(form, ArcMap)
    return form


def test_every_pairing_is_one_thing_however_many_members_it_has() -> None:
    form = arc_map()
    joins = {pairing.key: len(pairing.joins) for pairing in form.pairings}
    assert len(form.pairings) == 7
    assert joins["lac-2-group-of-five"] == 4
    assert joins["na-2-testville-sampleton-demo-city"] == 2
    assert joins["jp-1-mockholm-prototype"] == 1


def test_a_pairing_with_one_placed_member_keeps_its_place_and_has_no_line() -> None:
    pairing = next(p for p in arc_map().pairings if p.key == "na-1-nowhereby-specimen")
    assert pairing.members == ("specimen-mx",)
    assert pairing.joins == ()


def test_a_place_without_a_position_is_listed_and_never_drawn() -> None:
    exhibit = pairings_on_map(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == "7 pairings, 12 places shown, 1 without a position."
    form = arc_map()
    assert form.unplaced == ("Nowhereby, United Kingdom",)
    assert "nowhereby-gb" not in {place.key for place in form.places}
    frame = exhibit.table.frame.set_index("pairing_id")
    assert frame.loc["na-1-nowhereby-specimen", "unplaced"] == "Nowhereby"
    assert frame.loc["jp-1-mockholm-prototype", "unplaced"] == "none"


def test_joins_point_at_members_that_are_placed() -> None:
    form = arc_map()
    placed = {place.key for place in form.places}
    for pairing in form.pairings:
        assert set(pairing.members) <= placed
        assert all(0 <= a < b < len(pairing.members) for a, b in pairing.joins)


def test_weights_sides_and_descriptions() -> None:
    places = {place.key: place for place in arc_map().places}
    assert places["testville-pt"].weight == 3
    assert places["testville-pt"].side == "EU"
    assert places["demo-city-us"].side == "partner"
    assert places["testville-pt"].description == "Testville, Portugal · EU side · 3 pairings"
    assert sum(place.weight for place in places.values()) == 17


def test_only_colours_in_use_are_in_the_legend() -> None:
    assert [entry.colour for entry in arc_map().legend] == ["phase-1", "phase-2", "phase-3"]
    assert [entry.colour for entry in arc_map(Selection(phases=("3",))).legend] == ["phase-3"]
    assert [e.colour for e in arc_map(colour_by="region").legend] == ["region-NA", "region-LAC", "region-JP"]


def test_the_chosen_one_is_carried() -> None:
    assert arc_map(chosen="testville-pt").chosen == "testville-pt"


def test_partner_countries_count_pairings_and_not_places() -> None:
    exhibit = where_from(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    counts = dict(zip(exhibit.table.frame["country"], exhibit.table.frame["pairings"], strict=True))
    # Two Brazilian members of one group are one pairing; EU countries are not partners.
    assert counts == {"United States": 2, "Brazil": 1, "Canada": 1, "Colombia": 1, "Japan": 1, "Mexico": 1}
    assert exhibit.finding == "United States: partner in 2 of 7 pairings, more than any other."
    assert "several_countries" not in exhibit.cautions
    assert isinstance(exhibit.form, Bars)
    assert sum(sum(v or 0 for v in series.values) for series in exhibit.form.series) == 7


def test_a_tie_is_told_as_a_tie() -> None:
    exhibit = where_from(artificial_dataset(), Selection(phases=("2",)))
    assert exhibit.finding == "Brazil and United States lead together, each partner in 1 of 2 pairings."


def test_no_data_says_so() -> None:
    for exhibit in (pairings_on_map(empty_dataset(), ALL), where_from(empty_dataset(), ALL)):
        assert exhibit.finding == "No pairing matches."
        assert exhibit.form is None
        assert_sound(exhibit, empty_dataset())


def test_one_pairing_is_told_in_the_singular() -> None:
    assert pairings_on_map(one_row_dataset(), ALL).finding == "1 pairing, 2 places shown."
    assert (
        where_from(one_row_dataset(), ALL).finding
        == "United States: partner in the one pairing that matches."
    )


@pytest.mark.parametrize("colour_by", ["phase", "region"])
def test_the_recorded_pairings_are_all_on_the_map_or_named_as_missing(colour_by: str) -> None:
    dataset = recorded_dataset()
    exhibit = pairings_on_map(dataset, ALL, colour_by)  # type: ignore[arg-type]
    assert_sound(exhibit, dataset)
    assert isinstance(exhibit.form, ArcMap)
    members = set(dataset["pairing_members"]["place_id"])
    assert len(exhibit.form.places) + len(exhibit.form.unplaced) == len(members)
    assert len(exhibit.form.pairings) == len(dataset["pairings"])
    for pairing in exhibit.form.pairings:
        assert len(pairing.joins) == len(pairing.members) - 1
    assert {entry.colour for entry in exhibit.form.legend} == {p.colour for p in exhibit.form.pairings}
    assert "boundaries" in exhibit.cautions


def test_recorded_partner_countries_cover_every_pairing() -> None:
    dataset = recorded_dataset()
    exhibit = where_from(dataset, ALL)
    assert_sound(exhibit, dataset)
    assert isinstance(exhibit.form, Bars)
    assert len(exhibit.form.categories) <= 12
    assert set(exhibit.rows["pairings"]) == set(dataset["pairings"]["pairing_id"])
    eu = set(dataset["countries"].loc[dataset["countries"]["is_eu_member"], "country_code"])
    assert not eu & set(exhibit.table.frame["country"])
