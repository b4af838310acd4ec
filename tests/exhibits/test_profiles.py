"""A profile is exhibits in order, each of which takes what the profile is about."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset

from iurc_dash.exhibits.profiles import PROFILES, profile
from iurc_dash.exhibits.register import ExhibitError, entry_of
from iurc_dash.forms import ArcMap, TwoSides
from iurc_dash.view import view_of

KEYS = {"edition": "NA-2", "pairing": "na-2-testville-sampleton-demo-city", "place": "sampleton-it"}


@pytest.mark.parametrize("subject", PROFILES)
def test_every_part_of_a_profile_is_registered_and_takes_its_subject(subject: str) -> None:
    for id in PROFILES[subject]:
        parameters = {parameter.name: parameter for parameter in entry_of(id).parameters}
        assert subject in parameters, id
        assert not any(p.required for name, p in parameters.items() if name != subject), id


@pytest.mark.parametrize("subject", PROFILES)
def test_a_profile_is_its_exhibits_in_order(subject: str) -> None:
    view = view_of(artificial_dataset())
    made = profile(view, subject, KEYS[subject])
    assert tuple(exhibit.id for exhibit in made) == PROFILES[subject]
    assert all(exhibit.parameters[subject] == KEYS[subject] for exhibit in made)
    with pytest.raises(ExhibitError):
        profile(view, subject, "nobody-knows")


def test_a_pairing_has_the_colour_of_its_region_in_its_head_and_on_its_map() -> None:
    made = {
        exhibit.id: exhibit.form
        for exhibit in profile(view_of(artificial_dataset()), "pairing", KEYS["pairing"])
    }
    head, arcs = made["pairings/members"], made["pairings/on-map"]
    assert isinstance(head, TwoSides) and isinstance(arcs, ArcMap)
    assert {pairing.colour for pairing in arcs.pairings} == {head.colour}
