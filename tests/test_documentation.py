"""What exists is documented, from pages to settings; and what documents name exists."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from iurc_dash.ui.navigation import PAGES

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS if path.is_file())
SOURCES = [*(ROOT / "src").rglob("*.py"), *(ROOT / "pages").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]
NAMED_FILE = re.compile(r"(?<![\w/.-])((?:docs|tests|scripts|bench|src|pages)/[\w./-]+\.(?:md|py|sh|json))")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def make_targets() -> list[str]:
    return re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def commands() -> list[str]:
    """The commands of iurc-dash as its own help lists them."""
    command = [sys.executable, "-m", "iurc_dash", "--help"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    listed = re.search(r"\{([a-z,-]+)\}", printed)
    assert listed, printed
    return listed.group(1).split(",")


def setting_names() -> list[str]:
    tables = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    return [f"{section}.{name}" for section in tables if section != "theme" for name in tables[section]]


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
def test_every_page_is_described(entry: object) -> None:
    assert re.search(rf"\*{entry.title}\*|`/?{entry.url_path}`", TEXT)  # type: ignore[attr-defined]


@pytest.mark.parametrize("target", make_targets())
def test_every_make_target_is_described(target: str) -> None:
    assert f"make {target}" in TEXT


def test_every_command_is_described() -> None:
    assert [name for name in commands() if f"iurc-dash {name}" not in TEXT] == []


@pytest.mark.parametrize("name", setting_names())
def test_every_setting_is_described(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "running.md").read_text(encoding="utf-8")


def test_every_environment_variable_is_described() -> None:
    named = {"PORT", "PYTHON", "CHROMIUM"}
    for path in SOURCES:
        named |= set(re.findall(r"\bIURC_DASH_[A-Z_]+\b", path.read_text(encoding="utf-8")))
    assert sorted(name for name in named if f"`{name}`" not in TEXT) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    missing = [
        t
        for t in targets
        if "://" not in t and not t.startswith("mailto:") and not (path.parent / t).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("path", [*SOURCES, *DOCUMENTS], ids=relative)
def test_files_that_are_named_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(
        re.findall(r"(?<![\w/.-])((?:docs|tests|scripts|bench|src|pages)/[\w./-]+\.(?:md|py|sh|json))", text)
    )
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
