"""What a page fetches from its own server beside the page: drawn maps and the rows of map layers.

A map is some tens of kilobytes. Sent with the page it would come again with every click; fetched by its address it is
kept by the browser. An address names data, selection and language, so that it means the same whoever asks
(docs/decisions/served.md).
"""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from iurc_dash.colours import Theme
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits import map as maps
from iurc_dash.exhibits import pairings
from iurc_dash.forms import ArcMap
from iurc_dash.language import DEFAULT_LANGUAGE, LOCALE_FOLDER, current_language
from iurc_dash.render.deck import LAYER_IDS, layer_rows
from iurc_dash.render.picture import map_picture
from iurc_dash.selection import Selection
from iurc_dash.tokens import token_of
from iurc_dash.ui import data

FOLDER = "served"
RELEASE, LANGUAGE = "release", "lang"
COLOUR_BY: tuple[maps.ColourBy, ...] = ("phase", "region")

Parameters = Mapping[str, Sequence[str]]


def picture_address(selection: Selection, theme: Theme, *, close: bool = False, pairing: str = "") -> str:
    """The relative address of a drawn map: of a selection, close in when wished, or of one pairing with names."""
    asked = {**selection.parameters(), "theme": theme, **_of_session()}
    if close:
        asked["close"] = "1"
    if pairing:
        asked["pairing"] = pairing
    return f"./{FOLDER}/map.svg?{urlencode(asked, doseq=True)}"


def layers_address(selection: Selection, colour_by: maps.ColourBy) -> str:
    """The relative address of the rows of a map's layers, with `{layer}` for the layer's name."""
    asked = {**selection.parameters(), "colour": colour_by, **_of_session()}
    return f"./{FOLDER}/map-{{layer}}.json?{urlencode(asked, doseq=True)}"


def token(parameters: Parameters) -> str:
    """The token of the dataset that an address asks for; '' when it names none."""
    return _last(parameters, RELEASE)


def language(parameters: Parameters) -> str:
    """The language that an address asks for; the usual one where there are no words in it."""
    asked = _last(parameters, LANGUAGE)
    # Only what looks like a language may become part of a path.
    plain = re.fullmatch(r"[A-Za-z]{2,3}(_[A-Za-z0-9]{2,8})?", asked)
    known = plain and gettext.find("iurc_dash", str(LOCALE_FOLDER), [asked])
    return asked if known else DEFAULT_LANGUAGE


def picture(dataset: Dataset, parameters: Parameters) -> str:
    """The drawn map that an address asks for, as SVG; what it names wrongly is left out."""
    theme: Theme = "dark" if "dark" in parameters.get("theme", ()) else "light"
    pairing = _last(parameters, "pairing")
    if pairing and pairing in dataset.names.pairings:
        form = data.made_of(dataset, pairings.pairing_on_map, pairing).form
        return _drawn(form, theme, labels=True, fit=True)
    selection, _remarks = Selection.parse(parameters, dataset)
    form = data.made_of(dataset, maps.pairings_on_map, selection, "phase", "").form
    return _drawn(form, theme, labels=False, fit="close" in parameters)


def layer(dataset: Dataset, parameters: Parameters, layer_id: str) -> str | None:
    """The rows of a map layer that an address asks for, as JSON; None for a layer that no map has."""
    if layer_id not in LAYER_IDS:
        return None
    selection, _remarks = Selection.parse(parameters, dataset)
    colour_by: maps.ColourBy = "region" if "region" in parameters.get("colour", ()) else "phase"
    return data.made_of(dataset, _layers_as_json, selection, colour_by)[layer_id]


def _of_session() -> dict[str, str]:
    """What every address carries: which data, and in which language its words are."""
    return {RELEASE: token_of(data.dataset()), LANGUAGE: current_language()}


def _last(parameters: Parameters, name: str) -> str:
    return next(reversed(parameters.get(name, ())), "")


def _layers_as_json(dataset: Dataset, selection: Selection, colour_by: maps.ColourBy) -> dict[str, str]:
    form = maps.pairings_on_map(dataset, selection, colour_by, "").form
    rows = layer_rows(form) if isinstance(form, ArcMap) else {key: [] for key in LAYER_IDS}
    return {
        key: json.dumps(of_layer, separators=(",", ":"), ensure_ascii=False) for key, of_layer in rows.items()
    }


def _drawn(form: object, theme: Theme, *, labels: bool, fit: bool) -> str:
    shown = form if isinstance(form, ArcMap) else ArcMap((), (), ())
    return map_picture(shown, theme, labels=labels, fit=fit)
