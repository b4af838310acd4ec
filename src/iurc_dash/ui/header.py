"""The header of every page: the dashboard's name, the menu, the search, what can be taken away."""

from __future__ import annotations

import streamlit as st

from iurc_dash.addresses import ROWS_PAGE, address_of, page_address
from iurc_dash.language import _
from iurc_dash.metrics.search import find
from iurc_dash.render import html
from iurc_dash.ui import navigation, page
from iurc_dash.ui.drawn import drawn
from iurc_dash.ui.navigation import FURTHER, MENU, PAGES, PageEntry
from iurc_dash.view import View

KEY = "header"
# So many things are offered for what is typed.
MOST_FOUND = 8


@st.fragment
@page.in_language
def draw(here: PageEntry) -> None:
    """The header; a fragment, so that a search draws nothing else anew."""
    navigation.leave_part_if_asked()
    view = page.view()
    markup = html.header_html(
        pages=[_link(entry, here, view) for entry in PAGES if entry.section == MENU],
        further=[_link(entry, here, view) for entry in PAGES if entry.section == FURTHER],
        take_away=page_address(ROWS_PAGE, view, {"part": "files"}),
    )
    drawn(markup, key=KEY, found=_found(view), none_found=_("Nothing in the record is called so."))


def _link(entry: PageEntry, here: PageEntry, view: View) -> html.PageLink:
    return html.PageLink(_(entry.title), page_address(entry.url_path, view), entry == here)


def _found(view: View) -> dict[str, object]:
    """What is found for what was typed last, best first: words, what it is, and where it leads."""
    typed = getattr(st.session_state.get(KEY), "typed", None) or ""
    hits = [
        {
            "words": _words(view, table, key),
            "kind": view.say("tables", table),
            "address": address_of(table, key, view),
        }
        for table, key in find(view, typed, most=MOST_FOUND)
    ]
    pages = [
        {"words": _(entry.title), "kind": _("page"), "address": page_address(entry.url_path, view)}
        for entry in PAGES
        if typed and entry.section and _(entry.title).casefold().startswith(typed.casefold())
    ]
    return {"typed": typed, "hits": [*pages, *hits][:MOST_FOUND]}


def _words(view: View, table: str, key: str) -> str:
    match table:
        case "places":
            return view.words.place_in_country(key)
        case "goals":
            return view.words.goal_label(key)
        case _:
            return view.say(table, key)
