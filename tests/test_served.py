"""What pages fetch from their own server: pictures and map layers by address."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from artificial import artificial_dataset, empty_dataset
from starlette.applications import Starlette

from iurc_dash.render.deck import LAYER_IDS
from iurc_dash.selection import Selection
from iurc_dash.server import ROUTES
from iurc_dash.ui import data, served


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


class Client:
    """Asks the routes directly, as a server would."""

    def __init__(self) -> None:
        self.app = Starlette(routes=list(ROUTES))

    def get(self, address: str) -> Answer:
        parts = urlsplit(address)
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(dict(message))

        scope = {
            "type": "http", "method": "GET", "path": parts.path, "raw_path": parts.path.encode(), "root_path": "",
            "query_string": parts.query.encode(), "headers": [], "scheme": "http", "http_version": "1.1",
            "server": ("testserver", 80), "client": ("testclient", 1),
        }  # fmt: skip
        # In a thread of its own: where tests have used the browser, its loop runs in this one.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(lambda: asyncio.run(self.app(scope, receive, send))).result(60)
        headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(sent[0]["status"], headers, body.decode())


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    dataset = artificial_dataset()
    monkeypatch.setattr(data, "dataset", lambda: dataset)
    return Client()


def fetched(client: Client, address: str) -> str:
    answer = client.get(address.removeprefix("."))
    assert answer.status == 200
    assert "max-age" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    return answer.text


def test_a_picture_is_of_the_selection_and_theme(client: Client) -> None:
    everything = fetched(client, served.picture_address(Selection(), "light"))
    narrower = fetched(client, served.picture_address(Selection(phases=("1",)), "light"))
    dark = fetched(client, served.picture_address(Selection(), "dark"))
    assert everything.startswith("<svg") and everything.count("<svg") == 1
    assert len({everything, narrower, dark}) == 3
    assert "<script" not in everything


def test_a_pairings_picture_has_its_names(client: Client) -> None:
    address = served.picture_address(Selection(), "light", pairing="na-1-testville-demo-city")
    assert "Testville" in fetched(client, address)
    unknown = fetched(client, served.picture_address(Selection(), "light", pairing="na-1-nowhere"))
    assert "Testville" not in unknown.partition("<title")[0]
    assert unknown == fetched(client, served.picture_address(Selection(), "light"))


def test_every_layer_has_rows_and_only_those_of_the_selection(client: Client) -> None:
    for layer in LAYER_IDS:
        whole = json.loads(
            fetched(client, served.layers_address(Selection(), "phase").replace("{layer}", layer))
        )
        part = json.loads(
            fetched(
                client, served.layers_address(Selection(regions=("JP",)), "phase").replace("{layer}", layer)
            )
        )
        assert 0 < len(part) < len(whole), layer


def test_unknown_layers_are_not_found_and_unknown_values_are_left_out(client: Client) -> None:
    assert client.get("/served/map-secrets.json").status == 404
    address = served.layers_address(Selection(), "phase").replace("{layer}", "places")
    assert fetched(client, address + "&phase=9&region=%3Cscript%3E") == fetched(client, address)


def test_no_data_gives_empty_maps(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(data, "dataset", empty_dataset)
    assert fetched(client, served.picture_address(Selection(), "light")).startswith("<svg")
    assert fetched(client, served.layers_address(Selection(), "region").replace("{layer}", "lines")) == "[]"


def test_addresses_are_relative_and_say_what_they_show(client: Client) -> None:
    address = served.picture_address(Selection(phases=("2",), regions=("NA",)), "dark", close=True)
    assert address.startswith("./served/map.svg?")
    asked = parse_qs(urlsplit(address).query)
    assert asked["phase"] == ["2"] and asked["region"] == ["NA"]
    assert asked["theme"] == ["dark"] and asked["close"] == ["1"]
    assert asked["release"] == [artificial_dataset().version]
