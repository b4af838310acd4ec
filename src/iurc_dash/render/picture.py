"""An ArcMap as a drawn picture (SVG): the small map that loads no map library, and the map of one pairing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import ArcMap, MapPairing, MapPlace
from iurc_dash.geography import PICTURE_FRAME, Point, arc, spread_bundles
from iurc_dash.language import _, format_names, format_number, ngettext
from iurc_dash.render.label_places import placed_labels

OUTLINE_FILE = Path(__file__).resolve().parents[3] / "data" / "boundaries" / "outline.json"
# Past this many places names would hide the map.
MOST_NAMES = 12
# A fitted view never shows less than this share of the world's width: an outline this coarse tells no more.
CLOSEST = 0.16


@dataclass(frozen=True)
class _Window:
    """The part of the frame that is shown, in the frame's units."""

    left: float
    top: float
    width: float
    height: float


def map_picture(
    form: ArcMap,
    theme: Theme,
    width: int = 1000,
    labels: bool = False,
    fit: bool = False,
    outline_file: Path = OUTLINE_FILE,
) -> str:
    """The map as an SVG document `width` pixels wide, with a title and a description for screen readers.

    labels: names beside the places, when they are few. fit: only the part of the world that holds the places.
    EU ends are filled dots, partner ends rings. Reads the outline once; raises OSError when it is not there.
    """
    window = _fitted(form) if fit else _Window(0, 0, PICTURE_FRAME.width, PICTURE_FRAME.height)
    # Sizes are in pixels of the picture, whatever part of the world it shows.
    unit = window.width / width
    ground = GROUNDS[theme]
    box = " ".join(_short(value) for value in (window.left, window.top, window.width, window.height))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width}" '
        f'height="{round(width * window.height / window.width)}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(_title(form))}</title><desc id="d">{escape(_description(form))}</desc>',
        f'<clipPath id="c"><rect x="{_short(window.left)}" y="{_short(window.top)}" width="{_short(window.width)}" '
        f'height="{_short(window.height)}" rx="{_short(6 * unit)}"/></clipPath><g clip-path="url(#c)">',
        f'<path fill="{ground.sea}" d="M{_short(window.left)} {_short(window.top)}h{_short(window.width)}'
        f'v{_short(window.height)}h{_short(-window.width)}z"/>',
        f'<path fill="{ground.land}" stroke="{ground.border}" stroke-width="{_short(0.7 * unit)}" '
        f'd="{_outline(outline_file)}"/>',
        _arcs(form, theme, unit, fit),
        _dots(form, theme, unit, fit),
    ]
    if labels and len(form.places) <= MOST_NAMES:
        parts.append(_names(form, theme, unit, window))
    parts.append("</g></svg>")
    return "".join(parts)


@lru_cache(maxsize=2)
def _outline(file: Path) -> str:
    return str(json.loads(file.read_text(encoding="utf-8"))["path"])


def _short(value: float) -> str:
    """A number in as few characters as two decimals need."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _title(form: ArcMap) -> str:
    count = len(form.pairings)
    return ngettext("Map of {number} pairing", "Map of {number} pairings", count).format(
        number=format_number(count)
    )


def _description(form: ArcMap) -> str:
    if len(form.pairings) == 1 and form.places:
        return _("It joins {places}.").format(places=format_names([place.label for place in form.places]))
    count = len(form.places)
    return ngettext(
        "A line joins the members of each pairing; {number} place is shown.",
        "A line joins the members of each pairing; {number} places are shown.",
        count,
    ).format(number=format_number(count))


def _position(place: MapPlace) -> tuple[float, float]:
    return PICTURE_FRAME.position(place.longitude, place.latitude)


def _fitted(form: ArcMap) -> _Window:
    """A window in the frame's own proportions around all places, arcs included, never closer than the outline bears."""
    world = _Window(0, 0, PICTURE_FRAME.width, PICTURE_FRAME.height)
    points = [point for path in _curves(form).values() for line in path for point in line]
    points += [_position(place) for place in form.places]
    if not points:
        return world
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    # Room for names at both sides; more upward than downward is never needed.
    width = max(
        (right - left) * 1.3, (bottom - top) * 1.25 * world.width / world.height, CLOSEST * world.width
    )
    width = min(width, world.width)
    height = width * world.height / world.width
    return _Window(
        _clamped((left + right - width) / 2, world.width - width),
        _clamped((top + bottom - height) / 2, world.height - height),
        width,
        height,
    )


def _clamped(value: float, most: float) -> float:
    return max(0.0, min(value, most))


def _curves(form: ArcMap) -> dict[str, list[list[tuple[float, float]]]]:
    """For each pairing its lines in the frame: (start, handle, end) of quadratic curves one after the other."""
    places = {place.key: place for place in form.places}
    links: list[tuple[Point, Point]] = []
    owners: list[str] = []
    for pairing in form.pairings:
        for first, second in pairing.joins:
            ends = [places[pairing.members[index]] for index in (first, second)]
            links.append(
                (Point(ends[0].longitude, ends[0].latitude), Point(ends[1].longitude, ends[1].latitude))
            )
            owners.append(pairing.key)
    curves: dict[str, list[list[tuple[float, float]]]] = {}
    for key, (start, end), bend in zip(owners, links, spread_bundles(links), strict=True):
        curves.setdefault(key, []).extend(_projected(start, end, bend))
    return curves


