"""Lists that a reader chooses: activities by what is looked for, and who stands behind a theme or a goal."""

from __future__ import annotations

import streamlit as st

from iurc_dash.exhibits.register import choices_of, make
from iurc_dash.language import _
from iurc_dash.ui import address, page, say, show
from iurc_dash.ui.choosing import choose
from iurc_dash.view import View


def activity_lists(view: View) -> None:
    """A choice of list and the list chosen, with links to the sources; the choice is in the address."""
    say.heading(_("News, events and publications"))
    offered = choices_of(view, "activities/list", "list")
    address.offer("list", offered, default=next(iter(offered)))
    chosen = st.segmented_control(
        _("List"),
        list(offered),
        format_func=lambda key: say.plain(offered[key]),
        key="list",
        label_visibility="collapsed",
        required=True,
    )
    show.exhibit("activities/list", view=view, level=3, list=chosen or next(iter(offered)))


def chosen_listing(title: str, label: str, id: str, parameter: str, *, key: str = "") -> None:
    """A heading, a choice of what the exhibit can be asked with, and the exhibit of what was chosen.

    `key` names the choice in the address where that is not the parameter's own name.
    """
    view, key = page.view(), key or parameter
    offered = choices_of(view, id, parameter)
    address.offer(key, offered)
    # On paper it is there only where something was chosen (print.css).
    with st.container(key=f"choosing_{key}"):
        say.heading(title)
        chosen = choose(label, offered, key, placeholder=_("Choose"))
        if chosen:
            show.figure(make(view, id, **{parameter: chosen}))
