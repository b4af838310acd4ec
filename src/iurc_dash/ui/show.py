"""Showing an exhibit: its finding, its figure, and one line that leads to what is behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from iurc_dash.addresses import address_of, file_address, mark_address, page_address, picture_address
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import entry_of, make
from iurc_dash.forms import (
    ArcMap,
    Bars,
    DotPlot,
    Facts,
    Flow,
    Form,
    KeyFigures,
    Listing,
    Matrix,
    Prose,
    ShareGrid,
    Slope,
    TimeColumns,
    Timeline,
    TwoSides,
    UnitChart,
)
from iurc_dash.language import _, format_number
from iurc_dash.render import html
from iurc_dash.render import plotly as charts
from iurc_dash.render.html import figures
from iurc_dash.render.html.marks import LinkFor
from iurc_dash.tabular import Table
from iurc_dash.ui import address, moves, page, say
from iurc_dash.ui.drawn import drawn
from iurc_dash.view import View

ROWS_A_PAGE = 15


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
    """An exhibit whose finding already stands as a title: the figure, what more is said, what is behind it."""
    if shown.form is not None:
        form(shown, side=side)
    if shown.more:
        say.paragraph(shown.more)
    if shown.form is not None:
        foot(shown, side=side)


def form(shown: Exhibit, *, side: str = "") -> None:
    """The figure alone; every mark of it opens the rows it counts."""
    match shown.form:
        case Listing():
            table(shown, shown.table, key=key_of(shown, side), in_address=True, listing=shown.form)
        case ArcMap():
            picture(shown)
        case Timeline():
            _chart(shown, shown.form, side)
        case None:
            pass
        case _:
            markup = shown.kept.once("markup", partial(_markup, shown, shown.form))
            drawn(markup, key=f"drawn_{key_of(shown, side)}")


def _markup(shown: Exhibit, form: Form) -> str:
    mark = partial(mark_address, shown)
    match form:
        case KeyFigures():
            return html.key_figures_html(form, mark)
        case Matrix():
            return html.matrix_html(shown.view, form, shown.question, mark)
        case Facts():
            return html.facts_html(shown.view, form, link_to(shown.view), mark)
        case Prose():
            return html.prose_html(form, mark)
        case Bars() | UnitChart() | Slope() | DotPlot() | ShareGrid() | Flow() | TimeColumns() | TwoSides():
            return figures.figure_html(form, link_to(shown.view), mark)
        case _:
            raise TypeError(f"{type(form).__name__} is not drawn as a piece of a page.")


def picture(shown: Exhibit) -> None:
    """A map as a drawn picture, fetched from its address (server), with what its colours mean."""
    if isinstance(shown.form, ArcMap):
        theme = page.theme()
        picture = html.picture_html(
            picture_address(shown, theme),
            shown.alt,
            on_paper="" if theme == "light" else picture_address(shown, "light"),
        )
        markup = picture + html.legend_html(shown.form.legend)
        drawn(markup, key=f"picture_{key_of(shown)}")


def on_paper(shown: Exhibit) -> None:
    """The picture printed in place of a chart of Streamlit's, which would keep the width and colours of the screen."""
    drawn(html.paper_html(file_address(shown, "picture.svg")), key=f"paper_{key_of(shown)}")


def foot(shown: Exhibit, *, side: str = "") -> None:
    """One quiet line below a figure: its data and sources, cautions that the page has not given yet, files."""
    said = page.cautions_said()
    cautions = {key: text for key, text in shown.cautions.items() if key not in said}
    said.update(cautions)
    files = mark_address(shown, "", part="files")
    page.figures_shown()[files] = shown.finding
    markup = html.foot_html(
        id=f"foot-{key_of(shown, side)}",
        sources=len(shown.sources()),
        data=mark_address(shown, ""),
        files=files,
        cautions=list(cautions.values()),
    )
    drawn(markup, key=f"foot_{key_of(shown, side)}")


def link(label: str, address: str) -> None:
    """A plain link to another page of the dashboard."""
    drawn(html.link_html(label, address), key=f"link_{label}_{address}")


