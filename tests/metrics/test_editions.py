"""Which editions there are, which one to begin with, and the rows of one."""

from __future__ import annotations

import pytest
from artificial import (
    EDITIONS,
    artificial_dataset,
    empty_dataset,
    frame,
    one_row_dataset,
    with_activities,
)

from iurc_dash.dataset import Dataset
from iurc_dash.metrics.editions import (
    default_edition,
    edition_counts,
    editions_in_order,
    participants_of_networks,
    predecessors,
    view_of_edition,
)
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def with_editions(*rows: tuple[object, ...]) -> Dataset:
    return artificial_dataset().with_tables(editions=frame("editions", rows))


def test_editions_by_region_the_latest_phase_first_the_whole_programme_last() -> None:
    assert editions_in_order(view_of(artificial_dataset())) == (
        "NA-3", "NA-2", "NA-1", "LAC-2", "LAC-1", "JP-1", "ALL-3", "ALL-2", "ALL-1",
    )  # fmt: skip


def test_the_edition_to_begin_with_is_the_first_of_the_latest_phase_with_anything_recorded() -> None:
    assert default_edition(view_of(artificial_dataset())) == "NA-3"
    # What the filters leave comes first, and where they leave nothing, all others.
    assert default_edition(view_of(artificial_dataset(), Selection(phases=("1",)))) == "NA-1"
    assert default_edition(view_of(artificial_dataset(), Selection(regions=("LAC",)))).startswith("LAC-")
    assert default_edition(view_of(artificial_dataset(), Selection(phases=("3",), regions=("JP",)))) == "NA-3"
    # Nothing but one pairing and one activity of phase 1 is recorded here.
    assert default_edition(view_of(one_row_dataset())) == "NA-1"
    # Without any record the latest will do; the programme as a whole comes only where there is nothing else.
    assert default_edition(view_of(empty_dataset())) == "NA-3"
    assert default_edition(view_of(with_editions(EDITIONS[6]))) == "ALL-1"
    assert default_edition(view_of(with_editions())) == ""


def test_the_view_of_an_edition_is_the_whole_edition_whatever_is_chosen() -> None:
    view = view_of(artificial_dataset(), Selection(countries=("JP",), stated_only=True))
    assert view_of_edition(view, "LAC-2").selection == Selection(phases=("2",), regions=("LAC",))
    assert list(view_of_edition(view, "LAC-2")["pairings"]["pairing_id"]) == ["lac-2-group-of-five"]
    with pytest.raises(KeyError):
        view_of_edition(view, "XX-9")


def test_predecessors_are_as_recorded() -> None:
    view = view_of(artificial_dataset())
    assert predecessors(view, "NA-2") == ("NA-1",) and predecessors(view, "NA-1") == ()


def test_counts_of_an_edition_by_hand() -> None:
    counts = edition_counts(view_of_edition(view_of(artificial_dataset()), "NA-2"))
    # Testville, Sampleton and Demo City in the trio, Placeholder in the network only, Sampleton in both. Two links to
    # goals belong to one pairing.
    assert {what: count.value for what, count in counts.items()} == {
        "pairings": 1, "groups": 1, "places": 4, "activities": 4, "publications": 2, "with_goal": 1,
    }  # fmt: skip


def test_what_is_only_planned_is_no_activity_of_an_edition() -> None:
    dataset = with_activities({"kind": "publication"}, {"kind": "publication", "state": "planned"})
    counts = edition_counts(view_of_edition(view_of(dataset), "NA-1"))
    assert counts["activities"].rows == counts["publications"].rows == {"activities": ("a1",)}


def test_participants_by_network_and_side_also_of_no_network() -> None:
    found = participants_of_networks(view_of_edition(view_of(artificial_dataset()), "NA-3"))
    assert found == {
        "": {"EU": ("networkstead-nl",)},
        "na-3-digital": {"EU": ("testville-pt",), "partner": ("placeholder-ca",)},
        "na-3-mobility": {"EU": ("testville-pt",), "partner": ("draftport-us",)},
    }
