"""What a page fetches from its own server beside the page: drawn maps and the rows of map layers.

A map is some tens of kilobytes. Sent with the page it would come again with every click; fetched by its address it is
kept by the browser. An address names the selection, so that it means the same for all (docs/decisions/served.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from iurc_dash.colours import Theme
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits import map as maps
from iurc_dash.exhibits import pairings
from iurc_dash.forms import ArcMap
from iurc_dash.render.deck import LAYER_IDS, layer_rows
from iurc_dash.render.picture import map_picture
from iurc_dash.selection import Selection
from iurc_dash.ui import data

FOLDER = "served"
COLOUR_BY: tuple[maps.ColourBy, ...] = ("phase", "region")

Parameters = Mapping[str, Sequence[str]]


def picture_address(selection: Selection, theme: Theme, *, close: bool = False, pairing: str = "") -> str:
    """The relative address of a drawn map: of a selection, close in when wished, or of one pairing with names."""
    asked = {**selection.parameters(), "theme": theme, "release": data.dataset().version}
    if close:
        asked["close"] = "1"
    if pairing:
        asked["pairing"] = pairing
    return f"./{FOLDER}/map.svg?{urlencode(asked, doseq=True)}"


def layers_address(selection: Selection, colour_by: maps.ColourBy) -> str:
    """The relative address of the rows of a map's layers, with `{layer}` for the layer's name."""
    asked = {**selection.parameters(), "colour": colour_by, "release": data.dataset().version}
    return f"./{FOLDER}/map-{{layer}}.json?{urlencode(asked, doseq=True)}"


def picture(parameters: Parameters) -> str:
    """The drawn map that an address asks for, as SVG; what it names wrongly is left out."""
    theme: Theme = "dark" if "dark" in parameters.get("theme", ()) else "light"
    pairing = next(iter(parameters.get("pairing", ())), "")
    if pairing and data.made(pairings.pairing_profile, pairing) is not None:
        form = data.made(pairings.pairing_on_map, pairing).form
        return _drawn(form, theme, labels=True, fit=True)
    selection, _remarks = Selection.parse(parameters, data.dataset())
    form = data.made(maps.pairings_on_map, selection, "phase", "").form
    return _drawn(form, theme, labels=False, fit="close" in parameters)


def layer(parameters: Parameters, layer_id: str) -> str:
    """The rows of a map layer that an address asks for, as JSON; KeyError for a layer that no map has."""
    if layer_id not in LAYER_IDS:
        raise KeyError(layer_id)
    selection, _remarks = Selection.parse(parameters, data.dataset())
    colour_by: maps.ColourBy = "region" if "region" in parameters.get("colour", ()) else "phase"
    return data.made(_layers_as_json, selection, colour_by)[layer_id]


def _layers_as_json(dataset: Dataset, selection: Selection, colour_by: maps.ColourBy) -> dict[str, str]:
    form = maps.pairings_on_map(dataset, selection, colour_by, "").form
    rows = layer_rows(form) if isinstance(form, ArcMap) else {key: [] for key in LAYER_IDS}
    return {
        key: json.dumps(of_layer, separators=(",", ":"), ensure_ascii=False) for key, of_layer in rows.items()
    }


def _drawn(form: object, theme: Theme, *, labels: bool, fit: bool) -> str:
    shown = form if isinstance(form, ArcMap) else ArcMap((), (), ())
    return map_picture(shown, theme, labels=labels, fit=fit)
