"""Where the weight of the programme moved: the shares of the regions by phase."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.moved_shares import SMALLEST_MOVE, first_and_last, later_phases, movement
from iurc_dash.exhibits.tabulation import table_of
from iurc_dash.forms import Bars, Category, Series
from iurc_dash.language import N_, _
from iurc_dash.metrics.editions import phases_shown, regions_shown
from iurc_dash.metrics.standouts import PhaseShare, region_shares


def regions_moved(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """The region whose share of pairings moved most between phases that it had an edition in."""
    by_region = region_shares(narrowed)
    moves = {}
    for region in regions_shown(narrowed):
        ends = first_and_last(by_region.get(region, ()))
        if ends is not None and len(by_region) > 1:
            moves[region] = ends
    if not moves:
        return None
    region = max(moves, key=lambda key: abs(moves[key][1].share - moves[key][0].share))
    first, last = moves[region]
    if abs(last.share - first.share) < SMALLEST_MOVE:
        return None
    sentences = (
        N_("{region} grew from {before} of pairings in {first} to {after} in {last}."),
        N_("{region} went from {before} of pairings in {first} to {after} in {last}."),
        N_("{region} kept its share of pairings: {before} in {first}, {after} in {last}."),
    )
    finding = movement(dataset, first, last, sentences, dataset.names.regions[region])
    finding = later_phases(dataset, finding, by_region[region])
    return _regions_exhibit(dataset, narrowed, by_region, finding)


def _regions_exhibit(
    dataset: Dataset, narrowed: Dataset, by_region: Mapping[str, tuple[PhaseShare, ...]], finding: str
) -> Exhibit:
    names = dataset.names
    counts = {(region, s.phase_id): s for region, shares in by_region.items() for s in shares}
    regions = [region for region in regions_shown(narrowed) if region in by_region]
    phases = [
        phase for phase in phases_shown(narrowed) if any((region, phase) in counts for region in regions)
    ]
    series = tuple(
        Series(
            region,
            names.regions[region],
            tuple(len(counts[region, phase].part) if (region, phase) in counts else None for phase in phases),
            f"region-{region}",
        )
        for region in regions
    )
    columns = [
        Column("region", _("Region")),
        Column("phase", _("Phase")),
        Column("part", _("Pairings"), "number"),
        Column("whole", _("All of the phase"), "number"),
        Column("share", _("Share"), "share"),
    ]
    records = [
        {
            "region": names.regions[region],
            "phase": names.phases[phase],
            "part": len(counts[region, phase].part),
            "whole": len(counts[region, phase].whole),
            "share": counts[region, phase].share,
        }
        for region in regions
        for phase in phases
        if (region, phase) in counts
    ]
    rows = rows_of(pairings=narrowed["pairings"]["pairing_id"])
    numbers = "; ".join(
        _("{region}, {phase}: {part}").format(region=r["region"], phase=r["phase"], part=r["part"])
        for r in records
    )
    return Exhibit(
        key="regions_moved",
        question=_("Where did the weight of the programme move?"),
        finding=finding,
        form=Bars(tuple(Category(phase, names.phases[phase]) for phase in phases), series, _("pairings")),
        table=table_of(columns, records),
        alt=f"{finding} {numbers}.",
        rows=rows,
        cautions=("recorded_only", *(["phase_running"] if "3" in phases else [])),
        sources=sources_behind(dataset, rows),
    )
