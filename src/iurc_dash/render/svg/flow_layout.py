"""Where the nodes and bands of a flow stand: pixels from the top, shares of the width from the left."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.forms import Flow, FlowBand, FlowNode
from iurc_dash.render.svg.geometry import short
from iurc_dash.render.svg.spreading import spread

HEIGHT, GAP, LABEL_DISTANCE = 320.0, 18.0, 18.0
# Bands are drawn in a box so wide, which is stretched to the width that there is.
WIDTH = 100.0


@dataclass(frozen=True)
class PlacedNode:
    """A node: its share of the width, its top and height, and the middle of its label."""

    node: FlowNode
    across: float
    top: float
    height: float
    label: float


@dataclass(frozen=True)
class PlacedBand:
    """A band and its outline as path data in a box WIDTH wide."""

    band: FlowBand
    path: str


@dataclass(frozen=True)
class FlowLayout:
    """The nodes and the bands between them."""

    nodes: tuple[PlacedNode, ...]
    bands: tuple[PlacedBand, ...]


def flow_layout(form: Flow) -> FlowLayout:
    """Nodes of a stage one below the other, as high as they count; bands leave and arrive in their order."""
    stages = range(len(form.stages.categories))
    of_stage = [[node for node in form.nodes if node.stage == stage] for stage in stages]
    room = max((sum(node.count.value for node in nodes) for nodes in of_stage), default=0) or 1
    most = max(map(len, of_stage), default=1)
    pixel = (HEIGHT - GAP * (most - 1)) / room
    placed: dict[str, PlacedNode] = {}
    for stage, nodes in enumerate(of_stage):
        tops, at = [], 0.0
        for node in nodes:
            tops.append(at)
            at += node.count.value * pixel + GAP
        middles = [top + node.count.value * pixel / 2 for top, node in zip(tops, nodes, strict=True)]
        labels = spread(middles, LABEL_DISTANCE, 0, HEIGHT)
        across = WIDTH * stage / max(1, len(of_stage) - 1)
        for node, top, label in zip(nodes, tops, labels, strict=True):
            placed[node.key] = PlacedNode(node, across, top, node.count.value * pixel, label)
    return FlowLayout(tuple(placed.values()), tuple(_bands(form, placed, pixel)))


def _bands(form: Flow, placed: dict[str, PlacedNode], pixel: float) -> list[PlacedBand]:
    order = {key: place for place, key in enumerate(placed)}
    leaves = {key: node.top for key, node in placed.items()}
    arrives = dict(leaves)
    paths: dict[int, tuple[float, float]] = {}
    # What leaves stands in the order of where it goes, what arrives in that of where it comes from.
    for at in sorted(range(len(form.bands)), key=lambda at: order[form.bands[at].target]):
        band = form.bands[at]
        paths[at] = (leaves[band.source], 0.0)
        leaves[band.source] += band.count.value * pixel
    for at in sorted(range(len(form.bands)), key=lambda at: order[form.bands[at].source]):
        band = form.bands[at]
        paths[at] = (paths[at][0], arrives[band.target])
        arrives[band.target] += band.count.value * pixel
    return [
        PlacedBand(
            band,
            _outline(
                placed[band.source].across, placed[band.target].across, *paths[at], band.count.value * pixel
            ),
        )
        for at, band in enumerate(form.bands)
    ]


def _outline(left: float, right: float, start: float, end: float, height: float) -> str:
    """A band as high at both ends, which leaves and arrives level."""
    x, y, middle = short(left), short(right), short((left + right) / 2)
    return (
        f"M{x} {short(start)}C{middle} {short(start)} {middle} {short(end)} {y} {short(end)}"
        f"V{short(end + height)}C{middle} {short(end + height)} {middle} {short(start + height)} {x} "
        f"{short(start + height)}Z"
    )
