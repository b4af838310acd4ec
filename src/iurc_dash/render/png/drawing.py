"""The process that draws one picture: SVG comes in, PNG goes out. Run by its path, so that it starts at once.

Arguments: pixels for each of the drawing's own, seconds, megabytes, 'others' where fonts of the machine are needed,
and the files of our fonts.
"""

from __future__ import annotations

import os
import resource
import sys


def main(zoom: str, seconds: str, megabytes: str, others: str, *fonts: str) -> None:
    """Draw what comes in, within the bounds."""
    memory = int(megabytes) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    # Pages go first.
    os.nice(5)
    import resvg_py

    drawn = resvg_py.svg_to_bytes(
        svg_string=sys.stdin.buffer.read().decode(),
        zoom=float(zoom),
        font_files=list(fonts),
        skip_system_fonts=others != "others",
        sans_serif_family="SourceSans3VF",
        serif_family="Source Serif 4 Variable",
    )
    sys.stdout.buffer.write(drawn)


if __name__ == "__main__":
    main(*sys.argv[1:])
