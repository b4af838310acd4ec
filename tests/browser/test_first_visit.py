"""The first visit to a fresh server may go to any page, however the server was started."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from iurc_dash.ui.navigation import PAGES
from scripts.server import START_FORMS, StartForm, start_server
from tests.browser.conftest import Visit

# Every page, the two ways of starting by turns; and the two heaviest pages both ways.
VISITS = [(entry.url_path, START_FORMS[position % 2]) for position, entry in enumerate(PAGES)]
VISITS += [
    (url_path, form) for url_path in ("", "map") for form in START_FORMS if (url_path, form) not in VISITS
]


@pytest.mark.parametrize(
    ("url_path", "form"), VISITS, ids=[f"{path or 'overview'}-{form}" for path, form in VISITS]
)
def test_a_first_visit_by_deep_link_shows_the_page(visit: Visit, url_path: str, form: StartForm) -> None:
    fresh = start_server(form)
    try:
        visitor = visit(fresh, url_path)
        assert visitor.title()
        expect(visitor.page.locator(".iurc-header").get_by_role("link", name="Goals")).to_be_visible()
        # The menu knows every page, and none is listed twice, as Streamlit's old multipage mode would.
        expect(visitor.page.locator('[data-testid="stSidebarNav"]')).to_have_count(0)
        expect(visitor.page.locator('[data-testid="stException"]')).to_have_count(0)
        assert "Traceback" not in fresh.said()
        visitor.check()
        # Before the server goes: what the page is still fetching would fail, and be logged as an error.
        visitor.page.close()
    finally:
        fresh.stop()
