"""The one Dataset that all sessions share, and exhibits made from it once each."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from iurc_dash import tokens
from iurc_dash.dataset import Dataset
from iurc_dash.language import current_language
from iurc_dash.loaders.package import open_package

PACKAGE_VARIABLE = "IURC_DASH_PACKAGE"
SHIPPED_PACKAGE = Path(__file__).resolve().parents[3] / "data" / "package"

T = TypeVar("T")


def package_path() -> Path:
    """Where the data is: the folder or zip that the environment names, else the package that ships."""
    named = os.environ.get(PACKAGE_VARIABLE, "")
    return Path(named) if named else SHIPPED_PACKAGE


class _Shared:
    """The dataset of all sessions, and where it came from.

    Not in a cache of Streamlit's: any visitor can clear those for everybody.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._path: Path | None = None
        self._dataset: Dataset | None = None

    def dataset(self, path: Path) -> Dataset:
        # One opens it, and the others wait for that one.
        with self._lock:
            if self._dataset is None or self._path != path:
                # Only the package that ships is trusted by its hashes: the tests have validated it in full.
                self._dataset = open_package(path, trust_hashes=path == SHIPPED_PACKAGE)
                self._path = path
                tokens.publish(self._dataset)
            return self._dataset


_shared = _Shared()


def dataset() -> Dataset:
    """The dataset, opened once for all sessions; raises DatasetError with every Problem.

    A failure is not kept: the next visit tries again, so mending the data mends the dashboard.
    """
    return _shared.dataset(package_path())


def made(function: Callable[..., T], *arguments: Hashable) -> T:
    """The function's answer for the shared dataset and these arguments, made once and kept.

    For exhibits: pure functions of the dataset, a Selection and plain values.
    """
    return made_of(dataset(), function, *arguments)


def made_of(data: Dataset, function: Callable[..., T], *arguments: Hashable) -> T:
    """The same for a given dataset; what is made of a session's own data is kept by nobody."""
    named = tokens.resolve(tokens.token_of(data))
    if named is None or not named.public:
        return function(data, *arguments)
    answer: T = _made(function, data, current_language(), arguments)
    return answer


@lru_cache(maxsize=1024)
def _made(
    function: Callable[..., Any], data: Dataset, _language: str, arguments: tuple[Hashable, ...]
) -> Any:
    return function(data, *arguments)
