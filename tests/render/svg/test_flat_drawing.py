"""Where things lie on a flat map: lines from the EU end, side by side, windows that hold what they should."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exhibit_checks import recorded_dataset
from hand_made import arc_map, place
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap, MapPairing
from iurc_dash.geography.flat_maps import EUROPE, FLAT_MAPS, HEIGHT, WIDTH, WORLD, FlatMap
from iurc_dash.render.svg.flat_drawing import WHOLE, FlatDrawing, Spot, short
from iurc_dash.view import view_of

MAPS = pytest.mark.parametrize("flat", FLAT_MAPS, ids=lambda flat: flat.name)


def recorded() -> ArcMap:
    form = make(view_of(recorded_dataset()), "pairings/on-map").form
    assert isinstance(form, ArcMap)
    return form


def spot_of(drawing: FlatDrawing, key: str) -> Spot:
    return Spot(*drawing.spots[key])


@MAPS
def test_a_line_runs_from_the_eu_end_to_the_partner(flat: FlatMap) -> None:
    form = arc_map()
    turned = replace(form.pairings[1], members=("sydney", "lazio"))
    for pairings in (form.pairings, (form.pairings[0], turned)):
        drawing = FlatDrawing(replace(form, pairings=pairings), flat)
        (curve,) = drawing.curves["a-pair"]
        assert (curve.start, curve.end) == (spot_of(drawing, "lazio"), spot_of(drawing, "sydney"))
        assert not curve.level


def test_a_trio_is_two_lines_of_one_pairing_and_an_end_alone_has_none() -> None:
    drawing = FlatDrawing(arc_map(), WORLD)
    assert len(drawing.curves["b-trio"]) == 2 and "c-alone" not in drawing.curves
    assert [curve.level for curve in drawing.curves["b-trio"]] == [True, False]


@MAPS
def test_places_at_one_point_stand_side_by_side(flat: FlatMap) -> None:
    drawing = FlatDrawing(arc_map(), flat)
    rome, lazio = drawing.spots["rome"], drawing.spots["lazio"]
    assert 8 <= ((rome.x - lazio.x) ** 2 + (rome.y - lazio.y) ** 2) ** 0.5 <= 12
    ((x, y),) = flat.positions([(12.5, 41.9)]).tolist()
    assert ((rome.x + lazio.x) / 2, (rome.y + lazio.y) / 2) == pytest.approx((x, y))


def test_lines_between_the_same_two_places_do_not_hide_each_other() -> None:
    form = arc_map()
    again = replace(form.pairings[1], key="d-again", members=("sydney", "lazio"))
    drawing = FlatDrawing(replace(form, pairings=(*form.pairings, again)), WORLD)
    (one,), (other,) = drawing.curves["a-pair"], drawing.curves["d-again"]
    assert (one.start, one.end) == (other.start, other.end)
    assert abs(one.middle.y - other.middle.y) + abs(one.middle.x - other.middle.x) > 15
    # The first one lies where it lies without the second.
    assert FlatDrawing(form, WORLD).curves["a-pair"] == (one,)


@MAPS
def test_lines_bend_upwards_and_stay_on_the_map(flat: FlatMap) -> None:
    form = recorded()
    drawing = FlatDrawing(form, flat)
    for key, curves in drawing.curves.items():
        for curve in curves:
            straight = (curve.start.y + curve.end.y) / 2
            if abs(curve.end.x - curve.start.x) > 1:
                assert curve.middle.y < straight, key
            assert 0 <= curve.middle.x <= WIDTH and 0 <= curve.middle.y <= HEIGHT, key
    countries = {place.key: place.description for place in form.places}
    far = [
        pairing
        for pairing in form.pairings
        if {"Spain", "New Zealand"} <= {countries[member].rpartition(", ")[2] for member in pairing.members}
    ]
    assert far and all(drawing.curves[pairing.key] for pairing in far)


@MAPS
def test_a_wide_selection_is_the_whole_map_and_a_narrow_one_goes_close(flat: FlatMap) -> None:
    form = recorded()
    drawing = FlatDrawing(form, flat)
    assert drawing.first_window == WHOLE
    assert FlatDrawing(ArcMap((), (), ()), flat).first_window == WHOLE
    chinese = [place.key for place in form.places if place.region == "CN"]
    window = drawing.window(chinese)
    assert window.width < WIDTH * 0.6
    for key in chinese:
        x, y = drawing.spots[key]
        assert window.left <= x <= window.left + window.width
        assert window.top <= y <= window.top + window.height


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-59, 85)), min_size=1, max_size=5))
def test_the_first_window_holds_every_place_in_the_proportions_of_the_map(
    points: list[tuple[float, float]],
) -> None:
    places = tuple(place(f"p{number}", x, y) for number, (x, y) in enumerate(points))
    for flat in (WORLD, EUROPE):
        drawing = FlatDrawing(ArcMap(places, (), ()), flat)
        window = drawing.first_window
        assert window.width / window.height == pytest.approx(WIDTH / HEIGHT)
        for x, y in drawing.spots.values():
            assert window.left - 1e-6 <= x <= window.left + window.width + 1e-6
            assert window.top - 1e-6 <= y <= window.top + window.height + 1e-6


@pytest.mark.parametrize(
    ("value", "written"), [(0.04, "0"), (-0.04, "0"), (12.0, "12"), (-3.25, "-3.2"), (700.06, "700.1")]
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert short(value) == written


def test_a_pairing_with_a_member_that_is_not_drawn_has_no_line_to_it() -> None:
    form = arc_map()
    lonely = MapPairing("e", "e", ("rome",), (), "phase-1")
    assert FlatDrawing(replace(form, pairings=(lonely,)), WORLD).curves == {}
