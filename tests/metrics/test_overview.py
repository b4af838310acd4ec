"""What is counted by phase: each thing once in a phase, and in no phase that has nothing of it."""

from __future__ import annotations

from artificial import artificial_dataset, empty_dataset
from exhibit_checks import recorded_dataset

from iurc_dash.metrics.overview import completeness, counted_by_phase, pairings_by_region
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

# What has one phase; a place or a country can have several.
OF_ONE_PHASE = ("pairings", "groups", "between_regions", "activities", "undated", "ahead", "editions")
SELECTIONS = (
    Selection(),
    Selection(phases=("2",)),
    Selection(phases=("1", "3")),
    Selection(regions=("NA",)),
    Selection(countries=("JP",)),
    Selection(kinds=("trio",)),
    Selection(goals=("sdg-12",), stated_only=True),
)


def test_parts_and_wholes() -> None:
    for dataset in (artificial_dataset(), recorded_dataset()):
        for selection in SELECTIONS:
            view = view_of(dataset, selection)
            found = counted_by_phase(view)
            for key, tally in found.items():
                values = [tally.at(phase).value for phase in view.phases]
                assert max(values, default=0) <= tally.whole.value <= sum(values)
                assert key not in OF_ONE_PHASE or tally.whole.value == sum(values), (selection, key)
            for part, whole in (
                ("groups", "pairings"),
                ("places", "places_with_networks"),
                ("undated", "activities"),
            ):
                assert set(found[part].whole) <= set(found[whole].whole)
            # What was only planned is none of the activities.
            assert not set(found["ahead"].whole) & set(found["activities"].whole)
            assert set(pairings_by_region(view).whole) == set(found["pairings"].whole)


def test_a_programme_in_a_region_is_counted_where_anything_of_it_is_recorded() -> None:
    editions = counted_by_phase(view_of(artificial_dataset()))["editions"]
    assert set(editions.whole.in_rows_of("editions")) == {"NA-1", "NA-2", "NA-3", "LAC-1", "LAC-2", "JP-1"}
    assert not counted_by_phase(view_of(empty_dataset()))["editions"].whole
    # A conference of the whole programme that Japan recorded too is something of Japan's.
    japan = artificial_dataset().with_tables(pairings=artificial_dataset()["pairings"].iloc[:0])
    chosen = view_of(
        japan.with_tables(pairing_members=japan["pairing_members"].iloc[:0]), Selection(regions=("JP",))
    )
    assert counted_by_phase(chosen)["editions"].whole.in_rows_of("editions") == ("JP-1",)


def test_completeness_by_hand() -> None:
    known = completeness(view_of(artificial_dataset()))
    assert known.themes.rest.in_rows_of("pairings") == ("lac-1-fictia-modelia", "jp-1-mockholm-prototype")
    assert known.stated_goals.part.in_rows_of("pairings") == (
        "na-1-testville-demo-city",
        "lac-2-group-of-five",
    )
    assert known.dates.rest.in_rows_of("activities") == ("lac-1-agreement", "all-2-webinar")
