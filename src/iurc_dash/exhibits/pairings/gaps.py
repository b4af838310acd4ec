"""What is not recorded of one pairing, and what is noted as missing or in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared
from iurc_dash.exhibits.pairings._pairing import PAIRING
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, rows_of_pairings
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.sources import sources_of_row
from iurc_dash.quantities import Count, Row
from iurc_dash.tabular import Cell, Column, Line, Table
from iurc_dash.view import View


class Note(NamedTuple):
    """What is missing or in doubt: a sentence, its kind, and the row that it is of."""

    words: str
    kind: str
    row: Row


@exhibit("pairings/gaps", N_("What is not recorded, and what is in doubt?"), PAIRING)
def gaps(view: View, *, pairing: str) -> Answer:
    """What no row says of the pairing, then notes on what was looked for and on where sources disagree, each once."""
    lacking = [
        Note(said, "missing", Row("pairings", pairing))
        for said in _lacking(view, every_pairing(view)[pairing])
    ]
    noted = _noted(view, pairing)
    notes = {str(place): note for place, note in enumerate([*lacking, *noted], start=1)}
    columns: list[CellOf[Note]] = [
        (shared("note"), lambda note: note.words),
        (Column("kind", _("Kind of note"), "code", "gap_kinds"), lambda note: note.kind),
    ]

    def line(key: str) -> Line:
        cells: Mapping[str, Cell] = {column.key: cell_of(notes[key]) for column, cell_of in columns}
        return Line(key, dict(cells), notes[key].row)

    table = Table([column for column, _cell_of in columns], tuple(notes), line)
    if not notes:
        return nothing_found(
            _("All that is looked for is recorded, and nothing is noted as in doubt."), table.columns
        )
    return listed(_say_notes(len(lacking), len(noted)), table, Count.of(note.row for note in notes.values()))


def _lacking(view: View, record: PairingRecord) -> Iterator[str]:
    """A sentence for each thing that a pairing may have and that no row says of this one."""
    if not record.summary:
        yield _("What was worked on is not recorded.")
    if not record.themes:
        yield _("No theme is recorded.")
    if not record.start_date:
        yield _("Its start is not recorded.")
    if not record.end_date and record.status == "completed":
        yield _("Its end is not recorded.")
    if not record.status:
        yield _("Whether it is over is not recorded.")
    if not record.activities:
        yield _("No activity is recorded as done.")
    if not record.stated_goals:
        yield _("No source that was read states a Sustainable Development Goal.")
    if len(sources_of_row(view.whole, Row("pairings", record.pairing_id))) == 1:
        yield _("It rests on one public page alone.")


def _noted(view: View, pairing: str) -> list[Note]:
    """Notes of those who collected the rows; one of several programmes in a region stands once for each of them."""
    found: dict[str, Note] = {}
    for (gap,) in rows_of_pairings(view.whole, "gap_pairings", "gap_id").get(pairing, ()):
        cells = cells_of_row(view.whole, Row("gaps", gap))
        found.setdefault(cells["note"], Note(cells["note"], cells["kind"], Row("gaps", gap)))
    return list(found.values())


def _say_notes(lacking: int, noted: int) -> str:
    said = []
    if lacking:
        message = ngettext("One thing is not recorded.", "{count} things are not recorded.", lacking)
        said.append(message.format(count=format_number(lacking)))
    if noted:
        message = ngettext(
            "One thing is noted as missing or in doubt.",
            "{count} things are noted as missing or in doubt.",
            noted,
        )
        said.append(message.format(count=format_number(noted)))
    return join_sentences(*said)
