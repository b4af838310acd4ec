"""The map to explore: places and lines to choose, what was chosen beside it, and the same from a list."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from iurc_dash.addresses import address_of, drawing_address, layers_address
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import choices_of, make
from iurc_dash.forms import ArcMap
from iurc_dash.language import _, format_names
from iurc_dash.metrics.search import pairing_texts, place_texts
from iurc_dash.render import deck
from iurc_dash.render.deck.rows import rows_key
from iurc_dash.render.svg.drawn_map import fetched_map
from iurc_dash.ui import address, navigation, page, say, show
from iurc_dash.ui.choosing import choose
from iurc_dash.ui.drawn import drawn
from iurc_dash.view import EVERYTHING, View

MAP = "pairings/on-map"
# What can be chosen on the map, and the table that it is a row of.
CHOSEN = {"pairing": "pairings", "place": "places"}
# A drawing of more lines than this is slow to light; a graphics card draws them (docs/decisions/map-as-svg.md).
MOST_DRAWN = 2_000
DECK_HEIGHT = 560


@st.fragment
@page.in_language
def explorable_map() -> None:
    """The map as wide as the page; over it what was chosen, below it the lists to choose from."""
    navigation.leave_part_if_asked()
    view = page.view()
    address.catch_up()
    offered = {
        "pairing": choices_of(view, MAP, "pairing"),
        "place": choices_of(view, "places/facts", "place"),
    }
    chosen = {subject: address.offer(subject, keys) for subject, keys in offered.items()}
    subject = next((subject for subject, key in chosen.items() if key), "")
    with st.container(key="map_stage"):
        _draw(make(view, MAP, colour="region"), subject, chosen.get(subject, ""))
        if subject:
            with st.container(key="map_card"):
                _show_chosen(view, subject, chosen[subject])
    for column, (kind, label, placeholder, texts) in zip(
        st.columns(2),
        (
            ("pairing", _("Pairing"), _("Choose, or click a line"), pairing_texts(view)),
            ("place", _("Place"), _("Choose, or click a dot"), place_texts(view)),
        ),
        strict=True,
    ):
        with column:
            choose(
                label,
                offered[kind],
                kind,
                placeholder=placeholder,
                texts=texts,
                on_change=_only,
                args=(kind,),
            )
    _draw_phases(make(view, MAP, colour="region"))
    address.write(view.selection)


def overview_map(shown: Exhibit) -> None:
    """The same map where a place or a line leads to its page."""
    if isinstance(shown.form, ArcMap) and len(shown.form.pairings) <= MOST_DRAWN:
        drawn(fetched_map(drawing_address(shown), shown.alt), key="overview_map", leads=True)
    else:
        show.form(shown)


def _draw(found: Exhibit, subject: str, key: str) -> None:
    if not isinstance(found.form, ArcMap):
        say.paragraph(found.finding)
    elif len(found.form.pairings) <= MOST_DRAWN:
        chosen = f"{subject}/{key}" if key else ""
        drawn(fetched_map(drawing_address(found), found.alt), key="map", chosen=chosen, on_chosen=_choose)
    else:
        form, theme = replace(found.form, chosen=key), page.theme()
        st.pydeck_chart(
            deck.deck(form, theme, DECK_HEIGHT, layers_address(found)),
            key=f"map_{theme}_{rows_key(found.form)}",
            height=DECK_HEIGHT,
            alt=found.alt,
        )
        show.on_paper(found)
    if isinstance(found.form, ArcMap) and found.form.unplaced:
        say.caption(_("Not on the map: {places}.").format(places=format_names(found.form.unplaced)))


def _draw_phases(found: Exhibit) -> None:
    """One small map a phase, where there are several to compare."""
    form = found.form
    if isinstance(form, ArcMap) and len(form.phases) > 1 and len(form.pairings) <= MOST_DRAWN:
        say.heading(_("One map a phase"))
        address_of_maps = drawing_address(found, by_phase=True)
        drawn(fetched_map(address_of_maps, _("One map a phase"), small=True), key="phase_maps")


def _choose(kind: str, key: str) -> None:
    """A callback: what was chosen on the map; nothing where it was let go."""
    for subject in CHOSEN:
        address.choose(subject, key if subject == kind else None)


def _only(kind: str) -> None:
    """A callback: a pairing or a place is shown, not both."""
    if address.chosen(kind):
        for other in CHOSEN:
            if other != kind:
                address.choose(other, None)


def _show_chosen(view: View, subject: str, key: str) -> None:
    whole = view.of(EVERYTHING)
    say.heading(whole.say(CHOSEN[subject], key))
    shown = make(view, MAP, colour="region").form
    if not isinstance(shown, ArcMap) or f"{subject}/{key}" not in {mark.key for mark in shown.marks()}:
        say.caption(_("What is chosen leaves it out of the map, or its position is not recorded."))
    show.form(make(whole, f"{CHOSEN[subject]}/facts", **{subject: key}))
    show.link(_("Open its page"), address_of(CHOSEN[subject], key, view))
