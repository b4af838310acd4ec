"""Overview: what the programme did, in which phase and where."""

import streamlit as st

from iurc_dash.exhibits import map as maps
from iurc_dash.exhibits import overview, stakeholders, standouts
from iurc_dash.language import _
from iurc_dash.ui import data, page, served, show
from iurc_dash.ui.links import page_address

selection = page.selection()
figures = data.made(overview.key_figures, selection)

page.heading(figures.finding)
if figures.is_empty:
    page.nothing_matches(lambda dataset: len(dataset["pairings"]) + len(dataset["activities"]))
    st.stop()
st.write(data.made(overview.completeness_in_words, selection))
show.figure_of(figures)

counts, picture = st.columns([3, 2], gap="large")
with counts:
    show.exhibit(data.made(overview.pairings_by_region_and_phase, selection))
with picture:
    small_map = data.made(maps.pairings_on_map, selection, "phase", "")
    st.header(_("Where they are"), anchor=False)
    st.caption(small_map.finding)
    show.picture(small_map, served.picture_address(selection, page.theme()))
    show.link(_("Open the map"), page_address("map", selection))

st.header(_("What stands out"), anchor=False)
show.side_by_side(data.made(standouts.what_stands_out, selection))
show.exhibit(data.made(stakeholders.who_took_part, selection))
