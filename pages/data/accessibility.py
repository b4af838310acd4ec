"""Accessibility: how far the dashboard can be used by everybody, how that was tested, whom to tell."""

import streamlit as st

from iurc_dash.language import _
from iurc_dash.ui import accessibility, page, say

page.heading(_("Accessibility statement"))
for title, text in accessibility.sections():
    say.heading(title)
    # Texts of our own, whose lists are meant.
    st.markdown(text)
