"""Shares that moved between phases: the circular economy, online events, the weight of a region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import table_of
from iurc_dash.forms import Bars, Category, Series
from iurc_dash.language import N_, _, format_number, format_share
from iurc_dash.metrics.editions import phases_shown, regions_shown
from iurc_dash.metrics.standouts import (
    PhaseShare,
    circular_economy_shares,
    online_shares,
    region_shares,
)

# Shares of fewer than these say nothing about a phase.
FEWEST_IN_PHASE = 8
# Below this a share has not moved enough to speak of, as one pairing more or less would undo it.
SMALLEST_MOVE = 0.05


def circular_economy_moved(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """The share of pairings on the circular economy, and how it moved between phases."""
    shares = circular_economy_shares(narrowed)
    first_and_last = _first_and_last(shares)
    if first_and_last is None or not any(share.part for share in first_and_last):
        return None
    first, last = first_and_last
    sentences = (
        N_(
            "The circular economy grew from {before} of pairings with a theme in {first} to {after} in {last}."
        ),
        N_(
            "The circular economy fell from {before} of pairings with a theme in {first} to {after} in {last}."
        ),
        N_(
            "The circular economy held its place: {before} of pairings with a theme in {first}, {after} in {last}."
        ),
    )
    return _moved(
        dataset,
        shares,
        key="circular_economy_moved",
        question=_("How much of the work is on the circular economy?"),
        finding=_movement(dataset, first, last, sentences),
        words=(_("On the circular economy"), _("On other themes only"), _("With a theme"), _("pairings")),
        table_name="pairings",
        colour="accent",
        cautions=("several_themes", "recorded_only"),
    )


def online_moved(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """The share of events held online, and how it moved between phases."""
    shares = online_shares(narrowed)
    first_and_last = _first_and_last(shares)
    if first_and_last is None or not any(share.part for share in first_and_last):
        return None
    sentences = (
        N_(
            "Online events rose from {before} in {first} to {after} in {last}, of those whose form is recorded."
        ),
        N_(
            "Online events fell from {before} in {first} to {after} in {last}, of those whose form is recorded."
        ),
        N_(
            "Online events kept their share: {before} in {first}, {after} in {last}, of those whose form is recorded."
        ),
    )
    return _moved(
        dataset,
        shares,
        key="online_moved",
        question=_("Did people meet online more, or less?"),
        finding=_movement(dataset, *first_and_last, sentences),
        words=(_("Online"), _("In person or hybrid"), _("Form recorded"), _("events")),
        table_name="activities",
        colour="mode-online",
        cautions=("recorded_only",),
    )


def _first_and_last(shares: Sequence[PhaseShare]) -> tuple[PhaseShare, PhaseShare] | None:
    """The earliest and the latest phase with enough to speak of; None where there are not two."""
    enough = [share for share in shares if len(share.whole) >= FEWEST_IN_PHASE]
    return (enough[0], enough[-1]) if len(enough) > 1 else None


def _movement(
    dataset: Dataset, first: PhaseShare, last: PhaseShare, sentences: tuple[str, str, str], region: str = ""
) -> str:
    """The sentence for more, for less or for about the same, filled in."""
    move = last.share - first.share
    sentence = sentences[2] if abs(move) < SMALLEST_MOVE else sentences[0] if move > 0 else sentences[1]
    phases = {key: name[:1].lower() + name[1:] for key, name in dataset.names.phases.items()}
    return _(sentence).format(
        before=format_share(first.share),
        after=format_share(last.share),
        first=phases[first.phase_id],
        last=phases[last.phase_id],
        region=region,
    )


def _moved(
    dataset: Dataset,
    shares: Sequence[PhaseShare],
    *,
    key: str,
    question: str,
    finding: str,
    words: tuple[str, str, str, str],
    table_name: str,
    colour: str,
    cautions: tuple[str, ...],
) -> Exhibit:
    """Bars of a part and the rest by phase; `words` name the part, the rest, the whole and the unit."""
    part, rest, whole, unit = words
    names = dataset.names.phases
    phases = tuple(Category(share.phase_id, names[share.phase_id]) for share in shares)
    series = (
        Series("part", part, tuple(len(share.part) for share in shares), colour),
        Series("rest", rest, tuple(len(share.whole) - len(share.part) for share in shares), "neutral"),
    )
    columns = [
        Column("phase", _("Phase")),
        Column("part", part, "number"),
        Column("whole", whole, "number"),
        Column("share", _("Share"), "share"),
    ]
    records = [
        {
            "phase": names[share.phase_id],
            "part": len(share.part),
            "whole": len(share.whole),
            "share": share.share,
        }
        for share in shares
    ]
    numbers = "; ".join(
        _("{phase}: {part} of {whole}").format(
            phase=names[share.phase_id],
            part=format_number(len(share.part)),
            whole=format_number(len(share.whole)),
        )
        for share in shares
    )
    rows = rows_of(**{table_name: (row for share in shares for row in share.whole)})
    running = ("phase_running",) if any(share.phase_id == "3" for share in shares) else ()
    return Exhibit(
        key=key,
        question=question,
        finding=finding,
        form=Bars(phases, series, unit),
        table=table_of(columns, records),
        alt=f"{finding} {numbers}.",
        rows=rows,
        cautions=(*cautions, *running),
        sources=sources_behind(dataset, rows),
    )


def regions_moved(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """The region whose share of pairings moved most between phases that it had an edition in."""
    by_region = region_shares(narrowed)
    moves = {}
    for region in regions_shown(narrowed):
        ends = _first_and_last(by_region.get(region, ()))
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
    finding = _movement(dataset, first, last, sentences, dataset.names.regions[region])
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
