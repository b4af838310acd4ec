"""What a reader has chosen on the interactive map, read off the state that a browser sends."""

from __future__ import annotations

from collections.abc import Mapping


def picked(selection: object) -> str:
    """The key of the place that a reader has chosen on the map; blank for nothing or anything else.

    selection: the state of a map, {"selection": {"objects": {"places": [row, ...]}}}; read with care, since it comes
    from a browser. The key is not checked here: whoever uses it looks it up.
    """
    rows = _member(_member(_member(selection, "selection"), "objects"), "places")
    key = _member(rows[0], "k") if isinstance(rows, list) and rows else None
    return key if isinstance(key, str) else ""


def _member(state: object, name: str) -> object:
    return state.get(name) if isinstance(state, Mapping) else getattr(state, name, None)
