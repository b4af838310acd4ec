"""What every page has: its frame, its title, its selection in words, its notices."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from iurc_dash.colours import Theme
from iurc_dash.dataset import Dataset
from iurc_dash.language import _, format_date, format_names, use_language
from iurc_dash.narrowing import narrow
from iurc_dash.problems import DatasetError, shown_value
from iurc_dash.render.stylesheet import stylesheet
from iurc_dash.selection import Selection, facet_name
from iurc_dash.ui import address, data, filters, navigation

_SELECTION = "selection"
_CAUTIONS = "cautions_said"


def theme() -> Theme:
    """The theme that the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def run() -> None:
    """Draw the whole dashboard: frame, filters, menu and the page that the address names."""
    st.set_page_config(layout="wide", initial_sidebar_state="auto")
    use_language("en")
    pages = navigation.streamlit_pages()
    current = st.navigation(list(pages.values()), position="hidden")
    st.html(f"<style>{stylesheet(theme())}</style>")
    try:
        dataset = data.dataset()
    except DatasetError as error:
        _show_problems(error)
        return
    address.take(dataset, current.url_path)
    selection = filters.sidebar(dataset)
    st.session_state[_SELECTION] = selection
    st.session_state[_CAUTIONS] = set()
    navigation.menu(pages, current, selection)
    remarks = st.container()
    try:
        current.run()
    finally:
        # Also when the page stops early, as it does when nothing matches.
        with remarks:
            _show_remarks()
        _notices(dataset)
        address.write(selection)


def selection() -> Selection:
    """What the reader has chosen to look at."""
    chosen: Selection = st.session_state[_SELECTION]
    return chosen


def cautions_said() -> set[str]:
    """Keys of the cautions that this run of the page has given already; each is said once a page."""
    said: set[str] = st.session_state.setdefault(_CAUTIONS, set())
    return said


def heading(finding: str, *, uses_selection: bool = True) -> None:
    """The page's title, which is its finding, and the selection it holds for, in words."""
    st.title(finding, anchor=False)
    if uses_selection:
        st.caption(selection().in_words(data.dataset()))


def nothing_matches(count: Callable[[Dataset], int]) -> None:
    """Say which filter to loosen: each one whose removal would let something match, with how much."""
    dataset, chosen = data.dataset(), selection()
    helpful = []
    for facet in chosen.narrowed_facets():
        matches = count(narrow(dataset, chosen.without(facet)))
        if matches:
            helpful.append(
                _("“{filter}” ({count} would match)").format(filter=facet_name(facet), count=matches)
            )
    if helpful:
        advice = _("Loosen {filters} to see something again.").format(filters=format_names(helpful))
    else:
        advice = _("No single filter is the reason; “Show everything” in the side bar clears them all.")
    st.info(_("Nothing matches this selection.") + " " + advice)


def nothing_found(count: Callable[[Dataset], int]) -> None:
    """Say why a list is empty: because of the words searched for, or because of the filters."""
    search = st.session_state.get("search") or ""
    if search and count(narrow(data.dataset(), selection())):
        st.info(
            _("The filters leave something, but nothing in it has these words. Try fewer or other words.")
        )
    else:
        nothing_matches(count)


def _show_remarks() -> None:
    remarks = address.remarks()
    if not remarks:
        return
    # Shown as code, so that nothing in an address can pass for words or markup of ours.
    named = format_names([f"`{remark.parameter} = {_plain(remark.value)}`" for remark in remarks])
    st.info(
        _("The address names something that is not known here, which was left out: {named}").format(
            named=named
        )
    )


def _plain(value: str) -> str:
    return " ".join(value.replace("`", "'").split())[:60]


def _show_problems(error: DatasetError) -> None:
    st.title(_("The data cannot be shown yet"), anchor=False)
    st.write(
        _(
            "The dashboard is running, but the data it was given has problems. Mend them and load this page again."
        )
    )
    shown = error.problems[:100]
    st.table(
        {
            _("Table"): [problem.table for problem in shown],
            _("Row"): [str(problem.row) if problem.row else "" for problem in shown],
            _("Column"): [problem.column for problem in shown],
            _("Value"): [shown_value(problem.value) for problem in shown],
            _("What is wrong"): [problem.what for problem in shown],
            _("How to mend it"): [problem.mend for problem in shown],
        },
        hide_index=True,
    )
    if len(error.problems) > len(shown):
        st.caption(_("{count} problems in all.").format(count=len(error.problems)))


def _notices(dataset: Dataset) -> None:
    st.divider()
    st.caption(
        _(
            "Independent work from public sources, not endorsed by the European Union. Data release {version}, "
            "{date}. Names and boundaries shown imply no opinion on the legal status of any territory."
        ).format(version=dataset.version, date=format_date(dataset.date))
    )
