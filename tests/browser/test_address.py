"""The address brings a view back, whatever it says; the filters and the address never part."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from iurc_dash.ui.navigation import FOOT, FURTHER, PAGES, PageEntry
from scripts.server import Server
from tests.browser.conftest import Visit

CHOSEN = "phase=2&region=NA"
SCRIPT = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def go(page: Page, entry: PageEntry) -> None:
    """Go to a page by the menu, or by the foot of the page."""
    if entry.section == FOOT:
        page.locator(".iurc-page-foot").get_by_role("link", name=entry.title, exact=True).click()
        return
    banner = page.locator(".iurc-header")
    if entry.section == FURTHER:
        banner.get_by_role("button", name="More").click()
    banner.get_by_role("link", name=entry.title, exact=True).click()
    # The menu has done its work and may not lie over the page it led to.
    expect(page.locator("#iurc-further")).to_be_hidden()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.url_path or "overview")
def test_an_address_keeps_its_filters_and_names_the_page(
    visit: Visit, server: Server, entry: PageEntry
) -> None:
    visitor = visit(server, f"{entry.url_path}?{CHOSEN}")
    assert parameters(visitor.page) == {"phase": ["2"], "region": ["NA"]}
    # A programme is one thing, and its name stands first.
    assert visitor.page.title().startswith(
        "North America, phase 2" if entry.url_path == "programme" else entry.title
    )
    assert entry.title == "Map" or "Map" not in visitor.page.title()
    expect(visitor.page.get_by_text("The address names something")).to_have_count(0)


def test_tabs_are_called_by_the_one_thing_that_they_show(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?pairing=na-1-bologna-austin")
    expect(visitor.page).to_have_title(re.compile("^Metropolitan City of Bologna – Austin · "))
    visitor.page.locator(".iurc-header").get_by_role("link", name="Goals", exact=True).click()
    expect(visitor.page).to_have_title(re.compile("^Goals · "))
    visitor.open("places?place=turin-it")
    expect(visitor.page).to_have_title(re.compile("^Turin · "))


def test_an_embedded_page_stays_embedded_when_a_link_is_followed(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?phase=1&embed=true")
    page = visitor.page
    page.get_by_test_id("stMain").locator("tbody a").first.click()
    expect(page).to_have_url(re.compile("pairing="))
    assert parameters(page)["embed"] == ["true"]


def test_a_page_loaded_again_shows_the_same(visit: Visit, server: Server) -> None:
    visitor = visit(server, f"map?{CHOSEN}&pairing=na-2-dortmund-pittsburgh")
    before = parameters(visitor.page), visitor.title()
    visitor.page.reload()
    visitor.wait()
    assert (parameters(visitor.page), visitor.title()) == before


def test_filters_go_along_from_page_to_page_and_are_cleared_at_once(visit: Visit, server: Server) -> None:
    visitor = visit(server, f"?{CHOSEN}")
    page = visitor.page
    overview = visitor.title()
    for entry in PAGES[1:]:
        if not entry.section:
            continue
        go(page, entry)
        expect(page).to_have_url(re.compile(rf"/{entry.url_path}\?"))
        visitor.wait()
        assert parameters(page) == {"phase": ["2"], "region": ["NA"]}, entry.title
    go(page, PAGES[0])
    expect(page.locator("h1")).to_have_text(overview)
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator("h1")).not_to_have_text(overview)
    expect(page).not_to_have_url(re.compile("phase="))
    assert parameters(page) == {}


def test_going_back_brings_back_what_was_chosen_before(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings")
    page = visitor.page
    everything = visitor.title()
    visitor.open_filter().get_by_role("button", name="Phase 1").click()
    expect(page).to_have_url(re.compile("phase=1"))
    expect(page.locator("h1")).not_to_have_text(everything)
    page.go_back()
    expect(page.locator("h1")).to_have_text(everything)
    assert "phase" not in parameters(page)
    page.go_forward()
    expect(page.locator("h1")).not_to_have_text(everything)


def test_a_second_phase_widens_the_first(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?phase=1")
    visitor.open_filter().get_by_role("button", name="Phase 2").click()
    expect(visitor.page).to_have_url(re.compile("phase=1.*phase=2"))
    assert parameters(visitor.page) == {"phase": ["1", "2"]}


@pytest.mark.parametrize(
    "query",
    [
        "phase=99",
        "region=Atlantis&phase=2",
        "pairing=no-such-pairing",
        "edition=ZZ-9",
        "place=nowhere",
        "theme=nothing",
        "shown=sdg-99",
        "sort=backwards",
        "list=nothing",
        "basis=guessed",
        "nonsense=1",
        f"phase={quote(SCRIPT)}",
        f"search={quote(SCRIPT)}",
        f"pairing={quote(SCRIPT)}",
        f"{quote(SCRIPT)}=1",
        "phase=" + "2" * 3000,
        "search=%00%ff",
    ],
    ids=lambda query: query[:40],
)
def test_a_wrong_address_gives_a_clear_page(visit: Visit, server: Server, query: str) -> None:
    for url_path in ("map", "pairings", "goals") if query.startswith(("pairing", "shown")) else ("pairings",):
        visitor = visit(server, f"{url_path}?{query}")
        page = visitor.page
        assert visitor.title()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        expect(page.get_by_text("encountered an error")).to_have_count(0)
        assert page.evaluate("window.hacked") is None
        assert page.locator("[data-testid='stMain'] script, [onerror]").count() == 0


@pytest.mark.parametrize("query", ["phase=99", "pairing=no-such-pairing", "nonsense=1"])
def test_what_the_address_got_wrong_is_said(visit: Visit, server: Server, query: str) -> None:
    visitor = visit(server, f"pairings?{query}")
    name, value = query.split("=")
    expect(visitor.page.get_by_test_id("stAlert").filter(has_text=value)).to_contain_text(name)


def test_a_page_that_does_not_exist_is_told_and_the_dashboard_goes_on(visit: Visit, server: Server) -> None:
    visitor = visit(server, "no-such-page")
    expect(visitor.page.get_by_role("dialog")).to_contain_text("Page not found")
    visitor.page.keyboard.press("Escape")
    assert visitor.title()
    # Streamlit writes the same into the browser's log; that, once, is all there may be.
    assert [error for error in visitor.errors if "does not seem to exist" not in error] == []
    assert len(visitor.errors) == 1
    visitor.errors.clear()


def test_a_filter_that_nothing_matches_says_what_to_loosen(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?phase=2&region=JP")
    page = visitor.page
    expect(page.get_by_role("status").filter(has_text="Nothing matches")).to_be_visible()
    page.get_by_role("button", name="Loosen “Region”").click()
    expect(page).to_have_url(re.compile("phase=2$"))
    expect(page.get_by_text("Nothing matches")).to_have_count(0)


def test_markup_in_a_search_is_shown_as_text(visit: Visit, server: Server) -> None:
    visitor = visit(server, "sources")
    box = visitor.page.get_by_test_id("stMain").get_by_role("textbox")
    box.fill(SCRIPT)
    box.press("Enter")
    expect(visitor.page).to_have_url(re.compile("search="))
    visitor.wait()
    assert visitor.page.evaluate("window.hacked") is None
