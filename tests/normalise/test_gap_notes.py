"""Tests of the numbering of gap notes, and that the reference table still speaks of the collected notes."""

import csv
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.normalise.gap_notes import GapNote, plain_text, read_gap_notes

DATA = Path(__file__).parents[2] / "data"

SAMPLE = """# Gaps of  `XX-1`

A plain paragraph
over two lines.

## Missing
- First bullet with `code` and
  a second line.
  - nested one
  - nested two
- Second bullet
Paragraph line without indent continues the bullet.

    An indented line after a blank line continues it too.

A new paragraph.
- A bullet right after it.

## Empty section

## Last
-not a bullet, as no space follows
"""


def test_numbers_sections_and_texts() -> None:
    assert read_gap_notes(SAMPLE) == [
        GapNote(1, "Gaps of XX-1", "A plain paragraph over two lines."),
        GapNote(2, "Missing", "First bullet with code and a second line. nested one nested two"),
        GapNote(
            3,
            "Missing",
            "Second bullet Paragraph line without indent continues the bullet. "
            "An indented line after a blank line continues it too.",
        ),
        GapNote(4, "Missing", "A new paragraph."),
        GapNote(5, "Missing", "A bullet right after it."),
        GapNote(6, "Last", "-not a bullet, as no space follows"),
    ]


def test_no_notes_in_empty_text_or_headings_alone() -> None:
    assert read_gap_notes("") == []
    assert read_gap_notes("# Title\n\n## Section\n") == []


def test_note_before_any_heading_has_no_section() -> None:
    assert read_gap_notes("- alone") == [GapNote(1, "", "alone")]
    assert read_gap_notes("  indented first line") == [GapNote(1, "", "indented first line")]


def test_an_indented_line_does_not_cross_a_heading() -> None:
    notes = read_gap_notes("- one\n## Next\n  two\n")
    assert notes == [GapNote(1, "", "one"), GapNote(2, "Next", "two")]


def test_windows_line_ends_read_alike() -> None:
    assert read_gap_notes(SAMPLE.replace("\n", "\r\n")) == read_gap_notes(SAMPLE)


@given(st.text(alphabet="-# `a\n\t", max_size=80))
def test_any_text_reads_with_numbers_from_one(text: str) -> None:
    notes = read_gap_notes(text)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert all(note.text == plain_text(note.text) for note in notes)
    assert not any("`" in note.text for note in notes)


def test_reference_table_covers_every_collected_note() -> None:
    with (DATA / "reference" / "gaps.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    collected = {
        (path.parent.name, str(note.number)): note
        for path in sorted((DATA / "collected").glob("*/gaps.md"))
        for note in read_gap_notes(path.read_text(encoding="utf-8"))
    }
    stale = [
        (row["unit"], row["note_number"])
        for row in rows
        if (note := collected.get((row["unit"], row["note_number"]))) is None
        or not note.text.startswith(row["starts_with"])
        or note.section != row["section"]
    ]
    assert not stale
    assert not set(collected) - {(row["unit"], row["note_number"]) for row in rows}
