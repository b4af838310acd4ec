"""What is behind a figure or a number: its table, the rows that are counted, their sources, files to take away.

It opens in a drawer beside the page, and has an address of its own, so that it can be sent and read without scripts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from iurc_dash.addresses import mark_address
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.record.rows import asked_parameters, rows_table
from iurc_dash.exhibits.register import ExhibitError, make
from iurc_dash.forms import Listing
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.render import html
from iurc_dash.render.taking_away import take_away
from iurc_dash.selection import Selection
from iurc_dash.ui import address, moves, navigation, page, say, session, show
from iurc_dash.ui.drawn import drawn
from iurc_dash.view import View

_ASKED = "evidence_asked"
DRAWER_WIDTH = 720


def open_what_was_asked() -> None:
    """Open the drawer where the reader followed a number; call last, when the page is drawn."""
    asked = moves.taken_mark()
    if asked is not None:
        st.session_state[_ASKED] = [asked]
        _drawer(_("What is behind this"))


def _drawer(title: str) -> None:
    @st.dialog(title, width=DRAWER_WIDTH, position="right")
    @page.in_language
    def opened() -> None:
        navigation.move_if_asked()
        followed = moves.taken_mark()
        trail: list[moves.Parameters] = st.session_state[_ASKED]
        if followed is not None:
            trail.append(followed)
        if len(trail) > 1:
            st.button(_("Back"), icon=":material/arrow_back:", type="tertiary", on_click=_go_back)
        asked = {name: values[-1] for name, values in trail[-1].items()}
        if asked.get("exhibit"):
            show_evidence(
                _view_of(trail[-1]),
                asked,
                title=_title,
                part=asked.get("part", ""),
                key=str(len(trail)),
            )
        else:
            _figures_of_page()

    opened()


def _title(words: str) -> None:
    """The title of what the drawer shows; said aloud when it changes, as a drawer is entered by its own name."""
    say.heading(words, level=3)
    page.aloud(words)


def _go_back() -> None:
    st.session_state[_ASKED].pop()


def _figures_of_page() -> None:
    """What can be taken away of the page: its address, and each of its figures."""
    say.paragraph(_("The address of this page brings back exactly what it shows:"))
    drawn(html.address_html(address.here()), key="address_of_page")
    figures = page.figures_shown()
    if figures:
        say.heading(_("Figures"), level=3)
        drawn(html.links_html(list(figures.items())), key="figures_of_page")


def _view_of(parameters: Mapping[str, Sequence[str]]) -> View:
    """What the reader looks at, with the selection that the address of a number carries."""
    selection, _remarks = Selection.parse(parameters, session.current_dataset())
    return page.view().of(selection)


def show_evidence(
    view: View, asked: Mapping[str, str], *, title: Callable[[str], None], part: str = "", key: str = ""
) -> None:
    """The finding of what was asked (exhibit, mark and parameters as an address names them), and what is behind it.

    `title` shows the finding, `part` is what is looked at first.
    """
    mark = asked.get("mark", "")
    try:
        shown = make(view, asked.get("exhibit", ""), **asked_parameters(asked.get("asked", "")))
        opened = make(
            view, "record/rows", **{name: asked.get(name, "") for name in ("exhibit", "mark", "asked")}
        )
    except ExhibitError:
        title(_("Rows behind a number"))
        say.notice(_("The address names a figure or a number that is not there under this selection."))
        return
    title(opened.finding if mark else shown.finding)
    parts = _parts(shown, mark)
    chosen = st.segmented_control(
        _("What to look at"),
        list(parts),
        default=part if part in parts else next(iter(parts)),
        format_func=parts.__getitem__,
        required=True,
        label_visibility="collapsed",
        key=f"part_{key}_{opened.name}",
    )
    _show_part(shown, mark, chosen or next(iter(parts)), key=f"{key}_{opened.name}")
    if shown.cautions and chosen != "files":
        say.caption(" ".join(shown.cautions.values()))


def _parts(shown: Exhibit, mark: str) -> dict[str, str]:
    """What can be looked at, by key; a mark has no table of its own, and only the whole can be taken away."""
    rows, sources = sum(map(len, shown.rows(mark).values())), len(shown.sources(mark))
    parts = {} if mark or isinstance(shown.form, Listing) else {"table": _("Table")}
    parts["rows"] = ngettext("{count} row", "{count} rows", rows).format(count=format_number(rows))
    parts["sources"] = ngettext("{count} source", "{count} sources", sources).format(
        count=format_number(sources)
    )
    return parts if mark else {**parts, "files": _("Take away")}


def _show_part(shown: Exhibit, mark: str, part: str, *, key: str) -> None:
    match part:
        case "table":
            show.table(shown, shown.table, key=f"table_{key}")
        case "rows":
            rows = shown.kept.once(("rows", mark), lambda: rows_table(shown.view, shown.rows(mark)))
            show.table(shown, rows, key=f"rows_{key}")
        case "sources":
            show.sources(shown.view, shown.sources(mark), key=f"sources_{key}")
        case "files":
            _files(shown)


def _files(shown: Exhibit) -> None:
    """Files to take away by their addresses, and texts to copy."""
    offers = take_away(shown, page.theme(), here=mark_address(shown, ""), home=session.home())
    drawn(
        html.files_html([(offer.label, offer.address) for offer in offers if offer.address]),
        key=f"files_{show.key_of(shown)}",
    )
    for offer in offers:
        if offer.text:
            say.caption(offer.label)
            st.code(offer.text, language=None, wrap_lines=True)
