"""Editions: one region's run of one phase, the programme's own page as data."""

import streamlit as st

from iurc_dash.exhibits import editions, gaps, goals, reported, stakeholders
from iurc_dash.exhibits import map as maps
from iurc_dash.language import _
from iurc_dash.ui import address, data, page, parts, served, show
from iurc_dash.ui.lists import activity_lists
from iurc_dash.ui.profiles import edition_facts

choices = data.made(editions.edition_choices)
chosen = address.offer("edition", choices, default=editions.DEFAULT_EDITION)
profile = data.made(editions.edition_profile, chosen)
selection = editions.edition_selection(data.dataset(), chosen)

page.heading(profile.name, uses_selection=False)
facts, choice = st.columns([3, 2], gap="large")
with choice:
    st.selectbox(_("Edition"), list(choices), format_func=choices.__getitem__, key="edition")
    st.caption(_("The filters of the side bar do not apply here: the page shows one whole edition."))
    show.picture(
        data.made(maps.pairings_on_map, selection, "phase", ""),
        served.picture_address(selection, page.theme(), close=True),
    )
with facts:
    edition_facts(profile)

figures = data.made(editions.edition_key_figures, chosen)
show.exhibit(figures)

match parts.chosen_part():
    case "pairings":
        show.listing(data.made(editions.edition_pairings, chosen))
        show.listing(data.made(editions.edition_networks, chosen))
        show.exhibit(data.made(stakeholders.who_took_part, selection))
    case "events":
        activity_lists(selection)
    case "goals":
        show.exhibit(data.made(goals.goals_reached, selection))
        show.exhibit(data.made(goals.new_urban_agenda, selection))
        show.exhibit(data.made(goals.eu_agendas, selection))
    case "reported":
        show.listing(data.made(reported.reported_totals, selection))
        show.listing(data.made(gaps.known_gaps, selection))
