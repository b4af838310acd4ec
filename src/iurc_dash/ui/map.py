"""The map to explore: lines and places to click, what was chosen beside it, and the same from a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from iurc_dash.addresses import address_of, layers_address
from iurc_dash.cautions import caution_text
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import choices_of, make
from iurc_dash.forms import ArcMap
from iurc_dash.kept import derived
from iurc_dash.language import _, format_names
from iurc_dash.metrics.pairings import pairings_of_places
from iurc_dash.metrics.search import pairing_texts, place_texts
from iurc_dash.render import deck, html
from iurc_dash.render.deck.choice import picked
from iurc_dash.render.deck.rows import rows_key
from iurc_dash.selection import Selection
from iurc_dash.ui import address, page, say, show
from iurc_dash.ui.choosing import choose
from iurc_dash.view import View

MAP_HEIGHT = 560
MAP = "pairings/on-map"
# What can be chosen on the map, and the table that it is a row of.
CHOSEN = {"pairing": "pairings", "place": "places"}


@st.fragment
@page.in_language
def explorable_map() -> None:
    """The map and, beside it, the pairing or place that was chosen."""
    view = page.view()
    address.catch_up()
    colours = choices_of(view, MAP, "colour")
    address.offer("colour", colours, default=next(iter(colours)))
    offered = {"pairing": choices_of(view, MAP, "pairing"), "place": _places(view)}
    chosen = {subject: address.offer(subject, keys) for subject, keys in offered.items()}

    picture, detail = st.columns([7, 3], gap="medium")
    with picture:
        colour = st.segmented_control(
            _("Colour"),
            list(colours),
            format_func=lambda key: say.plain(colours[key]),
            key="colour",
            label_visibility="collapsed",
            required=True,
        )
        _draw(make(view, MAP, colour=colour or next(iter(colours))), chosen["pairing"] or chosen["place"])
    with detail:
        for subject, label, placeholder, texts in (
            ("pairing", _("Pairing"), _("Choose, or click a line"), pairing_texts(view)),
            ("place", _("Place"), _("Choose, or click a dot"), place_texts(view)),
        ):
            choose(
                label,
                offered[subject],
                subject,
                placeholder=placeholder,
                texts=texts,
                on_change=_only,
                args=(subject,),
            )
        _at_one_point(view)
        subject = next((subject for subject, key in chosen.items() if key), "")
        if subject:
            _show_chosen(view, subject, chosen[subject])
        else:
            say.paragraph(_("Choose a line or a dot to see what it is."))
    address.write(view.selection)


@derived
def _places(view: View) -> Mapping[str, str]:
    """Places of the pairings in view by name, in order."""
    in_pairings, named = pairings_of_places(view), choices_of(view, "places/facts", "place")
    return {place: name for place, name in named.items() if place in in_pairings}


def _draw(found: Exhibit, chosen: str) -> None:
    if not isinstance(found.form, ArcMap):
        say.paragraph(found.finding)
        return
    form, theme = found.form, page.theme()
    # A browser keeps a choice by the number of its row: where rows are others, so is the key of the map.
    key = f"map_{theme}_{rows_key(form)}"
    on_select: Callable[..., None] = page.in_language(partial(_picked, key))
    st.pydeck_chart(
        deck.deck(
            replace(form, chosen=chosen),
            theme,
            MAP_HEIGHT,
            layers_address(found),
        ),
        key=key,
        height=MAP_HEIGHT,
        on_select=on_select,
        selection_mode="single-object",
        alt=found.alt,
    )
    st.html(html.legend_html(form.legend))
    said = [_("Filled dots are on the EU side, rings are partners. Click a line or a dot to see what it is.")]
    if form.unplaced:
        said.append(_("Not on the map: {places}.").format(places=format_names(form.unplaced)))
    say.caption(" ".join([*said, caution_text("boundaries")]))
    page.cautions_said().add("boundaries")


def _picked(key: str) -> None:
    """Put what was clicked into its list; a callback, so that it runs before the lists are drawn."""
    found = picked(st.session_state.get(key))
    if found is not None and address.pick(found.kind, found.keys[0]):
        st.session_state["at_one_point"] = found.keys
        _only(found.kind)


def _only(kind: str) -> None:
    """A pairing or a place is shown, not both."""
    if address.chosen(kind):
        for other in CHOSEN:
            if other != kind:
                address.choose(other, None)


def _at_one_point(view: View) -> None:
    """Where several places stand at the point that was clicked, let the reader choose among them."""
    keys = st.session_state.get("at_one_point", ())
    if len(keys) > 1 and st.session_state.get("place") in keys:
        say.paragraph(_("Several places stand at this point:"))
        for key in keys:
            st.button(
                say.plain(view.words.place_in_country(key)),
                key=f"point_{key}",
                on_click=address.choose,
                args=("place", key),
                type="tertiary",
            )


def _show_chosen(view: View, subject: str, key: str) -> None:
    whole = view.of(Selection())
    say.heading(whole.say(CHOSEN[subject], key))
    show.form(make(whole, f"{CHOSEN[subject]}/facts", **{subject: key}))
    show.link(_("Open its page"), address_of(CHOSEN[subject], key, view))
