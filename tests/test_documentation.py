"""What exists is documented, from pages to settings; and what documents name exists."""

from __future__ import annotations

import importlib
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from iurc_dash import cli
from iurc_dash.ui.navigation import PAGES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "iurc_dash"
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS if path.is_file())
SOURCES = [*(ROOT / "src").rglob("*.py"), *(ROOT / "pages").rglob("*.py"), *(ROOT / "scripts").rglob("*.py")]
# Files that an example adds, with what stands in them (tests/test_extending.py puts them there).
EXAMPLE_FILE = re.compile(r"^`[\w./]+`\n```python\n.*?```$", re.MULTILINE | re.DOTALL)
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
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"*{entry.title}*" in readme  # type: ignore[attr-defined]


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
    text = EXAMPLE_FILE.sub("", path.read_text(encoding="utf-8"))
    assert sorted(name for name in set(NAMED_FILE.findall(text)) if not (ROOT / name).exists()) == []


SOURCE_PATH = re.compile(r"`((?:[a-z_]+/)*[a-z_]+(?:/|\.py|\.css))`")


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_parts_of_the_code_that_are_named_exist(path: Path) -> None:
    """`render/html/`, `narrowing.py`, `data/reference/`: of the package, or from the project's folder."""
    named = SOURCE_PATH.findall(EXAMPLE_FILE.sub("", path.read_text(encoding="utf-8")))
    places = (ROOT, PACKAGE, path.parent)
    assert sorted({name for name in named if not any((place / name).exists() for place in places)}) == []


def test_functions_that_are_named_exist() -> None:
    """`metrics/chance.differ`, `view.View.runs`: a module of the package and what stands in it."""
    found = 0
    for path in DOCUMENTS:
        for module, names in re.findall(r"`([a-z_/]+)\.([A-Za-z_.]+)`", path.read_text(encoding="utf-8")):
            if not (PACKAGE / f"{module}.py").is_file() or names == "py":
                continue
            found += 1
            thing = importlib.import_module(f"iurc_dash.{module.replace('/', '.')}")
            for name in names.split("."):
                assert hasattr(thing, name), f"{relative(path)} names {module}.{names}"
                thing = getattr(thing, name)
    assert found > 15


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\S+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")


def test_every_document_is_led_to() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "docs").glob("*.md") if f"docs/{path.name}" not in readme] == []


def test_commands_that_are_shown_run() -> None:
    """Every `iurc-dash exhibit` of a document names an exhibit, parameters and a selection that there are."""
    shown = re.findall(r"iurc-dash exhibit ([a-z].*?)(?:`|\s#|\n)", TEXT)
    assert len(shown) > 1
    for words in shown:
        if "pairings/sizes" not in words:
            arguments = ["exhibit", *shlex.split(words)]
            assert cli.main(arguments) == cli.FINE, words
