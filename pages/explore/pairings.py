"""Pairings: all of them in one list, and a page for each."""

import streamlit as st

from iurc_dash.ui import page, profiles

pairing = profiles.chosen("pairing", "pairings")
if pairing:
    profiles.show_profile("pairing", pairing)
    st.stop()
profiles.list_of_pairings(page.view())
