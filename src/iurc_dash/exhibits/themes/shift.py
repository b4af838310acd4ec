"""How what pairings work on has moved between phases that are over."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import join_sentences, quote, say_by_phase, say_moves
from iurc_dash.exhibits.shaping import matrix_table, nothing_found
from iurc_dash.exhibits.themes._sentences import say_no_theme
from iurc_dash.exhibits.themes.clusters import matrix_by_phase
from iurc_dash.forms import Category, Slope, SlopeLine
from iurc_dash.language import N_, _, format_names, format_number
from iurc_dash.metrics.phase_shares import (
    Move,
    Shares,
    comparable_phases,
    movements,
    share_in_phase,
    shares_of_keys,
)
from iurc_dash.metrics.tally import Tally
from iurc_dash.metrics.themes import clusters_in_order, pairings_by_cluster
from iurc_dash.view import View

# What tells that a share moved by more than chance.
MOVED = ("higher", "lower", "mixed")


@exhibit("themes/shift", N_("How has the weight of themes moved?"))
def shift(view: View) -> Answer:
    """Shares of theme groups in the first and the last phase that may be compared; a phase that runs is none of them.

    Where theme groups are chosen, the whole would be the groups themselves, and nothing is said.
    """
    tally = pairings_by_cluster(view).by("cluster", "phase")
    if not tally.whole:
        return nothing_found(say_no_theme(view))
    if view.selection.clusters:
        return nothing_found(_("How shares moved is told among all theme groups only."))
    shares = shares_of_keys(view, tally)
    moves = movements(shares, comparable_phases(view))
    compared = next((move for move in moves.values() if move.first), None)
    if compared is None:
        return nothing_found(_("In phases that may be compared there are too few to speak of a change."))
    matrix = matrix_by_phase(view, tally)
    return Answer(
        finding=_say_moved(view, moves, compared),
        more=_say_beside(view, tally, shares, moves, compared),
        form=_slope(view, tally, moves, compared),
        table=lambda: matrix_table(matrix, "thematic_clusters", partial(share_in_phase, tally)),
        counted=tally.whole,
        cautions=("recorded_only", "several_themes"),
    )


def _slope(view: View, tally: Tally, moves: Mapping[str, Move], compared: Move) -> Slope:
    first, last = compared.first, compared.last
    lines = tuple(
        SlopeLine(
            key=cluster,
            label=view.say("thematic_clusters", cluster),
            first=share_in_phase(tally, cluster, first),
            last=share_in_phase(tally, cluster, last),
            moved=moves[cluster].kind in MOVED,
        )
        for cluster in clusters_in_order(view)
        if tally.at(cluster, first) or tally.at(cluster, last)
    )
    return Slope(
        title=_("Theme group"),
        ends=(Category(first, view.say("phases", first)), Category(last, view.say("phases", last))),
        wholes=(tally.at(None, first), tally.at(None, last)),
        lines=lines,
        unit=_("pairings with a theme"),
    )


def _say_moved(view: View, moves: Mapping[str, Move], compared: Move) -> str:
    """Which shares differ by more than chance; the numbers stand in the figure and beside it."""
    moved = [cluster for cluster, move in moves.items() if move.kind in MOVED]
    phases = {"first": view.say("phases", compared.first), "last": view.say("phases", compared.last)}
    if not moved:
        return _("No theme group’s share differs by more than chance between {first} and {last}.").format(
            **phases
        )
    if len(moved) > 1:
        return _(
            "The shares of {count} theme groups differ by more than chance between {first} and {last}."
        ).format(count=format_number(len(moved)), **phases)
    message = {
        "higher": _(
            "The share of {name} is higher in {last} than in {first}; no other differs beyond chance."
        ),
        "lower": _("The share of {name} is lower in {last} than in {first}; no other differs beyond chance."),
        "mixed": _("The share of {name} went up and down; no other differs beyond chance."),
    }[moves[moved[0]].kind]
    return message.format(name=quote(view.say("thematic_clusters", moved[0])), **phases)


def _say_beside(
    view: View, tally: Tally, shares: Mapping[str, Shares], moves: Mapping[str, Move], compared: Move
) -> str:
    """What the shares are of, the numbers of what moved, and which phases are left out."""
    phases = [compared.first, compared.last]
    said = say_by_phase(view, [(phase, format_number(tally.at(None, phase).value)) for phase in phases])
    names = {key: quote(view.say("thematic_clusters", key)) for key in clusters_in_order(view)}
    moved = any(move.kind in MOVED for move in moves.values())
    running = [
        view.say("phases", phase) for phase in view.phases if view.runs(phase) and tally.at(None, phase)
    ]
    return join_sentences(
        _("Shares are of the pairings with a theme recorded: {phases}.").format(phases=said),
        say_moves(view, shares, moves, names) if moved else "",
        _("Still running and not compared: {phases}.").format(phases=format_names(running))
        if running
        else "",
    )
