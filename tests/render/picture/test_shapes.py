"""Shapes: where they lie, how they move, and how SVG writes them."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from iurc_dash.render.fonts import measured
from iurc_dash.render.picture.shapes import (
    Area,
    Box,
    Circle,
    Curve,
    Drawn,
    Inset,
    Line,
    Shape,
    Text,
    as_svg,
    bounds,
    moved,
    one_below_the_other,
)

OTHER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5" width="440" height="220" role="img">'
    '<g width="3"/></svg>'
)
SHAPES: tuple[Shape, ...] = (
    Text(10, 20, "A & <b>", 15, "#000000"),
    Box(1, 2, 3, 4, "#FF0000", "#00FF00", 1.5, radius=2),
    Circle(5, 5, 2, "#FF0000"),
    Line(((0, 0), (3, 4)), "#FF0000", dashes=(2, 1)),
    Area(((0, 0), (3, 4), (0, 4)), "#FF0000"),
    Curve((0, 0), (5, -4), (10, 0), "#FF0000", fades=(0.5, 0.5)),
    Inset(10, 10, 20, 10, OTHER),
)


def test_a_text_lies_where_it_is_anchored() -> None:
    width = measured("Phase 1", 15)
    for anchor, left in (("start", 100), ("middle", 100 - width / 2), ("end", 100 - width)):
        box = bounds(Text(100, 50, "Phase 1", 15, "#000000", anchor=anchor))  # type: ignore[arg-type]
        assert (box.left, round(box.right - box.left, 6)) == (left, round(width, 6))
        assert box.top < 50 < box.bottom


def test_every_shape_moves_as_a_whole() -> None:
    for shape, elsewhere in zip(SHAPES, moved(SHAPES, 7, -3), strict=True):
        before, after = bounds(shape), bounds(elsewhere)
        assert [round(b - a, 6) for a, b in zip(before, after, strict=True)] == [7, -3, 7, -3]
        assert type(shape) is type(elsewhere)


def test_every_shape_is_an_element_with_its_text_escaped() -> None:
    for shape in SHAPES:
        written = as_svg(shape)
        element = ElementTree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{written}</svg>')
        assert len(element) == 1
    assert "A &amp; &lt;b&gt;" in as_svg(SHAPES[0])


def test_a_drawing_made_elsewhere_takes_the_place_it_is_given() -> None:
    written = as_svg(SHAPES[-1])
    inner = ElementTree.fromstring(written)
    assert inner.attrib["width"] == "20" and inner.attrib["viewBox"] == "0 0 10 5"
    assert "role" not in inner.attrib and inner[0].attrib == {"width": "3"}


def test_parts_stand_one_below_the_other_and_empty_ones_take_no_room() -> None:
    part = Drawn((Box(0, 0, 10, 10, "#000000"),), 10)
    whole = one_below_the_other((part, Drawn(), part), 6)
    assert whole.height == 26 and [bounds(shape).top for shape in whole.shapes] == [0, 16]
    assert one_below_the_other((), 6).height == 0


def test_a_curve_that_fades_has_its_way_written_with_it_under_a_name_of_its_own() -> None:
    curves = [Curve((0, 0), (5, -4), (10, at), "#FF0000", fades=(0.1, 1)) for at in (0, 0, 9)]
    drawn = [as_svg(curve) for curve in curves]
    names = [re.findall(r'id="(\w+)"', one) for one in drawn]
    assert names[0] == names[1] != names[2] and f"url(#{names[2][0]})" in drawn[2]
    assert bounds(curves[0]).top == -2
