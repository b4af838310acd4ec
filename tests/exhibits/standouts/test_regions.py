"""Shares of the regions: compared between phases that are over, never across a merger, and said with their numbers."""

from __future__ import annotations

import pytest
from artificial import EDITION_PREDECESSORS, artificial_dataset, empty_dataset, frame
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset

ID = "standouts/regions"
SAME = "Each region that can be compared has about the same share of the pairings as before."
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
            "“North America” has another share of the pairings than before: Phase 1: 5 of 25 (20%) recorded pairings; "
            "Phase 2: 20 of 25 (80%). “Latin America and the Caribbean” has another share of the pairings than before: "
            "Phase 1: 20 of 25 (80%) recorded pairings; Phase 2: 5 of 25 (20%).",
        ),
    ],
)
def test_sentences(editions: dict[str, int], finding: str) -> None:
    exhibit = made(with_editions(**editions), ID)
    assert exhibit.finding == finding
    assert_sound(exhibit)


def test_a_running_phase_without_a_pairing_of_the_region_says_nothing() -> None:
    dataset = with_editions(NA_1=20, LAC_1=20, NA_2=2, LAC_2=38, NA_3=2)
    said = made(dataset, ID).finding
    assert "Phase 2: 2 of 40 (5%); Phase 3 so far: 2 of 2." in said
    # Latin America has no pairing in phase 3: "0 of 2" would say nothing.
    assert "Phase 2: 38 of 40 (95%)." in said and ": 0 of" not in said


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
    assert exhibit.finding.startswith(
        "“Latin America and the Caribbean” has another share of the pairings than before: Phase 1: 39 of 85 (46%) "
        "recorded pairings; Phase 2: 19 of 72 (26%)."
    )
    assert {"mexico_two_regions", "phases_differ"} <= set(exhibit.cautions)
    # Japan and India were merged into a larger region: no share of theirs is said to have moved.
    assert not any(name in exhibit.finding for name in ("Japan", "India", "Asia"))
