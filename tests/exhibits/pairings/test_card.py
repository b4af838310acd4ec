"""A pairing in short: its members, and what is recorded of it; what is not is left out."""

from __future__ import annotations

from artificial_pairings import Pairing, made, with_pairings

from iurc_dash.forms import Facts
from iurc_dash.quantities import Count


def test_it_tells_members_themes_and_both_ways_in_which_goals_are_known() -> None:
    dataset = with_pairings(Pairing(themes=("water",), stated=("sdg-6",), inferred=("sdg-6", "sdg-11")))
    form = made(dataset, "pairings/card", parameters={"pairing": "p1"}).form
    assert isinstance(form, Facts)
    told = {column.key: cell for column, cell in form.terms}
    assert told["members"] == ("testville-pt", "demo-city-us")
    assert told["themes"] == ("water",)
    assert told["stated_goals"] == ("sdg-6",) and told["inferred_goals"] == ("sdg-11",)
    assert isinstance(told["activities"], Count) and told["activities"].value == 0
    assert "period" not in told


def test_of_many_themes_a_card_names_a_few_and_its_page_all() -> None:
    form = made(with_pairings(Pairing()), "pairings/card", parameters={"pairing": "p1"}).form
    assert isinstance(form, Facts)
    assert not {"themes", "stated_goals", "inferred_goals"} & {column.key for column, _cell in form.terms}
