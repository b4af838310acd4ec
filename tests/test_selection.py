"""Tests of what a reader chooses: from an address, back to it, and in words."""

import pytest
from artificial import artificial_dataset, empty_dataset
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.selection import FACETS, Remark, Selection, choices, facet_title

DATA = artificial_dataset()
PARAMETERS = {facet.name: facet.parameter for facet in FACETS}
KNOWN = choices(DATA)


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Any selection that the artificial dataset allows."""
    chosen = {}
    for facet, names in KNOWN.items():
        picked = draw(st.sets(st.sampled_from(list(names)), max_size=2))
        chosen[facet] = tuple(key for key in names if key in picked)
    return Selection(**chosen, stated_only=draw(st.booleans()), eu_today=draw(st.booleans()))


@given(selections())
def test_an_address_brings_the_selection_back(selection: Selection) -> None:
    parsed, remarks = Selection.parse(selection.parameters(), DATA)
    assert parsed == selection
    assert hash(parsed) == hash(selection)
    assert remarks == ()


@given(
    st.dictionaries(
        st.sampled_from([*PARAMETERS.values(), "basis", "eu", "not-ours"]),
        st.lists(st.text(max_size=6), max_size=4),
    )
)
def test_no_address_is_an_error_and_nothing_unknown_is_taken(parameters: dict[str, list[str]]) -> None:
    selection, remarks = Selection.parse(parameters, DATA)
    for facet in PARAMETERS:
        assert set(getattr(selection, facet)) <= set(KNOWN[facet])
    assert all(remark.parameter != "not-ours" for remark in remarks)
    for facet, parameter in PARAMETERS.items():
        told = {remark.value for remark in remarks if remark.parameter == parameter}
        assert told == set(parameters.get(parameter, [])) - set(KNOWN[facet])


def test_what_is_not_known_is_told_and_the_rest_is_kept() -> None:
    selection, remarks = Selection.parse(
        {"phase": ["2", "9"], "region": ["na"], "basis": ["guessed"], "eu": ["28"]}, DATA
    )
    assert selection == Selection(phases=("2",))
    assert remarks == (
        Remark("phase", "9"),
        Remark("region", "na"),
        Remark("basis", "guessed"),
        Remark("eu", "28"),
    )


def test_the_order_in_the_address_does_not_matter() -> None:
    one, _ = Selection.parse({"phase": ["3", "1"]}, DATA)
    other, _ = Selection.parse({"phase": ["1", "3", "1"]}, DATA)
    assert one == other == Selection(phases=("1", "3"))


def test_everything_has_no_parameters_and_says_so() -> None:
    assert Selection().is_everything
    assert Selection().parameters() == {}
    assert Selection().narrowed_facets() == ()
    assert Selection().in_words(DATA) == "All phases, regions, themes and goals"
    assert not Selection(stated_only=True).is_everything
    assert not Selection(eu_today=True).is_everything


def test_a_selection_in_words() -> None:
    selection = Selection(
        phases=("1", "2"),
        regions=("NA",),
        goals=("sdg-11",),
        kinds=("trio",),
        countries=("PT",),
        stated_only=True,
        eu_today=True,
    )
    words = selection.in_words(DATA)
    assert words.startswith("Phase 1 and Phase 2 · North America · 11 ")
    assert words.endswith("Trios · Portugal · stated links to goals only · EU side: member states of today")
    assert "sdg-" not in words


@pytest.mark.parametrize("facet", [*PARAMETERS, "stated_only", "eu_today"])
def test_one_facet_can_be_opened_again(facet: str) -> None:
    full = Selection(**{name: ("artificial",) for name in PARAMETERS}, stated_only=True, eu_today=True)
    opened = full.without(facet)
    assert facet not in opened.narrowed_facets()
    assert len(opened.narrowed_facets()) == len(PARAMETERS) + 1
    assert Selection(**{facet: getattr(full, facet)}).without(facet).is_everything
    assert facet_title(facet)


def test_choices_are_in_the_order_readers_expect() -> None:
    assert list(KNOWN["phases"]) == ["1", "2", "3"]
    assert list(KNOWN["regions"]) == ["NA", "LAC", "JP", "ALL"]
    assert list(KNOWN["goals"]) == [f"sdg-{number}" for number in range(1, 18)]
    assert list(KNOWN["countries"].values()) == sorted(KNOWN["countries"].values())


def test_only_countries_of_places_that_took_part_can_be_chosen() -> None:
    # France has a place that took part in nothing; the Netherlands one that is in no pairing.
    assert "FR" not in KNOWN["countries"]
    assert "NL" in KNOWN["countries"]


def test_an_empty_dataset_has_no_countries_to_choose() -> None:
    assert choices(empty_dataset())["countries"] == {}
    selection, remarks = Selection.parse({"country": ["PT"]}, empty_dataset())
    assert selection.is_everything
    assert remarks == (Remark("country", "PT"),)
