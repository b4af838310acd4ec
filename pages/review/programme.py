"""Programme: one region's run of one phase, the programme's own page as data."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import page, parts, programme, show
from iurc_dash.ui.map import leading_map

choices, chosen, view = programme.chosen_edition()
if not chosen:
    page.heading(_("No programme in a region is recorded."))
    page.stop()

page.name_tab(choices[chosen])
page.heading(choices[chosen])
news, facts = st.columns([5, 4], gap="large")
with news:
    programme.picker(chosen)
    programme.what_is_new(view)
with facts:
    show.form(make(view, "editions/facts", edition=chosen))
counts, where = st.columns([3, 4], gap="large")
with counts:
    show.exhibit("editions/key-figures", view=view, edition=chosen)
with where:
    leading_map(make(view, "pairings/on-map", colour="region"))
parts.show_part_of_edition(view, chosen)
