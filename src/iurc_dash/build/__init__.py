"""The build of the package and of the maps' ground, where everything must be right and up to date."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from iurc_dash.build.data_page import with_account
from iurc_dash.build.package_writing import package_files
from iurc_dash.dataset import Dataset
from iurc_dash.language import _
from iurc_dash.normalise import Normalised, checked
from iurc_dash.normalise.gazetteer import towns
from iurc_dash.normalise.ledger import ROW, Ledger, counts_read
from iurc_dash.normalise.reference import REFERENCE, Reference, read_reference
from iurc_dash.normalise.sources import derived_citations
from iurc_dash.problems import Code, DatasetError, Problem, bounded, shown_value
from iurc_dash.sources import read
from iurc_dash.sources.package_files import DESCRIPTOR, release_of, sha256

PROJECT = REFERENCE.parents[1]
COLLECTED = Path("data/collected")
PACKAGE = Path("data/package")
DATA_PAGE = Path("docs/data.md")
BOUNDARIES = Path("data/boundaries")
STATIC = Path("static")


@dataclass(frozen=True)
class Build:
    """Files that the build makes by their path in the project, the dataset they hold, and the account of the rows."""

    files: dict[Path, bytes]
    dataset: Dataset
    ledger: Ledger


class LedgerError(Exception):
    """Rows that were read are neither in the package nor accounted for: a fault of the build itself."""


def build(collected: Path = PROJECT / COLLECTED, project: Path = PROJECT) -> Build:
    """Make the package in memory; raises DatasetError with every Problem, a warning too. Writes nothing."""
    reference = read_reference(project / REFERENCE.relative_to(PROJECT))
    made, normalised = checked(read(collected), reference, towns())
    problems = [*made.problems, *made.unmet, *normalised.part.unmet]
    if problems:
        raise DatasetError(bounded(problems))
    ledger = _balanced(normalised, reference)
    release = reference["release"][0]
    files = package_files(made.tables, release["version"], release["date"], ledger)
    hashes = {
        name.removesuffix(".csv"): sha256(content) for name, content in files.items() if name != DESCRIPTOR
    }
    by_path = {PACKAGE / name: content for name, content in files.items()}
    by_path[DATA_PAGE] = _data_page(project / DATA_PAGE, normalised, ledger)
    stated = release_of({"version": release["version"], "created": release["date"]}, hashes)
    return Build(by_path, Dataset(made.tables, stated), ledger)


def with_basemap(made: Build, project: Path = PROJECT) -> Build:
    """The build with the files that maps are drawn on, made from the boundaries; takes some seconds."""
    # Imported here, for the geometry library is large and checking data needs none of it.
    from iurc_dash.build.basemap import basemap_files

    ground, outline = basemap_files(project / BOUNDARIES)
    files = {STATIC / name: content for name, content in ground.items()}
    files |= {BOUNDARIES / name: content for name, content in outline.items()}
    return replace(made, files={**made.files, **files})


def stale_files(made: Build, project: Path = PROJECT) -> list[Path]:
    """Committed files that are not what the build makes, and files in its folders that it does not make."""
    stale = [path for path, content in made.files.items() if _content(project / path) != content]
    folders = {path.parent for path in made.files} & {PACKAGE, STATIC}
    there = {
        folder / path.name for folder in folders for path in (project / folder).glob("*") if path.is_file()
    }
    return sorted([*stale, *(there - set(made.files))])


def write(made: Build, project: Path = PROJECT) -> None:
    """Write what the build made, where it differs from what is there; raises DatasetError when it cannot.

    All is written beside the old files before any of them is replaced, and the descriptor, which holds the hashes of
    all others, is replaced last. So whenever this ends too early, what is there is the old package, or one whose hashes
    say that it is none.
    """
    stale = stale_files(made, project)
    written = sorted(set(stale) & set(made.files), key=lambda path: path.name == DESCRIPTOR)
    try:
        for path in written:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            _write_through(_beside(project / path), made.files[path])
        for path in written:
            os.replace(_beside(project / path), project / path)
        for path in set(stale) - set(written):
            (project / path).unlink(missing_ok=True)
    except OSError as error:
        for path in written:
            with contextlib.suppress(OSError):
                _beside(project / path).unlink(missing_ok=True)
        raise DatasetError([_not_written(error)]) from error


def _write_through(path: Path, content: bytes) -> None:
    """Write a file so that it is whole on the disk before anything is said about it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _not_written(error: OSError) -> Problem:
    what = _("It cannot be written ({why}).").format(why=shown_value(error.strerror or error))
    mend = _("See that there is room on the disk and that the folder may be written to, then build again.")
    return Problem(table=Path(error.filename or PACKAGE).name, code=Code.NOT_WRITTEN, what=what, mend=mend)


def _balanced(normalised: Normalised, reference: Reference) -> Ledger:
    """The account of all rows; raises LedgerError when it does not add up."""
    part, collected = normalised.part, normalised.collected
    read_rows = counts_read(collected)
    read_rows["gaps", ROW] = len(reference["gaps"])
    ledger = Ledger(part.entries, read_rows, normalised.corrections)
    made = {name: len(rows) for name, rows in part.tables.items()}
    source_ids = {row["url"]: row["source_id"] for row in part.tables["sources"]}
    derived = {
        "editions": made["editions"] - len(collected.rows("editions")),
        "row_sources": derived_citations(part.citations, source_ids),
    }
    wrong = ledger.gaps(made, derived)
    if wrong:
        raise LedgerError("\n".join(wrong))
    return ledger


def _data_page(path: Path, normalised: Normalised, ledger: Ledger) -> bytes:
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return with_account(text, normalised.part, ledger).encode("utf-8")
