"""What marks of drawn figures share: where a mark leads, and the classes that say how it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iurc_dash.describing import say_quantity
from iurc_dash.forms import Look
from iurc_dash.language import _, format_entry
from iurc_dash.quantities import Quantity
from iurc_dash.render.html.addresses import is_safe_address
from iurc_dash.render.ink import ink_class

# (name of a table, key of a row) -> address of the row's page; blank: none.
LinkFor = Callable[[str, str], str]
# Key of a mark -> address that opens the rows behind it; blank: none.
MarkAddress = Callable[[str], str]


@dataclass(frozen=True)
class Drawn:
    """A mark as it is drawn: what is said of it, its text where it has one, where it leads, its classes.

    `key` is that of the mark whose rows open; blank where the address is a page of its own.
    """

    words: str
    text: str = ""
    address: str = ""
    key: str = ""
    looks: str = ""


def drawn_mark(
    key: str, label: str, quantity: Quantity | None, mark_address: MarkAddress, looks: str = ""
) -> Drawn:
    """A mark that opens the rows of its quantity; it leads nowhere where there are none."""
    text = say_quantity(quantity)
    address = mark_address(key) if quantity is not None and any(quantity.rows.values()) else ""
    safe = address if is_safe_address(address) else ""
    words = format_entry(label, text if quantity is not None else _("not applicable"))
    return Drawn(words, text, safe, key if safe else "", looks)


def classes_of(look: Look) -> str:
    """The classes of a look: its colour, and whether it is hollow or a diamond."""
    hollow = " iurc-hollow" if look.texture == "outlined" else ""
    return ink_class(look.colour) + hollow + (" iurc-diamond" if look.shape == "diamond" else "")
