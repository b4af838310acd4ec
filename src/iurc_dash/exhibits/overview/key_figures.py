"""What is recorded in all, and in each phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_by_phase, say_places_matched
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Category, KeyFigure, KeyFigures
from iurc_dash.language import N_, _, format_number, format_parts, ngettext
from iurc_dash.metrics.chance import FEWEST_FOR_SHARE, leads
from iurc_dash.metrics.overview import counted_by_phase
from iurc_dash.metrics.returning import AGAIN, NEW, phases_with_places, places_by_role
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

FIGURES = {
    "pairings": N_("Pairings"),
    "places": N_("Places in pairings"),
    "countries": N_("Countries and territories in pairings"),
    "activities": N_("Activities"),
}
# What notes tell beside a figure; lines of the table, so that each number opens its rows.
BESIDE = {
    "groups": N_("Trios and larger groups"),
    "between_regions": N_("Pairings between regions"),
    "eu_places": N_("Places on the EU side"),
    "partners": N_("Partners"),
    "places_with_networks": N_("Places in pairings and networks"),
    "countries_with_networks": N_("Countries and territories in pairings and networks"),
    "undated": N_("Activities without a date"),
    "ahead": N_("Activities that were only planned or proposed"),
    "editions": N_("Programmes in a region"),
}


@exhibit("overview/key-figures", N_("What is recorded of the programme, and in which phase?"))
def key_figures(view: View) -> Answer:
    """Pairings, their places, countries and territories, activities, each by phase."""
    found = counted_by_phase(view)
    if not any(tally.whole for tally in found.values()):
        return nothing_found(_("No pairing and no activity matches."), _columns(view))
    notes = _notes(view, found)
    figures = tuple(
        KeyFigure(
            key=key,
            label=_(label),
            value=found[key].whole,
            parts=tuple(found[key].at(phase) for phase in view.phases),
            note=notes[key],
        )
        for key, label in FIGURES.items()
    )
    phases = tuple(Category(phase, _say_phase(view, phase)) for phase in view.phases)
    return Answer(
        finding=_say_recorded(view, found),
        more=join_sentences(*_say_networks(view, found), say_places_matched(view)),
        form=KeyFigures(figures, phases, tuple(view.colour("phases", phase) for phase in view.phases)),
        table=lambda: _table(view, found),
        counted=Count.union(found[key].whole for key in FIGURES),
        cautions=("recorded_only", "programme_wide"),
    )


def _say_phase(view: View, phase: str) -> str:
    name = view.say("phases", phase)
    return _("{phase} so far").format(phase=name) if view.runs(phase) else name


def _notes(view: View, found: Mapping[str, Tally]) -> dict[str, str]:
    """A few words for each figure; blank where there is nothing to say."""
    groups, regional = found["groups"].whole.value, found["between_regions"].whole.value
    undated, ahead = found["undated"].whole.value, found["ahead"].whole.value
    of_pairings = [
        ngettext("{count} trio or larger group", "{count} trios and larger groups", groups),
        ngettext("{count} between regions", "{count} between regions", regional),
    ]
    of_activities = [
        ngettext("{count} of them without a date", "{count} of them without a date", undated),
        ngettext("{count} more only planned or proposed", "{count} more only planned or proposed", ahead),
    ]
    return {
        "pairings": _join(of_pairings, (groups, regional)),
        "places": _say_with_networks(view, found, "places"),
        "countries": _say_with_networks(view, found, "countries"),
        "activities": _join(of_activities, (undated, ahead)),
    }


def _join(messages: list[str], counts: tuple[int, int]) -> str:
    return format_parts(
        message.format(count=format_number(count))
        for message, count in zip(messages, counts, strict=True)
        if count
    )


def _say_with_networks(view: View, found: Mapping[str, Tally], key: str) -> str:
    """How many there are when participants of networks are counted too, in all and in each phase that has more."""
    within, beyond = found[key], found[f"{key}_with_networks"]
    more = [phase for phase in view.phases if beyond.at(phase).value > within.at(phase).value]
    if not more:
        return ""
    said = _("{count} with networks").format(count=format_number(beyond.whole.value))
    if len(view.phases) == 1:
        return said
    parts = say_by_phase(view, ((phase, format_number(beyond.at(phase).value)) for phase in more))
    return _("{said} ({parts})").format(said=said, parts=parts)


def _say_recorded(view: View, found: Mapping[str, Tally]) -> str:
    """'117 places on the EU side have been paired with 145 partners; of 211 places in Phase 1, 83 came back ...'"""
    activities = found["activities"].whole.value
    said = counted("tables", "activities", activities)
    if not found["pairings"].whole:
        if not activities:
            return _("No pairing and no activity is recorded.")
        return ngettext(
            "{activities} is recorded, and no pairing.",
            "{activities} are recorded, and no pairing.",
            activities,
        ).format(activities=said)
    paired, returned = _say_taking_part(view, found) or _say_paired(found), _say_returned(view)
    if returned:
        return _("{paired}; {returned}.").format(paired=paired, returned=returned)
    if not activities:
        return _("{joined}; no activity is recorded.").format(joined=paired)
    return ngettext(
        "{joined}; {activities} is recorded.", "{joined}; {activities} are recorded.", activities
    ).format(joined=paired, activities=said)


def _say_paired(found: Mapping[str, Tally]) -> str:
    """Who was paired with how many; where a side is not recorded, what the pairings join."""
    eu, partners = found["eu_places"].whole.value, found["partners"].whole.value
    if not (eu and partners):
        pairings = found["pairings"].whole.value
        return ngettext("{pairings} joins {places}", "{pairings} join {places}", pairings).format(
            pairings=counted("tables", "pairings", pairings),
            places=counted("tables", "places", found["places"].whole.value),
        )
    with_partners = ngettext("{count} partner", "{count} partners", partners)
    return ngettext(
        "{count} place on the EU side has been paired with {partners}",
        "{count} places on the EU side have been paired with {partners}",
        eu,
    ).format(count=format_number(eu), partners=with_partners.format(count=format_number(partners)))


def _say_taking_part(view: View, found: Mapping[str, Tally]) -> str:
    """Of the one phase in view who takes part in it at all, where most of them are in networks; else blank."""
    phase = view.phases[0]
    paired = _paired_in(found, phase)
    if len(view.phases) > 1 or not leads(paired.rest, paired.part, paired.whole):
        return ""
    return ngettext(
        "{places} take part in {phase}, {paired} of them in a pairing",
        "{places} take part in {phase}, {paired} of them in pairings",
        paired.part.value,
    ).format(
        places=counted("tables", "places", paired.whole.value),
        phase=_say_phase(view, phase),
        paired=format_number(paired.part.value),
    )


def _paired_in(found: Mapping[str, Tally], phase: str) -> Share:
    """Those in pairings of all who take part in a phase."""
    return Share(found["places"].at(phase), found["places_with_networks"].at(phase))


def _say_returned(view: View) -> str:
    """How many of the first phase came back in the second; blank where that says little, or the second still runs.

    Counted as the figure of who came back counts: in pairings and in networks.
    """
    first, second = (*phases_with_places(view), "", "")[:2]
    began = places_by_role(view).at(first, NEW)
    if not second or view.runs(second) or began.value < FEWEST_FOR_SHARE:
        return ""
    returned = places_by_role(view).at(second, AGAIN).value
    return ngettext(
        "of {places} in {first}, {count} came back in {second}",
        "of {places} in {first}, {count} came back in {second}",
        returned,
    ).format(
        count=format_number(returned),
        places=counted("tables", "places", began.value),
        first=view.say("phases", first),
        second=view.say("phases", second),
    )


def _say_networks(view: View, found: Mapping[str, Tally]) -> Iterator[str]:
    """A sentence for each phase in which clearly more places are in networks alone than in pairings.

    Where it is the only phase the title says so already.
    """
    for phase in view.phases:
        paired = _paired_in(found, phase)
        if not paired.part and paired.whole:
            message = _("In {phase}, places take part through networks only: {places}.")
        elif len(view.phases) > 1 and leads(paired.rest, paired.part, paired.whole):
            message = _(
                "In {phase}, most places take part through networks: {paired} of {places} are in pairings."
            )
        else:
            continue
        yield message.format(
            phase=_say_phase(view, phase),
            paired=format_number(paired.part.value),
            places=format_number(paired.whole.value),
        )


def _columns(view: View) -> list[Column]:
    return [
        Column("what", _("What is counted"), "paragraph"),
        Column("total", _("All"), "count"),
        *(Column(phase, _say_phase(view, phase), "count") for phase in view.phases),
    ]


def _table(view: View, found: Mapping[str, Tally]) -> Table:
    lines = [
        Line(
            key,
            {
                "what": _(label),
                "total": found[key].whole,
                **{phase: found[key].at(phase) for phase in view.phases},
            },
        )
        for key, label in (FIGURES | BESIDE).items()
    ]
    return Table.of(_columns(view), lines)
