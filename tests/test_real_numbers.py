"""The numbers that readers see first, counted once more straight from what people collected.

Nothing of the package or its loaders is used for the counting: the files of data/collected are read as plain
text, so a row that the build lost, doubled or sorted wrongly shows here.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pandas as pd
from exhibit_checks import recorded_dataset
from iurc_dash.exhibits.map import where_from
from iurc_dash.exhibits.reported import reported_totals
from iurc_dash.exhibits.sources import source_list

from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.exhibits.overview import key_figures, pairings_by_region_and_phase
from iurc_dash.exhibits.pairings import pairing_list
from iurc_dash.forms import KeyFigures, Matrix
from iurc_dash.selection import Selection

DATA = Path(__file__).parents[1] / "data"
ALL = Selection()


@lru_cache(maxsize=16)
def collected(table_name: str) -> pd.DataFrame:
    """A collected table of all units together, as text; 'NA' is a region and not a missing value."""
    files = sorted((DATA / "collected").glob(f"*/{table_name}.csv"))
    return pd.concat([read(path) for path in files], ignore_index=True)


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@lru_cache(maxsize=1)
def events() -> pd.DataFrame:
    """Collected activities without those that another unit entered as well."""
    table = collected("activities")
    return table[~table["activity_key"].isin(collected("same_events")["activity_key"])]


@lru_cache(maxsize=1)
def one_event() -> dict[str, str]:
    """The key under which an event entered twice is counted."""
    table = collected("same_events")
    return dict(zip(table["activity_key"], table["same_as"], strict=True))


def figure(key: str) -> int | None:
    form = key_figures(recorded_dataset(), ALL).form
    assert isinstance(form, KeyFigures)
    return {figure.key: figure.value for figure in form.figures}[key]


def cells(exhibit: Exhibit) -> dict[tuple[str, str], int]:
    """Counts of a matrix that are not zero, by row and column key."""
    assert isinstance(exhibit.form, Matrix)
    return {
        (row.key, column.key): value
        for row, values in zip(exhibit.form.rows, exhibit.form.values, strict=True)
        for column, value in zip(exhibit.form.columns, values, strict=True)
        if value
    }


def by_edition(editions: pd.Series) -> dict[tuple[str, str], int]:
    """Counts by region and phase of edition keys such as 'NA-1'."""
    counts = Counter(editions)
    return {(key.rsplit("-", 1)[0], key.rsplit("-", 1)[1]): count for key, count in counts.items()}


def test_pairings_by_region_and_phase() -> None:
    pairings = collected("pairings")
    expected = by_edition(pairings["edition"])
    assert cells(pairings_by_region_and_phase(recorded_dataset(), ALL)) == expected
    assert expected["LAC", "1"] == 38 and expected["AA", "2"] == 32 and expected["NA", "3"] == 3
    assert figure("pairings") == len(pairings) == pairings["pairing_key"].nunique() == 154


def test_trios_groups_and_pairings_of_regions() -> None:
    sizes = collected("members").groupby("pairing_key").size()
    assert ((sizes == 3).sum(), (sizes > 3).sum(), (sizes > 2).sum(), sizes.min()) == (11, 6, 17, 2)
    regions = int((collected("pairings")["kind"] == "region").sum())
    assert regions == 31
    exhibit = key_figures(recorded_dataset(), ALL)
    assert exhibit.table.frame["note"].iloc[0] == "17 trios and larger groups, 31 between regions"
    assert (
        pairing_list(recorded_dataset(), ALL).finding
        == "154 pairings, among them 11 trios and 6 larger groups."
    )
    for kind, count in (("trio", 11), ("group", 6), ("pair", 137), ("regions", 31), ("cities", 123)):
        assert len(pairing_list(recorded_dataset(), Selection(kinds=(kind,))).table.frame) == count


def test_members_and_countries() -> None:
    members = collected("members")
    assert figure("countries") == members["country"].nunique() == 42
    listed = recorded_dataset()["pairing_members"]
    assert len(listed) == len(members) == 332
    # The same pairings have the same number of members, whatever the places are called.
    assert listed.groupby("pairing_id").size().to_dict() == members.groupby("pairing_key").size().to_dict()


def test_partner_countries() -> None:
    partners = collected("members").query("side == 'partner'")
    expected = partners.groupby("country")["pairing_key"].nunique().to_dict()
    table = where_from(recorded_dataset(), ALL).table.frame
    assert dict(zip(table["country_code"], table["pairings"], strict=True)) == expected
    assert expected["CN"] == expected["JP"] == max(expected.values()) == 19


def test_reported_figures_and_sources() -> None:
    assert len(reported_totals(recorded_dataset(), ALL).table.frame) == len(collected("figures")) == 134
    urls = set(collected("sources")["url"])
    assert len(urls) == 566
    listed = set(source_list(recorded_dataset(), ALL).table.frame["url"])
    assert listed <= urls
    assert len(listed) == 560


def test_members_of_the_united_kingdom_are_on_the_eu_side_as_the_caution_says() -> None:
    british = collected("members").query("country == 'GB'")
    # One pairing of phase 2 too, so the caution names no phase.
    assert {key.split("-")[1] for key in british["pairing_key"]} == {"1", "2"}
    assert set(british["side"]) == {"EU"}
    for key in british["pairing_key"]:
        phase = key.split("-")[1]
        assert "united_kingdom" in pairing_list(recorded_dataset(), Selection(phases=(phase,))).cautions


def test_the_lists_that_cells_of_pairings_lead_to_have_as_many() -> None:
    exhibit = pairings_by_region_and_phase(recorded_dataset(), ALL)
    for (region, phase), count in cells(exhibit).items():
        selection = Selection(regions=(region,), phases=(phase,))
        assert len(pairing_list(recorded_dataset(), selection).table.frame) == count
