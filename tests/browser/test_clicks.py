"""What a click on a mark or a number opens: exactly the rows that it counts; and the same by keyboard."""

from __future__ import annotations

import re
import time
import zipfile
from csv import DictReader
from io import TextIOWrapper
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Timeline
from iurc_dash.opening import open_package
from iurc_dash.quantities import Count, Share, Stated
from iurc_dash.render.plotly import mark_of
from iurc_dash.selection import Selection
from iurc_dash.ui.show import ROWS_A_PAGE
from iurc_dash.view import view_of
from scripts.server import ROOT, Server
from tests.browser import charts
from tests.browser.conftest import Visit

# So few activities that each is a mark on a time line.
NARROW, NARROW_PATH = {"phases": ("3",), "regions": ("AA",)}, "activity?phase=3&region=AA"
FORMULA = re.compile(r"^[=+@\t\r]|^-(?!\d)")
ISO_DATE = re.compile(r"^(\d{4}(-\d\d(-\d\d)?)?)?$")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_package(Path(ROOT / "data" / "package"), trust_hashes=True)


def chart_of(page: Page, shown: Exhibit) -> Locator:
    """The chart of an exhibit, found by its words for screen readers."""
    return page.get_by_test_id("stPlotlyChart").and_(page.get_by_label(shown.alt, exact=True))


def rows_listed(place: Locator) -> int:
    """How many rows are listed there: those of a single page, or what the line below a page of them says."""
    table = place.locator("table").first
    expect(table).to_be_visible()
    lines = table.locator("tbody tr").count()
    if lines < ROWS_A_PAGE:
        return lines
    said = place.get_by_text(re.compile(r"^1 to \d+ of [\d,]+$"))
    return int(said.first.inner_text().rpartition(" ")[2].replace(",", "")) if said.count() else lines


def marks_to_try(chart: Locator) -> list[str | int]:
    """As they are sent: the longest, the first and the last mark that can be seen."""
    seen = charts.drawn(chart)
    widest = max(seen, key=lambda mark: mark.width)
    return list(dict.fromkeys((widest.key, seen[0].key, seen[-1].key)))


