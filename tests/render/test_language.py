"""Files, pictures and figures in another language: nothing stays English but keys, addresses and data."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from artificial import artificial_dataset
from exhibit_checks import exhibits_of
from pseudo_language import CODE, forgotten, in_cyrillic, spoken, translate

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.forms import ArcMap
from iurc_dash.language import current_language
from iurc_dash.render.data import exhibit_csv, exhibit_json, exhibit_text, exhibit_zip, file_name
from iurc_dash.render.deck.rows import layer_rows
from iurc_dash.selection import Selection
from iurc_dash.view import EVERYTHING, View, view_of


@pytest.fixture(scope="module", autouse=True)
def _language(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with spoken(tmp_path_factory.mktemp("locale")):
        yield


@lru_cache(maxsize=1)
def foreign_dataset() -> Dataset:
    return in_cyrillic(artificial_dataset())


def foreign_view(selection: Selection = EVERYTHING, language: str = CODE) -> View:
    return view_of(foreign_dataset(), selection, language)


def searched_for(exhibit: Exhibit) -> str:
    return exhibit.parameters.get("search", "")


def test_tables_for_spreadsheets_have_titles_and_names_of_the_language() -> None:
    of_keys = tuple(translate(title) for title in ("(code)", "(key)"))
    for exhibit in exhibits_of(foreign_view()):
        titles, *lines = csv.reader(io.StringIO(exhibit_csv(exhibit).decode("utf-8-sig")))
        assert not forgotten(" ".join(titles)), (exhibit.id, titles)
        for line in lines:
            for title, value in zip(titles, line, strict=True):
                if not title.endswith(of_keys) and title not in (translate("Key"), translate("Address")):
                    assert not forgotten(value), (exhibit.id, title)
    assert current_language() == "en"


def test_the_text_beside_a_table_and_the_plain_text_are_in_the_language() -> None:
    for exhibit in exhibits_of(foreign_view(Selection(phases=("1", "2"), goals=("sdg-12",)))):
        with zipfile.ZipFile(io.BytesIO(exhibit_zip(exhibit))) as archive:
            read_me = archive.read("README.txt").decode()
        said = read_me.replace(f"({foreign_dataset().release.fingerprint})", "")
        assert not forgotten(said, but=searched_for(exhibit)), exhibit.id
        columns = [column.key for column in exhibit.table.columns if not column.hidden]
        if "key" not in columns:
            assert not forgotten(exhibit_text(exhibit), but=searched_for(exhibit)), exhibit.id


def words_of(record: Any, name: str = "") -> Iterator[str]:
    """What of a JSON record is for people: all but keys, codes and settings."""
    if isinstance(record, dict):
        for key, value in record.items():
            # Cells hold values, whatever their columns are called.
            if key != "cells":
                yield from words_of(value, key)
    elif isinstance(record, list):
        for value in record:
            yield from words_of(value, name)
    elif name in ("question", "finding", "label", "title", "unit", "text", "publisher"):
        yield str(record)


def test_the_words_of_a_record_for_programs_are_in_the_language() -> None:
    for exhibit in exhibits_of(foreign_view()):
        record = exhibit_json(exhibit)
        for text in words_of(record):
            assert not forgotten(text, but=searched_for(exhibit)), (exhibit.id, text)
        assert record["id"] == exhibit.id, "what programs go by stays"


def test_files_of_two_languages_have_two_names() -> None:
    english, other = (
        file_name(make(foreign_view(language=language), "goals/reached"), "csv") for language in ("en", CODE)
    )
    assert english != other
    assert other.isascii()


@pytest.mark.parametrize("colour", ["phase", "region"])
def test_what_a_pointer_is_told_on_the_map_is_in_the_language(colour: str) -> None:
    shown = make(foreign_view(), "pairings/on-map", colour=colour)
    assert isinstance(shown.form, ArcMap)
    told = [str(row.get("t", "")) for rows in layer_rows(shown.form).values() for row in rows]
    assert any(translate("Portugal") in text for text in told)
    assert not [text for text in told if forgotten(text)]
