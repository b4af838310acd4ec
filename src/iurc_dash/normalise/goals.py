"""Contributions to goals, and stakeholders: what rows say about a pairing, activity, theme or edition."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.checks.collected import as_package_cells
from iurc_dash.language import N_, _
from iurc_dash.normalise.events import ActivityIds, unknown_activity
from iurc_dash.normalise.keys import fingerprint, folded, slug
from iurc_dash.normalise.pairings import unknown_theme
from iurc_dash.normalise.part import Part, unknown, unknown_pairing
from iurc_dash.normalise.reference import Reference
from iurc_dash.normalise.settled import roles_by_stakeholder, stakeholder
from iurc_dash.problems import Problem
from iurc_dash.sources.raw import RawTables, Row
from iurc_dash.tables.keys import PROGRAMME

_CONTRIBUTION = ("subject_kind", "subject_id", "agenda_id", "goal_id", "target", "basis")


class Subjects:
    """What a row can speak of: finds the keys that a subject as written stands for."""

    def __init__(self, collected: RawTables, reference: Reference, activity_ids: ActivityIds) -> None:
        self._pairings = {row["pairing_key"] for row in collected.rows("pairings")}
        self._editions = {row["edition_id"] for row in reference["editions"]}
        self._reference = reference
        self._activity_ids = activity_ids

    def find(self, row: Row) -> tuple[list[str], Problem | None]:
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
            return [], unknown_pairing(row, "subject", subject)
        if kind == "activity":
            return [], unknown_activity(row, "subject", subject)
        if kind == "theme":
            return [], unknown_theme(row, subject, "subject")
        mend = _("Use pairing, activity, theme, edition or programme, and a key that exists.")
        return [], unknown(row, "subject", subject, _("There is no such subject."), mend)


def contributions(collected: RawTables, reference: Reference, subjects: Subjects) -> Part:
    """Table contributions; equal ones from several rows become one that has all their sources and reasons."""
    part = Part()
    agendas = {row["agenda_id"] for row in reference["agendas"]}
    # The row that says a contribution first, and what each row gives as its reason.
    first: dict[tuple[str, ...], Row] = {}
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for table in ("sdg", "agendas"):
        for row in collected.rows(table):
            agenda_id = row.get("agenda", "SDG").lower()
            subject_ids, problem = subjects.find(row)
            goal_id, wrong_goal = _goal(row, agenda_id, agendas, reference)
            problem = problem or wrong_goal
            if problem:
                part.refuse(table, row, problem)
                continue
            keys: list[tuple[str, ...]] = [
                (row["subject_kind"], subject_id, agenda_id, goal_id, row["target"], row["basis"])
                for subject_id in subject_ids
            ]
            new = [key for key in keys if key not in found]
            for key in keys:
                first.setdefault(key, row)
                found.setdefault(key, {})[_reason(row)] = None
                part.cite(row, "contributions", _contribution_id(key))
            merged = len(keys) - len(new)
            reason = N_("the same contribution read in another row") if merged else ""
            part.account(table, row, kept=len(new), merged=merged, reason=reason)
    for key, reasons in found.items():
        cells = dict(zip(_CONTRIBUTION, key, strict=True))
        reason = " / ".join(text for text in reasons if text)
        contribution_id = _contribution_id(key)
        part.add("contributions", first[key].origin, contribution_id=contribution_id, **cells, reason=reason)
    return part


def _reason(row: Row) -> str:
    """The note, with the label that the source used where the subject is a theme."""
    if row["subject_kind"] != "theme":
        return row["note"]
    return f"{row['subject']}: {row['note']}" if row["note"] else row["subject"]


def _goal(row: Row, agenda_id: str, agendas: set[str], reference: Reference) -> tuple[str, Problem | None]:
    if agenda_id not in agendas:
        mend = _("Use SDG, NUA or EU, or add the agenda to agendas.csv.")
        return "", unknown(row, "agenda", row["agenda"], _("There is no such agenda."), mend)
    if row["target"] and row["target"].partition(".")[0] != row["goal"]:
        mend = _("A target begins with the number of its goal.")
        return "", unknown(row, "target", row["target"], _("The target does not belong to the goal."), mend)
    goal_id = reference.goal_by_label.get((agenda_id, folded(row["goal"])), "")
    if goal_id or not row["goal"]:
        return goal_id, None
    mend = _("Add the label to goal_labels.csv, or correct it.")
    return "", unknown(row, "goal", row["goal"], _("The agenda has no such goal."), mend)


def _contribution_id(key: tuple[str, ...]) -> str:
    _kind, subject_id, agenda_id, goal_id, target, basis = key
    goal = goal_id or f"{agenda_id}-as-a-whole"
    return slug(" ".join(word for word in (subject_id, goal, target, basis) if word))


def stakeholders(collected: RawTables, reference: Reference, subjects: Subjects) -> Part:
    """Table stakeholders."""
    part = Part()
    roles = roles_by_stakeholder(reference)
    found: dict[tuple[str, ...], str] = {}
    for row in collected.rows("stakeholders"):
        subject_ids, problem = subjects.find(row)
        if problem:
            part.refuse("stakeholders", row, problem)
            continue
        subject_id, kind = subject_ids[0], row["stakeholder_kind"]
        key = (row["subject_kind"], subject_id, kind, row["note"])
        part.keep_or_merge(
            "stakeholders", row, key not in found, N_("the same stakeholder read in another row")
        )
        if key not in found:
            found[key] = f"{subject_id}-{slug(kind)}-{fingerprint(row['note'])}"
            cells = as_package_cells(row, "stakeholders") | {
                "stakeholder_id": found[key],
                "subject_id": subject_id,
                "role": roles.get(stakeholder(row), row["role"]),
            }
            part.add("stakeholders", row.origin, **cells)
        part.cite(row, "stakeholders", found[key])
    return part
