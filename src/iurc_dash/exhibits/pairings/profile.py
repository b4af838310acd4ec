"""One pairing, told from every table that speaks of it."""

from __future__ import annotations

from collections.abc import Iterable

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.listing import pairing_table, sources_listed
from iurc_dash.exhibits.pairings._pairing import PAIRING, say_members, say_what_it_is
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_names, quote
from iurc_dash.exhibits.shaping import facts_of_row, listed, nothing_found
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.goals import agendas_in_order
from iurc_dash.metrics.pairings import every_pairing, related_pairings, rows_of_pairings, size_of_pairing
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.sources import sources_of_row
from iurc_dash.metrics.stakeholders import stakeholder_records
from iurc_dash.metrics.themes import cluster_of_theme
from iurc_dash.quantities import Count, Row
from iurc_dash.reading import rows_in
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import EVERYTHING, View
from iurc_dash.vocabulary import word_within


@exhibit("pairings/facts", N_("What is this pairing?"), PAIRING)
def facts(view: View, *, pairing: str) -> Answer:
    """What was worked on, where the pairing belongs, when it ran, and how much is recorded of it."""
    record = every_pairing(view)[pairing]
    terms: list[tuple[Column, Cell]] = [
        (Column("summary", _("What was worked on")), record.summary),
        (Column("edition", _("Programme in a region"), "reference", "editions"), record.edition_id),
        (Column("phase", _("Phase"), "reference", "phases", hidden=True), record.phase_id),
        (Column("region", _("Region"), "reference", "regions", hidden=True), record.region_id),
        (Column("period", _("When"), "period"), (record.start_date, record.end_date)),
        (Column("status", _("Status"), "code", "statuses"), record.status),
        (Column("kind", _("Kind"), "code", "pairing_kinds"), record.kind),
        (Column("size", _("How many"), "code", "pairing_sizes", hidden=True), size_of_pairing(record)),
        (Column("places", _("Members"), "references", "places"), record.places),
        (Column("themes", _("Themes"), "references", "themes"), record.themes),
        (Column("stated_goals", _("Goals that a source states"), "references", "goals"), record.stated_goals),
        (Column("inferred_goals", _("Goals in our reading"), "references", "goals"), record.inferred_goals),
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
    notes = {place: side_notes.get(country_of[place], "") for place, side in record.members if side == "EU"}
    columns = (
        Column("place", _("Member"), "reference", "places"),
        Column("country", _("Country or territory"), "reference", "countries"),
        Column("side", _("Side"), "code", "sides"),
        Column("kind", _("Kind"), "code", "place_kinds"),
        Column("exactness", _("Position"), "code", "exactnesses"),
        Column("note", _("Note"), hidden=not any(notes.values())),
        Column("sources", _("Sources"), "references", "sources", hidden=True),
    )
    if not record.members:
        return nothing_found(say_members(view, record), columns)
    lines = []
    for place, side in record.members:
        row, known = (
            Row("pairing_members", f"{pairing}|{place}"),
            cells_of_row(view.whole, Row("places", place)),
        )
        cells: dict[str, Cell] = {
            "place": place,
            "country": country_of[place],
            "side": side,
            "kind": known["kind"],
            "exactness": known["exactness"],
            "note": notes.get(place, ""),
            "sources": sources_of_row(view.whole, row),
        }
        lines.append(Line(place, cells, row))
    return listed(
        say_members(view, record),
        Table.of(columns, lines),
        _rows_of(lines),
        cautions=("approximate_position",),
    )


@exhibit("pairings/themes", N_("What does it work on?"), PAIRING)
def themes(view: View, *, pairing: str) -> Answer:
    """The themes of a pairing with their groups, and the labels that its sources wrote for them."""
    record = every_pairing(view)[pairing]
    columns = (
        Column("theme", _("Theme"), "reference", "themes"),
        Column("cluster", _("Theme group"), "reference", "thematic_clusters"),
        Column("labels", _("As the sources write it"), "text"),
    )
    if not record.themes:
        return nothing_found(_("No theme of this pairing is recorded."), columns)
    labels: dict[str, list[str]] = {}
    for theme, label in rows_of_pairings(view.whole, "pairing_themes", "theme_id", "label")[pairing]:
        labels.setdefault(theme, []).append(label)
    lines = [
        Line(
            theme, {"theme": theme, "cluster": cluster_of_theme(view)[theme], "labels": tuple(labels[theme])}
        )
        for theme in record.themes
    ]
    names = join_names([view.say("themes", theme) for theme in record.themes], most=8, in_quotes=True)
    finding = ngettext(
        "One theme is recorded: {names}.", "{count} themes are recorded: {names}.", len(lines)
    ).format(count=format_number(len(lines)), names=names)
    return listed(finding, Table.of(columns, lines), Count.in_table("pairings", [pairing]))


@exhibit("pairings/goals", N_("Which goals and agendas is it linked to?"), PAIRING)
def goals(view: View, *, pairing: str) -> Answer:
    """Links of a pairing to goals and agendas, stated ones first, with how each is known."""
    columns = (
        Column("goal", _("Goal"), "reference", "goals"),
        Column("target", _("Target")),
        Column("agenda", _("Agenda"), "reference", "agendas"),
        Column("basis", _("How it is known"), "code", "bases"),
        Column("reason", _("Where it is said, or why we read it so")),
        Column("sources", _("Sources"), "references", "sources"),
    )
    agendas, orders = agendas_in_order(view), dict(rows_in(view.whole["goals"], "goal_id", "order"))
    fields = ("basis", "agenda_id", "goal_id", "contribution_id", "target", "reason")
    links = sorted(
        rows_of_pairings(view.whole, "contributions", *fields).get(pairing, ()),
        key=lambda link: (link[0] != "stated", agendas.index(link[1]), orders.get(link[2], 0), link[3]),
    )
    if not links:
        return nothing_found(_("No link to a goal or agenda is recorded."), columns)
    lines = []
    for basis, agenda, goal, key, target, reason in links:
        row = Row("contributions", key)
        cells: dict[str, Cell] = {
            "goal": goal or NOT_APPLICABLE,  # the agenda is named as a whole
            "target": target,
            "agenda": agenda,
            "basis": basis,
            "reason": reason,
            "sources": sources_of_row(view.whole, row),
        }
        lines.append(Line(key, cells, row))
    stated = sum(line["basis"] == "stated" for line in lines)
    return listed(
        _say_links(stated, len(lines) - stated),
        Table.of(columns, lines),
        _rows_of(lines),
        cautions=("inferred_goals",) if stated < len(lines) else (),
    )


@exhibit("pairings/stakeholders", N_("Who is named besides its members?"), PAIRING)
def stakeholders(view: View, *, pairing: str) -> Answer:
    """Who took part, was visited or was met, in the pairing as a whole and in its activities."""
    columns = (
        Column("kind", _("Kind"), "code", "stakeholder_kinds"),
        Column("note", _("Who")),
        Column("role", _("How"), "code", "stakeholder_roles"),
        Column("activity", _("In the activity"), "reference", "activities"),
        Column("sources", _("Sources"), "references", "sources"),
    )
    record = every_pairing(view)[pairing]
    subjects = {
        Row("pairings", pairing),
        *(Row("activities", key) for key in (*record.activities, *record.ahead)),
    }
    found = [one for one in stakeholder_records(view.of(EVERYTHING)) if one.subject in subjects]
    if not found:
        return nothing_found(_("Nobody besides the members is recorded."), columns)
    lines = []
    for one in found:
        row = Row("stakeholders", one.stakeholder_id)
        cells: dict[str, Cell] = {
            "kind": one.kind,
            "note": one.note,
            "role": one.role,
            "activity": one.subject.key if one.subject.table == "activities" else NOT_APPLICABLE,
            "sources": sources_of_row(view.whole, row),
        }
        lines.append(Line(one.stakeholder_id, cells, row))
    kinds = join_names(
        [word_within("stakeholder_kinds", kind) for kind in dict.fromkeys(one.kind for one in found)]
    )
    finding = ngettext(
        "One entry names others than the members: {kinds}.",
        "{count} entries name others than the members: {kinds}.",
        len(found),
    ).format(count=format_number(len(found)), kinds=kinds)
    return listed(
        finding,
        Table.of(columns, lines),
        _rows_of(lines),
        cautions=("stakeholders_partial",),
    )


@exhibit("pairings/related", N_("Where did its members work together or with others again?"), PAIRING)
def related(view: View, *, pairing: str) -> Answer:
    """Pairings of other programmes in a region that share a place with this one."""
    shared = dict(related_pairings(view, pairing))
    table = pairing_table(
        view,
        tuple(shared),
        ("pairing", "edition", "start"),
        [(Column("shared", _("Places in both"), "references", "places"), shared.__getitem__)],
    )
    if not shared:
        return nothing_found(
            _("None of its members is in a recorded pairing of another programme in a region."), table.columns
        )
    finding = ngettext(
        "One pairing of another programme in a region shares a place with this one.",
        "{count} pairings of other programmes in a region share a place with this one.",
        len(shared),
    ).format(count=format_number(len(shared)))
    return listed(finding, table, Count.in_table("pairings", shared), cautions=("recorded_only",))


@exhibit("pairings/gaps", N_("What is missing or in doubt?"), PAIRING)
def gaps(view: View, *, pairing: str) -> Answer:
    """Notes on what was looked for and not found, and on where sources disagree; each note once."""
    columns = (Column("note", _("Note")), Column("kind", _("Kind of note"), "code", "gap_kinds"))
    # One note of several programmes in a region stands once for each of them.
    found: dict[str, Line] = {}
    for (gap,) in rows_of_pairings(view.whole, "gap_pairings", "gap_id").get(pairing, ()):
        row = Row("gaps", gap)
        known = cells_of_row(view.whole, row)
        found.setdefault(known["note"], Line(gap, {"note": known["note"], "kind": known["kind"]}, row))
    if not found:
        return nothing_found(_("Nothing is noted as missing or in doubt."), columns)
    finding = ngettext(
        "One thing is noted as missing or in doubt.",
        "{count} things are noted as missing or in doubt.",
        len(found),
    ).format(count=format_number(len(found)))
    return listed(finding, Table.of(columns, list(found.values())), _rows_of(found.values()))


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


def _rows_of(lines: Iterable[Line]) -> Count:
    """The rows that lines show."""
    return Count.of(line.row for line in lines if line.row is not None)
