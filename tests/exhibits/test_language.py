"""In another language nothing of an exhibit stays English but data and proper names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest
from artificial import artificial_dataset
from exhibit_checks import exhibits_of
from pseudo_language import CODE, LATIN_WORD, spoken

from iurc_dash.exhibit import Exhibit
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

# Columns that hold names, titles and remarks as sources or collectors wrote them: data, in whatever language they are.
WRITTEN = {
    "places": ("name", "position_note"),
    "place_names": ("name",),
    "place_relations": ("relation", "reason"),
    "pairings": ("summary",),
    "pairing_themes": ("label",),
    "activities": ("title", "place_name"),
    "activity_themes": ("label",),
    "stakeholders": ("note",),
    "thematic_networks": ("name", "description"),
    "editions": ("official_name", "implemented_for", "note", "collected_note"),
    "reported_figures": ("note", "indicator"),
    "contributions": ("reason", "target"),
    "gaps": ("note", "subject"),
    "sources": ("title", "publisher", "url", "read_as"),
}


@pytest.fixture(scope="module", autouse=True)
def _language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with spoken(tmp_path_factory.mktemp("locale")):
        yield


@lru_cache(maxsize=1)
def written_words() -> frozenset[str]:
    dataset = artificial_dataset()
    texts = [dataset.release.version]
    for table, columns in WRITTEN.items():
        for column in columns:
            texts += dataset[table][column].astype(str).tolist()
    return frozenset(word for text in texts for word in LATIN_WORD.findall(text))


def words_for_readers(exhibit: Exhibit) -> Iterator[str]:
    """Everything of an exhibit that is words already."""
    yield from (exhibit.question, exhibit.finding, exhibit.more, exhibit.alt, *exhibit.cautions.values())
    yield from (mark.label for mark in exhibit.marks.values())
    for column in exhibit.table.columns:
        yield from (column.title, column.unit)
    for line in exhibit.table:
        for column in exhibit.table.columns:
            cell = line[column.key]
            if column.kind == "paragraph" and isinstance(cell, str):
                yield cell


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(phases=("2",), regions=("LAC",)), Selection(goals=("sdg-1",))]
)
def test_nothing_stays_english_but_data(selection: Selection) -> None:
    view = view_of(artificial_dataset(), selection, CODE)
    assert not set(LATIN_WORD.findall(view.in_words)), view.in_words
    for exhibit in exhibits_of(view):
        for text in words_for_readers(exhibit):
            left = set(LATIN_WORD.findall(text)) - written_words()
            assert not left, (exhibit.id, text)


def test_the_made_up_language_would_show_what_is_forgotten() -> None:
    view = view_of(artificial_dataset(), Selection(), "en")
    english = " ".join(text for exhibit in exhibits_of(view) for text in words_for_readers(exhibit))
    assert set(LATIN_WORD.findall(english)) - written_words()
