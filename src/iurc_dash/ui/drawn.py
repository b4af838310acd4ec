"""Whatever is drawn as HTML or SVG, put on the page by one component, which tells what a reader follows in it."""

from __future__ import annotations

import gzip
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

import streamlit as st

from iurc_dash.ui import moves

# Shorter markup is sent as it is.
LONG = 1_000


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
        data={**packed(markup), **settings},
        key=key,
        on_followed_change=partial(_followed, key),
        on_typed_change=_nothing,
        on_chosen_change=partial(_chosen, key, on_chosen) if on_chosen else _nothing,
    )


def packed(markup: str) -> dict[str, str]:
    """The markup as it is sent: what is long is packed, for markup repeats itself and comes with every change."""
    if len(markup) < LONG:
        return {"markup": markup}
    return {"packed": b64encode(gzip.compress(markup.encode(), mtime=0)).decode()}


def unpacked(sent: Mapping[str, str]) -> str:
    """The markup that was sent."""
    return sent["markup"] if "markup" in sent else gzip.decompress(b64decode(sent["packed"])).decode()


def _followed(key: str) -> None:
    address = st.session_state[key].followed
    if isinstance(address, str):
        moves.follow(address)


def _chosen(key: str, on_chosen: Callable[[str, str], None]) -> None:
    kind, _slash, chosen = str(st.session_state[key].chosen or "/").partition("/")
    on_chosen(kind, chosen)


def _nothing() -> None:
    """What is typed is read where the markup is made anew."""
