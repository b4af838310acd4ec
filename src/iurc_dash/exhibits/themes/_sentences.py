"""Words that exhibits on themes share."""

from __future__ import annotations

from collections.abc import Sequence

from iurc_dash.exhibits.sentences import join_names, part_of_whole
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.ranking import Standing, standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Share
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

# So many names are said; more are counted.
MOST_NAMED = 3


def say_no_theme(view: View) -> str:
    """Why there is nothing to show: no pairing, or none with a theme."""
    if view["pairings"].empty:
        return _("No pairing matches.")
    return _("No theme is recorded for the pairings that match.")


def say_most_frequent(view: View, tally: Tally, table: str, keys: Sequence[str]) -> str:
    """Which of some themes or theme groups, keys of a table, come up most in the pairings of a tally.

    Where theme groups are chosen, every pairing works on one of them: what comes up beside them is ranked, or the
    themes within them.
    """
    chosen = view.selection.clusters
    ranked = [key for key in keys if key not in chosen]
    found = standing({key: tally.at(key).value for key in ranked}, tally.whole.value)
    groups = join_names([view.say("thematic_clusters", key) for key in chosen], in_quotes=True)
    if found.kind == "none":
        return _("Nothing else comes up beside {groups}.").format(groups=groups)
    said = _say_standing(view, found, table, Share(tally.at(found.first[0]), tally.whole))
    if not chosen:
        return said
    if table == "themes":
        return _("Within {groups}: {said}").format(groups=groups, said=said)
    return _("Beside {groups}: {said}").format(groups=groups, said=said)


def _say_standing(view: View, found: Standing, table: str, share: Share) -> str:
    names = join_names([view.say(table, key) for key in found.first], in_quotes=True)
    values = {"names": names, "pairings": _say_pairings(share, is_of_all=not view.selection.clusters)}
    if share.part.value == share.whole.value:
        if len(found.first) == 1:
            return _("{names} comes up in {pairings}.").format(**values)
        return _("{names} come up in {pairings}.").format(**values)
    match found.kind:
        case "only":
            return _("{names} comes up, in {pairings}, and nothing else.").format(**values)
        case "once":
            if len(found.first) > MOST_NAMED:
                values["names"] = counted("tables", table, len(found.first))
            return _("{names} come up once each, so nothing stands out.").format(**values)
        case "lead":
            return _("{names} comes up more often than any other, in {pairings}.").format(**values)
        case "most":
            following = format_number(found.next_count)
            return _(
                "{names} comes up in {pairings}, without a clear lead over the next ({following})."
            ).format(**values, following=following)
        case _tie:
            return _("{names} come first together, each in {pairings}.").format(**values)


def _say_pairings(share: Share, *, is_of_all: bool) -> str:
    """'both pairings with a theme recorded', '34 of 75 (45%) pairings'; those of a theme group have a theme."""
    count = share.whole.value
    if share.part.value < count:
        said = part_of_whole(share)
        return (_("{share} pairings with a theme recorded") if is_of_all else _("{share} pairings")).format(
            share=said
        )
    if count == 2:
        return _("both pairings with a theme recorded") if is_of_all else _("both pairings")
    message = (
        ngettext("the one pairing with a theme recorded", "all {count} pairings with a theme recorded", count)
        if is_of_all
        else ngettext("the one pairing", "all {count} pairings", count)
    )
    return message.format(count=format_number(count))
