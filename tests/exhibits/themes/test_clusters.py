"""Theme groups by phase and by region: whole sentences, and numbers counted by hand."""

from __future__ import annotations

from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.forms import Matrix, ShareGrid
from iurc_dash.metrics.chance import leads
from iurc_dash.quantities import Share
from iurc_dash.tabular import NOT_APPLICABLE

# One theme of each group of the artificial dataset.
CIRCULAR, MOBILITY, ENERGY, DIGITAL = (
    "circular-economy",
    "sustainable-urban-mobility",
    "renewable-energy",
    "smart-cities",
)
IDS = ("themes/clusters", "themes/clusters-by-region")


def found(*pairings: tuple[str, ...], id: str = "themes/clusters", **chosen: Any) -> str:
    """What is said of pairings of phase 1 that work on these themes."""
    return made(with_pairings(*(Pairing(themes) for themes in pairings)), id, **chosen).finding


def by_edition(**editions: tuple[tuple[str, int], ...]) -> list[Pairing]:
    """So many pairings of a theme by edition; 'NA_1' stands for 'NA-1'."""
    return [
        Pairing((theme,), edition=edition.replace("_", "-"))
        for edition, counts in editions.items()
        for theme, count in counts
        for _number in range(count)
    ]


def test_groups_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), "themes/clusters")
    assert_sound(exhibit)
    form = exhibit.form
    assert isinstance(form, Matrix)
    cells = {
        key: [cell.value for cell in values if cell is not None]
        for key, values in zip(form.rows.keys, form.values, strict=True)
    }
    # The first pairing has two themes of the first group and counts once; phase 3 is a column.
    assert cells == {
        "circular-economy-and-waste": [1, 1, 0],
        "mobility": [1, 1, 0],
        "energy-transition": [0, 1, 0],
        "digital": [0, 1, 1],
    }
    assert [total.value for total in form.column_totals] == [2, 2, 1]
    # Not seven, the sum of the cells, and not the seven pairings: five have a theme.
    assert form.total.value == 5
    assert exhibit.rows("mobility/1") == {"pairings": ("na-1-nowhereby-specimen",)}


@pytest.mark.parametrize("id", IDS)
def test_nothing_to_show_says_why(id: str) -> None:
    assert made(empty_dataset(), id).finding == "No pairing matches."
    exhibit = made(with_pairings(Pairing()), id)
    assert exhibit.finding == "No theme is recorded for the pairings that match."
    assert exhibit.is_empty and not exhibit.answer.counted


def test_one_pairing_and_two() -> None:
    assert found((MOBILITY,)) == ("The one pairing with a theme recorded works on “Mobility and transport”.")
    assert found((MOBILITY, DIGITAL)) == (
        "The one pairing with a theme recorded works on “Mobility and transport” and “Digital transition”."
    )
    assert found((MOBILITY,), (MOBILITY, DIGITAL)) == (
        "Both pairings with a theme recorded work on “Mobility and transport”."
    )


def test_all_at_one_is_no_lead() -> None:
    assert found((MOBILITY,), (DIGITAL,)) == (
        "“Mobility and transport” and “Digital transition” come up once each, so nothing stands out."
    )
    said = found((MOBILITY,), (DIGITAL,), (CIRCULAR,), (ENERGY,))
    assert said == "4 theme groups come up once each, so nothing stands out."
    assert "lead" not in said and "most" not in said


def test_ties_are_told_as_ties() -> None:
    assert found((MOBILITY,), (MOBILITY,), (DIGITAL,), (DIGITAL,), (ENERGY,)) == (
        "“Mobility and transport” and “Digital transition” come first together, each in 2 of 5 pairings with "
        "a theme recorded."
    )


def test_a_lead_that_chance_may_have_made_is_none() -> None:
    assert found((MOBILITY,), (MOBILITY,), (DIGITAL,)) == (
        "“Mobility and transport” comes up in 2 of 3 pairings with a theme recorded, before “Digital transition” (1)."
    )
    # 17 of 25 beside 9 reads as much, but what works on both is no lead: 14 on the one alone, 6 on the other alone.
    both = [(MOBILITY,)] * 14 + [(MOBILITY, DIGITAL)] * 3 + [(DIGITAL,)] * 6 + [(ENERGY,)] * 2
    assert found(*both) == (
        "“Mobility and transport” comes up in 17 of 25 (68%) pairings with a theme recorded, before “Digital "
        "transition” (9)."
    )
    assert found(*[(MOBILITY,)] * 20, *[(DIGITAL,)] * 5) == (
        "“Mobility and transport” comes up more often than any other, in 20 of 25 (80%) pairings with a "
        "theme recorded."
    )


