"""What a session knows of its browser: the address it shows, what its widgets hold, what it was not told yet."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Address = dict[str, list[str]]
# What widgets hold; whatever else is in the session's state is not theirs.
PLAIN = (str, bool, int, float, list, tuple, dict, type(None))


@dataclass(frozen=True)
class Chosen:
    """A value that a callback gave to a widget; the browser goes on sending `had` until it was told."""

    had: object
    value: object
    written: Address | None = None

    def with_changes(self, sent: object) -> object:
        """What was chosen, with what the reader has changed since in what the browser had."""
        if not (isinstance(self.had, list) and isinstance(self.value, list) and isinstance(sent, list)):
            return self.value if sent == self.had else sent
        added = [one for one in sent if one not in (*self.had, *self.value)]
        taken_away = [one for one in self.had if one not in sent]
        return [one for one in (*self.value, *added) if one not in taken_away]


@dataclass(frozen=True)
class Kept:
    """Its page, the address written last, and what widgets held then or when the last run began."""

    page: str
    address: Address
    values: dict[str, object]
    # Filters of addresses that were replaced since the browser last showed the newest one.
    earlier: tuple[Address, ...] = ()
    chosen: dict[str, Chosen] = field(default_factory=dict)
    # The browser had another session before, and holds what was there; until its first action has been taken.
    comes_back: bool = False

    def changed(self) -> set[str]:
        """Keys of widgets that hold something else than they did: the reader has used them."""
        return {key for key, value in values().items() if key in self.values and value != self.values[key]}

    def untold(self, shown: Address) -> dict[str, Chosen]:
        """What a browser that shows this address does not know yet of what callbacks chose."""
        return {
            key: one
            for key, one in self.chosen.items()
            if one.written is None or shown not in (one.written, self.address)
        }


def values() -> dict[str, object]:
    """What the widgets hold, by key."""
    return {
        str(key): value
        for key, value in st.session_state.to_dict().items()
        if isinstance(value, PLAIN) and not str(key).startswith("address_")
    }


def went_back() -> bool:
    """Whether the reader went back or forward: then the address is what is wanted."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def comes_back() -> bool:
    """Whether the browser had a session before; it names that as the third of its subprotocols."""
    return (st.context.headers.get("Sec-WebSocket-Protocol") or "").count(",") > 1


def runs_a_fragment() -> bool:
    """Whether only a part of the page is drawn anew."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)
