"""A drawing (SVG) as a picture of pixels (PNG).

The rasteriser works in a process of its own: while it draws it would keep all other threads of this one waiting, and
a process can be bounded in time and memory (docs/decisions/rasteriser.md).
"""

from __future__ import annotations

import math
import re
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore

from iurc_dash.render.png.letters import letters

DRAWING = Path(__file__).with_name("drawing.py")
MOST_PIXELS = 40_000_000
SECONDS, MEGABYTES = 20, 2_000
# Who comes while so many are drawn waits, and no longer than one may take.
AT_ONCE = 2
_SIZE = re.compile(r'<svg\b[^>]*? width="([\d.]+)" height="([\d.]+)"')
# The rasteriser would open any file that such an element names.
_PICTURES_OF_OTHERS = re.compile(r"<(\w+:)?(image|feImage)\b", re.IGNORECASE)
_free = BoundedSemaphore(AT_ONCE)


class NotDrawnError(Exception):
    """A picture could not be drawn within its bounds."""


def png(svg: str, scale: float = 2) -> bytes:
    """A document of ours that states its size, `scale` pixels for each of its own, fewer where it is very large.

    Raises NotDrawnError where that takes too long, or too many are asked for at once, ValueError for a document that
    is none of ours.
    """
    if _PICTURES_OF_OTHERS.search(svg):
        raise ValueError("A drawing shows no picture of a file.")
    found = _SIZE.match(svg)
    if found is None:
        raise ValueError("The drawing does not state its size.")
    width, height = map(float, found.groups())
    zoom = min(scale, math.sqrt(MOST_PIXELS / max(1.0, width * height)))
    ours = letters()
    # Signs of other scripts come from the machine's own fonts, which takes a moment to look through.
    others = "others" if set(svg) - ours.signs - set("\n") else "ours"
    command = [sys.executable, "-P", str(DRAWING), f"{zoom:.4f}", str(SECONDS), str(MEGABYTES), others]
    if not _free.acquire(timeout=SECONDS):
        raise NotDrawnError("too many pictures at once")
    try:
        done = subprocess.run(
            [*command, *map(str, ours.files)],
            input=svg.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotDrawnError("took too long") from error
    finally:
        _free.release()
    if done.returncode or not done.stdout:
        raise NotDrawnError(done.stderr.decode(errors="replace").strip()[-500:])
    return done.stdout
