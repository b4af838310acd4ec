"""What a reader has chosen on the interactive map, read off the state that a browser sends."""

from __future__ import annotations

from collections.abc import Mapping

# Layers of deck.py that can be chosen from, and what their rows are.
LAYERS = {"pairings": "pairing", "places": "place"}


def picked_key(selection: object) -> tuple[str, str] | None:
    """What a reader has chosen on the map: ('pairing', key) or ('place', key); None for nothing or anything else.

    selection: the state of a map, {"selection": {"objects": {layer id: [row, ...]}}}, or the selection in it; read
    with care, since it comes from a browser. The key is not checked here: whoever uses it looks it up.
    """
    objects = _member(_member(selection, "selection") or selection, "objects")
    if not isinstance(objects, Mapping):
        return None
    # A dot lies on top of the lines that end there.
    for layer in ("places", "pairings"):
        rows = objects.get(layer)
        if isinstance(rows, list) and rows and isinstance(rows[0], Mapping):
            key = rows[0].get("k")
            if isinstance(key, str) and key:
                return LAYERS[layer], key
    return None


def _member(state: object, name: str) -> object:
    return state.get(name) if isinstance(state, Mapping) else getattr(state, name, None)
