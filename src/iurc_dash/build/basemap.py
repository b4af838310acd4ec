"""The files that maps are drawn on, made from the country boundaries in `data/boundaries/`.

Runs when the project is built, never when a page is shown: the interactive map reads the finished files from `static/`.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from iurc_dash.build.boundaries import (
    Ring,
    Topology,
    border_lines,
    country_shapes,
    polygon_parts,
    polygon_shape,
    read_topology,
)
from iurc_dash.build.flat_land import land_documents
from iurc_dash.geography.projection import PICTURE_FRAME

SOURCE_NAME = "world.topojson"
CRS = "EPSG:4326"
OUTLINE_NAME = "outline.json"

# Two or three pixels at the closest zoom that the map allows; nothing at the scale of the world.
DECIMALS = 2
SIMPLIFY_DEGREES = 0.025
ISLAND_SQUARE_DEGREES = 0.004
# The picture is shown at less than half its width of 1000 units, so a unit is half a pixel.
OUTLINE_SIMPLIFY_UNITS = 1.0
OUTLINE_ISLAND_SQUARE_UNITS = 4.0


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme's basemap, as CSS writes them."""

    sea: str
    land: str
    border: str
    coast: str


PALETTES = {
    "light": Palette(sea="#EAF0F4", land="#FBFAF7", border="#C9CFD3", coast="#D3DADF"),
    "dark": Palette(sea="#0F1720", land="#1E2A35", border="#33424F", coast="#2B3945"),
}


def basemap_files(source_dir: Path, base_path: str = "") -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Files for the interactive map, and the land of the drawn ones, by name; the same source gives the same bytes.

    source_dir: holds `world.topojson`. base_path: the path the dashboard is served under, if not the root. The first
    are `world-<hash>.json`, `style-light.json` and `style-dark.json`, the second `outline.json` and one
    `land-<map>.json` for each flat map. Raises FileNotFoundError without the source.
    """
    topology = read_topology(source_dir / SOURCE_NAME)
    world = _to_json(world_features(topology)).encode("utf-8")
    world_name = f"world-{hashlib.sha256(world).hexdigest()[:8]}.json"
    ground = {world_name: world}
    for theme, palette in PALETTES.items():
        style = map_style(theme, palette, f"{base_path}/app/static/{world_name}")
        ground[f"style-{theme}.json"] = (json.dumps(style, indent=1) + "\n").encode("utf-8")
    drawn = {OUTLINE_NAME: picture_outline(topology)} | land_documents(topology)
    return ground, {name: _to_json(document).encode("utf-8") for name, document in drawn.items()}


def world_features(topology: Topology) -> dict[str, Any]:
    """GeoJSON for the interactive map: one feature a kind (land, lake, border, disputed), two decimals, fixed order."""
    simple = Topology(_simplified(topology.arcs), topology.countries, topology.lakes)
    areas = gpd.GeoSeries(country_shapes(simple), crs=CRS)
    lakes = gpd.GeoSeries(
        [polygon_shape(simple.arcs, rings) for lake in simple.lakes for rings in lake], crs=CRS
    )
    border, disputed = border_lines(simple)
    shapes = {
        "land": _without_islands(areas.union_all(method="unary", grid_size=10**-DECIMALS)),
        "lake": lakes.union_all(),
        "border": border,
        "disputed": disputed,
    }
    ordered = [shapely.set_precision(shape, 10**-DECIMALS).normalize() for shape in shapes.values()]
    frame = gpd.GeoDataFrame({"kind": list(shapes)}, geometry=ordered, crs=CRS)
    rounded: dict[str, Any] = json.loads(
        frame.to_json(drop_id=True), parse_float=lambda number: round(float(number), DECIMALS)
    )
    return rounded


def map_style(name: str, palette: Palette, world_address: str) -> dict[str, Any]:
    """A map style that needs no fonts, no symbols and nothing from another host.

    world_address: where the browser finds the GeoJSON of `world_features`, from the root of this host.
    """

    def layer(kind: str, purpose: str, paint: dict[str, Any], identifier: str = "") -> dict[str, Any]:
        only = ["==", ["get", "kind"], kind]
        return {"id": identifier or kind, "type": purpose, "source": "world", "filter": only, "paint": paint}

    width = ["interpolate", ["linear"], ["zoom"], 1, 0.5, 5, 1.2]
    return {
        "version": 8,
        "name": f"IURC {name}",
        "sources": {"world": {"type": "geojson", "data": world_address, "tolerance": 0.2, "maxzoom": 6}},
        "layers": [
            {"id": "sea", "type": "background", "paint": {"background-color": palette.sea}},
            layer("land", "fill", {"fill-color": palette.land}),
            layer("land", "line", {"line-color": palette.coast, "line-width": width}, "coast"),
            layer("lake", "fill", {"fill-color": palette.sea}),
            layer("border", "line", {"line-color": palette.border, "line-width": width}),
            layer(
                "disputed",
                "line",
                {"line-color": palette.border, "line-width": width, "line-dasharray": [3, 2]},
            ),
        ],
    }


def picture_outline(topology: Topology) -> dict[str, Any]:
    """The land as one SVG path for the small drawn map: width, height and path, in units of `PICTURE_FRAME`."""
    paths: list[str] = []
    land = shapely.union_all(list(country_shapes(topology).values()))
    window = box(-180, PICTURE_FRAME.latitude_min, 180, PICTURE_FRAME.latitude_max)
    for polygon in polygon_parts(land.intersection(window)):
        drawn = Polygon([PICTURE_FRAME.position(x, y) for x, y in polygon.exterior.coords])
        drawn = drawn.buffer(0).simplify(OUTLINE_SIMPLIFY_UNITS)
        for part in polygon_parts(drawn):
            if part.area >= OUTLINE_ISLAND_SQUARE_UNITS:
                paths.append(_svg_path(part.exterior.coords))
    return {
        "width": round(PICTURE_FRAME.width, 1),
        "height": round(PICTURE_FRAME.height, 1),
        "path": "".join(sorted(paths)),
    }


def _simplified(arcs: tuple[Ring, ...]) -> tuple[Ring, ...]:
    """Each shared line simplified once, so that neighbours still meet, and rounded."""
    simple: list[Ring] = []
    for arc in arcs:
        line = LineString(arc).simplify(SIMPLIFY_DEGREES)
        simple.append([(round(x, DECIMALS), round(y, DECIMALS)) for x, y in line.coords])
    return tuple(simple)


def _without_islands(land: BaseGeometry) -> BaseGeometry:
    return MultiPolygon([part for part in polygon_parts(land) if part.area >= ISLAND_SQUARE_DEGREES])


def _svg_path(coordinates: Iterable[tuple[float, ...]]) -> str:
    """A closed SVG path in relative steps of whole units, the shortest way to write it."""
    units = [(round(x), round(y)) for x, y, *_ in coordinates][:-1]
    start = f"M{units[0][0]} {units[0][1]}l"
    steps = [
        f"{after[0] - before[0]} {after[1] - before[1]}"
        for before, after in itertools.pairwise(units)
        if before != after
    ]
    return (start + " ".join(steps) + "z").replace(" -", "-")


def _to_json(document: dict[str, Any]) -> str:
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False) + "\n"
