"""The filter bar: what is chosen, in words that can be taken away one by one, and the choices, when they are opened."""

from __future__ import annotations

import streamlit as st

from iurc_dash.exhibits.caution_rules import former_members
from iurc_dash.language import _, format_names
from iurc_dash.metrics.editions import regions_beside_phases
from iurc_dash.selection import FACET_PARAMETERS, SWITCHES, choices, facet_title
from iurc_dash.ui import address, say
from iurc_dash.view import View

# Few enough to show them all at once; the others open as lists.
SHOWN_AS_PILLS = ("phases", "statuses")
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
        for switch in SWITCHES:
            if getattr(selection, switch.name):
                _chip(facet_title(switch.name), key=f"chip_{switch.name}", facet=switch.name, value="")
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
    _switch(
        "stated_only",
        _("Only links to goals that a source states"),
        _("Leaves out links that are our reading of what was worked on."),
    )
    if former := former_members(view.whole):
        _switch(
            "eu_today",
            _("EU side of today (EU-27), not as it was"),
            _(
                "Leaves out places on the EU side that are in no member state today ({countries}), and pairings that "
                "have no other place on the EU side. Otherwise each place is on the side on which it took part."
            ).format(countries=format_names([view.say("countries", code) for code in sorted(former)])),
        )


def _switch(name: str, label: str, help: str) -> None:
    st.toggle(label, key=address.widget_key(name), help=say.plain(help), persist_state="session")


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
