"""What packages have in common, in a folder or in a zip file: a descriptor, files beside it, hashes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Protocol

from iurc_dash.dataset import Release
from iurc_dash.dates import is_day
from iurc_dash.language import _
from iurc_dash.problems import Code, DatasetError, Problem, nearest, shown_value
from iurc_dash.sources.csv_text import read_sheet
from iurc_dash.sources.raw import RawTables, Shape
from iurc_dash.sources.reading import LARGEST_FILE
from iurc_dash.tables.keys import KEYS

DESCRIPTOR = "datapackage.json"
LARGEST_DESCRIPTOR = 5_000_000
LARGEST_PACKAGE = 200_000_000
FINGERPRINT_DIGITS = 12


class PackageFiles(Protocol):
    """The files of a package."""

    def content(self, name: str, largest: int = LARGEST_FILE) -> bytes | Problem:
        """The bytes of a file, or what keeps it from being read."""


def read_package(files: PackageFiles) -> RawTables:
    """Every table of a package as rows of text; raises DatasetError when its descriptor cannot be read."""
    # Imported here, for these models are needed for checks alone and take half a second.
    from iurc_dash.tables.models import TABLES

    descriptor = read_descriptor(files)
    raw = RawTables(Shape.PACKAGE)
    raw.problems += _release_problems(descriptor)
    listed = {resource["name"]: resource for resource in descriptor["resources"]}
    raw.problems += [_unknown_table(name) for name in listed if name not in KEYS]
    hashes: dict[str, str] = {}
    size = 0
    for name, table in TABLES.items():
        resource = listed.get(name, {"path": f"{name}.csv"})
        content = file_content(files, resource["path"], max(0, min(LARGEST_FILE, LARGEST_PACKAGE - size)))
        size += len(content) if isinstance(content, bytes) else 0
        read_sheet(content, resource["path"], list(table.to_schema().columns)).put_into(raw, name)
        if isinstance(content, bytes):
            hashes[name] = sha256(content)
            if resource.get("hash", hashes[name]) != hashes[name]:
                raw.problems.append(hash_mismatch(resource["path"]))
    raw.release = release_of(descriptor, hashes)
    return raw


def read_descriptor(files: PackageFiles) -> Mapping[str, Any]:
    """The descriptor as JSON, checked to list resources that have a name and a path; else DatasetError."""
    content = files.content(DESCRIPTOR, LARGEST_DESCRIPTOR)
    if isinstance(content, Problem):
        raise DatasetError([content])
    try:
        descriptor = json.loads(content.decode("utf-8-sig"))
        resources = descriptor["resources"]
        readable = all(isinstance(r["name"], str) and isinstance(r["path"], str) for r in resources)
    except (ValueError, KeyError, TypeError, RecursionError):
        readable = False
    if not readable:
        what = _("The descriptor is not JSON that lists resources, each with a name and a path.")
        mend = _("Start from the descriptor of a package that opens.")
        problem = _in_descriptor(Code.BROKEN_DESCRIPTOR, what=what, mend=mend)
        raise DatasetError([problem])
    return dict(descriptor)


def file_content(files: PackageFiles, name: str, largest: int = LARGEST_FILE) -> bytes | Problem:
    """The bytes of a file that the descriptor names, refused when the path leads out of the package."""
    return files.content(name, largest) if is_inside(name) else outside(name)


def is_inside(name: str) -> bool:
    """Whether a path in a descriptor stays within the package."""
    path = PurePosixPath(name)
    plain = "\\" not in name and ":" not in name and "\0" not in name
    return bool(name) and plain and not path.is_absolute() and ".." not in path.parts


def release_of(descriptor: Mapping[str, Any], hashes: Mapping[str, str]) -> Release:
    """Version and date that the descriptor states, and a fingerprint of the tables' hashes."""
    version, created = str(descriptor.get("version", "")), str(descriptor.get("created", ""))
    return Release(version=version, date=created[:10], fingerprint=fingerprint(hashes))


def fingerprint(hashes: Mapping[str, str]) -> str:
    """A short hash that stands for all of some files, whatever order they were read in."""
    text = "\n".join(f"{name} {hashes[name]}" for name in sorted(hashes))
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:FINGERPRINT_DIGITS]


def sha256(content: bytes) -> str:
    """A hash as the descriptor writes it."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def hash_mismatch(name: str) -> Problem:
    """A Problem for a file that was changed, or comes from another build than its descriptor."""
    what = _("The file is not the one that the descriptor describes.")
    mend = _("Build the package again, or restore the file.")
    return Problem(table=name, code=Code.HASH_MISMATCH, what=what, mend=mend)


def outside(name: str) -> Problem:
    """A Problem for a path that leads out of the package."""
    what = _("The path {path} leads out of the package.").format(path=shown_value(name))
    mend = _("Use the name of a file beside the descriptor.")
    return _in_descriptor(Code.PATH_OUTSIDE, value=name, what=what, mend=mend)


def _release_problems(descriptor: Mapping[str, Any]) -> list[Problem]:
    problems = []
    created, version = descriptor.get("created"), descriptor.get("version", "")
    if (
        not isinstance(created, str)
        or not re.fullmatch(r".{10}(T[0-9:.]+(Z|[+-]\d\d:?\d\d)?)?", created)
        or not (is_day(created[:10]))
    ):
        what = _("The descriptor does not say from which day the data is.")
        mend = _("Write the day as “created”, such as 2026-11-23 or 2026-11-23T00:00:00Z.")
        problems.append(
            _in_descriptor(
                Code.WRONG_DATE,
                column="created",
                value="" if created is None else str(created),
                what=what,
                mend=mend,
            )
        )
    if not isinstance(version, str) or len(version) > 50 or not version.isprintable():
        what = _("The version of the data is not a short text.")
        mend = _("Write it in quotation marks, such as “2026.11”.")
        problems.append(
            _in_descriptor(Code.WRONG_FORM, column="version", value=str(version), what=what, mend=mend)
        )
    return problems


def _unknown_table(name: str) -> Problem:
    what = _("The package lists a table {name} that is not known.").format(name=shown_value(name))
    mend = _("Correct its name, or take it away.")
    return _in_descriptor(
        Code.UNKNOWN_TABLE, value=name, what=what, mend=mend, suggestion=nearest(name, KEYS)
    )


def _in_descriptor(
    code: Code, *, what: str, mend: str, column: str = "", value: str = "", suggestion: str = ""
) -> Problem:
    return Problem(
        table=DESCRIPTOR, column=column, value=value, code=code, what=what, mend=mend, suggestion=suggestion
    )
