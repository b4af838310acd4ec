"""Every page by AppTest: no data, one row, all data; and what must never be on a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from streamlit.testing.v1 import AppTest

from iurc_dash.dataset import Dataset
from iurc_dash.loaders.package import open_package
from iurc_dash.ui import data
from iurc_dash.ui.navigation import PAGES, PageEntry

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 60


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
    assert "154 pairings" in visitor.title[0].value


def test_bound_numbers_agree_with_the_collected_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit(monkeypatch, real_dataset(), PAGES[0])
    assert "154 pairings" in visitor.title[0].value
    assert "155 pairings" not in words_on(visitor)


@pytest.mark.parametrize(
    "edition",
    ["NA-1", "NA-2", "NA-3", "LAC-1", "LAC-2", "LAC-3", "CN-1", "CN-2", "JP-1", "IN-1", "AA-2", "AA-3"],
)
def test_each_edition_has_its_page(monkeypatch: pytest.MonkeyPatch, edition: str) -> None:
    entry = next(entry for entry in PAGES if entry.url_path == "editions")
    visitor = visit(monkeypatch, real_dataset(), entry, {"edition": [edition]})
    assert not visitor.exception
    assert not visitor.info
    assert len(visitor.header) > 6


def test_a_pairing_has_its_page_and_an_unknown_one_gives_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = next(entry for entry in PAGES if entry.url_path == "pairings")
    visitor = visit(monkeypatch, real_dataset(), entry, {"pairing": ["na-1-bologna-austin"]})
    assert not visitor.exception
    assert "Austin" in visitor.title[0].value
    visitor = visit(monkeypatch, real_dataset(), entry, {"pairing": ["na-1-nowhere"]})
    assert not visitor.exception
    assert "154 pairings" in visitor.title[0].value
    assert "na-1-nowhere" in " ".join(element.value for element in visitor.info)
