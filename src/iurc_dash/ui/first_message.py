"""The first message of a session that follows one that was lost: what the reader did in it must still happen.

A browser that comes back after its session has gone says nothing until the reader does something, and then sends
that together with all that its widgets hold. Streamlit would take these values as they are, but not call what
belongs to them: it does not know the widgets yet. So the page is first drawn as the address says, and the message
is then taken as if it had come only now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

_HELD = "first_message"


@dataclass(frozen=True)
class _Held:
    widgets: tuple[WidgetState, ...]


def is_history_navigation() -> bool:
    """Whether the reader went back or forward: then the address is what is wanted."""
    return _context().is_history_navigation


def hold_back() -> None:
    """Keep the widgets of a first message for later and start again without them; nothing where there are none."""
    widgets = tuple(_context().session_state.get_widget_states())
    if widgets:
        st.session_state[_HELD] = _Held(widgets)
        _run_again(())


def let_happen(in_address: Callable[[str], bool]) -> None:
    """Take the message that was held back, now that the page is drawn; `in_address` tells by a widget's key."""
    held: _Held | None = st.session_state.pop(_HELD, None)
    if held is None:
        return
    drawn = {widget.id: widget for widget in _context().session_state.get_widget_states()}
    changed = [widget for widget in held.widgets if widget != drawn.get(widget.id)]
    if any(widget.HasField("trigger_value") or in_address(_key(widget)) for widget in changed):
        # That was what the reader did; what is selected in a chart was selected earlier.
        changed = [widget for widget in changed if not widget.HasField("json_value")]
    if changed:
        unchanged = [widget for widget in drawn.values() if widget.id not in {one.id for one in changed}]
        _run_again((*unchanged, *changed))


def _run_again(widgets: tuple[WidgetState, ...]) -> None:
    context = _context()
    raise RerunException(
        RerunData(
            query_string=context.query_string,
            widget_states=WidgetStates(widgets=widgets),
            page_script_hash=context.page_script_hash,
            cached_message_hashes=context.cached_message_hashes,
            context_info=context.context_info,
        )
    )


def _key(widget: WidgetState) -> str:
    """The key that a page gave to a widget; its identity ends with it: $$ID-<hash>-<key>."""
    return widget.id.split("-", 2)[-1]


def _context() -> ScriptRunContext:
    context = get_script_run_ctx()
    if context is None:
        raise RuntimeError("There is no visitor: this is only for pages.")
    return context
