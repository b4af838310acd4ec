"""Whether files are still the same, told without reading them, and what was found about them while they were."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from iurc_dash.problems import DatasetError

T = TypeVar("T")

# Size, times of change and number on the disk of each file by its path.
Stamp = tuple[tuple[str, int, int, int, int], ...]

MOST_FILES = 5_000
MOST_KEPT = 16


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file, or of every file in a folder; an empty one says that nothing can be told."""
    found = []
    try:
        places = [path, *(Path(folder, name) for folder, _folders, names in os.walk(path) for name in names)]
        for place in places[: MOST_FILES + 1]:
            state = place.stat()
            found.append((str(place), state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino))
    except (OSError, ValueError):
        return ()
    return tuple(found) if len(found) <= MOST_FILES else ()


class KeptProblems:
    """Problems of what could not be opened, kept while its files are the same.

    Each visitor asks anew, and checking takes seconds; a dataset that opens is kept by whoever asked for it.
    """

    def __init__(self) -> None:
        self._found: dict[object, tuple[Stamp, DatasetError]] = {}
        self._lock = threading.Lock()

    def or_anew(self, key: object, path: Path, opened: Callable[[], T]) -> T:
        """What `opened` gives; or the DatasetError that it raised for the same files before."""
        stamp = stamp_of(path)
        # One at a time: whoever comes while the files are being checked takes what is found.
        with self._lock:
            before = self._found.get(key)
            if stamp and before and before[0] == stamp:
                raise DatasetError(before[1].problems)
            self._found.pop(key, None)
            try:
                return opened()
            except DatasetError as error:
                self._found[key] = (stamp, error)
                if len(self._found) > MOST_KEPT:
                    self._found.pop(next(iter(self._found)))
                raise
