"""Gap notes as they were edited for readers, checked against the notes that people collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from iurc_dash.language import _
from iurc_dash.normalise.gap_notes import GapNote, read_gap_notes
from iurc_dash.normalise.keys import slug
from iurc_dash.normalise.part import Part
from iurc_dash.normalise.reference import Reference
from iurc_dash.problems import Code, Problem, Severity, as_warning, shown_value
from iurc_dash.sources.collected import GAP_FILE, values
from iurc_dash.sources.raw import RawTables, Row


def gaps(collected: RawTables, reference: Reference) -> Part:
    """Tables gaps (a row for each note and edition) and gap_pairings; covers every collected note."""
    part = Part()
    notes = {
        (unit, str(note.number)): note
        for unit, text in collected.notes.items()
        for note in read_gap_notes(text)
    }
    editions = {row["pairing_key"]: row["edition"] for row in collected.rows("pairings")}
    order: Counter[tuple[str, str]] = Counter()
    for row in reference["gaps"]:
        key = (row["unit"], row["note_number"])
        order[key] += 1
        problem = _mismatch(row, notes.get(key))
        if problem:
            if row["unit"] in collected.notes:
                part.problems.append(as_warning(problem))
            else:
                part.unmet.append(problem)
            continue
        _add_rows(part, row, f"{row['unit']}-note-{row['note_number']}-{order[key]}", editions)
    part.problems += [_uncovered(key[0], note) for key, note in notes.items() if not order[key]]
    return part


def _add_rows(part: Part, row: Row, stem: str, editions: Mapping[str, str]) -> None:
    edition_ids = values(row["edition_ids"])
    for edition_id in edition_ids:
        part.add(
            "gaps",
            row.origin,
            gap_id=slug(f"{stem} {edition_id}"),
            edition_id=edition_id,
            subject=row["subject"],
            kind=row["kind"],
            note=row["note"],
        )
    part.account("gaps", row, kept=len(edition_ids))
    for pairing_id in values(row["pairing_ids"]):
        own = editions.get(pairing_id, "")
        # A note on several editions speaks of a pairing under the pairing's own edition, where that is named.
        for edition_id in [own] if own in edition_ids else edition_ids:
            gap_id = slug(f"{stem} {edition_id}")
            part.add("gap_pairings", row.origin, gap_id=gap_id, pairing_id=pairing_id)


def _mismatch(row: Row, note: GapNote | None) -> Problem | None:
    if note is None:
        what = _("The unit’s gap file has no note of this number.")
        mend = _("Correct the unit or the number.")
        return row.origin.problem(
            Code.UNKNOWN_CODE, what, mend, column="note_number", value=row["note_number"]
        )
    if not note.text.startswith(row["starts_with"]):
        what = _("The collected note begins differently: {text}").format(text=shown_value(note.text))
        mend = _("Read the note again, then correct this row.")
        return row.origin.problem(
            Code.NOTE_CHANGED, what, mend, column="starts_with", value=row["starts_with"]
        )
    if not values(row["edition_ids"]):
        what = _("The note names no edition.")
        mend = _("Name at least one, such as ALL-1 for the programme as a whole.")
        return row.origin.problem(Code.REQUIRED, what, mend, column="edition_ids")
    return None


def _uncovered(unit: str, note: GapNote) -> Problem:
    what = _("Note {number} has no row in gaps.csv: {text}")
    what = what.format(number=note.number, text=shown_value(note.text))
    mend = _("Add a row for it to the reference.")
    return Problem(
        table=f"{unit}/{GAP_FILE}",
        value=note.text,
        code=Code.NOTE_NOT_COVERED,
        what=what,
        mend=mend,
        severity=Severity.WARNING,
    )
