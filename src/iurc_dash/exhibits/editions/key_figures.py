"""What is counted of one edition, beside those that it built on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.editions._edition import EDITION
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import nothing_found, table_by_category
from iurc_dash.forms import Axis, Category, KeyFigure, KeyFigures
from iurc_dash.language import N_, _, format_names
from iurc_dash.metrics.activities import counted_activities
from iurc_dash.metrics.edition_counts import edition_counts
from iurc_dash.metrics.editions import predecessors, view_of_edition
from iurc_dash.quantities import Count
from iurc_dash.tabular import Cell, Column
from iurc_dash.view import View
from iurc_dash.vocabulary import counted

LABELS = {
    "pairings": N_("Pairings"),
    "groups": N_("Trios and larger groups"),
    "places": N_("Places in pairings and networks"),
    "activities": N_("Activities"),
    "publications": N_("Publications and case studies"),
    "with_goal": N_("Pairings and activities linked to a goal"),
}


@exhibit("editions/key-figures", N_("What is recorded of this programme, beside what it built on?"), EDITION)
def key_figures(view: View, *, edition: str) -> Answer:
    """Key figures of an edition, each beside the same figure of those it built on; no change between them is told.

    Editions merge and split, so that a difference would say as much of that as of the work.
    """
    before = predecessors(view, edition)
    counts = {key: edition_counts(view_of_edition(view, key)) for key in (edition, *before)}
    is_shared = any(record.is_of_another for record in counted_activities(view_of_edition(view, edition)))
    own = counts[edition]
    whole = Count.union(own[key] for key in ("pairings", "places", "activities"))
    name = view.say("editions", edition)
    if not whole:
        return nothing_found(_("Nothing is recorded of “{name}”.").format(name=name))
    said = _("“{name}” has {what} on record.")
    if edition in view.running_editions:
        said = _("“{name}” has {what} on record so far.")
    return Answer(
        finding=said.format(name=name, what=_say_counts(own)),
        form=KeyFigures(
            tuple(
                KeyFigure(what, _(label), own[what], tuple(counts[key][what] for key in before))
                for what, label in LABELS.items()
            ),
            tuple(Category(key, view.say("editions", key)) for key in before),
        ),
        table=lambda: table_by_category(
            Axis(_("What is counted"), tuple(Category(what, _(label)) for what, label in LABELS.items())),
            [(Column(key, view.say("editions", key), "count"), _cells_of(counts[key])) for key in counts],
        ),
        counted=whole + own["with_goal"],
        cautions=(
            "recorded_only",
            *(["programme_wide"] if is_shared else []),
            *(["inferred_goals"] if own["with_goal"] else []),
        ),
    )


def _say_counts(own: Mapping[str, Count]) -> str:
    """'12 pairings, 25 places in pairings and networks and 17 activities'."""
    said = {key: counted("tables", key, own[key].value) for key in ("pairings", "places", "activities")}
    said["places"] = _("{places} in pairings and networks").format(places=said["places"])
    return format_names([words for key, words in said.items() if own[key]])


def _cells_of(counts: Mapping[str, Count]) -> Callable[[str], Cell]:
    return lambda what: counts[what]
