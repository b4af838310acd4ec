"""What the server refuses and mends before Streamlit sees it, and what a visitor's own messages cannot do."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import websockets
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.session import Session
from iurc_dash.server import limits, uploads
from iurc_dash.server.middleware import BoundedUploads, ClosedAddresses, FirstActionKept, Full
from scripts.server import Server, start_server


class Inner:
    """Stands for Streamlit: notes what reaches it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"inner"})


def ask(app: Any, path: str, method: str = "GET", accept: str = "*/*") -> tuple[int, str]:
    """Status and text of an answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "method": method, "headers": [(b"accept", accept.encode())]}
    asyncio.run(app(scope, receive, send))
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:]).decode()


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/script-health-check",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/auth/login",
        "/auth/logout",
        "/oauth2callback",
    ],
)
def test_what_the_dashboard_does_not_need_is_closed(path: str) -> None:
    inner = Inner()
    assert ask(ClosedAddresses(inner), path)[0] == 404
    assert ask(ClosedAddresses(inner), path, "POST")[0] == 404
    assert inner.asked == []


@pytest.mark.parametrize(
    "path", ["/", "/pairings", "/_stcore/health", "/_stcore/host-config", "/served/map.svg"]
)
def test_what_it_needs_is_open(path: str) -> None:
    assert ask(ClosedAddresses(Inner()), path) == (200, "inner")


def test_uploads_are_taken_only_where_a_page_waits_for_them_and_only_so_many() -> None:
    inner = Inner()
    app = BoundedUploads(inner)
    for number in range(50):
        status, said = ask(app, f"/_stcore/upload_file/session-a/file-{number}", "PUT")
        assert status == 403 and "uploaded" in said
    assert inner.asked == []
    uploads.await_files("session-a", 2)
    answers = [ask(app, f"/_stcore/upload_file/session-a/file-{number}", "PUT")[0] for number in range(4)]
    assert answers == [200, 200, 403, 403]
    assert ask(app, "/_stcore/upload_file/session-b/file-1", "PUT")[0] == 403
    uploads.await_files("session-a", 3)
    uploads.await_files("session-a", 0)
    assert ask(app, "/_stcore/upload_file/session-a/file-9", "PUT")[0] == 403
    assert ask(app, "/pairings", "PUT")[0] == 200


class Visit:
    """Stands for a browser's connection to the server behind a middleware."""

    def __init__(
        self, *messages: BackMsg, subprotocols: tuple[str, ...] = ("streamlit", "x", "earlier")
    ) -> None:
        self.scope = {"type": "websocket", "path": "/_stcore/stream", "subprotocols": list(subprotocols)}
        self.messages = list(messages)
        self.order: list[str] = []
        self.sent: list[Message] = []

    async def receive(self) -> Message:
        if self.messages:
            return {"type": "websocket.receive", "bytes": self.messages.pop(0).SerializeToString()}
        return {"type": "websocket.disconnect"}

    async def send(self, message: Message) -> None:
        self.sent.append(message)


def action(query: str, fragment: str = "", widget: str = "") -> BackMsg:
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.fragment_id = fragment
    if widget:
        message.rerun_script.widget_states.widgets.add(id=widget, bool_value=True)
    return message


def received(visit: Visit) -> list[BackMsg]:
    """What reaches Streamlit, which draws the page 50 ms after it was asked to."""
    arrived: list[BackMsg] = []

    async def streamlit(_scope: Scope, receive: Receive, send: Send) -> None:
        drawing: list[asyncio.Task[None]] = []

        async def draw() -> None:
            await asyncio.sleep(0.05)
            visit.order.append("drawn")
            finished = ForwardMsg(script_finished=ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY)
            await send({"type": "websocket.send", "bytes": finished.SerializeToString()})

        while (message := await receive())["type"] == "websocket.receive":
            arrived.append(BackMsg.FromString(message["bytes"]))
            visit.order.append("asked")
            drawing.append(asyncio.create_task(draw()))
        await asyncio.gather(*drawing)

    asyncio.run(FirstActionKept(streamlit)(visit.scope, visit.receive, visit.send))
    return arrived


def test_a_first_action_comes_when_the_page_is_drawn() -> None:
    first, second = action("phase=2", "part", "filter"), action("phase=2", "", "button")
    visit = Visit(first, second)
    drawn, *rest = received(visit)
    assert drawn == action("phase=2") and rest == [first, second]
    assert visit.order[:3] == ["asked", "drawn", "asked"]


def test_what_is_no_request_for_a_page_does_not_count_as_the_first() -> None:
    other, first = BackMsg(clear_cache=True), action("phase=1", "part", "filter")
    assert received(Visit(other, first)) == [other, action("phase=1"), first]


