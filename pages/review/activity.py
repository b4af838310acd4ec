"""Activity: what happened when, what came out of it, and what is to come."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.ui import page, show
from iurc_dash.ui.lists import activity_lists

timeline = make(page.view(), "activities/over-time")

page.heading(timeline.finding)
if timeline.is_empty:
    page.nothing_matches("activities/over-time")
    st.stop()
show.figure(timeline)
show.exhibit("activities/by-kind")
show.exhibit("activities/by-region")
show.exhibit("activities/held")
activity_lists(page.view())
