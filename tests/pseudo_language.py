"""A made-up language for tests: Greek letters for the Latin ones in every message of ours.

What is still in Latin letters on a page that asks for it is data, or was forgotten. Babel speaks Greek by itself, so
dates, numbers and lists are in the same letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from iurc_dash import language
from scripts.messages import catalogue

CODE = "el"
_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GREEK = "αβγδεφζηικλμνξοπθρστυωψχυζΑΒΓΔΕΦΖΗΙΚΛΜΝΞΟΠΘΡΣΤΥΩΨΧΥΖ"
_LETTERS = str.maketrans(_LATIN, _GREEK)
# What a message fills in stays as it is.
_FILLED_IN = re.compile(r"(\{[^}]*\}|https?://\S+)")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def translate(message: str) -> str:
    """The message in the made-up language."""
    parts = _FILLED_IN.split(message)
    return "".join(part if place % 2 else part.translate(_LETTERS) for place, part in enumerate(parts))


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
