"""Unit charts: every thing a mark of its own, in blocks side by side or in rows."""

from __future__ import annotations

from functools import partial

from iurc_dash.forms import Unit, UnitChart, UnitGroup
from iurc_dash.render.html.addresses import is_safe_address
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import (
    Drawn,
    LinkFor,
    MarkAddress,
    classes_of,
    drawn_mark,
)
from iurc_dash.render.ink import ink_class

# A row of more marks than this has narrower ones, so that it stays one line on a wide screen.
MANY = 70


def unit_chart_html(chart: UnitChart, link_for: LinkFor, mark_address: MarkAddress) -> str:
    """Groups of marks; a mark leads to its page, or opens its row where it has none, and a group opens its rows."""
    drawn = partial(_unit, link_for=link_for, mark_address=mark_address)
    groups = [
        (
            group,
            ink_class(group.colour) if group.colour else "",
            drawn_mark(f"{group.key}/", group.label, group.total, mark_address),
            [drawn(group, unit) for unit in group.units],
        )
        for group in chart.groups
    ]
    samples = [(sample.label, classes_of(sample.look)) for sample in chart.samples]
    many = any(len(group.units) > MANY for group in chart.groups)
    return filled("units.html", chart=chart, groups=groups, samples=samples, many=many)


def _unit(group: UnitGroup, unit: Unit, *, link_for: LinkFor, mark_address: MarkAddress) -> Drawn:
    page = link_for(*unit.row)
    key = "" if page else f"{group.key}/{unit.key}"
    address = page or mark_address(key)
    safe = address if is_safe_address(address) else ""
    return Drawn(unit.label, address=safe, key=key if safe else "", looks=classes_of(unit.look))
