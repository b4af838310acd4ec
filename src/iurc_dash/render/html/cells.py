"""What stands in a cell of a page: words, where they lead, and what is heard in place of a sign."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from iurc_dash.describing import say_quantity
from iurc_dash.language import _, format_entries, format_number, ngettext
from iurc_dash.quantities import Count, Quantity, Share, Stated
from iurc_dash.render.citing import cited_sources
from iurc_dash.render.html.addresses import host, is_safe_address
from iurc_dash.render.ink import ink_class
from iurc_dash.render.words import is_blank, say_each, say_key
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column
from iurc_dash.view import View

NUMBERS = ("count", "share", "number")
LEAST_ROOM = 3
MOST_ROOM = 40
# Chips are there to be glanced at, and of sources the first are those that matter most.
MOST_CHIPS, MOST_SOURCES = 3, 3


@dataclass(frozen=True)
class Piece:
    """One thing that is shown: its text, an address that a reader may be sent to, what is heard in place of the text.

    `beside` is of lesser weight and stands below it; `is_muted` is of lesser weight itself. `looks` are classes of a
    chip or a sign, which stand side by side; what a sign stands for is in `title`.
    """

    text: str
    address: str = ""
    heard: str = ""
    beside: str = ""
    is_muted: bool = False
    looks: str = ""
    title: str = ""

    @property
    def is_foreign(self) -> bool:
        """Whether its address leads away from the dashboard."""
        return bool(host(self.address))


def leading(text: str, address: str, beside: str = "") -> Piece:
    """A text that leads somewhere; it stays a text where no reader may be sent there."""
    return Piece(text, address if is_safe_address(address) else "", beside=beside)


def quantity_piece(quantity: Quantity | None, address: Callable[[], str]) -> Piece:
    """A number that opens the rows behind it; a dash where there can be none."""
    if quantity is None or quantity.value is None:
        return Piece(_("–"), heard=_("not applicable"), is_muted=True)
    if quantity.value == "":
        return _not_recorded()
    return leading(say_quantity(quantity), address() if any(quantity.rows.values()) else "")


def cell_pieces(
    view: View, column: Column, cell: Cell, link_for: Callable[[str, str], str], address: Callable[[], str]
) -> list[Piece]:
    """What stands in a cell, one below the other; `address` gives that of the rows behind a number."""
    if cell is NOT_APPLICABLE:
        return [quantity_piece(None, address)]
    if is_blank(cell):
        return [_not_recorded()]
    if isinstance(cell, Stated):
        said = format_entries(say_each(view, column, cell))
        return [leading(said, address()) if said else _not_recorded()]
    if isinstance(cell, Count | Share):
        return [quantity_piece(cell, address)]
    if column.kind in ("reference", "references"):
        keys = [key for key in (cell if isinstance(cell, tuple) else (str(cell),)) if key]
        most = _most_shown(column, len(keys))
        pieces = [_reference(view, column, key, link_for) for key in keys[:most]]
        return [*pieces, _more(len(keys) - most)] if len(keys) > most else pieces
    return [Piece(text) for text in say_each(view, column, cell)]


def least_room(column: Column, cells: Sequence[Sequence[Piece]]) -> int:
    """The least width of a column in characters: long lists get more than short words; 0 where nothing may wrap."""
    if column.kind in (*NUMBERS, "date"):
        return 0
    lengths = [max((len(piece.text) for piece in pieces), default=0) for pieces in cells] or [0]
    longest, average = max(lengths), sum(lengths) / len(lengths)
    # Text of n characters is a calm block at about three times the root of n.
    return min(max(longest, 4), LEAST_ROOM + round(3 * math.sqrt((longest + average) / 2)), MOST_ROOM)


def _reference(view: View, column: Column, key: str, link_for: Callable[[str, str], str]) -> Piece:
    if column.vocabulary == "sources":
        source = cited_sources(view.whole, [key])[0]
        return leading(source.title, source.address, beside=host(source.address))
    piece = leading(say_key(view, column, key), link_for(column.vocabulary, key))
    match column.looks:
        case "chips":
            return replace(piece, looks="iurc-chip iurc-chosen" if _is_chosen(view, key) else "iurc-chip")
        case "signs" | "hollow signs":
            return _sign(view, piece, key, is_hollow=column.looks == "hollow signs")
        case _:
            return piece


def _most_shown(column: Column, count: int) -> int:
    """How many of so many references a cell names; one left over takes no more room than saying so."""
    few = MOST_CHIPS if column.looks == "chips" else MOST_SOURCES if column.vocabulary == "sources" else 0
    return few if few and count > few + 1 else column.most


def _is_chosen(view: View, key: str) -> bool:
    """Whether a theme is what the reader filters by."""
    return key in view.selection.themes


def _sign(view: View, piece: Piece, goal: str, *, is_hollow: bool) -> Piece:
    """A goal as its number in its colour; one without a number keeps its words."""
    number = view.words.goal_number(goal)
    if not number:
        return piece
    looks = f"iurc-sign {ink_class(f'goal-{number}')}{' iurc-hollow' if is_hollow else ''}"
    return replace(piece, text=number, title=piece.text, looks=looks)


def _more(count: int) -> Piece:
    """That there are so many more; files have them all."""
    said = ngettext("and {count} more", "and {count} more", count).format(count=format_number(count))
    return Piece(said, is_muted=True)


def _not_recorded() -> Piece:
    return Piece(_("not recorded"), is_muted=True)
