"""Showing an exhibit: its finding, its figure, and behind it the table, the rows and the sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

import streamlit as st

from iurc_dash.cautions import caution_text
from iurc_dash.colours import Theme
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Exhibit, ExhibitTable
from iurc_dash.exhibits.profiles import source_lines
from iurc_dash.exhibits.rows_behind import rows_table
from iurc_dash.export.table_csv import table_csv
from iurc_dash.forms import ArcMap, Bars, Form, KeyFigures, Matrix, Timeline
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.render import deck, markup
from iurc_dash.render import page as html
from iurc_dash.render import plotly as charts
from iurc_dash.ui import data, page
from iurc_dash.ui.links import address_of, cell_link
from iurc_dash.ui.page import selection, theme

ROWS_A_PAGE = 25
LIST_ROWS_A_PAGE = 15

figure = lru_cache(maxsize=256)(charts.figure)
deck_of = lru_cache(maxsize=64)(deck.deck)


def exhibit(shown: Exhibit, *, on_click: Callable[[str], None] | None = None, level: int = 2) -> None:
    """One exhibit in full; `on_click` gets the key of a bar or mark that the reader clicks."""
    _heading(shown.finding, level)
    st.caption(shown.question)
    _body(shown, on_click)


def figure_of(shown: Exhibit, *, on_click: Callable[[str], None] | None = None) -> None:
    """An exhibit whose finding already stands as the page's title."""
    st.caption(shown.question)
    _body(shown, on_click)


def listing(shown: Exhibit, *, level: int = 2, title: str = "") -> None:
    """An exhibit that is a list: its finding (or a title), the table itself, and its rows as CSV."""
    _heading(title or shown.finding, level)
    st.caption(shown.question)
    with_care(shown)
    rows(shown)


def rows(shown: Exhibit, *, rows_a_page: int = LIST_ROWS_A_PAGE) -> None:
    """The table of an exhibit, open; behind it the whole table as CSV and the sources."""
    if shown.table.frame.empty:
        return
    table(shown.table, shown.question, key=shown.key, rows_a_page=rows_a_page)
    if shown.sources:
        behind(shown, with_table=False)
    else:
        download(shown)


def listing_with_figure(shown: Exhibit, *, level: int = 2) -> None:
    """An exhibit whose table is as much the point as its figure: both stand open."""
    _heading(shown.finding, level)
    st.caption(shown.question)
    if shown.form is not None and not shown.table.frame.empty:
        form(shown.form, key=shown.key, alt=shown.alt, caption=shown.question)
    with_care(shown)
    rows(shown)


def picture(shown: Exhibit, served_at: str) -> None:
    """A map as a drawn picture, fetched from its address (served.py), with what its colours mean."""
    if isinstance(shown.form, ArcMap):
        st.html(html.picture_html(served_at, shown.alt))
        st.html(html.legend_html(shown.form.legend, theme()))
        st.caption(caution_text("boundaries"))
        page.cautions_said().add("boundaries")


def link(label: str, address: str) -> None:
    """A plain link to another page of the dashboard, with the selection carried along."""
    st.html(markup.link(label, address))


def side_by_side(exhibits: tuple[Exhibit, ...]) -> None:
    """Small exhibits two in a row, one below the other on a phone."""
    for first in range(0, len(exhibits), 2):
        for column, shown in zip(st.columns(2, gap="large"), exhibits[first : first + 2], strict=False):
            with column:
                exhibit(shown, level=3)


def form(
    drawn: Form, *, key: str, alt: str, caption: str = "", on_click: Callable[[str], None] | None = None
) -> None:
    """The figure alone; `caption` names a figure that is a table."""
    match drawn:
        case KeyFigures():
            st.html(html.key_figures_html(drawn, theme()))
        case Matrix():
            st.html(
                html.matrix_html(drawn, caption, partial(cell_address, drawn), theme(), caption_hidden=True)
            )
        case ArcMap():
            raise TypeError("A map is shown by `picture` or on the page Map.")
        case Bars() | Timeline():
            _chart(drawn, theme(), key, alt, on_click)


def table(shown: ExhibitTable, caption: str, *, key: str, rows_a_page: int = ROWS_A_PAGE) -> None:
    """A real HTML table, a page of rows at a time; the caption is for those who hear the page."""
    place = st.container()
    start, end = _part(len(shown.frame), rows_a_page, key)
    part = ExhibitTable(shown.frame.iloc[start:end], shown.columns)
    place.html(html.table_html(part, caption, link_for, caption_hidden=True))


