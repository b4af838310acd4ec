"""An ArcMap as an interactive map: the one place that knows pydeck.

Places can be pointed at and chosen. Lines cannot: of so many none is told from its neighbours, and a click that looks
for one is lost wherever there is no graphics card (docs/decisions/map-as-svg.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pydeck

from iurc_dash.colours import GROUNDS, Theme, colour
from iurc_dash.forms import ArcMap
from iurc_dash.geography.points import Point
from iurc_dash.geography.views import Extent, extent
from iurc_dash.render.deck.rows import LAYER_IDS, Row, colours_in_order, layer_rows, places_in_order

# The width for which the view is worked out: a little less than a map has beside its details on a laptop.
USUAL_WIDTH = 690
# A phone's width: a reader can go so far out that everything shows there too.
LEAST_WIDTH = 340
LINE_WIDTH = 1.7


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


def deck(form: ArcMap, theme: Theme, height: int = 600, rows_at: str = "") -> CompactDeck:
    """The map at a height in pixels, showing all its places; the chosen pairing or place strongly, the rest faintly.

    EU ends are filled dots, partner ends rings. All joins of a pairing are one line. `rows_at`: the
    address that serves the rows of kind `{layer}`; without it the deck carries them itself.
    """
    ground = GROUNDS[theme]
    kinds: Mapping[str, list[Row] | str] = (
        {kind: rows_at.replace("{layer}", kind) for kind in LAYER_IDS} if rows_at else {**layer_rows(form)}
    )
    view, farthest = (_view(form, width, height) for width in (USUAL_WIDTH, LEAST_WIDTH))
    tooltip_looks = {
        "backgroundColor": ground.background,
        "color": ground.text,
        "border": f"1px solid {ground.line}",
        "fontSize": "14px",
        "padding": "6px 10px",
        "borderRadius": "4px",
        "maxWidth": "22rem",
    }
    return CompactDeck(
        rows=kinds,
        layers=_layers(form, theme),
        initial_view_state=pydeck.ViewState(
            longitude=round(view.center.longitude, 2),
            latitude=round(view.center.latitude, 2),
            zoom=round(view.zoom, 2),
            min_zoom=round(min(farthest.zoom, view.zoom - 0.5), 2),
            max_zoom=8,
            pitch=0,
            bearing=0,
            max_pitch=0,
        ),
        views=[
            pydeck.View(type="MapView", controller={"dragRotate": False, "touchRotate": False}, repeat=True)
        ],
        map_provider="maplibre",
        map_style=f"/app/static/style-{theme}.json",
        # As text, never as HTML.
        tooltip={"text": "{t}", "style": tooltip_looks},
    )


def _view(form: ArcMap, width: int, height: int) -> Extent:
    """The view that holds the places, and the tops of the lines between them, which run further north or south."""
    points = [Point(place.longitude, place.latitude) for place in form.places]
    if points:
        latitudes = [latitude for pairing in form.pairings for _longitude, latitude in pairing.line]
        tops = {min(latitudes), max(latitudes)} if latitudes else set()
        points += [Point(points[0].longitude, latitude) for latitude in tops]
    return extent(points, width, height, padding=24)


def _channels(hex_colour: str, opacity: int = 255) -> list[int]:
    return [*(int(hex_colour[at : at + 2], 16) for at in (1, 3, 5)), opacity]


def _layers(form: ArcMap, theme: Theme) -> list[Any]:
    ground, pixels = GROUNDS[theme], pydeck.types.String("pixels")
    dot, paper = _channels(ground.text), _channels(ground.background)
    # Nothing lights up under the pointer: without a graphics card the map is drawn anew so slowly that a click, which
    # the library only takes for one within a quarter of a second, is lost.
    return [
        _line_layer(form, theme),
        pydeck.Layer(
            "ScatterplotLayer",
            id="places",
            data=[],
            pickable=True,
            get_position="[x, y]",
            get_radius="2.6 + 0.5 * n",
            radius_units=pixels,
            radius_max_pixels=6,
            stroked=True,
            filled=True,
            line_width_units=pixels,
            get_fill_color=f"e ? {dot} : {paper}",
            get_line_color=f"e ? {paper} : {dot}",
            get_line_width="e ? 0.8 : 1.7",
        ),
        _name_layer(theme),
    ]


def _line_layer(form: ArcMap, theme: Theme) -> Any:
    """The lines, of which those that are chosen are strong.

    What is chosen stands in the expressions and not in the rows: the view is set back whenever rows change.
    """
    colours, text = colours_in_order(form), pydeck.types.String
    strong = _is_strong(form)
    plain, chosen = (_inks(colours, theme, opacity) for opacity in (50 if strong else 165, 255))
    return pydeck.Layer(
        "PathLayer",
        id="pairings",
        data=[],
        pickable=False,
        get_path="p",
        position_format=text("XY"),
        width_units=text("pixels"),
        joint_rounded=True,
        cap_rounded=True,
        get_color=f"({strong}) ? ({chosen}) : ({plain})" if strong else plain,
        get_width=f"({strong}) ? 3.5 : {LINE_WIDTH}" if strong else LINE_WIDTH,
    )


def _name_layer(theme: Theme) -> Any:
    """Names of places, none over another.

    deck.gl only asks whether a name's anchor is free: an unseen box behind the name claims the room it needs. A name
    that is half covered would fade to a ghost; an opacity far above 1 makes it all or nothing.
    """
    text, land = pydeck.types.String, _channels(GROUNDS[theme].land)
    return pydeck.Layer(
        "TextLayer",
        id="names",
        data=[],
        pickable=False,
        get_position="[x, y]",
        get_text="t",
        get_size=13,
        size_units=text("pixels"),
        get_color=_channels(GROUNDS[theme].text),
        get_text_anchor=text("start"),
        get_alignment_baseline=text("center"),
        get_pixel_offset=[8, 0],
        font_family=text("Source Sans, sans-serif"),
        font_weight=600,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 10, "radius": 18, "cutoff": 0.2},
        character_set=text("auto"),
        outline_width=6,
        outline_color=land,
        background=True,
        get_background_color=[*land[:3], 0],
        background_padding=[80, 8, 8, 8],
        opacity=10_000,
        extensions=[{"@@type": "CollisionFilterExtension"}],
        collision_enabled=True,
        get_collision_priority="r",
    )


def _inks(colour_keys: list[str], theme: Theme, opacity: int) -> str:
    """An expression that turns `c` into a colour."""
    values = [_channels(colour(key, theme), opacity) for key in colour_keys] or [[0, 0, 0, 0]]
    return "".join(f"c == {n} ? {value} : " for n, value in enumerate(values[:-1])) + str(values[-1])


def _is_strong(form: ArcMap) -> str:
    """An expression that is true for the chosen pairing, or those that the chosen place is in; blank for none."""
    places = places_in_order(form)
    if form.chosen in places:
        number = places.index(form.chosen)
        longest = max((len(pairing.members) for pairing in form.pairings), default=0)
        return " || ".join(f"m[{place}] == {number}" for place in range(longest))
    chosen = any(pairing.key == form.chosen for pairing in form.pairings)
    return f"k == {json.dumps(form.chosen)}" if chosen else ""
