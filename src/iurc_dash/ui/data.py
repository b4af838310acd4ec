"""The one Dataset that all sessions share, and exhibits made from it once each."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from iurc_dash.dataset import Dataset
from iurc_dash.language import current_language
from iurc_dash.opening import open_package

PACKAGE_VARIABLE = "IURC_DASH_PACKAGE"
SHIPPED_PACKAGE = Path(__file__).resolve().parents[3] / "data" / "package"

T = TypeVar("T")


def package_path() -> Path:
    """Where the data is: the folder or zip that the environment names, else the package that ships."""
    named = os.environ.get(PACKAGE_VARIABLE, "")
    return Path(named) if named else SHIPPED_PACKAGE


def dataset() -> Dataset:
    """The dataset, opened once for all sessions; raises DatasetError with every Problem.

    A failure is not kept: the next visit tries again, so mending the data mends the dashboard.
    """
    path = package_path()
    return _opened(str(path), path == SHIPPED_PACKAGE)


@st.cache_resource(max_entries=4, show_spinner=False)
def _opened(path: str, shipped: bool) -> Dataset:
    # Only the package that ships is trusted by its hashes: the tests have validated it in full.
    return open_package(Path(path), trust_hashes=shipped)


def made(function: Callable[..., T], *arguments: Hashable) -> T:
    """The function's answer for the shared dataset and these arguments, made once and kept.

    For exhibits: pure functions of the dataset, a Selection and plain values.
    """
    answer: T = _made(function, dataset(), current_language(), arguments)
    return answer


@lru_cache(maxsize=1024)
def _made(
    function: Callable[..., Any], data: Dataset, _language: str, arguments: tuple[Hashable, ...]
) -> Any:
    return function(data, *arguments)
