"""An ArcMap in a picture: the drawn map of render/svg, what its colours mean, and what is not on it."""

from __future__ import annotations

import re

from iurc_dash.forms import ArcMap
from iurc_dash.language import _, format_names
from iurc_dash.render.picture.legend import Entry, legend, sample_box
from iurc_dash.render.picture.room import NOTE, Room
from iurc_dash.render.picture.shapes import Circle, Drawn, Inset, one_below_the_other
from iurc_dash.render.picture.wrapping import lines_drawn, wrapped
from iurc_dash.render.svg import MOST_NAMES, map_picture

GAP = 12.0
# The map is drawn this much larger than it stands beside text, its dots and names too.
LARGER = 1.25


def arc_map(room: Room, form: ArcMap) -> Drawn:
    """The whole world, or close in where the places are few."""
    few = 0 < len(form.places) <= MOST_NAMES
    drawn = map_picture(form, room.theme, width=round(room.width / LARGER), labels=few, fit=few)
    # Its frame here cuts it anyway; a rasteriser would lay out the whole world first, however large.
    drawn = drawn.replace(' clip-path="url(#c)"', "")
    _left, _top, wide, tall = map(float, _VIEW_BOX.search(drawn).group(1).split())  # type: ignore[union-attr]
    height = room.width * tall / wide
    unplaced = (
        _("Not on the map: {places}.").format(places=format_names(form.unplaced)) if form.unplaced else ""
    )
    return one_below_the_other(
        (
            Drawn((Inset(0, 0, room.width, height, drawn),), height),
            legend(room, [*_ends(room), *(_line(room, entry.colour, entry.label) for entry in form.legend)]),
            lines_drawn(wrapped(unplaced, room.width, NOTE), NOTE, room.ground.muted_text),
        ),
        GAP,
    )


_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')


def _line(room: Room, key: str, label: str) -> Entry:
    return Entry(sample_box(room.theme, key), label)


def _ends(room: Room) -> tuple[Entry, Entry]:
    """The marks of both sides, as the map draws them."""
    ink, ground = room.ground.text, room.ground.background
    return (
        Entry((Circle(0, 0, 5, ink),), _("place on the EU side")),
        Entry((Circle(0, 0, 4.2, ground, ink, 2),), _("place on the partner side")),
    )
