"""Words, numbers and dates for readers: gettext for texts, Babel for numbers and dates."""

from __future__ import annotations

import datetime
import gettext as gettext_library
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from babel import Locale, dates, numbers
from babel.lists import format_list

DEFAULT_LANGUAGE = "en"
LOCALE_FOLDER = Path(__file__).resolve().parents[2] / "locale"

_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


@lru_cache(maxsize=32)
def _catalogue(language: str) -> gettext_library.NullTranslations:
    return gettext_library.translation("iurc_dash", LOCALE_FOLDER, languages=[language], fallback=True)


@lru_cache(maxsize=32)
def _locale(language: str) -> Locale:
    # British English for plain English: day before month, as the sources' readers write it.
    return Locale.parse("en_GB" if language == "en" else language)


def languages() -> tuple[str, ...]:
    """Languages that there is a catalogue for, English first."""
    return _languages(LOCALE_FOLDER)


@lru_cache(maxsize=8)
def _languages(folder: Path) -> tuple[str, ...]:
    found = sorted(path.parents[1].name for path in folder.glob("*/LC_MESSAGES/iurc_dash.mo"))
    return (DEFAULT_LANGUAGE, *(language for language in found if language != DEFAULT_LANGUAGE))


def known_language(asked: str) -> str:
    """The language that is asked for, where there is a catalogue for it; else English."""
    return asked if asked in languages() else DEFAULT_LANGUAGE


def language_of_environment() -> str:
    """The first language that the environment names and that is known, as gettext reads it; for commands."""
    named = next(filter(None, map(os.environ.get, ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    # 'pt_BR.UTF-8' asks for 'pt_BR', and for 'pt' where there is none.
    asked = [name.partition(".")[0] for name in named.split(":")]
    wanted = [form for name in asked for form in (name, name.partition("_")[0])]
    return next((form for form in wanted if form in languages()), DEFAULT_LANGUAGE)


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Say everything within the block in a language; each door (page, fragment, route, command) enters one."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def current_language() -> str:
    """The language that texts are made in; part of the key of whatever keeps texts."""
    return _language.get()


def _(message: str) -> str:
    """The message in the current language."""
    return _catalogue(_language.get()).gettext(message)


def N_(message: str) -> str:  # noqa: N802  (the customary name by which message extraction finds it)
    """Mark a message for translation where it is defined; it is translated where it is shown."""
    return message


def ngettext_noop(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message with its plural where it is defined; `ngettext` says it where it is shown."""
    return singular, plural


def ngettext(singular: str, plural: str, number: int) -> str:
    """The singular or plural message for the number, in the current language."""
    return _catalogue(_language.get()).ngettext(singular, plural, number)


def format_number(value: float | int) -> str:
    """A number in the reader's format: 2498490 -> '2,498,490'."""
    return str(numbers.format_decimal(value, locale=_locale(_language.get())))


def format_share(value: float) -> str:
    """A share between 0 and 1 as a whole percentage: 0.634 -> '63%'."""
    return str(numbers.format_percent(value, locale=_locale(_language.get())))


def format_names(names: list[str] | tuple[str, ...]) -> str:
    """Names joined as a sentence joins them: 'Bologna, Rimini and Aurora'."""
    return format_list(list(names), locale=_locale(_language.get()))


def format_parts(parts: Iterable[str]) -> str:
    """Parts of one name or label set apart: 'Bologna, Italy', 'North America, Phase 1'; blank ones are left out."""
    # Translators: this stands between the parts of a name or label, as in "Bologna, Italy".
    return _(", ").join(filter(None, parts))


def format_entries(entries: Iterable[str]) -> str:
    """Entries that stand one after the other and are no sentence: 'Phase 1: 34 of 75; Phase 2: 30 of 65'."""
    # Translators: this stands between entries in a row, as in "Phase 1: 34; Phase 2: 30".
    return _("; ").join(entries)


def format_entry(label: str, value: str) -> str:
    """What something is called and what is said of it: 'Phase 1: 34 of 75'."""
    return _("{label}: {value}").format(label=label, value=value)


def format_date(value: str) -> str:
    """An ISO date in words at the precision it has: '2022' -> '2022', '2022-05' -> 'May 2022'.

    Blank gives 'not recorded'. A year never becomes 1 January.
    """
    locale = _locale(_language.get())
    parts = value.split("-") if value else []
    if not parts:
        return _("not recorded")
    if len(parts) == 1:
        return value
    day = datetime.date(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    if len(parts) == 3:
        return str(dates.format_date(day, format="long", locale=locale))
    return str(dates.format_skeleton("yMMMM", day, locale=locale))


def format_quarter(year: int, quarter: int) -> str:
    """A quarter of a year as a reader writes it: 2021, 3 -> '3rd quarter 2021'."""
    day = datetime.date(year, 3 * quarter, 1)
    return str(dates.format_skeleton("yQQQQ", day, locale=_locale(_language.get())))


def format_period(start: str, end: str) -> str:
    """Start and end in words, each at its own precision; the end alone reads 'until'.

    What both share is said once: '2022-11-28' and '2022-11-30' -> '28–30 Nov 2022'.
    """
    if start and end and start != end:
        if len(start) == len(end) == len("2022-11-28"):
            return _format_days(start, end, _language.get())
        return _("{start} to {end}").format(start=format_date(start), end=format_date(end))
    if end and not start:
        return _("until {end}").format(end=format_date(end))
    return format_date(start)


@lru_cache(maxsize=4096)
def _format_days(start: str, end: str, language: str) -> str:
    """Two days as an interval of the reader's language; kept, because finding the pattern takes Babel long."""
    first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
    return str(dates.format_interval(first, last, "yMMMd", locale=_locale(language)))
