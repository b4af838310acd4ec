"""Pairings on the map, all or one."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap, Listing
from iurc_dash.selection import Selection
from iurc_dash.view import EVERYTHING, view_of

GROUP = "lac-2-group-of-five"


def on_map(selection: Selection = EVERYTHING, dataset: Dataset | None = None, **asked: str) -> Exhibit:
    return make(view_of(dataset or artificial_dataset(), selection), "pairings/on-map", **asked)


def form_of(exhibit: Exhibit) -> ArcMap:
    assert_sound(exhibit)
    assert isinstance(exhibit.form, ArcMap)
    return exhibit.form


def test_every_pairing_is_one_mark_however_many_members_it_has() -> None:
    exhibit = on_map()
    form = form_of(exhibit)
    assert len(form.pairings) == 7
    assert exhibit.rows(f"pairing/{GROUP}") == {"pairings": (GROUP,)}
    placed = {place.key for place in form.places}
    for pairing in form.pairings:
        assert set(pairing.members) <= placed
        assert bool(pairing.line) == (len(pairing.members) > 1)


def test_a_place_counts_the_pairings_in_view_it_is_in() -> None:
    places = {place.key: place for place in form_of(on_map()).places}
    assert places["testville-pt"].pairings.value == 3
    assert places["testville-pt"].description == "Testville, Portugal"
    assert (places["testville-pt"].side, places["demo-city-us"].side) == ("EU", "partner")
    assert sum(place.pairings.value for place in places.values()) == 17
    narrowed = {place.key: place for place in form_of(on_map(Selection(phases=("2",)))).places}
    assert narrowed["testville-pt"].pairings.value == 1


def test_a_place_without_a_position_is_listed_and_never_drawn() -> None:
    exhibit = on_map()
    assert form_of(exhibit).unplaced == ("Nowhereby, United Kingdom",)
    assert "place/nowhereby-gb" not in exhibit.marks
    assert exhibit.more.startswith("One place has no position.")
    assert exhibit.table.line("na-1-nowhereby-specimen")["unplaced"] == ("nowhereby-gb",)
    assert exhibit.table.line("jp-1-mockholm-prototype")["unplaced"] == ()


def test_the_title_says_who_is_joined_with_whom_and_only_what_is_recorded() -> None:
    exhibit = on_map()
    assert exhibit.finding == (
        "7 pairings join 6 places on the EU side with 7 partners in 6 countries and territories."
    )
    form = form_of(exhibit)
    sides = [place.side for place in form.places]
    # One of the EU side has no position.
    assert (sides.count("EU") + 1, sides.count("partner")) == (6, 7)
    members = artificial_dataset()["pairing_members"]
    one_sided = on_map(dataset=artificial_dataset().with_tables(pairing_members=members.assign(side="EU")))
    assert one_sided.finding == "7 pairings of 13 places are recorded."


def test_only_colours_in_use_are_in_the_legend() -> None:
    assert [entry.colour for entry in form_of(on_map()).legend] == ["phase-1", "phase-2", "phase-3"]
    narrowed = form_of(on_map(Selection(phases=("3",))))
    assert [(entry.colour, entry.label) for entry in narrowed.legend] == [("phase-3", "Phase 3")]
    by_region = form_of(on_map(colour="region"))
    assert [entry.colour for entry in by_region.legend] == ["region-1", "region-2", "region-3"]
    assert {pairing.colour for pairing in by_region.pairings} == {entry.colour for entry in by_region.legend}


def test_lines_are_the_same_whatever_is_chosen() -> None:
    whole = {pairing.key: pairing.line for pairing in form_of(on_map()).pairings}
    for selection in (Selection(phases=("2",)), Selection(countries=("PT",))):
        for pairing in form_of(on_map(selection)).pairings:
            assert pairing.line is whole[pairing.key]


def test_one_pairing_alone_is_shown_whatever_the_filters() -> None:
    exhibit = on_map(Selection(phases=("1",)), pairing=GROUP)
    form = form_of(exhibit)
    assert [pairing.key for pairing in form.pairings] == [GROUP]
    assert exhibit.question == "Where is it?"
    assert exhibit.finding == (
        "Exampleburg (Germany), Mockhölm (Sweden), Sampleton (Italy), Trialtown (Brazil) and Hamlet (Brazil) are "
        "joined in one pairing."
    )
    assert exhibit.rows() == {"pairings": (GROUP,)}
    british = on_map(pairing="na-1-nowhereby-specimen")
    assert british.finding == "Nowhereby (United Kingdom) worked with Specimen (Mexico)."
    assert british.more == "One place has no position."


def test_what_has_no_position_at_all_is_a_list() -> None:
    dataset = artificial_dataset()
    nowhere = dataset.with_tables(places=dataset["places"].assign(latitude=float("nan")))
    exhibit = on_map(dataset=nowhere)
    assert_sound(exhibit)
    assert isinstance(exhibit.form, Listing) and len(exhibit.table) == 7
    assert "13 places have no position." in exhibit.finding


@pytest.mark.parametrize(
    ("dataset", "finding"),
    [
        (empty_dataset(), "No pairing matches."),
        (
            one_row_dataset(),
            "One pairing joins 1 place on the EU side with 1 partner in 1 country or territory.",
        ),
    ],
)
def test_none_and_one(dataset: Dataset, finding: str) -> None:
    exhibit = on_map(dataset=dataset)
    assert_sound(exhibit)
    assert exhibit.finding == finding


@pytest.mark.parametrize("colour", ["phase", "region"])
def test_the_recorded_pairings_are_all_on_the_map_or_named_as_missing(colour: str) -> None:
    dataset = recorded_dataset()
    exhibit = on_map(dataset=dataset, colour=colour)
    form = form_of(exhibit)
    assert len(form.places) + len(form.unplaced) == dataset["pairing_members"]["place_id"].nunique()
    assert [pairing.key for pairing in form.pairings] == dataset["pairings"]["pairing_id"].tolist()
    assert {"boundaries", "partner_coverage"} <= set(exhibit.cautions)
    assert ("country_in_two_regions" in exhibit.cautions) is (colour == "region")
    # Who leads is said by the figure of partner countries, with its coverage, and not by the map.
    assert "China" not in exhibit.finding


def test_places_in_networks_only_are_on_the_map_and_open_their_rows() -> None:
    dataset = recorded_dataset()
    exhibit = on_map(dataset=dataset)
    form = form_of(exhibit)
    in_pairings = {place.key for place in form.places}
    members = dataset["network_members"]
    only = set(members["place_id"]) - set(dataset["pairing_members"]["place_id"])
    assert {place.key for place in form.network_places} == only and not only & in_pairings
    for place in form.network_places:
        rows = members.loc[members["place_id"] == place.key, "member_id"].tolist()
        assert exhibit.rows(f"place/{place.key}") == {"network_members": tuple(rows)}
        assert not place.pairings and (place.region == "") == (place.side == "EU")
    assert exhibit.more == f"2 places have no position. {len(only)} more places are in networks only."


def test_what_a_filter_leaves_out_is_not_in_networks_either() -> None:
    dataset = recorded_dataset()
    for phase in ("1", "2", "3"):
        form = form_of(on_map(Selection(phases=(phase,)), dataset=dataset))
        assert {key for place in form.network_places for key in place.phases} == {phase}
        assert [category.key for category in form.phases] == [phase]
        # A pairing alone is shown with its members and nobody else.
        assert form_of(on_map(dataset=dataset, pairing=form.pairings[0].key)).network_places == ()


def test_a_partner_has_a_region_and_an_end_in_the_eu_has_none() -> None:
    form = form_of(on_map())
    for place in form.places:
        assert (place.region == "", place.colour == "eu") == (place.side == "EU", place.side == "EU")
        assert place.phases
    assert {pairing.region for pairing in form.pairings} == {region.key for region in form.regions}
