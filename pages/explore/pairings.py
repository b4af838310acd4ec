"""Pairings: all of them in one list, and a page for each."""

import streamlit as st

from iurc_dash.exhibits import pairings
from iurc_dash.language import _
from iurc_dash.selection import Selection
from iurc_dash.ui import address, data, page, profiles, show

selection = page.selection()
address.offer("pairing", data.made(pairings.pairing_choices, Selection()))
profile = data.made(pairings.pairing_profile, st.session_state["pairing"] or "")

if profile is not None:
    profiles.pairing(profile)
    st.stop()

listed = profiles.pairing_list_controls(selection)
page.heading(listed.finding)
if listed.table.frame.empty:
    page.nothing_matches(lambda dataset: len(dataset["pairings"]))
else:
    show.table(listed.table, _("Pairings"), key=listed.key)
    show.download(listed)
