"""The programme as it is not today: what data may say that nobody has seen yet opens on every page."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest
from artificial import artificial_dataset
from exhibit_checks import assert_sound, exhibits_of
from visits import assert_opens, visit, words_on

from iurc_dash.dataset import Dataset
from iurc_dash.selection import Selection
from iurc_dash.ui.navigation import PAGES, PageEntry
from iurc_dash.view import view_of

Change = Callable[[Dataset], Dataset]


def with_rows(dataset: Dataset, table: str, *rows: dict[str, object]) -> Dataset:
    """The dataset with rows that are copies of a table's last one but for the cells given."""
    last = dataset[table].iloc[-1].to_dict()
    added = pd.DataFrame([{**last, **row} for row in rows]).astype(dataset[table].dtypes.to_dict())
    return dataset.with_tables(**{table: pd.concat([dataset[table], added], ignore_index=True)})


def with_cell(dataset: Dataset, table: str, column: str, value: object) -> Dataset:
    """The dataset with another value in the first row of a table."""
    changed = dataset[table].copy()
    changed.loc[0, column] = value
    return dataset.with_tables(**{table: changed})


def a_fourth_phase(dataset: Dataset) -> Dataset:
    dataset = with_rows(
        dataset,
        "phases",
        {"phase_id": "4", "name": "Phase 4", "short_label": "4 · artificial", "start_year": 2030},
    )
    dataset = with_rows(
        dataset,
        "editions",
        {
            "edition_id": "NA-4",
            "region_id": "NA",
            "phase_id": "4",
            "short_name": "North America, phase 4",
            "order": 40,
        },
    )
    return with_cell(dataset, "pairings", "edition_id", "NA-4")


def a_new_region(dataset: Dataset) -> Dataset:
    dataset = with_rows(
        dataset, "regions", {"region_id": "MOON", "name": "The Moon", "short_name": "The Moon", "order": 50}
    )
    dataset = with_rows(
        dataset,
        "editions",
        {
            "edition_id": "MOON-3",
            "region_id": "MOON",
            "phase_id": "3",
            "short_name": "The Moon, phase 3",
            "order": 50,
        },
    )
    return with_cell(dataset, "activities", "edition_id", "MOON-3")


def without_the_third_phase(dataset: Dataset) -> Dataset:
    return view_of(dataset, Selection(phases=("1", "2"))).rows


def one_edition_only(dataset: Dataset) -> Dataset:
    """Without the events of the whole programme, which would belong to an edition that is not there."""
    rows = view_of(dataset, Selection(phases=("1",), regions=("NA",))).rows
    edition = rows["editions"]["edition_id"].iloc[0]
    of_edition = {
        name: rows[name][rows[name]["edition_id"] == edition].reset_index(drop=True)
        for name in ("editions", "activities", "activity_editions", "edition_countries")
    }
    kept = set(of_edition["activities"]["activity_id"])
    of_activities = {
        name: rows[name][rows[name]["activity_id"].isin(kept)].reset_index(drop=True)
        for name in ("activity_pairings", "activity_themes")
    }
    contributions = rows["contributions"]
    strange = (contributions["subject_kind"] == "activity") & ~contributions["subject_id"].isin(kept)
    return rows.with_tables(**of_edition, **of_activities, contributions=contributions[~strange])


def a_member_state_that_joined_yesterday(dataset: Dataset) -> Dataset:
    joined = dataset["countries"].copy()
    joined.loc[joined["country_code"] == "BR", "is_eu_member"] = True
    return dataset.with_tables(countries=joined)


CHANGES: dict[str, Change] = {
    "a fourth phase": a_fourth_phase,
    "a new region": a_new_region,
    "a new kind of activity": lambda dataset: with_cell(dataset, "activities", "kind", "moon walk"),
    "a new mode": lambda dataset: with_cell(dataset, "activities", "mode", "by telepathy"),
    "a new kind of place": lambda dataset: with_cell(dataset, "places", "kind", "crater"),
    "a new status": lambda dataset: with_cell(dataset, "pairings", "status", "dormant"),
    "a new kind of stakeholder": lambda dataset: with_cell(dataset, "stakeholders", "kind", "robots"),
    "a goal 18": lambda dataset: with_rows(
        dataset,
        "goals",
        {"goal_id": "sdg-18", "agenda_id": "sdg", "number": "18", "name": "Made up", "order": 18},
    ),
    "a goal without number": lambda dataset: with_cell(dataset, "goals", "number", ""),
    "no third phase": without_the_third_phase,
    "one edition only": one_edition_only,
    "a member state that joined yesterday": a_member_state_that_joined_yesterday,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_every_exhibit_copes(change: Change) -> None:
    for exhibit in exhibits_of(view_of(change(artificial_dataset()))):
        assert_sound(exhibit)


@pytest.mark.slow
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.title)
@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_every_page_opens(change: Change, entry: PageEntry) -> None:
    assert_opens(visit(change(artificial_dataset()), entry))


def test_a_code_without_words_is_shown_as_it_is() -> None:
    changed = CHANGES["a new kind of activity"](artificial_dataset())
    activity = next(entry for entry in PAGES if entry.url_path == "activity")
    assert "moon walk" in words_on(visit(changed, activity))
