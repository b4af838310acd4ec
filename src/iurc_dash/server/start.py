"""Starting the server from the command line: one clear line where it cannot start."""

from __future__ import annotations

import importlib
import os
import socket
import sys
import tempfile
from pathlib import Path

import uvicorn

from iurc_dash.language import _
from iurc_dash.server.limits import raise_open_files

APP = Path(__file__).resolve().parents[3] / "app.py"
PING_SECONDS = 30.0
MEGABYTE = 1024 * 1024


class CannotStartError(Exception):
    """Why the server cannot start, in a sentence."""


def serve(host: str, port: int) -> None:
    """Serve the dashboard until it is stopped; settings come from .streamlit/config.toml."""
    if not APP.is_file():
        raise CannotStartError(
            _("The dashboard’s app.py is not where it should be: {path}").format(path=repr(str(APP)))
        )
    _check_temporary_folder()
    with _listening(host, port) as listening:
        # Streamlit reads its settings and serves static files from the folder it is started in.
        os.chdir(APP.parent)
        raise_open_files()
        server = uvicorn.Server(_settings())
        print(
            _("The dashboard is at {address} (Ctrl+C ends it).").format(address=_address(host, port)),
            flush=True,
        )
        server.run(sockets=[listening])
    if not server.started:
        raise CannotStartError(_("The server ended while it was starting."))


def _settings() -> uvicorn.Config:
    """What Streamlit's own start would set, but without the server's name in every answer."""
    import streamlit as st

    sys.path.insert(0, str(APP.parent))
    app = importlib.import_module(APP.stem).app
    return uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        ws_max_size=int(st.get_option("server.maxMessageSize")) * MEGABYTE,
        ws_per_message_deflate=bool(st.get_option("server.enableWebsocketCompression")),
        log_level="warning",
        access_log=False,
        use_colors=False,
        server_header=False,
    )


def _check_temporary_folder() -> None:
    try:
        tempfile.gettempdir()
    except OSError:
        raise CannotStartError(
            _("There is no folder for temporary files that can be written to; free some space or set TMPDIR.")
        ) from None


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens, so that the address is said only once it holds."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (OSError, UnicodeError):
        raise CannotStartError(_("This machine has no address {host}.").format(host=repr(host))) from None
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(2048)
    except OSError as error:
        listening.close()
        reason = _("Nothing can listen at {address}: {reason}.").format(
            address=_address(host, port), reason=error.strerror or str(error)
        )
        raise CannotStartError(reason) from None
    listening.setblocking(False)
    return listening


def _address(host: str, port: int) -> str:
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::1", "::") else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"
