"""Themes: what pairings work on, how it moved, and who stands behind it."""

import streamlit as st

from iurc_dash.exhibits import themes
from iurc_dash.language import _
from iurc_dash.ui import address, data, page, show

selection = page.selection()
by_phase = data.made(themes.clusters_by_phase, selection)

page.heading(by_phase.finding)
if by_phase.table.frame.empty:
    page.nothing_matches(lambda dataset: len(dataset["pairing_themes"]))
    st.stop()
show.figure_of(by_phase)
show.exhibit(data.made(themes.clusters_by_region, selection))
show.exhibit(data.made(themes.circular_economy, selection))


def open_theme(theme_id: str) -> None:
    """Show the pairings behind the theme whose bar was clicked."""
    address.pick("theme", theme_id)


show.exhibit(data.made(themes.themes_ranked, selection, ""), on_click=open_theme)
choices = data.made(themes.theme_choices, selection)
address.offer("theme", choices)
st.header(_("Who stands behind a theme"), anchor=False)
chosen = st.selectbox(
    _("Theme"), list(choices), format_func=choices.__getitem__, key="theme", placeholder=_("Choose a theme")
)
if chosen:
    show.listing(data.made(themes.theme_pairings, selection, chosen), level=3)
