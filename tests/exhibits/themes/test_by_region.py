"""The circular economy by region and phase: shares of what has a theme, few told by their numbers."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.forms import DotPlot
from iurc_dash.quantities import Share

ID = "themes/circular-economy-by-region"
CIRCULAR, OTHER = ("circular-economy",), ("smart-cities",)


def test_each_dot_is_a_share_of_the_pairings_with_a_theme() -> None:
    pairings = [
        *[Pairing(CIRCULAR, edition="NA-1")] * 5,
        *[Pairing(OTHER, edition="NA-1")] * 15,
        Pairing(CIRCULAR, edition="NA-2"),
        Pairing((), edition="NA-2"),
        Pairing(OTHER, edition="LAC-2"),
    ]
    exhibit = made(with_pairings(*pairings), ID)
    assert_sound(exhibit)
    shares = {key: mark.quantity for key, mark in exhibit.marks.items()}
    assert {
        key: (share.part.value, share.whole.value)
        for key, share in shares.items()
        if isinstance(share, Share)
    } == {"NA/1": (5, 20), "NA/2": (1, 1), "LAC/2": (0, 1)}
    form = exhibit.form
    assert isinstance(form, DotPlot)
    # What rests on few is hollow, and told by its numbers.
    textures = {f"{row.key}/{dot.key}": dot.look.texture for row in form.rows for dot in row.dots}
    assert textures == {"NA/1": "solid", "NA/2": "outlined", "LAC/2": "outlined"}
    assert {row.key: row.note for row in form.rows}["NA"] == "Phase 1: 5 of 20 (25%); Phase 2: 1 of 1"
    assert exhibit.finding == "All 6 pairings on the circular economy belong to North America."


def test_sentences() -> None:
    north, south = Pairing(CIRCULAR, edition="NA-1"), Pairing(CIRCULAR, edition="LAC-1")
    for pairings, finding in (
        ([north], "The one pairing on the circular economy belongs to North America."),
        ([north] * 2, "Both pairings on the circular economy belong to North America."),
        (
            [north, north, south],
            "2 of 3 pairings on the circular economy belong to North America, "
            "before Latin America and the Caribbean (1).",
        ),
        ([Pairing(OTHER)], "No pairing that matches works on the circular economy."),
        ([Pairing()], "No theme is recorded for the pairings that match."),
    ):
        assert made(with_pairings(*pairings), ID).finding == finding


def test_chosen_groups_are_no_base_of_their_own() -> None:
    exhibit = made(recorded_dataset(), ID, clusters=("circular-economy-and-waste",))
    assert exhibit.is_empty and "among all theme groups only" in exhibit.finding
    assert made(empty_dataset(), ID).is_empty
    assert_sound(made(artificial_dataset(), ID))
    assert_sound(made(recorded_dataset(), ID))
