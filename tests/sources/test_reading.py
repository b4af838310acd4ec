"""Files that cannot be read, whatever they are, are told in a sentence, and at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from iurc_dash.opening import examine, open_package
from iurc_dash.problems import Code, DatasetError, Problem
from iurc_dash.sources import kinds, source_at
from iurc_dash.sources.package_files import DESCRIPTOR

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "data" / "package"
DESCRIPTION = '{"resources": [], "created": "2026-01-01", "version": "0"}'


def told(path: Path) -> list[Problem]:
    """What is told of a path, within seconds and without anything else being raised."""
    started = time.monotonic()
    problems: list[Problem] = []
    for door in (
        lambda: examine(path).checked.problems,
        lambda: open_package(path),
        lambda: open_package(path, True),
    ):
        try:
            found = door()
            problems += found if isinstance(found, list) else []
        except DatasetError as error:
            problems += error.problems
    assert time.monotonic() - started < 30
    for problem in problems:
        assert problem.what.endswith(".") and problem.mend and problem.line().isprintable()
    return problems


def codes(path: Path) -> set[Code]:
    return {problem.code for problem in told(path)}


def a_package(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / DESCRIPTOR).write_text(DESCRIPTION, encoding="utf-8")
    return folder


def a_link_to_itself(folder: Path) -> None:
    (folder / "themes.csv").symlink_to(folder / "themes.csv")


def a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "themes.csv")


def a_folder(folder: Path) -> None:
    (folder / "themes.csv").mkdir()


def a_device(folder: Path) -> None:
    (folder / "themes.csv").symlink_to("/dev/zero")


@pytest.mark.parametrize(
    "make", [a_link_to_itself, a_pipe, a_folder, a_device], ids=lambda make: make.__name__
)
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(a_package(tmp_path))
    of_themes = {(problem.table, problem.code) for problem in told(tmp_path) if "themes" in problem.line()}
    assert of_themes & {
        ("themes.csv", Code.UNREADABLE), (DESCRIPTOR, Code.PATH_OUTSIDE),
    }  # fmt: skip


def test_a_pipe_in_the_place_of_the_descriptor_or_of_everything(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / DESCRIPTOR)
    assert codes(tmp_path) == {Code.UNREADABLE}
    assert codes(tmp_path / DESCRIPTOR) == {Code.UNKNOWN_FILE}


@pytest.mark.parametrize(
    "name",
    ["x" * 300, "a\udcffb", "a\x1b[31mred", "a\0b", "no/such/folder"],
    ids=["long", "surrogate", "escape", "nul", "none"],
)
def test_paths_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    assert codes(tmp_path / name) <= {Code.UNREADABLE, Code.MISSING_FILE}
    assert told(tmp_path / name)
    a_package(tmp_path)
    (tmp_path / DESCRIPTOR).write_text(
        json.dumps({"created": "2026-01-01", "resources": [{"name": "themes", "path": name}]}),
        encoding="utf-8",
    )
    assert {problem.code for problem in told(tmp_path) if problem.code is not Code.MISSING_FILE}.issubset(
        {Code.UNREADABLE, Code.PATH_OUTSIDE, Code.NO_ROWS}
    )


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_package(tmp_path)
    opened = Path.open

    def refused(self: Path, *arguments: object, **named: object) -> object:
        if self.name in (DESCRIPTOR, "x.zip"):
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)
    (problem, *_rest) = told(tmp_path)
    assert (problem.table, problem.code) == (DESCRIPTOR, Code.UNREADABLE)
    assert "Permission denied" in problem.what


def test_a_folder_that_may_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unit = tmp_path / "unit"
    unit.mkdir()
    (unit / "figures.csv").write_text("edition\n", encoding="utf-8")
    source = source_at(tmp_path)
    listed = Path.iterdir

    def refused(self: Path) -> object:
        if self.name == "unit":
            raise PermissionError(13, "Permission denied")
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(DatasetError) as raised:
        source.read(tmp_path)
    assert [(p.table, p.code) for p in raised.value.problems] == [("unit", Code.UNREADABLE)]


def test_damaged_zip_files_are_told(tmp_path: Path) -> None:
    whole = tmp_path / "whole.zip"
    for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        with zipfile.ZipFile(whole, "w", method) as archive:
            for path in PACKAGE.glob("*"):
                archive.write(path, path.name)
        content = bytearray(whole.read_bytes())
        for start in range(60, len(content) - 2_000, max(1, len(content) // 40)):
            content[start : start + 30] = b"\xff" * 30
        damaged = tmp_path / "damaged.zip"
        damaged.write_bytes(bytes(content))
        assert codes(damaged) & {Code.BROKEN_ZIP, Code.MISSING_FILE}
        damaged.write_bytes(bytes(content[: len(content) // 2]))
        assert codes(damaged) == {Code.BROKEN_ZIP}


def test_every_kind_of_source_says_what_it_is() -> None:
    assert len(kinds()) >= 3
    for kind in kinds():
        assert kind.recognises.__doc__ and kind.read.__doc__
        assert not kind.recognises(Path("/no/such/place"))


KIND = """
'''Artificial rows that are written down nowhere.'''
from pathlib import Path

from iurc_dash.dataset import Release
from iurc_dash.sources.raw import Origin, RawTables, Row, Shape


def recognises(path: Path) -> bool:
    return path.suffix == ".artificial"


def read(path: Path) -> RawTables:
    raw = RawTables(Shape.PACKAGE, release=Release(version="7", date="2026-06-01", fingerprint="7"))
    raw.tables["phases"] = [Row({"phase_id": "1"}, Origin("the seventh sheet", 12))]
    return raw
"""


def test_a_kind_of_source_is_one_file(tmp_path: Path) -> None:
    source = Path(shutil.copytree(ROOT / "src", tmp_path / "src"))
    (source / "iurc_dash" / "sources" / "artificial.py").write_text(KIND, encoding="utf-8")
    (tmp_path / "x.artificial").touch()
    command = [sys.executable, "-m", "iurc_dash", "validate", str(tmp_path / "x.artificial")]
    environment = {**os.environ, "PYTHONPATH": str(source)}
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert answer.stderr == "" and answer.returncode == 1
    assert "the seventh sheet, row 12, column name: The cell is blank." in answer.stdout
    assert "MISSING" not in answer.stdout and "editions.csv" not in answer.stdout, (
        "what it has not is not blamed"
    )


@pytest.mark.parametrize("name", ["table.csv", "notes.txt", "picture.png"])
def test_what_is_no_source_is_told_with_what_is_wanted(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a,b\n1,2\n", encoding="utf-8")
    (problem, *_rest) = told(tmp_path / name)
    assert problem.code in (Code.SINGLE_TABLE, Code.UNKNOWN_FILE)
    assert "datapackage.json" in problem.mend and "missing" not in problem.what


def test_a_thousand_units_are_too_many(tmp_path: Path) -> None:
    for number in range(201):
        (tmp_path / f"unit-{number}").mkdir()
        (tmp_path / f"unit-{number}" / "figures.csv").touch()
    assert codes(tmp_path) == {Code.FILE_TOO_LARGE}
