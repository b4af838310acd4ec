"""What stands above and below every figure of a picture: finding and selection, sources, release and notices."""

from __future__ import annotations

from iurc_dash.addresses import PAGE_OF_TABLE
from iurc_dash.cautions import caution_text
from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import ArcMap
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.render.citing import say_licence
from iurc_dash.render.picture.room import BODY, LEAST, NOTE, Room
from iurc_dash.render.picture.shapes import Drawn, Line, one_below_the_other
from iurc_dash.render.picture.wrapping import evenly_wrapped, lines_drawn, wrapped
from iurc_dash.render.words import say_date

TITLE, PREVIEW_TITLE = 32.0, 40.0
MOST_LINES_OF_PREVIEW = 3
# What an exhibit is about, where it is about one thing whatever else is chosen.
SUBJECTS = {parameter for _page, parameter in PAGE_OF_TABLE.values()}


def head(room: Room) -> Drawn:
    """The question, the finding as a title, what more is said, and what was chosen."""
    exhibit, ground = room.exhibit, room.ground
    return one_below_the_other(
        (
            lines_drawn(wrapped(exhibit.question, room.width, NOTE), NOTE, ground.muted_text),
            lines_drawn(
                evenly_wrapped(exhibit.finding, room.width, TITLE, "heading"),
                TITLE,
                ground.text,
                face="heading",
                leading=1.2,
            ),
            lines_drawn(wrapped(exhibit.more, room.width, BODY), BODY, ground.text),
            lines_drawn(
                wrapped(selection_in_words(exhibit), room.width, NOTE, "strong"),
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
    release = room.exhibit.view.whole.release
    data = _("Data release {version} of {date}").format(version=release.version, date=say_date(release.date))
    said = " · ".join(filter(None, (_("IURC Cooperation Dashboard"), sources_in_words(room.exhibit), data)))
    return one_below_the_other(
        (
            Drawn((Line(((0, 0), (room.width, 0)), ground.muted_text),), 1),
            lines_drawn(wrapped(said, room.width, NOTE, "strong"), NOTE, ground.text, face="strong"),
            lines_drawn(wrapped(address, room.width, NOTE), NOTE, ground.accent),
            lines_drawn(
                wrapped(" ".join((*notices(room.exhibit), say_licence())), room.width, LEAST),
                LEAST,
                ground.muted_text,
            ),
        ),
        6,
    )


def preview_head(room: Room) -> Drawn:
    """The finding, as large as a small picture needs it."""
    lines = wrapped(room.exhibit.finding, room.width, PREVIEW_TITLE, "heading", MOST_LINES_OF_PREVIEW)
    return lines_drawn(lines, PREVIEW_TITLE, room.ground.text, face="heading", leading=1.15)


def preview_foot(room: Room) -> Drawn:
    """Whose it is, and what must be said with it."""
    name = _("IURC Cooperation Dashboard")
    said = wrapped(" ".join(notices(room.exhibit)), room.width, NOTE)
    return one_below_the_other(
        (
            lines_drawn((name,), BODY, room.ground.text, face="strong"),
            lines_drawn(said, NOTE, room.ground.muted_text),
        ),
        2,
    )


def selection_in_words(exhibit: Exhibit) -> str:
    """What was chosen, as a reader would say it; blank where it is about one thing and nothing was chosen."""
    if exhibit.view.selection.is_everything and SUBJECTS & set(exhibit.parameters):
        return ""
    return exhibit.view.in_words


def sources_in_words(exhibit: Exhibit) -> str:
    """'518 public sources'; blank where it rests on none."""
    count = len(exhibit.sources())
    return (
        ngettext("{count} public source", "{count} public sources", count).format(count=format_number(count))
        if count
        else ""
    )


def notices(exhibit: Exhibit) -> tuple[str, ...]:
    """What must be said wherever the figure stands."""
    independent = _("Independent work from public sources, not endorsed by the European Union.")
    return (independent, caution_text("boundaries")) if isinstance(exhibit.form, ArcMap) else (independent,)
