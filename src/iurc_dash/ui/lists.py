"""Lists of activities by what readers look for: what is to come, what took place, what came out."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from iurc_dash.exhibits.activity import ACTIVITY_GROUPS, activity_list, group_name
from iurc_dash.language import _
from iurc_dash.selection import Selection
from iurc_dash.ui import address, data, show


def activity_lists(selection: Selection) -> None:
    """A choice of list and the list chosen, with links to the sources; the choice is in the address."""
    st.header(_("News, events and publications"), anchor=False)
    address.offer("list", ACTIVITY_GROUPS, default="news")
    group = st.segmented_control(
        _("List"),
        ACTIVITY_GROUPS,
        format_func=group_name,
        key="list",
        label_visibility="collapsed",
        required=True,
    )
    today = datetime.now(tz=UTC).date()
    listed = data.made(activity_list, selection, group or "news", today)
    st.write(listed.finding)
    show.rows(listed)
