"""Pieces of a page as HTML: tables, figures that read better as text than as a chart, lists, a legend.

Templates are in templates/, looks in the style sheet; colours come from custom properties, which `theme_html` sets once
a page. What comes out holds no script, and no drawing but where figures.py draws. Nothing that is given here is ever
read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from importlib import resources
from zlib import crc32

from iurc_dash.addresses import SERVED_FOLDER, report_address
from iurc_dash.colours import GROUNDS, INKS, Theme, text_on
from iurc_dash.forms import Facts, KeyFigure, KeyFigures, LegendEntry, Listing, Matrix, Prose
from iurc_dash.language import _, format_number, ngettext, use_language
from iurc_dash.problems import Problem
from iurc_dash.quantities import Count, Mark, amount
from iurc_dash.render.citing import cited_sources
from iurc_dash.render.html.addresses import host, is_safe_address
from iurc_dash.render.html.cells import (
    NUMBERS,
    Piece,
    cell_pieces,
    leading,
    least_room,
    quantity_piece,
)
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, LinkFor, MarkAddress, drawn_mark
from iurc_dash.render.ink import TINTS, ink_class, ink_on, outline, tint, tint_step
from iurc_dash.render.words import say_date
from iurc_dash.tabular import Column, Line, Table
from iurc_dash.view import View

# How high the column of the highest value beside a key figure is (key_figures.html).
COLUMN = 40
# Characters beside each other on a phone, and those of a column whose cells are never broken.
PHONE, NUMBER_ROOM = 38, 10


@dataclass(frozen=True)
class Head:
    """The head of a column: its title, classes and least width in characters; where it leads and how it is sorted."""

    title: str
    looks: str
    room: int
    id: str = ""
    address: str = ""
    sorted: str = ""


def table_html(
    view: View,
    table: Table,
    caption: str,
    *,
    link_for: LinkFor,
    mark_address: MarkAddress,
    listing: Listing | None = None,
    order_address: Callable[[Mapping[str, str]], str] = lambda asked: "",
) -> str:
    """A real table with caption and headers; where there is too little room for it, each line is a card (style.css).

    References lead where `link_for` says, sources to themselves; each counted cell opens its rows at `mark_address`,
    which is asked with the mark's key as `Table.marks` has it. The caption is only heard: a heading says the same.
    A column that `listing` can be in the order of has a heading that leads to `order_address` of what it asks for.
    """
    order = listing or Listing()
    with use_language(view.language):
        columns = [column for column in table.columns if not column.hidden]
        lines = [(line, _cells(view, columns, line, link_for, mark_address)) for line in table]
        rooms = [
            least_room(column, [cells[place] for _line, cells in lines])
            for place, column in enumerate(columns)
        ]
        return filled(
            "table.html",
            heads=[
                _head(column, room, order, order_address) for column, room in zip(columns, rooms, strict=True)
            ],
            lines=lines,
            caption=caption,
            as_cards=sum(room or NUMBER_ROOM for room in rooms) > PHONE,
            order_label=_("Order by") if order.asks else "",
        )


def _head(
    column: Column, room: int, order: Listing, order_address: Callable[[Mapping[str, str]], str]
) -> Head:
    if column.key not in order.asks:
        return Head(column.title, _class_of(column), room)
    direction = "descending" if order.descending else "ascending"
    return Head(
        column.title,
        _class_of(column),
        room,
        # The focus stays on a heading that is followed (component/drawn.js).
        id=f"order-{column.key}",
        address=order_address(order.asks[column.key]),
        sorted=direction if column.key == order.ordered_by else "none",
    )


@dataclass(frozen=True)
class Choice:
    """One of several ways to look at a list: what it is called, how much it would leave, where it leads."""

    label: str
    count: int
    address: str
    is_here: bool


def choices_html(label: str, choices: Sequence[Choice]) -> str:
    """Ways to look at a list, side by side, each with how much it leaves; one that leaves nothing leads nowhere."""
    shown = [(choice, format_number(choice.count)) for choice in choices]
    return filled("choices.html", label=label, choices=shown)


def matrix_html(view: View, matrix: Matrix, caption: str, mark_address: MarkAddress) -> str:
    """A table of counts with quiet shading by size and totals set off by a line; a dash where nothing can be."""

    def cell(count: Count | None, row: str, column: str) -> Piece:
        piece = quantity_piece(count, partial(mark_address, f"{row}/{column}"))
        # What is counted stands out before what is not there.
        return piece if count is None or count else replace(piece, is_muted=True)

    with use_language(view.language):
        lines = [
            (
                row.label,
                [
                    (cell(count, row.key, column), tint_step(count.value if count else 0, matrix.highest))
                    for count, column in zip(counts, matrix.columns.keys, strict=True)
                ],
                cell(total, row.key, ""),
            )
            for row, counts, total in zip(
                matrix.rows.categories, matrix.values, matrix.row_totals, strict=True
            )
        ]
        totals = [
            cell(total, "", column)
            for total, column in zip(matrix.column_totals, matrix.columns.keys, strict=True)
        ]
        whole = cell(matrix.total, "", "")
        return filled("matrix.html", matrix=matrix, lines=lines, totals=totals, whole=whole, caption=caption)


def key_figures_html(figures: KeyFigures, mark_address: MarkAddress) -> str:
    """Numbers, each with a small column for its value in each phase; what the columns are stands below them."""
    inks = [ink_class(colour) for colour in figures.colours or ["neutral"] * len(figures.phases)]

    def parts(figure: KeyFigure) -> Iterator[tuple[str, Piece, int, str]]:
        highest = max(map(amount, figure.parts), default=0)
        for phase, part, ink in zip(figures.phases, figure.parts, inks, strict=bool(figure.parts)):
            piece = quantity_piece(part, partial(mark_address, f"{figure.key}/{phase.key}"))
            yield phase.label, piece, round(COLUMN * amount(part) / highest) if highest else 0, ink

    shown = [
        (figure, quantity_piece(figure.value, partial(mark_address, figure.key)), list(parts(figure)))
        for figure in figures.figures
    ]
    phases = list(zip((phase.label for phase in figures.phases), inks, strict=True))
    return filled("key_figures.html", figures=shown, phases=phases)


def facts_html(view: View, facts: Facts, link_for: LinkFor, mark_address: MarkAddress) -> str:
    """Terms and what is known of them, one a line; a blank reads 'not recorded'."""
    return filled("facts.html", terms=_terms(view, facts, link_for, mark_address))


def _terms(
    view: View, facts: Facts, link_for: LinkFor, mark_address: MarkAddress
) -> list[tuple[str, list[Piece]]]:
    with use_language(view.language):
        return [
            (column.title, cell_pieces(view, column, cell, link_for, partial(mark_address, column.key)))
            for column, cell in facts.terms
            if not column.hidden
        ]


@dataclass(frozen=True)
class Card:
    """What was chosen on a map: its name, what else to know of it, the way back to everything, and its own page."""

    name: str
    remark: str
    back: str
    page: str


def card_html(view: View, card: Card, facts: Facts, link_for: LinkFor, mark_address: MarkAddress) -> str:
    """The card beside the map, with what is known of the thing."""
    return filled(
        "card.html",
        name=card.name,
        remark=card.remark,
        terms=_terms(view, facts, link_for, mark_address),
        back=leading(_("Back to everything"), card.back),
        page=leading(_("Open its page"), card.page),
    )


def prose_html(prose: Prose, mark_address: MarkAddress) -> str:
    """Paragraphs one below the other; marks in them open their rows."""

    def said(part: str | Mark) -> str | Drawn:
        if isinstance(part, str):
            return part
        # Its words say the number already.
        return replace(drawn_mark(part.key, part.label, part.quantity, mark_address), text=part.label)

    paragraphs = [
        [said(part) for part in ((paragraph,) if isinstance(paragraph, str) else paragraph)]
        for paragraph in prose.paragraphs
    ]
    return filled("prose.html", paragraphs=paragraphs)


def legend_html(entries: Sequence[LegendEntry]) -> str:
    """What colours mean, in reading order."""
    return filled("legend.html", entries=[(entry.label, ink_class(entry.colour)) for entry in entries])


@dataclass(frozen=True)
class CountedLink:
    """How many of what, in words; the key of its colour, and where it leads."""

    count: str
    label: str
    colour: str
    address: str


def counts_html(links: Sequence[CountedLink]) -> str:
    """Counts in words that are links, in the colours that a figure above them has."""
    entries = [(link.count, leading(link.label, link.address), ink_class(link.colour)) for link in links]
    return filled("counts.html", entries=entries)


def picture_html(address: str, alt: str, *, on_paper: str = "") -> str:
    """A picture as wide as its column, fetched from an address, with its words for screen readers.

    `on_paper` is the address of the one that is printed in its place.
    """
    address, on_paper = (one if is_safe_address(one) else "" for one in (address, on_paper))
    return filled("picture.html", address=address, alt=alt, on_paper=on_paper)


def paper_html(address: str) -> str:
    """A picture that is only there on paper, where what is seen on the screen cannot be printed."""
    return filled("paper.html", address=address)


def address_html(address: str) -> str:
    """The address of a page with a button that copies it; a script sets what the browser alone knows of it."""
    return filled("address.html", address=address, copy=_("Copy"), copied=_("Copied"))


def without_graphics_html(said: str, address: str, alt: str) -> str:
    """A sentence and a picture in place of what a browser without a graphics card cannot draw; hidden where it can."""
    return filled(
        "without_graphics.html", said=said, address=address if is_safe_address(address) else "", alt=alt
    )


def link_html(text: str, address: str) -> str:
    """A link, or the bare text where the address is not one that a reader may be sent to."""
    return filled("link.html", piece=leading(text, address))


@dataclass(frozen=True)
class PageLink:
    """A page in the menu: its name, its address, whether the reader is on it."""

    name: str
    address: str
    is_here: bool


def header_html(pages: Sequence[PageLink], further: Sequence[PageLink], take_away: str) -> str:
    """The header: name, menu (folded on a phone), search, what can be taken away. Enlivened by component/header.js."""
    return filled(
        "header.html",
        pages=pages,
        further=further,
        further_here=any(page.is_here for page in further),
        take_away=take_away,
        name=_("IURC Cooperation Dashboard"),
        menu_label=_("Menu"),
        further_label=_("More"),
        search_label=_("Find a city, region, theme or goal"),
        found_label=_("Found"),
        take_away_label=_("Take away"),
    )


def status_html(words: str) -> str:
    """Words that are said aloud where they are new (component/frame.js), and not seen."""
    return filled("status.html", words=words)


def foot_html(*, id: str, sources: int, data: str, files: str, cautions: Sequence[str]) -> str:
    """The line below a figure: addresses of its data and of files to take away, cautions behind a sign."""
    count = ngettext("{count} source", "{count} sources", sources).format(count=format_number(sources))
    return filled(
        "foot.html",
        id=id,
        data=data,
        data_label=_("Data · {sources}").format(sources=count),
        files=files,
        files_label=_("Take away"),
        cautions=cautions,
        caution_label=_("What to be careful with"),
    )


@dataclass(frozen=True)
class PageFoot:
    """What stands below every page. `report` is the form of the address at which errors are reported; '' where none is.

    `address` is the whole one of the page, for the report; component/foot.js asks for it once more, and on paper
    shows it with the `selection`.
    """

    notice: str
    release: str
    pages: Sequence[PageLink]
    report: str
    selection: str
    address: str


def page_foot_html(foot: PageFoot) -> str:
    """The foot of a page: what this is, where to read about it and report an error, and on paper where it is from."""
    return filled(
        "page_foot.html",
        foot=foot,
        name=_("IURC Cooperation Dashboard"),
        report=report_address(foot.report, foot.address),
        report_label=_("Report an error"),
    )


def newest_html(view: View, table: Table) -> str:
    """The lines of a list of activities or of news, each as its date and what it was, which leads to its page."""
    columns = {column.key: column for column in table.columns}
    when = columns.get("when") or columns["published"]

    def pieces(line: Line, column: Column) -> list[Piece]:
        return cell_pieces(view, column, line[column.key], lambda _table, _key: "", str)

    with use_language(view.language):
        lines = []
        for line in table:
            first_source = pieces(line, columns["sources" if "when" in columns else "source"])[0]
            words = str(line["title"]) if "when" in columns else first_source.text
            lines.append((pieces(line, when), leading(words, first_source.address)))
        return filled("newest.html", lines=lines)


def files_html(files: Sequence[tuple[str, str]]) -> str:
    """Files to take away, given as (words, address), each as a link that downloads it."""
    return filled("files.html", pieces=[leading(words, address) for words, address in files])


@dataclass(frozen=True)
class Tile:
    """A tile of a picker: what it says and where it leads, and whether it is what is shown."""

    piece: Piece
    is_here: bool


def picker_html(
    caption: str, columns: Sequence[str], lines: Sequence[tuple[str, Sequence[Tile | None]]]
) -> str:
    """A table of tiles to choose from, by line and column; None where there is nothing to choose."""
    return filled("picker.html", caption=caption, columns=columns, lines=lines)


def links_html(links: Sequence[tuple[str, str]]) -> str:
    """Links one below the other, given as (address, words)."""
    return filled("links.html", pieces=[leading(words, address) for address, words in links])


def source_list_html(view: View, source_keys: Sequence[str]) -> str:
    """Sources one below the other: title as a link, then publisher, date and host."""
    with use_language(view.language):
        lines = []
        for source in cited_sources(view.whole, source_keys):
            about = (source.publisher, source.date and say_date(source.date), host(source.address))
            lines.append(
                (leading(source.title, source.address), " · ".join(dict.fromkeys(filter(None, about))))
            )
        return filled("sources.html", lines=lines)


def problems_html(problems: Iterable[Problem]) -> str:
    """What is wrong with data, where, and how to mend it: one problem a line."""
    heads = (_("Table"), _("Row"), _("Column"), _("Value"), _("What is wrong"), _("How to mend it"))
    lines = [
        (
            problem.table,
            str(problem.row) if problem.row else "",
            problem.column,
            problem.value,
            problem.what,
            " ".join(part for part in (problem.mend, problem.say_suggestion()) if part),
        )
        for problem in problems
    ]
    return filled("problems.html", heads=heads, lines=lines, caption=_("Problems"))


@dataclass(frozen=True)
class Shell:
    """What a page says before any script has run: for first sight, for readers without scripts, and for programs."""

    language: str
    site: str
    title: str
    tab_title: str
    description: str
    # What was chosen, in words, and what more is said of the title; blank where there is nothing.
    selection: str
    more: str
    # (name, address) of every page.
    pages: Sequence[tuple[str, str]]
    pages_label: str
    without_scripts: str
    # The whole address of the page, and of a picture for previews of links.
    address: str
    preview: str
    icon: str
    fonts: Sequence[str]
    # What the dataset is, in the words of schema.org.
    facts: Mapping[str, object]
    picture: str = ""
    dark_picture: str = ""
    picture_alt: str = ""
    picture_notice: str = ""
    # (what a colour stands for, the colour by light, and in the dark).
    legend: Sequence[tuple[str, str, str]] = ()


def shell_html(shell: Shell, *, faces: str, programs: str) -> str:
    """The first answer of the server: a whole document that shows the shell until the page is drawn.

    `faces` are style rules for fonts and `programs` the elements that load Streamlit; both are taken as they are.
    """
    colours = {theme: ground_properties(theme) for theme in GROUNDS}
    script, style = shell_script(), style_address()
    return filled(
        "shell.html", shell=shell, faces=faces, programs=programs, script=script, style=style, colours=colours
    )


@lru_cache(maxsize=1)
def shell_script() -> str:
    """What removes the shell when the page is drawn; the server's policy names it by its hash."""
    return (resources.files(__name__) / "shell.js").read_text(encoding="utf-8")


