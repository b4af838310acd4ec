"""What a picture is drawn with: a few neutral shapes as values, where each lies, and how SVG writes it.

All is in pixels from the upper left corner. A shape knows nothing of what it means: another medium can draw it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal, NamedTuple
from zlib import crc32

from iurc_dash.render.fonts import FAMILIES, WEIGHTS, Face, measured

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
# How far letters reach above and below their base line, as parts of their size.
ASCENT, DESCENT = 0.76, 0.24
_OF_ITS_OWN = re.compile(r' ?\b(?:width|height|role|aria-labelledby)="[^"]*"')


class Bounds(NamedTuple):
    """The box that something lies in."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Text:
    """A line of text: `x` is its start, middle or end, `y` its base line."""

    x: float
    y: float
    text: str
    size: float
    ink: str
    face: Face = "text"
    anchor: Anchor = "start"
    # The ink of a seam around the letters, which parts them from what they stand on.
    halo: str = ""


@dataclass(frozen=True)
class Box:
    """A rectangle; the edge lies half inside, half outside of it."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str = ""
    edge_width: float = 0
    radius: float = 0


@dataclass(frozen=True)
class Circle:
    """A dot, or a ring where it has an edge."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str = ""
    edge_width: float = 0


@dataclass(frozen=True)
class Line:
    """A line through points."""

    points: tuple[Point, ...]
    ink: str
    width: float = 1
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True)
class Curve:
    """A line that bends towards a point (a quadratic curve); it changes from one opacity to the other along its way."""

    start: Point
    towards: Point
    end: Point
    ink: str
    width: float = 1
    fades: tuple[float, float] = (1, 1)


@dataclass(frozen=True)
class Area:
    """What lies within points."""

    points: tuple[Point, ...]
    fill: str
    edge: str = ""
    edge_width: float = 0


@dataclass(frozen=True)
class Inset:
    """A drawing that was made elsewhere, an SVG document with a view box, fitted into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    svg: str


Shape = Text | Box | Circle | Line | Curve | Area | Inset


@dataclass(frozen=True)
class Drawn:
    """Shapes that lie below `y` 0, and the height that they take in all."""

    shapes: tuple[Shape, ...] = ()
    height: float = 0


def one_below_the_other(parts: Iterable[Drawn], gap: float) -> Drawn:
    """Parts that take any height, from top to bottom, so many pixels apart."""
    shapes: list[Shape] = []
    top = 0.0
    for part in parts:
        if part.height:
            shapes += moved(part.shapes, 0, top)
            top += part.height + gap
    return Drawn(tuple(shapes), max(0.0, top - gap))


def moved(shapes: Sequence[Shape], across: float, down: float) -> tuple[Shape, ...]:
    """The shapes elsewhere."""
    return tuple(_moved(shape, across, down) for shape in shapes)


def bounds(shape: Shape) -> Bounds:
    """The box that a shape lies in; that of a text is measured in its letters."""
    match shape:
        case Text():
            width = measured(shape.text, shape.size, shape.face)
            left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
            return Bounds(left, shape.y - ASCENT * shape.size, left + width, shape.y + DESCENT * shape.size)
        case Circle():
            reach = shape.radius + shape.edge_width / 2
            return Bounds(shape.x - reach, shape.y - reach, shape.x + reach, shape.y + reach)
        case Line() | Area():
            xs, ys = zip(*shape.points, strict=True)
            return Bounds(min(xs), min(ys), max(xs), max(ys))
        case Curve():
            xs, ys = zip(shape.start, _middle(shape), shape.end, strict=True)
            return Bounds(min(xs), min(ys), max(xs), max(ys))
        case Box() | Inset():
            return Bounds(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)


def as_svg(shape: Shape) -> str:
    """A shape as an element of SVG."""
    match shape:
        case Text():
            anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
            if shape.halo:
                anchor += (
                    f' stroke="{shape.halo}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"'
                )
            return (
                f'<text x="{short(shape.x)}" y="{short(shape.y)}" font-size="{short(shape.size)}"{anchor} '
                f'font-family="{FAMILIES[shape.face]}" font-weight="{WEIGHTS[shape.face]}" fill="{shape.ink}">'
                f"{escape(_printable(shape.text))}</text>"
            )
        case Box():
            radius = f' rx="{short(shape.radius)}"' if shape.radius else ""
            return (
                f'<rect x="{short(shape.x)}" y="{short(shape.y)}" width="{short(shape.width)}" '
                f'height="{short(shape.height)}"{radius}{_paint(shape)}/>'
            )
        case Circle():
            return f'<circle cx="{short(shape.x)}" cy="{short(shape.y)}" r="{short(shape.radius)}"{_paint(shape)}/>'
        case Line():
            dashes = f' stroke-dasharray="{" ".join(map(short, shape.dashes))}"' if shape.dashes else ""
            return (
                f'<path d="{_path(shape.points)}" fill="none" stroke="{shape.ink}" '
                f'stroke-width="{short(shape.width)}"{dashes}/>'
            )
        case Curve():
            return _curve_as_svg(shape)
        case Area():
            return f'<path d="{_path(shape.points)}z"{_paint(shape)}/>'
        case Inset():
            place = (
                f'x="{short(shape.x)}" y="{short(shape.y)}" width="{short(shape.width)}" '
                f'height="{short(shape.height)}" preserveAspectRatio="xMidYMid meet"'
            )
            return f"<svg {place} {_without_size(shape.svg)}"


def short(value: float) -> str:
    """A number in as few characters as two decimals need."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _middle(curve: Curve) -> Point:
    """The point of a curve that stands farthest aside."""
    (x0, y0), (x1, y1), (x2, y2) = curve.start, curve.towards, curve.end
    return (x0 + 2 * x1 + x2) / 4, (y0 + 2 * y1 + y2) / 4


