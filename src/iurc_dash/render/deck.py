"""An ArcMap as an interactive map: the one place that knows pydeck.

Two layers can be chosen from: 'pairings' and 'places'. A pairing is drawn as a thin line in 'lines'; the same line in
'pairings', wide and all but unseen, is what a pointer meets.

Rows carry as little as the map reads, under short names: `k` key, `t` what a pointer is told, `c` which colour, `p`
line, `x` and `y` position, `e` 1 for an EU end, `n` number of pairings, `r` rank.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pydeck

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import ArcMap, MapPairing, MapPlace
from iurc_dash.geography import Extent, Point, extent
from iurc_dash.render.lettering import shortened
from iurc_dash.render.map_lines import Line, coarser, pairing_lines

# The width for which the view is worked out: a little less than a map has beside its details on a laptop.
USUAL_WIDTH = 690
# A phone's width: a reader can go so far out that everything shows there too.
LEAST_WIDTH = 340
TOLD_LENGTH = 70
LAYER_IDS = ("lines", "pairings", "places", "names")
# Names for all places; on a far larger map, for those with most pairings.
MOST_NAMES = 400
LINE_WIDTH = 1.7
# Wide enough to be hit by hand; the least opacity that is still drawn.
REACH = 7
UNSEEN = 1
# Degrees by which the wide line, which also shows what is chosen, may leave the thin one: half a pixel of seven.
REACH_TOLERANCE = 0.25

Row = dict[str, Any]


class CompactDeck(pydeck.Deck):  # type: ignore[misc]
    """A deck whose rows go into its JSON as they are, without the indentation that pydeck gives every number.

    rows: for each layer's id the rows that it draws, or the address they are fetched from; the layers themselves
    carry none.
    """

    # A slot, because pydeck writes every attribute that it finds in __dict__.
    __slots__ = ("rows",)

    def __init__(self, rows: Mapping[str, list[Row] | str], **settings: Any) -> None:
        super().__init__(**settings)
        self.rows = rows

    def to_json(self) -> str:
        """The deck as compact JSON."""
        spec = json.loads(super().to_json())
        for layer in spec["layers"]:
            layer["data"] = self.rows[layer["id"]]
        return json.dumps(spec, separators=(",", ":"), ensure_ascii=False)


def layer_rows(form: ArcMap) -> dict[str, list[Row]]:
    """For each layer's id the rows that it draws: thin lines, wide lines to be hit, places, names."""
    drawn, lines, _colour_keys = _line_rows(form.places, form.pairings)
    return {
        "lines": drawn,
        "pairings": lines,
        "places": _place_rows(form.places),
        "names": _name_rows(form.places),
    }


def deck(form: ArcMap, theme: Theme, height: int = 600, rows_at: str = "") -> CompactDeck:
    """The map at a height in pixels, showing all its places; the chosen pairing or place strongly, the rest faintly.

    EU ends are filled dots, partner ends rings. All joins of a pairing are one line, picked as one. `rows_at`: the
    address that serves the rows of layer `{layer}`; without it the deck carries them itself.
    """
    ground = GROUNDS[theme]
    drawn, _lines, colour_keys = _line_rows(form.places, form.pairings)
    rows: Mapping[str, list[Row] | str] = (
        {layer: rows_at.replace("{layer}", layer) for layer in LAYER_IDS} if rows_at else {**layer_rows(form)}
    )
    view, farthest = (_view(form, drawn, width, height) for width in (USUAL_WIDTH, LEAST_WIDTH))
    return CompactDeck(
        rows=rows,
        layers=_layers(form, colour_keys, theme),
        initial_view_state=pydeck.ViewState(
            longitude=round(view.center.longitude, 2), latitude=round(view.center.latitude, 2),
            zoom=round(view.zoom, 2), min_zoom=round(min(farthest.zoom, view.zoom - 0.5), 2), max_zoom=8,
            pitch=0, bearing=0, max_pitch=0,
        ),
        views=[pydeck.View(type="MapView", controller={"dragRotate": False, "touchRotate": False}, repeat=True)],
        map_provider="maplibre",
        map_style=f"/app/static/style-{theme}.json",
        tooltip={
            "text": "{t}",
            "style": {
                "backgroundColor": ground.background, "color": ground.text, "border": f"1px solid {ground.line}",
                "fontSize": "14px", "padding": "6px 10px", "borderRadius": "4px", "maxWidth": "22rem",
            },
        },
    )  # fmt: skip


def _view(form: ArcMap, lines: list[Row], width: int, height: int) -> Extent:
    """The view that holds the places, and the tops of the lines between them, which run further north or south."""
    points = [Point(place.longitude, place.latitude) for place in form.places]
    if points:
        latitudes = [latitude for row in lines for latitude in row["p"][1::2]]
        points += [Point(points[0].longitude, latitude) for latitude in latitudes]
    return extent(points, width, height, padding=24)


def _channels(hex_colour: str, opacity: int = 255) -> list[int]:
    return [*(int(hex_colour[at : at + 2], 16) for at in (1, 3, 5)), opacity]


