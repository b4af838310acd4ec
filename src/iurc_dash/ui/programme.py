"""The page of a programme in a region: which one is shown, and what is new of it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from iurc_dash.addresses import address_of
from iurc_dash.exhibits.register import choices_of, make
from iurc_dash.language import _
from iurc_dash.metrics.editions import default_edition, view_of_edition
from iurc_dash.render import html
from iurc_dash.render.html.cells import leading
from iurc_dash.ui import address, page, say, show
from iurc_dash.ui.drawn import drawn
from iurc_dash.view import EVERYTHING, View
from iurc_dash.vocabulary import counted

# What is new stands in these lists; so many of each on the first screen.
NEW = ("news", "upcoming", "publications")
MOST_NEW = 3


def chosen_edition() -> tuple[Mapping[str, str], str, View]:
    """The programmes in a region to choose from, the one that is chosen (blank where there is none), and its view."""
    view = page.view()
    choices = choices_of(view, "editions/facts", "edition")
    if not choices:
        return choices, "", view
    chosen = address.offer("edition", choices, default=default_edition(view))
    return choices, chosen, view_of_edition(view, chosen)


def picker(chosen: str) -> None:
    """Every programme in a region, by region and phase, each a link; the chosen one is marked."""
    view = page.view()
    whole = view.of(EVERYTHING)
    pairings: dict[str, list[str]] = {}
    for pairing, edition in whole.pairing_editions.items():
        pairings.setdefault(edition, []).append(pairing)
    at = {(where.phase_id, where.region_id): edition for edition, where in whole.editions.items()}

    def tile(edition: str) -> html.Tile:
        count = len(pairings.get(edition, ()))
        words = counted("tables", "pairings", count) if count else _("no pairing recorded")
        return html.Tile(leading(words, address_of("editions", edition, view)), is_here=edition == chosen)

    phases = [phase for phase in whole.words.in_order("phases") if any(phase == one for one, _region in at)]
    lines = [
        (
            whole.say("regions", region),
            [tile(at[phase, region]) if (phase, region) in at else None for phase in phases],
        )
        for region in whole.words.in_order("regions")
        if any(region == one for _phase, one in at)
    ]
    columns = [whole.say("phases", phase) for phase in phases]
    drawn(html.picker_html(_("Programmes in a region"), columns, lines), key="picker")


def what_is_new(view: View) -> None:
    """The newest of the news, of what is to come, and of publications, side by side."""
    titles = choices_of(view, "activities/list", "list")
    with st.container(key="what_is_new"):
        columns = st.columns(len(NEW), gap="large")
    for column, name in zip(columns, NEW, strict=True):
        with column:
            say.heading(titles[name])
            newest(view, name)


def newest(view: View, name: str) -> None:
    """The first lines of a list of activities, as dates and links."""
    listed = make(view, "activities/list", list=name)
    if listed.is_empty:
        say.caption(listed.finding)
    else:
        drawn(
            html.newest_html(listed.view, listed.table.part(0, MOST_NEW)), key=f"newest_{show.key_of(listed)}"
        )
