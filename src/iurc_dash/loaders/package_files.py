"""The files of a package, in a folder or in a zip file, read within limits."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from iurc_dash.language import _
from iurc_dash.loaders.csv_text import LARGEST_FILE
from iurc_dash.problems import DatasetError, Problem, shown_value

DESCRIPTOR = "datapackage.json"
LARGEST_DESCRIPTOR = 5_000_000


class PackageFiles:
    """Files of a folder; a path that leads out of it is refused."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | Problem:
        """The bytes of a file, or what keeps it from being read."""
        if not is_inside(name):
            return _outside(name)
        path = self._folder / name
        if not path.resolve().is_relative_to(self._folder.resolve()):
            return _outside(name)
        if not path.is_file():
            return _missing(name)
        with path.open("rb") as file:
            return _within(name, file.read(largest + 1), largest)


class ZippedFiles(PackageFiles):
    """Files of a zip file, beside its descriptor wherever that stands in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        with zipfile.ZipFile(path) as archive:
            descriptors = [name for name in archive.namelist() if PurePosixPath(name).name == DESCRIPTOR]
        self._root = str(PurePosixPath(min(descriptors, key=len)).parent) if descriptors else "."

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | Problem:
        """The bytes of a file, or what keeps it from being read."""
        if not is_inside(name):
            return _outside(name)
        try:
            member = str(PurePosixPath(self._root, name))
            # Read up to the limit and no further: the size that a zip file states need not be true.
            with zipfile.ZipFile(self._folder) as archive, archive.open(member) as file:
                return _within(name, file.read(largest + 1), largest)
        except KeyError:
            return _missing(name)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError, EOFError):
            return _broken(name)


def open_files(path: Path) -> PackageFiles:
    """The files of a package folder, of the folder of a descriptor, or of a zip file; else DatasetError."""
    if path.name == DESCRIPTOR and path.is_file():
        return PackageFiles(path.parent)
    if path.is_dir():
        return PackageFiles(path)
    if not path.is_file():
        raise DatasetError([_missing(path.name)])
    try:
        return ZippedFiles(path)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise DatasetError([_broken(path.name)]) from error


def read_descriptor(files: PackageFiles) -> Mapping[str, Any]:
    """The descriptor as JSON, checked to list resources that have a name and a path; else DatasetError."""
    content = files.read(DESCRIPTOR, LARGEST_DESCRIPTOR)
    if isinstance(content, Problem):
        raise DatasetError([content])
    try:
        descriptor = json.loads(content.decode("utf-8-sig"))
        resources = descriptor["resources"]
        readable = all(isinstance(r["name"], str) and isinstance(r["path"], str) for r in resources)
    except (ValueError, KeyError, TypeError, RecursionError):
        readable = False
    if not readable:
        problem = Problem(
            DESCRIPTOR, code="broken_descriptor",
            what=_("The descriptor is not JSON that lists resources, each with a name and a path."),
            mend=_("Start from the descriptor of a package that opens."),
        )  # fmt: skip
        raise DatasetError([problem])
    return dict(descriptor)


def is_inside(name: str) -> bool:
    """Whether a path in a descriptor stays within the package."""
    path = PurePosixPath(name)
    plain = "\\" not in name and ":" not in name and "\0" not in name
    return bool(name) and plain and not path.is_absolute() and ".." not in path.parts


def _within(name: str, content: bytes, largest: int) -> bytes | Problem:
    if len(content) <= largest:
        return content
    what = _("The file is larger than {size} MB.").format(size=largest // 1_000_000)
    return Problem(name, code="file_too_large", what=what, mend=_("Leave out what is not data, or split it."))


def _missing(name: str) -> Problem:
    return Problem(
        shown_value(name), code="missing_file", what=_("The file is missing."),
        mend=_("Put the file in its place; a table without rows still needs its row of column names."),
    )  # fmt: skip


def _outside(name: str) -> Problem:
    return Problem(
        DESCRIPTOR, value=shown_value(name), code="path_outside",
        what=_("The path {path} leads out of the package.").format(path=shown_value(name)),
        mend=_("Use the name of a file beside the descriptor."),
    )  # fmt: skip


def _broken(name: str) -> Problem:
    return Problem(
        shown_value(name), code="broken_zip", what=_("The file cannot be read as part of a zip file."),
        mend=_("Make the zip file again, without a password."),
    )  # fmt: skip


def sha256(content: bytes) -> str:
    """A hash as the descriptor writes it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()
