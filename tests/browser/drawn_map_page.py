"""A page that holds nothing but a drawn map, as strict about what may run as the dashboard's own pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route
from style_sheet import style

from iurc_dash.addresses import address_of
from iurc_dash.forms import ArcMap
from iurc_dash.geography.flat_maps import FLAT_MAPS
from iurc_dash.render.svg.drawn_map import drawn_map, fetched_map
from iurc_dash.render.svg.land import land_address, land_file
from iurc_dash.view import View

HOST = "http://map.test"
COMPONENT = Path(__file__).parents[2] / "src" / "iurc_dash" / "ui" / "component"
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'"
START = """
import { drawingOf, enliven } from "./map.js";
window.told = [];
const asked = new URLSearchParams(location.search);
const drawing = await drawingOf(document.querySelector("[data-module=map]"));
window.living = drawing && enliven(drawing, {
  chosen: asked.get("chosen") ?? "",
  choose: (kind, key) => told.push([kind, key]),
});
window.ready = true;
"""


@dataclass
class DrawnMapPage:
    """One map on a page of its own; `wrong` gathers what the browser complains about."""

    page: Page
    view: View
    theme: str = "light"
    files: dict[str, tuple[str, str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.context.route("**/*", self._answer)
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def show(
        self, form: ArcMap, chosen: str = "", *, below: int = 0, from_address: bool = False
    ) -> DrawnMapPage:
        """Draw a map; below: so many pixels of page follow it; from_address: it is fetched by the component."""
        drawing = drawn_map(
            form, link_for=lambda table, key: address_of(table, key, self.view), land_for=land_address
        )
        sheets = re.sub(r"</?style>", "", style("dark" if self.theme == "dark" else "light"))
        map_sheet = (resources.files("iurc_dash.render.html") / "map.css").read_text(encoding="utf-8")
        page_sheet = (
            f"body {{ margin: 0; background: var(--iurc-background) }} footer {{ height: {below}px }}"
            "header a, footer a { color: var(--iurc-accent) } h1 { margin: 0; color: var(--iurc-text) }"
        )
        self.files = {
            "/": (
                "text/html",
                _document(fetched_map("./served/map.html", "A map") if from_address else drawing),
            ),
            "/served/map.html": ("text/html", drawing),
            "/looks.css": ("text/css", f"{sheets}\n{map_sheet}\n{page_sheet}"),
            "/start.js": ("text/javascript", START),
            **{
                f"/{file.name}": ("text/javascript", file.read_text(encoding="utf-8"))
                for file in COMPONENT.glob("map*.js")
            },
            **{
                f"/served/land-{flat.name}.svg": ("image/svg+xml", land_file(flat.name)) for flat in FLAT_MAPS
            },
        }
        self.page.goto(f"{HOST}/?chosen={chosen}")
        return self

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a script in the page."""
        return self.page.evaluate(script, list(arguments))

    def lit(self) -> set[str]:
        """Keys of the pairings that are lit."""
        return set(
            self.run(
                "() => [...document.querySelectorAll('.is-on[data-pairing]')].map((e) => e.dataset.pairing)"
            )
        )

    def middle_of(self, place: str) -> tuple[float, float]:
        """Where a place is on the screen."""
        box = self.page.locator(f'[data-place="{place}"]').bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def told(self) -> list[list[str]]:
        """What was chosen, in turn."""
        return list(self.run("() => window.told"))

    @property
    def box(self) -> str:
        """The part of the map that is seen."""
        return str(self.page.locator(".iurc-map-drawing").get_attribute("viewBox"))

    def _answer(self, route: Route) -> None:
        path = "/" + route.request.url.removeprefix(HOST).lstrip("/").partition("?")[0]
        kind, body = self.files.get(path, ("", ""))
        if not kind:
            # A browser asks for an icon by itself, and a test for a place.
            if path not in ("/favicon.ico", "/places"):
                self.wrong.append(f"asked for {route.request.url}")
            route.fulfill(body="", content_type="text/html")
            return
        route.fulfill(body=body, content_type=kind, headers={"Content-Security-Policy": STRICT})

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "GPU stall" not in text:
            self.wrong.append(text)


def _document(drawing: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="looks.css"></head>'
        f'<body><header><a href="./before">Before</a></header><main><h1>A map</h1>{drawing}</main>'
        '<footer><a href="./after">After</a></footer>'
        '<script type="module" src="start.js"></script></body></html>'
    )
