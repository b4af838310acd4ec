"""Search engines find every page, and no address leads to nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest
from artificial import artificial_dataset
from asgi import Answer, answer_of, streamlit_stands_in
from starlette.applications import Starlette

from iurc_dash import tokens
from iurc_dash.dataset import Dataset
from iurc_dash.problems import Code, DatasetError, Problem
from iurc_dash.server.routes import routes
from iurc_dash.server.shell import FilledShell
from iurc_dash.ui import session
from iurc_dash.ui.navigation import PAGES

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(autouse=True)
def dataset(monkeypatch: pytest.MonkeyPatch) -> Dataset:
    shared = artificial_dataset()
    tokens.publish(shared)
    monkeypatch.setattr(session, "shared_dataset", lambda: shared)
    return shared


def answered(path: str) -> Answer:
    return answer_of(Starlette(routes=list(routes())), path)


def test_every_page_and_every_pairing_and_place_is_listed_once_and_has_a_page(dataset: Dataset) -> None:
    answer = answered("/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    listed = [found.text or "" for found in ET.fromstring(answer.text).iter(LOCATION)]
    assert len(set(listed)) == len(listed)
    menu = [entry for entry in PAGES if entry.section]
    tables = sum(len(dataset[table]) for table in ("pairings", "places", "editions"))
    assert len(listed) == len(menu) + tables
    titles = set()
    for address in listed:
        parts = urlsplit(address)
        assert (parts.scheme, parts.netloc) == ("https", "dashboard.example")
        page = answer_of(FilledShell(streamlit_stands_in), f"{parts.path}?{parts.query}")
        titles.add(page.text.split("<h1>")[1].split("</h1>")[0])
    # No address shows another page than its own.
    assert len(titles) >= len(dataset["pairings"]) + len(dataset["places"])


def test_the_address_that_was_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IURC_DASH_ADDRESS", "https://cooperation.example/atlas")
    assert "Sitemap: https://cooperation.example/atlas/sitemap.xml\n" in answered("/robots.txt").text
    assert "dashboard.example" not in answered("/sitemap.xml").text
    assert "<loc>https://cooperation.example/atlas/goals</loc>" in answered("/sitemap.xml").text


def test_data_with_problems_has_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> Dataset:
        raise DatasetError([Problem(table="pairings.csv", code=Code.WRONG_DATE, what="No.", mend="Mend it.")])

    monkeypatch.setattr(session, "shared_dataset", refused)
    answer = answered("/sitemap.xml")
    assert answer.status == 503 and "<loc>" not in answer.text
    assert answered("/robots.txt").status == 200
