"""What a menu offers to take away: every address is served, every text stands by itself."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset
from server_client import Client

from iurc_dash import tokens
from iurc_dash.addresses import page_address
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.render.taking_away import Offer, complete, take_away
from iurc_dash.selection import Selection
from iurc_dash.server import files
from iurc_dash.view import view_of

HOME = "https://dashboard.example/iurc/"


def shown() -> Exhibit:
    dataset = artificial_dataset()
    tokens.publish(dataset)
    return make(view_of(dataset, Selection(phases=("1",))), "goals/reached")


def offered(exhibit: Exhibit) -> dict[str, Offer]:
    here = page_address("goals", exhibit.view)
    return {offer.key: offer for offer in take_away(exhibit, "dark", here=here, home=HOME)}


def test_everything_is_offered_once_as_a_file_or_a_text() -> None:
    offers = offered(shown())
    assert list(offers) == ["png", "svg", "table", "link", "finding"]
    assert all(bool(offer.address) != bool(offer.text) and offer.label for offer in offers.values())
    assert len({offer.label for offer in offers.values()}) == len(offers)
    # What is served to the page itself goes with it wherever it is mounted.
    assert all(offer.address.startswith("./served/") for offer in offers.values() if offer.address)


def test_every_file_that_is_offered_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "png", lambda svg, scale: svg.encode())
    exhibit = shown()
    for offer in offered(exhibit).values():
        if offer.address:
            answer = Client().get(offer.address.removeprefix("."))
            assert answer.status == 200, offer
            assert offer.key == "table" or "goals?phase=1" in answer.text


def test_the_finding_stands_by_itself_with_selection_sources_release_and_link() -> None:
    exhibit = shown()
    lines = offered(exhibit)["finding"].text.splitlines()
    assert lines[0] == exhibit.finding and "Phase 1" in lines
    assert "public source" in lines[-2] and "Data release 0.0.0-artificial of 1 June 2026" in lines[-2]
    assert lines[-1] == offered(exhibit)["link"].text == "https://dashboard.example/iurc/goals?phase=1"
    assert all(lines)


def test_the_label_of_the_table_says_how_much_it_is() -> None:
    exhibit = shown()
    assert f"all {len(exhibit.table)} rows" in offered(exhibit)["table"].label


def test_an_address_is_made_complete_once() -> None:
    assert (
        complete("./", HOME) == HOME
        and complete("./map", "http://localhost:8501") == "http://localhost:8501/map"
    )
