"""Sources: every public page that rows were read from, and what it supports."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import address, page, show

search = address.offer("search", None)
listed = make(page.view(), "record/sources", search=search)

page.heading(listed.finding)
show.figure(make(page.view(), "record/source-counts"))
st.text_input(_("Search in titles, publishers and addresses"), key="search")
if listed.is_empty:
    page.nothing_found("record/sources", search)
else:
    show.figure(listed)
