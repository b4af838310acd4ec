"""The map files: valid, small, the same every time, and with the boundaries they promise."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from shapely import contains_xy
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from iurc_dash.build.basemap import PALETTES, basemap_files, world_features
from iurc_dash.build.boundaries import Topology, country_shapes, read_topology
from iurc_dash.geography.flat_maps import FLAT_MAPS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
BOUNDARIES = ROOT / "data" / "boundaries"
# Files of the drawn maps; the others are for the interactive one.
DRAWN = ("outline", "land-")


@pytest.fixture(scope="module")
def topology() -> Topology:
    return read_topology(BOUNDARIES / "world.topojson")


@pytest.fixture(scope="module")
def countries(topology: Topology) -> dict[str, BaseGeometry]:
    return country_shapes(topology)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("static")
    for files in basemap_files(BOUNDARIES):
        for name, content in files.items():
            (target / name).write_bytes(content)
    return target


def world_of(folder: Path) -> dict[str, Any]:
    (path,) = folder.glob("world-*.json")
    world: dict[str, Any] = json.loads(path.read_text())
    return world


@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "code"),
    [
        ("Simferopol, Crimea", 34.10, 44.95, "UKR"),
        ("Sevastopol, Crimea", 33.60, 44.60, "UKR"),
        ("the north of Cyprus", 33.40, 35.28, "CYP"),
        ("Taipei", 121.5, 25.0, "TWN"),
        ("Pristina", 21.16, 42.66, "SRB"),
        ("Madrid", -3.70, 40.42, "ESP"),
        ("Anadyr, beyond the antimeridian", -175.0, 66.5, "RUS"),
        ("Chukotka, before the antimeridian", 177.0, 66.0, "RUS"),
    ],
)
def test_places_lie_in_the_country_they_should(
    countries: dict[str, BaseGeometry], place: str, longitude: float, latitude: float, code: str
) -> None:
    holding = {name for name, area in countries.items() if contains_xy(area, longitude, latitude)}
    assert holding == {code}, place


def test_countries_are_valid_and_within_the_map(countries: dict[str, BaseGeometry]) -> None:
    assert len(countries) > 240 and "ATA" not in countries
    for code, area in countries.items():
        west, _, east, _ = area.bounds
        assert area.is_valid and not area.is_empty, code
        assert west >= -180 and east <= 180, code
    # A ring that was not cut at the antimeridian would draw a band across the whole map.
    for code in ("FJI", "NZL", "KIR"):
        assert not contains_xy(countries[code], 0, countries[code].centroid.y), code


def test_world_has_land_lakes_borders_and_disputed_lines(topology: Topology) -> None:
    features = world_features(topology)["features"]
    assert [feature["properties"] for feature in features] == [
        {"kind": kind} for kind in ("land", "lake", "border", "disputed")
    ]
    land, lake, border, disputed = (shape(feature["geometry"]) for feature in features)
    assert land.is_valid and lake.is_valid
    assert contains_xy(land, 2.35, 48.86) and not contains_xy(land, -30, 40)
    assert contains_xy(lake, -87, 44), "Lake Michigan"
    assert border.distance(shape({"type": "Point", "coordinates": (-100.0, 49.0)})) < 0.1, "49th parallel"
    assert disputed.length < border.length / 20
    assert disputed.distance(shape({"type": "Point", "coordinates": (79.0, 35.0)})) < 2, "Aksai Chin"


def test_files_are_small_and_named_by_their_content(built: Path) -> None:
    (world,) = built.glob("world-*.json")
    assert world.stat().st_size <= 500_000
    assert world.stem == "world-" + hashlib.sha256(world.read_bytes()).hexdigest()[:8]
    assert (built / "outline.json").stat().st_size <= 15_000
    for flat in FLAT_MAPS:
        assert (built / f"land-{flat.name}.json").stat().st_size <= 60_000


def test_a_second_build_changes_no_byte(built: Path) -> None:
    ground, outline = basemap_files(BOUNDARIES)
    assert ground | outline == {path.name: path.read_bytes() for path in built.iterdir()}


def test_committed_files_are_what_the_build_makes(built: Path) -> None:
    for path in built.glob("*.json"):
        committed = (BOUNDARIES if path.name.startswith(DRAWN) else ROOT / "static") / path.name
        assert committed.read_bytes() == path.read_bytes(), f"{path.name} is outdated: run the build"
    assert len(list((ROOT / "static").glob("world-*.json"))) == 1


@pytest.mark.parametrize("theme", sorted(PALETTES))
def test_styles_ask_no_other_host(built: Path, theme: str) -> None:
    text = (built / f"style-{theme}.json").read_text()
    style = json.loads(text)
    (world,) = built.glob("world-*.json")
    assert style["sources"]["world"]["data"] == f"/app/static/{world.name}"
    assert "glyphs" not in style and "sprite" not in style and "://" not in text
    assert style["layers"][0]["paint"]["background-color"] == PALETTES[theme].sea


def test_styles_follow_the_path_the_dashboard_is_served_under() -> None:
    style = json.loads(basemap_files(BOUNDARIES, base_path="/iurc")[0]["style-dark.json"])
    assert style["sources"]["world"]["data"].startswith("/iurc/app/static/world-")


def test_outline_stays_inside_its_picture(built: Path) -> None:
    outline = json.loads((built / "outline.json").read_text())
    assert re.fullmatch(r"(M[\d. -]+l[\d. -]+z)+", outline["path"])
    for ring in re.findall(r"M([^l]+)l([^z]+)z", outline["path"]):
        x, y = numbers(ring[0])
        steps = numbers(ring[1])
        for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + step_x, y + step_y
            assert -0.2 <= x <= outline["width"] + 0.2 and -0.2 <= y <= outline["height"] + 0.2


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d*\.?\d+", text)]


def test_world_is_the_one_that_was_built(built: Path, topology: Topology) -> None:
    assert world_of(built) == world_features(topology)
