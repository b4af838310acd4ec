"""Notes on gaps: grouped by subject, none left out, the edition named where there are several."""

from __future__ import annotations

from artificial import GAPS, artificial_dataset, empty_dataset, frame
from artificial_pairings import made
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.quantities import Row
from iurc_dash.vocabulary import VOCABULARIES

ID = "record/gaps"


def test_notes_by_subject_in_order() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    # Subjects without words of their own come last, as they are written.
    assert [line["subject"] for line in exhibit.table] == ["pairings", "dates", "activities", "names"]
    assert [line["kind"] for line in exhibit.table] == ["missing", "contradiction", "worked_out", "choice"]
    assert exhibit.finding == (
        "4 notes on gaps and choices, among them 1 on something not found and 1 on sources that disagree."
    )
    first = exhibit.table.line("na-1-missing-1")
    assert first.row == Row("gaps", "na-1-missing-1")
    assert first["pairings"] == ("na-1-nowhereby-specimen",)


def test_the_edition_is_shown_only_where_there_are_several() -> None:
    def shown(**chosen: tuple[str, ...]) -> list[str]:
        return [
            column.key
            for column in made(artificial_dataset(), ID, **chosen).table.columns
            if not column.hidden
        ]

    assert shown() == ["subject", "edition", "kind", "note"]
    one = {"phases": ("1",), "regions": ("NA",)}
    assert shown(**one) == ["subject", "kind", "note"]
    # A download says it all the same.
    assert [line["edition"] for line in made(artificial_dataset(), ID, **one).table] == ["NA-1"]


def test_one_note_none_and_notes_of_other_kinds() -> None:
    def finding(*positions: int) -> str:
        gaps = frame("gaps", [GAPS[position] for position in positions])
        return made(artificial_dataset().with_tables(gaps=gaps), ID).finding

    assert finding(0) == "1 note on gaps and choices."
    assert finding(1, 3) == "2 notes on gaps and choices."
    assert finding(0, 1) == "2 notes on gaps and choices, among them 1 on something not found."
    nothing = made(empty_dataset(), ID)
    assert nothing.finding == "No gap is noted for what is chosen."
    assert nothing.is_empty and not nothing.answer.counted


def test_filters_that_do_not_narrow_notes_are_said() -> None:
    exhibit = made(artificial_dataset(), ID, clusters=("mobility",), stated_only=True)
    assert exhibit.finding.startswith("4 notes")
    assert exhibit.more == ("The filters “Theme group” and “Stated links only” do not narrow them.")


def test_recorded_notes_are_all_there_once_and_grouped() -> None:
    exhibit = made(recorded_dataset(), ID)
    gaps = recorded_dataset()["gaps"]
    assert sorted(exhibit.table.keys) == sorted(gaps["gap_id"])
    subjects = [line["subject"] for line in exhibit.table]
    assert len(set(subjects)) == sum(
        subject != before for subject, before in zip(subjects, ["", *subjects], strict=False)
    )
    assert set(subjects) <= set(VOCABULARIES["gap_subjects"])
