"""Agendas named as a whole, the New Urban Agenda's areas, and EU agendas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit
from iurc_dash.exhibits.goal_wording import (
    SUBJECT_ORDER,
    basis_series,
    by_basis,
    goal_exhibit,
    goal_label,
    subject_count,
    subjects_in_words,
)
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import counted_names, one_of
from iurc_dash.forms import Bars, Category
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.goals import (
    EU_AGENDAS,
    NEW_URBAN_AGENDA,
    GoalLink,
    agendas_in_order,
    contribution_rows,
    goal_links,
    goals_of,
    links_to_agenda,
)
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.sourcing import sources_of_rows
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

AS_WHOLE = "as-whole"


def agendas_as_whole(dataset: Dataset, selection: Selection) -> Exhibit:
    """What sources tie to an agenda as a whole and to no goal of it, by agenda and kind of subject."""
    question = _("Which agendas do sources name as a whole?")
    narrowed = narrow(dataset, selection)
    links = [link for link in goal_links(narrowed) if not link.goal_id]
    columns = (
        Column("agenda", _("Agenda")),
        Column("kind", _("What is tied to it")),
        Column("subjects", _("How many"), "number"),
        Column("stated", _("Stated by a source"), "number"),
        Column("inferred", _("Inferred"), "number"),
        Column("statements", _("Rows in the data"), "number"),
        Column("sources", _("Sources"), "number"),
    )
    if not links:
        return nothing_found(
            "agendas-as-whole", question, _("Nothing that matches names an agenda as a whole."), columns
        )
    table = _whole_rows(dataset, links)
    form = Bars(
        tuple(Category(row["key"], f"{row['agenda']}: {row['kind']}") for row in table),
        basis_series([row["stated"] for row in table], [row["inferred"] for row in table]),
        _("pairings, activities, editions and the programme"),
    )
    names = dataset.names.agendas
    counts = {agenda: subject_count(link for link in links if link.agenda_id == agenda) for agenda in names}
    first = leaders(counts)
    if len(first) == 1:
        finding = _("{agenda}: named as a whole most widely, for {subjects}.").format(
            agenda=names[first[0]],
            subjects=subjects_in_words(link for link in links if link.agenda_id == first[0]),
        )
    else:
        finding = _equally_widely([names[agenda] for agenda in first], counts[first[0]])
    alt = _("Bars by agenda and what is tied to it. {counts}.").format(
        counts=counted_names(
            (category.label, row["subjects"]) for category, row in zip(form.categories, table, strict=True)
        )
    )
    return goal_exhibit(
        dataset, "agendas-as-whole", question, finding, form, table_of(columns, table), alt, links,
        "agenda_as_whole",
    )  # fmt: skip


def new_urban_agenda(dataset: Dataset, selection: Selection) -> Exhibit:
    """What is tied to each of the six areas of the New Urban Agenda, and to the agenda as a whole."""
    question = _("Who contributes to the New Urban Agenda?")
    narrowed = narrow(dataset, selection)
    links = links_to_agenda(narrowed, NEW_URBAN_AGENDA)
    whole = [link for link in links if not link.goal_id]
    if not links:
        return nothing_found(
            "new-urban-agenda",
            question,
            _("Nothing that matches is tied to the New Urban Agenda."),
            _columns(_("Area")),
        )
    areas = goals_of(dataset, NEW_URBAN_AGENDA)
    keys = [
        *((goal, goal_label(number, name)) for goal, number, name in areas),
        ("", _("The agenda as a whole")),
    ]
    table = _rows_by_goal(links, keys)
    of_areas = _areas_in_words(sum(row["subjects"] > 0 for row in table[:-1]), len(areas))
    if not whole:
        finding = _("No source names the New Urban Agenda as a whole; {areas}.").format(areas=of_areas)
    else:
        finding = _("The New Urban Agenda is named as a whole for {subjects}; {areas}.").format(
            subjects=subjects_in_words(whole), areas=of_areas
        )
    return _exhibit_by_goal(dataset, "new-urban-agenda", question, finding, table, _("Area"), links)


def eu_agendas(dataset: Dataset, selection: Selection) -> Exhibit:
    """What is tied to each EU agenda, most first."""
    question = _("Which EU agendas are named beside the cooperation?")
    narrowed = narrow(dataset, selection)
    links = links_to_agenda(narrowed, EU_AGENDAS)
    if not links:
        return nothing_found(
            "eu-agendas", question, _("Nothing that matches is tied to an EU agenda."), _columns(_("Agenda"))
        )
    keys = [
        *((goal, name) for goal, _number, name in goals_of(dataset, EU_AGENDAS)),
        ("", _("EU policies as a whole")),
    ]
    table = [row for row in _rows_by_goal(links, keys) if row["subjects"]]
    table.sort(key=lambda row: -row["subjects"])
    first = leaders({row["goal_id"]: row["subjects"] for row in table})
    names = [row["goal"] for row in table if row["goal_id"] in first]
    if len(first) == 1:
        finding = _("{agenda}: named most widely, for {subjects}.").format(
            agenda=names[0], subjects=subjects_in_words(link for link in links if link.goal_id == first[0])
        )
    else:
        finding = _equally_widely(names, table[0]["subjects"])
    return _exhibit_by_goal(dataset, "eu-agendas", question, finding, table, _("Agenda"), links)


def _areas_in_words(reached: int, total: int) -> str:
    if not reached:
        return _("none of its {total} areas is linked on its own").format(total=format_number(total))
    return ngettext(
        "of its {total} areas, {count} is linked on its own",
        "of its {total} areas, {count} are linked on their own",
        reached,
    ).format(count=format_number(reached), total=format_number(total))


def _equally_widely(agendas: list[str], count: int) -> str:
    return ngettext(
        "{agendas} lead together, each tied to {count} pairing, activity, edition or programme.",
        "{agendas} lead together, each tied to {count} pairings, activities, editions or the programme.",
        count,
    ).format(agendas=one_of(agendas), count=format_number(count))


def _whole_rows(dataset: Dataset, links: Sequence[GoalLink]) -> list[dict[str, Any]]:
    words = {
        "pairing": _("pairings"), "activity": _("activities"), "theme": _("themes"), "edition": _("editions"),
        "programme": _("the programme"),
    }  # fmt: skip
    short_names = dict(rows_in(dataset["agendas"], "agenda_id", "short_name"))
    lines = []
    for agenda in agendas_in_order(dataset):
        for kind in SUBJECT_ORDER:
            found = [link for link in links if (link.agenda_id, link.subject_kind) == (agenda, kind)]
            if not found:
                continue
            rows = tuple(contribution_rows(found))
            lines.append(
                {
                    "key": f"{agenda}-{kind}",
                    "agenda": short_names[agenda],
                    "kind": words[kind],
                    **by_basis(found),
                    "statements": len(rows),
                    "sources": len(sources_of_rows(dataset, {"contributions": rows})),
                }
            )
    return lines


def _columns(title: str) -> tuple[Column, ...]:
    return (
        Column("goal", title, "goal", "goal_id"),
        Column("subjects", _("How many"), "number"),
        Column("stated", _("Stated by a source"), "number"),
        Column("inferred", _("Inferred"), "number"),
        Column("who", _("Who or what")),
    )


def _rows_by_goal(links: Sequence[GoalLink], keys: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    lines = []
    for goal, label in keys:
        found = [link for link in links if link.goal_id == goal]
        who = subjects_in_words(found) if found else _("none")
        lines.append({"goal_id": goal, "goal": label, **by_basis(found), "who": who})
    return lines


def _exhibit_by_goal(
    dataset: Dataset,
    key: str,
    question: str,
    finding: str,
    table: Sequence[dict[str, Any]],
    title: str,
    links: Sequence[GoalLink],
) -> Exhibit:
    form = Bars(
        tuple(Category(row["goal_id"] or AS_WHOLE, row["goal"]) for row in table),
        basis_series([row["stated"] for row in table], [row["inferred"] for row in table]),
        _("pairings, activities, editions and the programme"),
    )
    alt = _("Bars. {counts}.").format(counts=counted_names((row["goal"], row["subjects"]) for row in table))
    cautions = ["agenda_as_whole"] if any(not link.goal_id for link in links) else []
    return goal_exhibit(
        dataset,
        key,
        question,
        finding,
        form,
        table_of(_columns(title), table),
        alt,
        links,
        *cautions,
    )
