"""The dataset that all sessions share: opened once, kept whatever visitors do, and again when it was mended."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit as st

from iurc_dash import tokens
from iurc_dash.problems import DatasetError
from iurc_dash.ui import session


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The paths that are opened from now on; nothing is open yet."""
    paths: list[Path] = []
    really = session.open_package

    def open_package(path: Path, *, trust_hashes: bool) -> object:
        paths.append(path)
        return really(path, trust_hashes=trust_hashes)

    monkeypatch.setattr(session, "open_package", open_package)
    monkeypatch.setattr(session, "_shared", session._Shared())
    monkeypatch.delenv(session.PACKAGE_VARIABLE, raising=False)
    return paths


def test_many_visitors_at_once_open_it_once(opened: list[Path]) -> None:
    with ThreadPoolExecutor(8) as visitors:
        found = list(visitors.map(lambda _visitor: session.shared_dataset(), range(24)))
    assert len(opened) == 1 and {id(one) for one in found} == {id(found[0])}
    named = tokens.resolve(tokens.token_of(found[0]))
    assert named is not None and named.public


def test_clearing_streamlits_caches_does_not_drop_it(opened: list[Path]) -> None:
    before = session.shared_dataset()
    for _time in range(5):
        st.cache_data.clear()
        st.cache_resource.clear()
        assert session.shared_dataset() is before
    assert len(opened) == 1


@pytest.mark.slow
def test_a_failure_is_not_kept(opened: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    monkeypatch.setenv(session.PACKAGE_VARIABLE, str(folder))
    for _visit in range(2):
        with pytest.raises(DatasetError):
            session.shared_dataset()
    shutil.copytree(session.SHIPPED_PACKAGE, folder)
    assert len(session.shared_dataset()["pairings"]) > 0
    assert opened == [folder] * 3
