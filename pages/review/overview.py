"""Overview: what the programme did, in which phase and where."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.ui import page, say, show
from iurc_dash.ui.map import overview_map

view = page.view()
figures = make(view, "overview/key-figures")

if figures.is_empty:
    page.heading(figures.finding)
    page.nothing_matches("overview/key-figures")
    st.stop()
numbers, picture = st.columns([3, 7], gap="large")
with numbers:
    page.heading(figures.finding)
    show.figure(figures)
with picture:
    on_map = make(view, "pairings/on-map", colour="region")
    overview_map(on_map)
    show.foot(on_map)

for column, id in zip(
    st.columns(3, gap="large"),
    ("overview/every-pairing", "themes/shift", "standouts/returning-places"),
    strict=True,
):
    with column:
        show.exhibit(id, level=3)
full = make(view, "overview/completeness")
say.heading(full.finding, level=3)
show.figure(full)
show.side_by_side(
    "overview/regions", "standouts/stated-links", "activities/held-by-year", "standouts/regions"
)
show.exhibit("stakeholders/took-part")
