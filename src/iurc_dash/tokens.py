"""Which dataset an address means: a token for each Dataset, and back, for as long as somebody keeps it.

Data that all may see is named by its release, so that the same address means the same for everybody. Data of one
session is named by a random token that only its own pages know, and is gone when the session lets go of it: this
module keeps nothing alive.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary, WeakValueDictionary

from iurc_dash.dataset import Dataset


@dataclass(frozen=True)
class Named:
    """A dataset that an address names, and whether all may see it."""

    dataset: Dataset
    public: bool


_lock = Lock()
_public: WeakValueDictionary[str, Dataset] = WeakValueDictionary()
_own: WeakValueDictionary[str, Dataset] = WeakValueDictionary()
_tokens: WeakKeyDictionary[Dataset, str] = WeakKeyDictionary()


def publish(dataset: Dataset) -> str:
    """Let all see a dataset; gives its token, the fingerprint of its release."""
    token = dataset.release.fingerprint
    with _lock:
        _public[token] = dataset
        _tokens[dataset] = token
    return token


def token_of(dataset: Dataset) -> str:
    """The token of a dataset; one that was not published gets a random one."""
    with _lock:
        token = _tokens.get(dataset)
        if token is None:
            token = _tokens[dataset] = secrets.token_urlsafe(16)
            _own[token] = dataset
        return token


def resolve(token: str) -> Named | None:
    """The dataset that a token names; None when there is none, or no longer."""
    with _lock:
        if (own := _own.get(token)) is not None:
            return Named(own, public=False)
        public = _public.get(token)
        return None if public is None else Named(public, public=True)
