"""What the server answers by address speaks the language that the address asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from artificial import artificial_dataset
from pseudo_language import CODE, forgotten, in_cyrillic, spoken, translate
from server_client import Client
from starlette.types import ASGIApp

from iurc_dash import tokens
from iurc_dash.addresses import layers_address, picture_address
from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.register import make
from iurc_dash.render.deck.rows import LAYER_IDS
from iurc_dash.server.middleware import ClosedAddresses, Full
from iurc_dash.ui import session
from iurc_dash.view import view_of


@pytest.fixture(autouse=True)
def dataset(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dataset]:
    shared = in_cyrillic(artificial_dataset())
    tokens.publish(shared)
    monkeypatch.setattr(session, "shared_dataset", lambda: shared)
    with spoken(tmp_path_factory.mktemp("locale")):
        yield shared


def answered(address: str, app: ASGIApp | None = None) -> str:
    return Client(app).get(address.removeprefix(".")).text


@pytest.mark.parametrize("pairing", ["", "na-2-testville-sampleton-demo-city"])
def test_a_picture_has_title_description_and_names_in_the_language(dataset: Dataset, pairing: str) -> None:
    shown = make(view_of(dataset, language=CODE), "pairings/on-map", pairing=pairing)
    address = picture_address(shown, "light")
    picture = answered(address)
    said = re.findall(r"<(title|desc|text)[^>]*>([^<]*)</", picture)
    assert {kind for kind, _words in said} >= {"title", "desc"}
    assert not [words for _kind, words in said if forgotten(words)]
    assert translate("Map of") in picture
    # The same map in English is another picture.
    assert "Map of" in answered(address.replace(f"lang={CODE}", "lang=en"))


def test_rows_of_the_map_are_in_the_language(dataset: Dataset) -> None:
    address = layers_address(make(view_of(dataset, language=CODE), "pairings/on-map"))
    for layer in LAYER_IDS:
        rows = json.loads(answered(address.replace("{layer}", layer)))
        # Lines have no words: only places can be chosen on so large a map.
        told = [row["t"] for row in rows if "t" in row]
        assert bool(told) is (layer != "pairings") and not list(filter(forgotten, told))


def test_what_is_refused_is_refused_in_the_language(dataset: Dataset) -> None:
    async def nothing(_scope: Any, _receive: Any, _send: Any) -> None:
        raise AssertionError("passed on")

    full, closed = Full(nothing, most=0), ClosedAddresses(nothing)
    refused = {
        f"/served/map.svg?release=0&lang={CODE}": None,
        f"/served/map-0.json?release={tokens.token_of(dataset)}&lang={CODE}": None,
        f"/?lang={CODE}": full,
        f"/_stcore/metrics?lang={CODE}": closed,
    }
    for address, app in refused.items():
        said = re.sub(r"<[^>]+>", " ", answered(address, app))
        assert said.strip() and not forgotten(said), address
    assert f'<html lang="{CODE}">' in answered(f"/?lang={CODE}", full)
    for language in ("xx", '"><script>'):
        page = answered(f"/?lang={language}", full)
        assert '<html lang="en">' in page and "script" not in page
