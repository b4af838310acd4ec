"""The words of codes, said once: what readers call a kind, a mode, a side, one and many, and within a sentence.

A code that has no words here is shown as it is, so data that knows more than this file still opens on every
page. tests/test_vocabulary.py holds these lists against the values that tables/definition.py allows.
"""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.language import N_, _, format_number, ngettext, ngettext_noop


@dataclass(frozen=True)
class Term:
    """What readers call a code: by itself, several of it, and counted; `within` is one within a sentence."""

    one: str
    many: str = ""
    within: str = ""
    counted: tuple[str, str] = ("", "")


NOT_RECORDED = N_("not recorded")

VOCABULARIES: dict[str, dict[str, Term]] = {
    "activity_kinds": {
        "networking event": Term(
            N_("Networking event"),
            N_("Networking events"),
            N_("networking event"),
            ngettext_noop("{count} networking event", "{count} networking events"),
        ),
        "conference": Term(
            N_("Conference"),
            N_("Conferences"),
            N_("conference"),
            ngettext_noop("{count} conference", "{count} conferences"),
        ),
        "webinar": Term(
            N_("Webinar"), N_("Webinars"), N_("webinar"), ngettext_noop("{count} webinar", "{count} webinars")
        ),
        "training": Term(
            N_("Training session"),
            N_("Training sessions"),
            N_("training session"),
            ngettext_noop("{count} training session", "{count} training sessions"),
        ),
        "study visit": Term(
            N_("Study visit"),
            N_("Study visits"),
            N_("study visit"),
            ngettext_noop("{count} study visit", "{count} study visits"),
        ),
        "bilateral meeting": Term(
            N_("Bilateral meeting"),
            N_("Bilateral meetings"),
            N_("bilateral meeting"),
            ngettext_noop("{count} bilateral meeting", "{count} bilateral meetings"),
        ),
        "publication": Term(
            N_("Publication"),
            N_("Publications"),
            N_("publication"),
            ngettext_noop("{count} publication", "{count} publications"),
        ),
        "case study": Term(
            N_("Case study"),
            N_("Case studies"),
            N_("case study"),
            ngettext_noop("{count} case study", "{count} case studies"),
        ),
        "action plan": Term(
            N_("Action plan"),
            N_("Action plans"),
            N_("action plan"),
            ngettext_noop("{count} action plan", "{count} action plans"),
        ),
        "pilot project": Term(
            N_("Pilot project"),
            N_("Pilot projects"),
            N_("pilot project"),
            ngettext_noop("{count} pilot project", "{count} pilot projects"),
        ),
        "agreement": Term(
            N_("Agreement"),
            N_("Agreements"),
            N_("agreement"),
            ngettext_noop("{count} agreement", "{count} agreements"),
        ),
        "call for applications": Term(
            N_("Call for applications"),
            N_("Calls for applications"),
            N_("call for applications"),
            ngettext_noop("{count} call for applications", "{count} calls for applications"),
        ),
        "other": Term(
            N_("Other"),
            N_("Other activities"),
            N_("other activity"),
            ngettext_noop("{count} other", "{count} others"),
        ),
    },
    "modes": {
        "in person": Term(N_("In person")),
        "online": Term(N_("Online")),
        "hybrid": Term(N_("Hybrid")),
    },
    "states": {
        "done": Term(N_("Done")),
        "planned": Term(N_("Planned")),
        "proposed": Term(N_("Proposed")),
    },
    "pairing_kinds": {"city": Term(N_("Between cities")), "region": Term(N_("Between regions"))},
    "pairing_sizes": {
        "pair": Term(N_("Of two")),
        "trio": Term(N_("Trios")),
        "group": Term(N_("Groups of four or more")),
    },
    "statuses": {
        "active": Term(N_("running")),
        "completed": Term(N_("completed")),
        "withdrawn": Term(N_("withdrawn")),
    },
    "sides": {"EU": Term(N_("EU side")), "partner": Term(N_("partner side"))},
    "place_kinds": {
        "city": Term(N_("city")),
        "metropolitan area": Term(N_("metropolitan area")),
        "county": Term(N_("county")),
        "region": Term(N_("region")),
        "province": Term(N_("province")),
        "state": Term(N_("state")),
        "island": Term(N_("island")),
        "association": Term(N_("association")),
    },
    "exactnesses": {
        "city": Term(N_("shown at the city itself")),
        "seat": Term(N_("shown at its seat of government")),
        "centre": Term(N_("shown at the middle of its area")),
        "none": Term(N_("no position that makes sense on a map")),
    },
    "position_methods": {"geonames": Term(N_("from GeoNames")), "by hand": Term(N_("settled by hand"))},
    "bases": {
        "stated": Term(N_("Stated by a source")),
        "inferred": Term(N_("Our reading")),
    },
    "subject_kinds": {
        "pairing": Term(N_("Pairing"), counted=ngettext_noop("{count} pairing", "{count} pairings")),
        "activity": Term(N_("Activity"), counted=ngettext_noop("{count} activity", "{count} activities")),
        "theme": Term(N_("Theme"), counted=ngettext_noop("{count} theme", "{count} themes")),
        "edition": Term(
            N_("Programme in a region"),
            counted=ngettext_noop("{count} programme in a region", "{count} programmes in a region"),
        ),
        "programme": Term(N_("The programme"), counted=ngettext_noop("the programme", "the programme")),
    },
    "stakeholder_kinds": {
        "business": Term(N_("Business"), within=N_("business")),
        "government": Term(N_("Government"), within=N_("government")),
        "research": Term(N_("Research"), within=N_("research")),
        "civil society": Term(N_("Civil society"), within=N_("civil society")),
    },
    "stakeholder_roles": {
        "took part": Term(N_("took part")),
        "visited": Term(N_("was visited")),
        "met": Term(N_("was met")),
    },
    "qualifiers": {
        "exact": Term(N_("exactly")),
        "at least": Term(N_("at least")),
        "about": Term(N_("about")),
    },
    "gap_kinds": {
        "missing": Term(N_("Not found")),
        "contradiction": Term(N_("Sources disagree")),
        "choice": Term(N_("A choice that was made")),
        "worked_out": Term(N_("Worked out")),
        "left_out": Term(N_("Left out")),
    },
    # Tables of the dataset, as what one of their rows is.
    "tables": {
        "pairings": Term(
            N_("Pairing"), N_("Pairings"), N_("pairing"), ngettext_noop("{count} pairing", "{count} pairings")
        ),
        "pairing_members": Term(
            N_("Member"), N_("Members"), N_("member"), ngettext_noop("{count} member", "{count} members")
        ),
        "activities": Term(
            N_("Activity"),
            N_("Activities"),
            N_("activity"),
            ngettext_noop("{count} activity", "{count} activities"),
        ),
        "places": Term(
            N_("Place"), N_("Places"), N_("place"), ngettext_noop("{count} place", "{count} places")
        ),
        "countries": Term(
            N_("Country or territory"),
            N_("Countries and territories"),
            N_("country or territory"),
            ngettext_noop("{count} country or territory", "{count} countries and territories"),
        ),
        "editions": Term(
            N_("Programme in a region"),
            N_("Programmes in a region"),
            N_("programme in a region"),
            ngettext_noop("{count} programme in a region", "{count} programmes in a region"),
        ),
        "contributions": Term(
            N_("Link to a goal"),
            N_("Links to goals"),
            N_("link to a goal"),
            ngettext_noop("{count} link to a goal", "{count} links to goals"),
        ),
        "stakeholders": Term(
            N_("Stakeholder"),
            N_("Stakeholders"),
            N_("stakeholder"),
            ngettext_noop("{count} stakeholder", "{count} stakeholders"),
        ),
        "thematic_networks": Term(
            N_("Network"), N_("Networks"), N_("network"), ngettext_noop("{count} network", "{count} networks")
        ),
        "network_members": Term(
            N_("Participant of a network"),
            N_("Participants of networks"),
            N_("participant of a network"),
            ngettext_noop("{count} participant of networks", "{count} participants of networks"),
        ),
        "reported_figures": Term(
            N_("Published total"),
            N_("Published totals"),
            N_("published total"),
            ngettext_noop("{count} published total", "{count} published totals"),
        ),
        "gaps": Term(N_("Note"), N_("Notes"), N_("note"), ngettext_noop("{count} note", "{count} notes")),
        "sources": Term(
            N_("Source"), N_("Sources"), N_("source"), ngettext_noop("{count} source", "{count} sources")
        ),
        "themes": Term(
            N_("Theme"), N_("Themes"), N_("theme"), ngettext_noop("{count} theme", "{count} themes")
        ),
        "goals": Term(N_("Goal"), N_("Goals"), N_("goal"), ngettext_noop("{count} goal", "{count} goals")),
    },
}


def word(vocabulary: str, code: str) -> str:
    """What readers call a code: 'Webinar'; blank is 'not recorded', a code without words is shown as it is."""
    if not code:
        return _(NOT_RECORDED)
    term = VOCABULARIES.get(vocabulary, {}).get(code)
    return _(term.one) if term else code


def plural_word(vocabulary: str, code: str) -> str:
    """Several of it: 'Webinars'."""
    term = VOCABULARIES.get(vocabulary, {}).get(code)
    return _(term.many or term.one) if term else code


def word_within(vocabulary: str, code: str) -> str:
    """As it stands within a sentence: 'webinar'."""
    term = VOCABULARIES.get(vocabulary, {}).get(code)
    return _(term.within or term.one) if term else code


def counted(vocabulary: str, code: str, count: int) -> str:
    """A number of it: '1 webinar', '12 webinars'; a code without words reads '12 of some-code'."""
    term = VOCABULARIES.get(vocabulary, {}).get(code)
    if term is None or not term.counted[0]:
        return _("{count} of {what}").format(count=format_number(count), what=word(vocabulary, code))
    return ngettext(*term.counted, count).format(count=format_number(count))
