"""Who takes part on the EU side: each pairing once for each country, by region, with sentences that hold."""

from __future__ import annotations

from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.forms import Matrix

ID = "pairings/eu-countries"


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    # Testville is in three pairings of North America: two of two places, and the trio that Sampleton is in too.
    assert exhibit.rows("PT/NA") == {
        "pairings": (
            "na-1-testville-demo-city",
            "na-2-testville-sampleton-demo-city",
            "na-3-testville-placeholder",
        )
    }
    assert exhibit.rows("IT/NA") == {"pairings": ("na-2-testville-sampleton-demo-city",)}
    # Who is partner is not on the EU side, and who was on it at the time is.
    assert isinstance(exhibit.form, Matrix)
    assert "US" not in exhibit.form.rows.keys and "GB" in exhibit.form.rows.keys
    assert "several_countries" in exhibit.cautions


@pytest.mark.parametrize(
    ("dataset", "finding"),
    [
        (one_row_dataset(), "On the EU side of the one pairing recorded: Portugal."),
        (with_pairings(Pairing(), Pairing()), "On the EU side of both recorded pairings: Portugal."),
        (with_pairings(*[Pairing()] * 3), "On the EU side of each of the 3 recorded pairings: Portugal."),
        (empty_dataset(), "No pairing matches."),
    ],
)
def test_sentences(dataset: Any, finding: str) -> None:
    assert made(dataset, ID).finding == finding


def test_every_recorded_pairing_with_an_eu_side_is_counted() -> None:
    data = recorded_dataset()
    exhibit = made(data, ID)
    assert_sound(exhibit)
    members = data["pairing_members"]
    assert exhibit.answer.counted.value == members.loc[members["side"] == "EU", "pairing_id"].nunique()
    assert len(exhibit.finding.split()) <= 25
