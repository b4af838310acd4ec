"""The map to explore: places and lines to choose, what was chosen beside it, and the same from a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from iurc_dash.addresses import (
    address_of,
    drawing_address,
    layers_address,
    mark_address,
    page_address,
    picture_address,
)
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import choices_of, make
from iurc_dash.forms import ArcMap, Facts, Matrix
from iurc_dash.language import _, format_names, format_number
from iurc_dash.metrics.search import pairing_texts, place_texts
from iurc_dash.render import deck, html
from iurc_dash.render.deck.choice import picked
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
    found = make(view, MAP, colour="region")
    with st.container(key="map_stage"):
        _draw(found, subject, chosen.get(subject, ""))
        if subject:
            with st.container(key="map_card"):
                _show_chosen(view, found, subject, chosen[subject])
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
    _draw_phases(found)
    address.write(view.selection)


def leading_map(shown: Exhibit) -> None:
    """The same map where a place or a line leads to its page."""
    if isinstance(shown.form, ArcMap) and len(shown.form.pairings) <= MOST_DRAWN:
        drawn(fetched_map(drawing_address(shown), shown.alt), key="leading_map", leads=True)
    else:
        show.form(shown)


def region_links(view: View) -> None:
    """The regions of what is shown with their pairings; each leads to what is recorded of it alone."""
    form = make(view, "overview/regions").form
    if not isinstance(form, Matrix) or len(form.rows.categories) < 2:
        return
    counts = zip(form.rows.categories, form.row_totals, strict=True)
    drawn(
        html.counts_html(
            [
                html.CountedLink(
                    format_number(count.value),
                    region.label,
                    view.colour("regions", region.key),
                    page_address("", view.of(replace(view.selection, regions=(region.key,)))),
                )
                for region, count in counts
                if count
            ]
        ),
        key="region_links",
    )


def _draw(found: Exhibit, subject: str, key: str) -> None:
    if not isinstance(found.form, ArcMap):
        say.paragraph(found.finding)
    elif len(found.form.pairings) <= MOST_DRAWN:
        chosen = f"{subject}/{key}" if key else ""
        drawn(fetched_map(drawing_address(found), found.alt), key="map", chosen=chosen, on_chosen=_choose)
    else:
        _draw_large(found, replace(found.form, chosen=key))
    if isinstance(found.form, ArcMap) and found.form.unplaced:
        say.caption(_("Not on the map: {places}.").format(places=format_names(found.form.unplaced)))


def _draw_large(found: Exhibit, form: ArcMap) -> None:
    """The map by a graphics card; where a browser has none, the picture of it."""
    theme = page.theme()
    key = f"map_{theme}_{rows_key(form)}"
    choose_picked: Callable[..., None] = page.in_language(partial(_picked, key))
    with st.container(key="map_by_graphics"):
        st.pydeck_chart(
            deck.deck(form, theme, DECK_HEIGHT, layers_address(found)),
            key=key,
            height=DECK_HEIGHT,
            on_select=choose_picked,
            selection_mode="single-object",
            alt=found.alt,
        )
    show.on_paper(found)
    said = _(
        "This browser cannot draw so large a map to move in. This is its picture; choose from the lists below."
    )
    drawn(html.without_graphics_html(said, picture_address(found, theme), found.alt), key="without_graphics")


def _picked(key: str) -> None:
    """A callback: the place that was clicked on the map by a graphics card."""
    place = picked(st.session_state.get(key))
    if place and address.pick("place", place):
        _only("place")


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


def _show_chosen(view: View, found: Exhibit, subject: str, key: str) -> None:
    """The card of what was chosen: of what is shown, or of the whole record where what is shown leaves it out."""
    table, whole = CHOSEN[subject], view.of(EVERYTHING)
    marks = {mark.key for mark in found.form.marks()} if found.form else set()
    is_shown = f"{subject}/{key}" in marks
    told = make(view if is_shown else whole, f"{table}/card", **{subject: key})
    card = html.Card(
        name=whole.say(table, key),
        remark=""
        if is_shown
        else _("What is chosen leaves it out of the map, or its position is not recorded."),
        back=page_address("map", view),
        page=address_of(table, key, view),
    )

    def link_for(table_name: str, row: str) -> str:
        """Places lead on within the map, all else to its page."""
        if table_name == "places":
            return page_address("map", view, {"place": row})
        return address_of(table_name, row, view)

    if isinstance(told.form, Facts):
        drawn(
            html.card_html(told.view, card, told.form, link_for, partial(mark_address, told)),
            key="chosen_card",
        )
