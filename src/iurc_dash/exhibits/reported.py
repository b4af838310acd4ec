"""Totals that the programme itself published."""

from __future__ import annotations

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.indicator_words import indicator_name
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.language import N_, _, format_date, format_number, ngettext
from iurc_dash.metrics.editions import PROGRAMME_WIDE, edition_places
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.sources import first_pages
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

QUALIFIERS = {"exact": N_("{value}"), "at least": N_("at least {value}"), "about": N_("about {value}")}


def reported_totals(dataset: Dataset, selection: Selection) -> Exhibit:
    """Every total as it was published, with the page that gives it."""
    question = _("Which totals did the programme itself publish?")
    columns = [
        Column("indicator", _("What was counted")),
        Column("value", _("Total as published")),
        Column("as_of", _("As of"), "date"),
        Column("edition", _("Edition"), "edition", key_column="edition_id"),
        Column("note", _("What it takes in")),
        Column("source", _("Source"), "link", key_column="source_url"),
    ]
    figures = narrow(dataset, selection)["reported_figures"]
    if figures.empty:
        return nothing_found(
            "reported_totals", question, _("No published total was found for what is chosen."), columns
        )
    names, order = (
        dataset.names.editions,
        {edition: at for at, edition in enumerate(dataset["editions"]["edition_id"].tolist())},
    )
    fields = ("edition_id", "indicator", "value", "qualifier", "as_of", "note", "figure_id")
    lines = list(rows_in(figures, *fields))
    pages = first_pages(dataset, "reported_figures")
    records = []
    for edition, indicator, value, qualifier, as_of, note, figure in sorted(
        lines, key=lambda line: (order[line[0]], indicator_name(line[1]), line[4])
    ):
        page = pages.get(figure)
        records.append(
            {
                "indicator": indicator_name(indicator),
                "value": value_in_words(value, qualifier),
                "as_of": format_date(as_of),
                "edition": names[edition],
                "edition_id": edition,
                "note": note or "–",
                "source": page.title if page else "",
                "source_url": page.url if page else "",
                "figure_id": figure,
            }
        )
    finding = _finding([line[0] for line in lines], dataset)
    rows = rows_of(reported_figures=figures["figure_id"])
    return Exhibit(
        key="reported_totals",
        question=question,
        finding=finding,
        form=None,
        table=table_of(columns, records, ("figure_id",)),
        alt=finding,
        rows=rows,
        sources=sources_behind(dataset, rows),
    )


def _finding(editions: list[str], dataset: Dataset) -> str:
    """How many totals, and how many of them are of the whole programme."""
    places = edition_places(dataset)
    total, wide = len(editions), sum(places[edition].region_id == PROGRAMME_WIDE for edition in editions)
    said = ngettext("{count} published total was found", "{count} published totals were found", total).format(
        count=format_number(total)
    )
    more = ngettext(
        "{said}; {wide} is of the whole programme.", "{said}; {wide} are of the whole programme.", wide
    )
    return more.format(said=said, wide=format_number(wide)) if wide else f"{said}."


def value_in_words(value: float, qualifier: str) -> str:
    """'at least 2,000'; an exact total is the number alone."""
    return _(QUALIFIERS[qualifier]).format(value=format_number(int(value) if value == int(value) else value))
