"""What is said of the countries that partners come from, and of how far their pairings are recorded at all."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibits.sentences import (
    Wording,
    join_sentences,
    name_few,
    say_by_phase,
    say_standing,
)
from iurc_dash.language import N_, _, format_number
from iurc_dash.metrics.map import Coverage, pairings_by_partner_country, partner_coverage
from iurc_dash.metrics.ranking import Standing, standing
from iurc_dash.view import View

WORDING = Wording(
    all=(
        N_("Partner in the one pairing recorded: {names}."),
        N_("Partner in both recorded pairings: {names}."),
        N_("Partner in each of the {whole} recorded pairings: {names}."),
    ),
    once=N_("Partner in one recorded pairing each: {names}."),
    even=N_("Partner in {count} recorded pairings each: {names}."),
    lead=N_("Partner more often than any other: {names}, in {share} recorded pairings."),
    most=N_("Partner in {share} recorded pairings: {names}, before {next}."),
    tie=N_("Partner most often: {names}, each in {share} recorded pairings."),
)


def say_partners(view: View) -> str:
    """Which countries are partner most often."""
    return say_standing(_standing(view), WORDING, name_few(view.words.country_within, "countries"))


def _standing(view: View) -> Standing:
    tally = pairings_by_partner_country(view)
    countries = sorted(tally.keys("country"), key=lambda country: view.say("countries", country))
    return standing({country: tally.at(country) for country in countries}, tally.whole)


def say_coverage(view: View) -> str:
    """Of which countries that are first, or would be, so few pairings are recorded that they may be misplaced.

    What is recorded of whole programmes in a region says nothing where pairings are chosen by what they are.
    """
    chosen, tally, found = view.selection, pairings_by_partner_country(view), _standing(view)
    is_by_member = chosen.countries or chosen.clusters or chosen.goals or chosen.kinds
    if is_by_member or found.kind not in ("lead", "most", "tie"):
        return ""
    return join_sentences(
        *(
            _say_coverage(view, country, coverage)
            for country, coverage in countries_below_half(view).items()
            if tally.at(country) and tally.at(country).value + _missing(coverage) >= found.count.value
        )
    )


def countries_below_half(view: View) -> Mapping[str, tuple[Coverage, ...]]:
    """Countries of whose partner places that the programme counted fewer than half have a recorded pairing."""
    by_country: dict[str, tuple[Coverage, ...]] = {}
    for coverage in partner_coverage(view):
        by_country[coverage.country_code] = (*by_country.get(coverage.country_code, ()), coverage)
    return {
        country: of_country
        for country, of_country in by_country.items()
        if 2 * sum(coverage.recorded.value for coverage in of_country)
        < sum(int(coverage.counted.value) for coverage in of_country)
    }


def _missing(of_country: tuple[Coverage, ...]) -> int:
    return sum(int(coverage.counted.value) - coverage.recorded.value for coverage in of_country)


def _say_coverage(view: View, country: str, of_country: tuple[Coverage, ...]) -> str:
    """'China: fewer than half of the partner places ... have a recorded pairing (Phase 1: 9 of 17; ...).'"""
    counts = say_by_phase(
        view,
        (
            (
                coverage.phase_id,
                _("{part} of {whole}").format(
                    part=format_number(coverage.recorded.value),
                    whole=format_number(int(coverage.counted.value)),
                ),
            )
            for coverage in of_country
        ),
    )
    return _(
        "{country}: fewer than half of the partner places that the programme counted have a recorded pairing "
        "({counts})."
    ).format(country=view.say("countries", country), counts=counts)
