"""One place through the phases, told from every table that speaks of it; places in networks only have it too."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows
from iurc_dash.exhibits.listing import activity_table, pairing_table, sources_listed
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.sentences import say_ahead, say_by_phase, say_none_done
from iurc_dash.exhibits.shaping import facts_of_row, listed, nothing_found
from iurc_dash.kept import derived
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.activities import ActivityRecord, activity_records, count_of
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, names_to_sort_by, pairings_of_places
from iurc_dash.metrics.places import (
    NetworkMember,
    activities_held_in,
    networks_of_places,
    places_of_networks,
    relations_of_places,
)
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.search import names_as_written, plain
from iurc_dash.quantities import Count, Row
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column
from iurc_dash.view import EVERYTHING, View

RELATIONS = {
    "within": N_("Lies within {place}."),
    "core city of": N_("Core city of {place}."),
    "member of": N_("Member of {place}."),
    "based in": N_("Based in {place}."),
}
INVERSE_RELATIONS = {
    "within": N_("Takes in {place}."),
    "core city of": N_("Its core city is {place}."),
    "member of": N_("Has {place} as a member."),
    "based in": N_("Seat of {place}."),
}


def place_choices(view: View) -> Mapping[str, str]:
    """Every place of the dataset: 'Bologna, Italy', in alphabetical order."""
    return _choices(view.of(EVERYTHING))


@derived
def _choices(view: View) -> Mapping[str, str]:
    named = {place: view.words.place_in_country(place) for place in view.words.names("places")}
    return dict(sorted(named.items(), key=lambda item: plain(item[1])))


PLACE = Parameter("place", place_choices, required=True)


@exhibit("places/facts", N_("What is this place?"), PLACE)
def facts(view: View, *, place: str) -> Answer:
    """Where it lies, what kind of place it is, and how much is recorded of it."""
    known = cells_of_row(view.whole, Row("places", place))
    names = tuple(name for name in names_as_written(view.whole).get(place, ()) if name != known["name"])
    pairings, networks = _pairings_of(view, place), networks_of_places(view.whole).get(place, ())
    terms: list[tuple[Column, Cell]] = [
        (shared("country"), known["country_code"]),
        (Column("kind", _("Kind"), "code", "place_kinds"), known["kind"]),
        (Column("names", _("Also written"), hidden=not names), names),
        (shared("exactness"), known["exactness"]),
        (
            Column("note", _("Note on its position"), hidden=not known["position_note"]),
            known["position_note"],
        ),
        (Column("phases", _("Phases"), "references", "phases"), _phases_of(view, place)),
        (
            Column("pairings", _("Pairings"), "count", unit=_("pairings")),
            Count.in_table("pairings", pairings),
        ),
        (
            Column("networks", _("Participation in networks"), "count", unit=_("participants of networks")),
            Count.in_table("network_members", (member.member_id for member in networks)),
        ),
        (
            Column("activities", _("Activities"), "count", unit=_("activities")),
            count_of(record for record in _activities_of(view, place) if not record.is_ahead),
        ),
    ]
    return facts_of_row(_say_place(view, place, len(pairings), networks), Row("places", place), terms)


@exhibit("places/pairings", N_("Which pairings is it a member of?"), PLACE)
def pairings(view: View, *, place: str) -> Answer:
    """Its pairings through the phases, with its partners."""
    keys = _pairings_of(view, place)
    records = every_pairing(view)
    partners: CellOf[PairingRecord] = (
        Column("partners", _("With"), "references", "places"),
        lambda record: tuple(other for other in record.places if other != place),
    )
    table = pairing_table(
        view,
        keys,
        ("phase", "pairing", "edition", "themes", "start", "activities", "partners"),
        [partners],
    )
    name = view.say("places", place)
    if not keys:
        return nothing_found(
            _("{place} is a member of no recorded pairing.").format(place=name), table.columns
        )
    phases = [records[key].phase_id for key in keys]
    whole = view.of(EVERYTHING)
    counts = say_by_phase(
        whole,
        ((phase, format_number(phases.count(phase))) for phase in whole.phases if phase in phases),
    )
    finding = ngettext(
        "{place} is a member of one recorded pairing ({counts}).",
        "{place} is a member of {count} recorded pairings ({counts}).",
        len(keys),
    ).format(place=name, count=format_number(len(keys)), counts=counts)
    return listed(finding, table, Count.in_table("pairings", keys), cautions=("recorded_only",))


@exhibit("places/networks", N_("Which networks does it take part in?"), PLACE)
def networks(view: View, *, place: str) -> Answer:
    """Its participation in thematic networks, with the other participants."""
    members, name = networks_of_places(view.whole).get(place, ()), view.say("places", place)
    participants = places_of_networks(view.whole)

    def others(member: NetworkMember) -> Cell:
        if not member.network_id:
            return NOT_APPLICABLE
        return tuple(other for other in participants[member.network_id] if other != place)

    columns: list[Column | CellOf[NetworkMember]] = [
        (shared("network"), lambda member: member.network_id),
        shared("edition"),
        shared("side"),
        (Column("others", _("With"), "references", "places"), others),
        shared("sources"),
        shared("phase", hidden=True),
        shared("region", hidden=True),
    ]
    table = table_of_rows(view, "network_members", {one.member_id: one for one in members}, columns)
    if not members:
        return nothing_found(_("{place} is in no recorded network.").format(place=name), table.columns)
    return listed(
        _say_networks(name, members),
        table,
        Count.in_table("network_members", table.keys),
        cautions=("recorded_only",),
    )


@exhibit("places/activities", N_("What did it take part in, and what took place there?"), PLACE)
def activities(view: View, *, place: str) -> Answer:
    """Activities of its pairings, and those that took place there, newest first."""
    found = _activities_of(view, place)
    of_pairings = set(_pairings_of(view, place))
    held_there = activities_held_in(view.whole).get(place, ())
    name = view.say("places", place)

    def why(record: ActivityRecord) -> Cell:
        parts = [
            *([_("of its pairing")] if of_pairings.intersection(record.pairings) else []),
            *([_("took place there")] if record.activity_id in held_there else []),
        ]
        return tuple(parts)

    ahead = sum(record.is_ahead for record in found)
    table = activity_table(
        view,
        found,
        ("when", "kind", "title", "place", "why", *(("state",) if ahead else ()), "pairings", "sources"),
        [(Column("why", _("Why it is listed")), why)],
    )
    if not found:
        return nothing_found(_("No activity of {place} is recorded.").format(place=name), table.columns)
    return listed(
        _say_activities(name, len(found) - ahead, ahead),
        table,
        count_of(found),
        more=say_ahead(ahead) if ahead < len(found) else "",
        cautions=("recorded_only",),
    )


@exhibit("places/related", N_("What is it part of, and what belongs to it?"), PLACE)
def related(view: View, *, place: str) -> Answer:
    """Places of the dataset that it is related to, such as a city and its metropolitan area."""
    relations = {
        f"{other}|{is_first}": (other, relation, is_first)
        for other, relation, is_first in relations_of_places(view.whole).get(place, ())
    }

    def say(one: tuple[str, str, bool]) -> str:
        other, relation, is_first = one
        return _say_relation(relation, view.say("places", other), is_first=is_first)

    columns: list[CellOf[tuple[str, str, bool]]] = [
        (Column("relation", _("How"), "paragraph"), say),
        (shared("place"), lambda one: one[0]),
        (
            Column("pairings", _("Its pairings"), "count", unit=_("pairings")),
            lambda one: Count.in_table("pairings", _pairings_of(view, one[0])),
        ),
    ]
    table = table_of_rows(view, "places", relations, columns, lambda key: relations[key][0])
    if not relations:
        return nothing_found(_("No related place is recorded."), table.columns)
    finding = ngettext(
        "One related place is recorded.", "{count} related places are recorded.", len(relations)
    ).format(count=format_number(len(relations)))
    return listed(
        finding, table, Count.in_table("places", (other for other, _how, _first in relations.values()))
    )


@exhibit("places/sources", N_("Which sources name it?"), PLACE)
def sources(view: View, *, place: str) -> Answer:
    """The sources of its membership in pairings and of its participation in networks."""
    name = view.say("places", place)

    def say(count: int) -> str:
        return ngettext(
            "What {place} is a member of or takes part in is named on one public page.",
            "What {place} is a member of or takes part in is named on {count} public pages.",
            count,
        ).format(place=name, count=format_number(count))

    none = _("No source names {place} in a pairing or network.").format(place=name)
    return sources_listed(view, {"places": (place,)}, finding=say, none=none)


def _pairings_of(view: View, place: str) -> tuple[str, ...]:
    """Its pairings by phase, then by name."""
    records, names = every_pairing(view), names_to_sort_by(view)
    phases = view.words.in_order("phases")
    found = pairings_of_places(view.of(EVERYTHING)).get(place, ())
    return tuple(sorted(found, key=lambda key: (phases.index(records[key].phase_id), names[key])))


def _phases_of(view: View, place: str) -> tuple[str, ...]:
    """Phases in which it is a member of a pairing or takes part in a network."""
    found = {every_pairing(view)[key].phase_id for key in _pairings_of(view, place)}
    found |= {
        view.where(member.edition_id).phase_id for member in networks_of_places(view.whole).get(place, ())
    }
    return tuple(phase for phase in view.words.in_order("phases") if phase in found)


def _activities_of(view: View, place: str) -> list[ActivityRecord]:
    """Activities of its pairings and those held there, newest first, undated ones last."""
    of_pairings, held = set(_pairings_of(view, place)), set(activities_held_in(view.whole).get(place, ()))
    found = [
        record
        for record in activity_records(view.of(EVERYTHING))
        if record.activity_id in held or of_pairings.intersection(record.pairings)
    ]
    return sorted(found, key=lambda record: (record.first_date, record.activity_id), reverse=True)


def _say_place(view: View, place: str, pairings: int, networks: tuple[NetworkMember, ...]) -> str:
    values = {"place": view.say("places", place), "count": format_number(pairings)}
    if pairings and networks:
        return ngettext(
            "{place} is a member of one recorded pairing and takes part in networks.",
            "{place} is a member of {count} recorded pairings and takes part in networks.",
            pairings,
        ).format(**values)
    if pairings:
        return ngettext(
            "{place} is a member of one recorded pairing.",
            "{place} is a member of {count} recorded pairings.",
            pairings,
        ).format(**values)
    if networks:
        return _("{place} takes part in networks and is a member of no recorded pairing.").format(**values)
    return _("{place} is in no recorded pairing or network.").format(**values)


def _say_relation(relation: str, other: str, *, is_first: bool) -> str:
    """How a place relates to another, in a sentence; a relation that has no words is shown as it is recorded."""
    words = RELATIONS if is_first else INVERSE_RELATIONS
    if relation not in words:
        return _("{relation}: {place}.").format(relation=relation, place=other)
    return _(words[relation]).format(place=other)


def _say_networks(place: str, members: tuple[NetworkMember, ...]) -> str:
    """In how many networks it is, and where only the programme in a region is known."""
    named = len({member.network_id for member in members if member.network_id})
    values = {"place": place, "count": format_number(named)}
    if not named:
        return _("{place} takes part in networks; in which of them is not recorded.").format(**values)
    if all(member.network_id for member in members):
        return ngettext(
            "{place} takes part in one network.", "{place} takes part in {count} networks.", named
        ).format(**values)
    return ngettext(
        "{place} takes part in one network, and in others of which no name is recorded.",
        "{place} takes part in {count} networks, and in others of which no name is recorded.",
        named,
    ).format(**values)


def _say_activities(place: str, done: int, ahead: int) -> str:
    """How many activities are recorded."""
    if not done:
        return say_none_done(ahead)
    return ngettext(
        "One activity of {place} is recorded.", "{count} activities of {place} are recorded.", done
    ).format(place=place, count=format_number(done))
