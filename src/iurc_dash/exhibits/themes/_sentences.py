"""Words that exhibits on themes share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from iurc_dash.exhibits.sentences import Wording, name_few, quote, say_standing
from iurc_dash.language import N_, _
from iurc_dash.metrics.ranking import standing
from iurc_dash.metrics.tally import Tally
from iurc_dash.view import View

RECORDED = Wording(
    all=(
        N_("The one pairing with a theme recorded works on {names}."),
        N_("Both pairings with a theme recorded work on {names}."),
        N_("All {whole} pairings with a theme recorded work on {names}."),
    ),
    once=N_("{names} come up once each, so nothing stands out."),
    even=N_("{names} come up equally often, each in {share} pairings with a theme recorded."),
    lead=N_("{names} comes up more often than any other, in {share} pairings with a theme recorded."),
    most=N_("{names} comes up in {share} pairings with a theme recorded, before {next}."),
    tie=N_("{names} come first together, each in {share} pairings with a theme recorded."),
)
# Pairings of a chosen theme group have a theme.
OF_CHOSEN = Wording(
    all=(
        N_("The one pairing works on {names}."),
        N_("Both pairings work on {names}."),
        N_("All {whole} pairings work on {names}."),
    ),
    only=N_("{names} comes up, in {share} pairings, and nothing else."),
    once=N_("{names} come up once each, so nothing stands out."),
    even=N_("{names} come up equally often, each in {share} pairings."),
    lead=N_("{names} comes up more often than any other, in {share} pairings."),
    most=N_("{names} comes up in {share} pairings, before {next}."),
    tie=N_("{names} come first together, each in {share} pairings."),
)


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
    found = standing({key: tally.at(key) for key in keys if key not in chosen}, tally.whole)
    say_names = name_few(partial(view.say, table), table, in_quotes=True)
    if not chosen:
        return say_standing(found, RECORDED, say_names)
    groups = quote(view.say("thematic_clusters", chosen[0]))
    if len(chosen) > 1:
        groups = _("the chosen theme groups")
    if found.kind == "none":
        return _("Nothing else comes up beside {groups}.").format(groups=groups)
    said = say_standing(found, OF_CHOSEN, say_names)
    message = _("Within {groups}: {said}") if table == "themes" else _("Beside {groups}: {said}")
    return message.format(groups=groups, said=said)
