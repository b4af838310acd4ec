"""Every pairing as a mark: each once, by region and phase, those of three or more in another shape."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.exhibits.overview import every_pairing
from iurc_dash.forms import Matrix, UnitChart

ID = "overview/every-pairing"


def chart(**chosen: Any) -> UnitChart:
    form = made(artificial_dataset(), ID, **chosen).form
    assert isinstance(form, UnitChart)
    return form


def test_each_pairing_is_one_mark_of_its_region_earliest_phase_first() -> None:
    form = chart()
    marks = Counter(unit.row.key for group in form.groups for unit in group.units)
    assert set(marks.values()) == {1} and len(marks) == 7
    north = next(group for group in form.groups if group.key == "NA")
    assert [unit.look.colour for unit in north.units] == ["phase-1", "phase-1", "phase-2", "phase-3"]
    assert north.total.value == 4
    # A region without a pairing has no group.
    assert "ALL" not in [group.key for group in form.groups]


def test_three_or_more_members_have_another_shape_and_the_key_says_so() -> None:
    shapes = {unit.row.key: unit.look.shape for group in chart().groups for unit in group.units}
    assert shapes["na-2-testville-sampleton-demo-city"] == shapes["lac-2-group-of-five"] == "diamond"
    assert Counter(shapes.values()) == {"square": 5, "diamond": 2}
    assert [sample.label for sample in chart().samples][-1] == "Three or more members"
    assert "Three or more members" not in [sample.label for sample in chart(phases=("1",)).samples]


@pytest.mark.parametrize(
    ("chosen", "finding"),
    [
        ({}, "7 pairings are recorded: 4 in Phase 1, 2 in Phase 2 and 1 so far in Phase 3."),
        ({"phases": ("1",)}, "4 pairings are recorded, all in Phase 1."),
        ({"phases": ("3",)}, "1 pairing is recorded, in Phase 3."),
        ({"regions": ("JP",), "phases": ("3",)}, "No pairing matches."),
    ],
)
def test_sentences_at_none_one_and_many(chosen: dict[str, Any], finding: str) -> None:
    exhibit = made(artificial_dataset(), ID, **chosen)
    assert_sound(exhibit)
    assert exhibit.finding == finding


def test_a_running_phase_is_not_only_its_pairings() -> None:
    assert (
        "2 more places take part through networks, without a pairing." in made(artificial_dataset(), ID).more
    )
    assert "networks" not in made(artificial_dataset(), ID, phases=("1",)).more
    assert made(one_row_dataset(), ID).more == "" and made(empty_dataset(), ID).is_empty


def test_more_than_can_be_told_apart_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every_pairing, "MOST_MARKS", 2)
    assert isinstance(made(with_pairings(*[Pairing()] * 2), ID).form, UnitChart)
    many = made(with_pairings(*[Pairing()] * 3), ID)
    assert isinstance(many.form, Matrix)
    assert_sound(many)


def test_every_recorded_pairing_has_its_mark() -> None:
    dataset = recorded_dataset()
    form = made(dataset, ID).form
    assert isinstance(form, UnitChart)
    keys = [unit.row.key for group in form.groups for unit in group.units]
    assert sorted(keys) == sorted(dataset["pairings"]["pairing_id"])
