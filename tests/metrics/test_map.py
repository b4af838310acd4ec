"""Where pairings lie, how they are drawn, and where their partners come from."""

from __future__ import annotations

import itertools
import random

import pytest
from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset
from exhibit_checks import recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.map import (
    drawn_pairings,
    pairings_by_partner_country,
    partner_coverage,
    place_sides,
    positions,
)
from iurc_dash.metrics.pairings import pairing_records
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

TRIO, GROUP = "na-2-testville-sampleton-demo-city", "lac-2-group-of-five"


def test_a_pairing_is_one_line_however_many_members_it_has() -> None:
    drawn = drawn_pairings(artificial_dataset())
    assert len(drawn) == 7
    assert [len(drawn[key].links) for key in (GROUP, TRIO, "jp-1-mockholm-prototype")] == [4, 2, 1]
    points = positions(artificial_dataset())
    for pairing in drawn.values():
        for place in pairing.placed if pairing.links else ():
            point = points[place]
            assert any(
                abs(x - point.longitude) % 360 < 0.01 and abs(y - point.latitude) < 0.01
                for x, y in pairing.line
            )
        assert all(abs(b[0] - a[0]) < 180 for a, b in itertools.pairwise(pairing.line))


def test_a_pairing_with_one_placed_member_has_no_line() -> None:
    drawn = drawn_pairings(artificial_dataset())["na-1-nowhereby-specimen"]
    assert (drawn.placed, drawn.links, drawn.line) == (("specimen-mx",), (), ())


@pytest.mark.parametrize("place", ["latitude", "longitude"])
def test_half_a_position_is_none(place: str) -> None:
    dataset = artificial_dataset()
    half = dataset.with_tables(places=dataset["places"].assign(**{place: float("nan")}))
    assert positions(half) == {}
    assert all(not drawn.line for drawn in drawn_pairings(half).values())


def test_lines_are_worked_out_once_and_die_with_their_dataset() -> None:
    dataset = one_row_dataset().with_tables()
    assert drawn_pairings(dataset) is drawn_pairings(dataset)
    assert drawn_pairings(one_row_dataset()) is not drawn_pairings(dataset)


def test_lines_of_the_recorded_pairings_do_not_depend_on_the_order_of_rows() -> None:
    dataset = recorded_dataset()
    shuffled = list(range(len(dataset["places"])))
    random.Random(3).shuffle(shuffled)
    other = dataset.with_tables(places=dataset["places"].iloc[shuffled])
    assert drawn_pairings(dataset) == drawn_pairings(other)


def test_a_place_is_on_the_side_of_most_of_its_pairings() -> None:
    sides = place_sides(pairing_records(view_of(artificial_dataset())).values())
    assert sides["testville-pt"] == "EU" and sides["demo-city-us"] == "partner"
    assert place_sides([]) == {}


def test_a_pairing_counts_once_for_a_partner_country() -> None:
    tally = pairings_by_partner_country(view_of(artificial_dataset()))
    counts = {country: tally.at(country).value for country in tally.keys("country")}
    # Two Brazilian members of one group are one pairing; countries of the EU side are no partners.
    assert counts == {"US": 2, "BR": 1, "CA": 1, "CO": 1, "JP": 1, "MX": 1}
    assert tally.at("US", "2").in_rows_of("pairings") == (TRIO,)
    assert tally.whole.value == 7


def with_totals(*figures: tuple[str, str, str, float]) -> Dataset:
    rows = [(key, edition, indicator, value, "exact", "", "") for key, edition, indicator, value in figures]
    dataset = artificial_dataset()
    return dataset.with_tables(
        reported_figures=frame("reported_figures", rows),
        edition_countries=frame("edition_countries", [("JP-1", "JP"), ("NA-1", "US"), ("NA-1", "MX")]),
    )


def test_coverage_needs_one_country_and_a_total_of_its_places() -> None:
    dataset = with_totals(
        ("f-1", "JP-1", "cities_partner", 3.0),
        ("f-2", "JP-1", "cities_and_regions_partner", 5.0),
        ("f-3", "JP-1", "cities_eu", 9.0),
        ("f-4", "NA-1", "cities_partner", 4.0),
    )
    (coverage,) = partner_coverage(view_of(dataset))
    assert (coverage.country_code, coverage.phase_id) == ("JP", "1")
    assert (coverage.counted.value, coverage.counted.row.key) == (5, "f-2")
    assert coverage.recorded.in_rows_of("places") == ("prototype-jp",)


def test_coverage_is_of_the_edition_whatever_else_is_chosen() -> None:
    dataset = with_totals(("f-1", "JP-1", "cities_partner", 3.0))
    (coverage,) = partner_coverage(view_of(dataset, Selection(goals=("sdg-7",))))
    assert coverage.recorded.value == 1
    assert partner_coverage(view_of(dataset, Selection(phases=("2",)))) == ()
    assert partner_coverage(view_of(empty_dataset())) == ()


def test_the_recorded_partner_places_of_china_are_fewer_than_half_of_those_counted() -> None:
    """Counted from the tables: the programme names 17 and 22, of which nine each are in a recorded "
    "pairing."""
    dataset = recorded_dataset()
    members, pairings = dataset["pairing_members"], dataset["pairings"]
    counted = {
        coverage.phase_id: (coverage.recorded.value, coverage.counted.value)
        for coverage in partner_coverage(view_of(dataset))
        if coverage.country_code == "CN"
    }
    for phase, edition in (("1", "CN-1"), ("2", "CN-2")):
        of_edition = members["pairing_id"].isin(pairings.loc[pairings["edition_id"] == edition, "pairing_id"])
        places = members.loc[of_edition & (members["side"] == "partner"), "place_id"]
        assert counted[phase][0] == places.nunique()
    assert {phase: total for phase, (_recorded, total) in counted.items()} == {"1": 17, "2": 22}
