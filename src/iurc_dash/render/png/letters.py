"""The fonts of the dashboard as the rasteriser reads them: unpacked, once a process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from iurc_dash.render.fonts import font_file


@dataclass(frozen=True)
class Letters:
    """Font files, the signs that all of them have, and the folder that lives as long as this."""

    files: tuple[Path, ...]
    signs: frozenset[str]
    folder: TemporaryDirectory[str]


_lock = Lock()
_kept: list[Letters] = []


def letters() -> Letters:
    """The fonts as TrueType files, which takes a moment the first time."""
    with _lock:
        if not _kept:
            _kept.append(_unpacked())
        return _kept[0]


def _unpacked() -> Letters:
    from fontTools.ttLib import TTFont

    folder = TemporaryDirectory(prefix="iurc-dash-fonts-")
    files, signs = [], []
    for family in ("sans", "serif"):
        font = TTFont(font_file(family))
        font.flavor = None
        files.append(Path(folder.name) / f"{family}.ttf")
        font.save(files[-1])
        signs.append({chr(code) for code in font.getBestCmap() or {}})
    return Letters(tuple(files), frozenset.intersection(*map(frozenset, signs)), folder)