def behind(shown: Exhibit, *, with_table: bool = True) -> None:
    """Behind a figure, in a part that opens: its table, the rows that were counted, its sources."""
    if with_table:
        label = ngettext(
            "Table, rows and {count} source", "Table, rows and {count} sources", len(shown.sources)
        )
    else:
        label = ngettext("Rows, {count} source, CSV", "Rows, {count} sources, CSV", len(shown.sources))
    opened = st.expander(
        label.format(count=format_number(len(shown.sources))), on_change="rerun", key=f"behind_{shown.key}"
    )
    if not opened.open:
        return
    with opened:
        if with_table:
            table(shown.table, shown.question, key=shown.key)
        download(shown)
        if shown.cautions:
            st.caption(" ".join(caution_text(caution) for caution in shown.cautions))
        counted_rows, sources = st.tabs([_("Rows that were counted"), _("Sources")])
        with counted_rows:
            counted = data.made(rows_behind, tuple(shown.rows.items()))
            table(counted, _("Rows that were counted"), key=f"rows_{shown.key}", rows_a_page=LIST_ROWS_A_PAGE)
        with sources:
            _sources(shown)


def rows_behind(dataset: Dataset, rows: tuple[tuple[str, tuple[str, ...]], ...]) -> ExhibitTable:
    """The rows behind an exhibit, asked for in a form that `made` can keep."""
    return rows_table(dataset, dict(rows))


def _sources(shown: Exhibit) -> None:
    place = st.container()
    start, end = _part(len(shown.sources), LIST_ROWS_A_PAGE, f"sources_{shown.key}")
    place.html(html.source_list_html(data.made(source_lines, shown.sources[start:end]), theme()))


def _part(total: int, a_page: int, key: str) -> tuple[int, int]:
    """First and last of what one page shows, with the means to turn the page where there are several."""
    pages = -(-total // a_page)
    if pages <= 1:
        return 0, total
    # The number of pages is part of the key: with another selection one starts on the first page again.
    start = (st.pagination(pages, key=f"page_{key}_{pages}") - 1) * a_page
    end = min(start + a_page, total)
    st.caption(
        _("{first} to {last} of {total}").format(
            first=format_number(start + 1), last=format_number(end), total=format_number(total)
        )
    )
    return start, end


def download(shown: Exhibit) -> None:
    """The whole table as CSV, with keys; made only when it is asked for."""
    st.download_button(
        _("Download the table (CSV)"),
        data=partial(table_csv, shown.table),
        file_name=f"iurc-{shown.key}.csv",
        mime="text/csv",
        icon=":material/download:",
        key=f"csv_{shown.key}",
        on_click="ignore",
        type="tertiary",
    )


def cell_address(drawn: Matrix, row: str, column: str) -> str:
    """Address of the rows behind a cell of a matrix; '' where its row or column is nothing that can be filtered."""
    return cell_link(data.dataset(), selection(), drawn, row, column)


def link_for(kind: str, key: str) -> str:
    """Address of what a table cell or figure names, with the selection carried along."""
    return address_of(kind, key, selection())


def _body(shown: Exhibit, on_click: Callable[[str], None] | None) -> None:
    if shown.table.frame.empty:
        return
    if shown.form is not None:
        form(shown.form, key=shown.key, alt=shown.alt, caption=shown.question, on_click=on_click)
    with_care(shown)
    behind(shown)


def with_care(shown: Exhibit) -> None:
    """The cautions that this exhibit needs and that the page has not given yet, in one paragraph."""
    said = page.cautions_said()
    needed = [caution for caution in shown.cautions if caution not in said]
    said.update(needed)
    if needed:
        st.caption(" ".join(caution_text(caution) for caution in needed))


def _heading(text: str, level: int) -> None:
    (st.header if level == 2 else st.subheader)(text, anchor=False)


def _chart(
    drawn: Bars | Timeline, shown_theme: Theme, key: str, alt: str, on_click: Callable[[str], None] | None
) -> None:
    chart_key = f"chart_{key}_{shown_theme}"

    def clicked() -> None:
        points = st.session_state[chart_key]["selection"]["points"]
        if points and on_click and points[0].get("customdata"):
            keys = charts.chosen_keys(drawn, points[0]["customdata"])
            if keys:
                on_click(keys[0])

    st.plotly_chart(
        figure(drawn, shown_theme),
        key=chart_key,
        theme=None,
        alt=alt,
        config=charts.PLOTLY_CONFIG,
        on_select=clicked if on_click else "ignore",
        selection_mode="points",
    )
