"""What pairings work on, by phase and region, and what came of the circular economy."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset, empty_dataset, frame, one_row_dataset
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.themes import (
    circular_economy,
    clusters_by_phase,
    clusters_by_region,
    theme_choices,
    theme_pairings,
    themes_ranked,
)
from iurc_dash.forms import Bars, Matrix
from iurc_dash.metrics.themes import activity_homes, theme_links
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

ALL = Selection()


def test_two_labels_for_one_theme_are_one_link() -> None:
    links = theme_links(artificial_dataset())
    assert len(links) == 8
    assert not links.duplicated(["pairing_id", "theme_id"]).any()


def test_clusters_by_phase_counts_each_pairing_once_a_cluster() -> None:
    exhibit = clusters_by_phase(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, Matrix)
    cells = {row.label: values for row, values in zip(exhibit.form.rows, exhibit.form.values, strict=True)}
    # The first pairing has two themes of this cluster and counts once.
    assert cells["Circular economy and waste"] == (1, 1, 0)
    assert cells["Mobility and transport"] == (1, 1, 0)
    assert cells["Energy transition"] == (0, 1, 0)
    assert cells["Digital transition"] == (0, 1, 1)
    assert exhibit.form.column_totals == (2, 2, 1)
    assert exhibit.form.total == 5
    assert exhibit.rows["pairings"] and len(exhibit.rows["pairings"]) == 5
    assert "change" not in exhibit.table.frame


def test_too_few_pairings_give_no_finding_on_how_shares_moved() -> None:
    assert clusters_by_phase(artificial_dataset(), ALL).finding == (
        "“Circular economy and waste”, “Mobility and transport” and “Digital transition” lead together: "
        "2 each of 5 pairings with themes recorded."
    )


def many_pairings() -> Dataset:
    """Ten pairings in phase 1 and ten in phase 2: mobility goes from 8 to 2, digital from 2 to 8."""
    base = artificial_dataset()
    pairings, themes = [], []
    for edition, mobile in (("NA-1", 8), ("NA-2", 2)):
        for number in range(10):
            key = f"{edition.lower()}-made-{number}"
            pairings.append((key, edition, "city", "", "", "", ""))
            themes.append(
                (key, "sustainable-urban-mobility" if number < mobile else "smart-cities", "as written")
            )
    members = [
        (row[0], place, side, order)
        for row in pairings
        for order, (place, side) in enumerate((("testville-pt", "EU"), ("demo-city-us", "partner")), start=1)
    ]
    return base.with_tables(
        pairings=frame("pairings", pairings),
        pairing_members=frame("pairing_members", members),
        pairing_themes=frame("pairing_themes", themes),
    )


def test_the_finding_on_phases_tells_what_grew_and_what_fell() -> None:
    dataset = many_pairings()
    exhibit = clusters_by_phase(dataset, ALL)
    assert_sound(exhibit, dataset)
    assert exhibit.finding == (
        "As a share of pairings with themes, “Digital transition” (20% to 80%) grew most from phase 1 to phase 2 "
        "and “Mobility and transport” (80% to 20%) fell most."
    )
    changes = dict(zip(exhibit.table.frame["cluster"], exhibit.table.frame["change"], strict=True))
    assert changes["Digital transition"] == 60
    assert changes["All pairings with themes recorded"] == 0


def test_shares_are_of_the_pairings_with_themes_and_not_of_all() -> None:
    table = clusters_by_phase(artificial_dataset(), ALL).table.frame.set_index("cluster")
    # Phase 1 has four pairings, two of them with themes.
    assert table.loc["Circular economy and waste", "share-1"] == 0.5


def test_clusters_by_region_leaves_out_regions_without_themes() -> None:
    exhibit = clusters_by_region(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert isinstance(exhibit.form, Matrix)
    assert [column.key for column in exhibit.form.columns] == ["NA", "LAC"]
    assert exhibit.form.column_totals == (4, 1)
    assert exhibit.finding.startswith("No cluster stands out: Mobility") is False


def test_themes_are_ranked_and_ties_are_ties() -> None:
    exhibit = themes_ranked(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    counts = dict(zip(exhibit.table.frame["theme"], exhibit.table.frame["pairings"], strict=True))
    assert list(counts.items()) == [
        ("Circular economy", 2), ("Smart cities", 2), ("Sustainable urban mobility", 2), ("Renewable energy", 1),
        ("Waste management", 1),
    ]  # fmt: skip
    assert exhibit.finding == (
        "“Circular economy”, “Smart cities” and “Sustainable urban mobility” lead together: "
        "2 each of 5 pairings with themes recorded."
    )


def test_a_cluster_shows_its_own_themes_only() -> None:
    for exhibit in (
        themes_ranked(artificial_dataset(), ALL, "circular-economy-and-waste"),
        themes_ranked(artificial_dataset(), Selection(clusters=("circular-economy-and-waste",))),
    ):
        assert exhibit.table.frame["theme"].tolist() == ["Circular economy", "Waste management"]
        assert exhibit.finding == (
            "“Circular economy” leads: 2 of 2 pairings on “Circular economy and waste”."
        )


def test_further_themes_are_summed_in_the_table_and_not_drawn() -> None:
    dataset = recorded_dataset()
    exhibit = themes_ranked(dataset, ALL)
    assert_sound(exhibit, dataset)
    assert isinstance(exhibit.form, Bars)
    assert len(exhibit.form.categories) == 15
    assert len(exhibit.table.frame) == 16
    last = exhibit.table.frame.iloc[-1]
    assert last["theme_id"] == ""
    links = theme_links(dataset)
    further = links[~links["theme_id"].isin([category.key for category in exhibit.form.categories])]
    assert last["pairings"] == further["pairing_id"].nunique() < len(further)


def test_circular_economy_counts_what_names_it_and_lists_it() -> None:
    exhibit = circular_economy(artificial_dataset(), ALL)
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.finding == (
        "2 of 5 pairings with themes recorded work on the circular economy; 2 activities name it, "
        "among them 1 publication and 1 case study."
    )
    assert clusters_by_phase(artificial_dataset(), ALL).table.frame["pairings"].iloc[-1] == 5
    # A webinar on waste is not one on the circular economy.
    assert set(exhibit.rows["activities"]) == {"na-2-publication", "na-2-case-study"}
    assert isinstance(exhibit.form, Bars)
    assert [category.key for category in exhibit.form.categories] == ["NA-1", "NA-2"]
    assert [series.values for series in exhibit.form.series] == [(1, 1), (0, 2)]
    assert exhibit.table.frame["labels"].tolist()[1] == "circular economy; circularity"
    assert not exhibit.form.stacked


def test_no_circular_economy_is_said_and_not_drawn() -> None:
    exhibit = circular_economy(artificial_dataset(), Selection(regions=("JP",)))
    assert exhibit.finding == "No pairing or activity that matches works on the circular economy."
    assert exhibit.form is None


def test_pairings_without_activities_on_the_circular_economy() -> None:
    assert circular_economy(one_row_dataset(), ALL).finding == (
        "The one pairing with themes recorded works on the circular economy, and no activity names it."
    )


def test_theme_pairings_show_the_labels_as_written() -> None:
    exhibit = theme_pairings(artificial_dataset(), ALL, "circular-economy")
    assert_sound(exhibit, artificial_dataset())
    assert exhibit.table.frame["labels"].tolist() == ["circular economy", "circular economy; circularity"]
    assert exhibit.finding == "2 pairings work on “Circular economy”, which their sources write in 2 ways."
    assert theme_pairings(artificial_dataset(), ALL, "no-such-theme").form is None


def test_theme_choices_are_most_first() -> None:
    assert next(iter(theme_choices(artificial_dataset(), ALL).items())) == (
        "circular-economy",
        "Circular economy (2)",
    )
    assert set(theme_choices(artificial_dataset(), ALL, "mobility")) == {"sustainable-urban-mobility"}


def test_an_activity_counts_once_and_where_it_was_asked_for() -> None:
    everywhere = activity_homes(artificial_dataset())
    assert everywhere["all-1-conference"] == "ALL-1"
    narrowed = activity_homes(narrow(artificial_dataset(), Selection(regions=("LAC",))))
    assert narrowed["all-1-conference"] == "LAC-1"
    assert "jp-1-other" not in narrowed


@pytest.mark.parametrize("make", [clusters_by_phase, clusters_by_region, themes_ranked, circular_economy])
def test_no_data_is_told_from_no_themes(make: object) -> None:
    assert callable(make)
    empty = make(empty_dataset(), ALL)
    assert_sound(empty, empty_dataset())
    assert empty.is_empty
    themeless = artificial_dataset().with_tables(
        pairing_themes=artificial_dataset()["pairing_themes"].iloc[:0]
    )
    if make is not circular_economy:
        assert empty.finding == "No pairing matches."
        assert make(themeless, ALL).finding == "No theme is recorded for the pairings that match."


@pytest.mark.parametrize("make", [clusters_by_phase, clusters_by_region, themes_ranked, circular_economy])
def test_recorded_themes_are_sound(make: object) -> None:
    dataset = recorded_dataset()
    assert callable(make)
    for selection in (
        ALL,
        *(Selection(phases=(phase,)) for phase in ("1", "2", "3")),
        Selection(regions=("CN",)),
    ):
        assert_sound(make(dataset, selection), dataset)
    with_themes = dataset["pairing_themes"]["pairing_id"].nunique()
    exhibit = make(dataset, ALL)
    if isinstance(exhibit.form, Matrix):
        assert exhibit.form.total == with_themes
