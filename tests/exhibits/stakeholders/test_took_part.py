"""Who took part besides cities and regions: coverage first, pairings and activities apart, visits are no part."""

from __future__ import annotations

from typing import Any

import pytest
from artificial import artificial_dataset, empty_dataset, frame
from collected_rows import collected, reference, same_events
from exhibit_checks import assert_sound, recorded_dataset, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import Bars
from iurc_dash.quantities import Count
from iurc_dash.selection import Selection
from iurc_dash.tabular import NOT_APPLICABLE
from iurc_dash.view import view_of

PAIRINGS = ("na-1-testville-demo-city", "na-1-nowhereby-specimen", "lac-1-fictia-modelia")
ACTIVITIES = ("na-1-kick-off", "na-1-webinar", "lac-1-training")


def shown(dataset: Dataset, **chosen: Any) -> Exhibit:
    return make(view_of(dataset, Selection(**chosen)), "stakeholders/took-part")


def with_stakeholders(*rows: tuple[str, str, str]) -> Dataset:
    """The artificial dataset with other stakeholders: the key of a pairing or activity, kind, role."""
    known = set(artificial_dataset()["activities"]["activity_id"])
    made = [
        (f"s{n}", "activity" if subject in known else "pairing", subject, kind, f"Somebody {n}", role)
        for n, (subject, kind, role) in enumerate(rows, start=1)
    ]
    return artificial_dataset().with_tables(stakeholders=frame("stakeholders", made))


def found(*rows: tuple[str, str, str]) -> str:
    exhibit = shown(with_stakeholders(*rows))
    assert_sound(exhibit)
    return said(exhibit)


def values(exhibit: Exhibit) -> dict[tuple[str, str], int]:
    assert isinstance(exhibit.form, Bars)
    return {
        (kind, series.key): value.value
        for series in exhibit.form.series
        for kind, value in zip(exhibit.form.axis.keys, series.values, strict=True)
        if isinstance(value, Count)
    }


def test_kinds_counted_by_hand() -> None:
    exhibit = shown(artificial_dataset())
    assert isinstance(exhibit.form, Bars)
    assert not exhibit.form.stacked, "pairings and activities are never added up"
    # The second workshop was visited and the ministry met: neither took part.
    assert values(exhibit) == {
        ("business", "pairings"): 1, ("business", "activities"): 1, ("civil society", "pairings"): 0,
        ("civil society", "activities"): 1, ("research", "pairings"): 1, ("research", "activities"): 0,
        ("government", "pairings"): 0, ("government", "activities"): 0,
    }  # fmt: skip
    assert exhibit.finding == (
        "Stakeholders are recorded for 2 pairings and 1 activity only. “Business” is named in 2 of them, before 2 "
        "others (1 each)."
    )
    assert exhibit.more == "Besides, somebody was only visited or met in 1 activity."
    assert tuple(exhibit.cautions) == ("stakeholders_partial",)


def test_sentences_at_none_one_ties_and_many() -> None:
    first, second, third = PAIRINGS
    assert found() == "No stakeholder is recorded for what is chosen."
    assert found((first, "business", "took part")) == (
        "Stakeholders are recorded for 1 pairing only. It names “Business”."
    )
    # One each is no lead.
    assert found((first, "business", ""), (ACTIVITIES[0], "research", "")) == (
        "Stakeholders are recorded for 1 pairing and 1 activity only. No kind is named more than once."
    )
    tied = [(key, kind, "") for key in (first, second) for kind in ("business", "civil society")]
    assert found(*tied, (third, "research", "")) == (
        "Stakeholders are recorded for 3 pairings only. “Business” and “Civil society” are named most often, "
        "in 2 of them each."
    )
    assert found(*[(key, "business", "") for key in PAIRINGS]).endswith("All of them name “Business”.")
    assert found(*[(key, "business", "") for key in PAIRINGS[:2]]).endswith("Both name “Business”.")


def test_a_kind_far_ahead_leads_with_pairings_and_activities_named() -> None:
    activities = [row for row in artificial_dataset()["activities"]["activity_id"]]
    rows = [(key, "business", "") for key in (*PAIRINGS, *activities)]
    assert found(*rows, ("jp-1-mockholm-prototype", "research", "")) == (
        "Stakeholders are recorded for 4 pairings and 16 activities only. “Business” is named most often, in 3 "
        "pairings and 16 activities."
    )


def test_who_was_only_visited_or_met_did_not_take_part() -> None:
    assert found((PAIRINGS[0], "business", "visited"), (ACTIVITIES[0], "research", "met")) == (
        "It is only recorded who was visited or met, for 1 pairing and 1 activity."
    )
    exhibit = shown(with_stakeholders((PAIRINGS[0], "business", "visited"), (PAIRINGS[0], "business", "")))
    # The table lists both with their roles; where somebody took part nothing is "only" a visit.
    assert [line["role"] for line in exhibit.table] == ["visited", ""]
    assert "only visited" not in exhibit.finding
    assert set(values(exhibit).values()) == {1, 0}


def test_a_line_refers_to_its_pairing_or_its_activity() -> None:
    table = shown(artificial_dataset()).table
    assert table.line("s-1")["pairings"] == "na-1-testville-demo-city"
    assert table.line("s-1")["activities"] is NOT_APPLICABLE
    assert (table.line("s-4")["activities"], table.line("s-4")["region"]) == ("na-1-kick-off", "NA")
    assert table.line("s-4")["sources"] == ("page-na-1", "post-kick-off")


def test_nothing_says_so() -> None:
    assert shown(empty_dataset()).is_empty


@pytest.mark.parametrize("phase", ["", "2"])
def test_recorded_bars_are_those_of_the_collected_files(phase: str) -> None:
    roles = {
        (row["subject"], row["stakeholder_kind"], row["note"]): row["role"]
        for row in reference("stakeholder_roles")
    }
    expected: dict[tuple[str, str], set[str]] = {}
    for row in collected("stakeholders"):
        role = roles.get((row["subject"], row["stakeholder_kind"], row["note"]), "")
        subject = same_events().get(row["subject"], row["subject"])
        if role in ("visited", "met") or (phase and f"-{phase}-" not in subject):
            continue
        table = "pairings" if row["subject_kind"] == "pairing" else "activities"
        expected.setdefault((row["stakeholder_kind"], table), set()).add(subject)
    drawn = values(shown(recorded_dataset(), **({"phases": (phase,)} if phase else {})))
    assert drawn == {key: len(subjects) for key, subjects in expected.items()}
