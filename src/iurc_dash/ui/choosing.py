"""Choosing one thing of many: from a list of all where that is short enough to send, else from what a search finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from iurc_dash.language import _, format_number
from iurc_dash.metrics.search import best, searchable
from iurc_dash.ui import say

# A list of more is searched: all of it would come with every click (some 25 bytes a name).
MOST_OFFERED = 1_000
# So many of what a search finds are offered.
MOST_FOUND = 50


def choose(
    label: str,
    options: Mapping[str, str],
    key: str,
    *,
    placeholder: str,
    texts: Mapping[str, str] | None = None,
    on_change: Callable[..., None] | None = None,
    args: Sequence[str] = (),
) -> str | None:
    """Let the reader choose a key of the options (key -> words) and give it; None where nothing is chosen.

    `key` is that of the widget, which holds the choice. A choice that an address brought holds whether the search finds
    it or not. `texts` are what a search looks through, by key (metrics/search.py); without them, the words themselves.
    """
    is_searched = len(options) > MOST_OFFERED
    chosen: str | None = st.selectbox(
        label,
        _found(label, options, key, texts) if is_searched else list(options),
        format_func=options.__getitem__,
        key=key,
        index=None,
        placeholder=placeholder,
        # The search above it has the label already.
        label_visibility="collapsed" if is_searched else "visible",
        on_change=on_change,
        args=tuple(args),
    )
    return chosen


def _found(label: str, options: Mapping[str, str], key: str, texts: Mapping[str, str] | None) -> list[str]:
    """Draw the search, and give what it finds, what is chosen first."""
    search = st.text_input(label, key=f"find_{key}", placeholder=_("Type to search"))
    if texts is None:
        texts = {option: searchable([words]) for option, words in options.items()}
    hits = best(search, options, texts)
    if not hits:
        say.caption(_("Nothing has these words. Try fewer or other words."))
    elif len(hits) > MOST_FOUND:
        say.caption(
            _("The first {shown} of {count} are offered below; a search finds the others.").format(
                shown=format_number(MOST_FOUND), count=format_number(len(hits))
            )
        )
    chosen = st.session_state.get(key)
    first = [str(chosen)] if chosen in options else []
    return list(dict.fromkeys([*first, *hits[:MOST_FOUND]]))
