"""Who stands behind a goal: every row that links something to it, and where it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows, where_and_sources
from iurc_dash.exhibits.goals._by_basis import inferred_caution
from iurc_dash.exhibits.goals._sentences import say_basis, say_goal, say_subjects
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _
from iurc_dash.metrics.goals import SDG, SUBJECT_KINDS, agendas_in_order, goal_links, goals_of
from iurc_dash.metrics.search import plain
from iurc_dash.quantities import Count
from iurc_dash.reading import rows_in
from iurc_dash.tables.keys import SUBJECT_TABLES
from iurc_dash.tabular import Column
from iurc_dash.view import View


class Contribution(NamedTuple):
    """A row that links a subject to a goal."""

    key: str
    kind: str
    subject: str
    basis: str


def goal_choices(view: View) -> Mapping[str, str]:
    """Goals by agenda and in order: key -> '11 Sustainable cities and communities', 'EU agendas: Cohesion policy'.

    All Sustainable Development Goals, and of other agendas those that anything in the dataset is linked to.
    """
    linked = set(view.whole["contributions"]["goal_id"].tolist())
    short_names = view.words.short("agendas")
    choices = {}
    for agenda in agendas_in_order(view):
        for goal in goals_of(view, agenda):
            label = view.words.goal_label(goal)
            if agenda == SDG:
                choices[goal] = label
            elif goal in linked:
                choices[goal] = _("{agenda}: {goal}").format(agenda=short_names[agenda], goal=label)
    return choices


@exhibit("goals/subjects", N_("Who stands behind a goal?"), Parameter("goal", goal_choices, required=True))
def subjects(view: View, *, goal: str) -> Answer:
    """Every row that links something to a goal, stated ones first, with its reason and its sources."""
    name = say_goal(view, goal)
    links = [link for link in goal_links(view) if link.goal_id == goal]
    rows = {row.key: row for row in _rows(view, goal)}
    columns: list[Column | CellOf[Contribution]] = [
        (Column("subject", _("Who or what")), lambda row: _say_subject(view, row)),
        (Column("kind", _("Kind"), "code", "subject_kinds"), lambda row: row.kind),
        shared("basis"),
        shared("target"),
        Column("reason", _("Where it is said, or our reason")),
        shared("source"),
        (shared("key", hidden=True), lambda row: row.subject),
        *where_and_sources(),
    ]
    table = table_of_rows(view, "contributions", rows, columns)
    if not links:
        return nothing_found(_("Nothing that matches is linked to {goal}.").format(goal=name), table.columns)
    return listed(
        _("{goal} is linked to {subjects}.").format(goal=name, subjects=say_subjects(view, links)),
        table,
        Count.in_table("contributions", rows),
        more=say_basis(links),
        cautions=("recorded_only", *inferred_caution(links)),
        question=_("Who stands behind {goal}?").format(goal=name),
    )


def _rows(view: View, goal: str) -> list[Contribution]:
    """Rows that link something in view to the goal: stated first, then by kind and name of the subject."""
    columns = ("goal_id", "contribution_id", "subject_kind", "subject_id", "basis")
    found = [
        Contribution(*row) for linked, *row in rows_in(view["contributions"], *columns) if linked == goal
    ]
    kinds = {kind: place for place, kind in enumerate(SUBJECT_KINDS)}
    return sorted(
        found,
        key=lambda row: (row.basis != "stated", kinds[row.kind], plain(_say_subject(view, row)), row.key),
    )


def _say_subject(view: View, row: Contribution) -> str:
    table = SUBJECT_TABLES.get(row.kind)
    return view.say(table, row.subject) if table else _("The programme as a whole")
