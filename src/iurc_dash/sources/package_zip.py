"""A data package in a zip file, read within limits."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from iurc_dash.language import _
from iurc_dash.problems import Code, DatasetError, Problem
from iurc_dash.sources.package_files import DESCRIPTOR, PackageFiles, read_package
from iurc_dash.sources.raw import RawTables
from iurc_dash.sources.reading import LARGEST_FILE, is_file, missing, unreadable, within

MOST_MEMBERS = 1_000

# What the library raises for files that are damaged, encrypted, or packed in a way it does not know.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    RuntimeError,
    ValueError,
    EOFError,
    OverflowError,
)


class ZippedFiles:
    """Files of a zip file, beside its descriptor wherever that stands in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()
        except OSError as error:
            raise DatasetError([unreadable(path.name, error)]) from error
        except _DAMAGED as error:
            raise DatasetError([_broken(path.name)]) from error
        descriptors = [name for name in names[:MOST_MEMBERS] if PurePosixPath(name).name == DESCRIPTOR]
        self._root = str(PurePosixPath(min(descriptors, key=len)).parent) if descriptors else "."

    def content(self, name: str, largest: int = LARGEST_FILE) -> bytes | Problem:
        """The bytes of a file, or what keeps it from being read."""
        try:
            member = str(PurePosixPath(self._root, name))
            # Read up to the limit and no further: the size that a zip file states need not be true.
            with zipfile.ZipFile(self._path) as archive, archive.open(member) as file:
                return within(name, file.read(largest + 1), largest)
        except KeyError:
            return missing(name)
        except _DAMAGED:
            return _broken(name)


def recognises(path: Path) -> bool:
    """Any file called so, and any that begins like one."""
    return (path.suffix.casefold() == ".zip" and is_file(path)) or (is_file(path) and _begins_like_one(path))


def files_at(path: Path) -> PackageFiles:
    """The files of the package; raises DatasetError when it is no zip file."""
    return ZippedFiles(path)


def read(path: Path) -> RawTables:
    """Every table of the package; raises DatasetError when its descriptor cannot be read."""
    return read_package(files_at(path))


def _begins_like_one(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def _broken(name: str) -> Problem:
    what = _("The file cannot be read as part of a zip file.")
    mend = _("Make the zip file again, without a password.")
    return Problem(table=name, code=Code.BROKEN_ZIP, what=what, mend=mend)
