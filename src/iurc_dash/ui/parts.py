"""The parts of a long page, one shown at a time; which one is in the address."""

from __future__ import annotations

import streamlit as st

from iurc_dash.language import _
from iurc_dash.ui import address

EDITION_PARTS = ("pairings", "events", "goals", "reported")


def chosen_part() -> str:
    """Let the reader choose what to see of an edition, and give the part's key."""
    names = {
        "pairings": _("Pairings, networks, stakeholders"),
        "events": _("News, events, publications"),
        "goals": _("Goals and agendas"),
        "reported": _("Published totals, known gaps"),
    }
    address.offer("part", EDITION_PARTS, default=EDITION_PARTS[0])
    part = st.segmented_control(
        _("Part"),
        EDITION_PARTS,
        format_func=names.__getitem__,
        key="part",
        label_visibility="collapsed",
        required=True,
    )
    return part or EDITION_PARTS[0]
