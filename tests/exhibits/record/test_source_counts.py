"""Public pages counted in three ways, side by side: none is a part of another by hand."""

from __future__ import annotations

import pandas as pd
from artificial import artificial_dataset, empty_dataset
from artificial_pairings import made
from exhibit_checks import assert_sound, recorded_dataset

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.metrics.sources import sources_of_subjects
from iurc_dash.view import view_of


def counts(dataset: Dataset, **chosen: tuple[str, ...]) -> dict[str, set[str]]:
    """The pages behind each figure."""
    exhibit = shown(dataset, **chosen)
    return {key: set(exhibit.rows(key).get("sources", ())) for key in exhibit.marks}


def shown(dataset: Dataset, **chosen: tuple[str, ...]) -> Exhibit:
    exhibit = made(dataset, "record/source-counts", **chosen)
    assert_sound(exhibit)
    return exhibit


def test_each_figure_is_a_part_of_the_one_before_and_opens_its_pages() -> None:
    dataset = recorded_dataset()
    found = counts(dataset)
    assert found["read"] == set(dataset["sources"]["source_id"])
    assert found["shown"] == set(dataset["row_sources"]["source_id"])
    assert found["subjects"] == set(sources_of_subjects(view_of(dataset)).in_rows_of("sources"))
    assert found["read"] > found["shown"] > found["subjects"]
    for key, pages in found.items():
        assert str(len(pages)) in shown(dataset).finding, key


def test_a_page_that_no_row_rests_on_was_read_and_supports_nothing() -> None:
    dataset = artificial_dataset()
    unused = dataset["sources"].iloc[:1].assign(source_id="unused")
    found = counts(dataset.with_tables(sources=pd.concat([dataset["sources"], unused])))
    assert "unused" in found["read"]
    assert "unused" not in found["shown"] | found["subjects"]


def test_a_page_on_a_whole_programme_is_not_one_of_its_pairings() -> None:
    dataset = artificial_dataset()
    page = dataset["sources"].iloc[:1].assign(source_id="of-a-total")
    cited = (
        dataset["row_sources"].iloc[:1].assign(table_name="editions", row_id="NA-1", source_id="of-a-total")
    )
    more = dataset.with_tables(
        sources=pd.concat([dataset["sources"], page]),
        row_sources=pd.concat([dataset["row_sources"], cited]),
    )
    found = counts(more)
    assert "of-a-total" in found["shown"] and "of-a-total" not in found["subjects"]


def test_what_is_chosen_by_theme_or_country_has_no_pages_of_whole_programmes() -> None:
    for chosen in ({"themes": ("circular-economy",)}, {"countries": ("PT",)}, {"statuses": ("completed",)}):
        assert set(counts(artificial_dataset(), **chosen)) == {"read", "subjects"}
        exhibit = shown(artificial_dataset(), **chosen)
        assert exhibit.finding.startswith(
            "13 public pages were read; the pairings and activities shown rest on"
        )
    assert set(counts(artificial_dataset(), phases=("1",))) == {"read", "shown", "subjects"}


def test_where_no_page_was_read_that_is_said() -> None:
    dataset = empty_dataset()
    assert shown(dataset.with_tables(sources=dataset["sources"].iloc[:0])).is_empty
    unread = shown(dataset)
    assert unread.finding.endswith("what is shown rests on 0, its pairings and activities on 0.")
