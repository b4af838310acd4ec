"""What exhibits on goals share: names of goals, bars by basis, who is counted, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Exhibit, ExhibitTable, rows_of, sources_behind
from iurc_dash.exhibits.wording import count_of_activities, count_of_pairings, one_of, phase_within
from iurc_dash.forms import Form, Series
from iurc_dash.language import _, format_names, format_number, ngettext
from iurc_dash.metrics.goals import SDG, GoalLink, contribution_rows
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.reading import rows_in

SUBJECT_ORDER = ("pairing", "activity", "theme", "edition", "programme")


def goal_label(number: str, name: str) -> str:
    """'11 Sustainable cities and communities'; the name alone where the agenda has no numbers."""
    return f"{number} {name}".strip()


def goal_in_a_sentence(dataset: Dataset, goal_id: str) -> str:
    """'Goal 11 (Sustainable cities and communities)', 'European Green Deal'; an unknown key as it is."""
    for goal, agenda, number, name in rows_in(dataset["goals"], "goal_id", "agenda_id", "number", "name"):
        if goal == goal_id:
            return (
                _("Goal {number} ({name})").format(number=number, name=name) if agenda == SDG else str(name)
            )
    return goal_id


def subjects_in_words(links: Iterable[GoalLink]) -> str:
    """Distinct subjects by kind: '12 pairings, 4 activities, 9 editions and the programme'."""
    counts = Counter(kind for kind, _subject in {link.subject for link in links})
    return format_names([kind_counted(kind, counts[kind]) for kind in SUBJECT_ORDER if counts[kind]])


def kind_counted(kind: str, count: int) -> str:
    """'12 pairings', '1 edition', 'the programme'."""
    if kind == "pairing":
        return count_of_pairings(count)
    if kind == "activity":
        return count_of_activities(count)
    if kind == "theme":
        return ngettext("{count} theme", "{count} themes", count).format(count=format_number(count))
    if kind == "edition":
        return ngettext("{count} edition", "{count} editions", count).format(count=format_number(count))
    return _("the programme")


def stated_in_words(stated: int, count: int) -> str:
    """How many of the links a source states: 'all', 'none' or '4 of them stated by a source'."""
    if stated == 0:
        return ngettext("not stated by a source", "none of them stated by a source", count)
    if stated == count:
        return ngettext("stated by a source", "all of them stated by a source", count)
    return _("{count} of them stated by a source").format(count=format_number(stated))


def basis_series(
    stated: Sequence[int], inferred: Sequence[int], colours: Sequence[str] = ()
) -> tuple[Series, ...]:
    """Stated solid and inferred outlined, so that they are told apart without colour."""
    return (
        Series("stated", _("Stated by a source"), tuple(stated), "accent", "solid", tuple(colours)),
        Series(
            "inferred", _("Inferred from the work"), tuple(inferred), "accent", "outlined", tuple(colours)
        ),
    )


def subject_count(links: Iterable[GoalLink]) -> int:
    """Distinct subjects of links."""
    return len({link.subject for link in links})


def by_basis(links: Sequence[GoalLink]) -> dict[str, int]:
    """How many subjects one goal or agenda has, and how that is known."""
    stated = sum(link.basis == "stated" for link in links)
    return {"subjects": len(links), "stated": stated, "inferred": len(links) - stated}


def goal_exhibit(
    dataset: Dataset,
    key: str,
    question: str,
    finding: str,
    form: Form | None,
    table: ExhibitTable,
    alt: str,
    links: Sequence[GoalLink],
    *cautions: str,
) -> Exhibit:
    """An exhibit that counts subjects of links, and rests on the contributions behind them."""
    rows = rows_of(
        contributions=contribution_rows(links),
        pairings=(link.subject_id for link in links if link.subject_kind == "pairing"),
        activities=(link.subject_id for link in links if link.subject_kind == "activity"),
    )
    wanted = list(cautions)
    if any(link.basis == "inferred" for link in links):
        wanted.append("inferred_goals")
    if any(link.phase_id == "3" for link in links):
        wanted.append("phase_running")
    sources = sources_behind(dataset, {"contributions": rows["contributions"]})
    return Exhibit(key, question, finding, form, table, alt, rows, tuple(dict.fromkeys(wanted)), sources)


def leading_goals(
    dataset: Dataset,
    lines: Sequence[Mapping[str, Any]],
    columns: Sequence[tuple[str, str]],
    facet: Literal["phase", "region"],
) -> str:
    """Which goal leads in most columns, alone or with others."""
    ahead = {column: leaders({line["goal_id"]: line[column] for line in lines}) for column, _name in columns}
    best = leaders(
        {line["goal_id"]: sum(line["goal_id"] in goals for goals in ahead.values()) for line in lines}
    )
    named = [goal_in_a_sentence(dataset, goal) for goal in best]
    where = [name for column, name in columns if best[0] in ahead[column]]
    if len(best) > 1:
        return _no_single_goal(named, len(where), len(columns), facet)
    if len(where) == len(columns) > 1:
        every = _("{goal} leads in every phase.") if facet == "phase" else _("{goal} leads in every region.")
        return every.format(goal=named[0])
    if facet == "phase":
        return _("{goal} leads in {where}.").format(
            goal=named[0], where=format_names([phase_within(name) for name in where])
        )
    if len(columns) == 1:
        return _("{goal} leads in {where}.").format(goal=named[0], where=where[0])
    return _("{goal} leads in {count} of {total} regions: {where}.").format(
        goal=named[0],
        count=format_number(len(where)),
        total=format_number(len(columns)),
        where=", ".join(where),
    )


def _no_single_goal(goals: list[str], wins: int, total: int, facet: str) -> str:
    values = {"goals": one_of(goals), "count": format_number(wins), "total": format_number(total)}
    if total == 1:
        return _("No single goal leads: {goals} are level.").format(**values)
    if facet == "phase":
        return _("No single goal leads: {goals} each lead in {count} of {total} phases.").format(**values)
    return _("No single goal leads: {goals} each lead in {count} of {total} regions.").format(**values)
