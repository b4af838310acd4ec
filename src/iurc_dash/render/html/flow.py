"""Flows: nodes at each stage and bands between them, every one of which opens its rows."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.forms import Flow
from iurc_dash.language import _, format_parts
from iurc_dash.render.html.filling import filled
from iurc_dash.render.html.marks import Drawn, MarkAddress, drawn_mark
from iurc_dash.render.ink import ink_class
from iurc_dash.render.svg.flow_layout import HEIGHT, PlacedNode, flow_layout
from iurc_dash.render.svg.geometry import short

# Pixels above the nodes for the names of stages.
HEAD = 30.0
NODE = 12.0


@dataclass(frozen=True)
class DrawnNode:
    """A node: where it stands, its label beside it and on which side of it, and its mark."""

    x: str
    shift: str
    beside: str
    y: str
    height: str
    label: str
    label_at: str
    side: str
    mark: Drawn


def flow_html(form: Flow, mark_address: MarkAddress) -> str:
    """The flow; where there is no room for names beside the nodes, they stand in a list below it."""
    layout = flow_layout(form)
    names = {node.key: node for node in form.nodes}
    last = len(form.stages.categories) - 1
    stages = [category.label for category in form.stages.categories]
    bands = []
    for placed in layout.bands:
        band, source, target = placed.band, names[placed.band.source], names[placed.band.target]
        label = _("{source} to {target}").format(
            source=format_parts((source.label, stages[source.stage])),
            target=format_parts((target.label, stages[target.stage])),
        )
        mark = drawn_mark(
            f"{band.source}/{band.target}", label, band.count, mark_address, ink_class(target.colour)
        )
        bands.append((placed.path, mark))
    nodes = [_node(placed, stages, last, mark_address) for placed in layout.nodes]
    return filled(
        "flow.html",
        form=form,
        bands=bands,
        nodes=nodes,
        listed=[
            (
                label,
                [node for node, placed in zip(nodes, layout.nodes, strict=True) if placed.node.stage == at],
            )
            for at, label in enumerate(stages)
        ],
        stages=[
            (
                f"{100 * place / last if last else 0:g}%",
                "start" if not place else "end" if place == last else "middle",
                label,
            )
            for place, label in enumerate(stages)
        ],
        head=short(HEAD),
        band_height=short(HEIGHT),
        height=short(HEAD + HEIGHT + 4),
    )


def _node(placed: PlacedNode, stages: list[str], last: int, mark_address: MarkAddress) -> DrawnNode:
    node = placed.node
    is_last = node.stage == last
    shift = 0.0 if not node.stage else NODE if is_last else NODE / 2
    mark = drawn_mark(
        node.key,
        format_parts((node.label, stages[node.stage])),
        node.count,
        mark_address,
        ink_class(node.colour),
    )
    return DrawnNode(
        x=f"{placed.across:g}%",
        shift=short(-shift),
        beside=short(-shift - 7 if is_last else NODE - shift + 7),
        y=short(HEAD + placed.top),
        height=short(max(placed.height, 1.5)),
        label=node.label,
        label_at=short(HEAD + placed.label),
        side="before" if is_last else "after",
        mark=mark,
    )
