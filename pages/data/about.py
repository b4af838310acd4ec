"""About: what this is, how it was made, what to be careful with, how to cite it."""

import streamlit as st

from iurc_dash.language import _
from iurc_dash.ui import about, data, page, show
from iurc_dash.ui.links import page_address

page.heading(_("About this dashboard"), uses_selection=False)
for title, text in about.sections(data.dataset()):
    st.header(title, anchor=False)
    st.markdown(text)
st.header(_("What to be careful with"), anchor=False)
st.markdown(about.what_to_be_careful_with())
st.header(_("Places without a position"), anchor=False)
st.write(about.places_without_position(data.dataset()))
show.link(_("Every source"), page_address("sources", page.selection()))
