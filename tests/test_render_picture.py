"""The drawn map: well-formed, small, described, in the colours of its theme."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from artificial import artificial_dataset
from exhibit_checks import recorded_dataset

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.map import pairings_on_map
from iurc_dash.forms import ArcMap
from iurc_dash.render.picture import map_picture
from iurc_dash.selection import Selection


def arc_map(dataset: Dataset) -> ArcMap:
    form = pairings_on_map(dataset, Selection()).form
    assert isinstance(form, ArcMap)
    return form


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_pairings_are_a_small_picture_in_the_colours_of_the_theme(theme: Theme) -> None:
    drawn = map_picture(arc_map(recorded_dataset()), theme)
    ElementTree.fromstring(drawn)
    assert len(drawn.encode()) < 40_000
    for key in ("phase-1", "phase-2", "phase-3"):
        assert colour(key, theme) in drawn
    assert GROUNDS[theme].sea in drawn and "Map of 162 pairings" in drawn
    assert "nan" not in drawn.lower().replace("names", "")
    assert "<text" not in drawn


def one_pairing() -> ArcMap:
    form = arc_map(artificial_dataset())
    pairing = next(pairing for pairing in form.pairings if len(pairing.members) == 3)
    return replace(
        form, pairings=(pairing,), places=tuple(p for p in form.places if p.key in pairing.members)
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


def test_markup_in_a_name_is_escaped() -> None:
    form = one_pairing()
    named = replace(form, places=(replace(form.places[0], label='<script>"&'), *form.places[1:]))
    drawn = map_picture(named, "light", labels=True, fit=True)
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn


def test_no_places_make_a_map_of_the_world() -> None:
    ElementTree.fromstring(map_picture(ArcMap((), (), ()), "dark", labels=True, fit=True))
