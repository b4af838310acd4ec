"""The page of one pairing or place, and the lists that lead there."""

from __future__ import annotations

import streamlit as st

from iurc_dash.exhibits.profiles import profile
from iurc_dash.exhibits.register import choices_of, make
from iurc_dash.forms import ArcMap, Facts
from iurc_dash.language import _
from iurc_dash.metrics.search import place_texts
from iurc_dash.selection import Selection
from iurc_dash.ui import address, page, say, show
from iurc_dash.ui.choosing import choose
from iurc_dash.view import View

TABLE_OF = {"pairing": "pairings", "place": "places"}


def chosen(parameter: str, table_name: str) -> str:
    """The key that the address names, whatever the filters; blank when it names none or an unknown one."""
    return address.offer(parameter, page.view().words.names(table_name))


def show_profile(subject: str, key: str) -> None:
    """Everything recorded of one pairing or place: its exhibits one below the other, a map beside its facts."""
    whole = page.view().of(Selection())
    name = whole.say(TABLE_OF[subject], key)
    page.name_tab(name)
    page.heading(name)
    exhibits = profile(whole, subject, key)
    facts = [shown for shown in exhibits if isinstance(shown.form, Facts)]
    maps = [shown for shown in exhibits if isinstance(shown.form, ArcMap)]
    known, picture = st.columns([3, 2], gap="large")
    with known:
        for shown in facts:
            show.form(shown)
    with picture:
        for shown in maps:
            show.picture(shown)
    for shown in exhibits:
        if shown.form is not None and shown not in facts and shown not in maps:
            say.heading(shown.finding)
            show.figure(shown)
    show.all_of(
        _("All pairings") if subject == "pairing" else _("All places"), TABLE_OF[subject], page.view()
    )


def list_of_pairings(view: View) -> None:
    """The list of pairings as the address asks for it: searched and in order."""
    search = address.offer("search", None)
    sorts = choices_of(view, "pairings/list", "sort")
    sort = address.offer("sort", sorts, default="name")
    listed = make(view, "pairings/list", search=search, sort=sort)
    page.heading(listed.finding)
    search_column, sort_column = st.columns([3, 1], vertical_alignment="bottom")
    with search_column:
        st.text_input(_("Search places, countries, themes and summaries"), key="search")
    with sort_column:
        st.selectbox(_("Order by"), list(sorts), format_func=sorts.__getitem__, key="sort")
    if listed.is_empty:
        page.nothing_found("pairings/list", search)
    else:
        show.figure(listed)


def choose_place(view: View) -> None:
    """Let the reader choose a place; whatever the filters leave."""
    page.heading(_("Which place?"))
    places = choices_of(view, "places/facts", "place")
    choose(_("Place"), places, "place", placeholder=_("Choose a place"), texts=place_texts(view))