def side_by_side(*ids: str) -> None:
    """Small exhibits two in a row, one below the other on a phone; below them what those say that have no figure."""
    shown = {id: make(page.view(), id) for id in ids}
    drawn_ones = [id for id, one in shown.items() if one.form is not None]
    for first in range(0, len(drawn_ones), 2):
        for column, id in zip(st.columns(2, gap="large"), drawn_ones[first : first + 2], strict=False):
            with column:
                exhibit(id)
    for id, one in shown.items():
        if id not in drawn_ones:
            say.paragraph(f"{one.finding} {one.more}".strip())


def table(
    shown: Exhibit, lines: Table, *, key: str, in_address: bool = False, listing: Listing | None = None
) -> None:
    """A real HTML table, a page of lines at a time; its counted cells open the rows they count.

    `in_address`: the address says which page of it is shown; for one list of a page. `listing` says by which headings
    it can be put in order, which the address says too.
    """
    place = st.container()
    start, end = _part(len(lines), key, in_address=in_address)

    def opened(mark: str) -> str:
        return mark_address(shown, f"table:{mark}") if lines is shown.table else ""

    with place:
        drawn(
            html.table_html(
                shown.view,
                lines.part(start, end),
                shown.question,
                link_for=link_to(shown.view),
                mark_address=opened,
                listing=listing,
                order_address=partial(asked_anew, shown),
            ),
            # One and the same table in whatever order, so that the focus stays on its heading.
            key=f"table_{shown.id}" if listing is not None and listing.asks else f"table_{key}",
        )


def asked_anew(shown: Exhibit, asked: Mapping[str, str]) -> str:
    """The address of this page with an exhibit of it asked for in another way; a blank takes away what was asked."""
    defaults = {parameter.name: parameter.default for parameter in entry_of(shown.id).parameters}
    parameters = {**shown.parameters, **asked}
    said = {name: value for name, value in parameters.items() if value and value != defaults[name]}
    return page_address(address.page(), shown.view, said)


def sources(view: View, keys: Sequence[str], *, key: str) -> None:
    """Sources one below the other, a page of them at a time."""
    place = st.container()
    start, end = _part(len(keys), key)
    with place:
        drawn(html.source_list_html(view, keys[start:end]), key=f"list_{key}")


def key_of(shown: Exhibit, side: str = "") -> str:
    """The key of an exhibit's widgets on a page."""
    return f"{side}_{shown.name}" if side else shown.name


def link_to(view: View) -> LinkFor:
    """The function that gives the address of a row's page; '' where it has none."""
    return lambda table_name, key: address_of(table_name, key, view)


def all_of(label: str, url_path: str, view: View) -> None:
    """A link to a page with the selection of the view."""
    link(label, page_address(url_path, view))


def _part(total: int, key: str, *, in_address: bool = False) -> tuple[int, int]:
    """First and last of what one page shows, with the means to turn the page where there are several."""
    pages = -(-total // ROWS_A_PAGE)
    in_address = in_address and address.offer_page(pages, of=f"{key}_{page.view().in_words}")
    if pages <= 1:
        return 0, total
    # Else the number of pages is part of the key: with another selection one starts on the first page again.
    widget = address.LIST_PAGE if in_address else f"page_{key}_{pages}"
    start = (st.pagination(pages, key=widget) - 1) * ROWS_A_PAGE
    end = min(start + ROWS_A_PAGE, total)
    shown = _("{first} to {last} of {total}").format(
        first=format_number(start + 1), last=format_number(end), total=format_number(total)
    )
    say.caption(shown)
    page.aloud(shown)
    return start, end


def _chart(shown: Exhibit, form: Timeline, side: str) -> None:
    state, name = st.session_state, f"chart_{key_of(shown, side)}_{page.theme()}"
    # A chart keeps what was clicked last, and another click there would only take that back: after each click it is
    # a new one.
    clicks = f"clicks_{name}"
    key = f"{name}_{state.get(clicks, 0)}"

    def follow_mark() -> None:
        points = state[key]["selection"]["points"] if key in state else []
        if points and points[0].get("customdata"):
            state[clicks] = state.get(clicks, 0) + 1
            moves.follow(mark_address(shown, charts.mark_of(form, points[0]["customdata"])))

    st.plotly_chart(
        shown.kept.once(("plotly", page.theme()), lambda: charts.figure(form, page.theme())),
        key=key,
        theme=None,
        alt=shown.alt,
        config=charts.PLOTLY_CONFIG,
        on_select=follow_mark,
        selection_mode="points",
    )
    on_paper(shown)
