"""The drawn map: well-formed, small, described, in the colours of its theme."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hand_made import NASTY, arc_map
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import ArcMap
from iurc_dash.render.svg import map_picture
from iurc_dash.render.svg.geometry import WORLD, fitted, lines_of, path_data


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pairings_are_a_picture_in_the_colours_of_the_theme(theme: Theme) -> None:
    drawn = map_picture(arc_map(), theme)
    ElementTree.fromstring(drawn)
    for key in ("phase-1", "phase-2"):
        assert colour(key, theme) in drawn
    assert GROUNDS[theme].page_land in drawn and GROUNDS[theme].sea not in drawn
    assert "Map of 3 pairings" in drawn and "5 places are shown" in drawn
    assert "nan" not in drawn.lower() and "<text" not in drawn


def one_pairing() -> ArcMap:
    form = arc_map()
    trio = form.pairings[0]
    return replace(
        form, pairings=(trio,), places=tuple(place for place in form.places if place.key in trio.members)
    )


def test_a_pairing_is_shown_close_with_names_that_read_as_text_does() -> None:
    form = one_pairing()
    drawn = map_picture(form, "light", labels=True, fit=True)
    ElementTree.fromstring(drawn)
    assert re.findall(r"<text[^>]*>([^<]+)</text>", drawn) == [place.label for place in form.places]
    box = [float(value) for value in drawn.split('viewBox="')[1].split('"')[0].split()]
    size = float(drawn.split('font-size="')[1].split('"')[0])
    # Shown 390 and 450 pixels wide.
    assert 390 / box[2] * size >= 11.9 and 450 / box[2] * size <= 14
    assert 1.4 < box[2] / box[3] < 2.1


def test_a_line_over_the_edge_of_the_map_is_cut_there() -> None:
    over_the_edge = arc_map().pairings[1]
    lines = lines_of([over_the_edge])
    assert len(lines) == 2
    assert all(0 <= x <= WORLD.width for line in lines for x, _y in line)
    assert path_data([over_the_edge], 0).count("M") == 2 and path_data([arc_map().pairings[2]], 0) == ""


def test_the_chosen_pairing_is_drawn_strongest_and_alone() -> None:
    drawn = map_picture(replace(arc_map(), chosen="a-pair"), "light")
    opacities = re.findall(r'stroke="(#\w+)" stroke-width="[\d.]+" stroke-opacity="([\d.]+)"', drawn)
    assert (colour("phase-1", "light"), "1") in opacities and (
        colour("phase-2", "light"),
        "0.18",
    ) in opacities


def test_markup_in_a_name_is_escaped() -> None:
    form = one_pairing()
    named = replace(form, places=(replace(form.places[0], label=NASTY), *form.places[1:]))
    drawn = map_picture(named, "light", labels=True, fit=True)
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn


def test_no_places_make_a_map_of_the_world() -> None:
    ElementTree.fromstring(map_picture(ArcMap((), (), ()), "dark", labels=True, fit=True))
    assert fitted(ArcMap((), (), ())) == WORLD


@given(st.floats(-180, 180), st.floats(-57, 80))
def test_a_fitted_view_holds_its_places_within_the_world(longitude: float, latitude: float) -> None:
    place = replace(arc_map().places[0], longitude=longitude, latitude=latitude)
    window = fitted(replace(arc_map(), places=(place,), pairings=()))
    assert window.left >= 0 and window.left + window.width <= WORLD.width + 1e-6
    assert window.top >= 0 and window.top + window.height <= WORLD.height + 1e-6
