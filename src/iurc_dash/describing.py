"""What a figure shows, in words, for those who do not see it: made from its form, never written by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from iurc_dash.forms import (
    ArcMap,
    Bars,
    DotPlot,
    Flow,
    Form,
    KeyFigures,
    Matrix,
    ShareGrid,
    Slope,
    TimeColumns,
    Timeline,
    TwoSides,
    UnitChart,
)
from iurc_dash.language import (
    _,
    format_entries,
    format_entry,
    format_names,
    format_number,
    format_parts,
    format_share,
)
from iurc_dash.quantities import Quantity, Share


def describe(finding: str, form: Form | None) -> str:
    """The finding, and the main numbers of the figure after it."""
    said = ""
    match form:
        case KeyFigures():
            said = format_entries(
                _("{label}: {value} ({parts})").format(
                    label=figure.label,
                    value=say_quantity(figure.value),
                    parts=_pairs(
                        (phase.label, part) for phase, part in zip(form.phases, figure.parts, strict=True)
                    ),
                )
                if figure.parts
                else _pairs([(figure.label, figure.value)])
                for figure in form.figures
            )
        case Bars():
            said = format_entries(_bar(form, place) for place in range(len(form.axis.categories)))
        case UnitChart():
            said = _pairs((group.label, group.total) for group in form.groups)
        case ShareGrid():
            said = format_entries(
                format_entry(
                    row.label,
                    format_parts(
                        format_entry(column.label, say_part(value))
                        for column, value in zip(form.columns.categories, values, strict=True)
                        if value is not None
                    ),
                )
                for row, values in zip(form.rows.categories, form.values, strict=True)
            )
        case Flow():
            said = format_entries(
                format_entry(
                    stage.label,
                    _pairs((node.label, node.count) for node in form.nodes if node.stage == place),
                )
                for place, stage in enumerate(form.stages.categories)
            )
        case Slope():
            said = format_entries(
                format_entry(
                    line.label,
                    _pairs(
                        (end.label, share)
                        for end, share in zip(form.ends, (line.first, line.last), strict=True)
                    ),
                )
                for line in form.lines
            )
        case DotPlot():
            said = format_entries(
                format_entry(
                    row.label,
                    format_parts(
                        format_entry(
                            dot.label,
                            say_part(dot.value) if isinstance(dot.value, Share) else say_quantity(dot.value),
                        )
                        for dot in row.dots
                    ),
                )
                for row in form.rows
            )
        case Matrix():
            said = _pairs(
                (row.label, total) for row, total in zip(form.rows.categories, form.row_totals, strict=True)
            )
        case TimeColumns():
            said = format_entries(
                format_entry(
                    category.label,
                    _pairs(
                        (series.label, series.values[place])
                        for series in (*form.series, *form.below)
                        if series.values[place]
                    ),
                )
                for place, category in enumerate(form.axis.categories)
                if form.totals[place]
            )
        case Timeline():
            lanes = Counter(span.lane for span in form.spans)
            said = format_parts(
                format_entry(lane.label, format_number(lanes[lane.key])) for lane in form.lanes
            )
        case TwoSides():
            said = format_entries(
                (
                    *(
                        format_parts((place.label, *place.notes, place.others_label))
                        for side in form.sides
                        for place in side
                    ),
                    format_parts((form.label, *form.notes)),
                )
            )
        case ArcMap():
            said = _describe_map(form)
    return (
        _("{finding} {numbers}.").format(finding=finding, numbers=said.removesuffix(".")) if said else finding
    )


def say_quantity(quantity: Quantity | None) -> str:
    """A quantity as a reader sees it: '1,204', '34%', or a dash where there can be none."""
    value = quantity.value if quantity is not None else None
    if value is None:
        return _("–")
    if isinstance(quantity, Share):
        return format_share(float(value))
    return value if isinstance(value, str) else format_number(value)


def say_part(share: Share) -> str:
    """A share as the counts it is of: '34 of 75'."""
    return _("{part} of {whole}").format(
        part=format_number(share.part.value), whole=format_number(share.whole.value)
    )


def _bar(form: Bars, place: int) -> str:
    label = form.axis.categories[place].label
    parts = [(series.label, series.values[place]) for series in form.series]
    if len(parts) == 1:
        return format_entry(label, say_quantity(parts[0][1]))
    return (
        _("{label}: {value} ({parts})").format(
            label=label, value=say_quantity(form.totals[place]), parts=_pairs(parts)
        )
        if form.totals
        else format_entry(label, _pairs(parts))
    )


def _describe_map(form: ArcMap) -> str:
    colours = Counter(pairing.colour for pairing in form.pairings)
    said = [format_entry(entry.label, format_number(colours[entry.colour])) for entry in form.legend]
    if form.unplaced:
        said.append(_("not on the map: {places}").format(places=format_names(form.unplaced)))
    return format_entries(said)


def _pairs(pairs: Iterable[tuple[str, Quantity | None]]) -> str:
    return format_parts(format_entry(label, say_quantity(quantity)) for label, quantity in pairs)
