"""What holds for every exhibit of the register, whatever data and selection it is made from."""

from __future__ import annotations

import gc
import random
import weakref

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from exhibit_checks import LONGEST_FINDING, assert_evident, assert_sound, exhibits_of, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import ExhibitError, choices_of, entries, make
from iurc_dash.selection import Selection, choices
from iurc_dash.view import View, view_of

DATASETS = {"artificial": artificial_dataset, "empty": empty_dataset, "one row": one_row_dataset}
DRAWN = 60


def drawn_selections(dataset: Dataset, number: int, seed: int) -> list[Selection]:
    """Selections that a reader might make: a value or two of some facets."""
    draw = random.Random(seed)
    offered = {facet: list(keys) for facet, keys in choices(dataset).items()}
    found = []
    for _place in range(number):
        facets = draw.sample(sorted(offered), k=draw.choice((1, 1, 2, 3)))
        chosen = {
            facet: tuple(
                sorted(draw.sample(offered[facet], k=min(len(offered[facet]), draw.choice((1, 1, 2)))))
            )
            for facet in facets
        }
        found.append(Selection(**chosen, stated_only=draw.random() < 0.2, eu_today=draw.random() < 0.2))
    return found


@pytest.mark.parametrize("name", DATASETS)
def test_every_exhibit_is_sound(name: str) -> None:
    for exhibit in exhibits_of(view_of(DATASETS[name]())):
        assert_sound(exhibit)


@pytest.mark.slow
def test_every_exhibit_is_sound_on_the_recorded_data() -> None:
    for exhibit in exhibits_of(view_of(recorded_dataset())):
        assert_sound(exhibit)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_every_exhibit_is_sound_for_drawn_selections(part: int) -> None:
    for dataset in (recorded_dataset(), artificial_dataset()):
        for selection in drawn_selections(dataset, DRAWN // 4, seed=part):
            for exhibit in exhibits_of(view_of(dataset, selection)):
                assert_sound(exhibit)


@pytest.mark.slow
def test_whatever_is_chosen_of_the_recorded_data_has_a_title_that_is_one() -> None:
    view = view_of(recorded_dataset())
    for entry in entries().values():
        asked = [parameter for parameter in entry.parameters if parameter.required and parameter.choices]
        for parameter in asked if len(asked) == 1 else ():
            for choice in choices_of(view, entry.id, parameter.name):
                finding = make(view, entry.id, **{parameter.name: choice}).finding
                assert len(finding.split()) <= LONGEST_FINDING, (entry.id, finding)


def test_an_id_is_its_folder_and_a_name() -> None:
    for id, entry in entries().items():
        subject, slash, name = id.partition("/")
        assert slash and name == name.lower() and " " not in name
        assert entry.maker.__module__.split(".")[2] == subject, id
        assert entry.maker.__doc__, id


def test_a_wrong_id_or_parameter_is_told_in_a_sentence() -> None:
    view = view_of(artificial_dataset())
    for id, parameters in (
        ("no/such", {}),
        ("themes/clusters", {"made-up": "x"}),
        ("../themes", {}),
        ("", {}),
    ):
        with pytest.raises(ExhibitError, match="“"):
            make(view, id, **parameters)


def test_an_exhibit_is_made_once_for_a_view() -> None:
    view = view_of(artificial_dataset())
    assert make(view, "themes/clusters") is make(view, "themes/clusters")
    assert make(view, "themes/clusters") is not make(view.of(Selection(phases=("1",))), "themes/clusters")


def test_what_is_derived_from_a_dataset_dies_with_it() -> None:
    """A weak reference is gone once nobody holds the dataset, whatever was made from it before."""
    dataset = artificial_dataset().with_tables()
    for exhibit in exhibits_of(view_of(dataset, Selection(phases=("1",)))):
        assert exhibit.table is exhibit.table
    gone = weakref.ref(dataset)
    del dataset, exhibit
    gc.collect()
    assert gone() is None


def test_two_datasets_never_show_each_others_rows() -> None:
    """Exhibits of two datasets, made by turns, open rows of their own dataset alone."""
    datasets = [artificial_dataset(), one_row_dataset(), empty_dataset(), artificial_dataset()]
    for made in zip(*(exhibits_by_id(view_of(dataset)) for dataset in datasets), strict=True):
        assert {exhibit.id for exhibit in made} == {made[0].id}
        for exhibit, dataset in zip(made, datasets, strict=True):
            assert exhibit.view.whole is dataset
            assert_evident(exhibit)
        assert made[0].answer is made[3].answer
        assert made[1].answer.counted is not made[0].answer.counted or not made[0].answer.counted


def exhibits_by_id(view: View) -> list[Exhibit]:
    """Every exhibit that needs no parameter, in the register's order."""
    return [
        make(view, entry.id)
        for entry in entries().values()
        if not any(parameter.required for parameter in entry.parameters)
    ]
