"""What was looked for and not found, and where sources disagree."""

from __future__ import annotations

from collections import Counter

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.record._sentences import say_filters_left_out
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number, format_parts, ngettext
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import rows_in
from iurc_dash.tabular import Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import VOCABULARIES, counted


@exhibit("record/gaps", N_("What is missing or uncertain?"))
def gaps(view: View) -> Answer:
    """Every note on what is missing or uncertain, by subject; editions are named where there are several."""
    rows = {key: tuple(cells) for key, *cells in rows_in(view["gaps"], "gap_id", *_CELLS)}
    columns = _columns(has_editions=len({edition for _subject, _kind, edition, _note in rows.values()}) != 1)
    if not rows:
        return nothing_found(_("No gap is noted for what is chosen."), columns)
    order = dict(rows_in(view.whole["editions"], "edition_id", "order"))
    subjects = {subject: place for place, subject in enumerate(VOCABULARIES["gap_subjects"])}
    pairings: dict[str, list[str]] = {}
    for gap, pairing in rows_in(view["gap_pairings"], "gap_id", "pairing_id"):
        pairings.setdefault(gap, []).append(pairing)

    def place(key: str) -> tuple[int, str, int, str]:
        subject, _kind, edition, _note = rows[key]
        return subjects.get(subject, len(subjects)), subject, order[edition], key

    def line(key: str) -> Line:
        cells = dict(zip(("subject", "kind", "edition", "note"), rows[key], strict=True))
        where = view.where(cells["edition"])
        return Line(
            key,
            {
                **cells,
                "phase": where.phase_id,
                "region": where.region_id,
                "pairings": tuple(pairings.get(key, ())),
            },
            row=Row("gaps", key),
        )

    return listed(
        _say_notes(view, Counter(kind for _subject, kind, _edition, _note in rows.values())),
        Table(columns, sorted(rows, key=place), line),
        Count.in_table("gaps", rows),
    )


# Columns of the notes that a line shows.
_CELLS = ("subject", "kind", "edition_id", "note")


def _columns(*, has_editions: bool) -> list[Column]:
    return [
        Column("subject", _("About"), "code", "gap_subjects"),
        Column("edition", _("Programme in a region"), "reference", "editions", hidden=not has_editions),
        Column("kind", _("Kind of note"), "code", "gap_kinds"),
        Column("note", _("Note")),
        Column("phase", _("Phase"), "reference", "phases", hidden=True),
        Column("region", _("Region"), "reference", "regions", hidden=True),
        Column("pairings", _("Pairings"), "references", "pairings", hidden=True),
    ]


def _say_notes(view: View, kinds: Counter[str]) -> str:
    """How many notes, how many of them are on what was not found and on sources that disagree."""
    total, missing, disagree = kinds.total(), kinds["missing"], kinds["contradiction"]
    parts = [
        ngettext("{count} on something not found", "{count} on things not found", missing),
        ngettext("{count} on sources that disagree", "{count} on sources that disagree", disagree),
    ]
    told = format_parts(
        part.format(count=format_number(count))
        for part, count in zip(parts, (missing, disagree), strict=True)
        if count
    )
    notes = counted("tables", "gaps", total)
    said = (
        _("{notes} on gaps and choices: {told}.") if told and total > 1 else _("{notes} on gaps and choices.")
    )
    return " ".join([said.format(notes=notes, told=told), *say_filters_left_out(view)])
