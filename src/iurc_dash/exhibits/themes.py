"""What pairings work on: clusters and themes by phase and region, and the pairings behind a theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.circular_economy import circular_economy
from iurc_dash.exhibits.clusters import clusters_by_phase, clusters_by_region
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.theme_wording import most_frequent, no_theme, present, theme_exhibit
from iurc_dash.exhibits.wording import (
    cautions_for,
    count_of_pairings,
    countries_of_pairing,
    kind_of_pairing,
    members_of_pairing,
)
from iurc_dash.forms import Bars, Category, Series
from iurc_dash.language import _, format_date, format_number, ngettext
from iurc_dash.metrics.pairings import PairingRecord, chosen_records, plain
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.themes import (
    cluster_of_theme,
    counts_of_pairings,
    labels_of_theme,
    theme_links,
)
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

__all__ = [
    "circular_economy",
    "clusters_by_phase",
    "clusters_by_region",
    "theme_choices",
    "theme_pairings",
    "themes_ranked",
]

MOST_THEMES = 15


def themes_ranked(dataset: Dataset, selection: Selection, cluster: str = "") -> Exhibit:
    """The themes with most pairings, stacked by phase; further themes are summed up in the table alone."""
    question = _("Which themes come up most?")
    narrowed = narrow(dataset, selection)
    clusters = (cluster,) if cluster else selection.clusters
    links = _of_clusters(theme_links(narrowed), clusters)
    phases = present(dataset, "phases", links)
    columns = (
        Column("theme", _("Theme"), "theme", "theme_id"),
        Column("cluster", _("Theme group")),
        *(Column(f"phase-{phase}", dataset.names.phases[phase], "number") for phase in phases),
        Column("pairings", _("Pairings"), "number"),
    )
    if links.empty:
        return nothing_found("themes-ranked", question, no_theme(narrowed), columns)
    totals = {theme: count for (theme,), count in counts_of_pairings(links, "theme_id").items()}
    names = dataset.names.themes
    ranked = sorted(totals, key=lambda theme: (-totals[theme], plain(names[theme])))
    shown, further = ranked[:MOST_THEMES], ranked[MOST_THEMES:]
    by_phase = counts_of_pairings(links, "theme_id", "phase_id")
    series = tuple(
        Series(
            phase,
            dataset.names.phases[phase],
            tuple(by_phase.get((t, phase), 0) for t in shown),
            f"phase-{phase}",
        )
        for phase in phases
    )
    form = Bars(tuple(Category(theme, names[theme]) for theme in shown), series, _("pairings"))
    table = [_theme_row(dataset, theme, totals[theme], by_phase, phases) for theme in shown]
    if further:
        table.append(_further_row(links[links["theme_id"].isin(further)], len(further), phases))
    leading = [names[theme] for theme in leaders({theme: totals[theme] for theme in ranked})]
    called = [dataset.names.clusters.get(key, key) for key in clusters]
    finding = most_frequent(leading, totals[ranked[0]], links["pairing_id"].nunique(), called)
    main = [(names[theme], totals[theme]) for theme in shown]
    return theme_exhibit(
        dataset, "themes-ranked", question, finding, form, table_of(columns, table), links, main
    )


def theme_pairings(dataset: Dataset, selection: Selection, theme_id: str) -> Exhibit:
    """The pairings that work on a theme, with the labels that their sources wrote for it."""
    columns = (
        Column("pairing", _("Pairing"), "pairing", "pairing_id"),
        Column("countries", _("Countries and territories")),
        Column("edition", _("Edition"), "edition", "edition_id"),
        Column("kind", _("Kind")),
        Column("labels", _("As the sources write it")),
        Column("start", _("Start")),
    )
    names = dataset.names
    theme = names.themes.get(theme_id, theme_id)
    question = _("Which pairings work on “{theme}”?").format(theme=theme)
    labels = labels_of_theme(dataset, theme_id)
    records = [
        record
        for record in chosen_records(dataset, narrow(dataset, selection))
        if record.pairing_id in labels
    ]
    if not records:
        finding = _("No pairing that matches works on “{theme}”.").format(theme=theme)
        return nothing_found("theme-pairings", question, finding, columns)
    records.sort(key=lambda record: (record.phase_id, plain(names.pairings[record.pairing_id])))
    table = table_of(
        columns,
        (
            {
                "pairing_id": record.pairing_id,
                "pairing": names.pairings[record.pairing_id],
                "members": members_of_pairing(dataset, record),
                "countries": countries_of_pairing(dataset, record),
                "edition_id": record.edition_id,
                "edition": names.editions[record.edition_id],
                "kind": kind_of_pairing(record),
                "labels": "; ".join(labels[record.pairing_id]),
                "start": format_date(record.start_date),
            }
            for record in records
        ),
        unseen=("members",),
    )
    finding = _theme_in_words(
        theme, records, {label for record in records for label in labels[record.pairing_id]}
    )
    rows = rows_of(pairings=(record.pairing_id for record in records))
    cautions = cautions_for(records, dataset, "recorded_only")
    return Exhibit(
        "theme-pairings",
        question,
        finding,
        None,
        table,
        finding,
        rows,
        cautions,
        sources_behind(dataset, rows),
    )


def theme_choices(dataset: Dataset, selection: Selection, cluster: str = "") -> dict[str, str]:
    """Themes that pairings of the selection work on, most first: key -> 'Circular economy (45)'."""
    links = _of_clusters(theme_links(narrow(dataset, selection)), (cluster,) if cluster else ())
    totals = {theme: count for (theme,), count in counts_of_pairings(links, "theme_id").items()}
    names = dataset.names.themes
    ranked = sorted(totals, key=lambda theme: (-totals[theme], plain(names[theme])))
    return {theme: f"{names[theme]} ({format_number(totals[theme])})" for theme in ranked}


def _of_clusters(links: pd.DataFrame, clusters: tuple[str, ...]) -> pd.DataFrame:
    return links[links["cluster_id"].isin(clusters)] if clusters else links


def _theme_row(
    dataset: Dataset, theme: str, total: int, by_phase: Mapping[tuple[str, ...], int], phases: Sequence[str]
) -> dict[str, Any]:
    return {
        "theme_id": theme,
        "theme": dataset.names.themes[theme],
        "cluster": dataset.names.clusters[cluster_of_theme(dataset)[theme]],
        "pairings": total,
        **{f"phase-{phase}": by_phase.get((theme, phase), 0) for phase in phases},
    }


def _further_row(links: pd.DataFrame, count: int, phases: Sequence[str]) -> dict[str, Any]:
    """All themes that the figure leaves out, as one line: pairings with any of them."""
    by_phase = counts_of_pairings(links, "phase_id")
    return {
        "theme": ngettext("{count} further theme together", "{count} further themes together", count).format(
            count=format_number(count)
        ),
        "cluster": _("several"),
        "pairings": links["pairing_id"].nunique(),
        **{f"phase-{phase}": by_phase.get((phase,), 0) for phase in phases},
    }


def _theme_in_words(theme: str, records: Sequence[PairingRecord], labels: Iterable[str]) -> str:
    pairings, written = count_of_pairings(len(records)), len({plain(label) for label in labels})
    if written == 1:
        return ngettext(
            "{pairings} works on “{theme}”.", "{pairings} work on “{theme}”.", len(records)
        ).format(theme=theme, pairings=pairings)
    return ngettext(
        "{pairings} works on “{theme}”, which its sources write in {count} ways.",
        "{pairings} work on “{theme}”, which their sources write in {count} ways.",
        len(records),
    ).format(theme=theme, pairings=pairings, count=format_number(written))
