"""Thematic clusters by phase and by region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.theme_wording import most_frequent, no_theme, present, theme_exhibit
from iurc_dash.exhibits.wording import one_of, phase_within, quoted
from iurc_dash.forms import Category, Matrix
from iurc_dash.language import _, format_names, format_number, format_share
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.themes import clusters_in_order, counts_of_pairings, theme_links
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

# Below this many pairings with themes a share says nothing about a phase.
FEWEST_FOR_SHARES = 10


def clusters_by_phase(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings by thematic cluster and phase, with their share of the phase's pairings that have themes."""
    question = _("What do pairings work on, and how has it moved?")
    narrowed = narrow(dataset, selection)
    links = theme_links(narrowed)
    phases = present(dataset, "phases", links)
    if links.empty:
        return nothing_found(
            "clusters-by-phase", question, no_theme(narrowed), _phase_columns(dataset, phases)
        )
    table = [_phase_row(*row, phases) for row in _cluster_counts(dataset, links, "phase_id", phases)]
    _add_shares(table, phases)
    form = _matrix(table, phases, dataset.names.phases, _("Theme group"), _("Phase"))
    steady = [phase for phase in phases if table[-1][f"phase-{phase}"] >= FEWEST_FOR_SHARES]
    if len(steady) > 1:
        _add_change(table, steady[0], steady[-1])
        finding = _how_it_moved(table[:-1], steady[0], steady[-1], dataset)
    else:
        finding = _leading(table[:-1], table[-1]["pairings"])
    return theme_exhibit(
        dataset, "clusters-by-phase", question, finding, form,
        table_of(_phase_columns(dataset, phases, "change" in table[0]), table), links,
        _main_numbers(table),
    )  # fmt: skip


