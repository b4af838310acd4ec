"""Who stands behind a goal: every row that ties something to it, and where it was read."""

from __future__ import annotations

from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, sources_behind
from iurc_dash.exhibits.goal_wording import (
    SUBJECT_ORDER,
    goal_exhibit,
    goal_in_a_sentence,
    goal_label,
    stated_in_words,
    subject_count,
    subjects_in_words,
)
from iurc_dash.exhibits.profiles import source_lines
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import BASES, SUBJECTS, in_words, recorded
from iurc_dash.language import _
from iurc_dash.metrics.goals import SDG, agendas_in_order, goal_links, goals_of
from iurc_dash.metrics.pairings import plain
from iurc_dash.metrics.reading import rows_in
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection


def goal_subjects(dataset: Dataset, selection: Selection, goal_id: str) -> Exhibit:
    """Every contribution to a goal, stated ones first, with its reason and its first source."""
    narrowed = narrow(dataset, selection)
    goal = goal_in_a_sentence(dataset, goal_id)
    question = _("Who stands behind this: {goal}?").format(goal=goal)
    links = [link for link in goal_links(narrowed) if goal_id and link.goal_id == goal_id]
    if not links:
        finding = _("Nothing that matches is tied to this: {goal}.").format(goal=goal)
        return nothing_found("goal-subjects", question, finding, _columns())
    stated = sum(link.basis == "stated" for link in links)
    finding = _("{goal}: {subjects}, {stated}.").format(
        goal=goal, subjects=subjects_in_words(links), stated=stated_in_words(stated, subject_count(links))
    )
    table = table_of(_columns(), _rows(dataset, narrowed, goal_id))
    return goal_exhibit(
        dataset, "goal-subjects", question, finding, None, table, finding, links, "recorded_only"
    )


def goal_choices(dataset: Dataset, selection: Selection) -> dict[str, str]:
    """Goals that anything in the selection is tied to: key -> '11 Sustainable cities and communities'.

    The Sustainable Development Goals come first; goals of other agendas carry the agenda's short name.
    """
    linked = {link.goal_id for link in goal_links(narrow(dataset, selection))}
    choices = {}
    short_names = dict(rows_in(dataset["agendas"], "agenda_id", "short_name"))
    for agenda in agendas_in_order(dataset):
        for goal, number, name in goals_of(dataset, agenda):
            if goal in linked:
                label = goal_label(number, name) if agenda == SDG else f"{short_names[agenda]}: {name}"
                choices[goal] = label
    return choices


def _columns() -> tuple[Column, ...]:
    return (
        Column("subject", _("Who or what"), "pairing", "pairing_id"),
        Column("kind", _("Kind")),
        Column("basis", _("How it is known")),
        Column("target", _("Target")),
        Column("reason", _("Where it is said, or why it was inferred")),
        Column("source", _("Source"), "link", "source_url"),
    )


def _rows(dataset: Dataset, narrowed: Dataset, goal_id: str) -> list[dict[str, Any]]:
    table = narrowed["contributions"]
    table = table[table["goal_id"] == goal_id]
    names = dataset.names
    activities = dataset["activities"]
    called = {
        "pairing": names.pairings,
        "activity": dict(rows_in(activities, "activity_id", "title")),
        "theme": names.themes,
        "edition": names.editions,
        "programme": {"programme": _("The programme as a whole")},
    }
    columns = ("contribution_id", "subject_kind", "subject_id", "target", "basis", "reason")
    lines = []
    for key, kind, subject, target, basis, reason in rows_in(table, *columns):
        sources = source_lines(dataset, sources_behind(dataset, {"contributions": (key,)})[:1])
        lines.append(
            {
                "pairing_id": subject if kind == "pairing" else "",
                "subject": called[kind].get(subject, subject),
                "subject_kind": kind,
                "kind": in_words(SUBJECTS, kind),
                "basis_key": basis,
                "basis": in_words(BASES, basis),
                "target": target,
                "reason": recorded(reason),
                "source": sources[0].title if sources else "",
                "source_url": sources[0].url if sources else "",
            }
        )
    return sorted(
        lines,
        key=lambda line: (
            line["basis_key"] != "stated", SUBJECT_ORDER.index(line["subject_kind"]), plain(line["subject"])
        ),
    )  # fmt: skip
