"""Files are compressed once, and served compressed to whoever takes them so."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from asgi import answer_of, streamlit_stands_in
from streamlit.file_util import get_static_dir

from iurc_dash.server import compressed
from iurc_dash.server.compressed import CompressedFiles

TEXT = b"the same words again and again; " * 200


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IURC_DASH_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "files"
    (folder / "deep").mkdir(parents=True)
    (folder / "map-0123abcd.json").write_bytes(TEXT)
    (folder / "plain.json").write_bytes(TEXT)
    (folder / "deep" / "font-0123abcd.woff2").write_bytes(b"not a text")
    return folder


def filled(folder: Path) -> CompressedFiles:
    files = CompressedFiles({"app/static": folder})
    files.fill()
    return files


def ask(files: CompressedFiles, path: str, accepts: str = "", method: str = "GET", **headers: str):
    app = files.before(streamlit_stands_in)
    return answer_of(app, path, method, **{"accept-encoding": accepts, **headers})


@pytest.mark.parametrize(
    ("accepts", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
def test_a_file_comes_as_the_browser_takes_it(folder: Path, accepts, encoding, unpack) -> None:
    answer = ask(filled(folder), "/app/static/plain.json", accepts)
    assert answer.status == 200 and answer.headers.get("content-encoding") == encoding
    assert unpack(answer.body) == TEXT
    assert (encoding is None) == (len(answer.body) == len(TEXT))
    # A cache on the way must not give one browser what another one takes.
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith("application/json")


def test_only_what_is_named_by_its_content_is_kept_for_ever(folder: Path) -> None:
    files = filled(folder)
    assert "immutable" in ask(files, "/app/static/map-0123abcd.json").headers["cache-control"]
    font = ask(files, "/app/static/deep/font-0123abcd.woff2", "br, gzip")
    assert "immutable" in font.headers["cache-control"] and font.body == b"not a text"
    assert "content-encoding" not in font.headers
    plain = ask(files, "/app/static/plain.json")
    assert "immutable" not in plain.headers["cache-control"]
    again = ask(files, "/app/static/plain.json", **{"if-none-match": plain.headers["etag"]})
    assert again.status == 304 and again.body == b""


def test_what_is_no_file_is_passed_on(folder: Path) -> None:
    files = filled(folder)
    outside = folder.parent / "secret.json"
    outside.write_text("secret")
    for path in (
        "/",
        "/map",
        "/app/static/none.json",
        "/app/static/../secret.json",
        "/app/static/plain.json.br",
    ):
        assert ask(files, path).body == b"Streamlit", path
    assert ask(files, "/app/static/plain.json", method="HEAD").body == b""
    assert ask(files, "/app/static/plain.json", method="POST").status == 405


def test_it_is_done_once_and_anew_when_a_file_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = folder.parent / "shelf"
    first = compressed.compressed(folder, shelf)
    made = [path.stat().st_mtime_ns for path in sorted(first.rglob("*"))]
    monkeypatch.setattr(compressed, "_compress", lambda *_: pytest.fail("compressed again"))
    assert compressed.compressed(folder, shelf) == first
    assert [path.stat().st_mtime_ns for path in sorted(first.rglob("*"))] == made
    monkeypatch.undo()
    (folder / "plain.json").write_bytes(TEXT + b"more")
    second = compressed.compressed(folder, shelf)
    assert second != first and (second / "plain.json").read_bytes() == TEXT + b"more"
    assert (first / "plain.json").read_bytes() == TEXT
    # Nothing half made is left.
    assert sorted(shelf.iterdir()) == sorted([first, second])


def test_a_start_that_ended_half_way_leaves_nothing_that_is_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = folder.parent / "shelf"

    def fail(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(compressed, "_compress", fail)
    with pytest.raises(OSError, match="no room"):
        compressed.compressed(folder, shelf)
    assert list(shelf.iterdir()) == []


def test_where_nothing_can_be_kept_files_go_as_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    taken = folder.parent / "taken"
    taken.write_text("a file where the folder should be")
    monkeypatch.setenv("IURC_DASH_CACHE", str(taken))
    files = filled(folder)
    assert ask(files, "/app/static/plain.json", "br").body == b"Streamlit"
    assert "cannot be compressed" in caplog.text


def test_every_program_of_streamlit_is_among_the_folders() -> None:
    static = Path(get_static_dir())
    found = [path for path in static.rglob("*") if path.suffix in (".js", ".css")]
    covered = [path for path in found if any(path.is_relative_to(of) for of in compressed.FOLDERS.values())]
    assert len(found) > 100 and covered == found
    for path in found:
        address = f"/{path.relative_to(static).as_posix()}"
        assert compressed.UNCHANGING.search(address), address
        # What is kept for ever is named by its content.
        assert len(path.name.split(".")[-2]) >= 6, path.name


def test_the_programs_of_the_component_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IURC_DASH_CACHE", str(tmp_path))
    prefix = "_stcore/bidi-components/iurc-dash.drawn"
    files = CompressedFiles({prefix: compressed.FOLDERS[prefix]})
    files.fill()
    answer = ask(files, f"/{prefix}/map.js", "br")
    assert answer.headers["content-encoding"] == "br" and "max-age=3600" in answer.headers["cache-control"]
    # Their names do not say what is in them.
    assert "immutable" not in answer.headers["cache-control"] and answer.headers["etag"]
