"""An ArcMap as a drawn picture (SVG): the small map that loads no map library, and the map of one pairing."""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from pathlib import Path

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import ArcMap, MapPairing
from iurc_dash.language import _, format_names, format_number, ngettext
from iurc_dash.render.svg.geometry import WORLD, Window, fitted, path_data, positions, short
from iurc_dash.render.svg.label_places import placed_labels

OUTLINE_FILE = Path(__file__).resolve().parents[4] / "data" / "boundaries" / "outline.json"
# Past this many places names would hide the map.
MOST_NAMES = 12
# Pixels in which sizes are counted: about as wide as a picture stands beside text, so that names read as text does.
WIDTH = 440


def map_picture(form: ArcMap, theme: Theme, labels: bool = False, fit: bool = False) -> str:
    """The map as an SVG document WIDTH pixels wide, with a title and a description for screen readers.

    labels: names beside the places, when they are few. fit: only the part of the world that holds the places.
    EU ends are filled dots, partner ends rings. Reads the outline once; raises OSError when it is not there.
    """
    window = fitted(form) if fit else WORLD
    decimals = 1 if fit else 0
    # Sizes are in pixels of the picture, whatever part of the world it shows.
    unit = window.width / WIDTH
    ground = GROUNDS[theme]
    box = " ".join(short(value) for value in (window.left, window.top, window.width, window.height))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{WIDTH}" '
        f'height="{round(WIDTH * window.height / window.width)}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(_title(form))}</title><desc id="d">{escape(_description(form))}</desc>',
        f'<clipPath id="c"><rect x="{short(window.left)}" y="{short(window.top)}" width="{short(window.width)}" '
        f'height="{short(window.height)}" rx="{short(6 * unit)}"/></clipPath><g clip-path="url(#c)">',
        f'<path fill="{ground.background}" d="M{short(window.left)} {short(window.top)}h{short(window.width)}'
        f'v{short(window.height)}h{short(-window.width)}z"/>',
        f'<path fill="{ground.page_land}" stroke="{ground.background}" stroke-width="{short(0.7 * unit)}" '
        f'd="{_outline(OUTLINE_FILE)}"/>',
        _lines(form, theme, unit, decimals),
        _dots(form, theme, unit, decimals),
    ]
    if labels and len(form.places) <= MOST_NAMES:
        parts.append(_names(form, theme, unit, window))
    parts.append("</g></svg>")
    return "".join(parts)


@lru_cache(maxsize=2)
def _outline(file: Path) -> str:
    return str(json.loads(file.read_text(encoding="utf-8"))["path"])


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


def _lines(form: ArcMap, theme: Theme, unit: float, decimals: int) -> str:
    """One path for all pairings of a colour, the chosen pairing by itself and stronger."""
    by_colour: dict[str, list[MapPairing]] = {}
    chosen = [pairing for pairing in form.pairings if pairing.key == form.chosen]
    for pairing in form.pairings:
        if pairing.key != form.chosen:
            by_colour.setdefault(pairing.colour, []).append(pairing)
    alone = len(form.pairings) <= 5
    opacity = 0.18 if chosen else 0.95 if alone else 0.7
    width = (2 if alone else 0.8) * unit
    strokes = [
        _stroke(path_data(pairings, decimals), colour(key, theme), width, opacity)
        for key, pairings in sorted(by_colour.items())
    ]
    strokes += [
        _stroke(path_data([one], decimals), colour(one.colour, theme), 2.4 * unit, 1) for one in chosen
    ]
    return "".join(strokes)


def _stroke(data: str, ink: str, width: float, opacity: float) -> str:
    if not data:
        return ""
    return (
        f'<path fill="none" stroke="{ink}" stroke-width="{short(width)}" stroke-opacity="{short(opacity)}" '
        f'stroke-linecap="round" stroke-linejoin="round" d="{data}"/>'
    )


def _dots(form: ArcMap, theme: Theme, unit: float, decimals: int) -> str:
    """Filled dots for EU ends, rings for partner ends: a path a kind, each dot a line of no length, round-ended."""
    ground = GROUNDS[theme]
    few = len(form.places) <= MOST_NAMES
    # Many dots are drawn small, those of the EU, which stand closest, smallest: Europe must not become one blot.
    parts = []
    for side, many in (("partner", 3.6), ("EU", 2.2)):
        size = 8.0 if few else many
        data = "".join(
            f"M{short(x)} {short(y)}h0"
            for x, y in positions(place for place in form.places if place.side == side)
            .round(decimals)
            .tolist()
        )
        if not data:
            continue
        # From the outside in: a halo that parts it from the arcs, the mark, and for rings their hollow middle.
        layers = [(ground.background, size + (2.0 if few else 0.8)), (ground.text, size)]
        if side == "partner":
            layers.append((ground.background, size * 0.52))
        parts.append(f'<defs><path id="{side}" fill="none" stroke-linecap="round" d="{data}"/></defs>')
        parts += [
            f'<use href="#{side}" stroke="{ink}" stroke-width="{short(width * unit)}"/>'
            for ink, width in layers
        ]
    return "".join(parts)


def _names(form: ArcMap, theme: Theme, unit: float, window: Window) -> str:
    """Names beside their dots, moved so that none covers another name or a dot."""
    ground = GROUNDS[theme]
    size = 13.5
    dots = [((x - window.left) / unit, (y - window.top) / unit) for x, y in positions(form.places).tolist()]
    frame = (window.width / unit, window.height / unit)
    parts = []
    for place, label in zip(
        form.places, placed_labels(dots, [p.label for p in form.places], frame, size), strict=True
    ):
        x, y = window.left + label.x * unit, window.top + label.y * unit
        parts.append(
            f'<text x="{short(x)}" y="{short(y)}" text-anchor="{label.anchor}">{escape(place.label)}</text>'
        )
    return (
        f'<g font-family="\'Source Sans\',sans-serif" font-size="{short(size * unit)}" font-weight="600" '
        f'fill="{ground.text}" stroke="{ground.background}" stroke-width="{short(3.5 * unit)}" paint-order="stroke" '
        f'stroke-linejoin="round">{"".join(parts)}</g>'
    )
