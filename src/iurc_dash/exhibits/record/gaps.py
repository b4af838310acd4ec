"""What was looked for and not found, and where sources disagree."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows
from iurc_dash.exhibits.record._sentences import say_filters_left_out
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.quantities import Count
from iurc_dash.reading import cells_by, rows_in
from iurc_dash.tabular import Column
from iurc_dash.view import View
from iurc_dash.vocabulary import VOCABULARIES, counted


class Note(NamedTuple):
    """What a note is about, of which kind it is, and of which edition."""

    subject: str
    kind: str
    edition: str


@exhibit("record/gaps", N_("What is missing or uncertain?"))
def gaps(view: View) -> Answer:
    """Every note on what is missing or uncertain, by subject; editions are named where there are several."""
    rows = {
        key: Note(*cells) for key, *cells in rows_in(view["gaps"], "gap_id", "subject", "kind", "edition_id")
    }
    order = dict(rows_in(view.whole["editions"], "edition_id", "order"))
    subjects = {subject: place for place, subject in enumerate(VOCABULARIES["gap_subjects"])}
    pairings = cells_by(view["gap_pairings"], "gap_id", "pairing_id")

    def place(key: str) -> tuple[int, str, int, str]:
        note = rows[key]
        return subjects.get(note.subject, len(subjects)), note.subject, order[note.edition], key

    columns: list[Column | CellOf[str]] = [
        Column("subject", _("About"), "code", "gap_subjects"),
        shared("edition", hidden=len({note.edition for note in rows.values()}) == 1),
        Column("kind", _("Kind of note"), "code", "gap_kinds"),
        shared("note"),
        shared("phase", hidden=True),
        shared("region", hidden=True),
        (shared("pairings", hidden=True), lambda key: pairings.get(key, ())),
    ]
    table = table_of_rows(view, "gaps", {key: key for key in sorted(rows, key=place)}, columns)
    if not rows:
        return nothing_found(_("No gap is noted for what is chosen."), table.columns)
    kinds = Counter(note.kind for note in rows.values())
    counted_notes = Count.in_table("gaps", rows)
    return listed(_say_notes(kinds), table, counted_notes, more=say_filters_left_out(view))


def _say_notes(kinds: Counter[str]) -> str:
    """How many notes, and among them those on what was not found and on sources that disagree."""
    total, missing, disagree = kinds.total(), kinds["missing"], kinds["contradiction"]
    parts = [
        (missing, ngettext("{count} on something not found", "{count} on things not found", missing)),
        (disagree, _("{count} on sources that disagree")),
    ]
    told = format_names([part.format(count=format_number(count)) for count, part in parts if count])
    notes = counted("tables", "gaps", total)
    if told and total > 1:
        return _("{notes} on gaps and choices, among them {told}.").format(notes=notes, told=told)
    return _("{notes} on gaps and choices.").format(notes=notes)
