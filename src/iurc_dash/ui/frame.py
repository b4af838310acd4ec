"""The frame of every page: header, filter bar, notices, and the drawer that a followed number opens."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from iurc_dash.addresses import page_address, report_form
from iurc_dash.language import _, format_date, format_names, format_number, ngettext, use_language
from iurc_dash.problems import DatasetError, shown_value
from iurc_dash.render import html
from iurc_dash.ui import address, evidence, filters, header, navigation, page, say, session
from iurc_dash.ui.drawn import drawn
from iurc_dash.view import View

MOST_PROBLEMS = 100


def run() -> None:
    """Draw the whole dashboard: header, filter bar and the page that the address names."""
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed")
    with use_language(session.current_language()):
        _run()


def _run() -> None:
    pages = navigation.streamlit_pages()
    current = st.navigation(list(pages.values()), position="hidden")
    navigation.move_if_asked()
    st.html(html.theme_html(page.theme()))
    try:
        dataset = session.current_dataset()
    except DatasetError as error:
        _show_problems(error)
        return
    here = navigation.entry_at(current.url_path)
    page.name_tab(_(here.title))
    view = page.begin(address.take(dataset, here.url_path))
    header.draw(here)
    is_filtered = here.is_filtered and not (here.subject and st.session_state.get(here.subject))
    if is_filtered:
        filters.bar(view)
    remarks = st.container()
    with suppress(page.StoppedError):
        current.run()
    with remarks:
        _show_remarks()
        _show_warnings()
    address.write(view.selection)
    _foot(here, view, is_selected=is_filtered)
    evidence.open_what_was_asked()


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
    drawn(html.problems_html(error.problems[:MOST_PROBLEMS]), key="problems")
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


def _foot(here: navigation.PageEntry, view: View, *, is_selected: bool) -> None:
    """What stands below every page; on paper, where it is from."""
    release = view.whole.release
    foot = html.PageFoot(
        notice=_(
            "Independent work from public sources, not endorsed by the European Union. Names and boundaries shown "
            "imply no opinion on the legal status of any territory."
        ),
        release=_("Data release {version}, {date}").format(
            version=release.version, date=format_date(release.date)
        ),
        pages=[
            html.PageLink(_(entry.title), page_address(entry.url_path, view), entry == here)
            for entry in navigation.PAGES
            if entry.section == navigation.FOOT
        ],
        report=report_form(session.report_setting()),
        selection=view.in_words if is_selected else "",
        address=address.here(),
    )
    st.divider()
    drawn(html.page_foot_html(foot), key="page_foot")
