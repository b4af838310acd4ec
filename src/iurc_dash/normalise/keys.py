"""Readable keys made from words: the same words give the same key on every machine."""

from __future__ import annotations

import hashlib

from slugify import slugify


def slug(text: str, longest: int = 0) -> str:
    """Lower-case words joined by hyphens: 'São José' -> 'sao-jose'; cut at a word when over `longest`."""
    return slugify(text, max_length=longest, word_boundary=True)


def fingerprint(text: str) -> str:
    """Six hexadecimal digits that stand for the text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:6]


def folded(label: str) -> str:
    """A label as labels are compared: case and runs of white space make no difference."""
    return " ".join(label.split()).casefold()
