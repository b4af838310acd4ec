"""The address and the widgets kept in step, so that a link brings back exactly what was seen.

Streamlit can bind a widget to the address itself, but then writes the label a reader sees, which depends on
the language and need not be unique. Here the address holds keys (docs/decisions/address.md). One rule: an
address that is not the one written last comes from outside (a link, a bookmark, the back button) and wins;
otherwise the widgets win and the address follows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from iurc_dash.dataset import Dataset
from iurc_dash.selection import BASIS_PARAMETER, FACET_PARAMETERS, Remark, Selection

# Parameters of single pages; each is also the key of the widget that holds it.
PAGE_PARAMETERS = (
    "pairing",
    "place",
    "edition",
    "colour",
    "search",
    "sort",
    "list",
    "theme",
    "shown",
    "part",
)

_WRITTEN = "address_written"
_REMARKS = "address_remarks"
_IN_USE = "address_in_use"


def widget_key(facet: str) -> str:
    """Key of the filter widget of a facet."""
    return f"filter_{facet}"


def take(dataset: Dataset) -> None:
    """Read the address into the widgets when it came from outside; call before any widget is drawn."""
    state = st.session_state
    state[_IN_USE] = {}
    state[_REMARKS] = ()
    current = _current()
    if state.get(_WRITTEN) == current:
        # Said again, because Streamlit forgets a widget's value on pages that do not draw the widget.
        for facet in (*FACET_PARAMETERS, "stated_only"):
            state[widget_key(facet)] = state.get(widget_key(facet), False if facet == "stated_only" else [])
        return
    selection, remarks = Selection.parse(current, dataset)
    for facet in FACET_PARAMETERS:
        state[widget_key(facet)] = list(getattr(selection, facet))
    state[widget_key("stated_only")] = selection.stated_only
    for parameter in PAGE_PARAMETERS:
        state.pop(parameter, None)
        if parameter in current:
            state[parameter] = current[parameter][-1]
    state[_REMARKS] = (*remarks, *_unknown_parameters(current))
    state[_WRITTEN] = current


def selection() -> Selection:
    """What the filter widgets hold; values that no choice offers cannot get here (see `take`)."""
    state = st.session_state
    facets = {facet: tuple(state.get(widget_key(facet), ())) for facet in FACET_PARAMETERS}
    return Selection(**facets, stated_only=bool(state.get(widget_key("stated_only"), False)))


def remarks() -> tuple[Remark, ...]:
    """What the address named that is not known, on the run that took it."""
    return tuple(st.session_state.get(_REMARKS, ()))


def offer(parameter: str, options: Iterable[str] | None, default: str = "") -> str:
    """Prepare a page's parameter before its widget is drawn, and give its value.

    A value that is not among the options becomes the default, with a remark. `options` None takes any text.
    """
    state = st.session_state
    value = state.get(parameter)
    if options is not None and value and value not in set(options):
        state[_REMARKS] = (*remarks(), Remark(parameter, str(value)))
        value = None
    if value is None:
        value = default
    state[parameter] = value or (None if not default and options is not None else default)
    state[_IN_USE][parameter] = default
    return str(value or "")


def write(chosen: Selection) -> None:
    """Bring the address in step with the widgets; call last."""
    state = st.session_state
    parameters = chosen.parameters()
    for parameter, default in state.get(_IN_USE, {}).items():
        value = state.get(parameter)
        if value and value != default:
            parameters[parameter] = [str(value)]
    if _current() != parameters:
        st.query_params.from_dict(parameters)
    state[_WRITTEN] = parameters


def clear() -> None:
    """Open every filter again; a callback, so that it runs before the widgets are drawn."""
    for facet in FACET_PARAMETERS:
        st.session_state[widget_key(facet)] = []
    st.session_state[widget_key("stated_only")] = False


def _current() -> dict[str, list[str]]:
    return {name: list(st.query_params.get_all(name)) for name in st.query_params}


def _unknown_parameters(current: Mapping[str, Sequence[str]]) -> tuple[Remark, ...]:
    known = {*FACET_PARAMETERS.values(), BASIS_PARAMETER, *PAGE_PARAMETERS}
    return tuple(Remark(name, values[-1]) for name, values in current.items() if name not in known)
