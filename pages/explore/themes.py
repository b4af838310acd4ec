"""Themes: what pairings work on, how it moved, and who stands behind it."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import lists, page, show

clusters = make(page.view(), "themes/clusters")

page.heading(clusters.finding)
if clusters.is_empty:
    page.nothing_matches("themes/clusters")
    st.stop()
show.figure(clusters)
show.exhibit("themes/clusters-by-region")
show.exhibit("themes/circular-economy")
show.exhibit("themes/ranking")
lists.chosen_listing(_("Who stands behind a theme"), _("Theme"), "themes/pairings", "theme")
