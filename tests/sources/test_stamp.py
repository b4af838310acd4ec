"""Problems are kept while the files are the same, and no longer."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from iurc_dash.problems import Code, DatasetError, Problem
from iurc_dash.sources.stamp import MOST_KEPT, KeptProblems, stamp_of

WRONG = DatasetError(
    [Problem(table="a.csv", code=Code.EMPTY_FILE, what="The file is empty.", mend="Fill it.")]
)


class Door:
    """Counts how often the files were looked at; opens when told to."""

    def __init__(self) -> None:
        self.asked = 0
        self.answer = ""

    def __call__(self) -> str:
        self.asked += 1
        time.sleep(0.01)
        if not self.answer:
            raise WRONG
        return self.answer


def ask(kept: KeptProblems, path: Path, door: Door, key: object = "") -> str:
    try:
        return kept.or_anew((key, str(path)), path, door)
    except DatasetError as error:
        assert error.problems == WRONG.problems
        return "wrong"


def test_the_files_are_checked_once_for_twenty_visitors_who_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    kept, door, told = KeptProblems(), Door(), []
    visitors = [threading.Thread(target=lambda: told.append(ask(kept, tmp_path, door))) for _ in range(20)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert (told, door.asked) == (["wrong"] * 20, 1)


@pytest.mark.parametrize("change", ["content", "content of the same size and time", "new file", "gone"])
def test_a_change_is_seen_at_once(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("x", encoding="utf-8")
    kept, door = KeptProblems(), Door()
    assert ask(kept, tmp_path, door) == ask(kept, tmp_path, door) == "wrong"
    assert door.asked == 1
    door.answer = "fine"
    if change == "content":
        path.write_text("xy", encoding="utf-8")
    elif change == "new file":
        (tmp_path / "b.csv").touch()
    elif change == "gone":
        path.unlink()
    else:
        times = path.stat()
        time.sleep(0.02)
        path.write_text("y", encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert ask(kept, tmp_path, door) == "fine"
    door.answer = ""
    assert ask(kept, tmp_path, door) == "wrong", "what was fine is not kept here"


def test_what_cannot_be_looked_at_is_asked_every_time(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "none") == ()
    kept, door = KeptProblems(), Door()
    assert ask(kept, tmp_path / "none", door) == ask(kept, tmp_path / "none", door) == "wrong"
    assert door.asked == 2


def test_no_more_than_a_few_are_kept(tmp_path: Path) -> None:
    kept, door = KeptProblems(), Door()
    for key in range(3 * MOST_KEPT):
        ask(kept, tmp_path, door, key)
    assert len(kept._found) == MOST_KEPT
