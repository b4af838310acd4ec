"""Editions, and the totals that the programme itself published."""

from __future__ import annotations

from collections import Counter

from iurc_dash.checks.collected import as_package_cells
from iurc_dash.language import N_, _
from iurc_dash.normalise.keys import fingerprint, slug
from iurc_dash.normalise.part import Citation, Part, most_exact, unknown
from iurc_dash.normalise.reference import Reference
from iurc_dash.sources.collected import values
from iurc_dash.sources.collected_tables import SOURCE_COLUMNS
from iurc_dash.sources.raw import RawTables, Row

_SAME_TOTAL = ("edition", "indicator", "value", "qualifier", "source_url")


def programme(collected: RawTables, reference: Reference) -> Part:
    """Tables editions, edition_predecessors and edition_countries."""
    part = Part()
    described = {row["edition"]: row for row in collected.rows("editions")}
    for row in reference["editions"]:
        facts = described.pop(row["edition_id"], None)
        _add_edition(part, row, facts or Row({}, row.origin))
        for previous_id in values(row["previous_edition_ids"]):
            cells = {"edition_id": row["edition_id"], "previous_edition_id": previous_id}
            part.add("edition_predecessors", row.origin, **cells)
        if facts and (facts["region"], facts["phase"]) != (row["region_id"], row["phase_id"]):
            what, mend = _("Region or phase is not that of the reference."), _("Correct one of the two.")
            part.refuse("editions", facts, unknown(facts, "region", facts["region"], what, mend))
        elif facts:
            _account_edition(part, facts)
        else:
            part.citations += _citations_of_figures(collected, row)
    for facts in described.values():
        what, mend = _("The edition is not among those of the reference."), _("Add it to editions.csv there.")
        part.refuse("editions", facts, unknown(facts, "edition", facts["edition"], what, mend))
    return part


def _add_edition(part: Part, row: Row, facts: Row) -> None:
    told = ("edition_id", "region_id", "phase_id", "short_name", "note", "order")
    cells = as_package_cells(facts, "editions") | {column: row[column] for column in told}
    if row["official_name"]:
        cells["official_name"] = row["official_name"]
    part.add("editions", facts.origin, **cells)


def _account_edition(part: Part, facts: Row) -> None:
    part.account("editions", facts, kept=1)
    part.cite(facts, "editions", facts["edition"])
    for country_code in values(facts["partner_countries"]):
        part.add("edition_countries", facts.origin, edition_id=facts["edition"], country_code=country_code)
        part.account("editions", facts, "partner_countries", kept=1)


def _citations_of_figures(collected: RawTables, edition: Row) -> list[Citation]:
    """An edition that no row describes rests on the pages that published its totals."""
    urls = {
        url: None
        for row in collected.rows("figures")
        if row["edition"] == edition["edition_id"]
        for column in SOURCE_COLUMNS
        for url in values(row.get(column, ""))
    }
    return [Citation("editions", edition["edition_id"], url, edition.origin) for url in urls]


def reported_figures(collected: RawTables) -> Part:
    """Table reported_figures; one total read off one page by two units is one, on two pages it is two."""
    part = Part()
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in collected.rows("figures"):
        groups.setdefault(tuple(row[column] for column in _SAME_TOTAL), []).append(row)
    totals = [_total(rows) for rows in groups.values()]
    repeated = Counter(_figure_id(total) for total in totals)
    for total, rows in zip(totals, groups.values(), strict=True):
        figure_id = _figure_id(total)
        if repeated[figure_id] > 1:
            figure_id += "-" + fingerprint("|".join((total["value"], total["qualifier"], total["note"])))
        cells = as_package_cells(total, "reported_figures")
        part.add("reported_figures", total.origin, figure_id=figure_id, **cells)
        for row in rows:
            reason = N_("the same total read off the same page by another unit")
            part.keep_or_merge("figures", row, row is rows[0], reason)
            part.cite(row, "reported_figures", figure_id)
    return part


def _total(rows: list[Row]) -> Row:
    """The total that several rows tell of, with the most exact date and every note."""
    total = Row(rows[0], rows[0].origin)
    for row in rows[1:]:
        total["as_of"] = most_exact(total["as_of"], row["as_of"])
    total["note"] = " / ".join(dict.fromkeys(row["note"] for row in rows if row["note"]))
    return total


def _figure_id(row: Row) -> str:
    return slug(f"{row['edition']} {row['indicator']} {row['as_of']}")
