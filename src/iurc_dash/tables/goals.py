"""Agendas, their goals, and what contributes to them."""

from __future__ import annotations

from iurc_dash.tables.definition import (
    BASES,
    SLUG_PATTERN,
    SUBJECT_KINDS,
    TEXT_LENGTH,
    Table,
    Text,
    Whole,
    column,
)


class Agendas(Table, name="agendas", settled=True):
    """Agendas that contributions are made to."""

    agenda_id: Text = column("Readable key", example="sdg", required=True)
    name: Text = column("Name for readers", required=True)
    short_name: Text = column("Name for charts", required=True)
    url: Text = column("Where the agenda is published")
    description: Text = column("What it is, in one sentence", longest=TEXT_LENGTH)


class Goals(Table, name="goals", settled=True):
    """Goals or areas of an agenda."""

    goal_id: Text = column("Readable key", example="sdg-11", required=True, pattern=SLUG_PATTERN)
    agenda_id: Text = column("Agenda", refers="agendas.agenda_id", required=True)
    number: Text = column("Number within the agenda", example="11")
    name: Text = column("Official short name", required=True)
    short_name: Text = column("Name for charts", required=True)
    colour: Text = column("The UN's colour of a Sustainable Development Goal")
    order: Whole = column("Place in lists and charts", smallest=0, required=True)


class Contributions(Table, name="contributions"):
    """What ties a pairing, activity, theme or edition to a goal, and how that is known."""

    contribution_id: Text = column("Readable key", required=True)
    subject_kind: Text = column("What contributes", allowed=SUBJECT_KINDS, required=True)
    subject_id: Text = column("Its key in the table of its kind; 'programme' for the whole", required=True)
    agenda_id: Text = column("Agenda", refers="agendas.agenda_id", required=True)
    goal_id: Text = column("Goal; blank when the agenda is named as a whole", refers="goals.goal_id")
    target: Text = column("Target, where the source names one", example="11.6")
    basis: Text = column(
        "Stated by a source, or inferred from what was worked on", allowed=BASES, required=True
    )
    reason: Text = column("Where it is said, or why it was inferred", longest=TEXT_LENGTH)
