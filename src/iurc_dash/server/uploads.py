"""How many files each session may still upload: none, unless a page that it has open asks for some."""

from __future__ import annotations

from threading import Lock

_lock = Lock()
_awaited: dict[str, int] = {}


def await_files(session: str, count: int) -> None:
    """Let a session upload so many files from now on; 0 where its page asks for none."""
    with _lock:
        if count:
            _awaited[session] = count
        else:
            _awaited.pop(session, None)


def take_one(session: str) -> bool:
    """Whether a session may upload a file now; it is counted."""
    with _lock:
        left = _awaited.get(session, 0)
        if not left:
            return False
        _awaited[session] = left - 1
        return True
