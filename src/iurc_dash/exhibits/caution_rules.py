"""Which cautions the rows of an exhibit call for by themselves, whatever it shows of them."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.cautions import caution_text
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Answer
from iurc_dash.forms import ArcMap, Axis, Bars, Form, Matrix
from iurc_dash.kept import derived
from iurc_dash.language import format_names
from iurc_dash.narrowing import countries_that_left
from iurc_dash.quantities import Count
from iurc_dash.reading import rows_in
from iurc_dash.view import View, Where


def cautions_for(view: View, answer: Answer) -> Mapping[str, str]:
    """The cautions of an answer and those that its counted rows call for: key -> text."""
    by_rule = (key for key, is_needed in _RULES.items() if is_needed(view, answer))
    return {key: say_caution(view, key) for key in (*answer.cautions, *by_rule)}


def say_caution(view: View, key: str) -> str:
    """A caution in the reader's language; blank where it is of countries and no country calls for it."""
    if key not in _COUNTRIES:
        return caution_text(key)
    countries = [view.words.country_within(code) for code in sorted(_COUNTRIES[key](view.whole))]
    return caution_text(key).format(countries=format_names(countries)) if countries else ""


def _phase_running(view: View, answer: Answer) -> bool:
    return not view.running_editions.isdisjoint(_editions_of(view, answer.counted))


def _editions_of(view: View, counted: Count) -> frozenset[str]:
    """Editions that the counted pairings and activities are counted under."""
    homes = {"pairings": view.pairing_editions, "activities": view.activity_editions}
    return frozenset(
        home for table in homes for home in map(homes[table].get, counted.in_rows_of(table)) if home
    )


def _country_in_two_regions(view: View, answer: Answer) -> bool:
    """Whether a figure by region spans phases, and one of its regions shared a country with another in a phase."""
    if not _is_by_region(answer.form):
        return False
    where = [view.where(edition) for edition in _editions_of(view, answer.counted)]
    shared = {region for regions in countries_in_two_regions(view.whole).values() for region in regions}
    return len({place.phase_id for place in where}) > 1 and any(place.region_id in shared for place in where)


def _is_by_region(form: Form | None) -> bool:
    axes: tuple[Axis, ...] = ()
    if isinstance(form, Matrix):
        axes = (form.rows, form.columns)
    elif isinstance(form, Bars):
        axes = (form.axis,)
    elif isinstance(form, ArcMap):
        return any(entry.colour.startswith("region-") for entry in form.legend)
    return any(axis.facet == "regions" for axis in axes)


@derived
def countries_in_two_regions(dataset: Dataset) -> Mapping[str, frozenset[str]]:
    """Countries of which in one phase several regions had partners, with these regions."""
    where = {
        edition: Where(phase, region)
        for edition, phase, region in rows_in(dataset["editions"], "edition_id", "phase_id", "region_id")
    }
    edition_of = dict(rows_in(dataset["pairings"], "pairing_id", "edition_id"))
    country_of = dict(rows_in(dataset["places"], "place_id", "country_code"))
    regions: dict[tuple[str, str], set[str]] = {}
    for pairing, place, side in rows_in(dataset["pairing_members"], "pairing_id", "place_id", "side"):
        if side == "partner":
            phase, region = where[edition_of[pairing]]
            regions.setdefault((country_of[place], phase), set()).add(region)
    found: dict[str, frozenset[str]] = {}
    for (country, _phase), of_phase in regions.items():
        if len(of_phase) > 1:
            found[country] = found.get(country, frozenset()) | of_phase
    return found


def _former_members(view: View, answer: Answer) -> bool:
    pairings = {pairing for found in former_members(view.whole).values() for pairing in found}
    return not pairings.isdisjoint(answer.counted.in_rows_of("pairings"))


@derived
def former_members(dataset: Dataset) -> Mapping[str, frozenset[str]]:
    """Countries that are no member state today, with their pairings on the EU side."""
    outside = countries_that_left(dataset)
    country_of = dict(rows_in(dataset["places"], "place_id", "country_code"))
    found: dict[str, frozenset[str]] = {}
    for pairing, place, side in rows_in(dataset["pairing_members"], "pairing_id", "place_id", "side"):
        if side == "EU" and country_of[place] in outside:
            found[country_of[place]] = found.get(country_of[place], frozenset()) | {pairing}
    return found


_RULES = {
    "phase_running": _phase_running,
    "former_members": _former_members,
    "country_in_two_regions": _country_in_two_regions,
}
# Cautions that name countries, and which the data calls for them.
_COUNTRIES = {"former_members": former_members, "country_in_two_regions": countries_in_two_regions}
