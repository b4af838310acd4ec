"""What every answer says to the browser, and who may come and frame."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from asgi import answer_of, streamlit_stands_in
from starlette.applications import Starlette
from starlette.types import Message, Receive, Scope, Send

from iurc_dash.render.html import shell_script
from iurc_dash.server.compressed import CompressedFiles
from iurc_dash.server.headers import SaidToBrowsers, content_policy
from iurc_dash.server.middleware import middleware

ROOT = Path(__file__).resolve().parents[2]
ALL = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


def whole() -> Starlette:
    """All that stands before Streamlit."""
    app = Starlette(middleware=middleware(CompressedFiles({})))
    app.mount("/", streamlit_stands_in)
    return app


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/map?phase=2", 200),
        ("/unknown", 200),
        ("/_stcore/metrics", 404),
        ("/static/js/x.js", 200),
    ],
)
def test_every_answer_has_every_header(address: str, status: int) -> None:
    answer = answer_of(whole(), address)
    assert answer.status == status
    assert not [name for name in ALL if name not in answer.headers]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "server" not in answer.headers


def test_the_policy_lets_nothing_in_from_another_host_and_no_script_be_written_into_a_page() -> None:
    policy = directives(content_policy())
    assert policy["default-src"] == ["'none'"]
    allowed = {source for sources in policy.values() for source in sources}
    assert not [
        source for source in allowed if "*" in source or "." in source or source in ("http:", "https:")
    ]
    scripts = policy["script-src"]
    assert "'unsafe-inline'" not in scripts and "'unsafe-eval'" not in scripts and "blob:" not in scripts
    assert "data:" not in scripts
    assert [re.sub(r"'sha256-.*'", "hash", source) for source in scripts] == [
        "'self'",
        "'wasm-unsafe-eval'",
        "hash",
    ]
    assert policy["base-uri"] == policy["form-action"] == ["'none'"]


def test_an_answer_that_is_stricter_stays_so() -> None:
    async def strict(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-security-policy", b"default-src 'none'"), (b"server", b"uvicorn")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    answer = answer_of(SaidToBrowsers(strict), "/")
    assert answer.headers["content-security-policy"] == "default-src 'none'"
    assert "server" not in answer.headers and answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", ["'self'"]),
        ("https://europa.eu https://*.example.org", ["https://europa.eu", "https://*.example.org"]),
        ("'none'", ["'none'"]),
        # No value can end the directive and begin another one.
        ("https://a.example; script-src *", ["'self'"]),
        ("https://a.example\r\nX: y", ["'self'"]),
        ("x;", ["'self'"]),
    ],
)
def test_who_may_frame_is_a_setting(monkeypatch: pytest.MonkeyPatch, named: str, said: list[str]) -> None:
    monkeypatch.setenv("IURC_DASH_FRAME_ANCESTORS", named)
    policy = directives(content_policy())
    assert policy["frame-ancestors"] == said
    assert policy["script-src"][0] == "'self'"


def test_only_names_that_were_set_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IURC_DASH_HOST_NAMES", "dashboard.example, *.cities.example")
    app = whole()
    assert answer_of(app, "/map").status == 200
    assert answer_of(app, "/map", host="a.cities.example:8501").status == 200
    for host in ("evil.example", "dashboard.example.evil.example", ""):
        refused = answer_of(app, "/map", host=host)
        assert refused.status == 400, host
        assert "<h1>" not in refused.text and "content-security-policy" in refused.headers


def test_sessions_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IURC_DASH_HOST_NAMES", "dashboard.example")
    import asyncio

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    scope = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "headers": [(b"host", b"evil.example")],
        "subprotocols": [],
    }
    asyncio.run(whole()(scope, receive, send))
    assert sent[0]["type"] in ("websocket.http.response.start", "websocket.close")
    assert not [message for message in sent if message["type"] == "websocket.accept"]


def test_no_host_but_our_own_may_tell_a_frame_what_to_do_and_only_this_machine_is_listened_to() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["allowedOrigins"] == []
    assert settings["server"]["address"] == "127.0.0.1"
    # Nor by the first answer, which says it to the browser once more.
    (said,) = re.findall(r"allowedOrigins: (\[.*?\]),", shell_script())
    assert said == "[location.origin]"
