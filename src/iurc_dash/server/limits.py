"""How many visitors the machine lets in, by the files that a process may have open."""

from __future__ import annotations

import resource

# A visitor's connection, and the loop of the session: its selector and two ends of a pipe.
FILES_OF_A_VISITOR = 4
# What the server has open anyway, and what pages and pictures take while they are fetched.
FILES_KEPT_FREE = 200
ENOUGH_FILES = 65_536


def raise_open_files() -> None:
    """Let this process open as many files as the machine allows it to."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH_FILES if hard == resource.RLIM_INFINITY else min(hard, ENOUGH_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def most_visitors() -> int:
    """How many can be in at once, those included who left a moment ago."""
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = ENOUGH_FILES if soft == resource.RLIM_INFINITY else soft
    return max(1, (files - FILES_KEPT_FREE) // FILES_OF_A_VISITOR)
