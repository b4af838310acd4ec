"""Asks what the server answers by address, without a server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.types import ASGIApp

from iurc_dash.server.routes import routes


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


class Client:
    """Asks the routes directly, as a server would, or another app."""

    def __init__(self, app: ASGIApp | None = None) -> None:
        self.app = app or Starlette(routes=list(routes()))

    def get(self, address: str) -> Answer:
        parts = urlsplit(address)
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(dict(message))

        async def ask() -> None:
            await self.app(scope, receive, send)

        scope = {
            "type": "http", "method": "GET", "path": parts.path, "raw_path": parts.path.encode(), "root_path": "",
            "query_string": parts.query.encode(), "headers": [(b"accept", b"text/html")], "scheme": "http",
            "http_version": "1.1", "server": ("testserver", 80), "client": ("testclient", 1),
        }  # fmt: skip
        # In a thread of its own: where tests have used the browser, its loop runs in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(lambda: asyncio.run(ask())).result(60)
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], headers, body)
