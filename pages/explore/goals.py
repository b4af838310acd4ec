"""Goals: what pairings and activities contribute to, and how that is known."""

import streamlit as st

from iurc_dash.exhibits import goals
from iurc_dash.exhibits.goal_subjects import goal_choices, goal_subjects
from iurc_dash.language import _
from iurc_dash.ui import address, data, page, show

selection = page.selection()
reached = data.made(goals.goals_reached, selection)

page.heading(reached.finding)
st.toggle(
    _("Only links that a source states"),
    key=address.widget_key("stated_only"),
    help=_("Leaves out links that were inferred from what was worked on."),
    persist_state="session",
)
if reached.table.frame.empty:
    page.nothing_matches(lambda dataset: len(dataset["contributions"]))
    st.stop()


def open_goal(goal_id: str) -> None:
    """Show who stands behind the goal whose bar was clicked."""
    address.pick("shown", goal_id)


show.figure_of(reached, on_click=open_goal)
choices = data.made(goal_choices, selection)
address.offer("shown", choices)
st.header(_("Who stands behind a goal"), anchor=False)
chosen = st.selectbox(
    _("Goal or area"),
    list(choices),
    format_func=choices.__getitem__,
    key="shown",
    placeholder=_("Choose a goal"),
)
if chosen:
    show.listing(data.made(goal_subjects, selection, chosen), level=3)

show.exhibit(data.made(goals.goals_by_phase, selection))
show.exhibit(data.made(goals.goals_by_region, selection))
show.listing(data.made(goals.agendas_as_whole, selection))
show.exhibit(data.made(goals.new_urban_agenda, selection))
show.exhibit(data.made(goals.eu_agendas, selection))
