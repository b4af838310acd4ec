"""Who took part besides cities and regions."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import SUBJECTS, count_of_activities, count_of_pairings, in_words, recorded
from iurc_dash.forms import Bars, Category, Series
from iurc_dash.language import N_, _, format_names, format_number, ngettext
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.stakeholders import StakeholderCount, stakeholder_counts
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

KINDS = {
    "business": N_("Business"),
    "government": N_("Government"),
    "research": N_("Research"),
    "civil society": N_("Civil society"),
}


def who_took_part(dataset: Dataset, selection: Selection) -> Exhibit:
    """Kinds of stakeholder by the pairings and by the activities that name them."""
    question = _("Who took part besides cities and regions?")
    narrowed = narrow(dataset, selection)
    counts = stakeholder_counts(narrowed)
    columns = [
        Column("who", _("Who")),
        Column("kind", _("Kind")),
        Column("subject_kind", _("Recorded for")),
        Column("subject", _("Pairing or activity"), "pairing", key_column="pairing_id"),
    ]
    if not counts:
        finding = _("No stakeholder is recorded for these pairings and activities.")
        return nothing_found("who_took_part", question, finding, columns)
    finding = _finding(counts, len(narrowed["stakeholders"]))
    rows = rows_of(stakeholders=narrowed["stakeholders"]["stakeholder_id"])
    numbers = "; ".join(
        _("{kind}: {pairings} and {activities}").format(
            kind=in_words(KINDS, count.kind),
            pairings=count_of_pairings(len(count.pairings)),
            activities=count_of_activities(len(count.activities)),
        )
        for count in counts
    )
    return Exhibit(
        key="who_took_part",
        question=question,
        finding=finding,
        form=_bars(counts),
        table=table_of(columns, _lines(dataset, narrowed), ("stakeholder_id",)),
        alt=f"{finding} {numbers}.",
        rows=rows,
        cautions=("stakeholders_partial",),
        sources=sources_behind(dataset, rows),
    )


def _bars(counts: tuple[StakeholderCount, ...]) -> Bars:
    return Bars(
        categories=tuple(Category(count.kind, in_words(KINDS, count.kind)) for count in counts),
        series=(
            Series("pairings", _("Pairings"), tuple(len(count.pairings) for count in counts), "accent"),
            Series(
                "activities", _("Activities"), tuple(len(count.activities) for count in counts), "neutral"
            ),
        ),
        unit=_("pairings or activities"),
        # Pairings and activities are different things, so they are never added up.
        stacked=False,
    )


def _finding(counts: tuple[StakeholderCount, ...], total: int) -> str:
    by_kind = {in_words(KINDS, count.kind): len(count.pairings) for count in counts}
    first = leaders(by_kind)
    said = ngettext("{count} stakeholder is recorded", "{count} stakeholders are recorded", total).format(
        count=format_number(total)
    )
    if not first:
        return ngettext("{said}, in an activity.", "{said}, all of them in activities.", total).format(
            said=said
        )
    pairings = count_of_pairings(by_kind[first[0]])
    small = format_names([name[:1].lower() + name[1:] for name in first])
    if len(first) > 1:
        return _("{said}; {kinds} lead with {pairings} each.").format(
            said=said, kinds=small, pairings=pairings
        )
    return _("{said}; {kinds} leads with {pairings}.").format(said=said, kinds=small, pairings=pairings)


def _lines(dataset: Dataset, narrowed: Dataset) -> Iterator[dict[str, str]]:
    titles = dict(rows_in(narrowed["activities"], "activity_id", "title"))
    names = dataset.names.pairings
    table = narrowed["stakeholders"]
    columns = ("kind", "note", "subject_kind", "subject_id", "stakeholder_id")
    for kind, note, subject_kind, subject, key in sorted(rows_in(table, *columns)):
        is_pairing = subject_kind == "pairing"
        yield {
            "who": recorded(note),
            "kind": in_words(KINDS, kind),
            "subject_kind": in_words(SUBJECTS, subject_kind),
            "subject": names[subject] if is_pairing else titles[subject],
            # Only a pairing has a page of its own.
            "pairing_id": subject if is_pairing else "",
            "stakeholder_id": key,
        }
