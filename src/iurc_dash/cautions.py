"""The standing remarks that numbers need, by key: said once here, shown wherever a number needs them."""

from __future__ import annotations

from iurc_dash.language import N_, _

CAUTIONS: dict[str, str] = {
    "recorded_only": N_(
        "Counts are of what public pages show. The programme’s own totals are higher where pages could not be read."
    ),
    "year_only": N_(
        "For some rows only a year or a month is known; they are placed within it, not on a day."
    ),
    "undated": N_("Rows without any date are counted and listed, but cannot be drawn on a time line."),
    "inferred_goals": N_(
        "Most links to goals are our reading of what was worked on. Only stated links come from the source itself."
    ),
    "several_themes": N_(
        "A pairing can work on several themes, so the parts add up to more than the pairings."
    ),
    "several_goals": N_(
        "A pairing can be linked to several goals, so the parts add up to more than the pairings."
    ),
    "several_countries": N_(
        "A pairing can have members from several countries or territories, so the parts add up to more than the "
        "pairings."
    ),
    "partner_coverage": N_(
        "Of some countries or territories fewer than half of the partner places that the programme counted have a "
        "recorded pairing, so they stand lower than they should."
    ),
    "theme_as_named": N_(
        "Only what names the circular economy itself is counted; waste management and sustainable consumption are "
        "themes of their own."
    ),
    "links_by_subject": N_(
        "A pairing or activity counts once for each goal, however many rows say so; rows on themes, whole "
        "programmes and their regions are listed and not counted."
    ),
    "agenda_as_whole": N_(
        "Some sources name an agenda as a whole and no goal of it; they are counted apart."
    ),
    "programme_wide": N_(
        "An event that several programmes in a region recorded is counted once, under the one it belongs to or as "
        "programme-wide; choosing a region shows the programme-wide events that it recorded too."
    ),
    "former_members": N_(
        "Places in {countries} are on the EU side of their pairings, as the programme has them, though no longer in it."
    ),
    "pandemic_years": N_("In 2020 and 2021 the pandemic left many no other way to meet than online."),
    "phase_running": N_(
        "A phase that still runs is not final: its numbers stand for what is recorded so far."
    ),
    "stakeholders_partial": N_(
        "Stakeholders were recorded for some pairings and activities only, mostly recent ones. Who was only visited "
        "or met, where a source says so, does not count as taking part."
    ),
    "approximate_position": N_(
        "A region is placed at its seat or its centre; what has no sensible point is listed beside the map."
    ),
    "boundaries": N_(
        "Names and boundaries shown imply no opinion on the legal status of any territory or on its frontiers."
    ),
    "curved_lines": N_(
        "Lines join those who work together; they are bent so that many can be told apart, and show no way that "
        "anybody travelled."
    ),
    "country_in_two_regions": N_(
        "Partners in {countries} belonged to the programmes of two regions in the same phase, so regions are not the "
        "same from phase to phase."
    ),
    "phases_differ": N_(
        "The phases were open to different countries and cut into different regions, so a region’s share can change "
        "though its own work does not."
    ),
}


def caution_text(key: str) -> str:
    """The remark in the reader's language, with {countries} where the data says which; an unknown key raises KeyError.

    What is said under an exhibit is in `Exhibit.cautions`, with the countries.
    """
    return _(CAUTIONS[key])