def assert_shown(page: Page, shown: Exhibit, key: str) -> None:
    """As many rows as the mark counts are open, under its name; then they are closed again."""
    mark, dialog = shown.marks[key], page.get_by_role("dialog")
    expect(dialog).to_contain_text(" ".join(mark.label.split()))
    assert isinstance(mark.quantity, Count | Share | Stated)
    expected = sum(map(len, mark.quantity.rows.values()))
    # The table of the drawer that was open before may stand there for a moment.
    deadline = time.monotonic() + 15
    while rows_listed(dialog) != expected and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    assert expected and rows_listed(dialog) == expected, (mark.label, expected)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "id"),
    [
        ("themes", "themes/ranking"),
        ("themes", "themes/clusters-by-region"),
        ("activity", "activities/over-time"),
        ("activity", "activities/held-by-year"),
    ],
)
def test_a_mark_that_is_drawn_opens_the_rows_that_it_counts(
    visit: Visit, server: Server, dataset: Dataset, path: str, id: str
) -> None:
    shown = make(view_of(dataset), id)
    page = visit(server, path).page
    links = page.get_by_test_id("stMain").locator(f'a[data-mark][href*="exhibit={id}&"]')
    expect(links.first).to_be_attached()
    keys = links.evaluate_all("links => links.map(link => link.dataset.mark)")
    assert set(keys) <= set(shown.marks) and len(keys) > 5
    # By the pointer and by keyboard, the first, one in the middle and the last.
    for place in (0, len(keys) // 2, len(keys) - 1):
        link = links.nth(place)
        link.evaluate("link => link.scrollIntoView({block: 'center'})")
        if place:
            link.focus()
            page.keyboard.press("Enter")
        else:
            link.click()
        assert_shown(page, shown, keys[place])


def test_a_click_on_a_time_line_opens_the_row_that_it_shows(
    visit: Visit, server: Server, dataset: Dataset
) -> None:
    shown = make(view_of(dataset, Selection(**NARROW)), "activities/over-time")
    assert isinstance(shown.form, Timeline)
    visitor = visit(server, NARROW_PATH)
    tried = marks_to_try(chart_of(visitor.page, shown))
    assert len(tried) > 1
    # The first one again, at once: a chart would take that for taking the first click back.
    for key in (tried[0], *tried):
        charts.click(chart_of(visitor.page, shown), key)
        assert_shown(visitor.page, shown, mark_of(shown.form, key))
        assert {one.opacity for one in charts.drawn(chart_of(visitor.page, shown))} == {1}
        visitor.wait()


def test_a_pointer_on_a_mark_of_a_time_line_is_told_of_that_mark(
    visit: Visit, server: Server, dataset: Dataset
) -> None:
    shown = make(view_of(dataset, Selection(**NARROW)), "activities/over-time")
    assert isinstance(shown.form, Timeline)
    visitor = visit(server, NARROW_PATH)
    chart = chart_of(visitor.page, shown)
    seen = charts.drawn(chart)
    assert len(seen) > 15
    for mark in seen[::3]:
        label = shown.marks[mark_of(shown.form, mark.key)].label
        visitor.page.mouse.move(*charts.point_of(chart, mark.key))
        expect(chart.locator(".hoverlayer")).to_contain_text(label[:20])


@pytest.mark.parametrize(
    ("path", "within"),
    [
        ("", ".iurc-number"),
        ("", ".iurc-parts"),
        ("goals?phase=2", ".iurc-matrix tbody td"),
        ("sources", ".iurc-table tbody"),
    ],
    ids=["a key number", "a part of one", "a cell of a matrix", "a cell of a table"],
)
def test_a_number_leads_to_the_rows_that_it_counts(
    visit: Visit, server: Server, path: str, within: str
) -> None:
    visitor = visit(server, path)
    page = visitor.page
    links = page.get_by_test_id("stMain").locator(f'{within} a[href^="./rows?"]')
    counts = [int(text.replace(",", "")) for text in links.all_inner_texts()]
    chosen = max(range(len(counts)), key=lambda place: (counts[place] < 100, counts[place]))
    links.nth(chosen).evaluate("link => link.scrollIntoView({block: 'center'})")
    address = links.nth(chosen).get_attribute("href") or ""
    links.nth(chosen).focus()
    page.keyboard.press("Enter")
    drawer = page.get_by_role("dialog")
    expect(drawer.locator("table")).to_be_visible()
    visitor.wait()
    assert counted_in(drawer.locator("h3").first.inner_text()) == counts[chosen]
    assert rows_listed(drawer) == counts[chosen] > 1
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    # The focus comes back to where it was.
    page.wait_for_function("href => document.activeElement.getAttribute('href') === href", arg=address)
    # The link can be sent: it is a page of its own, with what was chosen.
    visitor.open(address.removeprefix("./"))
    assert counted_in(page.locator("h1").inner_text()) == counts[chosen]
    assert rows_listed(page.get_by_test_id("stMain")) == counts[chosen]
    asked = parse_qs(urlsplit(page.url).query)
    assert ("phase=2" in path) == (asked.get("phase") == ["2"])
    expect(page.get_by_test_id("stException")).to_have_count(0)


def counted_in(words: str) -> int:
    """The number that a title says: '77', or '68 pairings and 9 activities'."""
    said = words.rpartition(":")[2]
    return sum(int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", said))


def test_a_link_moves_within_the_session_and_is_a_real_one(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?phase=1")
    page = visitor.page
    page.evaluate("window.isTheSame = true")
    link = page.get_by_test_id("stMain").locator("tbody a").first
    name, address = link.inner_text(), link.get_attribute("href") or ""
    link.click()
    expect(page.locator("h1")).to_have_text(name)
    for place in ("Themes", "Overview"):
        page.locator(".iurc-header").get_by_role("link", name=place, exact=True).click()
        expect(page.locator(".iurc-header").get_by_role("link", name=place, exact=True)).to_have_attribute(
            "aria-current", "page"
        )
    assert page.evaluate("window.isTheSame"), "the dashboard was loaded anew"
    with page.context.expect_page() as opening:
        page.locator(".iurc-header").get_by_role("link", name="Goals", exact=True).click(
            modifiers=["Control"]
        )
    assert urlsplit(opening.value.url).path == "/goals"
    opening.value.close()
    visitor.open(address.removeprefix("./"))
    expect(page.locator("h1")).to_have_text(name)


def test_no_number_of_a_page_leads_anywhere_but_to_rows(visit: Visit, server: Server) -> None:
    visitor = visit(server, "")
    cells = visitor.page.get_by_test_id("stMain").locator(".iurc-matrix td, .iurc-number")
    for cell in cells.all():
        text = cell.inner_text().strip()
        link = cell.locator("a")
        assert link.count() == (1 if re.fullmatch(r"[1-9][\d,]*", text) else 0), text
        if link.count():
            assert (link.get_attribute("href") or "").startswith("./rows?")


def test_a_name_in_a_table_leads_to_its_page(visit: Visit, server: Server) -> None:
    visitor = visit(server, "pairings?phase=1")
    page = visitor.page
    link = page.get_by_test_id("stMain").locator("tbody a").first
    name = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("pairing="))
    expect(page.locator("h1")).to_have_text(name)
    page.go_back()
    expect(page.locator("h1")).not_to_have_text(name)


def test_a_table_can_be_taken_away_with_what_it_is(visit: Visit, server: Server, dataset: Dataset) -> None:
    visitor = visit(server, "sources?phase=2")
    visitor.page.locator(".iurc-foot").last.get_by_role("link", name="Take away").click()
    drawer = visitor.page.get_by_role("dialog")
    with visitor.page.expect_download() as downloading:
        drawer.get_by_role("link", name=re.compile("^Table")).click()
    download = downloading.value
    assert download.suggested_filename == f"iurc-record-sources-phase-2-{dataset.release.version}.zip"
    with zipfile.ZipFile(download.path()) as archive:
        table, read_me = archive.namelist()
        assert table == download.suggested_filename.replace(".zip", ".csv") and read_me == "README.txt"
        said = archive.read(read_me).decode()
        with archive.open(table) as file:
            lines = list(DictReader(TextIOWrapper(file, "utf-8-sig", newline="")))
    assert dataset.release.version in said and "Phase 2" in said and "CC BY 4.0" in said
    assert len(lines) > 100
    dates = [column for column in lines[0] if re.search("Published", column)]
    assert dates
    for line in lines:
        for column, value in line.items():
            assert not FORMULA.match(column) and not FORMULA.match(value), (column, value)
            assert value not in {"not recorded", "none", "–"}, (column, value)
            assert column not in dates or ISO_DATE.match(value), (column, value)
