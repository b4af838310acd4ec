"""What every page has: the view that it shows, its title, what it says where nothing matches."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

import streamlit as st

from iurc_dash.colours import Theme
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.pages import LEADING, leading, tab_title
from iurc_dash.exhibits.register import make
from iurc_dash.language import _, format_number, use_language
from iurc_dash.render import html
from iurc_dash.selection import Selection, facet_title
from iurc_dash.ui import address, say, session
from iurc_dash.view import View, view_of

P = ParamSpec("P")
T = TypeVar("T")

_SELECTION = "selection"
_CAUTIONS, _SHOWN = "cautions_said", "figures_shown"


class StoppedError(Exception):
    """A page has said all that it has to say."""


def stop() -> NoReturn:
    """End a page early. Streamlit's own way would end what stands around the page too: its notices, its address."""
    raise StoppedError


def theme() -> Theme:
    """The theme that the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def view() -> View:
    """What the reader looks at: the dataset of the session, what was chosen of it, the language."""
    chosen: Selection = st.session_state[_SELECTION]
    return view_of(session.current_dataset(), chosen, session.current_language())


def begin(selection: Selection) -> View:
    """Begin to draw a page for what is chosen: nothing is shown and no caution said yet. Gives what is looked at."""
    state = st.session_state
    state[_SELECTION], state[_CAUTIONS], state[_SHOWN] = selection, set(), {}
    return view()


def in_language(function: Callable[P, T]) -> Callable[P, T]:
    """Run a fragment or a callback in the language of the session, as it runs without the page around it."""

    @wraps(function)
    def spoken(*arguments: P.args, **named: P.kwargs) -> T:
        with use_language(session.current_language()):
            return function(*arguments, **named)

    return spoken


def cautions_said() -> set[str]:
    """Keys of the cautions that this run of the page has given already; each is said once a page."""
    said: set[str] = st.session_state.setdefault(_CAUTIONS, set())
    return said


def figures_shown() -> dict[str, str]:
    """The figures that this run of the page has shown, in order: address of what can be taken away -> finding."""
    shown: dict[str, str] = st.session_state.setdefault(_SHOWN, {})
    return shown


def heading(finding: str) -> None:
    """The page's title, which is its finding; said aloud when it changes."""
    say.title(finding)
    aloud(finding)


def aloud(words: str) -> None:
    """Words that whoever listens is told when they are new on the page; they are there to be seen elsewhere."""
    st.html(html.status_html(words))


def begin_with(url_path: str) -> Exhibit:
    """Say the title of a page and give what it begins with; where nothing matches, the page ends with that."""
    shown = leading(view(), *LEADING[url_path])
    heading(shown.finding)
    if shown.is_empty:
        nothing_matches(shown.id)
        stop()
    return shown


def name_tab(name: str) -> None:
    """Call the browser's tab by the page, or by the one thing that it shows, so that tabs can be told apart."""
    st.set_page_config(page_title=tab_title(name))


def nothing_matches(exhibit_id: str, **parameters: str) -> None:
    """Offer to loosen each filter whose removal would let the exhibit show something, with how much."""
    seen = view()
    _notice(_("Nothing matches this selection."))
    for facet in seen.selection.narrowed_facets():
        loosened = make(seen.of(seen.selection.without(facet)), exhibit_id, **parameters)
        if not loosened.is_empty:
            offer = _("Loosen “{filter}” ({count} would match)").format(
                filter=facet_title(facet), count=format_number(loosened.answer.counted.value)
            )
            st.button(say.plain(offer), key=f"loosen_{facet}", on_click=address.loosen, args=(facet,))


def nothing_found(exhibit_id: str, search: str, **parameters: str) -> None:
    """Say why a list is empty: because of the words searched for, or because of the filters."""
    if search and not make(view(), exhibit_id, **parameters).is_empty:
        _notice(
            _("The filters leave something, but nothing in it has these words. Try fewer or other words.")
        )
    else:
        nothing_matches(exhibit_id, **parameters)


def _notice(words: str) -> None:
    say.notice(words)
    aloud(words)
