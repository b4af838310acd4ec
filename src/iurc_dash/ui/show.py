"""Showing an exhibit: its finding, its figure, and behind it the table, the rows and the sources."""

from __future__ import annotations

from functools import partial

import streamlit as st

from iurc_dash.addresses import address_of, mark_address, page_address, picture_address
from iurc_dash.cautions import caution_text
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.record.rows import rows_table
from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap, Bars, Facts, Form, KeyFigures, Listing, Matrix, Prose, Timeline
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.render import data, html
from iurc_dash.render import plotly as charts
from iurc_dash.tabular import Table
from iurc_dash.ui import page, say
from iurc_dash.view import View

ROWS_A_PAGE = 25
LIST_ROWS_A_PAGE = 15

# The chart whose mark is to be opened in this run, and the chart and mark that were opened last.
_OPENS, _OPENED = "opens_mark", "opened_mark"


def exhibit(
    id: str, *, view: View | None = None, side: str = "", level: int = 2, **parameters: str
) -> Exhibit:
    """An exhibit in full, of the page's view unless another is given.

    `side` tells apart two exhibits of one id and the same parameters on one page.
    """
    shown = make(view or page.view(), id, **parameters)
    say.heading(shown.finding, level)
    figure(shown, side=side)
    return shown


def figure(shown: Exhibit, *, side: str = "") -> None:
    """An exhibit whose finding already stands as the page's title: what more is said, and all that is shown of it."""
    if shown.more:
        say.paragraph(shown.more)
    say.caption(shown.question)
    if shown.form is None:
        return
    form(shown, side=side)
    with_care(shown)
    behind(shown, side=side)


def form(shown: Exhibit, *, side: str = "", rows_a_page: int = LIST_ROWS_A_PAGE) -> None:
    """The figure alone; every mark of it opens the rows it counts."""
    drawn: Form | None = shown.form
    mark = partial(mark_address, shown)
    match drawn:
        case KeyFigures():
            st.html(html.key_figures_html(drawn, mark))
        case Matrix():
            st.html(html.matrix_html(shown.view, drawn, shown.question, mark))
        case Facts():
            st.html(html.facts_html(shown.view, drawn, link_to(shown.view), mark))
        case Prose():
            st.html(html.prose_html(drawn))
        case Listing():
            table(shown, shown.table, key=key_of(shown, side), rows_a_page=rows_a_page)
        case ArcMap():
            raise TypeError("A map is shown by `picture`, or on the page Map.")
        case Bars() | Timeline():
            _chart(shown, drawn, side)
        case None:
            pass


def picture(shown: Exhibit, *, close: bool = False) -> None:
    """A map as a drawn picture, fetched from its address (server), with what its colours mean."""
    if isinstance(shown.form, ArcMap):
        address = picture_address(shown, page.theme(), close=close)
        st.html(html.picture_html(address, shown.alt))
        st.html(html.legend_html(shown.form.legend))
        say.caption(caution_text("boundaries"))
        page.cautions_said().add("boundaries")


def link(label: str, address: str) -> None:
    """A plain link to another page of the dashboard."""
    st.html(html.link_html(label, address))


def side_by_side(*ids: str) -> None:
    """Small exhibits two in a row, one below the other on a phone."""
    for first in range(0, len(ids), 2):
        for column, id in zip(st.columns(2, gap="large"), ids[first : first + 2], strict=False):
            with column:
                exhibit(id, level=3)


def table(shown: Exhibit, lines: Table, *, key: str, rows_a_page: int = ROWS_A_PAGE) -> None:
    """A real HTML table, a page of lines at a time; its counted cells open the rows they count."""
    place = st.container()
    start, end = _part(len(lines), rows_a_page, key)

    def opened(mark: str) -> str:
        return mark_address(shown, f"table:{mark}") if lines is shown.table else ""

    place.html(
        html.table_html(
            shown.view,
            lines.part(start, end),
            shown.question,
            link_for=link_to(shown.view),
            mark_address=opened,
        )
    )


def behind(shown: Exhibit, *, side: str = "") -> None:
    """Behind a figure, in a part that opens: its table, the rows that were counted, its sources, downloads."""
    key = key_of(shown, side)
    opened = st.expander(_("What is behind this"), on_change="rerun", key=f"behind_{key}")
    if not opened.open:
        return
    with opened:
        if not isinstance(shown.form, Listing):
            table(shown, shown.table, key=key)
        download(shown, side=side)
        if shown.cautions:
            say.caption(" ".join(shown.cautions.values()))
        evidence(shown, "", key=key)


