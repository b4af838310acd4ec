"""A share by phase and how it moved: what the exhibits on moved shares have in common."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.sentences import say_shares_by_phase
from iurc_dash.forms import Axis, Bars, Category, Series
from iurc_dash.language import _
from iurc_dash.metrics.chance import may_be_told_as_share
from iurc_dash.metrics.standouts import Shares, movement, phases_over
from iurc_dash.quantities import Count
from iurc_dash.tabular import NOT_APPLICABLE, Column, Line, Table
from iurc_dash.view import View


def answer_of_shares(
    view: View,
    shares: Shares,
    *,
    sentence: str,
    of_what: str,
    part: tuple[str, str],
    rest: str,
    whole: str,
    unit: str,
    cautions: tuple[str, ...],
) -> Answer:
    """Bars of a part and the rest by phase, as counts: a share of few is no bar of its own.

    `sentence` has {shares}, the shares of all phases, of which `of_what` says what they are of; `part` is what the
    part is called and its colour; `rest`, `whole` and `unit` name the others.
    """
    said = sentence.format(shares=say_shares_by_phase(view, shares.items(), of_what))
    categories = tuple(Category(phase, view.say("phases", phase)) for phase in shares)
    return Answer(
        finding=" ".join([said, *say_movement(view, shares)]),
        form=Bars(
            axis=Axis(_("Phase"), categories, "phases"),
            series=(
                Series("part", part[0], tuple(share.part for share in shares.values()), part[1]),
                Series("rest", rest, tuple(share.rest for share in shares.values())),
            ),
            unit=unit,
            totals=tuple(share.whole for share in shares.values()),
        ),
        table=lambda: _table(shares, part[0], whole, unit),
        counted=Count.union(share.whole for share in shares.values()),
        cautions=cautions,
    )


def say_movement(view: View, shares: Shares) -> list[str]:
    """A sentence on whether the share moved between phases that are over; none where it went up and down."""
    move = movement(shares, phases_over(view))
    names = {"first": view.say("phases", move.first), "last": view.say("phases", move.last)}
    match move.kind:
        case "too few":
            return [_("Too few to speak of a change.")]
        case "same":
            return [_("The share is about the same in {first} and {last}.").format(**names)]
        case "higher":
            return [_("The share is higher in {last} than in {first}.").format(**names)]
        case "lower":
            return [_("The share is lower in {last} than in {first}.").format(**names)]
        case _:
            return []


def _table(shares: Shares, part: str, whole: str, unit: str) -> Table:
    columns = [
        Column("phase", _("Phase"), "reference", "phases"),
        Column("part", part, "count", unit=unit),
        Column("whole", whole, "count", unit=unit),
        Column("share", _("Share"), "share"),
    ]
    return Table.of(
        columns,
        [
            Line(
                phase,
                {
                    "phase": phase,
                    "part": share.part,
                    "whole": share.whole,
                    "share": share if may_be_told_as_share(share) else NOT_APPLICABLE,
                },
            )
            for phase, share in shares.items()
        ],
    )
