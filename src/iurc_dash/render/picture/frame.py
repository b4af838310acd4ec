"""What stands above and below every figure of a picture: finding and selection, sources, release and notices."""

from __future__ import annotations

from iurc_dash.language import _
from iurc_dash.render.citing import say_licence, say_notices, say_origin, say_selection
from iurc_dash.render.picture.room import BODY, LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Drawn, Line, moved, one_below_the_other
from iurc_dash.render.picture.wrapping import ELLIPSIS, evenly_wrapped, lines_drawn, wrapped

TITLE, LEADING_OF_TITLES = 32.0, 1.2
# From the size that is wished for to the one that everything fits in.
PREVIEW_TITLES = (42.0, 37.0, 32.0, 28.0, 24.0)


def head(room: Room) -> Drawn:
    """The question, the finding as a title, what more is said, what was chosen, and what is counted."""
    exhibit, ground = room.exhibit, room.ground
    unit = getattr(exhibit.form, "unit", "")
    of_what = (say_selection(exhibit), _("What is counted: {unit}").format(unit=unit) if unit else "")
    return one_below_the_other(
        (
            lines_drawn(wrapped(exhibit.question, room.width, NOTE), NOTE, ground.muted_text),
            lines_drawn(
                evenly_wrapped(exhibit.finding, room.width, TITLE, "heading"),
                TITLE,
                ground.text,
                face="heading",
                leading=LEADING_OF_TITLES,
            ),
            lines_drawn(wrapped(exhibit.more, room.width, BODY), BODY, ground.text),
            lines_drawn(
                wrapped(" · ".join(filter(None, of_what)), room.width, NOTE, "strong"),
                NOTE,
                ground.muted_text,
                face="strong",
            ),
        ),
        8,
    )


def foot(room: Room, address: str) -> Drawn:
    """On how many sources it rests, which data it is, where to find it again, and what must be said with it."""
    ground = room.ground
    said = say_origin(room.exhibit)
    return one_below_the_other(
        (
            Drawn((Line(((0, 0), (room.width, 0)), ground.muted_text),), 1),
            lines_drawn(wrapped(said, room.width, NOTE, "strong"), NOTE, ground.text, face="strong"),
            lines_drawn(wrapped(address, room.width, NOTE), NOTE, ground.accent),
            lines_drawn(
                wrapped(" ".join((*say_notices(room.exhibit), say_licence())), room.width, LEAST),
                LEAST,
                ground.muted_text,
            ),
        ),
        6,
    )


def preview_words(room: Room, height: float) -> Drawn:
    """The finding as large as it fits above whose it is and what must be said with it, in a column of this height."""
    ground = room.ground
    whose = one_below_the_other(
        (
            lines_drawn(
                wrapped(_("IURC Cooperation Dashboard"), room.width, BODY, "strong"),
                BODY,
                ground.text,
                face="strong",
            ),
            lines_drawn(
                wrapped(" ".join(say_notices(room.exhibit)), room.width, LEAST), LEAST, ground.muted_text
            ),
        ),
        4,
    )
    left_over = height - whose.height - BODY
    for size in PREVIEW_TITLES:
        most = int(left_over // (size * LEADING_OF_TITLES))
        lines = wrapped(room.exhibit.finding, room.width, size, "heading", most)
        if not lines or not lines[-1].endswith(ELLIPSIS):
            break
    title = lines_drawn(lines, size, ground.text, face="heading", leading=LEADING_OF_TITLES)
    return Drawn((*title.shapes, *moved(whose.shapes, 0, height - whose.height)), height)
