"""Which cautions the rows of an exhibit call for by themselves, whatever it shows of them."""

from __future__ import annotations

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Answer
from iurc_dash.forms import ArcMap, Axis, Bars, Form, Matrix
from iurc_dash.kept import derived
from iurc_dash.quantities import Count
from iurc_dash.reading import rows_in
from iurc_dash.view import View, Where


def cautions_for(view: View, answer: Answer) -> tuple[str, ...]:
    """Keys of the cautions that the counted rows of an answer call for."""
    return tuple(key for key, is_needed in _RULES if is_needed(view, answer))


def _phase_running(view: View, answer: Answer) -> bool:
    return not view.running_editions.isdisjoint(_editions_of(view, answer.counted))


def _editions_of(view: View, counted: Count) -> frozenset[str]:
    """Editions that the counted pairings and activities are counted under."""
    homes = {"pairings": view.pairing_editions, "activities": view.activity_editions}
    return frozenset(
        home for table in homes for home in map(homes[table].get, counted.in_rows_of(table)) if home
    )


def _mexico_two_regions(view: View, answer: Answer) -> bool:
    """Whether a figure by region spans phases, and one of its regions shared a country with another in a phase."""
    if not _is_by_region(answer.form):
        return False
    where = [view.where(edition) for edition in _editions_of(view, answer.counted)]
    shared = regions_sharing_a_country(view.whole)
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
def regions_sharing_a_country(dataset: Dataset) -> frozenset[str]:
    """Regions that in one phase had partners of a country of which another region had partners too."""
    where = {
        edition: Where(phase, region)
        for edition, phase, region in rows_in(dataset["editions"], "edition_id", "phase_id", "region_id")
    }
    edition_of = dict(rows_in(dataset["pairings"], "pairing_id", "edition_id"))
    country_of = dict(rows_in(dataset["places"], "place_id", "country_code"))
    found: dict[tuple[str, str], set[str]] = {}
    for pairing, place, side in rows_in(dataset["pairing_members"], "pairing_id", "place_id", "side"):
        if side == "partner":
            phase, region = where[edition_of[pairing]]
            found.setdefault((phase, country_of[place]), set()).add(region)
    return frozenset(region for regions in found.values() if len(regions) > 1 for region in regions)


def _united_kingdom(view: View, answer: Answer) -> bool:
    return not pairings_with_former_member_states(view.whole).isdisjoint(
        answer.counted.in_rows_of("pairings")
    )


@derived
def pairings_with_former_member_states(dataset: Dataset) -> frozenset[str]:
    """Pairings with a member on the EU side whose country is no member state today."""
    countries, places = dataset["countries"], dataset["places"]
    outside = set(countries.loc[countries["eu_member_phase_1"] & ~countries["is_eu_member"], "country_code"])
    there = set(places.loc[places["country_code"].isin(outside), "place_id"])
    members = rows_in(dataset["pairing_members"], "pairing_id", "place_id", "side")
    return frozenset(pairing for pairing, place, side in members if side == "EU" and place in there)


_RULES = (
    ("phase_running", _phase_running),
    ("united_kingdom", _united_kingdom),
    ("mexico_two_regions", _mexico_two_regions),
)
