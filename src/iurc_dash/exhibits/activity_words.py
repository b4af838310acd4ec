"""What readers call kinds of activity and the ways they were held."""

from __future__ import annotations

from iurc_dash.language import N_, _

KINDS = {
    "networking event": N_("Networking event"),
    "conference": N_("Conference"),
    "webinar": N_("Webinar"),
    "training": N_("Training session"),
    "study visit": N_("Study visit"),
    "bilateral meeting": N_("Bilateral meeting"),
    "publication": N_("Publication"),
    "case study": N_("Case study"),
    "action plan": N_("Action plan"),
    "pilot project": N_("Pilot project"),
    "agreement": N_("Agreement"),
    "call for applications": N_("Call for applications"),
    "other": N_("Other"),
}
MANY_OF_KIND = {
    "networking event": N_("Networking events"),
    "conference": N_("Conferences"),
    "webinar": N_("Webinars"),
    "training": N_("Training sessions"),
    "study visit": N_("Study visits"),
    "bilateral meeting": N_("Bilateral meetings"),
    "publication": N_("Publications"),
    "case study": N_("Case studies"),
    "action plan": N_("Action plans"),
    "pilot project": N_("Pilot projects"),
    "agreement": N_("Agreements"),
    "call for applications": N_("Calls for applications"),
    "other": N_("Other activities"),
}
MODES = {
    "in person": N_("In person"),
    "hybrid": N_("Hybrid"),
    "online": N_("Online"),
    "": N_("Not recorded"),
}


def kind_name(kind: str) -> str:
    """'Webinar'."""
    return _(KINDS[kind])


def kind_names(kind: str) -> str:
    """'Webinars'."""
    return _(MANY_OF_KIND[kind])


def mode_name(mode: str) -> str:
    """'In person'; a blank mode is 'Not recorded'."""
    return _(MODES[mode])


def within_sentence(names: list[str]) -> list[str]:
    """Names of kinds as they stand within a sentence: the first is not touched, the rest begin small."""
    return [*names[:1], *(name[:1].lower() + name[1:] for name in names[1:])]
