"""Collected rows as people entered them: every cell is text and nothing is mended here."""

from __future__ import annotations

from pathlib import Path

from iurc_dash.dataset import Release
from iurc_dash.language import _
from iurc_dash.problems import Code, DatasetError, Problem, Severity, nearest
from iurc_dash.sources.collected_tables import COLLECTED_COLUMNS, LATER_COLUMNS
from iurc_dash.sources.csv_text import read_sheet
from iurc_dash.sources.package_files import DESCRIPTOR, fingerprint, sha256
from iurc_dash.sources.raw import RawTables, Row, Shape
from iurc_dash.sources.reading import day_of_change, entries, is_file, is_folder, read_file

GAP_FILE = "gaps.md"
LARGEST_GAP_FILE = 2_000_000
MOST_UNITS = 200
# Tables that a package has none of by this name: a folder with one of them is the folder of a unit.
UNIT_TABLES = frozenset({"members", "network", "sdg", "agendas", "figures", "same_events"})


def recognises(path: Path) -> bool:
    """A folder of units, each a folder with tables in it, or the folder of one unit; never a package."""
    if not is_folder(path) or is_file(path / DESCRIPTOR):
        return False
    return _is_unit(path) or any(_tables_in(unit) for unit in _listed(path) if is_folder(unit))


def read(path: Path) -> RawTables:
    """Read `<unit>/*.csv` and gap files; raises DatasetError when the folder cannot be read."""
    raw = RawTables(Shape.COLLECTED, {table: [] for table in COLLECTED_COLUMNS})
    alone = _is_unit(path)
    units = [path.resolve()] if alone else [entry for entry in entries(path) if is_folder(entry)]
    if alone:
        raw.problems.append(_one_unit(units[0].name))
    if len(units) > MOST_UNITS:
        raise DatasetError([_too_many_units(path.name)])
    hashes: dict[str, str] = {}
    days = [""]
    for unit in units:
        for entry in entries(unit):
            if entry.name.startswith("."):
                continue
            content = _read_file(raw, unit.name, entry)
            if isinstance(content, bytes):
                hashes[f"{unit.name}/{entry.name}"] = sha256(content)
                days.append(day_of_change(entry))
    # Collected tables state no version: they are as new as the file that was changed last.
    raw.release = Release(version="", date=max(days), fingerprint=fingerprint(hashes))
    return raw


def _read_file(raw: RawTables, unit: str, path: Path) -> bytes | Problem:
    name, table = f"{unit}/{path.name}", path.stem
    raw.files.add(name)
    if path.name == GAP_FILE:
        content = read_file(path, name, LARGEST_GAP_FILE)
        if isinstance(content, Problem):
            raw.problems.append(content)
        else:
            raw.notes[unit] = content.decode("utf-8-sig", errors="replace")
    elif path.suffix == ".csv" and table in COLLECTED_COLUMNS:
        content = read_file(path, name)
        later = LATER_COLUMNS.get(table, ())
        sheet = read_sheet(content, name, tuple(COLLECTED_COLUMNS[table]), later, entered_as=table)
        sheet.rows = [
            Row(((column, cell.strip()) for column, cell in row.items()), row.origin) for row in sheet.rows
        ]
        sheet.put_into(raw, table)
    else:
        content = _unknown_file(name, table)
        raw.problems.append(content)
    return content


def values(cell: str) -> list[str]:
    """The values of a cell that holds several, separated by '; '."""
    return [value.strip() for value in cell.split("; ") if value.strip()]


def unit_of(row: Row) -> str:
    """The unit that a collected row belongs to."""
    return row.origin.file.partition("/")[0]


def _is_unit(folder: Path) -> bool:
    return bool(UNIT_TABLES & {path.stem for path in _tables_in(folder)})


def _tables_in(folder: Path) -> list[Path]:
    return [path for path in _listed(folder) if path.suffix == ".csv"]


def _listed(folder: Path) -> list[Path]:
    """What lies in a folder; nothing when it cannot be read."""
    try:
        return entries(folder)
    except DatasetError:
        return []


def _one_unit(unit: str) -> Problem:
    what = _("Only this unit was read, so that rows of other units are not known to it.")
    mend = _("Name the folder that all units lie in to check them together.")
    return Problem(table=unit, code=Code.ONE_UNIT, what=what, mend=mend, severity=Severity.WARNING)


def _too_many_units(name: str) -> Problem:
    what = _("There are more than {count} folders in it.").format(count=MOST_UNITS)
    mend = _("Leave out what is not data, or split it.")
    return Problem(table=name, code=Code.FILE_TOO_LARGE, what=what, mend=mend)


def _unknown_file(name: str, table: str) -> Problem:
    what = _("There is no collected table of this name.")
    mend = _("Correct the name of the file, or take it away.")
    return Problem(
        table=name, code=Code.UNKNOWN_FILE, what=what, mend=mend, suggestion=nearest(table, COLLECTED_COLUMNS)
    )
