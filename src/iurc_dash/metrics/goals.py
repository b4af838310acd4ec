"""What contributes to which goal of which agenda, and how that is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.themes import activity_homes

SDG = "sdg"
NEW_URBAN_AGENDA = "nua"
EU_AGENDAS = "eu"
AGENDA_ORDER = (SDG, NEW_URBAN_AGENDA, EU_AGENDAS)
# Subjects whose links to the goals are counted; themes, editions and the programme are told apart from them.
COUNTED_SUBJECTS = ("pairing", "activity")


class GoalLink(NamedTuple):
    """A subject and a goal that it is tied to; a blank goal is the agenda as a whole.

    `basis` is stated where any row says so; phase and region are blank for themes and the programme.
    """

    subject_kind: str
    subject_id: str
    agenda_id: str
    goal_id: str
    basis: str
    phase_id: str
    region_id: str
    contributions: tuple[str, ...]

    @property
    def subject(self) -> tuple[str, str]:
        """Kind and key of the subject, by which it is counted once."""
        return self.subject_kind, self.subject_id

    @property
    def is_counted(self) -> bool:
        """Whether it ties a pairing or an activity to a Sustainable Development Goal."""
        return self.agenda_id == SDG and self.goal_id != "" and self.subject_kind in COUNTED_SUBJECTS


@lru_cache(maxsize=32)
def goal_links(dataset: Dataset) -> tuple[GoalLink, ...]:
    """One link per subject and goal, however many rows say so, in the dataset's order."""
    found: dict[tuple[str, str, str, str], list[tuple[str, str]]] = {}
    columns = ("subject_kind", "subject_id", "agenda_id", "goal_id", "basis", "contribution_id")
    for kind, subject, agenda, goal, basis, key in rows_in(dataset["contributions"], *columns):
        found.setdefault((kind, subject, agenda, goal), []).append((basis, key))
    where = _where(dataset)
    return tuple(
        GoalLink(
            *link,
            "stated" if any(basis == "stated" for basis, _key in said) else "inferred",
            *where(link[0], link[1]),
            tuple(key for _basis, key in said),
        )
        for link, said in found.items()
    )


def links_to_agenda(dataset: Dataset, agenda_id: str) -> list[GoalLink]:
    """Links to the goals of an agenda and to the agenda as a whole."""
    return [link for link in goal_links(dataset) if link.agenda_id == agenda_id]


def counted_links(dataset: Dataset) -> list[GoalLink]:
    """Links that tie pairings and activities to Sustainable Development Goals."""
    return [link for link in goal_links(dataset) if link.is_counted]


def contribution_rows(links: Sequence[GoalLink]) -> list[str]:
    """Keys of the contributions behind links."""
    return [key for link in links for key in link.contributions]


def goals_of(dataset: Dataset, agenda_id: str) -> list[tuple[str, str, str]]:
    """Goals of an agenda in order: (goal key, number, name)."""
    found = sorted(
        (order, goal, number, name)
        for agenda, order, goal, number, name in rows_in(
            dataset["goals"], "agenda_id", "order", "goal_id", "number", "name"
        )
        if agenda == agenda_id
    )
    return [(goal, number, name) for _order, goal, number, name in found]


def agendas_in_order(dataset: Dataset) -> list[str]:
    """Agenda keys: the Sustainable Development Goals first, then the New Urban Agenda, EU agendas and others."""
    known = dataset["agendas"]["agenda_id"].tolist()
    return [agenda for agenda in AGENDA_ORDER if agenda in known] + [
        a for a in known if a not in AGENDA_ORDER
    ]


def _where(dataset: Dataset) -> Callable[[str, str], tuple[str, str]]:
    """A function that gives the phase and region of a subject, blank where it has none."""
    editions = {
        edition: (phase, region)
        for edition, phase, region in rows_in(dataset["editions"], "edition_id", "phase_id", "region_id")
    }
    edition_of = {
        "pairing": dict(rows_in(dataset["pairings"], "pairing_id", "edition_id")),
        "activity": activity_homes(dataset),
        "edition": {edition: edition for edition in editions},
    }

    def where(kind: str, subject: str) -> tuple[str, str]:
        return editions.get(edition_of.get(kind, {}).get(subject, ""), ("", ""))

    return where
