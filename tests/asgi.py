"""Asks an ASGI app without a server, and tells all that it answers."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


async def streamlit_stands_in(scope: Scope, _receive: Receive, send: Send) -> None:
    """What stands behind a middleware."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"Streamlit"})


def answer_of(app: ASGIApp, address: str, method: str = "GET", **headers: str) -> Answer:
    """What an app answers at an address; names of headers as they are sent."""
    path, _mark, query = address.partition("?")
    sent: list[Message] = []
    asked = {"host": "dashboard.example", "accept": "text/html", **headers}
    scope = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "root_path": "", "scheme": "https",
        "query_string": query.encode(), "http_version": "1.1", "server": ("dashboard.example", 443),
        "client": ("reader", 1), "headers": [(name.encode(), value.encode()) for name, value in asked.items()],
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    async def ask() -> None:
        await app(scope, receive, send)

    # In a thread of its own: where tests have used the browser, its loop runs in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(ask())).result(60)
    said = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], said, b"".join(message.get("body", b"") for message in sent[1:]))
