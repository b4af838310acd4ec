"""Numbered notes of a collected gap file: what was looked for, not found, contradictory or chosen."""

import re
from dataclasses import dataclass

_HEADING = re.compile(r"#{1,6}\s+(?P<title>.*)")
_BULLET = re.compile(r"- +(?P<text>.*)")
_NESTED_BULLET = re.compile(r"\s+- +(?P<text>.*)")


@dataclass(frozen=True)
class GapNote:
    """One top-level bullet or plain paragraph of a gap file.

    `number` counts the notes of the whole file from 1; `section` is the last heading before the note (blank
    before the first); `text` is the note in one line, without backticks, nested bullets included.
    """

    number: int
    section: str
    text: str


def read_gap_notes(text: str) -> list[GapNote]:
    """Read the notes of a gap file in the order they stand.

    `text` is Markdown. A note begins at a top-level "- " bullet, or at a plain line that follows the start of the
    file, a heading or a blank line. All other lines, nested bullets among them, belong to the note before.
    Never fails: a text without notes gives an empty list.
    """
    found: list[tuple[str, list[str]]] = []
    section = ""
    is_open = may_continue = False
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        if not line.strip():
            is_open = False
        elif heading := _HEADING.match(line):
            section, is_open, may_continue = plain_text(heading["title"]), False, False
        elif bullet:
            found.append((section, [bullet["text"]]))
            is_open = may_continue = True
        elif is_open or (may_continue and line[0].isspace()):
            # An indented line continues its note even after a blank line; a heading ends the note for good.
            nested = _NESTED_BULLET.match(line)
            found[-1][1].append(nested["text"] if nested else line)
        else:
            found.append((section, [line]))
            is_open = may_continue = True
    return [GapNote(i, title, plain_text(" ".join(lines))) for i, (title, lines) in enumerate(found, start=1)]


def plain_text(markdown: str) -> str:
    """Return the text without backticks and with every run of white space made one space."""
    return " ".join(markdown.replace("`", "").split())
