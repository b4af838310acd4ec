"""An exhibit as a standalone drawing (SVG): finding, selection, figure, what it rests on, and how to come back.

Each form has a function that draws it with neutral shapes (shapes.py); `FIGURES` names them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from math import ceil
from typing import Any

from iurc_dash.colours import Theme
from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import (
    ArcMap,
    Bars,
    DotPlot,
    Facts,
    Flow,
    KeyFigures,
    Listing,
    Matrix,
    Prose,
    ShareGrid,
    Slope,
    TimeColumns,
    Timeline,
    TwoSides,
    UnitChart,
)
from iurc_dash.language import use_language
from iurc_dash.render.picture.bars import bars
from iurc_dash.render.picture.dots import dot_plot
from iurc_dash.render.picture.flow import flow
from iurc_dash.render.picture.frame import foot, head, preview_words
from iurc_dash.render.picture.key_figures import key_figures
from iurc_dash.render.picture.matrix import matrix
from iurc_dash.render.picture.reading import facts, listing, prose
from iurc_dash.render.picture.room import Room
from iurc_dash.render.picture.shapes import Box, Drawn, Inset, as_svg, moved, one_below_the_other, short
from iurc_dash.render.picture.share_grid import share_grid
from iurc_dash.render.picture.slope import slope
from iurc_dash.render.picture.time_columns import time_columns
from iurc_dash.render.picture.timeline import timeline
from iurc_dash.render.picture.two_sides import two_sides
from iurc_dash.render.picture.units import unit_chart
from iurc_dash.render.picture.world import arc_map

FIGURES: Mapping[type, Callable[[Room, Any], Drawn]] = {
    ArcMap: arc_map,
    Bars: bars,
    DotPlot: dot_plot,
    Facts: facts,
    Flow: flow,
    KeyFigures: key_figures,
    Listing: listing,
    Matrix: matrix,
    Prose: prose,
    ShareGrid: share_grid,
    Slope: slope,
    TimeColumns: time_columns,
    Timeline: timeline,
    TwoSides: two_sides,
    UnitChart: unit_chart,
}
WIDTH, MARGIN, BETWEEN = 1200, 48, 26
# What other sites show of a link to a page: pixels from side to side, and from top to bottom.
PREVIEW = (1200, 630)
MARGIN_OF_PREVIEW, WORDS_OF_PREVIEW = 44, 340
WIDTHS_OF_PREVIEW = (640, 728, 900, 1100)


def picture(exhibit: Exhibit, theme: Theme, width: int = WIDTH, address: str = "") -> str:
    """The exhibit as an SVG document `width` pixels wide and as high as it needs.

    `address` is the complete one that leads back to it; blank leaves it out. Sizes of letters do not depend on `width`.
    """
    with use_language(exhibit.view.language):
        shown = composed(exhibit, theme, width, address)
        return _document(exhibit, theme, shown, (width, shown.height))


def composed(exhibit: Exhibit, theme: Theme, width: int = WIDTH, address: str = "") -> Drawn:
    """The shapes of a picture, in the current language; their height is that of the whole document."""
    room = Room(exhibit, theme, width - 2 * MARGIN)
    parts = (head(room), _figure(room), foot(room, address))
    within = one_below_the_other(parts, BETWEEN)
    return Drawn(moved(within.shapes, MARGIN, MARGIN), ceil(within.height + 2 * MARGIN))


def preview(exhibit: Exhibit, theme: Theme) -> str:
    """The exhibit as an SVG document of the size PREVIEW: its finding, and its figure beside it, large."""
    width, height = PREVIEW
    tall, wide = height - 2 * MARGIN_OF_PREVIEW, width - 3 * MARGIN_OF_PREVIEW - WORDS_OF_PREVIEW
    with use_language(exhibit.view.language):
        words = preview_words(Room(exhibit, theme, WORDS_OF_PREVIEW), tall)
        # Drawn wider than it stands it is shown smaller, but may be less high.
        figures = [
            (drawn_wide, _figure(Room(exhibit, theme, drawn_wide))) for drawn_wide in WIDTHS_OF_PREVIEW
        ]
        drawn_wide, figure = max(
            figures, key=lambda one: min(wide / one[0], tall / one[1].height if one[1].height else 1)
        )
        left = 2 * MARGIN_OF_PREVIEW + WORDS_OF_PREVIEW
        inside = _svg("".join(map(as_svg, figure.shapes)), drawn_wide, figure.height or 1)
        shapes = (
            *moved(words.shapes, MARGIN_OF_PREVIEW, MARGIN_OF_PREVIEW),
            Inset(left, MARGIN_OF_PREVIEW, wide, tall, inside),
        )
        return _document(exhibit, theme, Drawn(shapes, height), PREVIEW)


def _figure(room: Room) -> Drawn:
    form = room.exhibit.form
    return FIGURES[type(form)](room, form) if form is not None else Drawn()


def _document(exhibit: Exhibit, theme: Theme, shown: Drawn, size: tuple[float, float]) -> str:
    width, height = size
    ground = Box(0, 0, width, height, Room(exhibit, theme, width).ground.background)
    said = f"<title>{escape(exhibit.finding)}</title><desc>{escape(exhibit.alt)}</desc>"
    return _svg(said + "".join(map(as_svg, (ground, *shown.shapes))), width, height)


def _svg(inside: str, width: float, height: float) -> str:
    size = f'width="{short(width)}" height="{short(height)}" viewBox="0 0 {short(width)} {short(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>{inside}</svg>'
