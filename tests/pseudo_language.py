"""A made-up language for tests: Greek letters for the Latin ones in every message of ours.

What is still in Latin letters on a page that asks for it is data, or was forgotten. Babel speaks Greek by itself, so
dates, numbers and lists are in the same letters. `in_cyrillic` makes data that has no Latin letter either: then what
has one was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from iurc_dash import language
from iurc_dash.dataset import Dataset, Release
from iurc_dash.vocabulary import VOCABULARIES
from scripts.messages import catalogue

CODE = "el"
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GREEK = "αβγδεφζηικλμνξοπθρστυωψχυζΑΒΓΔΕΦΖΗΙΚΛΜΝΞΟΠΘΡΣΤΥΩΨΧΥΖ"
_CYRILLIC = "абцдефгхийклмнопярстувшщызАБЦДЕФГХИЙКЛМНОПЯРСТУВШЩЫЗ"
_LETTERS = str.maketrans(_LATIN, _GREEK)
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
    "reported_figures": ("note",),
    "contributions": ("reason",),
    "gaps": ("note",),
    "sources": ("title", "publisher", "read_as"),
}
# Columns of codes of which data may know more than the vocabulary; such a code is shown as it is.
CODED = {
    ("reported_figures", "indicator"): "indicators",
    ("gaps", "subject"): "gap_subjects",
}
# What a message fills in stays as it is.
_FILLED_IN = re.compile(r"(\{[^}]*\}|https?://\S+)")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_ADDRESS = re.compile(r"https?://\S+|\bexample\.(org|net)\b")


def translate(message: str) -> str:
    """The message in the made-up language."""
    parts = _FILLED_IN.split(message)
    return "".join(part if place % 2 else part.translate(_LETTERS) for place, part in enumerate(parts))


def forgotten(text: str, but: str = "") -> list[str]:
    """Words in Latin letters that are no part of an address, nor of what `but` says."""
    return _LATIN_WORD.findall(_ADDRESS.sub("", text.replace(but, "")))


def in_cyrillic(dataset: Dataset) -> Dataset:
    """The dataset with Cyrillic letters for the Latin ones in everything that sources and collectors wrote.

    Keys, codes and addresses stay.
    """
    letters = str.maketrans(_LATIN, _CYRILLIC)
    tables = {
        name: dataset[name].assign(
            **{column: dataset[name][column].str.translate(letters) for column in columns}
        )
        for name, columns in WRITTEN.items()
    }
    for (name, column), vocabulary in CODED.items():
        codes = tables[name][column]
        tables[name][column] = codes.where(
            codes.isin(VOCABULARIES[vocabulary].keys()), codes.str.translate(letters)
        )
    release = Release("0.0.0-" + "artificial".translate(letters), dataset.release.date, "cyrillic")
    return Dataset({**dataset.tables, **tables}, release)


def write_catalogue(folder: Path) -> None:
    """A compiled catalogue of all messages, where the language is looked for."""
    messages = catalogue()
    messages.locale = CODE
    for message in messages:
        if message.id:
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            said = tuple(translate(form) for form in forms)
            message.string = said if isinstance(message.id, tuple) else said[0]
    path = folder / CODE / "LC_MESSAGES" / "iurc_dash.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, messages)


@contextmanager
def spoken(folder: Path) -> Iterator[None]:
    """The made-up language is there within the block."""
    write_catalogue(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(language, "LOCALE_FOLDER", folder)
        language._catalogue.cache_clear()
        yield
    language._catalogue.cache_clear()