def test_all_of_many() -> None:
    assert found(*[(MOBILITY,)] * 3, (MOBILITY, DIGITAL)) == (
        "All 4 pairings with a theme recorded work on “Mobility and transport”."
    )


@pytest.mark.parametrize("id", IDS)
def test_where_a_group_is_chosen_what_comes_up_beside_it_is_ranked(id: str) -> None:
    # "8 of 8 pairings on mobility work on mobility" says nothing.
    chosen = {"clusters": ("mobility",)}
    assert found(
        (MOBILITY, DIGITAL), (MOBILITY, DIGITAL), (MOBILITY, ENERGY), (DIGITAL,), id=id, **chosen
    ) == (
        "Beside “Mobility and transport”: “Digital transition” comes up in 2 of 3 pairings, before "
        "“Energy transition” (1)."
    )
    assert found((MOBILITY, DIGITAL), (MOBILITY,), id=id, **chosen) == (
        "Beside “Mobility and transport”: “Digital transition” comes up, in 1 of 2 pairings, and nothing "
        "else."
    )
    assert (
        found((MOBILITY,), (DIGITAL,), id=id, **chosen)
        == "Nothing else comes up beside “Mobility and transport”."
    )
    several = {"clusters": ("mobility", "energy-transition")}
    assert found((MOBILITY, DIGITAL), (ENERGY,), id=id, **several) == (
        "Beside the chosen theme groups: “Digital transition” comes up, in 1 of 2 pairings, and nothing else."
    )


def test_what_moved_between_phases_that_are_over_is_told_with_every_phase() -> None:
    pairings = by_edition(
        NA_1=((MOBILITY, 18), (DIGITAL, 4)), NA_2=((MOBILITY, 4), (DIGITAL, 18)), NA_3=((ENERGY, 2),)
    )
    exhibit = made(with_pairings(*pairings), "themes/clusters")
    assert exhibit.finding == (
        "“Mobility and transport” and “Digital transition” come first together, each in 22 of 46 (48%) "
        "pairings with a theme recorded."
    )
    assert exhibit.more == (
        "The share of “Mobility and transport” is lower in Phase 2 than in Phase 1: 18 of 22 (82%) in Phase 1, 4 of 22 "
        "(18%) in Phase 2 and 0 of 2 so far in Phase 3. The share of “Digital transition” is higher in Phase 2 than in "
        "Phase 1: 4 of 22 (18%) in Phase 1, 18 of 22 (82%) in Phase 2 and 0 of 2 so far in Phase 3. No other share "
        "differs by more than chance between phases that are over."
    )


def test_one_pairing_more_is_no_growth() -> None:
    # 2 of 24 and 3 of 19 were called growth from 8 % to 16 %.
    pairings = by_edition(NA_1=((CIRCULAR, 2), (MOBILITY, 22)), NA_2=((CIRCULAR, 3), (MOBILITY, 16)))
    few = made(with_pairings(*pairings), "themes/clusters").more
    assert few == "In phases that may be compared there are too few to speak of a change."
    enough = [*pairings, *by_edition(NA_2=((MOBILITY, 1),))]
    assert made(with_pairings(*enough), "themes/clusters").more == (
        "No share differs by more than chance between phases that are over."
    )


def test_one_of_several_shares_moves_only_where_chance_would_move_none_of_them() -> None:
    """12 of 40 and 22 of 40 differ by themselves; of four groups, one such is what chance makes."""
    alone = by_edition(NA_1=((MOBILITY, 12), (DIGITAL, 28)), NA_2=((MOBILITY, 23), (DIGITAL, 17)))
    assert "higher" in made(with_pairings(*alone), "themes/clusters").more
    among_four = by_edition(
        NA_1=((MOBILITY, 12), (DIGITAL, 14), (ENERGY, 7), (CIRCULAR, 7)),
        NA_2=((MOBILITY, 22), (DIGITAL, 6), (ENERGY, 6), (CIRCULAR, 6)),
    )
    assert "higher" not in made(with_pairings(*among_four), "themes/clusters").more


