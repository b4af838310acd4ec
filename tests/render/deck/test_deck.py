"""The interactive map: its layers, rows, view and size, and what it makes of a browser's answers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hand_made import NASTY, arc_map

from iurc_dash.forms import ArcMap
from iurc_dash.render.deck import deck
from iurc_dash.render.deck.choice import picked
from iurc_dash.render.deck.rows import layer_rows, rows_key


def spec(form: ArcMap) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(deck(form, "light", 560).to_json())
    return loaded


def layers(form: ArcMap) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in spec(form)["layers"]}


def test_places_can_be_chosen_and_nothing_else_can() -> None:
    found = layers(arc_map())
    assert list(found) == ["pairings", "places", "names"]
    assert {key for key, layer in found.items() if layer["pickable"]} == {"places"}


def test_a_pairing_is_one_row_however_many_members_it_has_and_none_without_a_line() -> None:
    rows = layer_rows(arc_map())["pairings"]
    assert [row["k"] for row in rows] == ["a-pair", "b-trio"]
    # Longitudes run on past 180, never jump.
    assert rows[0]["p"] == [12.5, 41.9, 150, 0, 190.2, -33.9]
    assert layers(arc_map())["pairings"]["data"] == rows


def test_rows_stand_in_the_same_order_whatever_colours_them_or_is_chosen() -> None:
    forms = [
        arc_map(),
        arc_map(colour="region"),
        arc_map(chosen="a-pair"),
        arc_map(chosen="lazio"),
        replace(arc_map(), pairings=arc_map().pairings[::-1], places=arc_map().places[::-1]),
    ]
    for kind in ("pairings", "places"):
        orders = {tuple(row["k"] for row in layer_rows(form)[kind]) for form in forms}
        assert len(orders) == 1, kind
    assert len({rows_key(form) for form in forms}) == 1


def test_other_rows_make_another_chart() -> None:
    fewer = replace(arc_map(), pairings=arc_map().pairings[:1])
    assert (
        len({rows_key(form) for form in (arc_map(), fewer, replace(arc_map(), places=arc_map().places[:2]))})
        == 3
    )


def test_what_is_chosen_changes_no_rows() -> None:
    form, chosen = arc_map(), arc_map(chosen="b-trio")
    assert layer_rows(form) == layer_rows(chosen)
    assert spec(form)["layers"] != spec(chosen)["layers"]
    assert spec(form)["layers"] == spec(arc_map(chosen="unheard-of"))["layers"]


def test_a_chosen_place_lights_its_pairings_and_no_others() -> None:
    for place, lit in (("milan", ["b-trio"]), ("lazio", ["a-pair"]), ("rome", ["b-trio"])):
        form = arc_map(chosen=place)
        tests = layers(form)["pairings"]["getWidth"].removeprefix("@@=(").split(") ?")[0].split(" || ")
        conditions = {tuple(int(part) for part in test.removeprefix("m[").split("] == ")) for test in tests}
        rows = layer_rows(form)["pairings"]
        assert [row["k"] for row in rows if conditions & set(enumerate(row["m"]))] == lit


def test_a_chosen_place_of_many_pairings_takes_no_longer_expression() -> None:
    form = arc_map(chosen="rome")
    trio = form.pairings[0]
    many = replace(form, pairings=tuple(replace(trio, key=f"trio-{n}") for n in range(500)))
    assert len(layers(many)["pairings"]["getWidth"]) == len(layers(form)["pairings"]["getWidth"])


def test_places_at_one_point_are_one_dot_that_names_them_all() -> None:
    form = arc_map()
    dots = {row["k"]: row for row in layer_rows(form)["places"]}
    assert list(dots) == ["rome", "milan", "peking", "sydney"]
    assert dots["rome"]["t"] == "Rome, Nowhere; Lazio, Nowhere" and "lazio" not in dots
    assert picked({"selection": {"objects": {"places": [dots["rome"]]}}}) == "rome"
    assert {row["t"] for row in layer_rows(form)["names"]} == {"Rome, Lazio", "Milan", "Peking", "Sydney"}


def test_a_click_tells_the_key_of_a_place() -> None:
    row = {"k": "some-key", "t": "Some"}
    assert picked({"selection": {"indices": {"places": [3]}, "objects": {"places": [row]}}}) == "some-key"


@pytest.mark.parametrize(
    "state",
    [
        None,
        "",
        3,
        [],
        {},
        {"selection": None},
        {"selection": {"objects": None}},
        {"selection": {"objects": []}},
        {"selection": {"objects": {"names": [{"k": "x"}]}}},
        {"selection": {"objects": {"places": []}}},
        {"selection": {"objects": {"places": [None]}}},
        {"selection": {"objects": {"places": [{"k": 3}]}}},
        {"selection": {"objects": {"places": {"k": "x"}}}},
        {"selection": {"objects": {"pairings": [{"k": "x"}]}}},
        {"selection": {"objects": {"places": [{"k": ""}]}}},
        {"selection": {"selection": {}}},
    ],
)
def test_anything_else_is_nothing(state: object) -> None:
    assert picked(state) == ""


def test_rows_can_be_fetched_by_address_and_little_is_sent_with_the_page() -> None:
    drawn = json.loads(deck(arc_map(), "light", 560, "./served/map-{layer}.json?phase=2").to_json())
    at = {layer["id"]: layer["data"] for layer in drawn["layers"]}
    assert at["pairings"] == "./served/map-pairings.json?phase=2"
    assert at["names"] == "./served/map-names.json?phase=2"
    assert len(json.dumps(drawn)) < 6_000


def test_the_view_holds_all_places() -> None:
    form = arc_map()
    view = spec(form)["initialViewState"]
    half_width = 360 / (512 * 2 ** view["zoom"]) * 690 / 2
    for place in form.places:
        assert abs((place.longitude - view["longitude"] + 180) % 360 - 180) < half_width
    assert view["minZoom"] < view["zoom"]
    assert "NaN" not in deck(form, "dark").to_json()
    assert json.loads(deck(ArcMap((), (), ()), "dark").to_json())["initialViewState"]


def test_markup_in_a_name_stays_text() -> None:
    form = arc_map()
    named = replace(form, places=(replace(form.places[0], description=NASTY), *form.places[1:]))
    # The tooltip is set as text, never as HTML.
    assert spec(named) and deck(named, "light", 560)._tooltip["text"] == "{t}"
