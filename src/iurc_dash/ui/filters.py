"""The filters that all pages share, in the sidebar."""

from __future__ import annotations

import streamlit as st

from iurc_dash.dataset import Dataset
from iurc_dash.language import _
from iurc_dash.selection import FACET_PARAMETERS, Selection, choices, facet_title
from iurc_dash.ui import address, say, session

# Few enough to show them all at once; the others open as lists.
SHOWN_AS_PILLS = ("phases",)


def sidebar(dataset: Dataset) -> Selection:
    """Draw the filters and give the selection they hold."""
    offered = choices(dataset, session.current_language())
    with st.sidebar:
        st.header(_("Filter"))
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
        selection = address.selection(dataset)
        st.button(
            _("Show everything"),
            icon=":material/restart_alt:",
            key=address.CLEAR_BUTTON,
            on_click=address.clear,
            disabled=selection.is_everything,
            type="tertiary",
            help=_("Clear all filters at once"),
        )
    return selection
