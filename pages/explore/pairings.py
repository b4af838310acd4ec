"""Pairings: all of them in one list, and a page for each."""

import streamlit as st

from iurc_dash.ui import page, profiles, show

selection = page.selection()
profile = profiles.chosen_pairing()

if profile is not None:
    profiles.pairing(profile)
    st.stop()

listed = profiles.pairing_list(selection)
page.heading(listed.finding)
profiles.pairing_list_controls()
if listed.table.frame.empty:
    page.nothing_found(lambda dataset: len(dataset["pairings"]))
else:
    show.rows(listed, rows_a_page=show.ROWS_A_PAGE)
