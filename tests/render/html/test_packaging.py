"""Templates and the style sheet are part of what is installed."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_everything_that_pieces_are_made_from_is_packaged() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"]["iurc_dash.render.html"]
    folder = ROOT / "src" / "iurc_dash" / "render" / "html"
    packaged = {path for pattern in patterns for path in folder.glob(pattern)}
    needed = {path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert needed and packaged == needed
