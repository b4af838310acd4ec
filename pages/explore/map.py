"""Map: who works with whom, and where."""

import streamlit as st

from iurc_dash.exhibits import map as maps
from iurc_dash.language import _
from iurc_dash.ui import data, page, show
from iurc_dash.ui.map import explorable_map

selection = page.selection()
found = data.made(maps.pairings_on_map, selection, "phase", "")

page.heading(found.finding)
if found.table.frame.empty:
    page.nothing_matches(lambda dataset: len(dataset["pairings"]))
    st.stop()
explorable_map(selection)
show.listing(found, title=_("The same as a list"))
show.exhibit(data.made(maps.where_from, selection))
