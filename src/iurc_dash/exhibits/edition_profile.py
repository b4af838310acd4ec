"""The facts of one edition in words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.profiles import SourceLine, source_lines
from iurc_dash.exhibits.wording import (
    STATUSES,
    in_words,
    recorded,
)
from iurc_dash.language import _, format_date, format_number, format_period
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.sourcing import sources_of_rows


@dataclass(frozen=True)
class EditionProfile:
    """What is known of an edition, in words; what no source says reads 'not recorded'."""

    edition_id: str
    name: str
    official_name: str
    period: str
    status: str
    countries: tuple[str, ...]
    implemented_for: str
    budget: str
    note: str
    # (edition key, name) of those it built on.
    predecessors: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]


def edition_profile(dataset: Dataset, edition_id: str) -> EditionProfile:
    """The facts of an edition; an unknown key raises KeyError."""
    table = dataset["editions"]
    found = table[table["edition_id"] == edition_id]
    if found.empty:
        raise KeyError(edition_id)
    edition = found.iloc[0]
    names = dataset.names
    of_countries = rows_in(dataset["edition_countries"], "edition_id", "country_code")
    budget = edition["budget_eur"]
    return EditionProfile(
        edition_id=edition_id,
        name=names.editions[edition_id],
        official_name=recorded(edition["official_name"]),
        period=_period(edition["start_date"], edition["end_date"], edition["status"]),
        status=in_words(STATUSES, edition["status"]),
        countries=tuple(sorted(names.countries[code] for key, code in of_countries if key == edition_id)),
        implemented_for=recorded(edition["implemented_for"]),
        budget=recorded(
            "" if pd.isna(budget) else _("{value} euro").format(value=format_number(int(budget)))
        ),
        note=edition["note"],
        predecessors=tuple((key, names.editions[key]) for key in predecessors(dataset, edition_id)),
        sources=source_lines(dataset, sources_of_rows(dataset, {"editions": (edition_id,)})),
    )


def _period(start: str, end: str, status: str) -> str:
    if start and not end and status == "active":
        return _("from {start}").format(start=format_date(start))
    return format_period(start, end)


def predecessors(dataset: Dataset, edition_id: str) -> list[str]:
    """Keys of the editions of the phase before that the edition built on."""
    table = dataset["edition_predecessors"]
    return list(table.loc[table["edition_id"] == edition_id, "previous_edition_id"])
