"""Every exhibit as a standalone picture: whole, legible, nothing over anything else, and never more than was said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import exhibits_of, recorded_dataset
from hand_made import (
    NASTY,
    arc_map,
    bars,
    dot_plot,
    flow,
    grid_of_bars,
    line,
    matrix,
    pairings,
    series,
    share_grid,
    slope,
    table,
    time_columns,
    two_sides,
    unit_chart,
)
from hand_made import exhibit as made_by_hand
from hand_made import view as artificial_view

from iurc_dash.cautions import caution_text
from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Category, Form, KeyFigure, KeyFigures, Prose
from iurc_dash.render.picture import FIGURES, MARGIN, PREVIEW, composed, picture, preview
from iurc_dash.render.picture.shapes import Area, Bounds, Box, Circle, Curve, Inset, Line, Text, bounds
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

SMALLEST = 12
ADDRESS = "https://dashboard.example/themes?phase=1&region=LAC"
LONG_NAME = "Llanfairpwllgwyngyll" * 12


def with_long_names() -> Dataset:
    """The artificial data with names that no column has room for, some of them without a space."""
    dataset = artificial_dataset()
    return dataset.with_tables(
        places=dataset["places"].assign(name=LONG_NAME),
        regions=dataset["regions"].assign(name="A region whose name was never meant to be written out in full " * 3),
        themes=dataset["themes"].assign(name=LONG_NAME),
        activities=dataset["activities"].assign(title=LONG_NAME),
    )  # fmt: skip


def exhibit_of(form: Form) -> Exhibit:
    """An exhibit that shows a form made by hand."""
    return made_by_hand(artificial_view(), table(line()), form=form)


def overlap(one: Bounds, other: Bounds) -> bool:
    """Whether two boxes share more than a hair."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.5 and down > 0.5


def assert_legible(exhibit: Exhibit, width: int) -> None:
    """All within the margins, no text small, none over another."""
    drawn = composed(exhibit, "light", width, ADDRESS)
    for shape in drawn.shapes:
        left, top, right, bottom = bounds(shape)
        assert left >= MARGIN - 1 and right <= width - MARGIN + 1, (exhibit.name, shape)
        assert top >= MARGIN - 1 and bottom <= drawn.height - MARGIN + 1, (exhibit.name, shape)
    texts = [(shape, bounds(shape)) for shape in drawn.shapes if isinstance(shape, Text)]
    for at, (text, box) in enumerate(texts):
        assert text.size >= SMALLEST, (exhibit.name, text)
        covered = [other.text for other, its in texts[at + 1 :] if overlap(box, its)]
        assert not covered, (exhibit.name, text.text, covered)


def texts_of(svg: str) -> str:
    """All that is written in a picture, in order."""
    return " ".join(
        "".join(element.itertext())
        for element in ElementTree.fromstring(svg).iter()
        if element.tag.endswith("text")
    )


def fills(svg: str) -> list[str]:
    return re.findall(r'<rect [^>]*fill="(#\w+)"', svg)


def test_every_form_has_a_picture() -> None:
    assert set(get_args(Form)) <= set(FIGURES)


@pytest.mark.parametrize(
    "make_form", [unit_chart, slope, dot_plot, time_columns, share_grid, grid_of_bars, flow, two_sides]
)
@pytest.mark.parametrize("label", ["A", LONG_NAME, "Words that go on and on " * 8, NASTY])
def test_a_form_is_legible_whatever_it_is_called(make_form: Callable[[str], Form], label: str) -> None:
    for width in (1200, 700):
        assert_legible(exhibit_of(make_form(label)), width)
    drawn = picture(exhibit_of(make_form(label)), "light")
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn


@pytest.mark.parametrize(
    "make_dataset", [artificial_dataset, one_row_dataset, empty_dataset, with_long_names]
)
@pytest.mark.parametrize("width", [1200, 700])
def test_every_exhibit_is_legible(make_dataset: Callable[[], Dataset], width: int) -> None:
    for exhibit in exhibits_of(view_of(make_dataset())):
        assert_legible(exhibit, width)


@pytest.mark.slow
def test_every_exhibit_of_the_recorded_data_is_legible_and_well_formed() -> None:
    for exhibit in exhibits_of(view_of(recorded_dataset())):
        assert_legible(exhibit, 1200)
        drawn = picture(exhibit, "dark", address=ADDRESS)
        ElementTree.fromstring(drawn)
        assert not re.search(r"\bnan\b|<script", drawn)
        # It leads nowhere by itself: what it names is within it.
        assert not re.search(r'href="[^#]', drawn)


