"""What must hold between rows: keys, references, subjects, sources of fact rows, members, order of dates."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from iurc_dash.checks.cells import columns_of
from iurc_dash.checks.circles import links_in_circles
from iurc_dash.checks.typed import Finding, Typed
from iurc_dash.language import _
from iurc_dash.problems import Code, shown_value
from iurc_dash.tables.keys import FACT_TABLES, PROGRAMME, SUBJECT_TABLES, key_columns
from iurc_dash.tables.models import TABLES

_PERIODS = (("start_date", "end_date"), ("start_year", "end_year"))
_CHAINS = {
    "edition_predecessors": ("edition_id", "previous_edition_id"),
    "place_relations": ("place_id", "related_place_id"),
}


def broken_relations(typed: Typed) -> Iterator[Finding]:
    """A finding for each row that breaks a relation; nothing about keys that may be among rows that were lost."""
    for name in typed.frames:
        yield from _repeated_keys(typed, name)
        yield from _dangling(typed, name)
        yield from _reversed_periods(typed, name)
    for check in (_unknown_subjects, _unknown_countries, _members, _unsourced, _unknown_rows, _circles):
        yield from check(typed)


def row_ids(name: str, table: pd.DataFrame) -> pd.Series[str]:
    """Keys of the rows as row_sources writes them, the columns of a longer key joined by '|'."""
    columns = key_columns(name)
    keys = table[columns[0]].astype(str)
    for column in columns[1:]:
        keys = keys + "|" + table[column].astype(str)
    return keys


def _repeated_keys(typed: Typed, name: str) -> Iterator[Finding]:
    """Rows whose key an earlier row has; the earlier one is not to blame."""
    if not typed.whole(name):
        return
    table = typed.frames[name]
    keys = row_ids(name, table)[(table[key_columns(name)] != "").all(axis=1)]
    first = keys.drop_duplicates()
    rows = dict(zip(first, first.index, strict=True))
    for position, key in keys[keys.duplicated()].items():
        earlier = typed.origins[name][rows[key]]
        here = typed.origins[name][int(str(position))]
        place = (
            str(earlier.row) if earlier.file == here.file else f"{earlier.row} ({shown_value(earlier.file)})"
        )
        what = _("The key stands in row {row} already.").format(row=place)
        mend = _("Give the row a key of its own, or take it away.")
        yield typed.finding(
            name, position, Code.DUPLICATE_KEY, what, mend, column=key_columns(name)[-1], value=key
        )


def _dangling(typed: Typed, name: str) -> Iterator[Finding]:
    for column_name, column in columns_of(name).items():
        target, _dot, _key = column.metadata["refers"].partition(".")
        if not target or not typed.whole(target):
            continue
        known = typed.keys(target)
        for position, value in typed.strangers(name, column_name, known):
            yield _no_such(typed, name, position, column_name, value, target, known)


def _unknown_subjects(typed: Typed) -> Iterator[Finding]:
    known = {kind: typed.keys(table) for kind, table in SUBJECT_TABLES.items() if typed.whole(table)}
    known[PROGRAMME] = {PROGRAMME}
    for name in ("contributions", "stakeholders"):
        for position, kind, subject in typed.frames[name][["subject_kind", "subject_id"]].itertuples():
            if not subject or subject in known.get(kind, {subject}):
                continue
            if kind == PROGRAMME:
                what = _("The programme as a whole has no such key.")
                mend = _("Write 'programme', or choose the kind that the key belongs to.")
                yield typed.finding(
                    name, position, Code.DANGLING_REFERENCE, what, mend, column="subject_id", value=subject
                )
            else:
                target = SUBJECT_TABLES[kind]
                yield _no_such(typed, name, position, "subject_id", subject, target, known[kind])


def _unknown_countries(typed: Typed) -> Iterator[Finding]:
    """Countries of activities, which stand several in a cell."""
    if not typed.whole("countries"):
        return
    known = typed.keys("countries")
    for position, cell in typed.strangers("activities", "country_codes", known):
        for code in cell.split("; "):
            if code not in known:
                yield _no_such(typed, "activities", position, "country_codes", code, "countries", known)


def _reversed_periods(typed: Typed, name: str) -> Iterator[Finding]:
    table = typed.frames[name]
    for start, end in _PERIODS:
        if start not in table or end not in table:
            continue
        for position, first, last in table[[start, end]].dropna().astype(str).itertuples():
            exactness = min(len(first), len(last))
            if last[:exactness] < first[:exactness]:
                what = _("The end is before the start, {start}.").format(start=first)
                mend = _("Correct one of the two dates.")
                yield typed.finding(name, position, Code.END_BEFORE_START, what, mend, column=end, value=last)


def _members(typed: Typed) -> Iterator[Finding]:
    """Pairings of fewer than two places, and those with nobody on one of the two sides."""
    if not typed.whole("pairing_members"):
        return
    members = typed.frames["pairing_members"].groupby("pairing_id")["side"]
    counts, sides = members.size().to_dict(), members.nunique().to_dict()
    for position, pairing_id in enumerate(typed.texts("pairings", "pairing_id")):
        if not pairing_id or sides.get(pairing_id, 0) > 1:
            continue
        if counts.get(pairing_id, 0) > 1:
            code, what = Code.ONE_SIDED, _("All members of the pairing are on one side.")
            mend = _("Add the place on the other side, or correct the side of one of them.")
        else:
            code, what = Code.TOO_FEW_MEMBERS, _("The pairing has fewer than two members.")
            mend = _("Add its places to the members.")
        yield typed.finding("pairings", position, code, what, mend, column="pairing_id", value=pairing_id)


def _unsourced(typed: Typed) -> Iterator[Finding]:
    if not typed.whole("row_sources"):
        return
    cited = typed.frames["row_sources"].groupby("table_name")["row_id"].agg(set).to_dict()
    for name in FACT_TABLES:
        known = cited.get(name, set())
        for position, row_id in enumerate(row_ids(name, typed.frames[name]).to_numpy(dtype=object)):
            if row_id in known:
                continue
            what, mend = _("The row cites no source."), _("Say where it was read.")
            yield typed.finding(name, position, Code.NO_SOURCE, what, mend, value=row_id)


def _unknown_rows(typed: Typed) -> Iterator[Finding]:
    """Rows of row_sources that speak of no row."""
    cited = typed.frames["row_sources"]
    for name, rows in cited.groupby("table_name")["row_id"]:
        table = str(name)
        if table in TABLES and typed.whole(table):
            known = set(row_ids(table, typed.frames[table]).to_numpy(dtype=object))
            for position, row_id in zip(rows.index, rows.to_numpy(dtype=object), strict=True):
                if row_id and row_id not in known:
                    yield _no_such(typed, "row_sources", position, "row_id", row_id, table, known)
        elif table and table not in TABLES:
            for position in rows.index:
                what, mend = _("There is no table of this name."), _("Correct the name.")
                yield typed.finding(
                    "row_sources",
                    position,
                    Code.UNKNOWN_CODE,
                    what,
                    mend,
                    column="table_name",
                    value=table,
                    among=TABLES,
                )


def _circles(typed: Typed) -> Iterator[Finding]:
    for name, (start, end) in _CHAINS.items():
        links = list(typed.frames[name][[start, end]].astype(str).itertuples(index=False, name=None))
        for position in links_in_circles(links):
            what = _("Followed from row to row, it comes back to {key}.").format(
                key=shown_value(links[position][0])
            )
            mend = _("Take away the row that leads back.")
            yield typed.finding(name, position, Code.CIRCLE, what, mend, column=end, value=links[position][1])


def _no_such(
    typed: Typed, name: str, position: object, column: str, value: object, target: str, known: set[str]
) -> Finding:
    what = _("There is no such row in {table}.").format(table=target)
    mend = _("Correct the key, or add the row to {table}.").format(table=target)
    return typed.finding(
        name, position, Code.DANGLING_REFERENCE, what, mend, column=column, value=value, among=known
    )
