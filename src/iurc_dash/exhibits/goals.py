"""Which goals pairings and activities contribute to; who stands behind a goal. Agendas: exhibits/agendas.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.agendas import agendas_as_whole, eu_agendas, new_urban_agenda
from iurc_dash.exhibits.exhibit import Column, Exhibit
from iurc_dash.exhibits.goal_subjects import goal_choices, goal_subjects
from iurc_dash.exhibits.goal_wording import (
    basis_series,
    goal_exhibit,
    goal_in_a_sentence,
    goal_label,
    leading_goals,
    stated_in_words,
    subject_count,
)
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import counted_names, one_of
from iurc_dash.forms import Bars, Category, Matrix
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.goals import SDG, GoalLink, counted_links, goals_of, links_to_agenda
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.themes import activity_homes
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

__all__ = [
    "agendas_as_whole", "eu_agendas", "goal_choices", "goal_subjects", "goals_by_phase", "goals_by_region",
    "goals_reached", "new_urban_agenda",
]  # fmt: skip

LINK_KINDS = ("pairing", "activity", "theme", "edition", "programme")


def goals_reached(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings and activities that contribute to each of the 17 goals, stated and inferred; all goals are listed."""
    question = _("Which Sustainable Development Goals do pairings and activities contribute to?")
    narrowed = narrow(dataset, selection)
    links = counted_links(narrowed)
    if not links:
        return nothing_found("goals-reached", question, _none_linked(selection), _goal_columns())
    goals = goals_of(dataset, SDG)
    table = _goal_rows(narrowed, goals)
    form = Bars(
        tuple(Category(goal, goal_label(number, name)) for goal, number, name in goals),
        basis_series(
            [row["stated"] for row in table],
            [row["inferred"] for row in table],
            [f"goal-{number}" for _goal, number, _name in goals],
        ),
        _("pairings and activities"),
    )
    alt = _("Pairings and activities by goal. {counts}.").format(
        counts=counted_names((row["goal"], row["subjects"]) for row in table if row["subjects"])
    )
    return goal_exhibit(
        dataset, "goals-reached", question, _reached_in_words(dataset, table), form,
        table_of(_goal_columns(), table), alt, links, "several_goals", "links_by_subject",
    )  # fmt: skip


