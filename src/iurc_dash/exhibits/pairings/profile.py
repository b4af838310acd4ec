"""One pairing, told from every table that speaks of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows
from iurc_dash.exhibits.listing import pairing_table, sources_listed
from iurc_dash.exhibits.pairings._pairing import PAIRING
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.goals import agendas_in_order
from iurc_dash.metrics.pairings import every_pairing, related_pairings, rows_of_pairings
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.stakeholders import StakeholderRecord, stakeholders_of_pairing
from iurc_dash.metrics.themes import cluster_of_theme
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import grouped, rows_in
from iurc_dash.tabular import NOT_APPLICABLE, Column
from iurc_dash.view import View
from iurc_dash.vocabulary import word_within


@exhibit("pairings/themes", N_("What does it work on?"), PAIRING)
def themes(view: View, *, pairing: str) -> Answer:
    """The themes of a pairing with their groups, and the labels that its sources wrote for them."""
    record = every_pairing(view)[pairing]
    written = rows_of_pairings(view.whole, "pairing_themes", "theme_id", "label").get(pairing, ())
    labels: Mapping[str, tuple[str, ...]] = grouped((theme, label) for theme, label in written)
    columns: list[CellOf[str]] = [
        (shared("theme"), lambda theme: theme),
        (shared("cluster"), cluster_of_theme(view).__getitem__),
        (shared("labels"), labels.__getitem__),
    ]
    table = table_of_rows(view, "themes", {theme: theme for theme in record.themes}, columns)
    if not record.themes:
        return nothing_found(_("No theme of this pairing is recorded."), table.columns)
    names = join_names([view.say("themes", theme) for theme in record.themes], in_quotes=True)
    finding = ngettext(
        "One theme is recorded: {names}.", "{count} themes are recorded: {names}.", len(record.themes)
    ).format(count=format_number(len(record.themes)), names=names)
    return listed(finding, table, Count.in_table("pairings", [pairing]))


@exhibit("pairings/goals", N_("Which goals and agendas is it linked to?"), PAIRING)
def goals(view: View, *, pairing: str) -> Answer:
    """Links of a pairing to goals and agendas, stated ones first, with how each is known."""
    agendas, orders = agendas_in_order(view), dict(rows_in(view.whole["goals"], "goal_id", "order"))
    keys = [
        key for (key,) in rows_of_pairings(view.whole, "contributions", "contribution_id").get(pairing, ())
    ]
    links = {key: cells_of_row(view.whole, Row("contributions", key)) for key in keys}

    def place(key: str) -> tuple[bool, int, int, str]:
        link = links[key]
        return (
            link["basis"] != "stated",
            agendas.index(link["agenda_id"]),
            orders.get(link["goal_id"], 0),
            key,
        )

    columns: list[Column | CellOf[dict[str, Any]]] = [
        # A blank goal is its agenda as a whole.
        (shared("goal"), lambda link: link["goal_id"] or NOT_APPLICABLE),
        shared("target"),
        (shared("agenda"), lambda link: link["agenda_id"]),
        shared("basis"),
        Column("reason", _("Where it is said, or why we read it so")),
        shared("sources"),
    ]
    table = table_of_rows(
        view, "contributions", {key: links[key] for key in sorted(links, key=place)}, columns
    )
    if not links:
        return nothing_found(_("No link to a goal or agenda is recorded."), table.columns)
    stated = sum(link["basis"] == "stated" for link in links.values())
    return listed(
        _say_links(stated, len(links) - stated),
        table,
        Count.in_table("contributions", table.keys),
        cautions=("inferred_goals",) if stated < len(links) else (),
    )


@exhibit("pairings/stakeholders", N_("Who is named besides its members?"), PAIRING)
def stakeholders(view: View, *, pairing: str) -> Answer:
    """Who took part, was visited or was met, in the pairing as a whole and in its activities."""
    found = stakeholders_of_pairing(view, pairing)
    columns: list[Column | CellOf[StakeholderRecord]] = [
        Column("kind", _("Kind"), "code", "stakeholder_kinds"),
        Column("note", _("Who")),
        Column("role", _("How"), "code", "stakeholder_roles"),
        (
            Column("activity", _("In the activity"), "reference", "activities"),
            lambda one: one.subject.key if one.subject.table == "activities" else NOT_APPLICABLE,
        ),
        shared("sources"),
    ]
    table = table_of_rows(view, "stakeholders", {one.stakeholder_id: one for one in found}, columns)
    if not found:
        return nothing_found(_("Nobody besides the members is recorded."), table.columns)
    kinds = join_names(
        [word_within("stakeholder_kinds", kind) for kind in dict.fromkeys(one.kind for one in found)]
    )
    finding = ngettext(
        "One entry names others than the members: {kinds}.",
        "{count} entries name others than the members: {kinds}.",
        len(found),
    ).format(count=format_number(len(found)), kinds=kinds)
    return listed(
        finding, table, Count.in_table("stakeholders", table.keys), cautions=("stakeholders_partial",)
    )


@exhibit("pairings/related", N_("Where did its members work together or with others again?"), PAIRING)
def related_to(view: View, *, pairing: str) -> Answer:
    """Pairings of other programmes in a region that share a place with this one."""
    related = dict(related_pairings(view, pairing))
    table = pairing_table(
        view,
        related,
        ("pairing", "edition", "start", "shared"),
        [
            (
                Column("shared", _("Places in both"), "references", "places"),
                lambda record: related[record.pairing_id],
            )
        ],
    )
    if not related:
        return nothing_found(
            _("None of its members is in a recorded pairing of another programme in a region."), table.columns
        )
    finding = ngettext(
        "One pairing of another programme in a region shares a place with this one.",
        "{count} pairings of other programmes in a region share a place with this one.",
        len(related),
    ).format(count=format_number(len(related)))
    return listed(finding, table, Count.in_table("pairings", related), cautions=("recorded_only",))


@exhibit("pairings/sources", N_("Which sources does this pairing rest on?"), PAIRING)
def sources(view: View, *, pairing: str) -> Answer:
    """Every source behind the pairing, its members, its links to goals and its stakeholders."""
    record = every_pairing(view)[pairing]
    rows = {
        "pairings": (pairing,),
        "pairing_members": tuple(f"{pairing}|{place}" for place in record.places),
        **{
            table: tuple(key for (key,) in rows_of_pairings(view.whole, table, column).get(pairing, ()))
            for table, column in (("contributions", "contribution_id"), ("stakeholders", "stakeholder_id"))
        },
    }
    return sources_listed(view, rows, finding=_say_sources, none=_("No source of this pairing is recorded."))


def _say_sources(count: int) -> str:
    return ngettext(
        "What is recorded of this pairing rests on one public page.",
        "What is recorded of this pairing rests on {count} public pages.",
        count,
    ).format(count=format_number(count))


def _say_links(stated: int, inferred: int) -> str:
    """How many links a source states, and how many are our reading."""
    said = []
    if stated:
        said.append(
            ngettext(
                "One link to a goal or agenda is stated by a source.",
                "{count} links to goals or agendas are stated by a source.",
                stated,
            ).format(count=format_number(stated))
        )
    if inferred and stated:
        said.append(
            ngettext(
                "One more is our reading of what was worked on.",
                "{count} more are our reading of what was worked on.",
                inferred,
            ).format(count=format_number(inferred))
        )
    elif inferred:
        said.append(
            ngettext(
                "One link to a goal or agenda is our reading of what was worked on.",
                "{count} links to goals or agendas are our reading of what was worked on.",
                inferred,
            ).format(count=format_number(inferred))
        )
    return " ".join(said)
