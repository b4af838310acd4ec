"""What readers call the totals that the programme published; their collected names are like `cities_partner_japan`."""

from __future__ import annotations

import re

from iurc_dash.language import N_, _

# Indicators whose words do not follow from their parts.
INDICATORS = {
    "action_plan_summaries": N_("Summaries of action plans"),
    "budget_eur": N_("Budget in euro"),
    "circular_economy_stocktake_cities": N_("Cities in the stocktake of the circular economy"),
    "cities_launch_event": N_("Cities at the launch event"),
    "duration_years": N_("Duration in years"),
    "first_round_pairings_presenting_results": N_("Pairings of the first round that presented results"),
    "open_dialogues_experts": N_("Experts heard in open dialogues"),
    "pairing_budget_eur": N_("Budget of one pairing in euro"),
    "pilot_cities_regions_at_event": N_("Pilot cities and regions at the event"),
    "pilot_projects_stuttgart_taicang": N_("Pilot projects of Stuttgart and Taicang"),
    "pairings_continued_in_next_phase": N_("Pairings continued in the next phase"),
}
COUNTRIES = {
    "argentina": N_("Argentina"),
    "australia": N_("Australia"),
    "canada": N_("Canada"),
    "japan": N_("Japan"),
    "mexico": N_("Mexico"),
    "new_zealand": N_("New Zealand"),
    "us": N_("United States"),
}
_COUNTRY = re.compile(rf"_({'|'.join(COUNTRIES)})$")
_EVENT = re.compile(r"_at_([a-z]+)_event$")


def indicator_name(indicator: str) -> str:
    """An indicator in readers' words: 'cities_partner_japan' -> 'Partner cities, Japan'.

    A name without known parts gets spaces and a capital, so that a new one reads well too.
    """
    if indicator in INDICATORS:
        return _(INDICATORS[indicator])
    name, ending = indicator, ""
    if country := _COUNTRY.search(name):
        name, ending = name[: country.start()], f", {_(COUNTRIES[country[1]])}"
    elif event := _EVENT.search(name):
        name, ending = (
            name[: event.start()],
            " " + _("at the event in {city}").format(city=event[1].capitalize()),
        )
    elif name.endswith("_planned"):
        name, ending = name.removesuffix("_planned"), " " + _("(planned)")
    words = name.replace("_", " ")
    if words.endswith(" partner"):
        words = _("partner {things}").format(things=words.removesuffix(" partner"))
    elif words.endswith(" eu"):
        words = _("{things} of the EU").format(things=words.removesuffix(" eu"))
    return words[:1].upper() + words[1:] + ending
