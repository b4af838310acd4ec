"""The build writes all or nothing that could be taken for something, whenever it is stopped."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from iurc_dash import build as building
from iurc_dash import cli
from iurc_dash.build import PACKAGE, PROJECT, Build, build, stale_files, write
from iurc_dash.build.package_writing import package_files
from iurc_dash.dataset import Dataset, Release
from iurc_dash.normalise.ledger import Ledger
from iurc_dash.opening import open_package
from iurc_dash.problems import Code, DatasetError
from tests.artificial import artificial_dataset

ROOT = Path(__file__).parents[2]


def made(version: str) -> Build:
    """A build of the artificial data in which every table tells its version."""
    data = artificial_dataset()
    changed = {
        name: table.assign(
            **{
                text: table[text] + f" in {version}"
                for text in ("reason", "description", "note", "summary")
                if text in table
            }
        )
        for name, table in data.tables.items()
    }
    files = package_files(changed, version, "2026-06-01", Ledger())
    release = Release(version=version, date="2026-06-01", fingerprint="")
    return Build(
        {PACKAGE / name: content for name, content in files.items()}, Dataset(changed, release), Ledger()
    )


def version_there(project: Path) -> str:
    """Version of the package as the dashboard opens it: whole and of one build, or refused."""
    try:
        opened = open_package(project / PACKAGE, trust_hashes=True)
    except DatasetError as error:
        assert {problem.code for problem in error.problems} <= {Code.HASH_MISMATCH, Code.MISSING_FILE}
        return "refused"
    told = {
        text.rpartition(" in ")[2]
        for name, column in (("contributions", "reason"), ("gaps", "note"), ("pairings", "summary"))
        for text in opened[name][column]
    }
    assert told == {opened.release.version}, "a mixture of two builds was opened"
    return opened.release.version


WRITER = """
import sys
sys.path[:0] = [{source!r}, {root!r}, {tests!r}]
from pathlib import Path
from tests.build.test_writing import made
from iurc_dash.build import write
project = Path(sys.argv[1])
builds = [made("1"), made("2")]
print("ready", flush=True)
while True:
    for build in builds:
        write(build, project)
"""


@pytest.mark.slow
def test_a_writer_that_is_killed_leaves_one_build_or_one_that_is_refused(tmp_path: Path) -> None:
    script = tmp_path / "writer.py"
    script.write_text(
        WRITER.format(source=str(ROOT / "src"), root=str(ROOT), tests=str(ROOT / "tests")), encoding="utf-8"
    )
    project = tmp_path / "project"
    seen = []
    for kill in range(20):
        writer = subprocess.Popen(
            [sys.executable, str(script), str(project)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
        time.sleep(0.05 + 0.013 * kill)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        seen.append(version_there(project))
    assert set(seen) <= {"1", "2", "refused"} and {"1", "2"} & set(seen)
    write(made("3"), project)
    assert version_there(project) == "3"
    assert stale_files(made("3"), project) == [], "nothing half written lies about"


def test_every_moment_between_two_files_is_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(made("1"), tmp_path)
    replace, seen, order = os.replace, set(), []

    def watched(source: Path, target: Path) -> None:
        replace(source, target)
        order.append(Path(target).name)
        seen.add(version_there(tmp_path))

    monkeypatch.setattr(os, "replace", watched)
    write(made("2"), tmp_path)
    assert seen == {"refused", "2"} and order[-1] == "datapackage.json" and len(order) > 5
    assert version_there(tmp_path) == "2"


@pytest.mark.parametrize("moment", ["write", "replace"])
def test_a_full_disk_is_told_and_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], moment: str
) -> None:
    write(made("1"), tmp_path)

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    monkeypatch.setattr(os, "fsync" if moment == "write" else "replace", full)
    with pytest.raises(DatasetError) as raised:
        write(made("2"), tmp_path)
    (problem,) = raised.value.problems
    assert problem.code is Code.NOT_WRITTEN and "No space left on device" in problem.what
    monkeypatch.undo()
    assert version_there(tmp_path) == "1"
    assert not list((tmp_path / PACKAGE).glob(".*")), "nothing half written is left"

    monkeypatch.setattr(building, "build", lambda: made("2"))
    monkeypatch.setattr(building, "with_basemap", lambda build: build)
    monkeypatch.setattr(building, "stale_files", lambda _build: [])
    monkeypatch.setattr(building, "write", lambda _build: (_ for _ in ()).throw(raised.value))
    assert cli.main(["build"]) == 1
    printed = capsys.readouterr()
    assert "No space left" in printed.out and "Traceback" not in printed.out + printed.err


def test_a_build_without_its_boundaries_or_its_tables_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    real = building.with_basemap
    monkeypatch.setattr(building, "build", lambda: made("2"))
    monkeypatch.setattr(building, "with_basemap", lambda build: real(build, tmp_path))
    assert cli.main(["build", "--check"]) == 1
    printed = capsys.readouterr()
    assert (
        "world.topojson: The file is missing." in printed.out and "Traceback" not in printed.out + printed.err
    )
    with pytest.raises(DatasetError) as raised:
        build(tmp_path / "nothing")
    assert [problem.code for problem in raised.value.problems] == [Code.MISSING_FILE]


def test_a_package_of_two_builds_is_refused_by_the_dashboard(tmp_path: Path) -> None:
    write(made("1"), tmp_path)
    name = PACKAGE / "gaps.csv"
    (tmp_path / name).write_bytes(made("2").files[name])
    assert version_there(tmp_path) == "refused"
    assert open_package(PROJECT / PACKAGE, trust_hashes=True).warnings == ()
