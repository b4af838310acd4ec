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
    counted: tuple[str, str] = ("", "")
    within: str = ""


NOT_RECORDED = N_("not recorded")

VOCABULARIES: dict[str, dict[str, Term]] = {
    "activity_kinds": {
        "networking event": Term(
            N_("Networking event"),
            N_("Networking events"),
            ngettext_noop("{count} networking event", "{count} networking events"),
            N_("networking event"),
        ),
        "conference": Term(
            N_("Conference"),
            N_("Conferences"),
            ngettext_noop("{count} conference", "{count} conferences"),
            N_("conference"),
        ),
        "webinar": Term(
            N_("Webinar"), N_("Webinars"), ngettext_noop("{count} webinar", "{count} webinars"), N_("webinar")
        ),
        "training": Term(
            N_("Training session"),
            N_("Training sessions"),
            ngettext_noop("{count} training session", "{count} training sessions"),
            N_("training session"),
        ),
        "study visit": Term(
            N_("Study visit"),
            N_("Study visits"),
            ngettext_noop("{count} study visit", "{count} study visits"),
            N_("study visit"),
        ),
        "bilateral meeting": Term(
            N_("Bilateral meeting"),
            N_("Bilateral meetings"),
            ngettext_noop("{count} bilateral meeting", "{count} bilateral meetings"),
            N_("bilateral meeting"),
        ),
        "publication": Term(
            N_("Publication"),
            N_("Publications"),
            ngettext_noop("{count} publication", "{count} publications"),
            N_("publication"),
        ),
        "case study": Term(
            N_("Case study"),
            N_("Case studies"),
            ngettext_noop("{count} case study", "{count} case studies"),
            N_("case study"),
        ),
        "action plan": Term(
            N_("Action plan"),
            N_("Action plans"),
            ngettext_noop("{count} action plan", "{count} action plans"),
            N_("action plan"),
        ),
        "pilot project": Term(
            N_("Pilot project"),
            N_("Pilot projects"),
            ngettext_noop("{count} pilot project", "{count} pilot projects"),
            N_("pilot project"),
        ),
        "agreement": Term(
            N_("Agreement"),
            N_("Agreements"),
            ngettext_noop("{count} agreement", "{count} agreements"),
            N_("agreement"),
        ),
        "call for applications": Term(
            N_("Call for applications"),
            N_("Calls for applications"),
            ngettext_noop("{count} call for applications", "{count} calls for applications"),
            N_("call for applications"),
        ),
        "other": Term(
            N_("Other"),
            N_("Other activities"),
            ngettext_noop("{count} other activity", "{count} other activities"),
            N_("other activity"),
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
    # What an activity was to its pairing, and whether both sides did it.
    "steps": {
        "met": Term(N_("met")),
        "planned together": Term(N_("planned together")),
        "agreed": Term(N_("agreed")),
        "tried": Term(N_("tried")),
        "took up": Term(N_("took up")),
        "went on": Term(N_("went on")),
    },
    "sides_that_acted": {"yes": Term(N_("both sides")), "no": Term(N_("one side"))},
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
    # Countries whose name takes an article within a sentence.
    "countries_within": {
        "GB": Term(N_("the United Kingdom")),
        "NL": Term(N_("the Netherlands")),
        "PH": Term(N_("the Philippines")),
        "US": Term(N_("the United States")),
    },
    "subject_kinds": {
        "pairing": Term(N_("Pairing"), counted=ngettext_noop("{count} pairing", "{count} pairings")),
        "activity": Term(N_("Activity"), counted=ngettext_noop("{count} activity", "{count} activities")),
        "theme": Term(N_("Theme"), counted=ngettext_noop("{count} theme", "{count} themes")),
        "edition": Term(
            N_("Programme in a region"),
            counted=ngettext_noop("{count} programme in a region", "{count} programmes in a region"),
        ),
        "programme": Term(
            N_("The programme"),
            counted=ngettext_noop("the whole programme", "the whole programme ({count} rows)"),
        ),
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
    # What notes are about: what the programme is made of first, and where it was read last.
    "gap_subjects": {
        "edition": Term(N_("Programmes in a region")),
        "budget": Term(N_("Budgets")),
        "pairings": Term(N_("Pairings")),
        "places": Term(N_("Places")),
        "dates": Term(N_("Dates")),
        "themes": Term(N_("Themes")),
        "goals": Term(N_("Goals")),
        "agendas": Term(N_("Agendas")),
        "activities": Term(N_("Activities")),
        "publications": Term(N_("Publications")),
        "networks": Term(N_("Networks")),
        "stakeholders": Term(N_("Stakeholders")),
        "reported_figures": Term(N_("Published totals")),
        "sources": Term(N_("Sources")),
    },
    # What this record counts and holds a published total against.
    "measures": {
        "pairings": Term(N_("Pairings")),
        "city pairings": Term(N_("Pairings between cities")),
        "region pairings": Term(N_("Pairings between regions")),
        "places": Term(N_("Places of both sides")),
        "places EU": Term(N_("Places of the EU side")),
        "places partner": Term(N_("Places of the partner side")),
        "cities": Term(N_("Cities of both sides")),
        "cities in pairings": Term(N_("Cities in pairings")),
        "cities EU": Term(N_("Cities of the EU side")),
        "cities partner": Term(N_("Cities of the partner side")),
        "regions": Term(N_("Regions of both sides")),
        "regions EU": Term(N_("Regions of the EU side")),
        "regions partner": Term(N_("Regions of the partner side")),
        "countries": Term(N_("Countries and territories of both sides")),
        "countries EU": Term(N_("Countries of the EU side")),
        "countries partner": Term(N_("Countries and territories of the partner side")),
        "action plans": Term(N_("Action plans")),
        "agreements": Term(N_("Agreements")),
        "case studies": Term(N_("Case studies")),
        "networking events": Term(N_("Networking events")),
        "study visits": Term(N_("Study visits")),
        "webinars": Term(N_("Webinars")),
        "networks": Term(N_("Networks")),
    },
    # What the programme counted, where it published a total.
    "indicators": {
        "abc_turin_credit_sought_eur": Term(N_("Credit that Turin’s consortium sought, in euro")),
        "action_plan_summaries": Term(N_("Summaries of action plans")),
        "action_plans": Term(N_("Action plans")),
        "agreements": Term(N_("Agreements")),
        "applicant_cities_eu": Term(N_("Applicant cities of the EU")),
        "applicant_cities_partner": Term(N_("Applicant cities of partner countries")),
        "budget_eur": Term(N_("Budget in euro")),
        "case_studies": Term(N_("Case studies")),
        "chinese_cities_intro_event": Term(N_("Chinese cities at the introductory event")),
        "circular_economy_stocktake_cities": Term(N_("Cities in the stocktake of the circular economy")),
        "circular_pilot_concepts_malaysia": Term(N_("Concepts of circular pilots in Malaysia")),
        "cities": Term(N_("Cities")),
        "cities_and_regions": Term(N_("Cities and regions")),
        "cities_and_regions_at_brussels_event": Term(N_("Cities and regions at the event in Brussels")),
        "cities_and_regions_eu": Term(N_("Cities and regions of the EU")),
        "cities_and_regions_partner": Term(N_("Partner cities and regions")),
        "cities_asia": Term(N_("Cities in Asia")),
        "cities_at_barcelona_event": Term(N_("Cities at the event in Barcelona")),
        "cities_at_brussels_event": Term(N_("Cities at the event in Brussels")),
        "cities_at_fortaleza_event": Term(N_("Cities at the event in Fortaleza")),
        "cities_at_mannheim_event": Term(N_("Cities at the event in Mannheim")),
        "cities_at_zaragoza_event": Term(N_("Cities at the event in Zaragoza")),
        "cities_circular_economy_malaysia": Term(N_("Malaysian cities in work on the circular economy")),
        "cities_eu": Term(N_("Cities of the EU")),
        "cities_eu_japan": Term(N_("Cities of the EU that work with Japan")),
        "cities_flood_management": Term(N_("Cities in work on floods")),
        "cities_in_pairings": Term(N_("Cities in pairings")),
        "cities_in_pairings_canada": Term(N_("Canadian cities in pairings")),
        "cities_launch_event": Term(N_("Cities at the launch event")),
        "cities_partner": Term(N_("Partner cities")),
        "cities_partner_australia": Term(N_("Partner cities in Australia")),
        "cities_partner_canada": Term(N_("Partner cities in Canada")),
        "cities_partner_japan": Term(N_("Partner cities in Japan")),
        "cities_partner_mexico": Term(N_("Partner cities in Mexico")),
        "cities_partner_us": Term(N_("Partner cities in the United States")),
        "cities_planned": Term(N_("Cities (planned)")),
        "city_groups_japan": Term(N_("Groups of cities with Japan")),
        "city_groups_new_zealand": Term(N_("Groups of cities with New Zealand")),
        "city_pairings": Term(N_("Pairings of cities")),
        "city_pairings_planned": Term(N_("Pairings of cities (planned)")),
        "climate_action_plans": Term(N_("Climate action plans")),
        "climate_action_plans_malaysia": Term(N_("Climate action plans in Malaysia")),
        "climate_pilot_cities_southeast_asia": Term(N_("Pilot cities for climate work in South-East Asia")),
        "comparative_studies": Term(N_("Comparative studies")),
        "competitive_fund_grant_eur": Term(N_("Grant of the competitive fund in euro")),
        "countries": Term(N_("Countries")),
        "countries_at_fortaleza_event": Term(N_("Countries at the event in Fortaleza")),
        "countries_eu": Term(N_("Countries of the EU")),
        "countries_partner": Term(N_("Partner countries")),
        "delegates_urban_future": Term(N_("Delegates at Urban Future")),
        "duration_years": Term(N_("Duration in years")),
        "evaluation_contract_budget": Term(N_("Budget of the evaluation contract")),
        "events": Term(N_("Events")),
        "exchanges_dublin_seoul": Term(N_("Exchanges between Dublin and Seoul")),
        "first_round_pairings_presenting_results": Term(
            N_("Pairings of the first round that presented results")
        ),
        "food_policy_webinars": Term(N_("Webinars on food policy")),
        "global_covenant_signatories": Term(N_("Signatories of the Global Covenant of Mayors")),
        "guidelines": Term(N_("Guidelines")),
        "handbooks": Term(N_("Handbooks")),
        "knowledge_products": Term(N_("Knowledge products")),
        "local_and_regional_governments_planned": Term(N_("Local and regional governments (planned)")),
        "metro_areas_climate_leaders_workshop": Term(
            N_("Metropolitan areas at the workshop of climate leaders")
        ),
        "networking_events": Term(N_("Networking events")),
        "online_sessions": Term(N_("Online sessions")),
        "open_dialogues_experts": Term(N_("Experts heard in open dialogues")),
        "open_dialogues_webinars": Term(N_("Webinars of the open dialogues")),
        "pairing_budget_eur": Term(N_("Budget of one pairing in euro")),
        "pairings": Term(N_("Pairings")),
        "pairings_continued_in_next_phase": Term(N_("Pairings continued in the next phase")),
        "participants": Term(N_("Participants")),
        "partnerships_planned": Term(N_("Partnerships (planned)")),
        "pilot_cities_and_regions": Term(N_("Pilot cities and regions")),
        "pilot_cities_regions_at_event": Term(N_("Pilot cities and regions at the event")),
        "pilot_projects_stuttgart_taicang": Term(N_("Pilot projects of Stuttgart and Taicang")),
        "press_releases": Term(N_("Press releases")),
        "region_exchanges": Term(N_("Exchanges between regions")),
        "region_pairings": Term(N_("Pairings of regions")),
        "regions": Term(N_("Regions")),
        "regions_at_fortaleza_event": Term(N_("Regions at the event in Fortaleza")),
        "regions_eu": Term(N_("Regions of the EU")),
        "regions_partner": Term(N_("Partner regions")),
        "regions_partner_argentina": Term(N_("Partner regions in Argentina")),
        "regions_partner_australia": Term(N_("Partner regions in Australia")),
        "regions_partner_new_zealand": Term(N_("Partner regions in New Zealand")),
        "secap_lima_municipalities": Term(N_("Municipalities at the workshop on climate plans in Lima")),
        "secap_san_jose_representatives": Term(
            N_("Representatives at the workshop on climate plans in San José")
        ),
        "students_in_follow_up_course": Term(N_("Students in the follow-up course")),
        "study_visits": Term(N_("Study visits")),
        "takeaways": Term(N_("Takeaways")),
        "thematic_clusters": Term(N_("Thematic clusters")),
        "thematic_events": Term(N_("Thematic events")),
        "thematic_networks": Term(N_("Thematic networks")),
        "visitors_at_programme_booth": Term(N_("Visitors at the programme’s booth")),
        "visitors_yangzhou_expo": Term(N_("Visitors of the exposition in Yangzhou")),
        "webinars": Term(N_("Webinars")),
    },
    # Tables of the dataset, as what one of their rows is.
    "tables": {
        "pairings": Term(N_("Pairing"), N_("Pairings"), ngettext_noop("{count} pairing", "{count} pairings")),
        "pairing_members": Term(
            N_("Member"), N_("Members"), ngettext_noop("{count} member", "{count} members")
        ),
        "activities": Term(
            N_("Activity"), N_("Activities"), ngettext_noop("{count} activity", "{count} activities")
        ),
        "places": Term(N_("Place"), N_("Places"), ngettext_noop("{count} place", "{count} places")),
        "countries": Term(
            N_("Country or territory"),
            N_("Countries and territories"),
            ngettext_noop("{count} country or territory", "{count} countries and territories"),
        ),
        "regions": Term(N_("Region"), N_("Regions"), ngettext_noop("{count} region", "{count} regions")),
        "editions": Term(
            N_("Programme in a region"),
            N_("Programmes in a region"),
            ngettext_noop("{count} programme in a region", "{count} programmes in a region"),
        ),
        "contributions": Term(
            N_("Link to a goal"),
            N_("Links to goals"),
            ngettext_noop("{count} link to a goal", "{count} links to goals"),
        ),
        "stakeholders": Term(
            N_("Stakeholder"),
            N_("Stakeholders"),
            ngettext_noop("{count} stakeholder", "{count} stakeholders"),
        ),
        "thematic_networks": Term(
            N_("Network"), N_("Networks"), ngettext_noop("{count} network", "{count} networks")
        ),
        "network_members": Term(
            N_("Participant of a network"),
            N_("Participants of networks"),
            ngettext_noop("{count} participant of networks", "{count} participants of networks"),
        ),
        "reported_figures": Term(
            N_("Published total"),
            N_("Published totals"),
            ngettext_noop("{count} published total", "{count} published totals"),
        ),
        "gaps": Term(N_("Note"), N_("Notes"), ngettext_noop("{count} note", "{count} notes")),
        "sources": Term(N_("Source"), N_("Sources"), ngettext_noop("{count} source", "{count} sources")),
        "themes": Term(N_("Theme"), N_("Themes"), ngettext_noop("{count} theme", "{count} themes")),
        "goals": Term(N_("Goal"), N_("Goals"), ngettext_noop("{count} goal", "{count} goals")),
        "agendas": Term(N_("Agenda"), N_("Agendas"), ngettext_noop("{count} agenda", "{count} agendas")),
        "thematic_clusters": Term(
            N_("Theme group"),
            N_("Theme groups"),
            ngettext_noop("{count} theme group", "{count} theme groups"),
        ),
        "pairing_themes": Term(
            N_("Label of a pairing"),
            N_("Labels of pairings"),
            ngettext_noop("{count} label of pairings", "{count} labels of pairings"),
        ),
        "activity_themes": Term(
            N_("Label of an activity"),
            N_("Labels of activities"),
            ngettext_noop("{count} label of activities", "{count} labels of activities"),
        ),
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
