"""Whose data a session looks at: its own where it has brought some, else the one Dataset that all share."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from iurc_dash import tokens
from iurc_dash.addresses import LANGUAGE_PARAMETER
from iurc_dash.dataset import Dataset
from iurc_dash.language import known_language
from iurc_dash.opening import open_package

PACKAGE_VARIABLE = "IURC_DASH_PACKAGE"
REPORT_VARIABLE = "IURC_DASH_REPORT"
SHIPPED_PACKAGE = Path(__file__).resolve().parents[3] / "data" / "package"
_OWN = "own_dataset"


class _Shared:
    """The shared Dataset: opened once, and out of reach of a visitor who clears Streamlit's caches."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._opened: tuple[str, Dataset] | None = None

    def dataset(self) -> Dataset:
        """Open the data if it is not open; a failure is not kept, so mending the data mends the dashboard."""
        path = package_path()
        with self._lock:
            if self._opened is None or self._opened[0] != str(path):
                # Only the package that ships is trusted by its hashes: the tests have validated it in full.
                dataset = open_package(path, trust_hashes=path == SHIPPED_PACKAGE)
                tokens.publish(dataset)
                self._opened = str(path), dataset
            return self._opened[1]


_shared = _Shared()


def package_path() -> Path:
    """Where the data is: the folder or zip that the environment names, else the package that ships."""
    named = os.environ.get(PACKAGE_VARIABLE, "")
    return Path(named) if named else SHIPPED_PACKAGE


def shared_dataset() -> Dataset:
    """The dataset that all sessions share; raises DatasetError with every Problem."""
    return _shared.dataset()


def current_dataset() -> Dataset:
    """The dataset of this session: its own, else the shared one. Asked on every run, fragment and callback."""
    own: Dataset | None = st.session_state.get(_OWN)
    return own if own is not None else shared_dataset()


def use_own(dataset: Dataset) -> None:
    """Show this session a dataset of its own; it lives in the session and dies with it."""
    st.session_state[_OWN] = dataset


def drop_own() -> None:
    """Show this session the shared dataset again."""
    st.session_state.pop(_OWN, None)


def has_own() -> bool:
    """Whether this session looks at data of its own, of which nothing may be kept by a browser or a proxy."""
    return st.session_state.get(_OWN) is not None


def report_setting() -> str:
    """Where readers may report an error, as it was set; blank where it was not."""
    return os.environ.get(REPORT_VARIABLE, "").strip()


def current_language() -> str:
    """The language that the address asks for, where there is a catalogue for it."""
    return known_language(st.query_params.get(LANGUAGE_PARAMETER, ""))


def home() -> str:
    """The complete address of the dashboard, as the reader's browser has it, without a page or a query."""
    parts = urlsplit(st.context.url or "")
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{parts.scheme}://{parts.netloc}/{base}" if parts.netloc else ""
