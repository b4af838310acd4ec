"""What a page fetches from its own server beside the page: drawn maps and the rows of map layers.

A map is some tens of kilobytes. Sent with the page it would come again with every click; fetched by its address it is
kept by the browser. An address names data, selection and language (addresses.py), so that it means the same whoever
asks (docs/decisions/served.md).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import get_args

from iurc_dash.addresses import LANGUAGE_PARAMETER, RELEASE_PARAMETER, address_of
from iurc_dash.colours import Theme
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap
from iurc_dash.language import known_language, use_language
from iurc_dash.render.deck.rows import LAYER_IDS, layer_rows
from iurc_dash.render.svg import map_picture
from iurc_dash.render.svg.drawn_map import drawn_map, phase_maps
from iurc_dash.render.svg.land import land_address
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

Parameters = Mapping[str, Sequence[str]]
MAP = "pairings/on-map"
# Maps of one thing, by the parameter that names it.
MAPS_OF = {"pairing": MAP, "place": "places/on-map"}


def token(parameters: Parameters) -> str:
    """The token of the dataset that an address asks for; '' when it names none."""
    return last(parameters, RELEASE_PARAMETER)


def language(parameters: Parameters) -> str:
    """The language that an address asks for; the usual one where there is no catalogue for it."""
    return known_language(last(parameters, LANGUAGE_PARAMETER))


def last(parameters: Parameters, name: str) -> str:
    """The value of a parameter, the last where there are several; blank where there is none."""
    return next(reversed(parameters.get(name, ())), "")


def theme_of(parameters: Parameters) -> Theme:
    """The theme that an address asks for; light where it names none that is known."""
    return next((name for name in get_args(Theme) if name in parameters.get("theme", ())), "light")


def picture(dataset: Dataset, parameters: Parameters) -> str:
    """The drawn map that an address asks for, as SVG; what it names wrongly is left out."""
    theme = theme_of(parameters)
    whole = view_of(dataset, Selection(), language(parameters))
    for subject, id in MAPS_OF.items():
        key = last(parameters, subject)
        if key in whole.words.names(f"{subject}s"):
            asked = {subject: key} | ({"colour": _colour(parameters)} if id == MAP else {})
            return _drawn(make(whole, id, **asked), theme, labels=True, fit=True)
    return _drawn(_map(dataset, parameters), theme, labels=False, fit="close" in parameters)


def drawing(dataset: Dataset, parameters: Parameters) -> str:
    """The map to explore that an address asks for, as HTML; what it names wrongly is left out."""
    shown = _map(dataset, parameters)

    def draw() -> str:
        return drawn_map(
            _arc_map(shown),
            link_for=lambda table, key: address_of(table, key, shown.view),
            land_for=land_address,
        )

    with use_language(shown.view.language):
        return shown.kept.once("drawing", draw)


def phases(dataset: Dataset, parameters: Parameters) -> str:
    """One small map a phase of what an address asks for, as HTML."""
    shown = _map(dataset, parameters)
    with use_language(shown.view.language):
        return shown.kept.once("phases", lambda: phase_maps(_arc_map(shown), land_for=land_address))


def layer(dataset: Dataset, parameters: Parameters, layer_id: str) -> str | None:
    """The rows of a map layer that an address asks for, as JSON; None for a layer that no map has."""
    if layer_id not in LAYER_IDS:
        return None
    shown = _map(dataset, parameters)
    return shown.kept.once("layers", lambda: _layers_as_json(shown))[layer_id]


def _map(dataset: Dataset, parameters: Parameters) -> Exhibit:
    selection, _remarks = Selection.parse(parameters, dataset)
    return make(view_of(dataset, selection, language(parameters)), MAP, colour=_colour(parameters))


def _colour(parameters: Parameters) -> str:
    return "region" if "region" in parameters.get("colour", ()) else "phase"


def _layers_as_json(shown: Exhibit) -> dict[str, str]:
    rows = layer_rows(_arc_map(shown))
    return {
        key: json.dumps(of_layer, separators=(",", ":"), ensure_ascii=False) for key, of_layer in rows.items()
    }


def _drawn(shown: Exhibit, theme: Theme, *, labels: bool, fit: bool) -> str:
    form = _arc_map(shown)
    return shown.kept.once(("svg", theme, fit), lambda: map_picture(form, theme, labels=labels, fit=fit))


def _arc_map(shown: Exhibit) -> ArcMap:
    return shown.form if isinstance(shown.form, ArcMap) else ArcMap((), (), ())
