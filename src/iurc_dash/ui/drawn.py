"""Whatever is drawn as HTML or SVG, put on the page by one component, which tells what a reader follows in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from iurc_dash.ui import moves


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    # Its script is a file of ours (component/), so that a strict content policy lets it through. What it draws takes
    # the style sheet of the page.
    return st.components.v2.component("iurc-dash.drawn", js="drawn.js", isolate_styles=False)


def drawn(
    markup: str, key: str, *, on_chosen: Callable[[str, str], None] | None = None, **settings: object
) -> None:
    """Put markup that `render/` made on the page; links in it move within the session.

    `settings` go to the module of the component that enlivens the markup, where it has one (component/drawn.js).
    `on_chosen` is called with kind and key of what is chosen on a map, blank ones when it is let go.
    """
    key = key.replace("__", "_-")  # two of them Streamlit keeps for itself
    _component()(
        data={"markup": markup, **settings},
        key=key,
        on_followed_change=partial(_followed, key),
        on_typed_change=_nothing,
        on_chosen_change=partial(_chosen, key, on_chosen) if on_chosen else _nothing,
    )


def _followed(key: str) -> None:
    address = st.session_state[key].followed
    if isinstance(address, str):
        moves.follow(address)


def _chosen(key: str, on_chosen: Callable[[str, str], None]) -> None:
    kind, _slash, chosen = str(st.session_state[key].chosen or "/").partition("/")
    on_chosen(kind, chosen)


def _nothing() -> None:
    """What is typed is read where the markup is made anew."""
