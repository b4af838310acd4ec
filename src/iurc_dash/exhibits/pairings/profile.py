"""One pairing, told from every table that speaks of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows
from iurc_dash.exhibits.listing import pairing_table, sources_listed
from iurc_dash.exhibits.pairings._pairing import PAIRING, say_members, say_what_it_is
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, quote
from iurc_dash.exhibits.shaping import facts_of_row, listed, nothing_found
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.goals import agendas_in_order
from iurc_dash.metrics.pairings import every_pairing, related_pairings, rows_of_pairings, size_of_pairing
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.stakeholders import StakeholderRecord, stakeholder_records
from iurc_dash.metrics.themes import cluster_of_theme
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import grouped, rows_in
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column
from iurc_dash.view import EVERYTHING, View
from iurc_dash.vocabulary import word_within


@exhibit("pairings/facts", N_("What is this pairing?"), PAIRING)
def facts(view: View, *, pairing: str) -> Answer:
    """What was worked on, where the pairing belongs, when it ran, and how much is recorded of it."""
    record = every_pairing(view)[pairing]
    terms: list[tuple[Column, Cell]] = [
        (Column("summary", _("What was worked on")), record.summary),
        (shared("edition"), record.edition_id),
        (shared("phase", hidden=True), record.phase_id),
        (shared("region", hidden=True), record.region_id),
        (shared("period"), (record.start_date, record.end_date)),
        (shared("status"), record.status),
        (Column("kind", _("Kind"), "code", "pairing_kinds"), record.kind),
        (shared("size", hidden=True), size_of_pairing(record)),
        (shared("members"), record.places),
        (shared("themes"), record.themes),
        (shared("stated_goals"), record.stated_goals),
        (shared("inferred_goals"), record.inferred_goals),
        (
            Column("activities", _("Activities"), "count", unit=_("activities")),
            Count.in_table("activities", record.activities),
        ),
    ]
    finding = _("{name} is {kind} in {edition}.").format(
        name=quote(view.say("pairings", pairing)),
        kind=say_what_it_is(record),
        edition=quote(view.say("editions", record.edition_id)),
    )
    return facts_of_row(finding, Row("pairings", pairing), terms)


@exhibit("pairings/members", N_("Who are its members?"), PAIRING)
def members(view: View, *, pairing: str) -> Answer:
    """The members with their side, kind and position, and what a reader must know of their country's side."""
    record = every_pairing(view)[pairing]
    country_of, side_notes = view.words.countries_of_places, _side_notes(view)
    places = {place: cells_of_row(view.whole, Row("places", place)) for place in record.places}
    notes = {place: side_notes.get(country_of[place], "") for place, side in record.members if side == "EU"}
    columns: list[Column | CellOf[tuple[str, str]]] = [
        (Column("place", _("Member"), "reference", "places"), lambda member: member[0]),
        (shared("country"), lambda member: country_of[member[0]]),
        (shared("side"), lambda member: member[1]),
        (Column("kind", _("Kind"), "code", "place_kinds"), lambda member: places[member[0]]["kind"]),
        (shared("exactness"), lambda member: places[member[0]]["exactness"]),
        (shared("note", hidden=not any(notes.values())), lambda member: notes.get(member[0], "")),
        shared("sources", hidden=True),
    ]
    members = {f"{pairing}|{place}": (place, side) for place, side in record.members}
    table = table_of_rows(view, "pairing_members", members, columns)
    if not members:
        return nothing_found(say_members(view, record), table.columns)
    return listed(
        say_members(view, record),
        table,
        Count.in_table("pairing_members", members),
        cautions=("approximate_position",),
    )


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
    record = every_pairing(view)[pairing]
    subjects = {
        Row("pairings", pairing),
        *(Row("activities", key) for key in (*record.activities, *record.ahead)),
    }
    found = [one for one in stakeholder_records(view.of(EVERYTHING)) if one.subject in subjects]
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


@exhibit("pairings/gaps", N_("What is missing or in doubt?"), PAIRING)
def gaps(view: View, *, pairing: str) -> Answer:
    """Notes on what was looked for and not found, and on where sources disagree; each note once."""
    # One note of several programmes in a region stands once for each of them.
    found: dict[str, str] = {}
    for (gap,) in rows_of_pairings(view.whole, "gap_pairings", "gap_id").get(pairing, ()):
        found.setdefault(cells_of_row(view.whole, Row("gaps", gap))["note"], gap)
    columns = (shared("note"), Column("kind", _("Kind of note"), "code", "gap_kinds"))
    table = table_of_rows(view, "gaps", {gap: gap for gap in found.values()}, columns)
    if not found:
        return nothing_found(_("Nothing is noted as missing or in doubt."), table.columns)
    finding = ngettext(
        "One thing is noted as missing or in doubt.",
        "{count} things are noted as missing or in doubt.",
        len(found),
    ).format(count=format_number(len(found)))
    return listed(finding, table, Count.in_table("gaps", table.keys))


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


def _side_notes(view: View) -> dict[str, str]:
    """What a reader must know of the side of countries that are no member state today."""
    rows = rows_in(view.whole["countries"], "country_code", "side_note", "is_eu_member")
    return {country: note for country, note, is_member in rows if not is_member}
