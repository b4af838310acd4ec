"""What a reader has chosen on the interactive map, read off the state that a browser sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

# Layers that can be chosen from, and what their rows are; a dot lies on top of the lines that end there.
LAYERS = {"places": "place", "pairings": "pairing"}


class Picked(NamedTuple):
    """What was chosen: 'pairing' or 'place', and its key; several keys where places stand at one point."""

    kind: str
    keys: tuple[str, ...]


def picked(selection: object) -> Picked | None:
    """What a reader has chosen on the map; None for nothing or anything else.

    selection: the state of a map, {"selection": {"objects": {layer id: [row, ...]}}}, or the selection in it; read
    with care, since it comes from a browser. Keys are not checked here: whoever uses them looks them up.
    """
    objects = _member(_member(selection, "selection") or selection, "objects")
    for layer, kind in LAYERS.items():
        rows = _member(objects, layer)
        row = rows[0] if isinstance(rows, list) and rows else None
        others = _member(row, "o")
        keys = [_member(row, "k"), *(others if isinstance(others, list) else ())]
        if all(isinstance(key, str) and key for key in keys):
            return Picked(kind, tuple(map(str, keys)))
    return None


def _member(state: object, name: str) -> object:
    return state.get(name) if isinstance(state, Mapping) else getattr(state, name, None)
