"""The interactive map: its layers, rows, view and size, and what it makes of a browser's answers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from artificial import artificial_dataset
from exhibit_checks import recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.map import pairings_on_map
from iurc_dash.forms import ArcMap
from iurc_dash.render.deck import deck
from iurc_dash.render.map_choice import picked_key
from iurc_dash.selection import Selection

TRIO = "na-2-testville-sampleton-demo-city"


def arc_map(dataset: Dataset) -> ArcMap:
    form = pairings_on_map(dataset, Selection()).form
    assert isinstance(form, ArcMap)
    return form


def spec(form: ArcMap) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(deck(form, "light", 560).to_json())
    return loaded


def rows(form: ArcMap) -> dict[str, list[dict[str, Any]]]:
    return {layer["id"]: layer["data"] for layer in spec(form)["layers"]}


def test_two_layers_can_be_chosen_from_and_the_others_cannot() -> None:
    layers = spec(arc_map(artificial_dataset()))["layers"]
    assert [layer["id"] for layer in layers] == ["lines", "pairings", "places", "names"]
    assert {layer["id"] for layer in layers if layer["pickable"]} == {"pairings", "places"}


def test_a_pairing_is_one_row_however_many_members_it_has() -> None:
    form = arc_map(artificial_dataset())
    keys = [row["k"] for row in rows(form)["pairings"]]
    assert sorted(keys) == sorted(pairing.key for pairing in form.pairings if pairing.joins)
    assert keys.count(TRIO) == 1
    assert len(rows(form)["lines"]) == len(keys)


def test_what_is_chosen_changes_no_rows() -> None:
    form = arc_map(artificial_dataset())
    chosen = replace(form, chosen=TRIO)
    assert rows(form) == rows(chosen)
    assert spec(form)["layers"] != spec(chosen)["layers"]


def test_the_recorded_map_is_of_bounded_size_and_shows_all_places() -> None:
    form = arc_map(recorded_dataset())
    drawn = deck(form, "light", 560)
    # What is sent with the page; the rows are fetched by address and kept by the browser.
    assert len(deck(form, "light", 560, "./served/map-{layer}.json").to_json().encode()) < 6_000
    assert len(drawn.to_json().encode()) < 160_000
    view = spec(form)["initialViewState"]
    half_width = 360 / (512 * 2 ** view["zoom"]) * 720 / 2
    assert all(abs(place.longitude - view["longitude"]) < half_width for place in form.places)
    assert view["minZoom"] < 0 < view["zoom"]
    assert "NaN" not in drawn.to_json()


@pytest.mark.parametrize(("layer", "kind"), [("pairings", "pairing"), ("places", "place")])
def test_a_click_tells_its_kind_and_key(layer: str, kind: str) -> None:
    chosen = {"indices": {layer: [3]}, "objects": {layer: [{"k": "some-key", "t": "Some"}]}}
    assert picked_key(chosen) == picked_key({"selection": chosen}) == (kind, "some-key")


@pytest.mark.parametrize(
    "state",
    [
        None, "", 3, [], {}, {"selection": None}, {"objects": None}, {"objects": []},
        {"objects": {"names": [{"k": "x"}]}},
        {"objects": {"places": []}}, {"objects": {"places": [None]}}, {"objects": {"places": [{"k": 3}]}},
        {"objects": {"places": {"k": "x"}}}, {"objects": {"pairings": [{"k": ""}]}}, {"selection": {"selection": {}}},
    ],
)  # fmt: skip
def test_anything_else_is_nothing(state: object) -> None:
    assert picked_key(state) is None


def test_markup_in_a_name_stays_text() -> None:
    form = arc_map(artificial_dataset())
    named = replace(
        form, places=(replace(form.places[0], description="<script>x</script>"), *form.places[1:])
    )
    # The tooltip is set as text, never as HTML.
    assert set(spec(named)) and deck(named, "light", 560)._tooltip["text"] == "{t}"
