"""The one way by which words reach Streamlit: as they are, never read as markup.

Streamlit reads titles, texts, notices and labels as Markdown, in which words of an address or of the data could
become links, pictures fetched from elsewhere, headings or icons.
"""

from __future__ import annotations

import re

import streamlit as st

# Whatever Markdown, directives, shortcodes, formulas or HTML begin or end with.
_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|$:~&@^=/])")
# Inside what is read once more after Markdown: addresses of pages and mails, which become links, icons
# (:material_home:), and signs in pairs, which become arrows and dashes.
_READ_AGAIN = re.compile(r"(?<=:)(?=\S)|(?<=[-<>~=])(?=[-<>=])|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
# Neither seen nor a place where a line may break.
JOINER = "\u2060"


def plain(words: str) -> str:
    """Words so written that Markdown shows them as they are, on one line."""
    return _SIGNS.sub(r"\\\1", _READ_AGAIN.sub(JOINER, " ".join(words.split())))


def strong(words: str) -> str:
    """The same in bold type."""
    return f"**{plain(words)}**" if words.strip() else ""


def title(words: str) -> None:
    """The page's title."""
    st.title(plain(words), anchor=False)


def heading(words: str, level: int = 2) -> None:
    """A heading of the second or third level."""
    (st.header if level == 2 else st.subheader)(plain(words), anchor=False)


def paragraph(words: str) -> None:
    """A paragraph."""
    st.markdown(plain(words))


def caption(words: str) -> None:
    """A line of lesser weight."""
    st.caption(plain(words))


def notice(words: str) -> None:
    """Something that the reader should know before reading on."""
    st.info(plain(words))
