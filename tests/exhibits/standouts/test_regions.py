"""Shares of the regions: compared between phases that are over, never across a merger, and said with their numbers."""

from __future__ import annotations

import pytest
from artificial import EDITION_PREDECESSORS, artificial_dataset, empty_dataset, frame
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset

ID = "standouts/regions"
SAME = "No region's share of the recorded pairings differs by more than chance from before."
TOO_FEW = "No region has enough pairings in two phases that are over to speak of a change."
NOT_SEVERAL = "Regions are compared where pairings of several regions and phases are looked at."


def with_editions(**editions: int) -> Dataset:
    """So many pairings by edition; 'NA_1' stands for 'NA-1'."""
    return with_pairings(
        *(
            Pairing(edition=edition.replace("_", "-"))
            for edition, count in editions.items()
            for _n in range(count)
        )
    )


@pytest.mark.parametrize(
    ("editions", "finding"),
    [
        ({"NA_1": 12, "LAC_1": 12, "NA_2": 11, "LAC_2": 12}, SAME),
        ({"NA_1": 12, "LAC_1": 12, "NA_2": 10, "LAC_2": 9}, TOO_FEW),
        ({"NA_1": 2, "LAC_2": 2}, TOO_FEW),
        ({"NA_1": 20, "LAC_1": 20}, NOT_SEVERAL),
        ({"NA_1": 20, "NA_2": 20}, NOT_SEVERAL),
        ({}, "No pairing matches."),
        (
            {"NA_1": 5, "LAC_1": 20, "NA_2": 20, "LAC_2": 5},
            "2 regions have another share of the recorded pairings than before: “North America” and “Latin America and "
            "the Caribbean”. The share of “North America” is higher in Phase 2 than in Phase 1: 5 of 25 (20%) in Phase "
            "1 and 20 of 25 (80%) in Phase 2. The share of “Latin America and the Caribbean” is lower in Phase 2 than "
            "in Phase 1: 20 of 25 (80%) in Phase 1 and 5 of 25 (20%) in Phase 2.",
        ),
    ],
)
def test_sentences(editions: dict[str, int], finding: str) -> None:
    exhibit = made(with_editions(**editions), ID)
    assert said(exhibit) == finding
    assert_sound(exhibit)


def test_a_running_phase_without_a_pairing_of_the_region_says_nothing() -> None:
    dataset = with_editions(NA_1=20, LAC_1=20, NA_2=2, LAC_2=38, NA_3=2)
    more = made(dataset, ID).more
    assert "2 of 40 (5%) in Phase 2 and 2 of 2 so far in Phase 3." in more
    # Latin America has no pairing in phase 3: "0 of 2" would say nothing.
    assert "and 38 of 40 (95%) in Phase 2." in more and " 0 of" not in more


def test_nothing_is_compared_across_a_merger() -> None:
    moved = with_editions(NA_1=5, LAC_1=20, NA_2=20, LAC_2=5)
    assert "another share" in made(moved, ID).finding
    merged = moved.with_tables(
        edition_predecessors=frame(
            "edition_predecessors", [*EDITION_PREDECESSORS, ("NA-2", "JP-1"), ("LAC-2", "JP-1")]
        )
    )
    assert made(merged, ID).finding == TOO_FEW


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    assert exhibit.finding == TOO_FEW
    assert exhibit.rows("NA/1") == {"pairings": ("na-1-testville-demo-city", "na-1-nowhereby-specimen")}
    assert "%" not in exhibit.finding + exhibit.alt
    assert made(empty_dataset(), ID).is_empty


def test_recorded_regions_come_with_what_makes_their_bases_differ() -> None:
    exhibit = made(recorded_dataset(), ID)
    # Latin America went from 39 of 85 to 19 of 72: by itself more than chance, as one of six regions it is not.
    assert said(exhibit) == SAME
    assert {"country_in_two_regions", "phases_differ"} <= set(exhibit.cautions)
