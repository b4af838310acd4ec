"""Moves within a session: a link that is followed leads to another page, or opens the rows behind a number.

A link is a real one, which can be copied and opened in a new tab. Followed, it does not load the dashboard anew: the
component that drew it tells its address, the callback keeps it, and the run that follows takes it from here.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import streamlit as st

from iurc_dash.addresses import ROWS_PAGE

Parameters = dict[str, list[str]]

_LEADS_TO = "move_leads_to"
_OPENS = "move_opens"


def follow(address: str) -> None:
    """Keep what a followed address asks for; in a callback, or before the page is drawn."""
    path, parameters = _parts(address)
    if path == ROWS_PAGE:
        st.session_state[_OPENS] = parameters
    else:
        st.session_state[_LEADS_TO] = path, parameters


def taken_move() -> tuple[str, Parameters] | None:
    """The page and the parameters that a followed link leads to; None where none was followed. Given once."""
    move: tuple[str, Parameters] | None = st.session_state.pop(_LEADS_TO, None)
    return move


def asks_to_open() -> bool:
    """Whether a followed number waits to be opened."""
    return _OPENS in st.session_state


def taken_mark() -> Parameters | None:
    """What a followed number asks to open: parameters of the page of rows; None where none was. Given once."""
    mark: Parameters | None = st.session_state.pop(_OPENS, None)
    return mark


def _parts(address: str) -> tuple[str, Parameters]:
    parts = urlsplit(address)
    return parts.path.removeprefix("./").strip("/"), parse_qs(parts.query)
