"""Shares that may have moved: all phases with their numbers, and a verdict only where chance is left behind."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset, said
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.dataset import Dataset
from iurc_dash.forms import Bars
from iurc_dash.metrics.chance import differ
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import NOT_APPLICABLE

ID = "standouts/circular-economy"
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


@pytest.mark.parametrize(
    ("editions", "finding", "more"),
    [
        # One item more: the old rule of five points would have said "grew".
        (
            {"NA_1": (2, 24), "NA_2": (3, 19)},
            "5 of 43 (12%) pairings with a theme recorded work on the circular economy.",
            "That is 2 of 24 (8%) in Phase 1 and 3 of 19 in Phase 2. In phases that may be compared there are too few "
            "to speak of a change.",
        ),
        (
            {"NA_1": (2, 24), "NA_2": (3, 21)},
            "5 of 45 (11%) pairings with a theme recorded work on the circular economy.",
            "That is 2 of 24 (8%) in Phase 1 and 3 of 21 (14%) in Phase 2. The share is about the same in Phase 1 and "
            "Phase 2.",
        ),
        (
            {"NA_1": (4, 40), "NA_2": (20, 40), "NA_3": (0, 3)},
            "24 of 83 (29%) pairings with a theme recorded work on the circular economy.",
            "That is 4 of 40 (10%) in Phase 1, 20 of 40 (50%) in Phase 2 and 0 of 3 so far in Phase 3. The share is "
            "higher in Phase 2 than in Phase 1.",
        ),
        (
            {"NA_1": (20, 40), "NA_2": (4, 40)},
            "24 of 80 (30%) pairings with a theme recorded work on the circular economy.",
            "That is 20 of 40 (50%) in Phase 1 and 4 of 40 (10%) in Phase 2. The share is lower in Phase 2 than in "
            "Phase 1.",
        ),
        # A running phase is named and never compared, however many it has.
        (
            {"NA_1": (0, 40), "NA_3": (40, 40)},
            "40 of 80 (50%) pairings with a theme recorded work on the circular economy.",
            "That is 0 of 40 (0%) in Phase 1 and 40 of 40 (100%) so far in Phase 3.",
        ),
        ({"NA_1": (1, 1)}, "The one pairing with a theme recorded works on the circular economy.", ""),
        ({"NA_1": (1, 1), "NA_2": (1, 1)}, "Both pairings with a theme recorded work on the circular economy.",
         "That is 1 of 1 in Phase 1 and 1 of 1 in Phase 2. In phases that may be compared there are too few to speak "
         "of a change."),
    ],
)  # fmt: skip
def test_sentences(editions: dict[str, tuple[int, int]], finding: str, more: str) -> None:
    exhibit = made(with_circular(**editions), ID)
    assert (exhibit.finding, exhibit.more) == (finding, more)
    assert not any(word in said(exhibit) for word in TREND)
    assert_sound(exhibit)


def test_too_few_are_counts_and_no_percentages() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert "%" not in exhibit.finding + exhibit.alt
    assert isinstance(exhibit.form, Bars) and exhibit.form.stacked
    assert [line["share"] for line in exhibit.table] == [NOT_APPLICABLE] * 3


def test_nothing_is_said_where_the_whole_would_be_the_chosen_group() -> None:
    exhibit = made(artificial_dataset(), ID, clusters=("circular-economy-and-waste",))
    assert exhibit.finding == "The share of the circular economy is told among all theme groups only."
    assert exhibit.is_empty and "%" not in exhibit.finding


def test_none() -> None:
    exhibit = made(empty_dataset(), ID)
    assert exhibit.finding == "No theme is recorded for the pairings that match." and exhibit.is_empty
    no_part = made(with_circular(NA_1=(0, 30), NA_2=(0, 30)), ID)
    assert said(no_part) == "No pairing that matches works on the circular economy."


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_a_verdict_is_given_by_chance_alone(first: int, second: int, data: st.DataObject) -> None:
    parts = data.draw(st.integers(0, first)), data.draw(st.integers(0, second))
    exhibit = made(with_circular(NA_1=(parts[0], first), NA_2=(parts[1], second)), ID)
    shares = [share_of(parts[0], first), share_of(parts[1], second)]
    verdicts = [word for word in ("too few", "about the same", "higher", "lower") if word in exhibit.more]
    if not any(parts):
        assert not exhibit.more
        return
    if min(first, second) < 20:
        assert verdicts == ["too few"]
    elif not differ(*shares):
        assert verdicts == ["about the same"]
    else:
        assert verdicts == ["higher" if (shares[1].value or 0) > (shares[0].value or 0) else "lower"]
    for part, whole in ((parts[0], first), (parts[1], second)):
        assert f"{part} of {whole}" in exhibit.more


def share_of(part: int, whole: int) -> Share:
    keys = [f"p{number}" for number in range(whole)]
    return Share(Count.in_table("pairings", keys[:part]), Count.in_table("pairings", keys))


def test_the_recorded_share_names_all_three_phases() -> None:
    exhibit = made(recorded_dataset(), ID)
    assert all(f"in {phase}" in exhibit.more for phase in ("Phase 1", "Phase 2", "Phase 3"))
    assert {"phase_running", "theme_as_named"} <= set(exhibit.cautions)
