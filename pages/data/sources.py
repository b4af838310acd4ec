"""Sources: every public page that rows were read from, and what it supports."""

import streamlit as st

from iurc_dash.exhibits import sources
from iurc_dash.language import _
from iurc_dash.ui import address, data, page, show

listed = data.made(sources.source_list, page.selection(), address.offer("search", None))

page.heading(listed.finding)
st.text_input(_("Search in titles, publishers and addresses"), key="search")
if listed.table.frame.empty:
    page.nothing_found(lambda dataset: len(dataset["row_sources"]))
else:
    show.rows(listed, rows_a_page=show.ROWS_A_PAGE)
