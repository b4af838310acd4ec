"""Contributions to goals, and stakeholders: what rows say about a pairing, activity, theme or edition."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.language import _
from iurc_dash.loaders.collected import Collected, Row, where
from iurc_dash.loaders.keys import fingerprint, folded, slug
from iurc_dash.loaders.normalise.events import ActivityIds, unknown_activity
from iurc_dash.loaders.normalise.pairings import unknown_theme
from iurc_dash.loaders.normalise.part import Part, unknown, unknown_pairing
from iurc_dash.loaders.normalise.settled import roles_by_stakeholder, stakeholder
from iurc_dash.loaders.reference import Reference
from iurc_dash.problems import Problem

PROGRAMME = "programme"

_CONTRIBUTION = ("subject_kind", "subject_id", "agenda_id", "goal_id", "target", "basis")


class Subjects:
    """What a row can speak of: finds the keys that a subject as written stands for."""

    def __init__(self, collected: Collected, reference: Reference, activity_ids: ActivityIds) -> None:
        self._pairings = set(collected.tables["pairings"]["pairing_key"])
        self._editions = {row["edition_id"] for row in reference["editions"]}
        self._reference = reference
        self._activity_ids = activity_ids

    def find(self, table: str, row: Row) -> tuple[list[str], Problem | None]:
        """Keys of the row's subject, several only for a label of several themes; or what is wrong with it."""
        kind, subject = row["subject_kind"], row["subject"]
        found: Mapping[str, list[str]] = {
            "pairing": [subject] if subject in self._pairings else [],
            "activity": [self._activity_ids[subject]] if subject in self._activity_ids else [],
            "theme": list(self._reference.themes_by_label.get(folded(subject), ())),
            "edition": [subject] if subject in self._editions else [],
            PROGRAMME: [PROGRAMME],
        }
        if found.get(kind):
            return found[kind], None
        if kind == "pairing":
            return [], unknown_pairing(table, row, "subject", subject)
        if kind == "activity":
            return [], unknown_activity(table, row, "subject", subject)
        if kind == "theme":
            return [], unknown_theme(table, row, subject, "subject")
        mend = _("Use pairing, activity, theme, edition or programme, and a key that exists.")
        return [], unknown(table, row, "subject", subject, _("There is no such subject."), mend)


def contributions(collected: Collected, reference: Reference, subjects: Subjects) -> Part:
    """Table contributions; equal ones from several rows become one that has all their sources and reasons."""
    part = Part()
    for name in ("agendas", "goals"):
        for row in reference[name]:
            part.add(name, **{column: cell for column, cell in row.items() if column != "row"})
    agendas = {row["agenda_id"] for row in reference["agendas"]}
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for table in ("sdg", "agendas"):
        for row in collected.rows(table):
            agenda_id = row.get("agenda", "SDG").lower()
            subject_ids, problem = subjects.find(table, row)
            goal_id, wrong_goal = _goal(table, row, agenda_id, agendas, reference)
            problem = problem or wrong_goal
            if problem:
                part.refuse(table, row, problem.column, problem)
                continue
            keys: list[tuple[str, ...]] = [
                (row["subject_kind"], subject_id, agenda_id, goal_id, row["target"], row["basis"])
                for subject_id in subject_ids
            ]
            new = [key for key in keys if key not in found]
            for key in keys:
                found.setdefault(key, {})[_reason(row)] = None
                part.cite(table, row, "contributions", _contribution_id(key))
            merged = len(keys) - len(new)
            reason = "the same contribution read in another row" if merged else ""
            part.account(table, row, kept=len(new), merged=merged, reason=reason)
    for key, reasons in found.items():
        cells = dict(zip(_CONTRIBUTION, key, strict=True))
        reason = " / ".join(text for text in reasons if text)
        part.add("contributions", contribution_id=_contribution_id(key), **cells, reason=reason)
    return part


def _reason(row: Row) -> str:
    """The note, with the label that the source used where the subject is a theme."""
    if row["subject_kind"] != "theme":
        return row["note"]
    return f"{row['subject']}: {row['note']}" if row["note"] else row["subject"]


def _goal(
    table: str, row: Row, agenda_id: str, agendas: set[str], reference: Reference
) -> tuple[str, Problem | None]:
    if agenda_id not in agendas:
        mend = _("Use SDG, NUA or EU, or add the agenda to agendas.csv.")
        return "", unknown(table, row, "agenda", row["agenda"], _("There is no such agenda."), mend)
    if row["target"] and row["target"].partition(".")[0] != row["goal"]:
        mend = _("A target begins with the number of its goal.")
        what = _("The target does not belong to the goal.")
        return "", unknown(table, row, "target", row["target"], what, mend)
    if not row["goal"]:
        return "", None
    goal_id = reference.goal_by_label.get((agenda_id, folded(row["goal"])), "")
    if goal_id:
        return goal_id, None
    name, number = where(table, row)
    return "", Problem(
        name, number, "goal", row["goal"], "unknown_code", _("The agenda has no such goal."),
        _("Add the label to goal_labels.csv, or correct it."),
    )  # fmt: skip


def _contribution_id(key: tuple[str, ...]) -> str:
    _kind, subject_id, agenda_id, goal_id, target, basis = key
    goal = goal_id or f"{agenda_id}-as-a-whole"
    return slug(" ".join(word for word in (subject_id, goal, target, basis) if word))


def stakeholders(collected: Collected, reference: Reference, subjects: Subjects) -> Part:
    """Table stakeholders."""
    part = Part()
    roles = roles_by_stakeholder(reference)
    found: dict[tuple[str, ...], str] = {}
    for row in collected.rows("stakeholders"):
        subject_ids, problem = subjects.find("stakeholders", row)
        if problem:
            part.refuse("stakeholders", row, problem.column, problem)
            continue
        subject_id, kind = subject_ids[0], row["stakeholder_kind"]
        key = (row["subject_kind"], subject_id, kind, row["note"])
        if key in found:
            part.account("stakeholders", row, merged=1, reason="the same stakeholder read in another row")
        else:
            found[key] = f"{subject_id}-{slug(kind)}-{fingerprint(row['note'])}"
            part.add(
                "stakeholders", stakeholder_id=found[key], subject_kind=key[0], subject_id=subject_id,
                kind=kind, note=row["note"], role=roles.get(stakeholder(row), row["role"]),
            )  # fmt: skip
            part.account("stakeholders", row, kept=1)
        part.cite("stakeholders", row, "stakeholders", found[key])
    return part
