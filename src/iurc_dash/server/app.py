"""Making the dashboard ready, so that no visitor waits and each finds the page that the address names."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from iurc_dash.language import format_number, ngettext
from iurc_dash.problems import DatasetError

if TYPE_CHECKING:
    from iurc_dash.server.compressed import CompressedFiles


def is_visit() -> bool:
    """Whether Streamlit runs the script for a visitor, rather than a server importing it."""
    return get_script_run_ctx(suppress_warning=True) is not None


def parts() -> dict[str, Any]:
    """What a Streamlit App gets from us: what happens at its start, addresses of our own, what is refused."""
    from iurc_dash.server.compressed import CompressedFiles
    from iurc_dash.server.middleware import middleware
    from iurc_dash.server.routes import routes

    files = CompressedFiles()
    return {"lifespan": partial(made_ready, files), "routes": routes(), "middleware": middleware(files)}


@asynccontextmanager
async def made_ready(files: CompressedFiles, _app: st.App) -> AsyncIterator[None]:
    """What happens before the server takes visitors, whichever way it was started."""
    # Not waited for: at the very first start it takes seconds, and until then files are sent as they are.
    filling = asyncio.create_task(asyncio.to_thread(files.fill))
    await asyncio.to_thread(warm_up)
    # Streamlit collects all garbage after every run; what never dies need not be looked at again.
    gc.collect()
    gc.freeze()
    yield
    await filling


def warm_up() -> None:
    """Import what pages draw with, open the data, work out what every page asks, and say which pages there are.

    Pages have to be known before the first visit: until then Streamlit takes the folder pages/ for one of its old
    kind and tells a first visitor by deep link that there is no such page. Data with problems does not stop the
    start: the dashboard shows them as a page.
    """
    import iurc_dash.render.deck
    import iurc_dash.render.plotly  # noqa: F401
    from iurc_dash.exhibits.preparing import prepare
    from iurc_dash.ui import navigation, session

    # Streamlit warns of each call that no visitor is behind, which is just what is meant here.
    logging.disable(logging.WARNING)
    try:
        st.navigation(list(navigation.streamlit_pages().values()), position="hidden")
        prepare(session.shared_dataset())
    except DatasetError as error:
        print(_found(len(error.problems)), file=sys.stderr)
    finally:
        logging.disable(logging.NOTSET)


def _found(problems: int) -> str:
    return ngettext(
        "The data has {count} problem; the dashboard will show it.",
        "The data has {count} problems; the dashboard will show them.",
        problems,
    ).format(count=format_number(problems))
