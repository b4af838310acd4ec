"""Files read within bounds: whatever lies at a path, the answer is its bytes or a Problem, and it comes at once."""

from __future__ import annotations

import errno
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

from iurc_dash.language import _
from iurc_dash.problems import Code, DatasetError, Problem, shown_value

LARGEST_FILE = 50_000_000


def read_file(path: Path, name: str, largest: int = LARGEST_FILE) -> bytes | Problem:
    """The bytes of a regular file, or what keeps it from being read; `name` is what the person calls it."""
    try:
        # A pipe would be waited for, a device has no end.
        if not stat.S_ISREG(path.stat().st_mode):
            return not_a_file(name)
        with path.open("rb") as file:
            return within(name, file.read(largest + 1), largest)
    except (OSError, ValueError) as error:
        return unreadable(name, error)


def entries(folder: Path) -> list[Path]:
    """What lies in a folder, by name; raises DatasetError when it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except (OSError, ValueError) as error:
        raise DatasetError([unreadable(folder.name, error)]) from error


def day_of_change(path: Path) -> str:
    """The day, as ISO, on which a file was changed last; blank when the machine does not tell."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def kind_of_file(path: Path) -> int:
    """Folder, regular file or something else, as `stat` tells it; raises DatasetError when nothing is there."""
    try:
        return stat.S_IFMT(path.stat().st_mode)
    except (OSError, ValueError) as error:
        raise DatasetError([unreadable(path.name or str(path), error)]) from error


def is_folder(path: Path) -> bool:
    """Whether the path is a folder; what cannot be looked at is none."""
    return os.path.isdir(path)


def is_file(path: Path) -> bool:
    """Whether the path is a regular file; what cannot be looked at is none."""
    return os.path.isfile(path)


def within(name: str, content: bytes, largest: int) -> bytes | Problem:
    """The content, or that it is larger than allowed."""
    if len(content) <= largest:
        return content
    what = _("The file is larger than {size} MB.").format(size=largest // 1_000_000)
    mend = _("Leave out what is not data, or split it.")
    return Problem(table=name, code=Code.FILE_TOO_LARGE, what=what, mend=mend)


def unreadable(name: str, error: OSError | ValueError) -> Problem:
    """A Problem for a file or folder that the machine does not give."""
    if isinstance(error, OSError) and error.errno in (errno.ENOENT, errno.ENOTDIR):
        return missing(name)
    why = (
        error.strerror
        if isinstance(error, OSError) and error.strerror
        else _("its name is not one of a file")
    )
    what = _("It cannot be read ({why}).").format(why=shown_value(why))
    mend = _("See that it is there and that it may be read.")
    return Problem(table=name, code=Code.UNREADABLE, what=what, mend=mend)


def missing(name: str) -> Problem:
    """A Problem for a file that should be there."""
    what = _("The file is missing.")
    mend = _("Put the file in its place; a table without rows still needs its row of column names.")
    return Problem(table=name, code=Code.MISSING_FILE, what=what, mend=mend)


def not_a_file(name: str) -> Problem:
    """A Problem for a folder, a pipe or the like where a file should be."""
    what, mend = _("It is a folder or the like, and not a file."), _("Put a file in its place.")
    return Problem(table=name, code=Code.UNREADABLE, what=what, mend=mend)
