"""What the server refuses, and what it mends in messages, before Streamlit sees them."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable
from urllib.parse import parse_qsl

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from iurc_dash.addresses import LANGUAGE_PARAMETER
from iurc_dash.language import _, current_language, known_language, use_language
from iurc_dash.server import uploads
from iurc_dash.server.compressed import CompressedFiles
from iurc_dash.server.headers import SaidToBrowsers
from iurc_dash.server.limits import most_visitors
from iurc_dash.server.settings import host_names
from iurc_dash.server.shell import FilledShell, is_page
from iurc_dash.ui.filters import OPENER

SESSIONS = "_stcore/stream"
UPLOADS = "_stcore/upload_file/"
# Streamlit serves these whether they are wanted or not: figures of the server, an interface for programs that work
# the pages, and logging in, which the dashboard does not have.
CLOSED = ("_stcore/metrics", "_stcore/script-health-check", "_stcore/agent", "auth/", "oauth2callback")
# How many sessions that have ended Streamlit keeps at most, in case their visitors come back.
MOST_SESSIONS_KEPT = 128


class ClosedAddresses:
    """Answers "not found" where Streamlit offers what the dashboard does not need."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not closed."""
        if scope["type"] == "http" and _path(scope).startswith(CLOSED):
            with use_language(_language(scope)):
                answer = _plain(404, _("There is no such address."))
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class BoundedUploads:
    """Takes uploads only from a session whose page asks for them, and no more than it asks for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no upload, and uploads that are waited for."""
        path = _path(scope)
        if scope["type"] != "http" or not path.startswith(UPLOADS) or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        session = path.removeprefix(UPLOADS).partition("/")[0]
        if uploads.take_one(session):
            await self.app(scope, receive, send)
        else:
            with use_language(_language(scope)):
                answer = _plain(403, _("Nothing is uploaded on this page."))
            await answer(scope, receive, send)


class FirstActionKept:
    """Lets what a reader does first after the session was lost happen.

    A browser that comes back says nothing until the reader does something, and then sends that together with all
    that its widgets hold. A new session knows neither these widgets nor what belongs to them, and drops what was
    done in a part of a page (a fragment). So the page is first drawn as its address says, and the message is
    passed on when that is done.
    """

    def __init__(self, app: ASGIApp, most_seconds: float = 30.0) -> None:
        self.app = app
        self.most_seconds = most_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on everything, the first message of a browser that comes back once the page is drawn."""
        if scope["type"] != "websocket" or not _comes_back(scope):
            await self.app(scope, receive, send)
            return
        drawn = asyncio.Event()
        held: Message | None = None
        waits = True

        async def receive_in_order() -> Message:
            nonlocal held, waits
            if held is not None:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(drawn.wait(), self.most_seconds)
                message, held = held, None
                return message
            message = await receive()
            request = _rerun(message) if waits else None
            if request is None:
                return message
            waits = False
            if not request.rerun_script.widget_states.widgets:
                return message
            held = message
            # What is open stays open: else what is in it would not be drawn, and what was done there be lost.
            states = request.rerun_script.widget_states.widgets
            opened = [state for state in states if state.id.endswith(f"-{OPENER}")]
            request.rerun_script.ClearField("widget_states")
            if opened:
                request.rerun_script.widget_states.widgets.extend(opened)
            request.rerun_script.ClearField("fragment_id")
            return {**message, "bytes": request.SerializeToString()}

        async def send_and_see(message: Message) -> None:
            if held is not None and message["type"] == "websocket.send":
                answer = ForwardMsg.FromString(message.get("bytes") or b"")
                if answer.WhichOneof("type") == "script_finished":
                    drawn.set()
            await send(message)

        await self.app(scope, receive_in_order, send_and_see)


class Full:
    """Says that the dashboard is full, rather than to let visitors wait for an answer that cannot come."""

    def __init__(self, app: ASGIApp, most: int, now: Callable[[], float] = time.monotonic) -> None:
        self.app = app
        self.most = most
        self.now = now
        self.open = 0
        self.ended: deque[float] = deque(maxlen=MOST_SESSIONS_KEPT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on while there is room, and what visitors who are in ask for."""
        path = _path(scope)
        if scope["type"] == "websocket" and path == SESSIONS:
            await self._session(scope, receive, send)
        elif scope["type"] == "http" and self._is_full() and is_page(scope, path):
            with use_language(_language(scope)):
                answer = _page_of_full()
            await answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._is_full():
            # "Try again later"; the browser's page goes on trying, and gets in when there is room.
            await receive()
            await send({"type": "websocket.close", "code": 1013})
            return
        self.open += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open -= 1
            self.ended.append(self.now())

    def _is_full(self) -> bool:
        kept_since = self.now() - float(st.get_option("server.disconnectedSessionTTL"))
        while self.ended and self.ended[0] < kept_since:
            self.ended.popleft()
        return self.open + len(self.ended) >= self.most


def middleware(files: CompressedFiles) -> tuple[Middleware, ...]:
    """All of it, the outermost first."""
    return (
        Middleware(SaidToBrowsers),
        Middleware(TrustedHostMiddleware, allowed_hosts=host_names() or ["*"], www_redirect=False),
        Middleware(Full, most=most_visitors()),
        Middleware(files.before),
        Middleware(FilledShell),
        Middleware(ClosedAddresses),
        Middleware(BoundedUploads),
        Middleware(FirstActionKept),
    )


def _path(scope: Scope) -> str:
    """The path below the one that the dashboard is served under, without a slash in front."""
    path = str(scope.get("path", "")).strip("/")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return path.removeprefix(f"{base}/") if base else path


def _comes_back(scope: Scope) -> bool:
    # The browser names the session that it had as the third of its subprotocols.
    return len(scope.get("subprotocols", ())) > len(("streamlit", "token against forged requests"))


def _language(scope: Scope) -> str:
    """The language that an address asks for."""
    asked = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1")))
    return known_language(asked.get(LANGUAGE_PARAMETER, ""))


def _page_of_full() -> Response:
    sentence = _("The dashboard is full at the moment. Please try again in a few minutes.")
    title = _("IURC Cooperation Dashboard")
    page = f'<!doctype html><html lang="{current_language()}"><title>{title}</title><h1>{title}</h1><p>{sentence}</p>'
    return HTMLResponse(page, 503, headers={"Retry-After": "120", "Cache-Control": "no-store"})


def _rerun(message: Message) -> BackMsg | None:
    """The request to draw a page that a message holds; None where it holds something else."""
    request = BackMsg()
    try:
        request.ParseFromString(message.get("bytes") or b"")
    except Exception:
        # Streamlit says so and closes the connection.
        return None
    return request if request.HasField("rerun_script") else None


def _plain(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status, headers={"Cache-Control": "no-store"})