@lru_cache(maxsize=4096)
def _projected(start: Point, end: Point, bend: float) -> tuple[list[tuple[float, float]], ...]:
    """An arc in the frame as few points: ends, and a handle for each half or so of the way."""
    lines = []
    for path in arc(start, end, bend, points=7).paths:
        lines.append([PICTURE_FRAME.position(longitude, latitude) for longitude, latitude in path])
    return tuple(lines)


def _curve_data(line: Sequence[tuple[float, float]], fine: bool) -> str:
    """A smooth path through the points: quadratic curves from middle to middle with the points as handles."""
    scale = 10 if fine else 1
    dots = [(round(x * scale), round(y * scale)) for x, y in line]
    data, here = f"M{_pair(dots[0], (0, 0), scale)}", dots[0]
    if len(dots) < 3:
        return data + "".join(f"l{_pair(dot, here, scale)}" for dot in dots[1:])
    for number, handle in enumerate(dots[1:-1], start=1):
        after = dots[number + 1]
        is_last = number == len(dots) - 2
        end = after if is_last else ((handle[0] + after[0]) // 2, (handle[1] + after[1]) // 2)
        data += f"q{_pair(handle, here, scale)}{_pair(end, here, scale, follows=True)}"
        here = end
    return data


def _pair(dot: tuple[int, int], origin: tuple[int, int], scale: int, follows: bool = False) -> str:
    """A point counted from another, as short as SVG can write it: a minus sign parts numbers as well as a space."""
    x, y = (_short((dot[axis] - origin[axis]) / scale) for axis in (0, 1))
    between = "" if y.startswith("-") else " "
    before = " " if follows and not x.startswith("-") else ""
    return f"{before}{x}{between}{y}"


def _arcs(form: ArcMap, theme: Theme, unit: float, fine: bool) -> str:
    """One path for all pairings of a colour, the chosen pairing by itself and stronger."""
    curves = _curves(form)
    by_colour: dict[str, list[MapPairing]] = {}
    for pairing in form.pairings:
        if pairing.key != form.chosen:
            by_colour.setdefault(pairing.colour, []).append(pairing)
    has_chosen = any(pairing.key == form.chosen for pairing in form.pairings)
    alone = len(form.pairings) <= 5
    opacity = 0.18 if has_chosen else 0.95 if alone else 0.6
    parts = []
    for key, pairings in sorted(by_colour.items()):
        data = "".join(
            _curve_data(line, fine) for pairing in pairings for line in curves.get(pairing.key, [])
        )
        parts.append(_stroke(data, colour(key, theme), (2 if alone else 1.1) * unit, opacity))
    for pairing in form.pairings:
        if pairing.key == form.chosen:
            data = "".join(_curve_data(line, fine) for line in curves.get(pairing.key, []))
            parts.append(_stroke(data, colour(pairing.colour, theme), 2.4 * unit, 1))
    return "".join(parts)


def _stroke(data: str, ink: str, width: float, opacity: float) -> str:
    if not data:
        return ""
    return (
        f'<path fill="none" stroke="{ink}" stroke-width="{_short(width)}" stroke-opacity="{_short(opacity)}" '
        f'stroke-linecap="round" d="{data}"/>'
    )


def _dots(form: ArcMap, theme: Theme, unit: float, fine: bool) -> str:
    """Filled dots for EU ends, rings for partner ends: one path a kind, each dot a line of no length with round ends."""
    ground = GROUNDS[theme]
    # Many dots are drawn smaller on a smaller picture, so that Europe does not become one blot.
    many = max(3.4, 5 * min(1.0, 1 / unit))
    size = 9.0 if len(form.places) <= MOST_NAMES else many
    parts = []
    for side in ("EU", "partner"):
        data = "".join(
            f"M{_short(round(x, 1 if fine else 0))} {_short(round(y, 1 if fine else 0))}h0"
            for x, y in (_position(place) for place in form.places if place.side == side)
        )
        if not data:
            continue
        # From the outside in: a halo that parts it from the arcs, the mark, and for rings their hollow middle.
        layers = [(ground.land, size + 2.0), (ground.text, size)]
        if side == "partner":
            layers.append((ground.land, size * 0.52))
        parts.append(f'<defs><path id="{side}" fill="none" stroke-linecap="round" d="{data}"/></defs>')
        parts += [
            f'<use href="#{side}" stroke="{ink}" stroke-width="{_short(width * unit)}"/>'
            for ink, width in layers
        ]
    return "".join(parts)


def _names(form: ArcMap, theme: Theme, unit: float, window: _Window) -> str:
    """Names beside their dots, moved so that none covers another name or a dot."""
    ground = GROUNDS[theme]
    size = 15.0
    dots = [
        ((x - window.left) / unit, (y - window.top) / unit) for x, y in (_position(p) for p in form.places)
    ]
    frame = (window.width / unit, window.height / unit)
    parts = []
    for place, label in zip(
        form.places, placed_labels(dots, [p.label for p in form.places], frame, size), strict=True
    ):
        x, y = window.left + label.x * unit, window.top + label.y * unit
        parts.append(
            f'<text x="{_short(x)}" y="{_short(y)}" text-anchor="{label.anchor}">{escape(place.label)}</text>'
        )
    return (
        f'<g font-family="\'Source Sans\',sans-serif" font-size="{_short(size * unit)}" font-weight="600" '
        f'fill="{ground.text}" stroke="{ground.land}" stroke-width="{_short(3.5 * unit)}" paint-order="stroke" '
        f'stroke-linejoin="round">{"".join(parts)}</g>'
    )
