"""Overview: what the programme did, in which phase and where."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import page, say, show

view = page.view()
figures = make(view, "overview/key-figures")

page.heading(figures.finding)
if figures.is_empty:
    page.nothing_matches("overview/key-figures")
    st.stop()
full = make(view, "overview/completeness")
say.paragraph(f"{full.finding} {full.more}".strip())
show.figure(figures)

counts, picture = st.columns([3, 2], gap="large")
with counts:
    show.exhibit("overview/regions")
with picture:
    small_map = make(view, "pairings/on-map")
    say.heading(_("Where they are"))
    say.caption(small_map.finding)
    show.picture(small_map)
    show.all_of(_("Open the map"), "map", view)

say.heading(_("What stands out"))
show.side_by_side(
    "standouts/stated-links",
    "standouts/returning-places",
    "standouts/circular-economy",
    "activities/held",
    "standouts/regions",
)
show.exhibit("stakeholders/took-part")
