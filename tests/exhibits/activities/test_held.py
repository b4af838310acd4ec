"""How events were held: numbers of every phase, no verb of rise or fall, no share of a few."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, with_activities
from collected_rows import counted_activities
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Bars
from iurc_dash.metrics.activities import EVENT_KINDS
from iurc_dash.quantities import Count
from iurc_dash.view import view_of


def held(dataset: Dataset) -> Exhibit:
    return make(view_of(dataset), "activities/held")


def found(*modes: str, **cells: Any) -> str:
    """What is said of events held so."""
    return said(held(with_activities(*({"mode": mode, **cells} for mode in modes))))


def values(exhibit: Exhibit) -> dict[tuple[str, str], int]:
    assert isinstance(exhibit.form, Bars)
    return {
        (phase, series.key): value.value
        for series in exhibit.form.series
        for phase, value in zip(exhibit.form.axis.keys, series.values, strict=True)
        if isinstance(value, Count) and value
    }


def test_forms_counted_by_hand() -> None:
    exhibit = held(artificial_dataset())
    assert values(exhibit) == {
        ("1", "in person"): 2, ("1", "online"): 2, ("1", "not recorded"): 1, ("2", "online"): 2, ("2", "hybrid"): 1,
    }  # fmt: skip
    assert isinstance(exhibit.form, Bars)
    # What no source says stands last; an exhibition is no event; the meeting of 2027 was not held.
    assert [series.key for series in exhibit.form.series] == ["in person", "online", "hybrid", "not recorded"]
    assert not {"jp-1-other", "na-3-networking-event"} & set(exhibit.rows()["activities"])
    assert exhibit.finding == "4 of 7 events whose form is recorded were online."
    assert exhibit.more == (
        "That is 2 of 4 in Phase 1 and 2 of 3 in Phase 2. In phases that may be compared there are too few to speak of "
        "a change. For 1 more no source says. 1 more event is only planned or still to come, and not counted."
    )
    assert "pandemic_years" in exhibit.cautions  # the webinar of November 2021


@pytest.mark.parametrize(
    ("modes", "finding"),
    [
        ([], "No event that took place matches."),
        ([""], "Of the one event recorded no source says how it was held."),
        (["", ""], "Of both events recorded no source says how they were held."),
        (["", "", ""], "Of the 3 events recorded no source says how they were held."),
        (["online"], "The one event whose form is recorded was online."),
        (["in person"], "The one event whose form is recorded was not online."),
        (["online", "online"], "Both events whose form is recorded were online."),
        (["hybrid", "in person"], "Neither of the two events whose form is recorded was online."),
        (
            ["online", "online", "online", ""],
            "All 3 events whose form is recorded were online. For 1 more no source says.",
        ),
        (["hybrid", "in person", "in person"], "None of the 3 events whose form is recorded was online."),
        # No percentage of a few.
        (["online", *["in person"] * 7], "1 of 8 events whose form is recorded was online."),
        (["online"] * 5 + ["in person"] * 15, "5 of 20 (25%) events whose form is recorded were online."),
    ],
)
def test_sentences_at_none_one_two_and_many(modes: list[str], finding: str) -> None:
    assert found(*modes) == finding


def events(edition: str, online: int, others: int, year: str = "2018") -> list[dict[str, str]]:
    modes = ["online"] * online + ["in person"] * others
    return [{"edition_id": edition, "mode": mode, "start_date": year} for mode in modes]


def test_no_phase_is_skipped_and_a_running_one_is_not_compared() -> None:
    rows = events("NA-1", 22, 132) + events("NA-2", 64, 103) + events("NA-3", 16, 11)
    exhibit = held(with_activities(*rows))
    assert exhibit.finding == "102 of 348 (29%) events whose form is recorded were online."
    assert exhibit.more == (
        "That is 22 of 154 (14%) in Phase 1, 64 of 167 (38%) in Phase 2 and 16 of 27 (59%) so far in Phase 3. The "
        "share is higher in Phase 2 than in Phase 1."
    )
    assert_sound(exhibit)
    # From phase 2 it fell; nothing may be said of phase 3 against phase 1 alone.
    fell = held(with_activities(*events("NA-1", 3, 38), *events("NA-2", 18, 26), *events("NA-3", 2, 6))).more
    assert "2 of 8 so far in Phase 3" in fell and "Phase 3 than" not in fell
    assert "higher in Phase 2 than in Phase 1" in fell


def test_the_years_in_which_many_could_only_meet_online_are_said() -> None:
    assert "pandemic_years" not in held(with_activities(*events("NA-1", 2, 2))).cautions
    assert "pandemic_years" in held(with_activities(*events("NA-1", 2, 2, "2020-05"))).cautions


def test_what_lies_ahead_was_not_held() -> None:
    assert found("online", start_date="2026-06-02") == "No event that took place matches."
    assert found("online", state="planned") == "No event that took place matches."
    # A month that the release lies in is not surely ahead.
    assert found("online", start_date="2026-06", end_date="2026").endswith("was online.")


def test_nothing_says_so() -> None:
    assert held(empty_dataset()).is_empty


def test_recorded_forms_are_those_of_the_collected_files() -> None:
    rows = [row for row in counted_activities() if row["kind"] in EVENT_KINDS]
    expected = Counter((row["edition"][-1], row["mode"] or "not recorded") for row in rows)
    drawn = values(held(recorded_dataset()))
    assert sum(drawn.values()) == len(rows)
    # A form that only the other unit wrote down is kept when two entries become one event.
    for key, count in expected.items():
        if key[1] == "not recorded":
            assert 0 <= count - drawn.get(key, 0) <= 5
        else:
            assert 0 <= drawn[key] - count <= 5
