"""What must hold between rows: references, subjects, sources of fact rows, members, order of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from iurc_dash.language import _
from iurc_dash.loaders.typed import columns_of
from iurc_dash.problems import Problem, shown_value
from iurc_dash.tables import FACT_TABLES, TABLES, key_columns

Tables = Mapping[str, pd.DataFrame]

_SUBJECT_KEYS = {
    "pairing": ("pairings", "pairing_id"),
    "activity": ("activities", "activity_id"),
    "theme": ("themes", "theme_id"),
    "edition": ("editions", "edition_id"),
}
_PROGRAMME = "programme"
_PERIODS = (("start_date", "end_date"), ("start_year", "end_year"))


def relation_problems(tables: Tables, incomplete: set[str]) -> list[Problem]:
    """One Problem for each row that breaks a relation.

    `tables` are indexed by spreadsheet row. Tables in `incomplete` lost rows when they were read, so that
    nothing is said about keys that may be among the lost ones.
    """
    whole = {name: table for name, table in tables.items() if name not in incomplete}
    return [
        *_dangling(tables, whole),
        *_unknown_subjects(tables, whole),
        *_unknown_countries(tables, whole),
        *_reversed_periods(tables),
        *_lonely_pairings(tables, whole),
        *_unsourced(tables, whole),
        *_unknown_rows(tables, whole),
    ]


def row_ids(name: str, table: pd.DataFrame) -> pd.Series[str]:
    """Keys of the rows as row_sources writes them, the columns of a longer key joined by '|'."""
    columns = key_columns(name)
    keys = table[columns[0]].astype(str)
    for column in columns[1:]:
        keys = keys + "|" + table[column].astype(str)
    return keys


def _dangling(tables: Tables, whole: Tables) -> Iterator[Problem]:
    for name, table in tables.items():
        for column_name, column in columns_of(name).items():
            target, _dot, key = column.metadata["refers"].partition(".")
            if target not in whole:
                continue
            lost = ~table[column_name].isin({"", *whole[target][key]})
            for number, value in table.loc[lost, column_name].items():
                yield _no_such(name, number, column_name, value, target)


def _unknown_subjects(tables: Tables, whole: Tables) -> Iterator[Problem]:
    for name in ("contributions", "stakeholders"):
        if name not in tables:
            continue
        for number, kind, subject_id in tables[name][["subject_kind", "subject_id"]].itertuples():
            target, key = _SUBJECT_KEYS.get(kind, ("", ""))
            if not subject_id:
                continue
            if kind == _PROGRAMME and subject_id != _PROGRAMME:
                mend = _("Write 'programme', or choose the kind that the key belongs to.")
                what = _("The programme as a whole has no such key.")
                yield Problem(
                    name,
                    int(str(number)),
                    "subject_id",
                    shown_value(subject_id),
                    "dangling_reference",
                    what,
                    mend,
                )
            elif target in whole and subject_id not in set(whole[target][key]):
                yield _no_such(name, number, "subject_id", subject_id, target)


def _unknown_countries(tables: Tables, whole: Tables) -> Iterator[Problem]:
    """Countries of activities, which stand several in a cell."""
    if "activities" not in tables or "countries" not in whole:
        return
    known = set(whole["countries"]["country_code"])
    for number, cell in tables["activities"]["country_codes"].items():
        for code in cell.split("; ") if cell else []:
            if code not in known:
                yield _no_such("activities", number, "country_codes", code, "countries")


def _reversed_periods(tables: Tables) -> Iterator[Problem]:
    for name, table in tables.items():
        for start, end in _PERIODS:
            if start not in table or end not in table:
                continue
            for number, first, last in table[[start, end]].dropna().astype(str).itertuples():
                exactness = min(len(first), len(last))
                if last[:exactness] < first[:exactness]:
                    what = _("The end is before the start, {start}.").format(start=first)
                    mend = _("Correct one of the two dates.")
                    yield Problem(name, number, end, shown_value(last), "end_before_start", what, mend)


def _lonely_pairings(tables: Tables, whole: Tables) -> Iterator[Problem]:
    if "pairings" not in tables or "pairing_members" not in whole:
        return
    counts = whole["pairing_members"]["pairing_id"].value_counts()
    pairings = tables["pairings"]["pairing_id"]
    for number, pairing_id in pairings[pairings != ""].items():
        if counts.get(pairing_id, 0) < 2:
            what = _("The pairing has fewer than two members.")
            mend = _("Add its places to pairing_members.")
            yield Problem(
                "pairings",
                int(str(number)),
                "pairing_id",
                shown_value(pairing_id),
                "too_few_members",
                what,
                mend,
            )


def _unsourced(tables: Tables, whole: Tables) -> Iterator[Problem]:
    if "row_sources" not in whole:
        return
    cited = whole["row_sources"].groupby("table_name")["row_id"].agg(set).to_dict()
    for name in FACT_TABLES:
        if name not in tables:
            continue
        keys = row_ids(name, tables[name])
        for number, row_id in keys[~keys.isin(cited.get(name, set()))].items():
            what, mend = _("The row cites no source."), _("Add a row for it to row_sources.")
            yield Problem(name, int(str(number)), "", shown_value(row_id), "no_source", what, mend)


def _unknown_rows(tables: Tables, whole: Tables) -> Iterator[Problem]:
    """Rows of row_sources that speak of no row."""
    if "row_sources" not in tables:
        return
    known: dict[str, set[str]] = {}
    for number, name, row_id in tables["row_sources"][["table_name", "row_id"]].itertuples():
        if name and name not in TABLES:
            what, mend = _("There is no table of this name."), _("Correct the name.")
            yield Problem("row_sources", number, "table_name", shown_value(name), "unknown_code", what, mend)
        elif name in whole:
            if name not in known:
                known[name] = set(row_ids(name, whole[name]))
            if row_id and row_id not in known[name]:
                yield _no_such("row_sources", number, "row_id", row_id, name)


def _no_such(name: str, number: object, column: str, value: object, target: str) -> Problem:
    return Problem(
        name, int(str(number)), column, shown_value(value), "dangling_reference",
        _("There is no such row in {table}.").format(table=target),
        _("Correct the key, or add the row to {table}.").format(table=target),
    )  # fmt: skip
