"""What stands out: findings hold, carry their numbers, and are left out where there is too little."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset
from exhibit_checks import assert_bars_agree_with_table, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.exhibits.moved_shares import circular_economy_moved, online_moved
from iurc_dash.exhibits.standouts import MOST, returning_places, stated_links, what_stands_out
from iurc_dash.forms import Bars
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection, choices

ALL = Selection()


def by_key(dataset: Dataset, selection: Selection = ALL) -> dict[str, Exhibit]:
    return {exhibit.key: exhibit for exhibit in what_stands_out(dataset, selection)}


def test_places_that_came_back_counted_by_hand() -> None:
    found = by_key(artificial_dataset())
    # Testville in three phases; Demo City and Mockhölm in two. Sampleton twice in one phase did not come back.
    assert list(found) == ["returning_places"]
    exhibit = found["returning_places"]
    assert exhibit.finding == (
        "3 of 13 places were in pairings of more than one phase, 1 of them in all three."
    )
    assert isinstance(exhibit.form, Bars)
    assert exhibit.form.series[0].values == (10, 2, 1)
    assert len(exhibit.rows["places"]) == 13
    assert exhibit.table.frame["place"].tolist()[:3] == ["Testville", "Demo City", "Mockhölm"]


def test_too_little_is_left_out_and_never_made_up() -> None:
    assert what_stands_out(empty_dataset(), ALL) == ()
    assert what_stands_out(one_row_dataset(), ALL) == ()
    # Two events or four links to goals are no share.
    artificial = artificial_dataset()
    for make in (circular_economy_moved, online_moved, stated_links):
        assert make(artificial, artificial) is None


def with_pairings(circular: dict[str, tuple[int, int]]) -> Dataset:
    """A dataset of pairings by edition: how many have a theme and how many of these the circular economy."""
    pairings, themes, members = [], [], []
    for edition, (whole, part) in circular.items():
        for number in range(whole):
            key = f"{edition.lower()}-made-{number}"
            pairings.append((key, edition, "city", "", "", "", ""))
            theme = "circular-economy" if number < part else "smart-cities"
            themes.append((key, theme, "as written"))
            members += [(key, "testville-pt", "EU", 1), (key, "demo-city-us", "partner", 2)]
    return artificial_dataset().with_tables(
        pairings=frame("pairings", pairings),
        pairing_themes=frame("pairing_themes", themes),
        pairing_members=frame("pairing_members", members),
    )


@pytest.mark.parametrize(
    ("numbers", "finding"),
    [
        (
            {"NA-1": (10, 2), "NA-2": (10, 6)},
            "The circular economy grew from 20% of pairings with a theme in phase 1 to 60% in phase 2.",
        ),
        (
            {"NA-1": (10, 6), "NA-2": (10, 2), "NA-3": (3, 1)},
            "The circular economy fell from 60% of pairings with a theme in phase 1 to 20% in phase 2; "
            "1 of 3 in phase 3 so far.",
        ),
        (
            {"NA-1": (10, 2), "NA-2": (10, 2), "NA-3": (3, 0)},
            "The circular economy held its place: 20% of pairings with a theme in phase 1, 20% in phase 2; "
            "0 of 3 in phase 3 so far.",
        ),
    ],
)
def test_a_phase_with_too_few_for_a_share_gives_its_numbers(
    numbers: dict[str, tuple[int, int]], finding: str
) -> None:
    dataset = with_pairings(numbers)
    exhibit = circular_economy_moved(dataset, dataset)
    assert exhibit is not None
    assert exhibit.finding == finding
    # Three pairings are no percentage.
    assert "33%" not in exhibit.finding
    assert exhibit.table.frame["part"].tolist() == [part for _whole, part in numbers.values()]
    assert len(exhibit.rows["pairings"]) == sum(whole for whole, _part in numbers.values())


def test_seven_pairings_in_a_phase_are_too_few_for_a_share() -> None:
    dataset = with_pairings({"NA-1": (10, 2), "NA-2": (7, 7)})
    assert circular_economy_moved(dataset, dataset) is None


def one_facet_each() -> list[Selection]:
    offered = choices(recorded_dataset())
    return [ALL] + [
        Selection(**{facet: (key,)})  # type: ignore[arg-type]
        for facet in ("phases", "regions", "clusters", "kinds")
        for key in offered[facet]
    ]


@pytest.mark.parametrize("selection", one_facet_each(), ids=str)
def test_recorded_findings_rest_on_their_rows(selection: Selection) -> None:
    dataset = recorded_dataset()
    found = what_stands_out(dataset, selection)
    assert len(found) <= MOST
    assert len({exhibit.key for exhibit in found}) == len(found)
    for exhibit in found:
        assert isinstance(exhibit.form, Bars)
        assert_bars_agree_with_table(exhibit.form)
        assert len(exhibit.form.categories) <= 6, "a small figure"
        assert exhibit.finding.endswith(".") and ".." not in exhibit.finding and "nan" not in exhibit.alt
        drawn = sum(int(value or 0) for series in exhibit.form.series for value in series.values)
        table = "contributions" if exhibit.key == "stated_links" else ""
        counted = {
            "returning_places": "places",
            "circular_economy_moved": "pairings",
            "regions_moved": "pairings",
            "online_moved": "activities",
        }.get(exhibit.key, table)
        assert drawn == len(exhibit.rows[counted])
        assert exhibit.sources


def test_stated_links_are_not_said_of_stated_links_alone() -> None:
    assert "stated_links" in by_key(recorded_dataset(), Selection(phases=("2",)))
    assert "stated_links" not in by_key(recorded_dataset(), Selection(phases=("2",), stated_only=True))


def test_no_place_came_back_within_one_phase() -> None:
    selection = Selection(phases=("2",))
    assert returning_places(artificial_dataset(), narrow(artificial_dataset(), selection)) is None
