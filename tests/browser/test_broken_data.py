"""Data with problems: the dashboard says what is wrong, goes on serving, and works once the data is mended."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts.server import ROOT, START_FORMS, Server, StartForm, start_server
from tests.browser.conftest import Visit

SHIPPED = ROOT / "data" / "package"


@pytest.fixture(params=START_FORMS)
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Server, Path]]:
    """A server whose package has a date that no calendar knows, and the folder of that package."""
    form: StartForm = request.param
    folder = tmp_path / "package"
    shutil.copytree(SHIPPED, folder)
    table = folder / "pairings.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    cells = lines[1].split(",")
    cells[3] = "2022-13"
    table.write_text("".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8")
    server = start_server(form, IURC_DASH_PACKAGE=str(folder))
    yield server, folder
    server.stop()


def test_problems_are_shown_and_mending_mends(broken: tuple[Server, Path], visit: Visit) -> None:
    server, folder = broken
    visitor = visit(server, "map")
    page = visitor.page
    assert visitor.title() == "The data cannot be shown yet"
    said = page.get_by_role("row").filter(has_text="start_date")
    expect(said).to_contain_text("pairings")
    expect(said).to_contain_text("2")
    expect(said).to_contain_text("2022-13")
    expect(said).to_contain_text("not a date of the calendar")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert server.is_healthy()
    assert "Traceback" not in server.said()
    shutil.copy(SHIPPED / "pairings.csv", folder / "pairings.csv")
    page.reload()
    visitor.wait()
    assert visitor.title() != "The data cannot be shown yet"
    assert server.is_healthy()


def test_a_package_that_is_not_there_is_told(visit: Visit, tmp_path: Path) -> None:
    server = start_server("streamlit run", IURC_DASH_PACKAGE=str(tmp_path / "nowhere"))
    try:
        visitor = visit(server, "")
        assert visitor.title() == "The data cannot be shown yet"
        assert server.is_healthy()
        assert "Traceback" not in server.said()
    finally:
        server.stop()
