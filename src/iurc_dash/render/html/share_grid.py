"""Grids of shares: a table whose cells are shaded, or hold a bar, by how large their share is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from iurc_dash.describing import say_part
from iurc_dash.forms import ShareGrid
from iurc_dash.language import _, format_entry, format_parts, format_share
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.quantities import Share
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, MarkAddress, drawn_mark
from iurc_dash.render.html.scales import percent
from iurc_dash.render.ink import ink_class

# Shades from nothing recorded to everything.
SHADES = 5


@dataclass(frozen=True)
class Cell:
    """A cell: its mark, the step of its tint or the length of its bar, whether it rests on too few to be a share."""

    mark: Drawn
    tint: int
    length: str
    is_of_few: bool


def share_grid_html(grid: ShareGrid, mark_address: MarkAddress) -> str:
    """The grid as a table; cells open what the form says."""
    lines = [
        (
            row.label,
            [
                None if value is None else _cell(grid, (row.key, column.key), label, value, mark_address)
                for column, value, label in (
                    (column, value, format_parts((row.label, column.label)))
                    for column, value in zip(grid.columns.categories, values, strict=True)
                )
            ],
        )
        for row, values in zip(grid.rows.categories, grid.values, strict=True)
    ]
    inks = [ink_class(colour) for colour in grid.colours] or [ink_class("accent")] * len(grid.columns.keys)
    return filled("share_grid.html", grid=grid, lines=lines, inks=inks, blank=_("nothing to record"))


def _cell(
    grid: ShareGrid,
    key: tuple[str, str],
    label: str,
    share: Share,
    mark_address: MarkAddress,
) -> Cell:
    place, value = "/".join(key), share.value or 0.0
    said = say_part(share)
    if grid.opens == "rest" and share.rest:
        mark = drawn_mark(f"{place}/rest", label, share.rest, mark_address)
        lacking = _("{said}, {number} lack it").format(said=said, number=mark.text)
        mark = replace(mark, words=format_entry(label, lacking), text=said)
    else:
        mark = replace(drawn_mark(place, label, share, mark_address), text=said)
        told = format_share(value) if may_be_told_as_share(share) else ""
        mark = replace(mark, words=format_entry(label, format_parts((said, told))))
    return Cell(mark, tint_of(shade_of(share)), percent(value, grid.highest), not may_be_told_as_share(share))


def shade_of(share: Share) -> int:
    """The shade of a share: none for nothing, the strongest for all."""
    value = share.value or 0.0
    return max(1, min(SHADES, round(value * SHADES))) if value else 0


def tint_of(shade: int) -> int:
    """The step of a tint (ink.py) that a shade has."""
    return (0, 1, 3, 5, 6, 8)[shade]
