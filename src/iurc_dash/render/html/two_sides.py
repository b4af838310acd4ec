"""Places of two sides and the line between them: names at its ends, and on it where and when."""

from __future__ import annotations

from dataclasses import replace

from iurc_dash.forms import SidePlace, TwoSides
from iurc_dash.language import format_parts
from iurc_dash.quantities import Count
from iurc_dash.render.html.cells import leading
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, LinkFor, MarkAddress, drawn_mark
from iurc_dash.render.ink import ink_class


def two_sides_html(form: TwoSides, link_for: LinkFor, mark_address: MarkAddress) -> str:
    """The first side at the left, the second at the right, one below the other where there is little room."""

    def place(one: SidePlace) -> tuple[Drawn, SidePlace, Drawn | None]:
        name = drawn_mark(f"place/{one.key}", one.label, Count.of([one.row]), mark_address)
        page = leading("", link_for("places", one.key)).address
        name = replace(
            name, words=one.label, text=one.label, address=page or name.address, key="" if page else name.key
        )
        label = format_parts((one.label, one.others_label))
        others = drawn_mark(f"place/{one.key}/others", label, one.others, mark_address)
        return name, one, replace(others, text=one.others_label, words=label) if one.others else None

    return filled(
        "two_sides.html",
        sides=[[place(one) for one in side] for side in form.sides],
        lines=lines_between(*map(len, form.sides)),
        belongs_to=leading(form.label, link_for(*form.belongs_to)),
        notes=form.notes,
        ink=ink_class(form.colour),
    )


def lines_between(left: int, right: int) -> list[str]:
    """Paths in a square of 100 that join all on the left with all on the right: one thing, never as so many pairs."""

    def level(place: int, of: int) -> str:
        return f"{100 * (place + 0.5) / of:.4g}"

    return [
        # Bent near the places, so that words have room along the rest.
        *(f"M0 {level(place, left)}C18 {level(place, left)} 8 50 26 50L50 50" for place in range(left)),
        *(f"M50 50L74 50C92 50 82 {level(place, right)} 100 {level(place, right)}" for place in range(right)),
    ]
