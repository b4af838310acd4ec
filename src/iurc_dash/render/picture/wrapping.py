"""Text in lines that fit a width, as measured in its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iurc_dash.render.fonts import Face, measured
from iurc_dash.render.picture.shapes import ASCENT, Anchor, Drawn, Text

LEADING = 1.3
# How far below the middle of a row its base line lies, as a part of the letters' size.
LEVEL = 0.34
ELLIPSIS = "…"
# No word that is shown is longer; what is cut off is in the table file.
LONGEST_WORD = 200


def wrapped(text: str, width: float, size: float, face: Face = "text", most: int = 1000) -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken within a word only where a word is too wide by itself.

    What does not fit into `most` lines is cut, which an ellipsis says. A blank text has no line.
    """
    lines: list[str] = []
    for line in _filled(text, width, size, face):
        if len(lines) == most:
            return (*lines[:-1], _cut(lines[-1], width, size, face))
        lines.append(line)
    return tuple(lines)


def evenly_wrapped(text: str, width: float, size: float, face: Face) -> tuple[str, ...]:
    """The text in as few lines as `wrapped` needs, all about equally long, as a title is set."""
    count = len(wrapped(text, width, size, face))
    least, most = width / 2, width
    while most - least > 4 and count > 1:
        middle = (least + most) / 2
        least, most = (least, middle) if len(wrapped(text, middle, size, face)) <= count else (middle, most)
    return wrapped(text, most, size, face)


def lines_drawn(
    lines: Sequence[str],
    size: float,
    ink: str,
    *,
    face: Face = "text",
    x: float = 0,
    anchor: Anchor = "start",
    leading: float = LEADING,
) -> Drawn:
    """Lines one below the other."""
    step = size * leading
    first = (step - size) / 2 + ASCENT * size
    return Drawn(
        tuple(
            Text(x, first + step * at, line, size, ink, face, anchor) for at, line in enumerate(lines) if line
        ),
        step * len(lines),
    )


def lines_level_with(
    middle: float,
    lines: Sequence[str],
    size: float,
    ink: str,
    *,
    face: Face = "text",
    x: float = 0,
    anchor: Anchor = "start",
) -> tuple[Text, ...]:
    """Lines one below the other, small letters of all together as high above a level as below it."""
    step = size * LEADING
    first = middle - (len(lines) - 1) * step / 2 + LEVEL * size
    return tuple(Text(x, first + at * step, line, size, ink, face, anchor) for at, line in enumerate(lines))


def widest_line(lines: Sequence[str], size: float, face: Face = "text") -> float:
    """The width of the widest of the lines."""
    return max((measured(line, size, face) for line in lines), default=0)


def _filled(text: str, width: float, size: float, face: Face) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if measured(longer, size, face) <= width:
            line = longer
            continue
        if line:
            yield line
        *pieces, line = _broken(word[:LONGEST_WORD], width, size, face)
        yield from pieces
    if line:
        yield line


def _broken(word: str, width: float, size: float, face: Face) -> list[str]:
    """A word in pieces that fit; a single letter always fits."""
    pieces = [""]
    for letter in word if measured(word, size, face) > width else (word,):
        if pieces[-1] and measured(pieces[-1] + letter, size, face) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, width: float, size: float, face: Face) -> str:
    while line and measured(line + ELLIPSIS, size, face) > width:
        line = line[:-1]
    return line.rstrip(" ,;:–-") + ELLIPSIS
