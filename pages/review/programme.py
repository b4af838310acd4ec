"""Programme: one region's run of one phase, the programme's own page as data."""

import streamlit as st

from iurc_dash.exhibits.register import make
from iurc_dash.language import _
from iurc_dash.ui import page, parts, profiles, say, show

choices, chosen, view = profiles.chosen_edition()
if not chosen:
    page.heading(_("No programme in a region is recorded."))
    st.stop()

page.heading(choices[chosen])
known, choice = st.columns([3, 2], gap="large")
with choice:
    st.selectbox(_("Programme in a region"), list(choices), format_func=choices.__getitem__, key="edition")
    say.caption(_("The filters do not apply here: the page shows one whole programme in a region."))
    show.picture(make(view, "pairings/on-map"), close=True)
with known:
    show.form(make(view, "editions/facts", edition=chosen))

show.exhibit("editions/key-figures", view=view, edition=chosen)
parts.show_part_of_edition(view, chosen)
