"""Files that browsers fetch and keep: compressed once, then served as they are (docs/decisions/compressed.md).

Streamlit sends its own programs uncompressed, some 8 MB for a page with a chart and 11 MB with a map.
"""

from __future__ import annotations

import gzip
import logging
import re
import shutil
import tempfile
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import brotli
import streamlit as st
from servestatic import ServeStaticASGI
from starlette.types import ASGIApp
from streamlit.file_util import get_static_dir

from iurc_dash.server.settings import cache_folder

OWN_FILES = Path(__file__).resolve().parents[3] / "static"
COMPONENT = Path(__file__).resolve().parents[1] / "ui" / "component"
# The address of each folder below the one that the dashboard is served under, and where its files are.
FOLDERS = {
    "static/js": Path(get_static_dir()) / "static" / "js",
    "static/css": Path(get_static_dir()) / "static" / "css",
    "app/static": OWN_FILES,
    # Streamlit names these by the component alone: they are kept for a while, then asked for by their fingerprint.
    "_stcore/bidi-components/iurc-dash.drawn": COMPONENT,
}
# What compressing makes smaller; pictures and fonts of the web are compressed already.
TEXTS = (".js", ".css", ".json", ".svg")
# All of Streamlit's programs take a second; the last tenth of their size would take a minute.
BROTLI_QUALITY, GZIP_LEVEL = 9, 6
# The name of a file that never changes says what is in it: every program of Streamlit, and ours with a fingerprint.
UNCHANGING = re.compile(r"/static/(js|css)/|-[0-9a-f]{8}\.\w+$")
KEPT_SECONDS = 3600


class CompressedFiles:
    """Answers for files that have been compressed, and passes everything else on."""

    def __init__(self, folders: Mapping[str, Path] = FOLDERS) -> None:
        self.folders = folders
        self.server = ServeStaticASGI(
            None, max_age=KEPT_SECONDS, allow_all_origins=False, immutable_file_test=UNCHANGING.pattern
        )

    def before(self, app: ASGIApp) -> ASGIApp:
        """An app that answers for the files, and passes everything else on to another."""
        self.server.application = app
        answering: ASGIApp = self.server
        return answering

    def fill(self) -> None:
        """Compress what has not been compressed at an earlier start, and answer for it from now on."""
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        for prefix, folder in self.folders.items():
            try:
                self.server.add_files(compressed(folder, cache_folder() / "static"), f"{base}/{prefix}")
            except OSError as error:
                # They are sent as they are.
                logging.getLogger(__name__).warning("Files cannot be compressed: %s", error)


def compressed(folder: Path, shelf: Path) -> Path:
    """A folder below the shelf with a copy of each file, and of each text the same compressed beside it.

    It is named by all that the files hold, so that it is made anew when they change and never otherwise.
    """
    files = {path.relative_to(folder): path for path in sorted(folder.rglob("*")) if path.is_file()}
    made = shelf / _fingerprint(files)
    if not made.is_dir():
        shelf.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=shelf))
        try:
            for name, path in files.items():
                _compress(path, making / name)
            _put_in_place(making, made)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return made


def _fingerprint(files: Mapping[Path, Path]) -> str:
    seen = blake2b(f"{BROTLI_QUALITY} {GZIP_LEVEL}".encode(), digest_size=16)
    for name, path in files.items():
        content = path.read_bytes()
        seen.update(f"{name.as_posix()} {len(content)} ".encode())
        seen.update(content)
    return seen.hexdigest()


def _compress(path: Path, copy: Path) -> None:
    content = path.read_bytes()
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(content)
    if path.suffix not in TEXTS:
        return
    copy.with_name(f"{copy.name}.br").write_bytes(brotli.compress(content, quality=BROTLI_QUALITY))
    copy.with_name(f"{copy.name}.gz").write_bytes(gzip.compress(content, GZIP_LEVEL, mtime=0))


def _put_in_place(making: Path, made: Path) -> None:
    """Give a folder its name; where another server was quicker, its folder holds the same."""
    try:
        making.rename(made)
    except OSError:
        if not made.is_dir():
            raise
