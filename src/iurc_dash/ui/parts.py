"""The parts of a long page, one shown at a time; which one is in the address."""

from __future__ import annotations

import streamlit as st

from iurc_dash.language import _
from iurc_dash.ui import address, show
from iurc_dash.ui.lists import activity_lists
from iurc_dash.view import View

PARTS_OF_EDITION = ("pairings", "events", "goals", "reported")


def show_part_of_edition(view: View, edition_id: str) -> None:
    """Let the reader choose what to see of a programme in a region, and show it."""
    names = {
        "pairings": _("Pairings, networks, stakeholders"),
        "events": _("News, events, publications"),
        "goals": _("Goals and agendas"),
        "reported": _("Published totals, known gaps"),
    }
    address.offer("part", PARTS_OF_EDITION, default=PARTS_OF_EDITION[0])
    part = st.segmented_control(
        _("Part"),
        PARTS_OF_EDITION,
        format_func=names.__getitem__,
        key="part",
        label_visibility="collapsed",
        required=True,
    )
    match part or PARTS_OF_EDITION[0]:
        case "pairings":
            show.exhibit("editions/pairings", view=view, edition=edition_id)
            show.exhibit("editions/networks", view=view, edition=edition_id)
            show.exhibit("stakeholders/took-part", view=view)
        case "events":
            activity_lists(view)
        case "goals":
            for id in ("goals/reached", "goals/new-urban-agenda", "goals/eu-agendas"):
                show.exhibit(id, view=view)
        case "reported":
            for id in ("record/reported", "record/gaps"):
                show.exhibit(id, view=view)
