"""Small pieces of HTML that every part of a page uses: escaped text, links, words for screen readers only.

What comes out is for a page that strips <svg> and <script>. Looks that repeat are classes of stylesheet.py; what is
particular to one place, such as a shade that stands for a number, is an inline style.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

from iurc_dash.language import _, format_date

TABULAR = "font-variant-numeric:tabular-nums"
_ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def heard(text: str) -> str:
    """Words for screen readers that are not shown."""
    return f'<span class="iurc-heard">{escape(text)}</span>'


def seen(text: str) -> str:
    """Signs that are shown and not read out, because `heard` says the same in words."""
    return f'<span aria-hidden="true">{escape(text)}</span>'


def muted(text: str) -> str:
    """Text of lesser weight, still at 4.5:1."""
    return f'<span class="iurc-muted">{escape(text)}</span>'


def not_recorded() -> str:
    """What stands where nothing is known."""
    return muted(_("not recorded"))


def is_safe_address(address: str) -> bool:
    """Whether a link may lead there: http, https, or a path within the dashboard."""
    if not address or any(ord(character) < 33 for character in address) or "\\" in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme in ("http", "https") and bool(parts.netloc)
    # Two slashes lead to another host without saying so; a colon before the path may hide a scheme.
    return (
        not address.startswith("//")
        and ":" not in address.split("/", maxsplit=1)[0].split("?", maxsplit=1)[0]
    )


def host(address: str) -> str:
    """The host of a web address for readers: 'https://www.iurc.eu/x' -> 'iurc.eu'; blank for a path of our own."""
    return (urlsplit(address).hostname or "").removeprefix("www.") if is_safe_address(address) else ""


def link(text: str, address: str) -> str:
    """A link, or the bare text where the address is not one a reader may be sent to. Text is escaped here."""
    if not is_safe_address(address):
        return escape(text)
    foreign = ' rel="noopener"' if host(address) else ""
    return f'<a class="iurc-link" href="{escape(address)}"{foreign}>{escape(text)}</a>'


def region(inner: str, label: str) -> str:
    """Something wide that scrolls sideways by itself and can be reached by keyboard."""
    return f'<div class="iurc-region" role="region" tabindex="0" aria-label="{escape(label)}">{inner}</div>'


def date_in_words(date: str) -> str:
    """An ISO date in words; what is already words stays as it is."""
    if not _ISO_DATE.fullmatch(date):
        return date
    try:
        return format_date(date)
    except ValueError:
        return date


def caption_html(caption: str, hidden: bool = False) -> str:
    """A table's caption; hidden where a heading above already says it, for screen readers only."""
    return f"<caption>{heard(caption) if hidden else escape(caption)}</caption>"
