"""A Flow in a picture: nodes at each stage, named and counted, and bands between them."""

from __future__ import annotations

from iurc_dash.colours import colour
from iurc_dash.describing import say_quantity
from iurc_dash.forms import Flow
from iurc_dash.language import format_entry
from iurc_dash.render.ink import mix
from iurc_dash.render.picture.room import LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Anchor, Area, Box, Drawn, Point, Shape
from iurc_dash.render.picture.wrapping import LEADING, lines_drawn, lines_level_with, wrapped
from iurc_dash.render.svg.flow_layout import HEIGHT, WIDTH, PlacedBand, PlacedNode, flow_layout

NODE, BESIDE = 12.0, 7.0
# Bands are so much of their colour over the ground; each side of one is drawn in so many steps.
STRENGTH, STEPS = 0.28, 24


def flow(room: Room, form: Flow) -> Drawn:
    """The names of the stages, and below them what goes from one to the next."""
    layout = flow_layout(form)
    stages = len(form.stages.categories)
    apart = room.width / max(1, stages - 1)
    head = 0.0
    shapes: list[Shape] = []
    for at, stage in enumerate(form.stages.categories):
        lines = wrapped(stage.label, room.width / stages - 2 * BESIDE, NOTE, "strong")
        anchor: Anchor = "start" if not at else "end" if at == stages - 1 else "middle"
        drawn = lines_drawn(lines, NOTE, room.ground.text, face="strong", x=at * apart, anchor=anchor)
        shapes += drawn.shapes
        head = max(head, drawn.height)
    head += NOTE * LEADING / 2
    colours = {node.key: colour(node.colour, room.theme) for node in form.nodes}
    for band in layout.bands:
        fill = mix(room.ground.background, colours[band.band.target], STRENGTH)
        shapes.append(Area(_outline(band, room.width, head), fill))
    for node in layout.nodes:
        shapes += _node(room, node, stages - 1, head, colours[node.node.key])
    return Drawn(tuple(shapes), head + HEIGHT + LEAST)


def _node(room: Room, placed: PlacedNode, last: int, head: float, ink: str) -> list[Shape]:
    node, x = placed.node, placed.across / WIDTH * room.width
    shift = 0.0 if not node.stage else NODE if node.stage == last else NODE / 2
    said = format_entry(node.label, say_quantity(node.count))
    room_beside = room.width / (last + 1) / 2 if last else room.width
    lines = wrapped(said, room_beside, LEAST, most=1)
    is_last = node.stage == last
    beside = x - shift - BESIDE if is_last else x + NODE - shift + BESIDE
    label = lines_level_with(
        head + placed.label, lines, LEAST, room.ground.text, x=beside, anchor="end" if is_last else "start"
    )
    return [Box(x - shift, head + placed.top, NODE, max(1.5, placed.height), ink), *label]


def _outline(placed: PlacedBand, width: float, head: float) -> tuple[Point, ...]:
    """The outline of a band: along its upper side, and back along its lower one."""
    left, right = placed.left / WIDTH * width, placed.right / WIDTH * width
    upper = []
    for step in range(STEPS + 1):
        t = step / STEPS
        # The curve whose ends are level, as flow_layout draws it.
        across = left + (right - left) * (1.5 * t * (1 - t) ** 2 + 1.5 * t**2 * (1 - t) + t**3)
        down = placed.start + (placed.end - placed.start) * (3 * t**2 * (1 - t) + t**3)
        upper.append((across, head + down))
    return (*upper, *((x, y + placed.height) for x, y in reversed(upper)))
