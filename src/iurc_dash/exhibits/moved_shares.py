"""Shares that moved between phases: the circular economy, online events. Regions: moved_regions.py."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import table_of
from iurc_dash.exhibits.wording import phase_within
from iurc_dash.forms import Bars, Category, Series
from iurc_dash.language import N_, _, format_names, format_number, format_share
from iurc_dash.metrics.standouts import (
    PhaseShare,
    circular_economy_shares,
    online_shares,
)

# Shares of fewer than these say nothing about a phase.
FEWEST_IN_PHASE = 8
# Below this a share has not moved enough to speak of, as one pairing more or less would undo it.
SMALLEST_MOVE = 0.05


def circular_economy_moved(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """The share of pairings on the circular economy, and how it moved between phases."""
    shares = circular_economy_shares(narrowed)
    ends = first_and_last(shares)
    if ends is None or not any(share.part for share in ends):
        return None
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
        finding=movement(dataset, *ends, sentences),
        words=(_("On the circular economy"), _("On other themes only"), _("With a theme"), _("pairings")),
        table_name="pairings",
        colour="accent",
        cautions=("several_themes", "recorded_only"),
    )


def online_moved(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """The share of events held online, and how it moved between phases."""
    shares = online_shares(narrowed)
    ends = first_and_last(shares)
    if ends is None or not any(share.part for share in ends):
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
        finding=movement(dataset, *ends, sentences),
        words=(_("Online"), _("In person or hybrid"), _("Form recorded"), _("events")),
        table_name="activities",
        colour="mode-online",
        cautions=("recorded_only",),
    )


def later_phases(dataset: Dataset, finding: str, shares: Sequence[PhaseShare]) -> str:
    """The finding, and what there is of phases after it that have too few for a share: their numbers themselves."""
    ends = first_and_last(shares)
    if ends is None:
        return finding
    later = shares[shares.index(ends[1]) + 1 :]
    said = [
        _("{part} of {whole} in {phase}").format(
            part=format_number(len(share.part)),
            whole=format_number(len(share.whole)),
            phase=phase_within(dataset.names.phases[share.phase_id]),
        )
        for share in later
    ]
    if not said:
        return finding
    return _("{finding}; {numbers} so far.").format(
        finding=finding.removesuffix("."), numbers=format_names(said)
    )


def first_and_last(shares: Sequence[PhaseShare]) -> tuple[PhaseShare, PhaseShare] | None:
    """The earliest and the latest phase with enough to speak of; None where there are not two."""
    enough = [share for share in shares if len(share.whole) >= FEWEST_IN_PHASE]
    return (enough[0], enough[-1]) if len(enough) > 1 else None


def movement(
    dataset: Dataset, first: PhaseShare, last: PhaseShare, sentences: tuple[str, str, str], region: str = ""
) -> str:
    """The sentence for more, for less or for about the same, filled in."""
    move = last.share - first.share
    sentence = sentences[2] if abs(move) < SMALLEST_MOVE else sentences[0] if move > 0 else sentences[1]
    phases = {key: phase_within(name) for key, name in dataset.names.phases.items()}
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
    finding = later_phases(dataset, finding, shares)
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
