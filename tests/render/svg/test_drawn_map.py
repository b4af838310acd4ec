"""The drawn map as markup: one group a pairing, every place a link, nothing that runs, and not much of it."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from exhibit_checks import recorded_dataset
from hand_made import NASTY, arc_map, place
from style_sheet import style

from iurc_dash.colours import INKS
from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap, Category
from iurc_dash.language import use_language
from iurc_dash.quantities import NOTHING, Count
from iurc_dash.render.ink import ink_class
from iurc_dash.render.svg.drawn_map import drawn_map, phase_maps
from iurc_dash.render.svg.land import land_address, land_file
from iurc_dash.view import view_of

SVG = "{http://www.w3.org/2000/svg}"


def address(table: str, key: str) -> str:
    return f"./{table}?key={key}"


def drawn(form: ArcMap, **settings: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn_map(form, link_for=address, land_for=land_address, **settings))  # type: ignore[arg-type]


def recorded(colour: str = "region") -> ArcMap:
    form = make(view_of(recorded_dataset()), "pairings/on-map", colour=colour).form
    assert isinstance(form, ArcMap)
    return form


def with_networks() -> ArcMap:
    alone = replace(
        place("testville", 20.0, 50.0),
        pairings=NOTHING,
        networks=Count.in_table("network_members", ["m"]),
        phases=("2",),
    )
    form = arc_map()
    return replace(
        form,
        network_places=(alone,),
        phases=(Category("1", "Phase 1"), Category("2", "Phase 2")),
        pairings=tuple(replace(pairing, phase="1") for pairing in form.pairings),
        places=tuple(replace(one, phases=("1",)) for one in form.places),
    )


def of_data(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if name in element.attrib]


def test_a_pairing_is_one_thing_however_many_lines_it_has() -> None:
    found = {element.attrib["data-pairing"]: element for element in of_data(drawn(arc_map()), "data-pairing")}
    assert set(found) == {"a-pair", "b-trio"}
    assert len(list(found["b-trio"])) == 2 and found["b-trio"].attrib["data-places"] == "rome milan peking"
    assert found["a-pair"].attrib["href"] == "./pairings?key=a-pair"
    # Lines are no stops of the keyboard: the places are.
    assert all(element.attrib["tabindex"] == "-1" for element in found.values())


def test_every_place_is_a_link_that_says_what_it_is() -> None:
    form = with_networks()
    found = {element.attrib["data-place"]: element for element in of_data(drawn(form), "data-place")}
    assert set(found) == {"rome", "lazio", "milan", "peking", "sydney", "testville"}
    assert found["rome"].attrib["href"] == "./places?key=rome"
    assert found["rome"].attrib["aria-label"] == "Rome, Nowhere: 3 pairings, Phase 1, with Milan and Peking"
    assert found["testville"].attrib["aria-label"] == "Testville, Nowhere: in networks only, Phase 2"
    for element in found.values():
        assert element.tag == "a" and "data-mark" not in element.attrib


def test_sides_and_networks_are_told_apart_by_form() -> None:
    root = drawn(with_networks())
    of_kind = {
        kind: next(element for element in root.iter("g") if element.get("class", "").startswith(f"is-{kind}"))
        for kind in ("eu", "partner", "network")
    }
    shapes = {kind: of_kind[kind].find(".//a/*") for kind in of_kind}
    assert {kind: shape.tag for kind, shape in shapes.items() if shape is not None} == {
        "eu": "circle",
        "partner": "circle",
        "network": "path",
    }
    words = "".join(root.find(".//ul").itertext())  # type: ignore[union-attr]
    assert "EU side" in words and "Partner" in words and "In networks only" in words
    assert "In networks only" not in "".join(drawn(arc_map()).itertext())


def test_small_dots_lie_over_large_ones_and_the_eu_above_all() -> None:
    order = [element.attrib["data-place"] for element in of_data(drawn(with_networks()), "data-place")]
    assert order == ["testville", "peking", "sydney", "rome", "milan", "lazio"]


def test_lines_stand_in_the_order_of_keys_whatever_colours_them() -> None:
    orders = [
        [element.attrib["data-pairing"] for element in of_data(drawn(form), "data-pairing")]
        for form in (recorded("region"), recorded("phase"))
    ]
    assert orders[0] == orders[1] == sorted(orders[0])


def test_one_colour_never_means_two_things() -> None:
    """Where phases colour the lines, partners do not have their region's colour."""
    by_phase = drawn_map(recorded("phase"), link_for=address, land_for=land_address)
    by_region = drawn_map(recorded("region"), link_for=address, land_for=land_address)
    assert "iurc-ink-region-" not in by_phase and "iurc-ink-phase-" in by_phase
    assert "iurc-ink-phase-" not in by_region and "iurc-ink-region-" in by_region


