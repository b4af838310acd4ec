"""Notes on gaps: grouped by subject, none left out, no edition column where there is one edition."""

from __future__ import annotations

from artificial import GAPS, artificial_dataset, empty_dataset, frame
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.gaps import SUBJECTS, known_gaps
from iurc_dash.selection import Selection

ALL = Selection()


def test_notes_by_subject_in_order() -> None:
    exhibit = known_gaps(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    # Subjects that are not known by name come last, as words.
    assert exhibit.table.frame["subject"].tolist() == ["Pairings", "Dates", "Activities", "Names"]
    assert exhibit.table.frame["kind"].tolist() == [
        "Not found", "Sources disagree", "Worked out, not read", "A choice was made",
    ]  # fmt: skip
    assert exhibit.finding == (
        "4 notes on gaps and choices: 1 on something not found, 1 on sources that disagree."
    )


def test_the_edition_is_named_only_where_there_are_several() -> None:
    def shown(selection: Selection) -> list[str]:
        return [column.name for column in known_gaps(artificial_dataset(), selection).table.columns]

    assert shown(ALL) == ["subject", "edition", "kind", "note"]
    one = Selection(phases=("1",), regions=("NA",))
    assert shown(one) == ["subject", "kind", "note"]
    # A download says it all the same.
    assert known_gaps(artificial_dataset(), one).table.frame["edition_id"].tolist() == ["NA-1"]


def test_one_note_none_and_notes_of_other_kinds() -> None:
    def finding(*positions: int) -> str:
        gaps = frame("gaps", [GAPS[position] for position in positions])
        return known_gaps(artificial_dataset().with_tables(gaps=gaps), ALL).finding

    assert finding(0) == "1 note on gaps and choices."
    assert finding(1, 3) == "2 notes on gaps and choices."
    nothing = known_gaps(empty_dataset(), ALL)
    assert nothing.finding == "No gap is noted for what is chosen."
    assert nothing.table.frame.empty and nothing.rows == {}


def test_recorded_notes_are_all_there_once_and_grouped() -> None:
    exhibit = known_gaps(recorded_dataset(), ALL)
    gaps = recorded_dataset()["gaps"]
    assert sorted(exhibit.table.frame["gap_id"]) == sorted(gaps["gap_id"])
    subjects = exhibit.table.frame["subject"].tolist()
    assert len(list(dict.fromkeys(subjects))) == sum(
        subject != before for subject, before in zip(subjects, ["", *subjects], strict=False)
    )
    assert not [subject for subject in subjects if "_" in subject or not subject[0].isupper()]
    # At most a stray subject stands beside the known ones.
    assert len(set(gaps["subject"]) - set(SUBJECTS)) <= 1
