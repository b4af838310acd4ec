"""Which themes pairings and activities work on, counted by hand and from what was collected."""

from __future__ import annotations

from artificial import artificial_dataset, frame, with_activities
from collected_rows import collected, recorded_activities, reference, states
from exhibit_checks import recorded_dataset

from iurc_dash.metrics.themes import (
    AHEAD,
    CIRCULAR_ECONOMY,
    PAIRINGS,
    clusters_in_order,
    labels_of_theme,
    pairings_by_cluster,
    pairings_by_theme,
    subjects_on_theme,
)
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


def test_two_labels_of_one_theme_are_one_pairing() -> None:
    view = view_of(artificial_dataset())
    assert pairings_by_theme(view).at("circular-economy", "2").value == 1
    assert labels_of_theme(view, "circular-economy") == {
        "na-1-testville-demo-city": ("circular economy",),
        "na-2-testville-sampleton-demo-city": ("circular economy", "circularity"),
    }


def test_two_themes_of_one_group_are_one_pairing() -> None:
    tally = pairings_by_cluster(view_of(artificial_dataset()))
    # na-1-testville-demo-city works on two themes of the group.
    assert tally.at("circular-economy-and-waste", "1", "NA").value == 1
    assert tally.at("circular-economy-and-waste").value == 2
    # Of seven pairings five have a theme.
    assert tally.whole.value == 5


def test_clusters_keep_the_order_that_the_table_gives() -> None:
    assert clusters_in_order(view_of(artificial_dataset())) == (
        "circular-economy-and-waste",
        "mobility",
        "energy-transition",
        "digital",
    )


def test_what_is_only_planned_is_counted_apart_from_its_kind() -> None:
    dataset = with_activities(
        {"kind": "pilot project", "state": "proposed"},
        {"kind": "pilot project", "state": "done"},
        {"kind": "webinar"},
    ).with_tables(
        activity_themes=frame("activity_themes", [(f"a{n}", CIRCULAR_ECONOMY, "circular") for n in (1, 2, 3)])
    )
    tally = subjects_on_theme(view_of(dataset), CIRCULAR_ECONOMY)
    assert tally.at("pilot project").in_rows_of("activities") == ("a2",)
    assert tally.at(AHEAD).in_rows_of("activities") == ("a1",)
    assert tally.at("webinar").value == 1 and tally.at(PAIRINGS).value == 2


def test_an_activity_counts_in_the_phase_that_was_asked_for() -> None:
    view = view_of(artificial_dataset(), Selection(phases=("2",)))
    tally = subjects_on_theme(view, CIRCULAR_ECONOMY)
    assert set(tally.keys("phase")) == {"2"}
    # A webinar on waste is none on the circular economy.
    assert {row.key for row in tally.whole} == {
        "na-2-testville-sampleton-demo-city",
        "na-2-publication",
        "na-2-case-study",
    }


def test_the_recorded_circular_economy_counted_once_more_from_what_was_collected() -> None:
    meant = {
        row["label"].casefold().strip()
        for row in reference("theme_labels")
        if CIRCULAR_ECONOMY in row["theme_id"].split("; ")
    }

    def names_it(row: dict[str, str]) -> bool:
        return any(label.casefold().strip() in meant for label in row["themes"].split("; "))

    view = view_of(recorded_dataset())
    tally = subjects_on_theme(view, CIRCULAR_ECONOMY)
    pairings = {row["pairing_key"] for row in collected("pairings") if names_it(row)}
    assert set(tally.at(PAIRINGS).in_rows_of("pairings")) == pairings
    named = {row["activity_key"] for row in recorded_activities() if names_it(row)}
    ahead = {key for key in named if states().get(key) in ("planned", "proposed")}
    assert {row.key for row in tally.at(AHEAD)} == ahead
    assert set(tally.whole.in_rows_of("activities")) == named
    # What names only sewage sludge or upcycling does not name the circular economy.
    assert not named & {
        "lac-2-sanepar-central-mining-institute-mou",
        "lac-2-innoglobo-proposal",
        "lac-2-opolskie-visit-tierra-del-fuego-2022",
        "aa-2-videos-maia-penang-2023",
    }
