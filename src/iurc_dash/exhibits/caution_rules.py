"""Which cautions the rows of an exhibit call for by themselves, whatever it shows of them."""

from __future__ import annotations

from iurc_dash.quantities import Count
from iurc_dash.reading import rows_in
from iurc_dash.view import View


def cautions_for(view: View, counted: Count) -> tuple[str, ...]:
    """Keys of the cautions that counted rows call for."""
    return tuple(key for key, is_needed in _RULES if is_needed(view, counted))


def _phase_running(view: View, counted: Count) -> bool:
    return any(
        view.pairing_editions.get(key, view.activity_editions.get(key, "")) in view.running_editions
        for table in ("pairings", "activities")
        for key in counted.in_rows_of(table)
    )


def _united_kingdom(view: View, counted: Count) -> bool:
    """Whether a counted pairing has a member on the EU side whose country is no member state today."""
    pairings = set(counted.in_rows_of("pairings"))
    countries = view.whole["countries"]
    outside = set(countries.loc[countries["eu_member_phase_1"] & ~countries["is_eu_member"], "country_code"])
    of_place = view.words.countries_of_places
    members = (
        rows_in(view["pairing_members"], "pairing_id", "place_id", "side") if pairings and outside else ()
    )
    return any(
        side == "EU" and pairing in pairings and of_place.get(place) in outside
        for pairing, place, side in members
    )


_RULES = (("phase_running", _phase_running), ("united_kingdom", _united_kingdom))
