"""Activity: what happened when, what came out of it, and what is to come."""

import streamlit as st

from iurc_dash.exhibits import activity
from iurc_dash.ui import data, page, show
from iurc_dash.ui.lists import activity_lists

selection = page.selection()
timeline = data.made(activity.activities_over_time, selection)

page.heading(timeline.finding)
if timeline.table.frame.empty:
    page.nothing_matches(lambda dataset: len(dataset["activities"]))
    st.stop()
show.figure_of(timeline)

show.exhibit(data.made(activity.activities_by_kind_and_phase, selection))
show.exhibit(data.made(activity.activities_by_region_and_phase, selection))
show.exhibit(data.made(activity.in_person_and_online, selection))

activity_lists(selection)
