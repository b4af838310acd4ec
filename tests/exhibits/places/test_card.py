"""A place in short: partners in the order of the map, of what is shown and of nothing else."""

from __future__ import annotations

from artificial_pairings import made
from exhibit_checks import recorded_dataset

from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import Facts
from iurc_dash.geography.flat_maps import WORLD
from iurc_dash.metrics.map import from_left, positions
from iurc_dash.metrics.pairings import every_pairing
from iurc_dash.quantities import Count
from iurc_dash.tabular import Cell
from iurc_dash.view import view_of

HUB = "rome-it"


def terms(exhibit: Exhibit) -> dict[str, Cell]:
    assert isinstance(exhibit.form, Facts)
    return {column.key: cell for column, cell in exhibit.form.terms}


def card(place: str, **chosen: tuple[str, ...]) -> dict[str, Cell]:
    return terms(made(recorded_dataset(), "places/card", parameters={"place": place}, **chosen))


def test_partners_of_a_hub_stand_as_they_lie_on_the_map() -> None:
    partners = card(HUB)["partners"]
    assert isinstance(partners, tuple) and len(partners) > 5 and HUB not in partners
    records = every_pairing(view_of(recorded_dataset())).values()
    assert set(partners) == {one for record in records if HUB in record.places for one in record.places} - {
        HUB
    }
    points = [positions(recorded_dataset())[one] for one in partners]
    across = WORLD.positions([(point.longitude, point.latitude) for point in points])[:, 0].tolist()
    assert across == sorted(across)
    assert partners[0] == "calgary-ca" and partners[-1] == "yangzhou-cn"


def test_only_what_is_shown_is_told() -> None:
    whole, china = card(HUB), card(HUB, regions=("CN",))
    assert china["partners"] == ("yantai-cn", "yangzhou-cn")
    assert isinstance(whole["pairings"], Count) and isinstance(china["pairings"], Count)
    assert china["pairings"].value == 2 < whole["pairings"].value
    assert set(china["pairings"]) < set(whole["pairings"])
    # Nothing of it is in Japan, and that is no gap of the record.
    elsewhere = made(recorded_dataset(), "places/card", parameters={"place": HUB}, countries=("JP",))
    assert "partners" not in terms(elsewhere) and elsewhere.finding == "Rome is not part of what is shown."


def test_a_place_in_networks_only_has_no_partners_and_says_so() -> None:
    shown = made(recorded_dataset(), "places/card", parameters={"place": "toronto-ca"})
    told = terms(shown)
    assert shown.finding == "Toronto takes part through networks."
    assert "partners" not in told and isinstance(told["networks"], Count) and told["networks"].value > 0


def test_places_at_one_point_lead_to_each_other() -> None:
    at: dict[object, list[str]] = {}
    for place, point in positions(recorded_dataset()).items():
        at.setdefault(point, []).append(place)
    for together in [places for places in at.values() if len(places) > 1][:5]:
        for place in together:
            assert set(card(place)["here"]) == set(together) - {place}  # type: ignore[arg-type]
    assert "here" not in card("turin-it")


def test_a_place_without_a_position_comes_last() -> None:
    ranks = from_left(recorded_dataset())
    points = positions(recorded_dataset())
    nowhere = {place for place in ranks if place not in points}
    assert nowhere and min(ranks[place] for place in nowhere) == len(points)
    assert len(set(ranks.values())) == len(ranks)