def clusters_by_region(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings by thematic cluster and region."""
    question = _("What do the regions work on?")
    narrowed = narrow(dataset, selection)
    links = theme_links(narrowed)
    regions = present(dataset, "regions", links)
    columns = (
        Column("cluster", _("Theme group")),
        *(Column(f"region-{region}", dataset.names.regions[region], "number") for region in regions),
        Column("pairings", _("All regions"), "number"),
    )
    if links.empty:
        return nothing_found("clusters-by-region", question, no_theme(narrowed), columns)
    table = [
        {
            "cluster_id": key,
            "cluster": name,
            "pairings": total,
            **{f"region-{r}": n for r, n in counts.items()},
        }
        for key, name, total, counts in _cluster_counts(dataset, links, "region_id", regions)
    ]
    form = _matrix(table, regions, dataset.names.regions, _("Theme group"), _("Region"), "region")
    finding = _leading_by_region(table, regions, dataset.names.regions)
    return theme_exhibit(
        dataset,
        "clusters-by-region",
        question,
        finding,
        form,
        table_of(columns, table),
        links,
        _main_numbers(table),
    )


def _cluster_counts(
    dataset: Dataset, links: pd.DataFrame, column: str, keys: Sequence[str]
) -> list[tuple[str, str, int, dict[str, int]]]:
    """A line per cluster, and a last one for all pairings with themes: key, name, total, counts by column."""
    by_cell, by_row = counts_of_pairings(links, "cluster_id", column), counts_of_pairings(links, "cluster_id")
    by_column = counts_of_pairings(links, column)
    names = dataset.names.clusters
    lines = [
        (
            cluster,
            names[cluster],
            by_row.get((cluster,), 0),
            {key: by_cell.get((cluster, key), 0) for key in keys},
        )
        for cluster in clusters_in_order(dataset)
    ]
    whole = {key: by_column.get((key,), 0) for key in keys}
    return [*lines, ("", _("All pairings with themes recorded"), links["pairing_id"].nunique(), whole)]


def _matrix(
    table: Sequence[Mapping[str, Any]],
    keys: Sequence[str],
    names: Mapping[str, str],
    row_title: str,
    column_title: str,
    facet: str = "phase",
) -> Matrix:
    *lines, whole = table
    return Matrix(
        rows=tuple(Category(line["cluster_id"], line["cluster"]) for line in lines),
        columns=tuple(Category(key, names[key]) for key in keys),
        values=tuple(tuple(line[f"{facet}-{key}"] for key in keys) for line in lines),
        row_title=row_title,
        column_title=column_title,
        unit=_("pairings"),
        row_totals=tuple(line["pairings"] for line in lines),
        column_totals=tuple(whole[f"{facet}-{key}"] for key in keys),
        total=whole["pairings"],
    )


def _phase_row(
    cluster: str, name: str, total: int, counts: Mapping[str, int], phases: Sequence[str]
) -> dict[str, Any]:
    return {"cluster_id": cluster, "cluster": name, "pairings": total} | {
        f"phase-{phase}": counts[phase] for phase in phases
    }


def _add_shares(table: Sequence[dict[str, Any]], phases: Sequence[str]) -> None:
    """Add to each line its share of the pairings with themes, the last line being all of them."""
    for line in table:
        for phase in phases:
            line[f"share-{phase}"] = line[f"phase-{phase}"] / table[-1][f"phase-{phase}"]


def _phase_columns(dataset: Dataset, phases: Sequence[str], with_change: bool = False) -> tuple[Column, ...]:
    names = dataset.names.phases
    by_phase = [
        column
        for phase in phases
        for column in (
            Column(f"phase-{phase}", names[phase], "number"),
            Column(f"share-{phase}", _("Share of {phase}").format(phase=names[phase]), "share"),
        )
    ]
    change = [Column("change", _("Change, percentage points"), "number")] if with_change else []
    return (
        Column("cluster", _("Theme group")),
        *by_phase,
        Column("pairings", _("All phases"), "number"),
        *change,
    )


def _main_numbers(table: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    return [(line["cluster"], line["pairings"]) for line in table]


def _leading(lines: Sequence[Mapping[str, Any]], total: int) -> str:
    names = {line["cluster_id"]: line["cluster"] for line in lines}
    counts = {line["cluster_id"]: line["pairings"] for line in lines}
    return most_frequent([names[key] for key in leaders(counts)], max(counts.values()), total)


def _add_change(table: Sequence[dict[str, Any]], first: str, last: str) -> None:
    """Add to each line how its share moved between two phases, in whole percentage points."""
    for line in table:
        line["change"] = round(100 * (line[f"share-{last}"] - line[f"share-{first}"]))


def _how_it_moved(lines: Sequence[Mapping[str, Any]], first: str, last: str, dataset: Dataset) -> str:
    """What gained and what lost most of its share of the pairings with themes between two phases."""
    before, after = f"share-{first}", f"share-{last}"
    # In thousandths, so that equal moves are equal whatever the last digit of a division says.
    moves = {line["cluster_id"]: round(1000 * (line[after] - line[before])) for line in lines}
    gained, lost = leaders(moves), leaders({key: -move for key, move in moves.items()})
    values = {
        "first": phase_within(dataset.names.phases[first]),
        "last": phase_within(dataset.names.phases[last]),
        "gaining": _moved_in_words([line for line in lines if line["cluster_id"] in gained], before, after),
        "losing": _moved_in_words([line for line in lines if line["cluster_id"] in lost], before, after),
    }
    if gained and lost:
        sentence = _(
            "As a share of pairings with themes, {gaining} grew most from {first} to {last} and {losing} fell most."
        )
    elif gained:
        sentence = _("As a share of pairings with themes, {gaining} grew most from {first} to {last}.")
    elif lost:
        sentence = _("As a share of pairings with themes, {losing} fell most from {first} to {last}.")
    else:
        sentence = _("Every theme group has the same share of pairings in {first} and {last}.")
    return sentence.format(**values)


def _moved_in_words(lines: Sequence[Mapping[str, Any]], before: str, after: str) -> str:
    """'“Culture and tourism” (17% to 29%)'."""
    return format_names(
        [
            _("“{name}” ({before} to {after})").format(
                name=line["cluster"], before=format_share(line[before]), after=format_share(line[after])
            )
            for line in lines
        ]
    )


def _leading_by_region(
    table: Sequence[Mapping[str, Any]], regions: Sequence[str], names: Mapping[str, str]
) -> str:
    """Which cluster leads in most regions, alone or with others."""
    lines = table[:-1]
    if len(regions) == 1:
        return _leading(lines, table[-1]["pairings"])
    ahead = {
        region: leaders({line["cluster_id"]: line[f"region-{region}"] for line in lines})
        for region in regions
    }
    wins = {
        line["cluster_id"]: sum(line["cluster_id"] in ahead[region] for region in regions) for line in lines
    }
    best = leaders(wins)
    clusters = quoted(line["cluster"] for line in lines if line["cluster_id"] in best)
    count, total = format_number(wins[best[0]]), format_number(len(regions))
    if len(best) > 1:
        return _("No theme group stands out: {clusters} each lead in {count} of {total} regions.").format(
            clusters=one_of(clusters), count=count, total=total
        )
    if count == total:
        return _("{cluster} leads in every region.").format(cluster=clusters[0])
    where = [names[region] for region in regions if best[0] in ahead[region]]
    return _("{cluster} leads in {count} of {total} regions: {regions}.").format(
        cluster=clusters[0], count=count, total=total, regions=", ".join(where)
    )
