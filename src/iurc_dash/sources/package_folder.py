"""A data package in a folder."""

from __future__ import annotations

from pathlib import Path

from iurc_dash.problems import Problem
from iurc_dash.sources import collected
from iurc_dash.sources.package_files import DESCRIPTOR, PackageFiles, outside, read_package
from iurc_dash.sources.raw import RawTables
from iurc_dash.sources.reading import LARGEST_FILE, is_file, is_folder, read_file


class FolderFiles:
    """Files of a folder; a path that leads out of it is refused, through links too."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def content(self, name: str, largest: int = LARGEST_FILE) -> bytes | Problem:
        """The bytes of a file, or what keeps it from being read."""
        path = self._folder / name
        try:
            if not path.resolve().is_relative_to(self._folder.resolve()):
                return outside(name)
        except (OSError, RuntimeError, ValueError):
            # A link to itself has no end; reading it says so.
            pass
        return read_file(path, name, largest)


def recognises(path: Path) -> bool:
    """A descriptor, or a folder that is not one of collected tables: what it lacks is told when it is read."""
    return (path.name == DESCRIPTOR and is_file(path)) or (is_folder(path) and not collected.recognises(path))


def files_at(path: Path) -> PackageFiles:
    """The files of the package."""
    return FolderFiles(path if is_folder(path) else path.parent)


def read(path: Path) -> RawTables:
    """Every table of the package; raises DatasetError when its descriptor cannot be read."""
    return read_package(files_at(path))
