"""About: what this is, how it was made, what to be careful with, how to cite it."""

import streamlit as st

from iurc_dash.language import _
from iurc_dash.ui import about, page, say, show

view = page.view()
page.heading(_("About this dashboard"))
for title, text in about.sections(view):
    say.heading(title)
    # Texts of our own, whose marks of emphasis and lists are meant.
    st.markdown(text)
show.exhibit("record/about")
say.heading(_("What to be careful with"))
st.markdown(about.what_to_be_careful_with(view))
show.all_of(_("Every source"), "sources", view)