def ground_properties(theme: Theme) -> str:
    """The colours of a theme's ground as the custom properties of the shell."""
    ground = GROUNDS[theme]
    properties = {
        "background": ground.background,
        "text": ground.text,
        "muted": ground.muted_text,
        "accent": ground.accent,
    }
    return "".join(f"--{name}:{value};" for name, value in properties.items())


@lru_cache(maxsize=2)
def theme_html(theme: Theme) -> str:
    """The colours of a theme, as an element that a page holds once; paper is light."""
    colours = _colours(theme)
    if theme != "light":
        colours = f"@media screen{{{colours}}}@media print{{{_colours('light')}}}"
    return f"<style>{colours}</style>"


def _colours(theme: Theme) -> str:
    ground = GROUNDS[theme]
    properties = {
        "text": ground.text,
        "muted": ground.muted_text,
        "line": ground.line,
        "accent": ground.accent,
        "on-accent": text_on(ground.accent),
        "background": ground.background,
        "land": ground.page_land,
        "second-background": ground.second_background,
    } | {f"tint-{step}": tint(step, theme) for step in range(1, TINTS + 1)}
    said = "".join(f"--iurc-{name}:{value};" for name, value in properties.items())
    inks = "".join(_rule_of_ink(name, theme) for name in INKS)
    return f":root{{{said}}}{inks}"


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """How all pieces look, in either theme."""
    names = ("style.css", "figures.css", "map.css", "print.css")
    return "".join((resources.files(__name__) / name).read_text(encoding="utf-8") for name in names)


@lru_cache(maxsize=1)
def style_address() -> str:
    """Where a page fetches the style sheet; another address as soon as it says something else."""
    return f"./{SERVED_FOLDER}/style.css?made={crc32(style_sheet().encode()):08x}"


def _cells(
    view: View, columns: Sequence[Column], line: Line, link_for: LinkFor, mark_address: MarkAddress
) -> list[list[Piece]]:
    # What a total is called stands where the others have their key.
    leads = (lambda table_name, key: "") if line.is_total else link_for
    return [
        cell_pieces(view, column, line[column.key], leads, partial(mark_address, f"{line.key}/{column.key}"))
        for column in columns
    ]


def _class_of(column: Column) -> str:
    """Numbers stand at the right, dates stay on one line (style.css)."""
    return "n" if column.kind in NUMBERS else "d" if column.kind == "date" else ""


def _rule_of_ink(name: str, theme: Theme) -> str:
    fill, edge = INKS[name][theme], outline(name, theme)
    others = "" if edge == fill else f";--edge:{edge}"
    others += "" if ink_on(fill) == "#FFFFFF" else ";--on:#000"
    return f".{ink_class(name)}{{--ink:{fill}{others}}}"
