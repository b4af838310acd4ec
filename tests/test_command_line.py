"""The command line as people and scripts use it: what it prints and what it returns."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from iurc_dash import build, cli, server
from iurc_dash.build import COLLECTED, PACKAGE, PROJECT, STATIC, stale_files

FOLDER = PROJECT / PACKAGE


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_good_package_prints_its_counts(capsys: pytest.CaptureFixture[str]) -> None:
    code, printed, _errors = run(capsys, "validate", str(FOLDER))
    assert code == 0
    lines = [line.split() for line in printed.splitlines()]
    assert ["pairings", "162"] in lines and ["row_sources"] not in lines
    assert any(line[0] == "NA-2" for line in lines)
    assert "problem" not in printed


def test_a_bad_package_prints_a_line_a_problem(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "package"))
    path = folder / "activities.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("in person", "by post", 1), encoding="utf-8")
    code, printed, _errors = run(capsys, "validate", str(folder))
    assert code == 1
    assert "column mode: The table knows no such value." in printed
    assert "activities.csv: The file is not the one that the descriptor describes." in printed
    assert "2 problems." in printed and "Traceback" not in printed
    assert "Rows by table" not in printed


def test_json_is_for_programs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, printed, _errors = run(capsys, "validate", "--json", str(FOLDER))
    answer = json.loads(printed)
    assert (code, answer["valid"], answer["tables"]["pairings"], answer["problems"]) == (0, True, 162, [])
    code, printed, _errors = run(capsys, "validate", "--json", str(tmp_path))
    answer = json.loads(printed)
    assert (code, answer["valid"], answer["problems"][0]["code"]) == (1, False, "missing_file")


def test_nothing_there_and_no_such_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, printed, errors = run(capsys, "validate", str(tmp_path / "nothing"))
    assert code == 2 and "nothing" in errors and printed == ""
    for arguments in (["mend"], [], ["serve", "--port", "http"], ["serve", "--port", "99999"]):
        with pytest.raises(SystemExit) as stopped:
            cli.main(arguments)
        assert stopped.value.code == 2


def test_one_problem_is_one_and_two_are_two(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _code, printed, _errors = run(capsys, "validate", str(tmp_path))
    assert printed.endswith("\n1 problem.\n")
    folder = Path(shutil.copytree(FOLDER, tmp_path / "package"))
    path = folder / "places.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",city,", ",town,", 2), encoding="utf-8")
    _code, printed, _errors = run(capsys, "validate", str(folder))
    assert printed.endswith("\n3 problems.\n") and "Did you mean" not in printed


def test_no_path_reaches_the_terminal_as_a_command(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    hostile = tmp_path / "a\x1b]0;owned\x07\x1b[31m\u202eb"
    code, printed, errors = run(capsys, "validate", str(hostile))
    assert code == 2 and "owned" in errors
    for text in (printed, errors):
        assert text.replace("\n", "").isprintable()
    (hostile / "unit").mkdir(parents=True)
    (hostile / "unit" / "x\x1b[31m.csv").touch()
    code, printed, errors = run(capsys, "validate", str(hostile))
    assert code == 1 and "unknown" not in errors
    assert (printed + errors).replace("\n", "").isprintable() and "\\x1b" in printed


@pytest.mark.parametrize("path", ["", "no\0where"])
def test_an_empty_path_is_not_the_current_folder(capsys: pytest.CaptureFixture[str], path: str) -> None:
    code, printed, errors = run(capsys, "validate", path)
    assert (code, printed) == (2, "") and errors.startswith("There is nothing at “")


@pytest.mark.parametrize("as_json", [False, True])
def test_a_terminal_that_knows_ascii_alone_gets_an_answer(tmp_path: Path, as_json: bool) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "päckage"))
    with (folder / "place_names.csv").open("a", encoding="utf-8") as file:
        file.write("nobody,Ñandú 😀\nnobody,Ñandú 😀\n")
    environment = {
        **os.environ,
        "PYTHONPATH": str(PROJECT / "src"),
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
    }
    command = [sys.executable, "-m", "iurc_dash", "validate", str(folder), *(["--json"] if as_json else [])]
    answer = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert answer.returncode == 1 and answer.stderr == b""
    printed = answer.stdout.decode("ascii")
    if as_json:
        assert "nobody|Ñandú 😀" in {problem["value"] for problem in json.loads(printed)["problems"]}
    else:
        assert "place_names.csv, row" in printed


@pytest.mark.slow
def test_collected_tables_are_checked_where_people_entered_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(PROJECT / COLLECTED, tmp_path / "collected"))
    code, printed, _errors = run(capsys, "validate", str(folder))
    assert code == 0 and "162" in printed
    path = folder / "lac" / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",25,", ",twelve,", 1), encoding="utf-8")
    code, printed, _errors = run(capsys, "validate", str(folder))
    assert code == 1
    assert printed.startswith("lac/figures.csv, row 2, column value: This is not a number.")


@pytest.mark.slow
def test_the_committed_package_and_ground_are_up_to_date(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, made: build.Build
) -> None:
    # That the build makes it anew the same way is tested with the package.
    monkeypatch.setattr(build, "build", lambda: made)
    before = {path: path.stat().st_mtime_ns for path in FOLDER.iterdir()}
    code, printed, _errors = run(capsys, "build", "--check")
    assert code == 0 and printed.endswith("The package is up to date.\n")
    assert "activities" in printed and "Not what the build makes" not in printed
    assert {path: path.stat().st_mtime_ns for path in FOLDER.iterdir()} == before


@pytest.mark.slow
def test_an_older_ground_is_not_left_lying_about(made: build.Build, tmp_path: Path) -> None:
    for folder in ("data", "static"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    (tmp_path / STATIC / "world-00000000.json").write_text("older")
    whole = build.with_basemap(made, tmp_path)
    assert STATIC / "world-00000000.json" in stale_files(whole, tmp_path)
    build.write(whole, tmp_path)
    assert stale_files(whole, tmp_path) == []
    assert not (tmp_path / STATIC / "world-00000000.json").exists()


def test_serve_starts_the_dashboard_at_the_port(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[int] = []
    monkeypatch.setattr(server, "serve", started.append)
    monkeypatch.setenv("PORT", "8600")
    assert [cli.main(["serve"]), cli.main(["serve", "--port", "8700"])] == [0, 0]
    assert started == [8600, 8700]
    monkeypatch.setattr(server, "APP", tmp_path / "app.py")
    assert cli.main(["serve"]) == 2
    assert started == [8600, 8700] and "app.py" in capsys.readouterr().err
