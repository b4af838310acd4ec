"""What is printed: the page alone, light, nothing cut, and each sheet says what it is and where it is from."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from iurc_dash.opening import open_package
from iurc_dash.selection import Selection
from iurc_dash.ui.navigation import PAGES
from scripts.server import ROOT, Server
from tests.browser.conftest import Visit
from tests.browser.paper import Sheet, in_one_line, printed

DATASET = open_package(Path(ROOT / "data" / "package"), trust_hashes=True)
# Addresses that show more than a page's first state: a time line, one thing, a filter, a place chosen on the map.
DETAILS = (
    "activity?phase=3&region=AA",
    "pairings?pairing=na-1-bologna-austin",
    "programme?edition=JP-1",
    "places?place=austin-us",
    "goals?phase=2&region=LAC&region=JP",
    "map?place=rome-it",
    "themes?theme=circular-economy",
)
ADDRESSES = [entry.url_path for entry in PAGES if entry.url_path != "rows"] + list(DETAILS)
# What can only be used on a screen.
FOR_THE_SCREEN = ("Take away", "Show everything", "Find a city", "Report an error", "Choose")
# Rows of tables of numbers, as they are read.
ROWS = """[...document.querySelectorAll('[data-testid="stMain"] .iurc-matrix tr')].map(row => {
    const seen = row.cloneNode(true);
    for (const heard of seen.querySelectorAll('.iurc-heard')) heard.remove();
    return seen.textContent;
})"""
HEADINGS = (
    """[...document.querySelectorAll('[data-testid="stMain"] :is(h2, h3)')].map(one => one.textContent)"""
)
MARGIN_MM = 11.0


@pytest.mark.parametrize("path", ADDRESSES, ids=lambda path: path or "overview")
def test_a_page_is_whole_and_light_on_paper(visit: Visit, server: Server, path: str) -> None:
    # From the dark theme: paper is white all the same.
    visitor = visit(server, path, theme="dark")
    page = visitor.page
    if page.locator(".iurc-map-holder").count():
        page.wait_for_selector(".iurc-map.is-alive")
    title = in_one_line(visitor.title())
    headings = {in_one_line(heading)[:40] for heading in page.evaluate(HEADINGS)}
    rows = [in_one_line(row) for row in page.evaluate(ROWS)]
    for landscape in (False, True):
        sheets = printed(page, landscape=landscape)
        whole = in_one_line(" ".join(sheet.text for sheet in sheets))
        assert title in in_one_line(sheets[0].text)
        for number, sheet in enumerate(sheets, start=1):
            said = in_one_line(sheet.text)
            assert f"{number} / {len(sheets)}" in said
            assert DATASET.release.version in said and urlsplit(page.url).netloc in said
            width, height = sheet.size
            assert (width > height) == landscape
            # What does not fit on the sheet would stand in its margins.
            assert sheet.is_white(left=0, top=0, right=MARGIN_MM, bottom=height), (
                "something is cut at the left"
            )
            assert sheet.is_white(left=width - MARGIN_MM, top=0, right=width, bottom=height), (
                "cut at the right"
            )
            assert sheet.share_of_dark() < 0.25, "the sheet is dark"
            # Without what stands in the margin, which the browser writes first.
            written = [line for line in sheet.lines if line not in in_margins(sheets)]
            assert not written or written[-1][:40] not in headings, "a heading is parted from what it is of"
        # No number is cut and none is lost: each line of a table of numbers is there from its first word to its last.
        missing = [row for row in rows if without_spaces(row) not in without_spaces(whole)]
        assert not missing, missing
        assert not [words for words in FOR_THE_SCREEN if words in whole]


def in_margins(sheets: list[Sheet]) -> set[str]:
    """Lines that all sheets but the first have."""
    return set.intersection(*(set(sheet.lines) for sheet in sheets[1:])) if len(sheets) > 2 else set()


def without_spaces(words: str) -> str:
    return words.replace(" ", "")


def test_each_sheet_says_what_was_chosen_and_the_address_that_brings_it_back(
    visit: Visit, server: Server
) -> None:
    path = "goals?phase=2&region=LAC&region=JP"
    page = visit(server, path).page
    chosen = Selection(phases=("2",), regions=("LAC", "JP")).in_words(DATASET)
    for sheet in printed(page, landscape=False):
        said = in_one_line(sheet.text)
        assert chosen in said and without_spaces(page.url) in without_spaces(said)
        assert "All phases" not in said
    # What is about one thing is not narrowed, and does not say so.
    for sheet in printed(
        visit(server, f"pairings?pairing=na-1-bologna-austin&{path[6:]}").page, landscape=False
    ):
        assert chosen not in in_one_line(sheet.text)


def test_the_address_on_paper_is_the_one_of_now(visit: Visit, server: Server) -> None:
    """A part of the page changes the address alone; what the server drew below it is older."""
    visitor = visit(server, "map")
    page = visitor.page
    page.get_by_role("combobox", name="Place", exact=True).click()
    page.keyboard.type("Canberra")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.address}/map?place=canberra-au")
    visitor.wait()
    first = in_one_line(printed(page, landscape=False)[0].text)
    assert (
        "place=canberra-au" in without_spaces(first)
        and "Canberra" in first
        and "Show everything" not in first
    )


def test_what_is_open_beside_the_page_is_not_printed_over_it(visit: Visit, server: Server) -> None:
    page = visit(server, "goals").page
    page.locator(".iurc-foot a").first.click()
    expect(page.get_by_role("dialog").locator("table")).to_be_visible()
    whole = in_one_line(" ".join(sheet.text for sheet in printed(page, landscape=False)))
    assert "What is behind this" not in whole
    assert in_one_line(page.locator("h1").first.inner_text()) in whole
