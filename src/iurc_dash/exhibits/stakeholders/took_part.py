"""Who took part besides cities and regions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, table_of_rows, where_and_sources
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import Wording, count_in_words, join_names, join_sentences, say_standing
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Axis, Bars, Category, Series
from iurc_dash.language import N_, _
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.stakeholders import (
    StakeholderRecord,
    stakeholder_records,
    subjects_by_kind,
    subjects_where_only_seen,
)
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import plural_word, word

COLOURS = {"pairings": "accent", "activities": "neutral"}
WORDING = Wording(
    all=(N_("It names {names}."), N_("Both name {names}."), N_("All of them name {names}.")),
    once=N_("No kind is named more than once."),
    even=N_("{names} are named in {count} of them each."),
    lead=N_("{names} is named most often, in {subjects}."),
    most=N_("{names} is named in {count} of them, before {next}."),
    tie=N_("{names} are named most often, in {count} of them each."),
)


@exhibit("stakeholders/took-part", N_("Who took part besides cities and regions?"))
def took_part(view: View) -> Answer:
    """Kinds of stakeholder by the pairings and by the activities that they took part in, side by side."""
    records, tally, seen = stakeholder_records(view), subjects_by_kind(view), subjects_where_only_seen(view)
    if not records:
        return nothing_found(_("No stakeholder is recorded for what is chosen."))
    kinds = tuple(dict.fromkeys([*tally.ranked("kind"), *sorted(record.kind for record in records)]))
    return Answer(
        finding=_say_most(tally, seen),
        more=_say_seen(tally, seen),
        form=Bars(
            axis=Axis(_("Kind"), tuple(Category(kind, word("stakeholder_kinds", kind)) for kind in kinds)),
            series=tuple(
                Series(
                    table,
                    plural_word("tables", table),
                    tuple(tally.at(kind, table) for kind in kinds),
                    colour,
                )
                for table, colour in COLOURS.items()
            ),
            # Pairings and activities are different things, so they are never added up.
            unit=_("pairings or activities"),
        ),
        table=lambda: _table(view, records),
        # The rows that say it stand in it too, as the figure rests on their sources.
        counted=tally.whole + Count.in_table("stakeholders", (record.stakeholder_id for record in records)),
        cautions=("stakeholders_partial",),
    )


def _say_most(tally: Tally, seen: Count) -> str:
    """For how much anybody is recorded, and who is named most often."""
    if not tally.whole:
        return _("It is only recorded who was visited or met, for {subjects}.").format(
            subjects=count_in_words(seen)
        )
    found = standing({kind: tally.at(kind) for kind in tally.ranked("kind")}, tally.whole)
    most = say_standing(found, WORDING, _name_kinds, subjects=count_in_words(found.count))
    recorded = _("Stakeholders are recorded for {subjects} only.")
    return join_sentences(recorded.format(subjects=count_in_words(tally.whole)), most)


def _name_kinds(kinds: Sequence[str]) -> str:
    return join_names([word("stakeholder_kinds", kind) for kind in kinds], in_quotes=True)


def _say_seen(tally: Tally, seen: Count) -> str:
    """Where it was only a visit or a meeting."""
    if not (tally.whole and seen):
        return ""
    return _("Besides, somebody was only visited or met in {subjects}.").format(subjects=count_in_words(seen))


def _table(view: View, records: tuple[StakeholderRecord, ...]) -> Table:
    ordered = sorted(records, key=lambda record: (record.kind, record.note, record.stakeholder_id))
    by_key = {record.stakeholder_id: record for record in ordered}

    def subject_in(table: str) -> Callable[[StakeholderRecord], Cell]:
        return lambda record: record.subject.key if record.subject.table == table else NOT_APPLICABLE

    columns: list[Column | CellOf[StakeholderRecord]] = [
        (Column("who", _("Who")), lambda record: record.note),
        Column("kind", _("Kind"), "code", "stakeholder_kinds"),
        Column("role", _("Role"), "code", "stakeholder_roles"),
        (Column("pairings", _("Pairing"), "reference", "pairings"), subject_in("pairings")),
        (Column("activities", _("Activity"), "reference", "activities"), subject_in("activities")),
        *where_and_sources(),
    ]
    return table_of_rows(view, "stakeholders", by_key, columns)
