"""The pages, in their sections, and the menu that leads to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from iurc_dash.addresses import view_parameters
from iurc_dash.language import N_, _, format_entry
from iurc_dash.view import View

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

PAGES_FOLDER = Path(__file__).resolve().parents[3] / "pages"


@dataclass(frozen=True)
class PageEntry:
    """One page: its script under pages/, its address, its section and its name in menu and browser tab.

    A page with a blank section stands in no menu: one gets there by a number or a link.

    The file lies one folder down on purpose: pages directly under pages/ would start Streamlit's old
    multipage mode on a first visit by deep link (docs/decisions/pages-in-folders.md).
    """

    path: str
    url_path: str
    section: str
    title: str


SECTIONS = (N_("Review"), N_("Explore"), N_("Data"))

PAGES = (
    PageEntry("review/overview.py", "", "Review", N_("Overview")),
    PageEntry("review/activity.py", "activity", "Review", N_("Activity")),
    PageEntry("review/editions.py", "editions", "Review", N_("Programmes in a region")),
    PageEntry("explore/map.py", "map", "Explore", N_("Map")),
    PageEntry("explore/pairings.py", "pairings", "Explore", N_("Pairings")),
    PageEntry("explore/places.py", "places", "Explore", N_("Places")),
    PageEntry("explore/themes.py", "themes", "Explore", N_("Themes")),
    PageEntry("explore/goals.py", "goals", "Explore", N_("Goals")),
    PageEntry("data/sources.py", "sources", "Data", N_("Sources")),
    PageEntry("data/about.py", "about", "Data", N_("About")),
    PageEntry("data/rows.py", "rows", "", N_("Rows behind a number")),
)


def streamlit_pages() -> dict[str, StreamlitPage]:
    """A Streamlit page for each entry, by address; Overview is the home page."""
    return {
        entry.url_path: st.Page(
            PAGES_FOLDER / entry.path,
            title=f"{_(entry.title)} · {_('IURC Cooperation Dashboard')}",
            url_path=entry.url_path,
            default=entry.url_path == "",
        )
        for entry in PAGES
    }


def menu(pages: dict[str, StreamlitPage], current: StreamlitPage, view: View) -> None:
    """The name of the dashboard and one menu a section; links carry the selection along.

    Streamlit's own menu with sections fails accessibility rules on a phone, where it moves into the sidebar;
    popovers with page links pass at every width.
    """
    parameters = view_parameters(view)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(pages[""], label=f"**{_('IURC Cooperation Dashboard')}**", query_params=parameters)
        with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
            for section in SECTIONS:
                _section_menu(section, pages, current, parameters)


def _section_menu(
    section: str, pages: dict[str, StreamlitPage], current: StreamlitPage, parameters: dict[str, list[str]]
) -> None:
    """The pages of a section; the section that the reader is in names the page."""
    entries = [entry for entry in PAGES if entry.section == section]
    here = next((entry for entry in entries if pages[entry.url_path] == current), None)
    label = format_entry(_(section), f"**{_(here.title)}**") if here else _(section)
    # A menu of its own on each page: one that was open on the page before would stay open over the new one.
    with st.popover(label, type="tertiary", key=f"menu_{section}_{current.url_path}"):
        for entry in entries:
            name = f"**{_(entry.title)}**" if entry == here else _(entry.title)
            st.page_link(pages[entry.url_path], label=name, query_params=parameters)
