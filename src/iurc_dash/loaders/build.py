"""The build of the package and of the maps' ground, and whether what is committed is up to date."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from iurc_dash.dataset import Dataset
from iurc_dash.loaders.collected import read_collected
from iurc_dash.loaders.collected_checks import collected_problems
from iurc_dash.loaders.data_page import with_account
from iurc_dash.loaders.ledger import Ledger
from iurc_dash.loaders.normalise import Normalised, normalise
from iurc_dash.loaders.package_writing import package_files
from iurc_dash.loaders.reference import read_reference
from iurc_dash.loaders.validation import validate_package
from iurc_dash.problems import DatasetError

PROJECT = Path(__file__).resolve().parents[3]
COLLECTED = Path("data/collected")
REFERENCE = Path("data/reference")
PACKAGE = Path("data/package")
DATA_PAGE = Path("docs/data.md")
BOUNDARIES = Path("data/boundaries")
STATIC = Path("static")


@dataclass(frozen=True)
class Build:
    """Files that the build makes, by their path in the project, and the account of the rows."""

    files: dict[Path, bytes]
    ledger: Ledger
    differences: list[str]
    counts: dict[str, int]


def build(collected: Path = PROJECT / COLLECTED, project: Path = PROJECT) -> Build:
    """Make the package in memory and check it; raises DatasetError with every Problem. Writes nothing."""
    rows = read_collected(collected)
    problems = collected_problems(rows)
    if problems:
        raise DatasetError(problems)
    reference = read_reference(project / REFERENCE)
    normalised = normalise(rows, reference)
    release = reference["release"][0]
    files = package_files(normalised.tables, release["version"], release["date"], normalised.ledger)
    _open(files)
    made = {PACKAGE / name: content for name, content in files.items()}
    made[DATA_PAGE] = _data_page(project / DATA_PAGE, normalised)
    counts = {name: len(table) for name, table in normalised.tables.items()}
    return Build(made, normalised.ledger, normalised.differences, counts)


def with_basemap(made: Build, project: Path = PROJECT) -> Build:
    """The build with the files that maps are drawn on, made from the boundaries; takes some seconds."""
    # Imported here, for the geometry library is large and checking data needs none of it.
    from iurc_dash.loaders.basemap import build_basemap

    with tempfile.TemporaryDirectory() as static, tempfile.TemporaryDirectory() as outline:
        paths = build_basemap(project / BOUNDARIES, Path(static), Path(outline))
        ground = {
            (STATIC if path.parent == Path(static) else BOUNDARIES) / path.name: path.read_bytes()
            for path in paths
        }
    return replace(made, files={**made.files, **ground})


def stale_files(made: Build, project: Path = PROJECT) -> list[Path]:
    """Committed files that are not what the build makes, and files in its folders that it does not make."""
    stale = [path for path, content in made.files.items() if _content(project / path) != content]
    folders = {path.parent for path in made.files} & {PACKAGE, STATIC}
    there = {
        folder / path.name for folder in folders for path in (project / folder).glob("*") if path.is_file()
    }
    return sorted([*stale, *(there - set(made.files))])


def write(made: Build, project: Path = PROJECT) -> None:
    """Write what the build made, where it differs from what is there."""
    for path in stale_files(made, project):
        if path not in made.files:
            (project / path).unlink()
            continue
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(made.files[path])


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def opened(made: Build) -> Dataset:
    """The package of a build as a reader opens it."""
    return _open({path.name: content for path, content in made.files.items() if path.parent == PACKAGE})


def _open(files: dict[str, bytes]) -> Dataset:
    """Open the package with every check: what does not pass is never written to the project."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        return validate_package(Path(folder))


def _data_page(path: Path, normalised: Normalised) -> bytes:
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return with_account(text, normalised).encode("utf-8")
