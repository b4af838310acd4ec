"""What was looked for and not found, and where sources disagree."""

from __future__ import annotations

from collections import Counter

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import in_words
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.reading import rows_in
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

# Of one edition too a download says which.
UNSEEN = ("edition", "edition_id", "gap_id")

KINDS = {
    "missing": N_("Not found"),
    "contradiction": N_("Sources disagree"),
    "choice": N_("A choice was made"),
    "worked_out": N_("Worked out, not read"),
    "left_out": N_("Left out"),
}


# Subjects of notes, what the programme is made of first and where it was read last; others follow by name.
SUBJECTS = {
    "edition": N_("Editions"),
    "budget": N_("Budgets"),
    "pairings": N_("Pairings"),
    "places": N_("Places"),
    "dates": N_("Dates"),
    "themes": N_("Themes"),
    "goals": N_("Goals"),
    "agendas": N_("Agendas"),
    "activities": N_("Activities"),
    "publications": N_("Publications"),
    "networks": N_("Networks"),
    "stakeholders": N_("Stakeholders"),
    "reported_figures": N_("Reported figures"),
    "sources": N_("Sources"),
}


def known_gaps(dataset: Dataset, selection: Selection) -> Exhibit:
    """Every note on what is missing or uncertain, by subject; editions are named where there are several."""
    question = _("What is missing or uncertain?")
    gaps = narrow(dataset, selection)["gaps"]
    several = gaps["edition_id"].nunique() != 1
    columns = [
        Column("subject", _("About")),
        *([Column("edition", _("Edition"), "edition", key_column="edition_id")] if several else []),
        Column("kind", _("Kind of note")),
        Column("note", _("Note")),
    ]
    if gaps.empty:
        return nothing_found("known_gaps", question, _("No gap is noted for what is chosen."), columns)
    names, order = (
        dataset.names.editions,
        {edition: at for at, edition in enumerate(dataset["editions"]["edition_id"].tolist())},
    )
    lines = rows_in(gaps, "subject", "edition_id", "kind", "note", "gap_id")
    records = [
        {
            "subject": _subject_name(subject),
            "edition": names[edition],
            "edition_id": edition,
            "kind": in_words(KINDS, kind),
            "note": note,
            "gap_id": gap,
        }
        for subject, edition, kind, note, gap in sorted(
            lines, key=lambda line: (*_subject_place(line[0]), order[line[1]], line[4])
        )
    ]
    finding = _finding(Counter(gaps["kind"].tolist()))
    return Exhibit(
        key="known_gaps",
        question=question,
        finding=finding,
        form=None,
        table=table_of(columns, records, UNSEEN),
        alt=finding,
        rows=rows_of(gaps=gaps["gap_id"].tolist()),
    )


def _subject_name(subject: str) -> str:
    """'Reported figures'; a subject without words of its own as it is written: 'open_days' as 'Open days'."""
    return _(SUBJECTS.get(subject, subject[:1].upper() + subject[1:].replace("_", " ")))


def _subject_place(subject: str) -> tuple[int, str]:
    known = list(SUBJECTS)
    return (known.index(subject) if subject in SUBJECTS else len(known), subject)


def _finding(kinds: Counter[str]) -> str:
    total, missing, disagree = kinds.total(), kinds["missing"], kinds["contradiction"]
    said = ngettext("{count} note on gaps and choices", "{count} notes on gaps and choices", total)
    parts = [
        ngettext("{count} on something not found", "{count} on things not found", missing).format(
            count=format_number(missing)
        )
        if missing
        else "",
        ngettext("{count} on sources that disagree", "{count} on sources that disagree", disagree).format(
            count=format_number(disagree)
        )
        if disagree
        else "",
    ]
    told = ", ".join(part for part in parts if part)
    said = said.format(count=format_number(total))
    return (
        _("{said}: {told}.").format(said=said, told=told)
        if told and total > 1
        else _("{said}.").format(said=said)
    )
