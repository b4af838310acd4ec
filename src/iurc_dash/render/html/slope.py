"""Slopes: shares at two times joined by lines, named at both ends; where there is no room, dots of each line."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.forms import Dot, DotPlot, DotRow, Look, Sample, Slope, SlopeLine
from iurc_dash.language import format_parts
from iurc_dash.render.html.dots import dots_drawn
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, MarkAddress, drawn_mark
from iurc_dash.render.svg.geometry import short
from iurc_dash.render.svg.slope_layout import slope_layout


@dataclass(frozen=True)
class DrawnEnd:
    """An end of a line: the middles of the line's end and of its label, in pixels, and the mark."""

    at: str
    label_at: str
    mark: Drawn


def slope_html(form: Slope, mark_address: MarkAddress) -> str:
    """The slope, and beside it the same as dots; a page shows the one that it has room for (figures.css)."""
    layout = slope_layout(form)
    lines = [
        (line, _end(form, line, 0, place, mark_address), _end(form, line, 1, place, mark_address))
        for line, place in zip(form.lines, zip(layout.ends, layout.labels, strict=True), strict=True)
    ]
    # What moved is drawn over what did not.
    lines.sort(key=lambda drawn: drawn[0].moved)
    wholes = [
        drawn_mark(f"/{end.key}", end.label, whole, mark_address)
        for end, whole in zip(form.ends, form.wholes, strict=True)
    ]
    return filled(
        "slope.html",
        form=form,
        lines=lines,
        height=short(layout.height),
        heads=list(zip(form.ends, wholes, strict=True)),
        **dots_drawn(_as_dots(form), mark_address),
    )


def _end(
    form: Slope,
    line: SlopeLine,
    side: int,
    place: tuple[tuple[float, float], tuple[float, float]],
    mark_address: MarkAddress,
) -> DrawnEnd:
    ends, labels = place
    end, share = form.ends[side], (line.first, line.last)[side]
    mark = drawn_mark(f"{line.key}/{end.key}", format_parts((line.label, end.label)), share, mark_address)
    return DrawnEnd(short(ends[side]), short(labels[side]), mark)


def _as_dots(form: Slope) -> DotPlot:
    looks = (Look("neutral", "outlined"), Look("accent"))
    rows = tuple(
        DotRow(
            line.key,
            line.label,
            tuple(
                Dot(end.key, end.label, share, look)
                for end, share, look in zip(form.ends, (line.first, line.last), looks, strict=True)
            ),
        )
        for line in sorted(form.lines, key=lambda line: -(line.first.value or 0.0))
    )
    samples = tuple(Sample(look, end.label) for end, look in zip(form.ends, looks, strict=True))
    return DotPlot(form.title, rows, form.unit, samples)