def test_nothing_moved_where_the_group_itself_is_the_base() -> None:
    pairings = by_edition(NA_1=((MOBILITY, 18), (DIGITAL, 4)), NA_2=((MOBILITY, 4), (DIGITAL, 22)))
    exhibit = made(with_pairings(*pairings), "themes/clusters", clusters=("digital",))
    assert exhibit.finding == "Nothing else comes up beside “Digital transition”." and not exhibit.more


def test_regions_tell_who_comes_first_alone_or_level() -> None:
    pairings = by_edition(NA_1=((MOBILITY, 2), (DIGITAL, 2)), LAC_1=((DIGITAL, 3),), JP_1=((ENERGY, 2),))
    said = made(with_pairings(*pairings), "themes/clusters-by-region").finding
    assert said == "“Digital transition” comes first, alone or level with others, in 2 of 3 regions."
    every = by_edition(NA_1=((MOBILITY, 2), (DIGITAL, 2)), LAC_1=((DIGITAL, 3), (MOBILITY, 3)))
    assert made(with_pairings(*every), "themes/clusters-by-region").finding == (
        "“Mobility and transport” and “Digital transition” each come first, alone or level with others, in "
        "both regions."
    )


def test_a_region_with_one_pairing_has_no_first() -> None:
    pairings = by_edition(NA_1=((MOBILITY, 1),), LAC_1=((MOBILITY, 1),))
    assert made(with_pairings(*pairings), "themes/clusters-by-region").finding == (
        "No theme group comes first in more than one of 2 regions."
    )


def test_the_whole_programme_is_no_region_in_words() -> None:
    pairings = by_edition(NA_1=((MOBILITY, 2),), ALL_1=((MOBILITY, 2),))
    exhibit = made(with_pairings(*pairings), "themes/clusters-by-region")
    assert exhibit.finding == "All 4 pairings with a theme recorded work on “Mobility and transport”."
    assert isinstance(exhibit.form, ShareGrid) and exhibit.form.columns.keys == ("NA", "ALL")


def test_shares_are_of_pairings_with_a_theme_and_only_where_they_are_enough() -> None:
    pairings = [*by_edition(NA_1=((MOBILITY, 15), (DIGITAL, 5)), NA_2=((MOBILITY, 19),)), Pairing()]
    line = made(with_pairings(*pairings), "themes/clusters").table.line("mobility")
    share = line["1-share"]
    assert isinstance(share, Share) and (share.part.value, share.whole.value) == (15, 20)
    assert line["2-share"] is NOT_APPLICABLE


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sets(st.sampled_from((CIRCULAR, MOBILITY, ENERGY, DIGITAL))), max_size=30))
def test_more_often_than_any_other_is_said_of_clear_leads_alone(themes: list[set[str]]) -> None:
    exhibit = made(with_pairings(*(Pairing(tuple(sorted(own))) for own in themes)), "themes/clusters")
    if not isinstance(exhibit.form, Matrix):
        assert not any(themes)
        return
    whole = exhibit.form.total
    counts = sorted(exhibit.form.row_totals, key=lambda total: -total.value)
    is_clear = all(leads(counts[0], other, whole) for other in counts[1:])
    # The only group that comes up is in all pairings with a theme.
    assert ("more often than any other" in exhibit.finding) == (is_clear and counts[0].value < whole.value)
    if "%" in exhibit.finding:
        assert exhibit.form.total.value >= 20


def test_each_bar_is_a_share_of_its_region_and_few_are_said() -> None:
    pairings = by_edition(NA_1=((MOBILITY, 20), (DIGITAL, 5)), LAC_1=((MOBILITY, 2),))
    exhibit = made(with_pairings(*pairings), "themes/clusters-by-region")
    share = exhibit.quantity("mobility/NA")
    assert isinstance(share, Share) and (share.part.value, share.whole.value) == (20, 25)
    assert isinstance(exhibit.form, ShareGrid)
    assert [column.label for column in exhibit.form.columns.categories] == [
        "North America, 25 pairings",
        "Latin America and the Caribbean, 2 pairings",
    ]
    assert "hollow ones rest on fewer than 20" in exhibit.more
    enough = made(with_pairings(*by_edition(NA_1=((MOBILITY, 20),))), "themes/clusters-by-region")
    assert enough.more == ""
