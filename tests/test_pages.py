"""Every page by AppTest: no data, one row, all data; and what must never be on a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from streamlit.testing.v1 import AppTest

from iurc_dash.cautions import CAUTIONS, caution_text
from iurc_dash.dataset import Dataset
from iurc_dash.opening import open_package
from iurc_dash.ui import data
from iurc_dash.ui.navigation import PAGES, PageEntry, entries_by_url
from iurc_dash.ui.parts import EDITION_PARTS

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 60
EDITIONS_PAGE = entries_by_url()["editions"]


@lru_cache(maxsize=1)
def real_dataset() -> Dataset:
    return open_package(ROOT / "data" / "package", trust_hashes=True)


DATASETS = {
    "no data": empty_dataset,
    "one row": one_row_dataset,
    "artificial": artificial_dataset,
    "all data": real_dataset,
}


def visit(
    monkeypatch: pytest.MonkeyPatch,
    dataset: Dataset,
    entry: PageEntry,
    address: dict[str, list[str]] | None = None,
) -> AppTest:
    monkeypatch.setattr(data, "dataset", lambda: dataset)
    visitor = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    for name, values in (address or {}).items():
        visitor.query_params[name] = values
    visitor.switch_page(f"pages/{entry.path}")
    return visitor.run()


def words_on(visitor: AppTest) -> str:
    elements = [*visitor.title, *visitor.header, *visitor.caption, *visitor.markdown, *visitor.info]
    html = [element.proto.body for element in visitor.get("html")]
    return "\n".join([*(element.value for element in elements), *html])


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
@pytest.mark.parametrize("make", DATASETS.values(), ids=list(DATASETS))
def test_page_draws(monkeypatch: pytest.MonkeyPatch, entry: PageEntry, make: Callable[[], Dataset]) -> None:
    visitor = visit(monkeypatch, make(), entry)
    assert not visitor.exception
    assert len(visitor.title) == 1
    assert visitor.title[0].value.strip()
    assert [element.label for element in visitor.sidebar.multiselect]
    words = words_on(visitor)
    for never in ("Traceback", ">nan<", ">None<", "NaT", "None ", "{count}", "<NA>"):
        assert never not in words, never


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_a_selection_that_nothing_matches_says_what_to_loosen(
    monkeypatch: pytest.MonkeyPatch, entry: PageEntry
) -> None:
    address = {"phase": ["1"], "region": ["AA"]}
    visitor = visit(monkeypatch, real_dataset(), entry, address)
    assert not visitor.exception
    if entry.url_path in ("editions", "about"):
        return
    told = " ".join(element.value for element in visitor.info)
    assert "Loosen" in told
    assert "Phase" in told
    assert "Region" in told


def test_unknown_values_are_left_out_with_a_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    address = {"phase": ["2", "9"], "region": ["<script>alert(1)</script>"], "nonsense": ["x"]}
    visitor = visit(monkeypatch, real_dataset(), PAGES[0], address)
    assert not visitor.exception
    told = " ".join(element.value for element in visitor.info)
    for part in ("phase = 9", "region = <script>", "nonsense = x"):
        assert part in told
    assert "phase = 2" not in told
    assert "Phase 2" in visitor.caption[0].value


def test_everything_is_shown_again_by_one_button(monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit(monkeypatch, real_dataset(), PAGES[0], {"phase": ["2"], "region": ["NA"]})
    narrowed = visitor.title[0].value
    button = next(button for button in visitor.sidebar.button if button.label == "Show everything")
    button.click()
    visitor.run()
    assert not visitor.exception
    assert visitor.title[0].value != narrowed
    assert "162 pairings" in visitor.title[0].value


def test_bound_numbers_agree_with_the_collected_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit(monkeypatch, real_dataset(), PAGES[0])
    assert "162 pairings" in visitor.title[0].value
    assert "154 pairings" not in words_on(visitor)


EDITIONS = (
    "NA-1",
    "NA-2",
    "NA-3",
    "LAC-1",
    "LAC-2",
    "LAC-3",
    "CN-1",
    "CN-2",
    "JP-1",
    "IN-1",
    "SEA-1",
    "AA-2",
    "AA-3",
)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("part", EDITION_PARTS)
def test_each_edition_has_its_page(monkeypatch: pytest.MonkeyPatch, edition: str, part: str) -> None:
    visitor = visit(monkeypatch, real_dataset(), EDITIONS_PAGE, {"edition": [edition], "part": [part]})
    assert not visitor.exception
    assert not visitor.info
    assert visitor.title[0].value == real_dataset().names.editions[edition]
    assert len(visitor.header) > 1
    assert "not recorded yet" not in words_on(visitor)


def test_the_third_phase_in_north_america_is_the_edition_that_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit(monkeypatch, real_dataset(), EDITIONS_PAGE)
    assert visitor.title[0].value == "North America, phase 3"
    assert "edition" not in visitor.query_params


def test_a_pairing_has_its_page_and_an_unknown_one_gives_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = entries_by_url()["pairings"]
    visitor = visit(monkeypatch, real_dataset(), entry, {"pairing": ["na-1-bologna-austin"]})
    assert not visitor.exception
    assert "Austin" in visitor.title[0].value
    visitor = visit(monkeypatch, real_dataset(), entry, {"pairing": ["na-1-nowhere"]})
    assert not visitor.exception
    assert "162 pairings" in visitor.title[0].value
    assert "pairing" not in visitor.query_params
    assert "na-1-nowhere" in " ".join(element.value for element in visitor.info)


def test_the_address_follows_the_filters_also_where_a_page_stops_early(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    visitor = visit(
        monkeypatch, real_dataset(), entries_by_url()["themes"], {"phase": ["1"], "region": ["AA"]}
    )
    assert not visitor.exception
    visitor.sidebar.multiselect(key="filter_regions").set_value(["IN"]).run()
    assert not visitor.exception
    assert visitor.query_params["region"] in ("IN", ["IN"])
    assert visitor.query_params["phase"] in ("1", ["1"])
    assert not visitor.info


def test_the_page_gives_each_caution_once(monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit(monkeypatch, real_dataset(), PAGES[0])
    captions = "\n".join(element.value for element in visitor.caption)
    for key in CAUTIONS:
        assert captions.count(caution_text(key)) <= 1, key
    assert caution_text("recorded_only") in captions