def test_a_browser_that_does_not_come_back_is_left_alone() -> None:
    for messages, protocols in (
        ([action("phase=2", "part", "filter")], ("streamlit", "x")),
        ([action("phase=2"), action("phase=1", "part", "filter")], ("streamlit", "x", "earlier")),
    ):
        assert received(Visit(*messages, subprotocols=protocols)) == messages


def test_a_page_that_is_never_drawn_does_not_hold_the_action_for_ever() -> None:
    arrived: list[bytes] = []

    async def silent(_scope: Scope, receive: Receive, _send: Send) -> None:
        while (message := await receive())["type"] == "websocket.receive":
            arrived.append(message["bytes"])

    visit = Visit(action("phase=2", "", "filter"))
    asyncio.run(FirstActionKept(silent, most_seconds=0.05)(visit.scope, visit.receive, visit.send))
    assert len(arrived) == 2


def test_a_full_dashboard_says_so_and_lets_in_again() -> None:
    clock = [0.0]
    inner = Inner()
    full = Full(inner, most=2, now=lambda: clock[0])
    html = "text/html,*/*"
    assert ask(full, "/pairings", accept=html) == (200, "inner")

    async def crowd() -> None:
        leave = asyncio.Event()

        async def stay(scope: Scope, _receive: Receive, send: Send) -> None:
            if scope["type"] == "websocket":
                await leave.wait()
            else:
                await inner(scope, _receive, send)

        full.app = stay
        visits = [Visit(subprotocols=()) for _ in range(3)]
        inside = [asyncio.create_task(full(v.scope, v.receive, v.send)) for v in visits[:2]]
        await asyncio.sleep(0)
        await full(visits[2].scope, visits[2].receive, visits[2].send)
        assert visits[2].sent == [{"type": "websocket.close", "code": 1013}]
        answer: list[Message] = []

        async def send(message: Message) -> None:
            answer.append(message)

        page = {"type": "http", "path": "/map", "method": "GET", "headers": [(b"accept", html.encode())]}
        await full(page, visits[0].receive, send)
        assert answer[0]["status"] == 503 and b"full at the moment" in answer[1]["body"]
        assert b"Traceback" not in answer[1]["body"]
        # Those who are in still get what their pages ask for.
        for path in ("/served/map.svg", "/static/js/index.js", "/_stcore/health"):
            answer.clear()
            await full({**page, "path": path}, visits[0].receive, send)
            assert answer[0]["status"] == 200
        leave.set()
        await asyncio.gather(*inside)

    asyncio.run(crowd())
    full.app = inner
    # Streamlit keeps the sessions of those who left for a while.
    assert ask(full, "/pairings", accept=html)[0] == 503
    clock[0] = 1000.0
    assert ask(full, "/pairings", accept=html) == (200, "inner")


def test_visitors_are_counted_by_the_files_a_process_may_open(monkeypatch: pytest.MonkeyPatch) -> None:
    for files, most in ((1024, 206), (65_536, 16_334), (100, 1)):
        monkeypatch.setattr(limits.resource, "getrlimit", lambda _what, files=files: (files, files))
        assert limits.most_visitors() == most


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = start_server("make run")
    yield running
    running.stop()


@pytest.mark.slow
def test_a_visitor_cannot_drop_the_data_of_all(server: Server) -> None:
    async def visits() -> tuple[float, float]:
        session = Session(server.port, "pairings")
        await session.open()
        usual = min([(await session.rerun()).total_ms for _ in range(5)])
        clear = BackMsg(clear_cache=True).SerializeToString()
        times = []
        for _ in range(20):
            await session.socket.send(clear)
            run = await session.rerun()
            assert run.exceptions == 0
            times.append(run.total_ms)
        await session.close()
        return usual, sorted(times)[len(times) // 2]

    before = memory(server)
    usual, after = asyncio.run(visits())
    # Opening the package takes a second or so; a page of a kept one some tens of milliseconds.
    assert after < 3 * usual + 100
    assert memory(server) - before < 60


def memory(server: Server) -> float:
    import psutil

    return float(psutil.Process(server.process.pid).memory_info().rss) / 1e6


@pytest.mark.slow
def test_uploads_over_the_wire_are_refused(server: Server) -> None:
    import http.client

    async def own_session() -> str:
        async with websockets.connect(
            f"ws://127.0.0.1:{server.port}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
        ) as socket:
            await socket.send(action("").SerializeToString())
            while True:
                answer = ForwardMsg.FromString(await socket.recv())
                if answer.WhichOneof("type") == "new_session":
                    return str(answer.new_session.initialize.session_id)

    session = asyncio.run(own_session())
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    for number in range(5):
        connection.request("PUT", f"/_stcore/upload_file/{session}/{number}", body=b"x" * 1000)
        answer = connection.getresponse()
        assert answer.status == 403 and b"uploaded" in answer.read()
        assert answer.getheader("server") is None
