"""What the server answers by address beside the pages: drawn maps, rows of map layers, files to take away, the data."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast, get_args

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from iurc_dash import tokens
from iurc_dash.addresses import SERVED_FOLDER
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.register import ExhibitError
from iurc_dash.geography.flat_maps import MapName
from iurc_dash.language import _, use_language
from iurc_dash.problems import DatasetError
from iurc_dash.render import html
from iurc_dash.render.data import zipped
from iurc_dash.render.png import NotDrawnError
from iurc_dash.render.svg.land import land_file
from iurc_dash.server import drawings, files
from iurc_dash.server.settings import public_address, site_address
from iurc_dash.server.shell import FORMER_PROGRAMME
from iurc_dash.server.sitemap import robots, sitemap
from iurc_dash.sources.package_files import DESCRIPTOR
from iurc_dash.ui import session

# Nothing in an answer can run or fetch anything.
HARMLESS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}
# An address names selection, release and language, so that what it gives stays the same until the programs that
# draw it are renewed.
FOR_ALL = {"Cache-Control": "public, max-age=86400"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
FOR_ONE_SESSION = {"Cache-Control": "private, no-store"}
NOT_KEPT = {"Cache-Control": "no-store"}

Make = Callable[[tokens.Named, drawings.Parameters], str | bytes | files.File | None]


async def served_picture(request: Request) -> Response:
    """A drawn map (drawings.py)."""
    return await _answer(request, "image/svg+xml", lambda of, asked: drawings.picture(of.dataset, asked))


async def served_drawing(request: Request) -> Response:
    """The map to explore (drawings.py)."""
    return await _answer(request, "text/html", lambda of, asked: drawings.drawing(of.dataset, asked))


async def served_phases(request: Request) -> Response:
    """One small map a phase (drawings.py)."""
    return await _answer(request, "text/html", lambda of, asked: drawings.phases(of.dataset, asked))


async def served_layer(request: Request) -> Response:
    """The rows of a map layer (drawings.py)."""
    layer = request.path_params["layer"]
    return await _answer(
        request, "application/json", lambda of, asked: drawings.layer(of.dataset, asked, layer)
    )


async def served_file(request: Request) -> Response:
    """A picture or a table of an exhibit (files.py)."""
    name = request.path_params["name"]
    home = public_address() or f"{request.base_url}{_base()}"
    return await _answer(request, "", lambda of, asked: files.file(of.dataset, asked, name, home))


async def served_land(request: Request) -> Response:
    """The land that maps are drawn on; another address when it is another (render/svg/land.py)."""
    name = request.path_params["map"]
    if name not in get_args(MapName):
        return _refused(404, _("There is nothing of that name."))
    return Response(land_file(cast(MapName, name)), media_type="image/svg+xml", headers=HARMLESS | FOR_EVER)


async def served_style(request: Request) -> Response:
    """The style sheet; another address when it is another (render/html)."""
    return Response(html.style_sheet(), media_type="text/css", headers=HARMLESS | FOR_EVER)


async def moved_programme(request: Request) -> Response:
    """Where the page of a programme in a region stood before."""
    return RedirectResponse(f"/{_base()}programme?{request.url.query}".rstrip("?"), 308)


async def served_data(request: Request) -> Response:
    """The data package in a zip file, as it was published; of other data there is none."""
    return await _answer(request, "application/zip", lambda of, _asked: packed(of.dataset))


async def served_sitemap(request: Request) -> Response:
    """Which addresses there are (sitemap.py)."""
    site = site_address(request)
    return await asyncio.to_thread(_of_shared, "application/xml", lambda shared: sitemap(shared, site))


async def served_robots(request: Request) -> Response:
    """What search engines may read."""
    return Response(robots(site_address(request)), media_type="text/plain", headers={**HARMLESS, **FOR_ALL})


def packed(dataset: Dataset) -> bytes | None:
    """The files of the package that the shared dataset was opened from; None for other data, and where it was none."""
    folder = session.package_path()
    if dataset is not session.shared_dataset() or not (folder / DESCRIPTOR).is_file():
        return None
    files = (folder / DESCRIPTOR, *sorted(folder.glob("*.csv")))
    return dataset.kept.once("packed", lambda: zipped({file.name: file.read_bytes() for file in files}))


def routes() -> tuple[Route, ...]:
    """The addresses, under the path that the dashboard is served under."""
    root = f"/{_base()}".rstrip("/")
    folder = f"{root}/{SERVED_FOLDER}"
    return (
        Route(f"{root}/{FORMER_PROGRAMME}", moved_programme),
        Route(f"{root}/sitemap.xml", served_sitemap),
        Route(f"{root}/robots.txt", served_robots),
        Route(f"{folder}/land-{{map}}.svg", served_land),
        Route(f"{folder}/style.css", served_style),
        Route(f"{folder}/map.svg", served_picture),
        Route(f"{folder}/map.html", served_drawing),
        Route(f"{folder}/data.zip", served_data),
        Route(f"{folder}/map-phases.html", served_phases),
        Route(f"{folder}/map-{{layer}}.json", served_layer),
        Route(f"{folder}/{{name}}", served_file),
    )


def _base() -> str:
    """The path that the dashboard is served under, with a slash behind it; blank at the top."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{base}/" if base else ""


async def _answer(request: Request, media_type: str, make: Make) -> Response:
    asked = {name: request.query_params.getlist(name) for name in request.query_params}
    # In a thread, because drawing takes long.
    return await asyncio.to_thread(_made, asked, media_type, make)


def _made(asked: drawings.Parameters, media_type: str, make: Make) -> Response:
    with use_language(drawings.language(asked)):
        return _answered(asked, media_type, make)


def _of_shared(media_type: str, make: Callable[[Dataset], str]) -> Response:
    """What is said of the data that all see."""
    try:
        return Response(
            make(session.shared_dataset()), media_type=media_type, headers={**HARMLESS, **FOR_ALL}
        )
    except DatasetError:
        return _with_problems()


def _with_problems() -> Response:
    return _refused(503, _("The data cannot be shown yet: it has problems. The dashboard tells them."))


def _answered(asked: drawings.Parameters, media_type: str, make: Make) -> Response:
    try:
        named = _named(drawings.token(asked))
    except DatasetError:
        return _with_problems()
    if named is None:
        return _refused(
            404, _("The data that this address names is not here, or no longer. Open the page again.")
        )
    try:
        answer = make(named, asked)
    except ExhibitError as error:
        return _refused(400, str(error))
    except NotDrawnError:
        return _refused(
            503, _("The picture could not be drawn now. Try again in a moment, or take it as SVG.")
        )
    if answer is None:
        return _refused(404, _("There is nothing of that name."))
    headers = {**HARMLESS, **(FOR_ALL if named.public else FOR_ONE_SESSION)}
    if isinstance(answer, files.File):
        headers["Content-Disposition"] = answer.disposition
        return Response(answer.content, media_type=answer.media_type, headers=headers)
    return Response(answer, media_type=media_type, headers=headers)


def _named(token: str) -> tokens.Named | None:
    named = tokens.resolve(token)
    if named is None:
        # Perhaps nobody has opened the shared data yet.
        session.shared_dataset()
        named = tokens.resolve(token)
    return named


def _refused(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status, headers={**HARMLESS, **NOT_KEPT})