def _layers(form: ArcMap, colour_keys: list[str], theme: Theme) -> list[Any]:
    ground = GROUNDS[theme]
    text = pydeck.types.String
    pixels = text("pixels")
    highlight = {"pickable": True, "auto_highlight": True, "highlight_color": _channels(ground.accent)}
    dot, paper, land = _channels(ground.text), _channels(ground.background), _channels(ground.land)
    strong = _is_strong(form)
    drawn, reached = (_inks(colour_keys, theme, opacity) for opacity in (50 if strong else 165, UNSEEN))
    path = {
        "data": [],
        "get_path": "p",
        "position_format": text("XY"),
        "width_units": pixels,
        "joint_rounded": True,
        "cap_rounded": True,
    }
    return [
        pydeck.Layer("PathLayer", id="lines", **path, pickable=False, get_color=drawn, get_width=LINE_WIDTH),
        # What is chosen stands in the expressions and not in the rows: the view is set back whenever rows change.
        pydeck.Layer(
            "PathLayer", id="pairings", **path, **highlight,
            get_color=f"({strong}) ? ({_inks(colour_keys, theme, 255)}) : ({reached})" if strong else reached,
            get_width=f"({strong}) ? 3.5 : {REACH}" if strong else REACH,
        ),
        pydeck.Layer(
            "ScatterplotLayer", id="places", data=[], **highlight, get_position="[x, y]", radius_units=pixels,
            get_radius="2.6 + 0.5 * n", radius_max_pixels=6, stroked=True, filled=True, line_width_units=pixels,
            get_fill_color=f"e ? {dot} : {paper}", get_line_color=f"e ? {paper} : {dot}",
            get_line_width="e ? 0.8 : 1.7",
        ),
        # deck.gl only asks whether a name's anchor is free: an unseen box behind the name claims the room it needs. A
        # name that is half covered would fade to a ghost; an opacity far above 1 makes it all or nothing.
        pydeck.Layer(
            "TextLayer", id="names", data=[], pickable=False, get_position="[x, y]", get_text="t", get_size=13,
            size_units=pixels, get_color=dot, get_text_anchor=text("start"), get_alignment_baseline=text("center"),
            get_pixel_offset=[8, 0], font_family=text("Source Sans, sans-serif"), font_weight=600,
            font_settings={"sdf": True, "fontSize": 48, "buffer": 10, "radius": 18, "cutoff": 0.2},
            character_set=text("auto"), outline_width=6, outline_color=land, background=True,
            get_background_color=[*land[:3], 0], background_padding=[80, 8, 8, 8], opacity=10_000,
            extensions=[{"@@type": "CollisionFilterExtension"}], collision_enabled=True, get_collision_priority="r",
        ),
    ]  # fmt: skip


def _inks(colour_keys: list[str], theme: Theme, opacity: int) -> str:
    """An expression that turns `c` into a colour."""
    values = [_channels(colour(key, theme), opacity) for key in colour_keys] or [[0, 0, 0, 0]]
    return "".join(f"c == {n} ? {value} : " for n, value in enumerate(values[:-1])) + str(values[-1])


def _is_strong(form: ArcMap) -> str:
    """An expression that is true for the pairings that were chosen or that the chosen place is in; blank for none."""
    strong = [
        pairing.key
        for pairing in form.pairings
        if form.chosen and form.chosen in (pairing.key, *pairing.members)
    ]
    return " || ".join(f"k == {json.dumps(key)}" for key in strong)


@lru_cache(maxsize=16)
def _line_rows(
    places: tuple[MapPlace, ...], pairings: tuple[MapPairing, ...]
) -> tuple[list[Row], list[Row], list[str]]:
    """Rows of the thin lines and of the wide ones, one a pairing, and the colour keys that `c` counts.

    Kept, because what is chosen changes nothing in them.
    """
    lines = pairing_lines(ArcMap(places, pairings, ()))
    colour_keys = sorted({pairing.colour for pairing in pairings})
    drawn: list[Row] = []
    reached: list[Row] = []
    for pairing in sorted(pairings, key=lambda pairing: (pairing.colour, pairing.key)):
        if pairing.key in lines:
            line, ink = lines[pairing.key], colour_keys.index(pairing.colour)
            drawn.append({"c": ink, "p": _flat(line)})
            told = shortened(pairing.label, TOLD_LENGTH)
            path = _flat(coarser(line, REACH_TOLERANCE))
            reached.append({"k": pairing.key, "t": told, "c": ink, "p": path})
    return drawn, reached, colour_keys


def _flat(line: Line) -> list[float]:
    return [_lean(value) for point in line for value in point]


def _place_rows(places: tuple[MapPlace, ...]) -> list[Row]:
    rows = []
    for place in sorted(places, key=lambda place: (-place.weight, place.key)):
        # The first part of the description: the dot shows the side and its size the number of pairings.
        told = shortened(place.description.partition(" · ")[0] or place.label, TOLD_LENGTH)
        side = int(place.side == "EU")
        rows.append({"k": place.key, "t": told, **_position(place), "e": side, "n": min(place.weight, 7)})
    return rows


def _name_rows(places: tuple[MapPlace, ...]) -> list[Row]:
    """Names of the places with most pairings; `r` is their rank, no two alike, since ties would let names overlap."""
    named = sorted(places, key=lambda place: (-place.weight, place.key))[:MOST_NAMES]
    return [{"t": place.label, **_position(place), "r": 500 - rank} for rank, place in enumerate(named)]


def _position(place: MapPlace) -> Row:
    return {"x": _lean(round(place.longitude, 2)), "y": _lean(round(place.latitude, 2))}


def _lean(value: float) -> float | int:
    """A whole number without its '.0'."""
    return int(value) if value == int(value) else value