def goals_by_phase(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings and activities by goal and phase."""
    question = _("How have the goals moved from phase to phase?")
    return _by_column(dataset, selection, "goals-by-phase", question, "phase")


def goals_by_region(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings and activities by goal and region."""
    question = _("Which goals do the regions contribute to?")
    return _by_column(dataset, selection, "goals-by-region", question, "region")


def _none_linked(selection: Selection) -> str:
    if selection.stated_only:
        return _("No source states a goal for the pairings and activities that match.")
    return _("No pairing or activity that matches is linked to a goal.")


def _goal_columns() -> tuple[Column, ...]:
    return (
        Column("goal", _("Goal"), "goal", "goal_id"),
        Column("subjects", _("Pairings and activities"), "number"),
        Column("stated", _("Stated by a source"), "number"),
        Column("inferred", _("Inferred"), "number"),
        Column("pairings", _("Pairings"), "number"),
        Column("activities", _("Activities"), "number"),
        Column("links-pairing", _("Rows on pairings"), "number"),
        Column("links-activity", _("Rows on activities"), "number"),
        Column("links-theme", _("Rows on themes"), "number"),
        Column("links-edition", _("Rows on editions"), "number"),
        Column("links-programme", _("Rows on the programme"), "number"),
    )


def _goal_rows(narrowed: Dataset, goals: Sequence[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """A line per goal: what contributes counted once, and the rows of the data that say so."""
    counts: dict[tuple[str, str, str], int] = {}
    rows: dict[tuple[str, str], int] = {}
    for link in links_to_agenda(narrowed, SDG):
        counts[link.goal_id, link.subject_kind, link.basis] = (
            counts.get((link.goal_id, link.subject_kind, link.basis), 0) + 1
        )
        said = rows.get((link.goal_id, link.subject_kind), 0)
        rows[link.goal_id, link.subject_kind] = said + len(link.contributions)
    lines = []
    for goal, number, name in goals:
        cell = {
            (kind, basis): counts.get((goal, kind, basis), 0)
            for kind in ("pairing", "activity")
            for basis in ("stated", "inferred")
        }
        lines.append(
            {
                "goal_id": goal,
                "goal": goal_label(number, name),
                "subjects": sum(cell.values()),
                "stated": cell["pairing", "stated"] + cell["activity", "stated"],
                "inferred": cell["pairing", "inferred"] + cell["activity", "inferred"],
                "pairings": cell["pairing", "stated"] + cell["pairing", "inferred"],
                "activities": cell["activity", "stated"] + cell["activity", "inferred"],
                **{f"links-{kind}": rows.get((goal, kind), 0) for kind in LINK_KINDS},
            }
        )
    return lines


def _reached_in_words(dataset: Dataset, table: Sequence[dict[str, Any]]) -> str:
    lines = {row["goal_id"]: row for row in table}
    first = leaders({goal: row["subjects"] for goal, row in lines.items()})
    count = lines[first[0]]["subjects"]
    named = [goal_in_a_sentence(dataset, goal) for goal in first]
    contributing = ngettext(
        "{count} pairing or activity contributes to it",
        "{count} pairings and activities contribute to it",
        count,
    ).format(count=format_number(count))
    if len(first) > 1:
        contributing = ngettext(
            "{count} pairing or activity contributes to each",
            "{count} pairings and activities contribute to each",
            count,
        ).format(count=format_number(count))
        return _("{goals} lead together: {contributing}.").format(
            goals=one_of(named), contributing=contributing
        )
    return _("{goal} leads: {contributing}, {stated}.").format(
        goal=named[0], contributing=contributing, stated=stated_in_words(lines[first[0]]["stated"], count)
    )


def _by_column(
    dataset: Dataset, selection: Selection, key: str, question: str, facet: Literal["phase", "region"]
) -> Exhibit:
    narrowed = narrow(dataset, selection)
    links = counted_links(narrowed)
    names = dataset.names.phases if facet == "phase" else dataset.names.regions
    keys = _columns_of(dataset, narrowed, links, facet)
    columns = (
        Column("goal", _("Goal"), "goal", "goal_id"),
        *(Column(f"{facet}-{column}", names[column], "number") for column in keys),
        Column("subjects", _("All phases") if facet == "phase" else _("All regions"), "number"),
    )
    if not links:
        return nothing_found(key, question, _none_linked(selection), columns)
    goals = goals_of(dataset, SDG)
    column_of = {link: link.phase_id if facet == "phase" else link.region_id for link in links}
    cells_of = Counter((link.goal_id, column_of[link]) for link in links)
    values = tuple(tuple(cells_of[goal, column] for column in keys) for goal, _number, _name in goals)
    table: list[dict[str, Any]] = [
        {"goal_id": goal, "goal": goal_label(number, name), "subjects": sum(cells)}
        | {f"{facet}-{column}": cell for column, cell in zip(keys, cells, strict=True)}
        for (goal, number, name), cells in zip(goals, values, strict=True)
    ]
    whole = [subject_count(link for link in links if column_of[link] == column) for column in keys]
    table.append(
        {"goal": _("Any goal"), "subjects": subject_count(links)}
        | {f"{facet}-{column}": count for column, count in zip(keys, whole, strict=True)}
    )
    form = Matrix(
        rows=tuple(Category(row["goal_id"], row["goal"]) for row in table[:-1]),
        columns=tuple(Category(column, names[column]) for column in keys),
        values=values,
        row_title=_("Goal"),
        column_title=_("Phase") if facet == "phase" else _("Region"),
        unit=_("pairings and activities"),
        row_totals=tuple(row["subjects"] for row in table[:-1]),
        column_totals=tuple(whole),
        total=table[-1]["subjects"],
        unit_key="contributions",
    )
    alt = _("Pairings and activities linked to any goal. {counts}.").format(
        counts=counted_names((names[column], count) for column, count in zip(keys, whole, strict=True))
    )
    named_columns = [(f"{facet}-{column}", names[column]) for column in keys]
    finding = leading_goals(dataset, table[:-1], named_columns, facet)
    return goal_exhibit(
        dataset, key, question, finding, form, table_of(columns, table), alt, links, "several_goals"
    )


def _columns_of(
    dataset: Dataset, narrowed: Dataset, links: Sequence[GoalLink], facet: Literal["phase", "region"]
) -> list[str]:
    """Phases or regions with any pairing or activity; programme-wide only where something is linked there."""
    editions = narrowed["editions"]
    active = set(narrowed["pairings"]["edition_id"]) | set(activity_homes(narrowed).values())
    found = set(editions.loc[editions["edition_id"].isin(active), f"{facet}_id"])
    if facet == "phase":
        return [phase for phase in dataset["phases"]["phase_id"] if phase in found]
    linked = {link.region_id for link in links}
    regions = dataset["regions"].sort_values("order")["region_id"]
    return [region for region in regions if region in found and (region != "ALL" or region in linked)]
