"""The interactive map as a reader sees it: where places and lines are drawn, and which lines are lit."""

from __future__ import annotations

import io
import json
import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PIL import Image
from playwright.sync_api import Page, expect

from iurc_dash.colours import colour
from iurc_dash.forms import ArcMap, MapPairing
from iurc_dash.render.deck import deck
from iurc_dash.ui.map import MAP_HEIGHT

TILE = 512
# Pixels from one looked-at point of a line to the next, how far a thing must be from others to be clicked by itself,
# and how far from the edge.
STEP, APART, EDGE = 4, 10, 30
# How near to its full colour a line is where it is lit, and how much of it.
NEAR, FAINT, MOST = 60, 220, 0.85
# So many looks in turn at a map that stands still show the same.
LOOKS = 4

XY = tuple[float, float]


def _mercator(longitude: float, latitude: float, zoom: float) -> XY:
    scale, radians = TILE * 2**zoom, math.radians(latitude)
    height = math.log(math.tan(radians) + 1 / math.cos(radians))
    return scale * (longitude + 180) / 360, scale * (1 - height / math.pi) / 2


@dataclass(frozen=True)
class Drawn:
    """A map on the screen, before a reader has moved it."""

    page: Page
    form: ArcMap

    @cached_property
    def view(self) -> dict[str, float]:
        """The view that the map begins with."""
        view: dict[str, float] = json.loads(deck(self.form, "light", MAP_HEIGHT).to_json())[
            "initialViewState"
        ]
        return view

    def box(self) -> dict[str, float]:
        """Where the map is."""
        canvas = self.page.get_by_test_id("stDeckGlJsonChart").locator("canvas").last
        expect(canvas).to_be_visible()
        canvas.evaluate("canvas => canvas.scrollIntoView({block: 'center'})")
        box = canvas.bounding_box()
        assert box
        return {**box}

    def point(self, longitude: float, latitude: float) -> XY:
        """Where on the screen a position is drawn."""
        return self._placed(longitude, latitude, self.box())

    def _placed(self, longitude: float, latitude: float, box: dict[str, float]) -> XY:
        x, y = _mercator(longitude, latitude, self.view["zoom"])
        middle = _mercator(self.view["longitude"], self.view["latitude"], self.view["zoom"])
        return box["x"] + box["width"] / 2 + x - middle[0], box["y"] + box["height"] / 2 + y - middle[1]

    def lines(self) -> dict[str, list[XY]]:
        """Points of each line that can be seen, by key of the pairing."""
        box = self.box()

        def seen(pairing: MapPairing) -> Iterator[XY]:
            corners = [self._placed(*position, box) for position in pairing.line]
            for (x, y), (to_x, to_y) in pairwise(corners):
                steps = max(1, int(math.hypot(to_x - x, to_y - y) // STEP))
                for step in range(steps):
                    at = x + (to_x - x) * step / steps, y + (to_y - y) * step / steps
                    if (
                        box["x"] + EDGE < at[0] < box["x"] + box["width"] - EDGE
                        and box["y"] + EDGE < at[1] < box["y"] + box["height"] - EDGE
                    ):
                        yield at

        return {pairing.key: list(seen(pairing)) for pairing in self.form.pairings if pairing.line}

    def dots(self) -> list[XY]:
        """Where places are drawn."""
        box = self.box()
        return [self._placed(place.longitude, place.latitude, box) for place in self.form.places]

    def places_to_click(self) -> dict[str, XY]:
        """A point for each pairing that has one which nothing else is near to."""
        lines, dots = self.lines(), self.dots()
        alone = {}
        for key, points in lines.items():
            others = [*dots, *(at for other, its in lines.items() if other != key for at in its)]
            for at in points[len(points) // 3 :]:
                if all(abs(at[0] - x) > APART or abs(at[1] - y) > APART for x, y in others):
                    alone[key] = at
                    break
        return alone

    def wait(self) -> None:
        """Wait until the map is drawn and stands still."""
        box = self.box()
        # Away from whatever tells of itself under the pointer.
        self.page.mouse.move(box["x"] + 5, box["y"] - 40)
        looks: deque[bytes] = deque(maxlen=LOOKS)
        for _look in range(60):
            self.page.wait_for_timeout(200)
            looks.append(
                self.page.screenshot(
                    clip={"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}
                )
            )
            if len(looks) == LOOKS and len(set(looks)) == 1:
                return
        raise AssertionError("the map does not come to rest")

    def faded(self) -> set[str]:
        """Keys of the pairings whose lines can hardly be seen."""
        return set(self.lines()) - self._inked(FAINT)

    def lit(self) -> set[str]:
        """Keys of the pairings whose lines are drawn in their full colour."""
        return self._inked(NEAR)

    def _inked(self, near: int) -> set[str]:
        lines = self.lines()
        picture = Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")
        inks = {pairing.key: _channels(colour(pairing.colour, "light")) for pairing in self.form.pairings}

        def is_lit(at: XY, ink: tuple[int, ...]) -> bool:
            pixels = (
                picture.getpixel((round(at[0]) + x, round(at[1]) + y)) for x in (-1, 0, 1) for y in (-1, 0, 1)
            )
            return any(sum(abs(a - b) for a, b in zip(pixel, ink, strict=True)) < near for pixel in pixels)

        return {
            key
            for key, points in lines.items()
            if len(points) > 10 and sum(is_lit(at, inks[key]) for at in points) > MOST * len(points)
        }


def _channels(hex_colour: str) -> tuple[int, ...]:
    return tuple(int(hex_colour[at : at + 2], 16) for at in (1, 3, 5))