def evidence(shown: Exhibit, mark: str, *, key: str) -> None:
    """The rows behind a mark of an exhibit and the sources that they rest on; a blank mark is all it counts."""
    sources = shown.sources(mark)
    counted, cited = st.tabs(
        [
            _("Rows that were counted"),
            ngettext("{count} source", "{count} sources", len(sources)).format(
                count=format_number(len(sources))
            ),
        ]
    )
    with counted:
        rows = shown.kept.once(("rows", mark), lambda: rows_table(shown.view, shown.rows(mark)))
        table(shown, rows, key=f"rows_{key}", rows_a_page=LIST_ROWS_A_PAGE)
    with cited:
        place = st.container()
        start, end = _part(len(sources), LIST_ROWS_A_PAGE, f"sources_{key}")
        place.html(html.source_list_html(shown.view, sources[start:end]))


def download(shown: Exhibit, *, side: str = "") -> None:
    """The whole table as CSV with a file that says what it is; made only when it is asked for."""
    st.download_button(
        _("Download the table (CSV)"),
        data=partial(data.exhibit_zip, shown),
        file_name=data.file_name(shown, "zip"),
        mime="application/zip",
        icon=":material/download:",
        key=f"csv_{key_of(shown, side)}",
        on_click="ignore",
        type="tertiary",
    )


def with_care(shown: Exhibit) -> None:
    """The cautions that this exhibit needs and that the page has not given yet, in one paragraph."""
    said = page.cautions_said()
    needed = {key: text for key, text in shown.cautions.items() if key not in said}
    said.update(needed)
    if needed:
        say.caption(" ".join(needed.values()))


def key_of(shown: Exhibit, side: str = "") -> str:
    """The key of an exhibit's widgets on a page."""
    return f"{side}_{shown.name}" if side else shown.name


def link_to(view: View) -> html.LinkFor:
    """The function that gives the address of a row's page; '' where it has none."""
    return lambda table_name, key: address_of(table_name, key, view)


def all_of(label: str, url_path: str, view: View) -> None:
    """A link to a page with the selection of the view."""
    link(label, page_address(url_path, view))


def _part(total: int, a_page: int, key: str) -> tuple[int, int]:
    """First and last of what one page shows, with the means to turn the page where there are several."""
    pages = -(-total // a_page)
    if pages <= 1:
        return 0, total
    # The number of pages is part of the key: with another selection one starts on the first page again.
    start = (st.pagination(pages, key=f"page_{key}_{pages}") - 1) * a_page
    end = min(start + a_page, total)
    say.caption(
        _("{first} to {last} of {total}").format(
            first=format_number(start + 1), last=format_number(end), total=format_number(total)
        )
    )
    return start, end


def _chart(shown: Exhibit, drawn: Bars | Timeline, side: str) -> None:
    state, name = st.session_state, f"chart_{key_of(shown, side)}_{page.theme()}"
    # A chart keeps what was clicked last, and another click there would only take that back: after each click it is
    # a new one.
    clicks = f"clicks_{name}"
    key = f"{name}_{state.get(clicks, 0)}"

    def choose_mark() -> None:
        points = state[key]["selection"]["points"] if key in state else []
        if points and not points[0].get("customdata"):
            return
        if points:
            state[clicks] = state.get(clicks, 0) + 1
            state[_OPENED] = name, charts.mark_of(drawn, points[0]["customdata"])
        # Without a point it is the second of two quick clicks, which may not close what the first has opened.
        state[_OPENS] = name

    st.plotly_chart(
        shown.kept.once(("plotly", page.theme()), lambda: charts.figure(drawn, page.theme())),
        key=key,
        theme=None,
        alt=shown.alt,
        config=charts.PLOTLY_CONFIG,
        on_select=choose_mark,
        selection_mode="points",
    )
    if state.get(_OPENS) == name:
        del state[_OPENS]
        chart, mark = state[_OPENED]
        if chart == name:
            _open_mark(shown, mark)


def _open_mark(shown: Exhibit, mark: str) -> None:
    @st.dialog(say.plain(shown.marks[mark].label), width="large")
    @page.in_language
    def opened() -> None:
        evidence(shown, mark, key=f"opened_{shown.name}")

    if mark in shown.marks:
        opened()
