"""The address and the widgets kept in step, so that a link brings back exactly what was seen.

Streamlit can bind a widget to the address itself, but then writes the label a reader sees, which depends on
the language and need not be unique. Here the address holds keys. Who wins where the two differ, and what
happens on a slow line and after a lost session, is in docs/decisions/address.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from iurc_dash.addresses import LANGUAGE_PARAMETER
from iurc_dash.dataset import Dataset
from iurc_dash.language import DEFAULT_LANGUAGE, languages
from iurc_dash.selection import FACET_PARAMETERS, SELECTION_PARAMETERS, SWITCHES, Remark, Selection
from iurc_dash.ui import browser, session
from iurc_dash.ui.browser import Address, Chosen, Kept

# Parameters of single pages, by the page's address; each is also the key of the widget that holds it there.
LIST_PAGE = "page"
PAGE_PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "activity": ("list", LIST_PAGE),
    "programme": ("edition", "part", "list", LIST_PAGE),
    "map": ("pairing", "place"),
    "pairings": ("pairing", "search", "missing", "sort", "order", LIST_PAGE),
    "themes": ("theme", LIST_PAGE),
    "goals": ("shown", LIST_PAGE),
    "places": ("place",),
    "reported": ("subject", "part", LIST_PAGE),
    "sources": ("search", LIST_PAGE),
    "rows": ("exhibit", "mark", "asked", "part"),
}
FILTERS = SELECTION_PARAMETERS
# Whatever a selection is made of: facets and switches.
NAMES = (*FACET_PARAMETERS, *(switch.name for switch in SWITCHES))
# How many addresses that the browser may still show are remembered; a reader is not quicker than that.
REMEMBERED = 8

CLEAR_BUTTON = "show_everything"
_KEPT = "address_kept"
_REMARKS = "address_remarks"
_IN_USE = "address_in_use"
_LIST = "address_list"


def widget_key(facet: str) -> str:
    """Key of the filter widget of a facet."""
    return f"filter_{facet}"


def take(dataset: Dataset, page: str) -> Selection:
    """Bring widgets and address in step on `page`, its url path, and give what is selected.

    Call it before any widget is drawn.
    """
    state = st.session_state
    current = _current()
    kept: Kept | None = state.get(_KEPT)
    went_back = browser.went_back()
    if kept is None:
        kept = Kept(page, current, {}, comes_back=browser.comes_back())
        keeps_page = keeps_filters = False
    else:
        acted = kept.changed()
        keeps_page = not went_back and page == kept.page and (current == kept.address or bool(acted))
        keeps_filters = keeps_page or (
            not went_back
            # A link that was drawn before the reader's last choice does not take that choice back.
            and (_filters(current) in (_filters(kept.address), *kept.earlier) or bool(acted & _filter_keys()))
        )
    state[_IN_USE] = {}
    state[_REMARKS] = ()
    if keeps_page:
        kept = _caught_up(kept, current, _filter_keys() | _parameters())
    else:
        state[_REMARKS] = _unknown_parameters(current, page)
        _take_parameters(current, page)
        kept = replace(kept, page=page, chosen={}, comes_back=kept.comes_back and not kept.values)
    if keeps_filters:
        selection = _held(dataset)
    else:
        selection, unknown = Selection.parse(current, dataset)
        state[_REMARKS] = (*unknown, *state[_REMARKS])
        for facet in FACET_PARAMETERS:
            _put(widget_key(facet), list(getattr(selection, facet)))
        for switch in SWITCHES:
            _put(widget_key(switch.name), getattr(selection, switch.name))
        kept = replace(kept, address=current, earlier=())
    state[_KEPT] = replace(kept, values=browser.values())
    return selection


def catch_up() -> None:
    """Bring the widgets of a fragment in step where it runs alone; call before they are drawn."""
    if browser.runs_a_fragment():
        st.session_state[_KEPT] = _caught_up(st.session_state[_KEPT], _current(), _parameters())


def page() -> str:
    """The url path of the page that is shown."""
    kept: Kept = st.session_state[_KEPT]
    return kept.page


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
    _put(parameter, value or (None if not default and options is not None else default))
    state[_IN_USE][parameter] = default
    return str(value or "")


def offer_page(pages: int, of: str) -> bool:
    """Prepare the page of a list that the address names: the first where it has not so many, or the list is another.

    The address speaks of one list of a page, the first; gives whether it is this one.
    """
    state = st.session_state
    if LIST_PAGE in state[_IN_USE]:
        return False
    asked = str(state.get(LIST_PAGE, 1))
    page = int(asked) if asked.isdecimal() and state.get(_LIST, of) == of else 1
    state[_LIST] = of
    if state.get(LIST_PAGE, 1) != (wanted := page if 1 <= page <= pages else 1):
        state[LIST_PAGE] = wanted
    state[_IN_USE][LIST_PAGE] = 1
    return True


def choose(key: str, value: object) -> None:
    """Give a widget a value; only in a callback, which runs before the widgets are drawn."""
    state = st.session_state
    had = state.get(key)
    if had == value:
        return
    state[key] = value
    kept = state[_KEPT]
    state[_KEPT] = replace(kept, chosen={**kept.chosen, key: Chosen(had, value)})


def chosen(key: str) -> object:
    """What the reader has chosen in a widget; in a callback, which also comes for what the browser did not know yet."""
    state = st.session_state
    one = state[_KEPT].untold(_current()).get(key)
    return one.with_changes(state.get(key)) if one else state.get(key)


def pick(key: str, value: object) -> bool:
    """Give a widget what the reader picked in a figure; only in a callback. Gives whether it holds.

    A browser that comes back sends what is selected in its figures together with what the reader does; where that
    is something else, the figures' part was picked long before.
    """
    kept: Kept = st.session_state[_KEPT]
    if kept.comes_back and kept.changed() & {CLEAR_BUTTON, *_filter_keys(), *_parameters()}:
        return False
    choose(key, value)
    return True


def loosen(facet: str) -> None:
    """Open a filter again; a callback."""
    choose(widget_key(facet), [] if facet in FACET_PARAMETERS else False)


def clear() -> None:
    """Open every filter again; a callback."""
    for name in NAMES:
        loosen(name)


def write(held: Selection) -> None:
    """Bring the address in step with the widgets; call last."""
    state = st.session_state
    parameters = held.parameters()
    if (language := session.current_language()) != DEFAULT_LANGUAGE:
        parameters[LANGUAGE_PARAMETER] = [language]
    for parameter, default in state.get(_IN_USE, {}).items():
        value = state.get(parameter)
        if value and value != default:
            parameters[parameter] = [str(value)]
    kept = state[_KEPT]
    # The browser shows the address of its message, or is about to show the one that was written last.
    if _current() != parameters or kept.address != parameters:
        st.query_params.from_dict(parameters)
    earlier = kept.earlier
    if _filters(kept.address) != _filters(parameters):
        earlier = (*earlier, _filters(kept.address))[-REMEMBERED:]
    told = {
        key: replace(one, written=parameters) if one.written is None else one
        for key, one in kept.chosen.items()
    }
    state[_KEPT] = replace(kept, address=parameters, values=browser.values(), earlier=earlier, chosen=told)


def here() -> str:
    """The complete address of what is shown; call after it was written.

    What the browser alone knows it adds itself (component/address.js).
    """
    kept: Kept = st.session_state[_KEPT]
    home, query = session.home(), urlencode(kept.address, doseq=True, safe="/")
    return (f"{home.rstrip('/')}/" if home else "") + kept.page + (f"?{query}" if query else "")


def _held(dataset: Dataset) -> Selection:
    """What the filter widgets hold, in the order of the choices, whatever the order of the clicks."""
    state = st.session_state
    held: dict[str, Any] = {facet: tuple(state.get(widget_key(facet), ())) for facet in FACET_PARAMETERS}
    held |= {switch.name: bool(state.get(widget_key(switch.name), False)) for switch in SWITCHES}
    return Selection.parse(Selection(**held).parameters(), dataset)[0]


def _caught_up(kept: Kept, current: Address, keys: set[str]) -> Kept:
    """Put back what callbacks chose and a browser that has not been told yet does not know; `keys` are drawn next."""
    state = st.session_state
    if kept.comes_back:
        # Said once more: the browser was just told what the address says.
        for key in keys:
            if key in state:
                state[key] = state[key]
    waiting = kept.untold(current)
    for key, one in waiting.items():
        _put(key, one.with_changes(state.get(key)))
    seen = current == kept.address
    return replace(kept, chosen=waiting, earlier=() if seen else kept.earlier, comes_back=False)


def _take_parameters(current: Address, page: str) -> None:
    """Give the widgets of a page what the address says, and forget what those of other pages held."""
    state = st.session_state
    for parameter in (*_parameters(), _LIST):
        state.pop(parameter, None)
    for parameter in PAGE_PARAMETERS.get(page, ()):
        if parameter in current:
            state[parameter] = current[parameter][-1]


def _put(key: str, value: object) -> None:
    """Set a widget only where that changes it.

    What is set is sent to the browser, and would undo what the reader does there meanwhile.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _current() -> Address:
    return {name: list(st.query_params.get_all(name)) for name in st.query_params}


def _filters(address: Address) -> Address:
    return {name: values for name, values in address.items() if name in FILTERS}


def _parameters() -> set[str]:
    return {name for names in PAGE_PARAMETERS.values() for name in names}


def _filter_keys() -> set[str]:
    return {widget_key(name) for name in NAMES}


def _unknown_parameters(current: Mapping[str, Sequence[str]], page: str) -> tuple[Remark, ...]:
    """Parameters that the page does not know, and a language that there is no catalogue for."""
    known = {*FILTERS, LANGUAGE_PARAMETER, *PAGE_PARAMETERS.get(page, ())}
    return tuple(
        Remark(name, values[-1])
        for name, values in current.items()
        if name not in known or (name == LANGUAGE_PARAMETER and values[-1] not in languages())
    )
