"""Gap notes as they were edited for readers, checked against the notes that people collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from iurc_dash.language import _
from iurc_dash.loaders.collected import Collected, Row
from iurc_dash.loaders.gap_notes import GapNote, read_gap_notes
from iurc_dash.loaders.keys import slug, values
from iurc_dash.loaders.normalise.part import Part
from iurc_dash.loaders.reference import Reference
from iurc_dash.problems import Problem, shown_value

NAME = "reference/gaps.csv"


def gaps(collected: Collected, reference: Reference) -> Part:
    """Tables gaps (a row for each note and edition) and gap_pairings; covers every collected note."""
    part = Part()
    notes = {
        (unit, str(note.number)): note
        for unit, text in collected.gap_texts.items() for note in read_gap_notes(text)
    }  # fmt: skip
    editions = {row["pairing_key"]: row["edition"] for row in collected.rows("pairings")}
    order: Counter[tuple[str, str]] = Counter()
    for row in reference["gaps"]:
        key = (row["unit"], row["note_number"])
        order[key] += 1
        problem = _mismatch(row, notes.get(key))
        if problem:
            part.refuse("gaps", row, problem.column, problem)
            continue
        _add_rows(part, row, f"{row['unit']}-note-{row['note_number']}-{order[key]}", editions)
    part.problems += [_uncovered(key[0], note) for key, note in notes.items() if not order[key]]
    return part


def _add_rows(part: Part, row: Row, stem: str, editions: Mapping[str, str]) -> None:
    edition_ids = values(row["edition_ids"])
    for edition_id in edition_ids:
        part.add(
            "gaps", gap_id=slug(f"{stem} {edition_id}"), edition_id=edition_id, subject=row["subject"],
            kind=row["kind"], note=row["note"],
        )  # fmt: skip
    part.account("gaps", row, kept=len(edition_ids))
    for pairing_id in values(row["pairing_ids"]):
        own = editions.get(pairing_id, "")
        # A note on several editions speaks of a pairing under the pairing's own edition, where that is named.
        for edition_id in [own] if own in edition_ids else edition_ids:
            part.add("gap_pairings", gap_id=slug(f"{stem} {edition_id}"), pairing_id=pairing_id)


def _mismatch(row: Row, note: GapNote | None) -> Problem | None:
    number = int(row["row"])
    if note is None:
        return Problem(
            NAME, number, "note_number", row["note_number"], "unknown_code",
            _("The unit's gap file has no note of this number."), _("Correct the unit or the number."),
        )  # fmt: skip
    if not note.text.startswith(row["starts_with"]):
        return Problem(
            NAME, number, "starts_with", shown_value(row["starts_with"]), "note_changed",
            _("The collected note begins differently: {text}").format(text=shown_value(note.text)),
            _("Read the note again, then correct this row."),
        )  # fmt: skip
    if not values(row["edition_ids"]):
        return Problem(
            NAME, number, "edition_ids", "", "required", _("The note names no edition."),
            _("Name at least one, such as ALL-1 for the programme as a whole."),
        )  # fmt: skip
    return None


def _uncovered(unit: str, note: GapNote) -> Problem:
    return Problem(
        f"{unit}/gaps.md", 0, "", shown_value(note.text), "note_not_covered",
        _("Note {number} has no row in gaps.csv: {text}").format(
            number=note.number, text=shown_value(note.text)
        ),
        _("Add a row for it to the reference."),
    )  # fmt: skip
