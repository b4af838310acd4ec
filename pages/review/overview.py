"""Overview: what the programme did, in which phase and where."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import page, say, show
from iurc_dash.ui.map import leading_map, region_links

view = page.view()
figures = make(view, "overview/key-figures")

if figures.is_empty:
    page.heading(figures.finding)
    page.nothing_matches("overview/key-figures")
    page.stop()
# For eyes and ears in one order: what was found, the map, the numbers; a wide screen has the map beside them.
with st.container(key="hero"):
    page.heading(figures.finding)
    with st.container(key="hero_map"):
        on_map = make(view, "pairings/on-map", colour="region")
        leading_map(on_map)
        region_links(view)
        show.foot(on_map)
    with st.container(key="hero_numbers"):
        show.figure(figures)

show.side_by_side(
    "overview/every-pairing", "themes/shift", "overview/who-came-back", "stakeholders/took-part"
)
full = make(view, "overview/completeness")
say.heading(_("How full the record is"))
say.paragraph(f"{full.finding} {full.more}".strip())
show.all_of(_("Found and reported: what is missing"), "reported", view)
