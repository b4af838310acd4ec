"""What every page has: its frame, its title, its selection in words, its notices."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from iurc_dash.colours import Theme
from iurc_dash.exhibits.register import make
from iurc_dash.language import _, format_date, format_names, format_number, ngettext, use_language
from iurc_dash.problems import DatasetError, shown_value
from iurc_dash.render import html
from iurc_dash.selection import Selection, facet_title
from iurc_dash.ui import address, filters, navigation, say, session
from iurc_dash.view import View, view_of

P = ParamSpec("P")
T = TypeVar("T")

_SELECTION = "selection"
_CAUTIONS = "cautions_said"
MOST_PROBLEMS = 100


def theme() -> Theme:
    """The theme that the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def view() -> View:
    """What the reader looks at: the dataset of the session, what was chosen of it, the language."""
    chosen: Selection = st.session_state[_SELECTION]
    return view_of(session.current_dataset(), chosen, session.current_language())


def in_language(function: Callable[P, T]) -> Callable[P, T]:
    """Run a fragment or a callback in the language of the session, as it runs without the page around it."""

    @wraps(function)
    def spoken(*arguments: P.args, **named: P.kwargs) -> T:
        with use_language(session.current_language()):
            return function(*arguments, **named)

    return spoken


def run() -> None:
    """Draw the whole dashboard: frame, filters, menu and the page that the address names."""
    st.set_page_config(layout="wide", initial_sidebar_state="auto")
    with use_language(session.current_language()):
        _run()


def _run() -> None:
    pages = navigation.streamlit_pages()
    current = st.navigation(list(pages.values()), position="hidden")
    st.html(html.style(theme()))
    try:
        dataset = session.current_dataset()
    except DatasetError as error:
        _show_problems(error)
        return
    address.take(dataset, current.url_path)
    st.session_state[_SELECTION] = filters.sidebar(dataset)
    st.session_state[_CAUTIONS] = set()
    navigation.menu(pages, current, view())
    remarks = st.container()
    try:
        current.run()
    finally:
        # Also when the page stops early, as it does when nothing matches.
        with remarks:
            _show_remarks()
            _show_warnings()
        _notices()
        address.write(view().selection)


def cautions_said() -> set[str]:
    """Keys of the cautions that this run of the page has given already; each is said once a page."""
    said: set[str] = st.session_state.setdefault(_CAUTIONS, set())
    return said


def heading(finding: str, *, uses_selection: bool = True) -> None:
    """The page's title, which is its finding, and the selection it holds for, in words."""
    say.title(finding)
    if uses_selection:
        say.caption(view().in_words)


def nothing_matches(exhibit_id: str, **parameters: str) -> None:
    """Say which filter to loosen: each one whose removal would let the exhibit show something, with how much."""
    seen = view()
    helpful = []
    for facet in seen.selection.narrowed_facets():
        loosened = make(seen.of(seen.selection.without(facet)), exhibit_id, **parameters)
        if not loosened.is_empty:
            helpful.append(
                _("“{filter}” ({count} would match)").format(
                    filter=facet_title(facet), count=format_number(loosened.answer.counted.value)
                )
            )
    if helpful:
        advice = _("Loosen {filters} to see something again.").format(filters=format_names(helpful))
    else:
        advice = _("No single filter is the reason; “Show everything” in the side bar clears them all.")
    say.notice(_("Nothing matches this selection.") + " " + advice)


def nothing_found(exhibit_id: str, search: str, **parameters: str) -> None:
    """Say why a list is empty: because of the words searched for, or because of the filters."""
    if search and not make(view(), exhibit_id, **parameters).is_empty:
        say.notice(
            _("The filters leave something, but nothing in it has these words. Try fewer or other words.")
        )
    else:
        nothing_matches(exhibit_id, **parameters)


def _show_remarks() -> None:
    remarks = address.remarks()
    if remarks:
        named = format_names([f"{remark.parameter} = {shown_value(remark.value)}" for remark in remarks])
        say.notice(
            _("The address names something that is not known here, which was left out: {named}").format(
                named=named
            )
        )


def _show_problems(error: DatasetError) -> None:
    say.title(_("The data cannot be shown yet"))
    say.paragraph(
        _(
            "The dashboard is running, but the data it was given has problems. Mend them and load this page again."
        )
    )
    st.html(html.problems_html(error.problems[:MOST_PROBLEMS]))
    if len(error.problems) > MOST_PROBLEMS:
        count = len(error.problems)
        say.caption(
            ngettext("{count} problem in all.", "{count} problems in all.", count).format(
                count=format_number(count)
            )
        )


def _show_warnings() -> None:
    """What the reader must be told of the data as a whole, such as that a file is not the one that was published."""
    for warning in session.current_dataset().warnings[:MOST_PROBLEMS]:
        say.notice(warning.line())


def _notices() -> None:
    st.divider()
    release = session.current_dataset().release
    say.caption(
        _(
            "Independent work from public sources, not endorsed by the European Union. Data release {version}, "
            "{date}. Names and boundaries shown imply no opinion on the legal status of any territory."
        ).format(version=release.version, date=format_date(release.date))
    )