def _curve_as_svg(curve: Curve) -> str:
    (x0, y0), (x1, y1), (x2, y2) = (tuple(map(short, at)) for at in (curve.start, curve.towards, curve.end))
    path = f'<path d="M{x0} {y0}Q{x1} {y1} {x2} {y2}" fill="none" stroke-width="{short(curve.width)}"'
    if curve.fades[0] == curve.fades[1]:
        return f'{path} stroke="{curve.ink}" stroke-opacity="{short(curve.fades[0])}"/>'
    # What is called the same is the same.
    name = f"f{crc32(f'{curve}'.encode()):08x}"
    stops = "".join(
        f'<stop offset="{at}" stop-color="{curve.ink}" stop-opacity="{short(opacity)}"/>'
        for at, opacity in enumerate(curve.fades)
    )
    way = f'id="{name}" gradientUnits="userSpaceOnUse" x1="{x0}" y1="{y0}" x2="{x2}" y2="{y2}"'
    return f'<linearGradient {way}>{stops}</linearGradient>{path} stroke="url(#{name})"/>'


def _moved(shape: Shape, across: float, down: float) -> Shape:
    if isinstance(shape, Curve):
        start, towards, end = ((x + across, y + down) for x, y in (shape.start, shape.towards, shape.end))
        return replace(shape, start=start, towards=towards, end=end)
    if isinstance(shape, Line | Area):
        return replace(shape, points=tuple((x + across, y + down) for x, y in shape.points))
    return replace(shape, x=shape.x + across, y=shape.y + down)


def _paint(shape: Box | Circle | Area) -> str:
    edge = f' stroke="{shape.edge}" stroke-width="{short(shape.edge_width)}"' if shape.edge else ""
    return f' fill="{shape.fill}"{edge}'


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points)


def _printable(text: str) -> str:
    """The text without what XML cannot hold."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _without_size(svg: str) -> str:
    """A document behind its first tag's name, without the size and the role that it would have by itself."""
    head, end, rest = svg.removeprefix("<svg ").partition(">")
    return _OF_ITS_OWN.sub("", head) + end + rest
