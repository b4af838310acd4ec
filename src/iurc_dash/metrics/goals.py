"""What is linked to which goal of which agenda, and how that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from iurc_dash.dataset import Dataset
from iurc_dash.kept import derived
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import grouped, rows_in
from iurc_dash.tables.keys import PROGRAMME, SUBJECT_TABLES
from iurc_dash.view import View

SDG = "sdg"
NEW_URBAN_AGENDA = "nua"
EU_AGENDAS = "eu"
AGENDA_ORDER = (SDG, NEW_URBAN_AGENDA, EU_AGENDAS)
SUBJECT_KINDS = (*SUBJECT_TABLES, PROGRAMME)
# Subjects whose links to the goals are counted; themes, editions and the programme are told apart from them.
COUNTED_SUBJECTS = ("pairing", "activity")


class GoalLink(NamedTuple):
    """A subject and a goal that it is linked to; a blank goal is the agenda as a whole.

    `basis` is stated where any row says so. `contributions` are the rows that say it.
    """

    subject_kind: str
    subject_id: str
    agenda_id: str
    goal_id: str
    basis: str
    contributions: tuple[str, ...]

    @property
    def subject(self) -> Row:
        """The row of the subject, by which it is counted once; the programme is the first row that links it."""
        table = SUBJECT_TABLES.get(self.subject_kind)
        return Row(table, self.subject_id) if table else Row("contributions", self.contributions[0])

    @property
    def is_counted(self) -> bool:
        """Whether it links a pairing or an activity to a Sustainable Development Goal."""
        return self.agenda_id == SDG and self.goal_id != "" and self.subject_kind in COUNTED_SUBJECTS


@derived
def goal_links(view: View) -> tuple[GoalLink, ...]:
    """The links in view, in the dataset's order: what everybody means by a link to a goal.

    A subject and a goal are one link, however many rows say so: what is stated and inferred too is stated, and
    counts once. What was only planned is linked as well: a link says what something works towards, not that it took
    place. Links that count for the goals are those of `counted_links`.
    """
    every = links_in(view.whole)
    if view.selection.is_everything:
        return every
    basis_of = dict(rows_in(view["contributions"], "contribution_id", "basis"))
    found = []
    for link in every:
        rows = [key for key in link.contributions if key in basis_of]
        if len(rows) == len(link.contributions):
            found.append(link)
        elif rows:
            basis = _basis(basis_of[key] for key in rows)
            found.append(link._replace(basis=basis, contributions=tuple(rows)))
    return tuple(found)


def _basis(bases: Iterable[str]) -> str:
    return "stated" if "stated" in bases else "inferred"


@derived
def links_in(dataset: Dataset) -> tuple[GoalLink, ...]:
    """The links of a whole dataset, as `goal_links` has them."""
    columns = ("subject_kind", "subject_id", "agenda_id", "goal_id", "basis", "contribution_id")
    found = grouped(
        ((kind, subject, agenda, goal), (basis, key))
        for kind, subject, agenda, goal, basis, key in rows_in(dataset["contributions"], *columns)
    )
    return tuple(
        GoalLink(
            *link,
            basis=_basis(basis for basis, _key in said),
            contributions=tuple(key for _basis, key in said),
        )
        for link, said in found.items()
    )


@derived
def counted_links(view: View) -> tuple[GoalLink, ...]:
    """Links of pairings and activities to Sustainable Development Goals."""
    return tuple(link for link in goal_links(view) if link.is_counted)


def links_by(
    links: Iterable[GoalLink], key_of: Callable[[GoalLink], str]
) -> Mapping[str, Sequence[GoalLink]]:
    """Links by a key, such as their goal; under one key a subject should have one link."""
    return grouped((key_of(link), link) for link in links)


@derived
def links_by_goal(view: View) -> Mapping[str, Sequence[GoalLink]]:
    """Counted links by their Sustainable Development Goal, in the order of the goals."""
    found = links_by(counted_links(view), lambda link: link.goal_id)
    return {goal: found[goal] for goal in goals_of(view, SDG) if goal in found}


def subjects_by_basis(linked: Mapping[str, Sequence[GoalLink]]) -> Tally:
    """Subjects of links by key as a tally by (key, basis, kind)."""
    return Tally.of(
        ("key", "basis", "kind"),
        (
            ((key, link.basis, link.subject_kind), link.subject)
            for key, links in linked.items()
            for link in links
        ),
    )


@derived
def subjects_by_goal(view: View) -> Tally:
    """Pairings and activities linked to Sustainable Development Goals, by (goal, phase, region)."""
    return Tally.of(
        ("goal", "phase", "region"),
        (((link.goal_id, *view.where_is(*link.subject)), link.subject) for link in counted_links(view)),
    )


def contributions_of(links: Iterable[GoalLink]) -> Count:
    """The rows of the data that say the links."""
    return Count.in_table("contributions", (key for link in links for key in link.contributions))


@derived
def goals_of(view: View, agenda_id: str) -> Mapping[str, str]:
    """Goals of an agenda in order: goal key -> number, blank where the agenda has none."""
    rows = rows_in(view.whole["goals"], "order", "goal_id", "agenda_id", "number")
    return {goal: number for _order, goal, agenda, number in sorted(rows) if agenda == agenda_id}


@derived
def agendas_in_order(view: View) -> tuple[str, ...]:
    """Agenda keys: the Sustainable Development Goals first, then the New Urban Agenda, EU agendas and others."""
    known = view.whole["agendas"]["agenda_id"].tolist()
    return tuple(dict.fromkeys([agenda for agenda in AGENDA_ORDER if agenda in known] + known))
