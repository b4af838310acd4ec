"""Starting the dashboard so that no visitor waits, and each finds the page that the address names."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime.scriptrunner import get_script_run_ctx

from iurc_dash.problems import DatasetError

# An address names its selection and release, so that what it gives does not change within minutes.
KEPT_BY_BROWSERS = {
    "Cache-Control": "public, max-age=300",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}
APP = Path(__file__).resolve().parents[2] / "app.py"


def is_visit() -> bool:
    """Whether Streamlit runs the script for a visitor, rather than a server importing it."""
    return get_script_run_ctx(suppress_warning=True) is not None


@asynccontextmanager
async def made_ready(_app: st.App) -> AsyncIterator[None]:
    """What happens before the server takes visitors, whichever way it was started."""
    await asyncio.to_thread(warm_up)
    # Streamlit collects all garbage after every run; what never dies need not be looked at again.
    gc.collect()
    gc.freeze()
    yield


def warm_up() -> None:
    """Import what pages draw with, open the data, and say which pages there are.

    Pages have to be known before the first visit: until then Streamlit takes the folder pages/ for one of its old
    kind and tells a first visitor by deep link that there is no such page. Data with problems does not stop the
    start: the dashboard shows them as a page.
    """
    import iurc_dash.render.deck
    import iurc_dash.render.plotly  # noqa: F401
    from iurc_dash.ui import data, navigation

    # Streamlit warns of each call that no visitor is behind, which is just what is meant here.
    logging.disable(logging.WARNING)
    try:
        st.navigation(list(navigation.streamlit_pages().values()), position="hidden")
        data.dataset()
    except DatasetError as error:
        print(f"The data has {len(error.problems)} problems; the dashboard will show them.", file=sys.stderr)
    finally:
        logging.disable(logging.NOTSET)


async def served_picture(request: Request) -> Response:
    """A drawn map (ui/served.py); nothing in it can run or fetch anything."""
    from iurc_dash.ui import served

    svg = await asyncio.to_thread(served.picture, _parameters(request))
    return Response(svg, media_type="image/svg+xml", headers=KEPT_BY_BROWSERS)


async def served_layer(request: Request) -> Response:
    """The rows of a map layer (ui/served.py)."""
    from iurc_dash.ui import served

    try:
        rows = await asyncio.to_thread(served.layer, _parameters(request), request.path_params["layer"])
    except KeyError:
        return PlainTextResponse("There is no such layer.", status_code=404)
    return Response(rows, media_type="application/json", headers=KEPT_BY_BROWSERS)


ROUTES = (
    Route("/served/map.svg", served_picture),
    Route("/served/map-{layer}.json", served_layer),
)


def _parameters(request: Request) -> dict[str, list[str]]:
    return {name: request.query_params.getlist(name) for name in request.query_params}


def serve(port: int) -> None:
    """Serve the dashboard on a port until it is stopped; settings come from .streamlit/config.toml."""
    # Streamlit reads its settings and serves static files from the folder it is started in.
    os.chdir(APP.parent)
    print(f"The dashboard is at http://localhost:{port}", flush=True)
    command = [sys.executable, "-m", "streamlit", "run", APP.name, "--server.port", str(port)]
    os.execv(sys.executable, command)
