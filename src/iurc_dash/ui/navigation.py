"""The pages, where each stands in the menu, and what filters say on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from iurc_dash.exhibits.pages import tab_title
from iurc_dash.language import N_, _
from iurc_dash.ui import browser, moves

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

PAGES_FOLDER = Path(__file__).resolve().parents[3] / "pages"
# Where a page stands in the menu, or at the foot of every page; with a blank one gets there by a number only.
MENU, FURTHER, FOOT = "menu", "further", "foot"


@dataclass(frozen=True)
class PageEntry:
    """One page: its script under pages/, its address, where it stands in the menu and its name there.

    `is_filtered`: whether the filters apply to it; `subject` is the parameter by which it shows one single thing,
    to which they do not.

    The file lies one folder down on purpose: pages directly under pages/ would start Streamlit's old
    multipage mode on a first visit by deep link (docs/decisions/pages-in-folders.md).
    """

    path: str
    url_path: str
    section: str
    title: str
    is_filtered: bool = True
    subject: str = ""


SECTIONS = (MENU, FURTHER, FOOT)

PAGES = (
    PageEntry("review/overview.py", "", MENU, N_("Overview")),
    PageEntry("explore/map.py", "map", MENU, N_("Map")),
    PageEntry("explore/pairings.py", "pairings", MENU, N_("Pairings"), subject="pairing"),
    PageEntry("explore/themes.py", "themes", MENU, N_("Themes")),
    PageEntry("explore/goals.py", "goals", MENU, N_("Goals")),
    PageEntry("review/activity.py", "activity", MENU, N_("Activity")),
    PageEntry("review/programme.py", "programme", MENU, N_("Programme"), is_filtered=False),
    PageEntry("explore/places.py", "places", FURTHER, N_("Places"), is_filtered=False),
    PageEntry("review/reported.py", "reported", FURTHER, N_("Found and reported")),
    PageEntry("data/sources.py", "sources", FURTHER, N_("Sources")),
    PageEntry("data/about.py", "about", FURTHER, N_("About"), is_filtered=False),
    PageEntry("data/accessibility.py", "accessibility", FOOT, N_("Accessibility"), is_filtered=False),
    PageEntry("data/rows.py", "rows", "", N_("Rows behind a number")),
)


def streamlit_pages() -> dict[str, StreamlitPage]:
    """A Streamlit page for each entry, by address; Overview is the home page."""
    return {
        entry.url_path: st.Page(
            PAGES_FOLDER / entry.path,
            title=tab_title(_(entry.title)),
            url_path=entry.url_path,
            default=entry.url_path == "",
        )
        for entry in PAGES
    }


def entry_at(url_path: str) -> PageEntry:
    """The page at an address."""
    return next(entry for entry in PAGES if entry.url_path == url_path)


def move_if_asked() -> None:
    """Go to the page that a followed link leads to; before anything of this one is drawn."""
    move = moves.taken_move()
    if move is None:
        return
    path, parameters = move
    if page := streamlit_pages().get(path):
        st.switch_page(page, query_params=parameters)


def leave_part_if_asked() -> None:
    """The same in a part of a page that runs alone; what opens beside the page needs all of it to run."""
    move_if_asked()
    if browser.runs_a_fragment() and moves.asks_to_open():
        st.rerun()
