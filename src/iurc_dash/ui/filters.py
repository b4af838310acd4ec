"""The filter bar: what is chosen, in words that can be taken away one by one, and the choices, when they are opened."""

from __future__ import annotations

import streamlit as st

from iurc_dash.language import _, format_names
from iurc_dash.metrics.editions import regions_beside_phases
from iurc_dash.selection import FACET_PARAMETERS, choices, facet_title
from iurc_dash.ui import address, say
from iurc_dash.view import View

# Few enough to show them all at once; the others open as lists.
SHOWN_AS_PILLS = ("phases", "statuses")
STATED_ONLY = "stated_only"
# Key of the button that opens the choices.
OPENER = "filter_choices"


def bar(view: View) -> None:
    """One line: “Filter”, a button for each choice that takes it away, “Show everything”."""
    selection = view.selection
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="filter_bar"):
        opened = st.popover(_("Filter"), icon=":material/tune:", on_change="rerun", key=OPENER)
        if opened.open:
            with opened:
                _choices(view)
        for facet in FACET_PARAMETERS:
            names = choices(view.whole, view.language)[facet]
            for key in getattr(selection, facet):
                _chip(names[key], key=f"chip_{facet}_{key}", facet=facet, value=key)
        if selection.stated_only:
            _chip(facet_title(STATED_ONLY), key=f"chip_{STATED_ONLY}", facet=STATED_ONLY, value="")
        if selection.is_everything:
            say.caption(view.in_words)
        else:
            st.button(
                _("Show everything"),
                key=address.CLEAR_BUTTON,
                on_click=address.clear,
                type="tertiary",
                help=_("Clear all filters at once"),
            )


def _chip(name: str, *, key: str, facet: str, value: str) -> None:
    st.button(
        say.plain(name),
        icon=":material/close:",
        icon_position="right",
        key=key,
        on_click=_take_away,
        args=(facet, value),
        help=say.plain(_("Take “{name}” out of the filter").format(name=name)),
    )


def _take_away(facet: str, value: str) -> None:
    """A callback: what a button of the bar stands for is not chosen any more."""
    key = address.widget_key(facet)
    chosen = st.session_state.get(key)
    address.choose(key, [one for one in chosen if one != value] if isinstance(chosen, list) else False)


def _choices(view: View) -> None:
    offered = choices(view.whole, view.language)
    for facet in FACET_PARAMETERS:
        names = offered[facet]
        if facet in SHOWN_AS_PILLS:
            st.pills(
                facet_title(facet),
                list(names),
                selection_mode="multi",
                # Streamlit reads the words of pills as Markdown, those of lists as they are.
                format_func={key: say.plain(name) for key, name in names.items()}.__getitem__,
                key=address.widget_key(facet),
                persist_state="session",
            )
        else:
            st.multiselect(
                facet_title(facet),
                list(names),
                format_func=names.__getitem__,
                key=address.widget_key(facet),
                persist_state="session",
                placeholder=_("All"),
            )
        if facet == "regions":
            _say_what_cannot_match(view)
    st.toggle(
        _("Only links to goals that a source states"),
        key=address.widget_key(STATED_ONLY),
        help=_("Leaves out links that are our reading of what was worked on."),
        persist_state="session",
    )


def _say_what_cannot_match(view: View) -> None:
    """A region that has no programme in the chosen phases: its places may belong to another one there."""
    for region, others in regions_beside_phases(view).items():
        said = _("“{region}” has no programme in the chosen phases.").format(
            region=view.say("regions", region)
        )
        if others:
            said += " " + _("Its places belong to {others} there: choose the country instead.").format(
                others=format_names(
                    [_("“{name}”").format(name=view.say("regions", other)) for other in others]
                )
            )
        say.caption(said)
