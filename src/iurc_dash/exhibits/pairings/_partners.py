"""What is said of the countries that partners come from, and of how far their pairings are recorded at all."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibits.sentences import join_names, part_of_whole, say_by_phase
from iurc_dash.language import _, format_number
from iurc_dash.metrics.map import Coverage, pairings_by_partner_country, partner_coverage
from iurc_dash.metrics.ranking import Standing, standing
from iurc_dash.quantities import Share
from iurc_dash.view import View

# More than so many countries that have one pairing each are counted and not named.
MOST_NAMED = 3


def say_partners(view: View) -> str:
    """Which countries are partner most often, and of which so few pairings are recorded that they may be misplaced."""
    tally = pairings_by_partner_country(view)
    counts = {country: tally.at(country).value for country in tally.keys("country")}
    found = standing(counts, tally.whole.value)
    share = part_of_whole(Share(tally.at(found.first[0]), tally.whole))
    said = _say_standing(view, found, share, tally.whole.value)
    if found.kind not in ("lead", "most", "tie"):
        return said
    doubtful = {
        country: coverage
        for country, coverage in countries_below_half(view).items()
        if country in counts
        and (country in found.first or counts[country] + _missing(coverage) >= found.count)
    }
    return " ".join([said, *(_say_coverage(view, country, doubtful[country]) for country in doubtful)])


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


def _say_standing(view: View, found: Standing, share: str, whole: int) -> str:
    names = [view.say("countries", country) for country in found.first]
    values = {"names": join_names(names), "share": share, "count": format_number(len(names))}
    if whole == 1:
        return _("Partner in the one pairing recorded: {names}.").format(**values)
    match found.kind:
        case "only" if whole == 2:
            return _("Partner in both recorded pairings: {names}.").format(**values)
        case "only":
            message = _("Partner in each of the {whole} recorded pairings: {names}.")
            return message.format(whole=format_number(whole), **values)
        case "once" if len(names) > MOST_NAMED:
            message = _("{count} countries and territories are partner in one recorded pairing each.")
            return message.format(**values)
        case "once":
            return _("Partner in one recorded pairing each: {names}.").format(**values)
        case "lead":
            message = _("Partner more often than any other: {names}, in {share} recorded pairings.")
            return message.format(**values)
        case "most":
            message = _(
                "Partner most often, little ahead of the next: {names}, in {share} recorded pairings."
            )
            return message.format(**values)
        case _tie:
            return _("Partner most often: {names}, each in {share} recorded pairings.").format(**values)


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
