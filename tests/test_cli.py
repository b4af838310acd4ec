"""The command line as people and scripts use it: what it prints and what it returns."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from iurc_dash import build, cli
from iurc_dash.build import COLLECTED, PACKAGE, PROJECT, STATIC, stale_files
from iurc_dash.server import start
from scripts.server import free_port, start_server

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
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A path as short as people write them: long ones are cut when they are told.
    monkeypatch.chdir(tmp_path)
    hostile = Path("a\x1b]0;owned\x07\x1b[31m\u202eb")
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


def test_serve_listens_on_this_machine_alone_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, int]] = []
    monkeypatch.setattr(start, "serve", lambda host, port: started.append((host, port)))
    monkeypatch.delenv("IURC_DASH_HOST", raising=False)
    monkeypatch.setenv("PORT", "8600")
    assert [cli.main(["serve"]), cli.main(["serve", "--port", "8700"])] == [0, 0]
    monkeypatch.setenv("IURC_DASH_HOST", "0.0.0.0")
    assert [cli.main(["serve"]), cli.main(["serve", "--host", "::1"])] == [0, 0]
    assert started == [("127.0.0.1", 8600), ("127.0.0.1", 8700), ("0.0.0.0", 8600), ("::1", 8600)]


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that tells why the server does not start; it may not have said an address before."""
    code, printed, errors = run(capsys, "serve", *arguments)
    assert code == 2 and printed == "" and errors.count("\n") == 1
    return errors


def test_a_port_in_use_and_an_address_of_others_are_one_line_each(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert port in (said := refused(capsys, "--port", port)) and "in use" in said
    for host in ("203.0.113.7", "no such host", "a" * 300, "ü\x1b[31m", "[::1"):
        said = refused(capsys, "--host", host, "--port", port)
        assert "\x1b" not in said and ("no address" in said or "Nothing can listen" in said), host
    # Ports that only the system's administrator may use.
    monkeypatch.setattr(socket.socket, "bind", _forbidden)
    assert "Permission denied" in refused(capsys, "--port", "80")


def _forbidden(*_arguments: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


def test_nowhere_to_write_and_no_app_are_one_line_each(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr("tempfile.gettempdir", full)
    assert "TMPDIR" in refused(capsys)
    monkeypatch.undo()
    monkeypatch.setattr(start, "APP", tmp_path / "app.py")
    assert "app.py" in refused(capsys)


def started(*arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "iurc_dash", *arguments],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src"), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.5, 1.0, 2.5])
def test_interrupting_the_start_ends_it_without_a_word(seconds: float) -> None:
    process = started("serve", "--port", str(free_port()))
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    printed, errors = process.communicate(timeout=30)
    assert "Traceback" not in printed + errors and "KeyboardInterrupt" not in errors
    # By the signal itself while Python starts, with the code that stands for it afterwards.
    assert process.returncode in (130, -signal.SIGINT)


@pytest.mark.slow
def test_a_terminal_that_knows_only_ascii_gets_every_answer() -> None:
    for arguments, said in (
        (("validate", "/Málaga – 東京"), "M\\xe1laga \\u2013 \\u6771\\u4eac"),
        (("serve", "--host", "münchen"), "m\\xfcnchen"),
    ):
        process = started(*arguments, PYTHONIOENCODING="ascii", LC_ALL="C")
        printed, errors = process.communicate(timeout=60)
        assert process.returncode == 2 and "Traceback" not in errors
        assert said in printed + errors


@pytest.mark.slow
def test_only_this_machine_reaches_the_server_unless_told_otherwise() -> None:
    # 127.0.0.2 is this machine by another of its addresses.
    for host, reached in ((None, False), ("0.0.0.0", True)):
        variables = {"IURC_DASH_HOST": host} if host else {}
        server = start_server("make run", **variables)
        try:
            with socket.socket() as visitor:
                visitor.settimeout(5)
                assert (visitor.connect_ex(("127.0.0.2", server.port)) == 0) is reached
        finally:
            server.stop()
        assert "Traceback" not in server.said()


@pytest.mark.slow
def test_an_exhibit_is_a_picture_too(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = ("exhibit", "goals/reached", "--select", "phase=2", "--as")
    assert cli.main((*asked, "svg")) == 0
    drawn = capsysbinary.readouterr().out
    assert drawn.startswith(b"<svg") and b"Phase 2" in drawn
    assert cli.main((*asked, "png")) == 0
    assert capsysbinary.readouterr().out.startswith(b"\x89PNG")