@pytest.mark.parametrize("colour", ["region", "phase"])
def test_every_reference_within_the_drawing_is_there(colour: str) -> None:
    markup = drawn_map(recorded(colour), link_for=address, land_for=land_address, name="hero")
    ids = re.findall(r'\bid="([^"]+)"', markup)
    assert all(count == 1 for count in Counter(ids).values())
    asked = set(re.findall(r"url\(#([^)]+)\)", markup)) | set(re.findall(r'href="#([^"]+)"', markup))
    asked |= set(re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', markup))
    assert asked and asked <= set(ids)
    assert all(id.startswith("hero-") for id in ids)


def test_nothing_in_it_runs_or_is_a_style() -> None:
    nasty = NASTY
    form = with_networks()
    form = replace(
        form,
        places=tuple(replace(one, label=nasty, description=nasty) for one in form.places),
        pairings=tuple(replace(one, label=nasty) for one in form.pairings),
        phases=tuple(replace(one, label=nasty) for one in form.phases),
    )
    markup = drawn_map(form, link_for=lambda _table, _key: f'x?y="{nasty}', land_for=land_address)
    root = ElementTree.fromstring(markup)
    names = {element.tag for element in root.iter()}
    assert not names & {"script", "style", "foreignObject", "image", "img"}
    for element in root.iter():
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
    assert nasty in {element.get("data-label") for element in root.iter()}
    assert "script" not in {element.tag for element in ElementTree.fromstring(_phases(form)).iter()}


def _phases(form: ArcMap) -> str:
    return phase_maps(form, land_for=land_address)


def test_the_recorded_map_is_light() -> None:
    markup = drawn_map(recorded(), link_for=address, land_for=land_address).encode()
    assert len(markup) < 200_000 and len(gzip.compress(markup)) < 40_000


def test_the_other_map_can_be_first() -> None:
    root = drawn(arc_map(), first="europe")
    assert root.attrib["data-map"] == "europe"
    assert all("data-world" in element.attrib for element in of_data(root, "data-place"))
    grounds = {
        element.attrib["data-of"]: element for element in root.iter("g") if "data-of" in element.attrib
    }
    assert all("href" in use.attrib for use in grounds["europe"])
    # The land of the map that is not seen is not fetched.
    assert all("href" not in use.attrib and "data-href" in use.attrib for use in grounds["world"])


def test_buttons_for_phases_and_regions_are_those_of_the_map() -> None:
    form = recorded()
    found: dict[str, list[str]] = {}
    for button in drawn(form).iter("button"):
        found.setdefault(button.attrib["data-do"], []).append(button.get("data-key", ""))
    assert found["phase"] == ["", "1", "2", "3"] and found["map"] == ["world", "europe"]
    assert found["area"] == ["", *(region.key for region in form.regions)]
    assert {"closer", "farther", "everything"} <= set(found)
    # A single phase is no choice.
    one = drawn(replace(form, phases=form.phases[:1]))
    assert not [button for button in one.iter("button") if button.attrib["data-do"] == "phase"]


def test_a_map_of_nothing_is_a_map() -> None:
    root = drawn(ArcMap((), (), ()))
    assert not of_data(root, "data-place") and not of_data(root, "data-pairing")
    assert next(root.iter("svg")).attrib["viewBox"] == "0 0 1400 750"


def test_words_are_in_the_readers_language() -> None:
    with use_language("fr"):
        drawn(recorded())


def test_every_ink_of_it_has_its_colour_and_the_land_has_its() -> None:
    for theme in ("light", "dark"):
        sheet = style(theme)  # type: ignore[arg-type]
        assert "--iurc-land:" in sheet
        for key in ("eu", "region-1", "phase-2", "neutral"):
            assert f".{ink_class(key)}{{--ink:{INKS[key][theme]}" in sheet  # type: ignore[index]


def test_small_maps_show_a_phase_each_and_what_else_took_part() -> None:
    form = recorded()
    root = ElementTree.fromstring(_phases(form))
    figures = root.findall("figure")
    assert len(figures) == len(form.phases)
    for figure, phase in zip(figures, form.phases, strict=True):
        every = (*form.places, *form.network_places)
        dots = [element for element in figure.iter() if "data-n" in element.attrib]
        assert len(dots) == sum(phase.key in place.phases for place in every)
        drawing = figure.find("svg")
        assert drawing is not None and drawing.attrib["role"] == "img"
        count = sum(pairing.phase == phase.key for pairing in form.pairings)
        assert drawing.attrib["aria-label"].startswith(f"{phase.label}, {count} pairing")
        assert not list(figure.iter("a")) and not list(figure.iter("text"))


@pytest.mark.parametrize("name", ["world", "europe"])
def test_the_land_is_one_small_file_with_an_address_of_its_own(name: str) -> None:
    content = land_file(name)  # type: ignore[arg-type]
    root = ElementTree.fromstring(content)
    assert [path.attrib["id"] for path in root.iter(f"{SVG}path")] == ["land", "borders", "disputed"]
    assert len(content) < 60_000 and "fill" not in content and "script" not in content
    assert re.fullmatch(rf"\./served/land-{name}\.svg\?made=[0-9a-f]{{8}}", land_address(name))  # type: ignore[arg-type]
