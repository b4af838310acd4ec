"""Activity: what happened when, what came out of it, and what is to come."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.ui import page, show
from iurc_dash.ui.lists import activity_lists

over_time = make(page.view(), "activities/over-time")

page.heading(over_time.finding)
if over_time.is_empty:
    page.nothing_matches("activities/over-time")
    st.stop()
chart, news = st.columns([3, 2], gap="large")
with chart:
    show.figure(over_time)
with news:
    activity_lists(page.view())
for id in ("activities/kinds-by-year", "activities/held-by-year", "activities/by-region"):
    show.exhibit(id)
