"""The page of one pairing or place, and the lists that lead there."""

from __future__ import annotations

import streamlit as st

from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.pairings.list import pairings_listed
from iurc_dash.exhibits.profiles import profile
from iurc_dash.exhibits.register import choices_of, make
from iurc_dash.forms import ArcMap, Facts, Prose, TwoSides
from iurc_dash.language import _
from iurc_dash.metrics.search import place_texts
from iurc_dash.render import html
from iurc_dash.selection import Selection
from iurc_dash.ui import address, page, say, show
from iurc_dash.ui.choosing import choose
from iurc_dash.ui.drawn import drawn
from iurc_dash.view import View

LIST = "pairings/list"
TABLE_OF = {"pairing": "pairings", "place": "places"}


def chosen(parameter: str, table_name: str) -> str:
    """The key that the address names, whatever the filters; blank when it names none or an unknown one."""
    return address.offer(parameter, page.view().words.names(table_name))


def show_profile(subject: str, key: str) -> None:
    """Everything recorded of one pairing or place: what it is, a map beside it, then its exhibits one by one.

    A pairing begins with its members and the line between them, which is its title to those who see.
    """
    whole = page.view().of(Selection())
    name = whole.say(TABLE_OF[subject], key)
    page.name_tab(name)
    exhibits = profile(whole, subject, key)
    heads, known, maps = (
        [shown for shown in exhibits if isinstance(shown.form, forms)]
        for forms in (TwoSides, (Facts, Prose), ArcMap)
    )
    page.heading(name)
    for shown in heads:
        show.form(shown)
    words, picture = st.columns([3, 2], gap="large")
    with words:
        for shown in known:
            show.figure(shown)
    with picture:
        for shown in maps:
            show.picture(shown)
    for shown in exhibits:
        if shown.form is not None and shown not in (*heads, *known, *maps):
            say.heading(shown.finding)
            show.figure(shown)
    show.all_of(
        _("All pairings") if subject == "pairing" else _("All places"), TABLE_OF[subject], page.view()
    )


def list_of_pairings(view: View) -> None:
    """The list of pairings as the address asks for it: searched and in order."""
    asked = {
        "search": address.offer("search", None),
        "missing": address.offer("missing", choices_of(view, LIST, "missing")),
        "sort": address.offer("sort", choices_of(view, LIST, "sort"), default="name"),
        "order": address.offer("order", choices_of(view, LIST, "order")),
    }
    listed = make(view, LIST, **asked)
    page.heading(listed.finding)
    st.text_input(_("Search places, countries, themes and summaries"), key="search")
    what_is_missing(listed, asked["search"], asked["missing"])
    if not listed.is_empty:
        show.figure(listed)
    elif not pairings_listed(view, asked["search"]):
        page.nothing_found(LIST, asked["search"])


def what_is_missing(listed: Exhibit, search: str, missing: str) -> None:
    """The list as it is, or only what has something not recorded, each with how many there are."""
    view = listed.view
    named = {"": _("All"), **choices_of(view, LIST, "missing")}
    choices = [
        html.Choice(
            name,
            pairings_listed(view, search, field).value,
            show.asked_anew(listed, {"missing": field}),
            field == missing,
        )
        for field, name in named.items()
    ]
    drawn(html.choices_html(_("Which of them"), choices), key="missing_choices")


def choose_place(view: View) -> None:
    """Let the reader choose a place; whatever the filters leave."""
    page.heading(_("Which place?"))
    places = choices_of(view, "places/facts", "place")
    choose(_("Place"), places, "place", placeholder=_("Choose a place"), texts=place_texts(view))
