"""The land that flat maps are drawn on: one file a map, fetched by its address and kept by the browser."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from iurc_dash.addresses import SERVED_FOLDER
from iurc_dash.geography.flat_maps import FLAT_MAPS, HEIGHT, WIDTH, MapName

FOLDER = Path(__file__).resolve().parents[4] / "data" / "boundaries"
# What a file holds, each under this id: a drawing names one by `address#id`. Colours are the drawing's.
PARTS = ("land", "borders", "disputed")


@lru_cache(maxsize=len(FLAT_MAPS))
def land_file(name: MapName) -> str:
    """The land, borders and disputed borders of a flat map as an SVG document. Raises OSError without its file."""
    drawn = json.loads((FOLDER / f"land-{name}.json").read_text(encoding="utf-8"))
    paths = "".join(
        f'<path id="{part}" transform="scale({1 / drawn["steps"]:g})" vector-effect="non-scaling-stroke" '
        f'd="{drawn[part]}"/>'
        for part in PARTS
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{paths}</svg>'


@lru_cache(maxsize=len(FLAT_MAPS))
def land_address(name: MapName) -> str:
    """Where a page fetches the file; another address as soon as it holds something else."""
    return f"./{SERVED_FOLDER}/land-{name}.svg?made={crc32(land_file(name).encode()):08x}"
