"""What a reader can take away of an exhibit, for a menu: files by their addresses, and texts to copy."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.addresses import file_address
from iurc_dash.colours import Theme
from iurc_dash.exhibit import Exhibit
from iurc_dash.language import _, format_number, ngettext, use_language
from iurc_dash.render.citing import say_origin, say_selection


@dataclass(frozen=True)
class Offer:
    """One entry of the menu: a file at an address, or else a text to copy."""

    key: str
    label: str
    address: str = ""
    text: str = ""


def take_away(exhibit: Exhibit, theme: Theme, *, here: str, home: str) -> tuple[Offer, ...]:
    """Picture, drawing, table, link, and the finding with its link, in the order of a menu.

    `here` is the address of the page that shows the exhibit, as addresses.py makes it ('./goals?phase=2'); `home` the
    complete one of the dashboard ('https://dashboard.example/'). Addresses of files are relative.
    """
    link = complete(here, home)
    rows = len(exhibit.table)
    with use_language(exhibit.view.language):
        table = ngettext(
            "Table: {count} row, as CSV with a README", "Table: all {count} rows, as CSV with a README", rows
        ).format(count=format_number(rows))
        return (
            Offer("png", _("Picture (PNG)"), file_address(exhibit, "picture.png", theme, here=here)),
            Offer("svg", _("Drawing (SVG)"), file_address(exhibit, "picture.svg", theme, here=here)),
            Offer("table", table, file_address(exhibit, "table.zip")),
            Offer("link", _("Link that brings this back"), text=link),
            Offer("finding", _("Finding with its link"), text=finding_with_link(exhibit, link)),
        )


def finding_with_link(exhibit: Exhibit, link: str) -> str:
    """What was found, of what, on which grounds, and where: lines of plain text."""
    with use_language(exhibit.view.language):
        lines = (exhibit.finding, exhibit.more, say_selection(exhibit), say_origin(exhibit), link)
        return "\n".join(filter(None, lines))


def complete(address: str, home: str) -> str:
    """A relative address as one that can be sent to somebody: './goals?phase=2' -> 'https://…/goals?phase=2'."""
    return f"{home.rstrip('/')}/{address.removeprefix('./')}"
