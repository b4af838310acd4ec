"""Shares that may have moved: all phases with their numbers, and a verdict only where chance is left behind."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, frame
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.dataset import Dataset
from iurc_dash.forms import Bars
from iurc_dash.metrics.chance import differ
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import NOT_APPLICABLE

CIRCULAR, ONLINE = "standouts/circular-economy", "standouts/online"
# Words that a sentence may not use of shares, whatever they are.
TREND = ("grew", "rose", "fell", "increase", "decline")


def with_circular(**editions: tuple[int, int]) -> Dataset:
    """So many pairings on the circular economy of so many with a theme, by edition; 'NA_1' stands for 'NA-1'."""
    pairings = [
        Pairing(("circular-economy" if number < part else "smart-cities",), edition=edition.replace("_", "-"))
        for edition, (part, whole) in editions.items()
        for number in range(whole)
    ]
    return with_pairings(*pairings)


def with_online(**editions: tuple[int, int]) -> Dataset:
    """So many online events of so many whose form is recorded, by edition."""
    activities = [
        (f"{edition}-{number}", edition.replace("_", "-"), "webinar", "Made up", "2018", "", "", "",
         "online" if number < part else "in person", None, "", "", "")
        for edition, (part, whole) in editions.items()
        for number in range(whole)
    ]  # fmt: skip
    return empty_dataset().with_tables(
        activities=frame("activities", activities),
        activity_editions=frame("activity_editions", [row[:2] for row in activities]),
    )


@pytest.mark.parametrize(
    ("editions", "finding"),
    [
        # One item more: the old rule of five points would have said "grew".
        (
            {"NA_1": (2, 24), "NA_2": (3, 19)},
            "On the circular economy: Phase 1: 2 of 24 (8%) pairings with a theme recorded; Phase 2: 3 of 19. Too few "
            "to speak of a change.",
        ),
        (
            {"NA_1": (2, 24), "NA_2": (3, 21)},
            "On the circular economy: Phase 1: 2 of 24 (8%) pairings with a theme recorded; Phase 2: 3 of 21 (14%). "
            "The share is about the same in Phase 1 and Phase 2.",
        ),
        (
            {"NA_1": (4, 40), "NA_2": (20, 40), "NA_3": (0, 3)},
            "On the circular economy: Phase 1: 4 of 40 (10%) pairings with a theme recorded; Phase 2: 20 of 40 (50%); "
            "Phase 3 so far: 0 of 3. The share is higher in Phase 2 than in Phase 1.",
        ),
        (
            {"NA_1": (20, 40), "NA_2": (4, 40)},
            "On the circular economy: Phase 1: 20 of 40 (50%) pairings with a theme recorded; Phase 2: 4 of 40 (10%). "
            "The share is lower in Phase 2 than in Phase 1.",
        ),
        # A running phase is named and never compared, however many it has.
        (
            {"NA_1": (0, 40), "NA_3": (40, 40)},
            "On the circular economy: Phase 1: 0 of 40 (0%) pairings with a theme recorded; Phase 3 so far: 40 of 40 "
            "(100%).",
        ),
        ({"NA_1": (1, 1)}, "On the circular economy: Phase 1: 1 of 1 pairing with a theme recorded."),
    ],
)
def test_the_circular_economy(editions: dict[str, tuple[int, int]], finding: str) -> None:
    exhibit = made(with_circular(**editions), CIRCULAR)
    assert exhibit.finding == finding
    assert not any(word in exhibit.finding for word in TREND)
    assert_sound(exhibit)


def test_online_events_name_every_phase() -> None:
    exhibit = made(with_online(NA_1=(22, 154), NA_2=(64, 167), NA_3=(16, 27)), ONLINE)
    assert exhibit.finding == (
        "Online: Phase 1: 22 of 154 (14%) events whose form is recorded; Phase 2: 64 of 167 (38%); Phase 3 so far: "
        "16 of 27 (59%). The share is higher in Phase 2 than in Phase 1."
    )
    fell = made(with_online(NA_1=(3, 41), NA_2=(18, 44), NA_3=(2, 8)), ONLINE).finding
    # From phase 2 it fell; nothing may be said of phase 3 against phase 1 alone.
    assert "Phase 3 so far: 2 of 8" in fell and "Phase 3 than" not in fell
    assert "higher in Phase 2 than in Phase 1" in fell


def test_online_counts_what_was_held_and_whose_form_is_known() -> None:
    exhibit = made(artificial_dataset(), ONLINE)
    assert_sound(exhibit)
    assert exhibit.finding == (
        "Online: Phase 1: 2 of 4 events whose form is recorded; Phase 2: 2 of 3. Too few to speak of a change."
    )
    # The study visit has no form recorded, the exhibition is no event, the meeting to come was not held yet.
    counted = exhibit.answer.counted.in_rows_of("activities")
    assert not {"na-1-study-visit", "jp-1-other", "na-3-networking-event"} & set(counted)
    assert exhibit.rows("2/part") == {"activities": ("na-2-webinar", "all-2-webinar")}
    assert exhibit.rows("2/rest") == {"activities": ("lac-2-bilateral-meeting",)}


def test_too_few_are_counts_and_no_percentages() -> None:
    exhibit = made(artificial_dataset(), CIRCULAR)
    assert "%" not in exhibit.finding + exhibit.alt
    assert isinstance(exhibit.form, Bars) and exhibit.form.stacked
    assert [line["share"] for line in exhibit.table] == [NOT_APPLICABLE] * 3


def test_nothing_is_said_where_the_whole_would_be_the_chosen_group() -> None:
    exhibit = made(artificial_dataset(), CIRCULAR, clusters=("circular-economy-and-waste",))
    assert exhibit.finding == "The share of the circular economy is told among all theme groups only."
    assert exhibit.is_empty and "%" not in exhibit.finding


@pytest.mark.parametrize(
    ("id", "finding"),
    [
        (CIRCULAR, "No theme is recorded for the pairings that match."),
        (ONLINE, "Of no event that matches a source says how it was held."),
    ],
)
def test_none(id: str, finding: str) -> None:
    exhibit = made(empty_dataset(), id)
    assert exhibit.finding == finding and exhibit.is_empty


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_a_verdict_is_given_by_chance_alone(first: int, second: int, data: st.DataObject) -> None:
    parts = data.draw(st.integers(0, first)), data.draw(st.integers(0, second))
    exhibit = made(with_circular(NA_1=(parts[0], first), NA_2=(parts[1], second)), CIRCULAR)
    shares = [share_of(parts[0], first), share_of(parts[1], second)]
    said = [
        word for word in ("too few", "about the same", "higher", "lower") if word in exhibit.finding.lower()
    ]
    if min(first, second) < 20:
        assert said == ["too few"]
    elif not differ(*shares):
        assert said == ["about the same"]
    else:
        assert said == ["higher" if (shares[1].value or 0) > (shares[0].value or 0) else "lower"]
    for part, whole in ((parts[0], first), (parts[1], second)):
        assert f"{part} of {whole}" in exhibit.finding


def share_of(part: int, whole: int) -> Share:
    keys = [f"p{number}" for number in range(whole)]
    return Share(Count.in_table("pairings", keys[:part]), Count.in_table("pairings", keys))


def test_recorded_shares_name_all_three_phases() -> None:
    for id in (CIRCULAR, ONLINE):
        exhibit = made(recorded_dataset(), id)
        assert all(f"{phase}: " in exhibit.finding for phase in ("Phase 1", "Phase 2", "Phase 3 so far"))
        assert "phase_running" in exhibit.cautions
    assert "theme_as_named" in made(recorded_dataset(), CIRCULAR).cautions
