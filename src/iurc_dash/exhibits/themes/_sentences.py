"""Words that exhibits on themes share."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.exhibits.sentences import join_names, part_of_whole
from iurc_dash.language import _
from iurc_dash.metrics.ranking import Standing
from iurc_dash.quantities import Count, Share
from iurc_dash.view import View


def say_no_theme(view: View) -> str:
    """Why there is nothing to show: no pairing, or none with a theme."""
    if view["pairings"].empty:
        return _("No pairing matches.")
    return _("No theme is recorded for the pairings that match.")


def say_most_frequent(found: Standing, names: Sequence[str], first: Count, whole: Count) -> str:
    """Which themes or theme groups come up most, of all pairings that have one; no lead where chance may make it."""
    said = join_names(names, in_quotes=True)
    share = part_of_whole(Share(first, whole))
    if whole.value == 1:
        return _("The one pairing with a theme recorded works on {names}.").format(names=said)
    match found.kind:
        case "only":
            return _("{names} is the only one that comes up: {share} pairings with a theme recorded.").format(
                names=said, share=share
            )
        case "once":
            return _("None stands out: {names} come up once each.").format(names=said)
        case "lead":
            return _(
                "{names} comes up more often than any other: {share} pairings with a theme recorded."
            ).format(names=said, share=share)
        case "most":
            return _(
                "{names} comes up most, little ahead of the next: {share} pairings with a theme recorded."
            ).format(names=said, share=share)
        case _tie:
            return _("{names} come up most, each in {share} pairings with a theme recorded.").format(
                names=said, share=share
            )
