"""axe-core finds nothing on any page, light and dark, on a desk and on a phone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from iurc_dash.ui.navigation import PAGES
from scripts.server import Server
from tests.browser.conftest import Visit

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# Addresses that show more than a page's first state.
DETAILS = (
    "map?place=austin-us",
    "pairings?pairing=na-1-bologna-austin",
    "goals?shown=sdg-11",
    "activity?phase=1&region=JP&kind=group",
)
ADDRESSES = [entry.url_path for entry in PAGES] + list(DETAILS)


def violations(page: object) -> list[str]:
    found = Axe().run(page).response["violations"]  # type: ignore[arg-type]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in found
        for node in violation["nodes"][:4]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ADDRESSES, ids=lambda path: path or "overview")
def test_axe_finds_nothing(visit: Visit, server: Server, path: str, theme: str) -> None:
    visitor = visit(server, path, theme=theme)
    found = {"desk": violations(visitor.page)}
    visitor.page.set_viewport_size(PHONE)
    visitor.page.wait_for_function("() => window.innerWidth === 390")
    visitor.wait()
    found["phone"] = violations(visitor.page)
    wider = visitor.page.evaluate("document.documentElement.scrollWidth")
    assert found == {"desk": [], "phone": []}
    assert wider <= PHONE["width"], "the page scrolls sideways on a phone"


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path or "overview")
def test_headings_come_in_order(visit: Visit, server: Server, entry: object) -> None:
    visitor = visit(server, entry.url_path)  # type: ignore[attr-defined]
    levels = visitor.page.evaluate(
        "[...document.querySelectorAll('[data-testid=\"stMain\"] :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])"
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(following <= level + 1 for level, following in pairwise(levels)), levels


def test_the_page_says_its_language(visit: Visit, server: Server) -> None:
    visitor = visit(server, "")
    assert visitor.page.evaluate("document.documentElement.lang") == "en"
