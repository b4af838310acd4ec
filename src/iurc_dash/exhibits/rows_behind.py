"""The single rows behind a number: what each is, where it belongs, and the page it was read from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, ExhibitTable, sources_behind
from iurc_dash.exhibits.tabulation import table_of
from iurc_dash.exhibits.wording import BASES, in_words
from iurc_dash.language import _, format_number

Row = Mapping[str, Any]


def rows_table(dataset: Dataset, rows: Mapping[str, tuple[str, ...]]) -> ExhibitTable:
    """One row for each row that was counted: kind, name, edition, first source.

    A kind of row that has no words of its own here is named by its key.
    """
    kinds = _kinds()
    records = []
    for table_name, keys in rows.items():
        kind, describe = kinds.get(table_name, (table_name, _as_it_is))
        described = describe(dataset)
        for key in keys:
            title, url = _first_source(dataset, table_name, key)
            records.append({"kind": kind, "key": key, "source": title, "url": url, **described(key)})
    columns = (
        Column("kind", _("Kind of row")),
        Column("name", _("Row"), "pairing", "pairing_id"),
        Column("edition", _("Edition"), "edition", "edition_id"),
        Column("source", _("First source"), "link", "url"),
    )
    return table_of(columns, records)


Describe = Callable[[Dataset], Callable[[str], Row]]


def _kinds() -> dict[str, tuple[str, Describe]]:
    return {
        "pairings": (_("pairing"), _pairing),
        "pairing_members": (_("member of a pairing"), _member),
        "activities": (_("activity"), _activity),
        "contributions": (_("link to a goal"), _contribution),
        "stakeholders": (_("stakeholder"), _stakeholder),
        "network_members": (_("participant"), _participant),
        "editions": (_("edition"), _edition),
        "reported_figures": (_("published total"), _reported),
    }


def _first_source(dataset: Dataset, table_name: str, key: str) -> tuple[str, str]:
    found = sources_behind(dataset, {table_name: (key,)})
    if not found:
        return "", ""
    return _source_titles(dataset)[found[0]]


@lru_cache(maxsize=4)
def _source_titles(dataset: Dataset) -> dict[str, tuple[str, str]]:
    table = dataset["sources"]
    return {
        source: (title or url, url)
        for source, title, url in zip(table["source_id"], table["title"], table["url"], strict=True)
    }


def _by_key(dataset: Dataset, table_name: str, key: str) -> dict[str, dict[str, Any]]:
    table = dataset[table_name]
    columns = [str(name) for name in table.columns]
    rows = (dict(zip(columns, row, strict=True)) for row in table.itertuples(index=False, name=None))
    return {row[key]: row for row in rows}


def _in_edition(dataset: Dataset, edition_id: str) -> Row:
    return {"edition": dataset.names.editions.get(edition_id, ""), "edition_id": edition_id}


def _pairing(dataset: Dataset) -> Callable[[str], Row]:
    table = _by_key(dataset, "pairings", "pairing_id")
    names = dataset.names.pairings
    return lambda key: {
        "name": names[key],
        "pairing_id": key,
        **_in_edition(dataset, table[key]["edition_id"]),
    }


def _member(dataset: Dataset) -> Callable[[str], Row]:
    of_pairing = _pairing(dataset)
    places = dataset.names.places

    def described(key: str) -> Row:
        pairing_id, _bar, place_id = key.partition("|")
        row = of_pairing(pairing_id)
        return {**row, "name": _("{place} in {pairing}").format(place=places[place_id], pairing=row["name"])}

    return described


def _activity(dataset: Dataset) -> Callable[[str], Row]:
    table = _by_key(dataset, "activities", "activity_id")
    return lambda key: {"name": table[key]["title"], **_in_edition(dataset, table[key]["edition_id"])}


def _contribution(dataset: Dataset) -> Callable[[str], Row]:
    table = _by_key(dataset, "contributions", "contribution_id")
    names = dataset.names
    subject = _subject(dataset)

    def described(key: str) -> Row:
        row = table[key]
        of_subject = subject(row["subject_kind"], row["subject_id"])
        goal = names.goals.get(row["goal_id"]) or names.agendas[row["agenda_id"]]
        said = _("{goal}, {basis}: {subject}").format(
            goal=goal, basis=in_words(BASES, row["basis"]), subject=of_subject["name"]
        )
        return {**of_subject, "name": said}

    return described


def _stakeholder(dataset: Dataset) -> Callable[[str], Row]:
    table = _by_key(dataset, "stakeholders", "stakeholder_id")
    subject = _subject(dataset)

    def described(key: str) -> Row:
        row = table[key]
        return {**subject(row["subject_kind"], row["subject_id"]), "name": row["note"] or row["kind"]}

    return described


def _participant(dataset: Dataset) -> Callable[[str], Row]:
    table = _by_key(dataset, "network_members", "member_id")
    places = dataset.names.places
    return lambda key: {
        "name": places[table[key]["place_id"]],
        **_in_edition(dataset, table[key]["edition_id"]),
    }


def _edition(dataset: Dataset) -> Callable[[str], Row]:
    names = dataset.names.editions
    return lambda key: {"name": names[key], **_in_edition(dataset, key)}


def _reported(dataset: Dataset) -> Callable[[str], Row]:
    table = _by_key(dataset, "reported_figures", "figure_id")

    def described(key: str) -> Row:
        row = table[key]
        name = f"{row['indicator'].replace('_', ' ')}: {format_number(row['value'])}"
        return {"name": name, **_in_edition(dataset, row["edition_id"])}

    return described


def _as_it_is(dataset: Dataset) -> Callable[[str], Row]:
    return lambda key: {"name": key}


def _subject(dataset: Dataset) -> Callable[[str, str], Row]:
    """What a contribution or stakeholder belongs to, by its kind and key."""
    of_pairing, of_activity, of_edition = _pairing(dataset), _activity(dataset), _edition(dataset)
    themes = dataset.names.themes

    def described(kind: str, key: str) -> Row:
        if kind == "pairing":
            return of_pairing(key)
        if kind == "activity":
            return of_activity(key)
        if kind == "edition":
            return of_edition(key)
        return {"name": themes.get(key, _("the programme"))}

    return described
