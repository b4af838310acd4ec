"""Dot plots: the dots of each row on one scale and joined, with what they say beside the outer ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from iurc_dash.describing import say_part
from iurc_dash.forms import Dot, DotPlot, DotRow
from iurc_dash.language import format_entry, format_number, format_parts, format_share
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.quantities import Share, amount
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, MarkAddress, classes_of, drawn_mark
from iurc_dash.render.html.scales import percent, round_scale


@dataclass(frozen=True)
class DrawnDot:
    """A dot: where it stands, whether it is a ring around others, the side its text stands on, blank for none."""

    at: str
    mark: Drawn
    is_ring: bool
    side: str


def dot_plot_html(plot: DotPlot, mark_address: MarkAddress) -> str:
    """A row for each thing: its label, its dots on the common scale, and what is said of it."""
    return filled("dots.html", **dots_drawn(plot, mark_address))


def dots_drawn(plot: DotPlot, mark_address: MarkAddress) -> dict[str, Any]:
    """What the template of dots is filled with."""
    say = format_share if plot.of_shares else format_number
    top, ticks = round_scale(plot.highest, say, whole=not plot.of_shares)
    rows = [(row, *_ends(row, top), _dots(row, top, mark_address)) for row in plot.rows]
    samples = [(sample.label, classes_of(sample.look)) for sample in plot.samples]
    has_notes = any(row.note for row in plot.rows)
    return {"rows": rows, "ticks": ticks, "samples": samples, "has_notes": has_notes}


def _dots(row: DotRow, top: float, mark_address: MarkAddress) -> list[DrawnDot]:
    """Rings first, so that what they surround is drawn on them and can be pointed at."""
    places = [amount(dot.value) for dot in row.dots]
    left, right = (
        (places.index(min(places)), len(places) - 1 - places[::-1].index(max(places))) if places else (0, 0)
    )
    drawn = [
        DrawnDot(
            percent(place, top),
            _mark(row, dot, mark_address),
            dot.look.texture == "outlined",
            "after" if at == right else "before" if at == left and place < max(places) else "",
        )
        for at, (dot, place) in enumerate(zip(row.dots, places, strict=True))
    ]
    return sorted(drawn, key=lambda dot: not dot.is_ring)


def _mark(row: DotRow, dot: Dot, mark_address: MarkAddress) -> Drawn:
    label = format_parts((row.label, dot.label))
    mark = drawn_mark(f"{row.key}/{dot.key}", label, dot.value, mark_address, classes_of(dot.look))
    if not isinstance(dot.value, Share) or may_be_told_as_share(dot.value):
        return mark
    # A share of few is told by its numbers.
    said = say_part(dot.value)
    return replace(mark, text=said, words=format_entry(label, said))


def _ends(row: DotRow, top: float) -> tuple[str, str]:
    """Where the line that joins the dots begins and ends."""
    places = [amount(dot.value) for dot in row.dots] or [0.0]
    return percent(min(places), top), percent(max(places), top)
