"""How full the record is: each cell a share of the pairings or activities of a programme, which opens what lacks it."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset, one_row_dataset, with_activities
from artificial_pairings import Pairing, made, with_pairings
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.forms import ShareGrid
from iurc_dash.quantities import Count, Share

ID = "record/fullness"


def test_counted_by_hand() -> None:
    exhibit = made(artificial_dataset(), ID)
    assert_sound(exhibit)
    share = exhibit.quantity("NA-1/start")
    # One of two pairings of North America in phase 1 has no start.
    assert isinstance(share, Share) and (share.part.value, share.whole.value) == (1, 2)
    assert exhibit.rows("NA-1/start/rest") == {"pairings": ("na-1-nowhereby-specimen",)}
    lacking = exhibit.quantity("LAC-1/theme/rest")
    assert isinstance(lacking, Count) and lacking.value == 1


def test_what_cannot_be_recorded_is_blank_and_not_nothing() -> None:
    exhibit = made(with_activities({"start_date": "2020"}, {}), ID, regions=("NA",), phases=("1",))
    assert_sound(exhibit)
    only = made(with_pairings(Pairing()), ID)
    assert only.quantity("NA-1/date") is None and only.quantity("NA-1/theme") is not None
    assert isinstance(only.form, ShareGrid) and only.form.rows.keys == ("NA-1",)


def test_shares_of_part_and_rest_are_the_whole() -> None:
    exhibit = made(recorded_dataset(), ID)
    assert_sound(exhibit)
    pairings = activities = 0
    for row, values in zip(exhibit.form.rows.keys, exhibit.form.values, strict=True):  # type: ignore[union-attr]
        for share in filter(None, values):
            assert share.part.value + share.rest.value == share.whole.value
        theme, date = exhibit.quantity(f"{row}/theme"), exhibit.quantity(f"{row}/date")
        pairings += theme.whole.value if isinstance(theme, Share) else 0
        activities += date.whole.value if isinstance(date, Share) else 0
    assert (pairings + activities) == exhibit.answer.counted.value
    assert pairings == len(recorded_dataset()["pairings"])


def test_sentences() -> None:
    assert made(empty_dataset(), ID).is_empty
    assert made(one_row_dataset(), ID).finding.startswith("Recorded most often: a theme, for 1 of 1;")
    assert made(with_activities({"start_date": "2020"}, {}), ID, regions=("JP",)).finding.startswith(
        "Recorded"
    )
    full = made(recorded_dataset(), ID).finding
    assert (
        full.startswith("Recorded most often: a theme, for ")
        and "; least often: a goal that a source" in full
    )
