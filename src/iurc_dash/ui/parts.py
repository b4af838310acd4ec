"""The parts of a long page, one shown at a time; which one is in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from iurc_dash.exhibits.pages import FOUND
from iurc_dash.exhibits.register import choices_of
from iurc_dash.language import _
from iurc_dash.ui import address, say, show
from iurc_dash.ui.lists import activity_lists
from iurc_dash.view import View

PARTS_OF_EDITION = ("pairings", "events", "goals", "reported", "gaps")


def choose_part(names: Mapping[str, str]) -> str:
    """Let the reader choose a part of the page, given as key -> words; the first one where none is chosen."""
    first = next(iter(names))
    address.offer("part", names, default=first)
    part: str | None = st.segmented_control(
        _("Part"),
        list(names),
        format_func=names.__getitem__,
        key="part",
        label_visibility="collapsed",
        required=True,
    )
    return part or first


def choose_subject(view: View) -> None:
    """Let the reader choose of what published totals are compared; `subject_asked` gives the choice before."""
    offered = choices_of(view, FOUND, "subject")
    st.segmented_control(
        _("What is compared"),
        list(offered),
        format_func=lambda key: say.plain(offered[key]),
        key="subject",
        label_visibility="collapsed",
        required=True,
    )


def subject_asked(view: View) -> str:
    """Of what published totals are compared, as the address says."""
    offered = choices_of(view, FOUND, "subject")
    return address.offer("subject", offered, default=next(iter(offered)))


def show_part_of_edition(view: View, edition_id: str) -> None:
    """Let the reader choose what to see of a programme in a region, and show it."""
    names = {
        "pairings": _("Pairings, networks, stakeholders"),
        "events": _("News, events, publications"),
        "goals": _("Goals and agendas"),
        "reported": _("Published totals"),
        "gaps": _("Known gaps"),
    }
    match choose_part(names):
        case "pairings":
            show.exhibit("editions/pairings", view=view, edition=edition_id)
            show.exhibit("editions/networks", view=view, edition=edition_id)
            show.exhibit("stakeholders/took-part", view=view)
        case "events":
            activity_lists(view)
        case "goals":
            for id in ("goals/reached", "goals/other-agendas"):
                show.exhibit(id, view=view)
        case "reported":
            for id in (FOUND, "record/reported"):
                show.exhibit(id, view=view)
        case "gaps":
            for id in ("record/fullness", "record/gaps"):
                show.exhibit(id, view=view)
