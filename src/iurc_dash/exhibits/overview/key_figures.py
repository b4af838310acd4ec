"""What is recorded in all, and in each phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, say_by_phase, say_places_matched
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Category, KeyFigure, KeyFigures
from iurc_dash.language import N_, _, format_number, format_parts, ngettext
from iurc_dash.metrics.chance import leads
from iurc_dash.metrics.overview import counted_by_phase
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
    "editions": N_("Programmes in a region"),
}
# What notes tell beside a figure; lines of the table, so that each number opens its rows.
BESIDE = {
    "groups": N_("Trios and larger groups"),
    "between_regions": N_("Pairings between regions"),
    "places_with_networks": N_("Places in pairings and networks"),
    "countries_with_networks": N_("Countries and territories in pairings and networks"),
    "undated": N_("Activities without a date"),
    "ahead": N_("Activities that were only planned or proposed"),
}


@exhibit("overview/key-figures", N_("What is recorded of the programme, and in which phase?"))
def key_figures(view: View) -> Answer:
    """Pairings, their places, countries and territories, activities, programmes in a region, each by phase."""
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
        finding=_say_recorded(found),
        more=join_sentences(*_say_networks(view, found), say_places_matched(view)),
        form=KeyFigures(figures, phases),
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
        "editions": _("one region's run of a phase, where anything is recorded"),
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


def _say_recorded(found: Mapping[str, Tally]) -> str:
    """'7 pairings join 13 places in 12 countries and territories; 16 activities are recorded.'"""
    count = {key: tally.whole.value for key, tally in found.items()}
    said = {
        key: counted("tables", key, count[key]) for key in ("pairings", "places", "countries", "activities")
    }
    if not count["pairings"]:
        if not count["activities"]:
            return _("No pairing and no activity is recorded.")
        return ngettext(
            "{activities} is recorded, and no pairing.",
            "{activities} are recorded, and no pairing.",
            count["activities"],
        ).format(**said)
    joined = ngettext(
        "{pairings} joins {places} in {countries}",
        "{pairings} join {places} in {countries}",
        count["pairings"],
    ).format(**said)
    if not count["activities"]:
        return _("{joined}; no activity is recorded.").format(joined=joined)
    return ngettext(
        "{joined}; {activities} is recorded.", "{joined}; {activities} are recorded.", count["activities"]
    ).format(joined=joined, **said)


def _say_networks(view: View, found: Mapping[str, Tally]) -> Iterator[str]:
    """A sentence for each phase in which clearly more places are in networks alone than in pairings."""
    for phase in view.phases:
        paired = Share(found["places"].at(phase), found["places_with_networks"].at(phase))
        if not paired.part and paired.whole:
            message = _("In {phase}, places take part through networks only: {places}.")
        elif leads(paired.rest, paired.part, paired.whole):
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