def test_overlapping_texts_would_be_found() -> None:
    text = Text(60, 90, "One", 15, "#000000")
    assert overlap(bounds(text), bounds(replace(text, x=70))) and not overlap(
        bounds(text), bounds(replace(text, y=120))
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_says_what_it_shows_and_what_it_rests_on(theme: Theme) -> None:
    exhibit = make(view_of(artificial_dataset(), Selection(phases=("1",))), "themes/clusters")
    drawn = picture(exhibit, theme, address=ADDRESS)
    said = " ".join(texts_of(drawn).split())
    assert exhibit.question in said and exhibit.finding in said and "Phase 1" in said
    assert "public source" in said and "Data release 0.0.0-artificial of 1 June 2026" in said
    assert ADDRESS in said and "not endorsed by the European Union" in said and "CC BY 4.0" in said
    assert GROUNDS[theme].background in drawn and GROUNDS[theme].text in drawn
    assert "What is counted: pairings" in said
    # Boundaries are no matter of what draws none.
    assert caution_text("boundaries") not in said
    root = ElementTree.fromstring(drawn)
    assert [child.text for child in root[:2]] == [exhibit.finding, exhibit.alt]


def test_a_map_has_its_notice_and_what_is_not_on_it() -> None:
    exhibit = make(view_of(artificial_dataset()), "pairings/on-map")
    said = texts_of(picture(exhibit, "light"))
    assert caution_text("boundaries") in said and "Not on the map" in said and "Nowhereby" in said
    assert "place on the partner side" in said
    inset = next(shape for shape in composed(exhibit, "light").shapes if isinstance(shape, Inset))
    assert inset.width == 1200 - 2 * MARGIN and caution_text("boundaries") in texts_of(
        preview(exhibit, "light")
    )


def test_lines_of_a_map_run_from_the_eu_side_and_places_are_told_apart_by_form() -> None:
    form = arc_map()
    shapes = composed(exhibit_of(form), "light").shapes
    curves = [shape for shape in shapes if isinstance(shape, Curve)]
    assert len(curves) == sum(len(pairing.joins) for pairing in form.pairings)
    # They fade in towards the partner, but for those between two of one side.
    assert any(curve.fades[0] < curve.fades[1] for curve in curves)
    ground = GROUNDS["light"].background
    dots = [shape for shape in shapes if isinstance(shape, Circle) and shape.radius != 4.5]
    rings = [dot for dot in dots if dot.fill == ground]
    sides = [place.side for place in form.places]
    assert len(rings) == sides.count("partner") and len(dots) - len(rings) >= sides.count("EU")
    assert all(place.label in texts_of(picture(exhibit_of(form), "light")) for place in form.places)


def test_what_is_about_one_thing_does_not_say_that_all_was_chosen() -> None:
    view = view_of(artificial_dataset())
    pairing = make(view, "pairings/facts", pairing="na-1-testville-demo-city")
    assert view.in_words not in texts_of(picture(pairing, "light"))
    narrowed = view.of(Selection(regions=("NA",)))
    chosen = make(narrowed, "pairings/facts", pairing="na-1-testville-demo-city")
    assert narrowed.in_words in texts_of(picture(chosen, "light"))


def test_stated_is_filled_and_inferred_hollow() -> None:
    form = bars(
        series("stated", 3, 1, None, colour="phase-1"),
        series("inferred", 2, 2, 0, colour="phase-2", texture="outlined"),
        stacked=True,
    )
    drawn = picture(exhibit_of(form), "light")
    full, hollow = colour("phase-1", "light"), colour("phase-2", "light")
    assert full in fills(drawn) and hollow not in fills(drawn)
    assert f'stroke="{hollow}"' in drawn
    assert "STATED" in texts_of(drawn) and "INFERRED" in texts_of(drawn)


def test_what_cannot_be_is_a_dash_and_nothing_has_no_bar() -> None:
    drawn = picture(exhibit_of(bars(series("a", 3, 0, None, colour="phase-1"))), "light")
    assert fills(drawn).count(colour("phase-1", "light")) == 1
    said = texts_of(drawn)
    assert " A 3 B 0 C – " in f" {said} "


def test_a_longer_bar_is_a_larger_number() -> None:
    shapes = composed(exhibit_of(bars(series("a", 2, 4, 1, colour="phase-1"))), "light").shapes
    lengths = [
        shape.width for shape in shapes if isinstance(shape, Box) and shape.fill == colour("phase-1", "light")
    ]
    assert [round(length / lengths[2]) for length in lengths] == [2, 4, 1]


def test_columns_without_room_stand_below_with_the_names_again() -> None:
    counts = (tuple(range(40)), tuple(range(40)))
    shown = exhibit_of(matrix(*counts))
    assert_legible(shown, 1200)
    said = texts_of(picture(shown, "light"))
    assert said.count("Row 0") > 1 and all(f"Column {at}" in said for at in range(40))


def test_a_list_says_how_much_of_it_is_shown() -> None:
    listed = make(view_of(recorded_dataset()), "pairings/list")
    said = texts_of(picture(listed, "light"))
    assert f"The first 12 of {len(listed.table)} rows" in said
    short = make(view_of(artificial_dataset()), "pairings/list")
    assert "The first" not in texts_of(picture(short, "light"))


def test_many_phases_are_said_in_words() -> None:
    count = next(iter(series("n", 4).values))
    phases = tuple(Category(str(at), f"Phase number {at}") for at in range(9))
    figures = KeyFigures((KeyFigure("n", "Pairings", count, (count,) * 9),), phases)  # type: ignore[arg-type]
    assert_legible(exhibit_of(figures), 1200)
    assert "Phase number 8: 4" in " ".join(texts_of(picture(exhibit_of(figures), "light")).split())


def test_every_unit_is_a_mark_and_what_is_stated_is_full() -> None:
    chart = unit_chart()
    shapes = composed(exhibit_of(chart), "light").shapes
    marks = [
        shape
        for shape in shapes
        if isinstance(shape, Box | Area) and shape.fill != GROUNDS["light"].background
    ]
    hollow = [
        shape for shape in shapes if isinstance(shape, Box) and shape.fill == GROUNDS["light"].background
    ]
    looks = [unit.look for group in chart.groups for unit in group.units]
    # Each look once more as a sample, and the sign of each group.
    assert len(marks) == 2 * sum(look.texture == "solid" for look in looks) + len(chart.groups)
    assert len(hollow) == 2 * sum(look.texture == "outlined" for look in looks)


def test_many_units_go_on_below_and_none_is_lost() -> None:
    group = unit_chart().groups[0]
    many = replace(group, units=group.units[:1] * 400, total=pairings(400), sign="")
    for arrangement in ("rows", "blocks"):
        chart = replace(unit_chart(), groups=(many,) * 3, arrangement=arrangement, samples=())
        shown = exhibit_of(chart)
        assert_legible(shown, 1200)
        ink = colour("phase-1", "light")
        assert fills(picture(shown, "light")).count(ink) == 1200


def test_what_moved_stands_out_and_both_ends_say_of_how_many() -> None:
    shown = exhibit_of(slope())
    said = texts_of(picture(shown, "light"))
    assert "20 pairings" in said and "24 pairings" in said
    assert said.count("10%") == 1 and said.count("75%") == 1 and said.count("50%") == 2
    lines = [shape for shape in composed(shown, "light").shapes if isinstance(shape, Line)]
    moved = [line for line in lines if line.ink == GROUNDS["light"].accent]
    (line,) = moved
    assert line.points[0][1] > line.points[1][1]


def test_columns_go_up_and_down_and_say_what_is_in_none() -> None:
    shown = exhibit_of(time_columns())
    said = texts_of(picture(shown, "light"))
    assert "Column: 4" in said and "2020" in said and "2021" in said
    boxes = [shape for shape in composed(shown, "light").shapes if isinstance(shape, Box)]
    columns = [box for box in boxes if box.fill == colour("phase-1", "light") and box.width > 20]
    heights = [round(box.height) for box in columns]
    assert len(heights) == 3 and heights[1] / heights[0] == pytest.approx(5 / 3, abs=0.05)
    assert columns[2].y == pytest.approx(columns[0].y + columns[0].height)


def test_dots_lie_at_their_values_and_the_outer_ones_say_them() -> None:
    shown = exhibit_of(dot_plot())
    circles = [shape for shape in composed(shown, "light").shapes if isinstance(shape, Circle)]
    # Two samples stand above; the first row has 3, 5 and 8, the second 1.
    rows = sorted({circle.y for circle in circles})[1:]
    low, middle, high = sorted(circle.x for circle in circles if circle.y == rows[0])
    assert (high - low) / (middle - low) == pytest.approx(5 / 2)
    assert [circle.x for circle in circles if circle.y == rows[1]] == [pytest.approx(low - (middle - low))]
    said = f" {texts_of(picture(shown, 'light'))} "
    assert " 8 " in said and " 3 " in said


def test_nothing_that_is_given_is_read_as_markup() -> None:
    nasty = exhibit_of(Prose((NASTY, "Control \x00 and \ud800 signs")))
    drawn = picture(nasty, "light", address=NASTY)
    ElementTree.fromstring(drawn)
    drawn.encode()
    assert "<script" not in drawn and "alert(" in drawn


def test_nothing_found_is_said_without_a_figure() -> None:
    exhibit = make(view_of(empty_dataset()), "themes/clusters")
    assert exhibit.finding in texts_of(picture(exhibit, "light"))


@pytest.mark.parametrize("id", ["pairings/on-map", "overview/key-figures", "activities/over-time"])
def test_a_preview_has_the_size_that_other_sites_show(id: str) -> None:
    exhibit = make(view_of(recorded_dataset()), id)
    drawn = preview(exhibit, "light")
    root = ElementTree.fromstring(drawn)
    assert (int(root.attrib["width"]), int(root.attrib["height"])) == PREVIEW
    assert "not endorsed by the European Union" in texts_of(drawn)
    inner = [element for element in root if element.tag.endswith("svg")]
    assert len(inner) == 1
    place = {name: float(inner[0].attrib[name]) for name in ("x", "y", "width", "height")}
    _left, _top, wide, tall = map(float, inner[0].attrib["viewBox"].split())
    # The figure is as large as there is room, and its letters can still be read.
    assert min(place["width"] / wide, place["height"] / tall) > 0.5
    assert place["x"] + place["width"] <= PREVIEW[0] and place["y"] + place["height"] <= PREVIEW[1]
    assert "role" not in inner[0].attrib
