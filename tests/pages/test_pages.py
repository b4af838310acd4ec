"""Every page by AppTest: no data, one row, all data; and what must never be on a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import recorded_dataset
from visits import assert_opens, html_on, open_filter, shown, visit, words_on

from iurc_dash.cautions import CAUTIONS, caution_text
from iurc_dash.dataset import Dataset
from iurc_dash.selection import choices
from iurc_dash.ui import session
from iurc_dash.ui.accessibility import TESTED
from iurc_dash.ui.navigation import PAGES, PageEntry
from iurc_dash.ui.parts import PARTS_OF_EDITION
from iurc_dash.view import PROGRAMME_WIDE

DATASETS = {
    "no data": empty_dataset,
    "one row": one_row_dataset,
    "artificial": artificial_dataset,
    "all data": recorded_dataset,
}
# Pages that show one whole thing, or nothing that a filter narrows.
UNFILTERED = ("programme", "about", "accessibility", "places", "rows")

PAGE_AT = {entry.url_path: entry for entry in PAGES}


def told(visitor: object) -> str:
    return shown(" ".join(element.value for element in visitor.info))  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
@pytest.mark.parametrize("make", DATASETS.values(), ids=list(DATASETS))
def test_page_draws(entry: PageEntry, make: Callable[[], Dataset]) -> None:
    visitor = visit(make(), entry)
    assert_opens(visitor)
    assert not visitor.multiselect, "choices are drawn when they are opened"
    assert_opens(open_filter(visitor))
    assert bool(visitor.multiselect) == entry.is_filtered


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_a_selection_that_nothing_matches_says_what_to_loosen(entry: PageEntry) -> None:
    visitor = visit(recorded_dataset(), entry, {"phase": ["1"], "region": ["AA"]})
    assert_opens(visitor)
    assert "Data release" in html_on(visitor)[-1], "what stands around the page is there"
    if entry.url_path not in UNFILTERED:
        assert "Nothing matches" in told(visitor)
        offers = {button.key: button for button in visitor.button if button.label.startswith("Loosen")}
        assert set(offers) == {"loosen_phases", "loosen_regions"}
        assert_opens(offers["loosen_phases"].click().run())
        assert "phase" not in visitor.query_params and visitor.query_params["region"] in ("AA", ["AA"])
        assert not visitor.info


def test_unknown_values_are_left_out_with_a_remark() -> None:
    address = {"phase": ["2", "9"], "region": ["<script>alert(1)</script>"], "nonsense": ["x"]}
    visitor = visit(recorded_dataset(), PAGES[0], address)
    assert_opens(visitor)
    for part in ("phase = 9", "region = <script>", "nonsense = x"):
        assert part in told(visitor)
    assert "phase = 2" not in told(visitor)
    assert [button.label for button in visitor.button if button.key.startswith("chip_")] == ["Phase 2"]


def test_everything_is_shown_again_by_one_button() -> None:
    visitor = visit(recorded_dataset(), PAGES[0], {"phase": ["2"], "region": ["NA"]})
    narrowed = visitor.title[0].value
    next(button for button in visitor.button if button.label == "Show everything").click()
    visitor.run()
    assert_opens(visitor)
    assert visitor.title[0].value != narrowed
    assert "121 places on the EU side" in visitor.title[0].value


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS_OF_EDITION)
def test_each_programme_in_a_region_has_its_page(part: str) -> None:
    dataset = recorded_dataset()
    editions = dataset["editions"]
    for edition, name, region in zip(
        editions["edition_id"], editions["short_name"], editions["region_id"], strict=True
    ):
        if region == PROGRAMME_WIDE:
            continue
        visitor = visit(dataset, PAGE_AT["programme"], {"edition": [edition], "part": [part]})
        assert_opens(visitor)
        assert not visitor.info, edition
        assert shown(visitor.title[0].value) == name


@pytest.mark.parametrize("subject", ["pairing", "place"])
def test_a_pairing_or_place_has_its_page_and_an_unknown_one_is_told(subject: str) -> None:
    entry = PAGE_AT[f"{subject}s"]
    key, name = {"pairing": ("na-1-bologna-austin", "Austin"), "place": ("toronto-ca", "Toronto")}[subject]
    visitor = visit(recorded_dataset(), entry, {subject: [key]})
    assert_opens(visitor)
    assert name in visitor.title[0].value
    assert not visitor.info
    visitor = visit(recorded_dataset(), entry, {subject: ["nowhere-at-all"]})
    assert_opens(visitor)
    assert "nowhere-at-all" in told(visitor)
    assert subject not in visitor.query_params


def test_the_address_follows_the_filters_also_where_a_page_stops_early() -> None:
    visitor = visit(recorded_dataset(), PAGE_AT["themes"], {"phase": ["1"], "region": ["AA"]})
    assert not visitor.exception
    open_filter(visitor).multiselect(key="filter_regions").set_value(["IN"]).run()
    assert_opens(visitor)
    assert visitor.query_params["region"] in ("IN", ["IN"])
    assert visitor.query_params["phase"] in ("1", ["1"])
    assert not visitor.info


def test_the_page_gives_each_caution_once() -> None:
    visitor = visit(recorded_dataset(), PAGES[0])
    said = unescape(words_on(visitor))
    for key in CAUTIONS:
        assert said.count(caution_text(key)) <= 1, key
    assert caution_text("recorded_only") in said


def test_the_rows_of_a_number_have_a_page_and_a_wrong_number_is_told() -> None:
    entry = PAGE_AT["rows"]
    asked = {"exhibit": ["overview/regions"], "mark": ["NA/1"]}
    visitor = visit(artificial_dataset(), entry, asked)
    assert_opens(visitor)
    assert "2" in visitor.title[0].value
    assert "Testville" in words_on(visitor)
    for wrong in ({"exhibit": ["no/such"]}, {"exhibit": ["overview/regions"], "mark": ["MOON/9"]}):
        visitor = visit(artificial_dataset(), entry, wrong)
        assert_opens(visitor)
        assert "not there" in told(visitor)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_two_sessions_see_their_own_dataset_by_turns(entry: PageEntry) -> None:
    """A session's own data is never seen by the next, and choices are those of the session's data."""
    for dataset, other in ((artificial_dataset(), "NOWHERE"), (one_row_dataset(), "NOWHERE")):
        assert other not in choices(dataset)["regions"]
        visitor = visit(dataset, entry)
        assert_opens(visitor)
        words = words_on(visitor)
        assert "Bologna" not in words and "Hamburg" not in words
        assert dataset.release.version in words
    shared = visit(None, entry)
    assert_opens(shared)
    assert "Testville" not in words_on(shared)
    assert "0.0.0-artificial" not in words_on(shared)


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_an_error_of_any_page_is_reported_where_it_is_set(
    monkeypatch: pytest.MonkeyPatch, entry: PageEntry
) -> None:
    assert "Report an error" not in words_on(visit(recorded_dataset(), entry))
    monkeypatch.setenv(session.REPORT_VARIABLE, "https://cooperation.example/report")
    words = words_on(visit(recorded_dataset(), entry, {"phase": ["2"]}))
    (link,) = re.findall(r'href="(https://cooperation\.example/report[^"]*)"', words)
    # With the page that it is of, and what was chosen there.
    (page,) = parse_qs(urlsplit(link).query)["page"]
    assert page == entry.url_path + "?phase=2"


@pytest.mark.parametrize(
    "setting", ["javascript:alert(1)", "cooperation.example", "//cooperation.example", "  "]
)
def test_nobody_is_sent_to_what_is_no_address(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv(session.REPORT_VARIABLE, setting)
    words = words_on(visit(recorded_dataset(), PAGE_AT["accessibility"]))
    assert "data-report" not in words and "javascript:" not in words
    assert "no contact can be named here" in words


def test_the_accessibility_statement_names_no_contact_but_the_one_that_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unset = words_on(visit(recorded_dataset(), PAGE_AT["accessibility"]))
    assert "no contact can be named here" in unset and "mailto:" not in unset
    assert TESTED[:4] in unset and "partially compliant" in unset
    monkeypatch.setenv(session.REPORT_VARIABLE, "mailto:cooperation@cooperation.example")
    words = words_on(visit(recorded_dataset(), PAGE_AT["accessibility"]))
    assert "no contact can be named here" not in words
    assert 'href="mailto:cooperation@cooperation.example?body=accessibility"' in words
