"""Words, numbers and dates for readers."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pseudo_language import CODE, forgotten, spoken

from iurc_dash import language
from iurc_dash.cli import main
from iurc_dash.language import (
    current_language,
    format_date,
    format_entries,
    format_entry,
    format_names,
    format_number,
    format_parts,
    format_period,
    format_share,
    known_language,
    language_of_environment,
    languages,
    ngettext,
)
from iurc_dash.tables.models import TABLES
from iurc_dash.words import TRANSLATED
from scripts.messages import catalogue


@pytest.mark.parametrize(
    ("written", "said"),
    [("", "not recorded"), ("2022", "2022"), ("2022-05", "May 2022"), ("2022-05-07", "7 May 2022")],
)
def test_dates_keep_their_precision(written: str, said: str) -> None:
    assert format_date(written) == said


@given(st.integers(1990, 2040))
def test_a_year_never_becomes_a_day(year: int) -> None:
    assert format_date(str(year)) == str(year)
    assert "January" not in format_date(str(year))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("", "", "not recorded"),
        ("2021", "2023", "2021 to 2023"),
        ("2021-09", "", "September 2021"),
        ("", "2017-04-10", "until 10 April 2017"),
        ("2022-11-28", "2022-11-28", "28 November 2022"),
        ("2022-11-28", "2022-11-30", "28–30 Nov 2022"),
        ("2021-09", "2023-12-01", "September 2021 to 1 December 2023"),
    ],
)
def test_periods_say_what_is_known(start: str, end: str, said: str) -> None:
    # The reader's language may put other spaces round its dash.
    assert format_period(start, end).replace("\u2009", "").replace("\u202f", "") == said


def test_numbers_and_names_read_as_a_sentence_has_them() -> None:
    assert format_number(2498490) == "2,498,490"
    assert format_share(0.634) == "63%"
    assert format_names(["Testville"]) == "Testville"
    assert format_names(["Testville", "Sampleton", "Probeburg"]) == "Testville, Sampleton and Probeburg"
    assert ngettext("{count} pairing", "{count} pairings", 1) == "{count} pairing"
    assert ngettext("{count} pairing", "{count} pairings", 0) == "{count} pairings"
    assert current_language() == "en"


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, "en"),
        ({"LANG": "el_GR.UTF-8"}, "el"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANGUAGE": "xx:el:en", "LANG": "en_GB.UTF-8"}, "el"),
        ({"LC_ALL": "xx", "LANG": "el"}, "en"),
        ({"LANGUAGE": "", "LC_MESSAGES": "el"}, "el"),
    ],
)
def test_commands_speak_the_language_of_the_environment(
    environment: dict[str, str],
    found: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    nowhere = str(tmp_path / "0")
    with spoken(tmp_path):
        assert language_of_environment() == found
        assert main(["validate", nowhere]) == 2
    assert bool(forgotten(capsys.readouterr().err, but=nowhere)) == (found == "en")
    assert current_language() == "en"


def test_only_a_language_that_there_is_a_catalogue_for_is_known(tmp_path: Path) -> None:
    assert languages() == ("en",)
    with spoken(tmp_path):
        assert languages() == ("en", CODE)
        assert known_language(CODE) == CODE
        assert {known_language(asked) for asked in ("", "xx", "EL", "../el")} == {"en"}
    assert known_language(CODE) == "en"


def test_parts_and_entries_are_set_apart() -> None:
    assert format_parts(("Testville", "", "Portugal")) == "Testville, Portugal"
    assert format_parts(()) == format_entries(()) == ""
    assert format_entries((format_entry("Phase 1", "4"), format_entry("Phase 2", "2"))) == (
        "Phase 1: 4; Phase 2: 2"
    )


# Where words for readers are made; elsewhere data is compared and sorted.
ROOMS = ("exhibits", "render", "ui", "server", "commands")
ALONE = ("describing", "forms", "tabular", "words", "vocabulary", "selection", "cautions", "problems", "cli")
SOURCE = Path(language.__file__).parent
CASE = {"lower", "upper", "title", "capitalize", "swapcase"}
# What only programs read: cells of a file for spreadsheets that hold several values, the path of a drawing, a header.
JOINED_FOR_PROGRAMS = {
    "render/data/columns.py": ("; ",),
    "render/picture/shapes.py": ("L",),
    "server/headers.py": ("; ", ", "),
}


def modules_with_words() -> list[Path]:
    found = [path for room in ROOMS for path in (SOURCE / room).rglob("*.py")]
    pages = (SOURCE.parents[1] / "pages").rglob("*.py")
    return sorted([*found, *pages, *(SOURCE / f"{name}.py" for name in ALONE)])


@pytest.mark.parametrize("path", modules_with_words(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_words_are_made_by_changing_case_or_by_joining(path: Path) -> None:
    allowed = JOINED_FOR_PROGRAMS.get(
        path.relative_to(SOURCE.parents[1]).as_posix().removeprefix("src/iurc_dash/"), ()
    )
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called, of = node.func.attr, node.func.value
            # What a terminal calls its encoding is no word.
            assert node.args or called not in CASE or "encoding" in ast.unparse(of), (node.lineno, called)
            if called == "join" and isinstance(of, ast.Constant) and isinstance(of.value, str):
                between = re.sub(r"<\w+>", "", of.value)
                assert between in allowed or not re.search(r"[\w,;:&]", between), (node.lineno, between)
        if isinstance(node, ast.JoinedStr) and len(node.values) == 3:
            middle = node.values[1]
            if isinstance(middle, ast.Constant):
                assert not re.fullmatch(r"[,;:] | and | or | of ", str(middle.value)), node.lineno


def test_the_template_has_the_words_of_reference_tables() -> None:
    messages = {str(message.id) for message in catalogue() if message.id}
    for table, columns in TRANSLATED.items():
        assert set(columns) <= set(TABLES[table].to_schema().columns)
    for words in ("North America, phase 2", "EU agendas", "3 · IURC from 2024", "Circular economy", ", "):
        assert words in messages
    assert "Bologna" not in messages, "names of places are data"
